// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_client.h"

#include "session_id.h"

#include <QJsonObject>

#include <utility>
#include <vector>

namespace ticker {

namespace {

SocketIoPacket makePacket(SocketIoPacket::Type type, const QByteArray &nsp, const QString &key, const QString &value)
{
    SocketIoPacket packet;
    packet.type = type;
    packet.nsp = nsp;
    packet.data = QJsonObject{{key, value}};
    return packet;
}

} // namespace

SocketIoClient::SocketIoClient(EngineIoSession &session, Owner &owner, DeadlineQueue &deadlines,
                               DeadlineQueue::Time connectTimeout)
    : m_session(&session), m_owner(owner), m_id(session.id()), m_connectTimeout(deadlines)
{
    session.setListener(this);
    m_connectTimeout.start(connectTimeout, [this] { close(DisconnectReason::ConnectTimeout); });
}

const EngineIoSession &SocketIoClient::session() const
{
    Q_ASSERT(m_session);
    return *m_session;
}

void SocketIoClient::send(const SocketIoPacket &packet)
{
    if (!m_session)
        return;
    using Type = EngineIoPacket::Type;
    std::vector<OutgoingPacket> packets;
    packets.reserve(1 + std::size_t(packet.attachments.size()));
    packets.emplace_back(EngineIoPacket{Type::Message, false, encodeSocketIoPacket(packet)});
    for (const QByteArray &attachment : packet.attachments)
        packets.emplace_back(EngineIoPacket{Type::Message, true, attachment});
    m_session->send(packets);
}

void SocketIoClient::sendTick(const OutgoingPacket &tick)
{
    if (m_session)
        m_session->sendTick(tick);
}

void SocketIoClient::close(DisconnectReason reason)
{
    if (m_session)
        m_session->close(reason);
}

void SocketIoClient::messageReceived(const EngineIoPacket &message)
{
    auto packet = message.binary ? m_decoder.addBinary(message.data) : m_decoder.addText(message.data);
    if (!packet)
        close(DisconnectReason::BadSocketIoPacket);
    else if (packet->has_value())
        handle(**packet);
}

void SocketIoClient::handle(const SocketIoPacket &packet)
{
    using Type = SocketIoPacket::Type;
    const bool joined = hasJoined(packet.nsp);
    if (!joined && packet.type == Type::Connect) {
        join(packet.nsp);
        return;
    }
    if (!joined || packet.type == Type::Connect || packet.type == Type::ConnectError) {
        close(DisconnectReason::UnexpectedPacket);
        return;
    }
    switch (packet.type) {
    case Type::Disconnect:
        leave(packet.nsp); // the connection stays, for other namespaces or to come back
        break;
    case Type::Event:
    case Type::BinaryEvent:
        if (packet.data.isArray()) // an event without even a name means nothing, but is no error to the reference
            m_owner.eventReceived(*this, packet);
        break;
    case Type::Ack:
    case Type::BinaryAck: // nothing was sent that asks for one, so its id is unknown: ignored
    case Type::Connect:
    case Type::ConnectError:
        break;
    }
}

void SocketIoClient::join(const QByteArray &nsp)
{
    if (!m_owner.hasNamespace(nsp)) {
        send(makePacket(SocketIoPacket::Type::ConnectError, nsp, QStringLiteral("message"),
                        QStringLiteral("Invalid namespace")));
        return;
    }
    const QByteArray id = makeSessionId(); // not the session's own, which is a secret between the two
    m_connectTimeout.stop();
    m_socketIds.emplace(nsp, id);
    send(makePacket(SocketIoPacket::Type::Connect, nsp, QStringLiteral("sid"), QString::fromLatin1(id)));
    if (m_session)
        m_owner.clientJoined(*this, nsp);
}

void SocketIoClient::leave(const QByteArray &nsp)
{
    m_socketIds.erase(nsp);
    m_owner.clientLeft(*this, nsp);
}

void SocketIoClient::sessionEnded(DisconnectReason reason)
{
    m_connectTimeout.stop();
    m_session = nullptr;
    for (const auto &[nsp, id] : std::exchange(m_socketIds, {}))
        m_owner.clientLeft(*this, nsp);
    m_owner.clientEnded(*this, reason);
}

} // namespace ticker
