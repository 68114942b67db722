// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/disconnect_reason.h"
#include "delivery/fan_out.h"
#include "socketio/socketio_socket.h"
#include "socketio_codec/socketio_arguments.h"

#include <QHash>

#include <functional>
#include <span>

namespace ticker {

class SocketIoSocket;

/// A namespace of a Socket.IO server: its handlers, and the clients that have joined it. Server thread; owned by the
/// server. A handler may do anything to a socket or the server but destroy them.
///
///     auto &chat = server.of("/chat");
///     chat.onConnection([](SocketIoSocket &socket) { socket.emitEvent(QStringLiteral("welcome")); });
///     chat.on(QStringLiteral("message"), [&chat](SocketIoSocket &, const auto &arguments, const SocketIoAck &ack) {
///         chat.emitEvent(QStringLiteral("message"), arguments);
///         ack(SocketIoArguments().add(true));
///     });
class SocketIoNamespace final
{
public:
    using ConnectionHandler = std::function<void(SocketIoSocket &)>;
    using DisconnectionHandler = std::function<void(SocketIoSocket &, DisconnectReason)>;
    using EventHandler = std::function<void(SocketIoSocket &, const SocketIoArguments &, const SocketIoAck &)>;

    explicit SocketIoNamespace(QByteArray name) : m_name(std::move(name)) { }
    Q_DISABLE_COPY_MOVE(SocketIoNamespace)

    [[nodiscard]] const QByteArray &name() const { return m_name; }

    /// Called when a client has joined and was told so.
    void onConnection(ConnectionHandler handler) { m_connected = std::move(handler); }
    /// Called when a client has left or is gone. Nothing can be sent to it any more.
    void onDisconnection(DisconnectionHandler handler) { m_disconnected = std::move(handler); }
    /// Called for each event of that name; one handler a name, the latest.
    void on(const QString &event, const EventHandler &handler) { m_handlers.insert(event, handler); }

    /// Sends an event to every client here, encoded once. Who has too much waiting already is dropped as too slow.
    void emitEvent(const QString &name, const SocketIoArguments &arguments = {});
    /// The same for an event, without binary arguments, that a newer one makes worthless: it counts as a tick in the
    /// clients' rows, and a client that is too slow for every one gets the newest.
    void emitTick(const SocketIoEventName &name, const SocketIoArguments &arguments);
    /// The same for several that are due together, oldest first: they leave in one piece.
    void emitTicks(const SocketIoEventName &name, std::span<const SocketIoArguments> ticks);
    /// What is kept of such events for clients that are too slow is worthless.
    void dropConflatedTicks();

    // For the clients

    void join(SocketIoSocket &socket);
    void leave(SocketIoSocket &socket, DisconnectReason reason);
    /// False: no handler has that name.
    [[nodiscard]] bool dispatch(SocketIoSocket &socket, const SocketIoEvent &event, const SocketIoAck &ack);

private:
    QByteArray m_name;
    ConnectionHandler m_connected;
    DisconnectionHandler m_disconnected;
    QHash<QString, EventHandler> m_handlers;
    FanOut m_audience;
};

} // namespace ticker
