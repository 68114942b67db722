// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocket_transport.h"

#include "channel_closer.h"

namespace ticker {

EngineWebSocketTransport::EngineWebSocketTransport(std::unique_ptr<WebSocketChannel> channel, ChannelCloser &closer)
    : m_channel(std::move(channel)), m_closer(closer)
{
    Q_ASSERT(m_channel);
    m_channel->setReceiver(this);
}

EngineWebSocketTransport::~EngineWebSocketTransport()
{
    if (m_channel)
        m_channel->setReceiver(nullptr);
}

qint64 EngineWebSocketTransport::send(std::span<const OutgoingPacket> packets)
{
    Q_ASSERT(isWritable());
    qint64 sent = 0;
    for (const OutgoingPacket &packet : packets) {
        const QByteArray frame = packet.frame();
        sent += frame.size();
        m_channel->sendFrame(frame);
    }
    return sent;
}

void EngineWebSocketTransport::close(Closing closing)
{
    m_receiver = nullptr;
    if (!m_channel)
        return;
    if (m_peerGone)
        m_closer.discard(std::move(m_channel));
    else
        m_closer.close(std::move(m_channel), closing);
}

void EngineWebSocketTransport::textReceived(const QByteArray &utf8)
{
    if (!m_receiver)
        return;
    const auto packet = decodeTextPacket(utf8);
    if (packet)
        m_receiver->packetReceived(*packet);
    else
        m_receiver->transportFailed(DisconnectReason::BadPacket);
}

void EngineWebSocketTransport::binaryReceived(const QByteArray &data)
{
    if (m_receiver)
        m_receiver->packetReceived(decodeBinaryPacket(data));
}

void EngineWebSocketTransport::channelClosed()
{
    m_peerGone = true;
    if (m_receiver)
        m_receiver->transportFailed(DisconnectReason::ConnectionLost);
}

} // namespace ticker
