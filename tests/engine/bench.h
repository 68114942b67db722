// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline_queue.h"
#include "fake_transport.h"
#include "socketio/socketio_server.h"

#include <chrono>

namespace ticker {

using ExchangePointer = std::shared_ptr<FakeExchange>;
using SocketPointer = std::shared_ptr<FakeSocket>;

/// A Socket.IO server with clients made of values, on a time that the test moves.
struct Bench final
{
    explicit Bench(const Limits &serverLimits = {}, const EngineIoOptions &engineIo = {})
        : limits(serverLimits), server(limits, deadlines, engineIo)
    {
        server.of().onDisconnection([this](SocketIoSocket &socket, DisconnectReason) {
            m_unknownEventsOfLeft += socket.connection().unknownEvents().count;
        });
    }
    ~Bench() { settle(); }

    Limits limits;
    DeadlineQueue deadlines;
    SocketIoServer server;
    bool hasFastPaths = true; ///< Of the WebSockets to come.

    /// Moves the time on in small steps, so that what callbacks add is done in its turn.
    void pass(std::chrono::milliseconds time)
    {
        const auto end = deadlines.now() + time;
        while (deadlines.next() && *deadlines.next() <= end)
            deadlines.run(*deadlines.next());
        deadlines.run(end);
    }
    /// Lets what has ended be destroyed.
    void settle() { pass(std::chrono::milliseconds(0)); }

    // HTTP

    ExchangePointer request(const QByteArray &method, const QByteArray &query, const QByteArray &body = {},
                            const QByteArray &contentType = "text/plain;charset=UTF-8")
    {
        auto exchange = std::make_shared<FakeExchange>();
        requestWith(exchange, method, query, body, contentType);
        return exchange;
    }
    void requestWith(const ExchangePointer &exchange, const QByteArray &method, const QByteArray &query,
                     const QByteArray &body = {}, const QByteArray &contentType = "text/plain;charset=UTF-8")
    {
        server.engineIo().handlePoll({method, query, contentType, body, peer()}, exchange);
    }
    ExchangePointer get(const QByteArray &sid) { return request("GET", pollingQuery(sid)); }
    ExchangePointer post(const QByteArray &sid, const QByteArray &body)
    {
        return request("POST", pollingQuery(sid), body);
    }

    /// A handshake; returns the sid.
    QByteArray openPolling() { return sidOf(get({})->body()); }
    /// A client that polls and has joined the main namespace.
    QByteArray joinPolling()
    {
        QByteArray sid = openPolling();
        post(sid, "40");
        get(sid);
        return sid;
    }

    // WebSocket

    SocketPointer openSocket(const QByteArray &sid = {}, const QByteArray &transport = "websocket")
    {
        auto socket = std::make_shared<FakeSocket>();
        socket->hasFastPath = hasFastPaths;
        const EngineIoRequest request{"GET", query(transport, sid), {}, {}, peer()};
        server.engineIo().acceptWebSocket(request, std::make_unique<FakeChannel>(socket));
        return socket;
    }
    /// A WebSocket client that has joined the main namespace; its frames so far are forgotten.
    SocketPointer joinSocket()
    {
        SocketPointer socket = openSocket();
        socket->text("40");
        socket->frames.clear();
        return socket;
    }

    void tick(int price)
    {
        server.of().emitTick(QStringLiteral("stock price update"),
                             SocketIoArguments().addJson(QByteArray::number(price)));
    }

    /// Events that no handler took, of all clients so far.
    [[nodiscard]] quint64 unknownEvents() const
    {
        quint64 count = m_unknownEventsOfLeft;
        for (const ClientRow &row : server.clients())
            count += row.unknownEvents;
        return count;
    }

    // Texts

    static QByteArray query(const QByteArray &transport, const QByteArray &sid)
    {
        return "EIO=4&transport=" + transport + (sid.isEmpty() ? QByteArray() : "&sid=" + sid);
    }
    static QByteArray pollingQuery(const QByteArray &sid) { return query("polling", sid); }
    static QByteArray tickText(int price) { return "42[\"stock price update\"," + QByteArray::number(price) + ']'; }
    static QByteArray sidOf(const QByteArray &handshake)
    {
        constexpr qsizetype sidSize = 20;
        const QByteArray key("\"sid\":\"");
        return handshake.mid(handshake.indexOf(key) + key.size(), sidSize);
    }
    static PeerInfo peer() { return {QStringLiteral("127.0.0.1"), 40'000, QStringLiteral("test agent")}; }

    std::size_t sessions() { return server.engineIo().sessionCount(); }

private:
    quint64 m_unknownEventsOfLeft = 0;
};

} // namespace ticker
