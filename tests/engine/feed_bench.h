// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline_queue.h"
#include "fake_transport.h"
#include "feeds/feed_server.h"
#include "hand_made_market.h"

#include <chrono>

namespace ticker {

/// A server of the plain feed with clients made of values, on a time that the test moves. Its market has ACME, BOLT and
/// COMET.
struct FeedBench final
{
    static constexpr quint64 firstId = 1000;
    static constexpr qint64 wallTime = HandMadeMarket::wallTime;

    explicit FeedBench(const Limits &limits = {})
        : server(limits, deadlines,
                 {[this] { return encodeFeedHello(hello); }, [] { return wallTime; },
                  [this](quint64 afterSeq, const SymbolSet &symbols, const FeedServer::Source::Visitor &visit) {
                      return missedTicks && missedTicks(afterSeq, symbols, visit);
                  }},
                 firstId)
    {
        server.setCache(market.cache);
    }
    ~FeedBench() { pass(std::chrono::milliseconds(0)); }
    Q_DISABLE_COPY_MOVE(FeedBench)

    DeadlineQueue deadlines;
    FeedHello hello{HandMadeMarket::tape, 42, 1, QStringLiteral("ACME"), QStringLiteral("ACME"), {}, {}};
    /// What the server asks for them; none: they are not known.
    std::function<bool(quint64, const SymbolSet &, const FeedServer::Source::Visitor &)> missedTicks;
    HandMadeMarket market;
    FeedServer server;
    bool hasFastPaths = true; ///< Of the clients to come.

    /// Moves the time on in small steps, so that what callbacks add is done in its turn.
    void pass(std::chrono::milliseconds time)
    {
        const auto end = deadlines.now() + time;
        while (deadlines.next() && *deadlines.next() <= end)
            deadlines.run(*deadlines.next());
        deadlines.run(end);
    }

    /// A client that was greeted just now.
    std::shared_ptr<FakeSocket> open()
    {
        auto socket = std::make_shared<FakeSocket>();
        socket->hasFastPath = hasFastPaths;
        server.acceptWebSocket(peer(), std::make_unique<FakeChannel>(socket));
        return socket;
    }
    /// A client that has subscribed, and whose frames so far are forgotten.
    std::shared_ptr<FakeSocket> join(const QByteArray &symbols = R"(["ACME"])")
    {
        auto socket = open();
        socket->text("{\"action\":\"subscribe\",\"symbols\":" + symbols + '}');
        socket->frames.clear();
        socket->fastPathCalls = 0;
        return socket;
    }
    /// The client of an event stream.
    std::shared_ptr<FakeSocket> openStream(const FeedServer::EventStreamRequest &request)
    {
        auto socket = std::make_shared<FakeSocket>();
        socket->hasFastPath = hasFastPaths;
        socket->isStream = true;
        server.acceptEventStream(peer(), request, std::make_unique<FakeChannel>(socket));
        return socket;
    }

    /// What such a client asks for: no heartbeats.
    static FeedServer::EventStreamRequest streamOf(const QList<int> &places, double maxRate = 0,
                                                   std::optional<quint64> lastSeq = std::nullopt)
    {
        return {setOf(places), maxRate, lastSeq, false, std::chrono::milliseconds(0)};
    }

    /// A tick in which these trade, sent.
    void tick(const QList<int> &places = {0})
    {
        market.trade(places);
        server.collectTick();
        server.sendTicks();
    }
    /// Ticks of ACME that are due together.
    void ticks(int count)
    {
        for (int i = 0; i < count; ++i) {
            market.trade({0});
            server.collectTick();
        }
        server.sendTicks();
    }

    static QByteArray tickText(quint64 seq, int merged = 0)
    {
        return HandMadeMarket::tickText(seq, {{"ACME", seq}}, merged);
    }
    static QByteArrayList tickTexts(quint64 firstSeq, int count)
    {
        QByteArrayList texts;
        for (int i = 0; i < count; ++i)
            texts.append(tickText(firstSeq + quint64(i)));
        return texts;
    }
    static SymbolSet setOf(const QList<int> &places)
    {
        SymbolSet set;
        for (const int place : places)
            set.insert(place);
        return set;
    }
    static PeerInfo peer() { return {QStringLiteral("127.0.0.1"), 40'000, QStringLiteral("test agent")}; }
};

/// What a client says.
inline QByteArray maxRate(const QByteArray &rate)
{
    return "{\"action\":\"max_rate\",\"max_rate\":" + rate + '}';
}

/// Room for a few ticks.
inline Limits roomForFewTicks()
{
    Limits limits;
    limits.maxUnsentBytes = 1000;
    return limits;
}

/// What was said to a client, once.
inline QByteArray answerTo(FakeSocket &socket, const QByteArray &text)
{
    socket.frames.clear();
    socket.text(text);
    const QByteArrayList texts = socket.takeTexts();
    return texts.size() == 1 ? texts.first() : "(not one answer) " + texts.join('|');
}

} // namespace ticker
