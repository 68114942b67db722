// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench.h"
#include "feeds/socketio_quotes.h"
#include "hand_made_market.h"

namespace ticker {

using QuoteTrades = QList<std::pair<QByteArray, quint64>>;

/// A Socket.IO server whose main namespace has a market.
struct QuotesBench final
{
    explicit QuotesBench(const Limits &limits = {})
        : bench(limits), quotes(bench.server.of(), bench.deadlines, [] { return HandMadeMarket::wallTime; })
    {
        quotes.setCache(market.cache);
    }

    HandMadeMarket market;
    Bench bench;
    SocketIoQuotes quotes;

    void tick(const QList<int> &places = {0})
    {
        market.trade(places);
        quotes.collectTick();
        quotes.sendTicks();
    }
    /// A WebSocket client that has subscribed; its frames so far are forgotten.
    SocketPointer join(const QByteArray &symbols)
    {
        SocketPointer socket = bench.joinSocket();
        socket->text("42[\"subscribe\"," + symbols + ']');
        socket->frames.clear();
        return socket;
    }
    [[nodiscard]] ClientRow row() const { return bench.server.clients().first(); }

    /// As HandMadeMarket::tickText().
    static QByteArray quotesText(quint64 seq, const QuoteTrades &trades, int merged = 0,
                                 std::optional<quint64> after = std::nullopt)
    {
        after = after.value_or(HandMadeMarket::usualAfter(seq, merged));
        const QByteArray end = merged > 0 ? ",\"merged\":" + QByteArray::number(merged) : QByteArray();
        return "42[\"quotes\",{\"simulated\":true," + HandMadeMarket::quotesText(seq, trades, {after, {}}) + end + "}]";
    }
    static QByteArray stateText(const QByteArray &symbols, quint64 seq, const QuoteTrades &trades)
    {
        return "{\"tape\":\"0tape\",\"symbols\":" + symbols + ',' + HandMadeMarket::quotesText(seq, trades, {{}, seq})
            + '}';
    }
};

} // namespace ticker
