// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_behaviour.h"

#include "socketio/socketio_server.h"

namespace ticker::conformance {

namespace {

constexpr std::chrono::seconds answerTimeout{10};

void tellAuth(SocketIoSocket &socket)
{
    socket.emitEvent(QStringLiteral("auth"), SocketIoArguments().addJson(socket.auth()));
}

void ask(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &)
{
    const auto tellAnswer = [&socket](const SocketIoSocket::Answer &answer) {
        if (answer)
            socket.emitEvent(QStringLiteral("answer"), *answer);
    };
    socket.emitEvent(QStringLiteral("question"), arguments, tellAnswer, answerTimeout);
}

void addHandlers(SocketIoNamespace &nsp)
{
    nsp.onConnection(tellAuth);
    nsp.on(QStringLiteral("message"), [](SocketIoSocket &socket, const auto &arguments, const SocketIoAck &) {
        socket.emitEvent(QStringLiteral("message-back"), arguments);
    });
    nsp.on(QStringLiteral("message-with-ack"),
           [](SocketIoSocket &, const auto &arguments, const SocketIoAck &ack) { ack(arguments); });
    nsp.on(QStringLiteral("ask"), ask);
    nsp.on(QStringLiteral("kick"),
           [](SocketIoSocket &socket, const auto &, const SocketIoAck &) { socket.disconnect(); });
}

} // namespace

void behaveAsExpected(SocketIoServer &server)
{
    addHandlers(server.of());
    addHandlers(server.of(QByteArrayLiteral("/custom")));
}

} // namespace ticker::conformance
