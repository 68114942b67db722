// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/socketio_answers.h"

#include "socketio/socketio_connection.h"
#include "socketio/socketio_socket.h"

namespace ticker {

OutgoingPacket encodeEvent(const QByteArray &nsp, const SocketIoEventName &name, const QByteArray &json,
                           OutgoingPacket::Kind kind)
{
    const SocketIoPacket packet = makeEvent(nsp, name, SocketIoArguments().addJson(json));
    return OutgoingPacket({EngineIoPacket::Type::Message, false, encodeSocketIoPacket(packet)}, kind);
}

void answerEvent(SocketIoSocket &socket, const SocketIoAck &ack, const QString &event, const QByteArray &json)
{
    const SocketIoArguments arguments = SocketIoArguments().addJson(json);
    if (ack.isWanted())
        ack(arguments);
    else
        socket.emitEvent(event, arguments);
}

void refuseEvent(SocketIoSocket &socket, const SocketIoAck &ack, const FeedError &error)
{
    socket.connection().noteRefused(feedErrorName(error.code), error.quote);
    answerEvent(socket, ack, QStringLiteral("subscription error"), "{\"error\":" + encodeErrorObject(error) + '}');
}

} // namespace ticker
