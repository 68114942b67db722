// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/column_choices.h"

#include "market_values/inspection_text.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace ticker {

namespace {

const QString timeField = QStringLiteral("time");

bool isNumber(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

/// A number says which one where a name does not.
QString keyOf(const ColumnChoices::Columns &columns, std::size_t place)
{
    const QString &name = columns[place].name;
    const bool isOnlyOne = std::ranges::count_if(
                               columns,
                               [&](const FileInspection::Column &each) {
                                   return each.name.trimmed().compare(name.trimmed(), Qt::CaseInsensitive) == 0;
                               })
        == 1;
    const bool isWhole = name.size() < FileInspection::longestCell; // a longer one was cut
    const bool isPlain = std::ranges::all_of(name, [](QChar c) { return c.isPrint(); });
    return isOnlyOne && isWhole && isPlain && !isNumber(name) ? name : QStringLiteral("#%1").arg(place + 1);
}

bool isColumn(const ColumnChoices::Columns &columns, std::size_t place, const QString &key)
{
    return key == QStringLiteral("#%1").arg(place + 1)
        || key.trimmed().compare(columns[place].name.trimmed(), Qt::CaseInsensitive) == 0;
}

} // namespace

void ColumnChoices::choose(const Columns &columns, std::size_t place, const QString &field)
{
    const QString before = columns[place].field;
    if (field == before || (field.isEmpty() && before == timeField)) // ticks need one
        return;
    std::erase_if(m_items, [&](const Item &item) { return isColumn(columns, place, item.second); });
    if (!field.isEmpty())
        set(field, keyOf(columns, place));
    else
        set(before, {});
}

void ColumnChoices::applyTo(Columns *columns) const
{
    for (const auto &[field, column] : m_items) {
        for (std::size_t i = 0; i < columns->size(); ++i) {
            FileInspection::Column &each = (*columns)[i];
            if (!column.isEmpty() && isColumn(*columns, i, column))
                each.field = field;
            else if (each.field == field)
                each.field.clear();
        }
    }
}

void ColumnChoices::set(const QString &field, const QString &column)
{
    std::erase_if(m_items, [&](const Item &item) { return item.first == field; });
    m_items.emplace_back(field, column);
}

QString ColumnChoices::text() const
{
    QStringList items;
    for (const auto &[field, column] : m_items)
        items.append(columnItem(field, column));
    return items.join(QLatin1Char(','));
}

bool canChooseColumns(const ColumnChoices::Columns &columns)
{
    QSet<QString> fields;
    for (const FileInspection::Column &column : columns) {
        if (column.field.isEmpty())
            continue;
        if (fields.contains(column.field))
            return false;
        fields.insert(column.field);
    }
    return true;
}

} // namespace ticker
