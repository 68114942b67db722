// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quotes/quote_cache.h"

#include <QByteArrayList>
#include <QStringList>

#include <optional>
#include <utility>

namespace ticker {

/// A market whose trades the test makes: after tick n every instrument that traded in it costs n.
struct HandMadeMarket final
{
    static constexpr const char *tape = "0tape";
    static constexpr qint64 wallTime = 1'795'377'208'008;

    explicit HandMadeMarket(const QStringList &symbols = usualSymbols()) : spec(specOf(symbols)), cache(spec, tape) { }
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
    static Quote quoteAt(int place, quint64 seq)
    {
        return {quint16(place), Side::Buy, 1, qint64(seq), 0, 1, qint64(seq), 1};
    }

    /// {"tape":…,"state":"halted","symbols":["ACME"],"seq":…,"time":…}; without symbols it is the market's.
    static QByteArray statusObject(const QByteArray &state, quint64 seq, const QByteArray &symbols = {})
    {
        return QByteArray("{\"tape\":\"") + tape + "\",\"state\":\"" + state + '"'
            + (symbols.isEmpty() ? QByteArray() : ",\"symbols\":" + symbols) + ",\"seq\":" + QByteArray::number(seq)
            + ",\"time\":" + QByteArray::number(wallTime) + '}';
    }
    static QByteArray statusText(const QByteArray &state, quint64 seq, const QByteArray &symbols = {})
    {
        return "{\"type\":\"status\"," + statusObject(state, seq, symbols).sliced(1);
    }

    /// What a client reads of an instrument that last traded in that tick.
    static QByteArray quoteText(const QByteArray &symbol, quint64 tradedIn)
    {
        const QByteArray price = QByteArray::number(tradedIn);
        return "{\"symbol\":\"" + symbol + "\",\"price\":" + price
            + ",\"previous\":0,\"size\":1,\"open\":1,\"high\":" + price + ",\"low\":1}";
    }
    /// "seq":7,"after":6,"last":7,"time":…,"quotes":[…], of the chain what it has.
    static QByteArray quotesText(quint64 seq, const QList<std::pair<QByteArray, quint64>> &trades,
                                 const TickChain &chain = {})
    {
        QByteArrayList quotes;
        for (const auto &[symbol, tradedIn] : trades)
            quotes.append(quoteText(symbol, tradedIn));
        return "\"seq\":" + QByteArray::number(seq)
            + (chain.after ? ",\"after\":" + QByteArray::number(*chain.after) : QByteArray())
            + (chain.last ? ",\"last\":" + QByteArray::number(*chain.last) : QByteArray())
            + ",\"time\":" + QByteArray::number(seq > 0 ? wallTime : 0) + ",\"quotes\":[" + quotes.join(',') + ']';
    }
    /// What it is after where each tick concerns the client.
    static quint64 usualAfter(quint64 seq, int merged) { return seq - quint64(merged) - 1; }
    /// A tick message; the number of others that are merged in it, 0 for none; the seq before it, where it is not the usual.
    static QByteArray tickText(quint64 seq, const QList<std::pair<QByteArray, quint64>> &trades, int merged = 0,
                               std::optional<quint64> after = std::nullopt, std::optional<quint64> last = std::nullopt)
    {
        const QByteArray end = merged > 0 ? ",\"merged\":" + QByteArray::number(merged) + '}' : QByteArray("}");
        return "{\"type\":\"tick\"," + quotesText(seq, trades, {after.value_or(usualAfter(seq, merged)), last}) + end;
    }
    /// A snapshot message; the symbols as JSON.
    static QByteArray snapshotText(const QByteArray &symbols, quint64 seq,
                                   const QList<std::pair<QByteArray, quint64>> &trades,
                                   std::optional<quint64> after = std::nullopt,
                                   std::optional<quint64> last = std::nullopt)
    {
        return "{\"type\":\"snapshot\",\"tape\":\"0tape\",\"symbols\":" + symbols + ','
            + quotesText(seq, trades, {after, last.value_or(seq)}) + '}';
    }
};

} // namespace ticker
