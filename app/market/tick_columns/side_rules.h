// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_columns/json_member.h"
#include "tick_columns/side_form.h"

#include <QByteArrayList>

#include <cstddef>
#include <span>
#include <vector>

namespace ticker {

/// Of a column that is the side by its name, which says this. What stands beside it tells whose file it is; rows are its first
/// ones.
[[nodiscard]] SideForm sideFormOfColumn(std::size_t column, SideForm byName, const QByteArrayList &names,
                                        const std::vector<QByteArrayList> &rows);

/// The same of a member of an object.
[[nodiscard]] SideForm sideFormOfMember(SideForm byName, std::span<const JsonMember> members);

/// What counts of a column that a person says to be the side of the taker.
[[nodiscard]] constexpr SideForm givenSideForm(SideForm found)
{
    return found == SideForm::None || found == SideForm::Taker ? SideForm::Letters : found;
}

} // namespace ticker
