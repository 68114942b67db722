// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/websocket_transport.h"

#include "engineio_codec/engineio_packet_v3.h"
#include "transport/channel_closer.h"

namespace ticker {

namespace {
/// About what one system call moves.
constexpr qsizetype oneSend = 64 * 1024;
} // namespace

WebSocketTransport::WebSocketTransport(std::unique_ptr<WebSocketChannel> channel, PacketFraming framing,
                                       ChannelCloser &closer)
    : m_channel(std::move(channel)), m_framing(std::move(framing)), m_closer(closer)
{
    Q_ASSERT(m_channel);
    m_channel->setReceiver(this);
}

WebSocketTransport::~WebSocketTransport()
{
    if (m_channel)
        m_channel->setReceiver(nullptr);
}

qint64 WebSocketTransport::send(std::span<const OutgoingPacket> packets)
{
    Q_ASSERT(isWritable());
    QByteArray frames = packets.front().frame(m_framing); // nearly always the only one, and then shared
    for (const OutgoingPacket &packet : packets.subspan(1))
        frames += packet.frame(m_framing);
    m_channel->sendFrames(frames);
    return frames.size();
}

FastPath WebSocketTransport::fastPath() const
{
    return isWritable() ? m_channel->fastPath() : FastPath();
}

qsizetype WebSocketTransport::batchBytes() const
{
    return oneSend;
}

void WebSocketTransport::close(const Closing &closing)
{
    m_receiver = nullptr;
    if (!m_channel)
        return;
    if (m_peerGone)
        m_closer.discard(std::move(m_channel));
    else
        m_closer.close(std::move(m_channel), closing);
}

void WebSocketTransport::received(const Expected<EngineIoPacket, EngineIoPacketError> &packet)
{
    if (!m_receiver)
        return;
    if (!packet) {
        m_receiver->transportFailed(DisconnectReason::BadPacket);
        return;
    }
    m_receiver->packetReceived(*packet);
}

void WebSocketTransport::batchReceived()
{
    if (m_receiver)
        m_receiver->batchReceived();
}

void WebSocketTransport::channelWritable()
{
    if (m_receiver)
        m_receiver->transportWritable();
}

void WebSocketTransport::protocolViolated()
{
    if (m_receiver)
        m_receiver->transportFailed(DisconnectReason::BadFrame);
}

void WebSocketTransport::channelClosed()
{
    m_peerGone = true;
    if (m_receiver)
        m_receiver->transportFailed(DisconnectReason::ConnectionLost);
}

EngineWebSocketTransport::EngineWebSocketTransport(std::unique_ptr<WebSocketChannel> channel,
                                                   const PacketFraming &framing, ChannelCloser &closer)
    : WebSocketTransport(std::move(channel), framing, closer)
{
}

void EngineWebSocketTransport::textReceived(const QByteArray &utf8)
{
    received(framing().revision == EngineIoRevision::Three ? decodeTextPacketV3(utf8) : decodeTextPacket(utf8));
}

void EngineWebSocketTransport::binaryReceived(const QByteArray &data)
{
    if (framing().revision == EngineIoRevision::Three)
        received(decodeBinaryPacketV3(data));
    else
        received(decodeBinaryPacket(data));
}

} // namespace ticker
