// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_import/field_titles.h"

#include <algorithm>
#include <iterator>

namespace ticker {

namespace {

struct Field final
{
    const char *name;
    const char *title;
};

constexpr Field fields[] = {
    {"time", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Time")},
    {"time-of-day", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Time of day")},
    {"symbol", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Symbol")},
    {"price", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Price")},
    {"bid", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Bid")},
    {"ask", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Ask")},
    {"open", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Open")},
    {"high", QT_TRANSLATE_NOOP("ticker::FieldTitles", "High")},
    {"low", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Low")},
    {"close", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Close")},
    {"size", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Size")},
    {"bid-size", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Size of the bid")},
    {"ask-size", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Size of the ask")},
    {"side", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Side of the taker")},
    {"id", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Number of the trade")},
    {"seq", QT_TRANSLATE_NOOP("ticker::FieldTitles", "Number of the tick")},
};

} // namespace

QString FieldTitles::of(const QString &field)
{
    const auto *const found = std::ranges::find_if(
        fields, [&](const Field &each) { return field == QLatin1String(each.name); });
    return found == std::end(fields) ? QString() : tr(found->title);
}

QStringList FieldTitles::all()
{
    QStringList names;
    for (const Field &each : fields)
        names.append(QLatin1String(each.name));
    return names;
}

} // namespace ticker
