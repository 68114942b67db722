// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_file/tick_file_reader.h"

#include <QDateTime>
#include <QFile>
#include <QStringList>
#include <QTimeZone>

namespace ticker {

// What is read of a file in tests/market/tick_file/files.

inline QString readableLine(const TickFileLine &line)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(line.timeNs / 1'000'000, QTimeZone::utc());
    QString text = time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"));
    if (text.endsWith(QLatin1String(".000")))
        text.chop(4);
    for (const TickFileQuote &quote : line.quotes) {
        text += QLatin1Char(' ') + quote.symbol.toString();
        for (std::size_t i = 0; i < (line.isBar ? 4 : 1); ++i)
            text += QLatin1Char(' ') + QString::number(double(*quote.prices.at(i).units(8)) / 1e8, 'g', 12);
        text += QStringLiteral(" x%1").arg(quote.size);
    }
    return text;
}

/// Each line, or what is wrong with it behind an exclamation mark.
inline QStringList readForeignFile(const QString &name)
{
    QFile file(QStringLiteral(TICKER_FOREIGN_FILES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("cannot be opened")};
    TickFileReader reader(*TickFileSymbol::fromText("HEAD"));
    reader.append(file.readAll());
    reader.finish();
    QStringList texts;
    for (;;) {
        const auto line = reader.next();
        if (line && !*line)
            return texts;
        texts.append(line ? readableLine(**line) : QStringLiteral("! ") + line.error().text().english());
        if (reader.isBeyondHope())
            return texts;
    }
}

} // namespace ticker
