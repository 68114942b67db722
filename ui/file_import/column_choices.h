// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"

#include <QString>

#include <utility>
#include <vector>

namespace ticker {

/// What a person says that columns mean, beyond what the program takes them for: the option --columns, item by item. A value.
class ColumnChoices final
{
public:
    using Columns = std::vector<FileInspection::Column>;
    /// A field and the column or key that has it; an empty one: the file does not have the field.
    using Item = std::pair<QString, QString>;

    ColumnChoices() = default;
    explicit ColumnChoices(std::vector<Item> items) : m_items(std::move(items)) { }

    /// Column number @p place of these now means this; an empty field: nothing.
    void choose(const Columns &columns, std::size_t place, const QString &field);
    /// The fields of these columns, where the program could not tell them but a person has.
    void applyTo(Columns *columns) const;

    /// For FileReading::columns: "time=open_time,price=#3,size="; empty: nothing was said.
    [[nodiscard]] QString text() const;
    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }

private:
    void set(const QString &field, const QString &column);

    std::vector<Item> m_items;
};

/// Whether columns can be given one by one: not in a file in which a field has a column for each instrument.
[[nodiscard]] bool canChooseColumns(const ColumnChoices::Columns &columns);

} // namespace ticker
