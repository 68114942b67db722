// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline_queue.h"
#include "fake_transport.h"
#include "feed_server.h"

#include <chrono>

namespace ticker {

/// A server of the plain feed with clients made of values, on a time that the test moves.
struct FeedBench final
{
    static constexpr quint64 firstId = 1000;
    static constexpr qint64 wallTime = 1'795'377'208'008;

    explicit FeedBench(const Limits &limits = {})
        : server(limits, deadlines, {[this] { return hello; }, [] { return wallTime; }}, firstId)
    {
    }
    ~FeedBench() { pass(std::chrono::milliseconds(0)); }
    Q_DISABLE_COPY_MOVE(FeedBench)

    DeadlineQueue deadlines;
    FeedHello hello{QStringLiteral("ACME"), 1, 42};
    FeedServer server;
    bool hasLanes = true; ///< Of the clients to come.

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
        socket->hasLane = hasLanes;
        server.acceptWebSocket(peer(), std::make_unique<FakeChannel>(socket));
        return socket;
    }
    /// A client whose frames so far are forgotten.
    std::shared_ptr<FakeSocket> join()
    {
        auto socket = open();
        socket->frames.clear();
        return socket;
    }

    /// Ticks that are due together.
    void tick(quint64 firstSeq, int count = 1)
    {
        std::vector<FeedTick> ticks;
        ticks.reserve(std::size_t(count));
        for (int i = 0; i < count; ++i)
            ticks.push_back(tickOf(firstSeq + quint64(i)));
        server.sendTicks(ticks);
    }

    static FeedTick tickOf(quint64 seq) { return {QStringLiteral("ACME"), int(seq % 1000), seq, wallTime}; }
    static QByteArray tickText(quint64 seq) { return encodeFeedTick(tickOf(seq)); }
    static QByteArrayList tickTexts(quint64 firstSeq, int count)
    {
        QByteArrayList texts;
        for (int i = 0; i < count; ++i)
            texts.append(tickText(firstSeq + quint64(i)));
        return texts;
    }
    static PeerInfo peer() { return {QStringLiteral("127.0.0.1"), 40'000, QStringLiteral("test agent")}; }
};

} // namespace ticker
