// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_file/tick_file_reader.h"

#include <QStringList>

#include <algorithm>

namespace ticker {

// What a reader of ticks says, as texts that are easily compared.

/// Without zeros at its end.
inline QString sizeText(const TickFileSize &size)
{
    constexpr int most = SizeScale::mostDecimals;
    const auto units = size.units(std::min(size.neededDecimals(), most), TickFileQuote::largestSize(true));
    return QString::fromLatin1(SizeScale(std::min(size.neededDecimals(), most)).text(units.value_or(0)));
}

/// With its decimals.
inline QString priceText(const TickFilePrice &price)
{
    const int decimals = std::min(price.decimals(), PriceGrid::mostDecimals);
    return QString::fromLatin1(PriceGrid(decimals, 1).text(price.units(decimals).value_or(0)));
}

/// What stands beside the price of a tick: "bid 1.10 x5 ask 1.12 y6 sell #17".
inline QString besideText(const TickFileQuote &quote, const TickFileExtras &extras)
{
    QStringList parts;
    if (const auto bid = quote.bid())
        parts.append(QStringLiteral("bid ") + priceText(*bid));
    if (const auto &size = extras.bidSize)
        parts.append(QStringLiteral("x") + sizeText(*size));
    if (const auto ask = quote.ask())
        parts.append(QStringLiteral("ask ") + priceText(*ask));
    if (const auto &size = extras.askSize)
        parts.append(QStringLiteral("y") + sizeText(*size));
    if (quote.side != Side::Unknown)
        parts.append(quote.side == Side::Buy ? QStringLiteral("buy") : QStringLiteral("sell"));
    if (const auto &id = extras.id)
        parts.append(QStringLiteral("#%1").arg(*id));
    return parts.join(QLatin1Char(' '));
}

/// One line of a file, or what is wrong with it, as a text.
inline QString textOf(const TickFileLine &line)
{
    QString text = QStringLiteral("%1@%2 %3").arg(line.line).arg(line.offset).arg(line.timeNs);
    if (line.seq > 0)
        text += QStringLiteral(" #%1").arg(line.seq);
    for (const TickFileQuote &quote : line.quotes) {
        text += QStringLiteral(" %1").arg(quote.symbol.toString());
        for (int i = 0; i < (line.isBar ? 4 : 1); ++i)
            text += QStringLiteral(" %1").arg(*quote.prices.at(std::size_t(i)).units(4));
        text += QStringLiteral(" x%1").arg(sizeText(quote.size));
    }
    return text;
}

/// Everything that a reader says.
class Told final
{
public:
    explicit Told(const QByteArray &symbol = "HEAD", const TickReadOptions &options = {})
        : m_reader(*TickFileSymbol::fromText(symbol), options)
    {
    }

    void append(const QByteArray &bytes)
    {
        m_reader.append(bytes);
        read();
    }
    void finish()
    {
        m_reader.finish();
        read();
    }
    [[nodiscard]] const QStringList &texts() const { return m_texts; }

private:
    void read()
    {
        for (;;) {
            const auto line = m_reader.next();
            if (line && !*line)
                return;
            m_texts.append(line ? textOf(**line) : line.error().text().english());
            if (m_reader.isBeyondHope())
                return;
        }
    }

    TickFileReader m_reader;
    QStringList m_texts;
};

inline QStringList readAll(const QByteArray &bytes, const TickReadOptions &options = {})
{
    Told told("HEAD", options);
    told.append(bytes);
    told.finish();
    return told.texts();
}

} // namespace ticker
