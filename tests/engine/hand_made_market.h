// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quotes/quote_cache.h"

#include <QByteArrayList>
#include <QStringList>

#include <utility>

namespace ticker {

/// A market whose trades the test makes: after tick n every instrument that traded in it costs n.
struct HandMadeMarket final
{
    static constexpr qint64 wallTime = 1'795'377'208'008;

    explicit HandMadeMarket(const QStringList &symbols = usualSymbols()) : spec(specOf(symbols)), cache(spec) { }
    Q_DISABLE_COPY_MOVE(HandMadeMarket)

    MarketSpec spec;
    QuoteCache cache;

    /// A tick in which these trade.
    void trade(const QList<int> &places)
    {
        Tick tick{cache.seq() + 1, {}};
        for (const int place : places)
            tick.quotes.push_back(quoteAt(place, tick.seq));
        cache.take(tick, wallTime);
    }

    static QStringList usualSymbols()
    {
        return {QStringLiteral("ACME"), QStringLiteral("BOLT"), QStringLiteral("COMET")};
    }
    static MarketSpec specOf(const QStringList &symbols)
    {
        MarketSpec spec;
        for (const QString &symbol : symbols) {
            Instrument instrument;
            instrument.symbol = symbol;
            instrument.name = symbol + QStringLiteral(" Inc.");
            instrument.grid = PriceGrid(0, 1);
            spec.instruments.push_back(instrument);
        }
        return spec;
    }
    static Quote quoteAt(int place, quint64 seq) { return {quint16(place), 1, qint64(seq), 0, 1, qint64(seq), 1}; }

    /// What a client reads of an instrument that last traded in that tick.
    static QByteArray quoteText(const QByteArray &symbol, quint64 tradedIn)
    {
        const QByteArray price = QByteArray::number(tradedIn);
        return "{\"symbol\":\"" + symbol + "\",\"price\":" + price
            + ",\"previous\":0,\"size\":1,\"open\":1,\"high\":" + price + ",\"low\":1}";
    }
    /// "seq":7,"time":…,"quotes":[…]
    static QByteArray quotesText(quint64 seq, const QList<std::pair<QByteArray, quint64>> &trades)
    {
        QByteArrayList quotes;
        for (const auto &[symbol, tradedIn] : trades)
            quotes.append(quoteText(symbol, tradedIn));
        return "\"seq\":" + QByteArray::number(seq) + ",\"time\":" + QByteArray::number(seq > 0 ? wallTime : 0)
            + ",\"quotes\":[" + quotes.join(',') + ']';
    }
    /// A tick message; the number of others that are merged in it, 0 for none.
    static QByteArray tickText(quint64 seq, const QList<std::pair<QByteArray, quint64>> &trades, int merged = 0)
    {
        const QByteArray end = merged > 0 ? ",\"merged\":" + QByteArray::number(merged) + '}' : QByteArray("}");
        return "{\"type\":\"tick\"," + quotesText(seq, trades) + end;
    }
    /// A snapshot message; the symbols as JSON.
    static QByteArray snapshotText(const QByteArray &symbols, quint64 seq,
                                   const QList<std::pair<QByteArray, quint64>> &trades)
    {
        return "{\"type\":\"snapshot\",\"symbols\":" + symbols + ',' + quotesText(seq, trades) + '}';
    }
};

} // namespace ticker
