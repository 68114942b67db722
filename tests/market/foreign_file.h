// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay_file/replay_opening.h"
#include "tick_file/tick_file_reader.h"
#include "tick_file_told.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <chrono>

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
            text += QLatin1Char(' ') + QString::number(quote.prices.at(i).toDouble(), 'g', 12);
        text += QStringLiteral(" x%1").arg(sizeText(quote.size));
    }
    return text;
}

/// The prices of each instrument in a line, and what stands beside them: "10.25 x5 sell; 20.50".
inline QString readableBeside(const TickFileLine &line)
{
    QStringList texts;
    for (std::size_t i = 0; i < line.quotes.size(); ++i) {
        const QString beside = besideText(line.quotes[i], line.extras.at(i));
        texts.append((priceText(line.quotes[i].prices.front()) + QLatin1Char(' ') + beside).trimmed());
    }
    return texts.join(QStringLiteral("; "));
}

/// Each line, or what is wrong with it behind an exclamation mark. Packed files are unpacked, and those that are newest
/// first sorted; what a window of lines puts in order stays as it is.
inline QStringList readForeignFile(const QString &name, QString (*readable)(const TickFileLine &) = readableLine)
{
    const auto problem = [](const LocalizedText &why) { return QStringLiteral("! ") + why.english(); };
    auto begun = ReplayOpening::begin(QStringLiteral(TICKER_FOREIGN_FILES "/") + name, {QStringLiteral("HEAD")});
    if (!begun)
        return {problem(begun.error().message)};
    ReplayOpening opening = begun.takeValue();
    while (opening.step() != ReplayOpening::Step::Done) {
        if (const auto why = opening.work(std::chrono::seconds(1)))
            return {problem(why->message)};
    }
    TickFileReader reader(*TickFileSymbol::fromText("HEAD"));
    if (opening.file()->layout())
        reader.setLayout(*opening.file()->layout());
    for (quint64 offset = 0;;) {
        const auto block = opening.file()->readAt(offset);
        if (!block)
            return {problem(block.error().message)};
        if (block->isEmpty())
            break;
        reader.append(*block);
        offset += quint64(block->size());
    }
    reader.finish();
    QStringList texts;
    for (;;) {
        const auto line = reader.next();
        if (line && !*line)
            return texts;
        texts.append(line ? readable(**line) : problem(line.error().text()));
        if (reader.isBeyondHope())
            return texts;
    }
}

} // namespace ticker
