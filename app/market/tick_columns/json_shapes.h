// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_columns/column_names.h"
#include "tick_columns/given_columns.h"
#include "tick_columns/json_member.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <optional>
#include <span>
#include <vector>

namespace ticker {

/// What the members of the objects of one file mean: by vendors' messages, whose keys are single letters, or by the names of
/// columnMeaning(), but first of all as a person says. One thread; part of the reader of a file.
class JsonShapes final
{
public:
    explicit JsonShapes(const std::vector<GivenColumn> &given) : m_given(given) { }

    /// Says what each of these means, in their order; nothing: it is ignored.
    [[nodiscard]] const std::vector<std::optional<ColumnMeaning>> &meanings(std::span<const JsonMember> members);

private:
    void applyGiven(std::span<const JsonMember> members);
    [[nodiscard]] std::optional<ColumnMeaning> byName(QByteArrayView key);
    [[nodiscard]] ColumnMeaning givenMeaning(const GivenColumn &given, std::span<const JsonMember> members);

    std::vector<GivenColumn> m_given;
    std::vector<std::optional<ColumnMeaning>> m_meanings;
    QHash<QByteArray, std::optional<ColumnMeaning>> m_known; ///< Of the keys that were looked up.
};

} // namespace ticker
