// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed_codec/feed_message.h"
#include "packets/outgoing_packet.h"

#include <QByteArray>
#include <QString>

namespace ticker {

class SocketIoAck;
class SocketIoEventName;
class SocketIoSocket;

/// An event with one value of JSON, encoded once for however many clients of the namespace.
[[nodiscard]] OutgoingPacket encodeEvent(const QByteArray &nsp, const SocketIoEventName &name, const QByteArray &json,
                                         OutgoingPacket::Kind kind = OutgoingPacket::Kind::Ordinary);
/// Answers an event by its acknowledgement, or by an event of its own: never silence.
void answerEvent(SocketIoSocket &socket, const SocketIoAck &ack, const QString &event, const QByteArray &json);
/// The same with what is wrong, by the event "subscription error"; it is counted with the client.
void refuseEvent(SocketIoSocket &socket, const SocketIoAck &ack, const FeedError &error);

} // namespace ticker
