// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "streams/stream_bytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace ticker {

class ByteStream;
struct HttpRequest;

/// What went over one lane: with the heads of requests, replies and frames, without what TCP and IP add.
struct LaneCount final
{
    quint64 requests = 0;
    quint64 notModified = 0; ///< Replies 304.
    int open = 0;            ///< WebSockets and streams of events.
    StreamBytes bytes;
};

class Lane;

/// One connection's part in a lane: that of the request which it serves just now. Nothing is counted for a request that
/// names none. Server thread; owned by the connection.
class LaneCharge final
{
public:
    LaneCharge() = default;
    explicit LaneCharge(std::shared_ptr<Lane> lane) : m_lane(std::move(lane)) { }

    void up(qsizetype bytes);
    /// Of a reply, which begins here or went on.
    void down(QByteArrayView bytes);
    /// Of the body of a reply that has begun.
    void downMore(qint64 bytes);
    /// The connection has left HTTP: what goes over it from now on, until it closes, is the lane's.
    void follow(ByteStream &stream);

private:
    std::shared_ptr<Lane> m_lane; ///< Null: not counted.
};

/// Counts what ways of reading the feed cost, for who compares them: each request that carries `lane=NAME` in its query is
/// charged to that name, with its reply, and with all that follows on a connection that it takes over. Server thread; owned
/// by the context. Its lanes may outlive it with their streams.
class LaneMeter final
{
public:
    using Named = std::pair<QByteArray, LaneCount>;

    explicit LaneMeter(std::size_t maxLanes) : m_maxLanes(maxLanes) { }

    /// To whom the bytes of this request go. Its head is charged. A lane that was not there begins; of too many, the one
    /// that was not asked for by a request for longest is forgotten.
    [[nodiscard]] LaneCharge charge(const HttpRequest &request, qsizetype headBytes);
    /// Of these, as far as they are known, in their order; of all if none is named.
    [[nodiscard]] std::vector<Named> counts(const QList<QByteArray> &names) const;

    /// Letters, digits, ".", "-" and "_", at most 64: what a name is made of. Anything else names no lane.
    [[nodiscard]] static bool isName(QByteArrayView name);

private:
    struct Entry final
    {
        QByteArray name;
        std::shared_ptr<Lane> lane;
    };

    [[nodiscard]] std::vector<Entry>::const_iterator find(const QByteArray &name) const;
    [[nodiscard]] std::shared_ptr<Lane> lane(const QByteArray &name);

    std::size_t m_maxLanes;
    std::vector<Entry> m_lanes; ///< The one that was asked for last is the last.
};

} // namespace ticker
