// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_columns/tick_field.h"
#include "tick_columns/tick_layout.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

namespace ticker {

/// A file without a header whose columns are known by what stands in them. A value.
struct KnownShape final
{
    TickLayout::Content content = TickLayout::Content::Ticks;
    std::vector<std::optional<TickField>> columns;
    SideForm side = SideForm::None;
};

/// The shape that all rows have, but for a few odd ones. Nothing: none, or more than one that would give other prices.
[[nodiscard]] std::optional<KnownShape> findKnownShape(const std::vector<QByteArrayList> &rows);

} // namespace ticker
