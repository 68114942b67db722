// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport.h"
#include "websocket_channel.h"

#include <memory>

namespace ticker {

class ChannelCloser;

/// A session's packets over a WebSocket, one per frame. Owned by its session, or by the upgrade before. Server thread.
class EngineWebSocketTransport final : public Transport, private WebSocketChannel::Receiver
{
public:
    /// The closer, which outlives it, takes the channel over in the end.
    EngineWebSocketTransport(std::unique_ptr<WebSocketChannel> channel, const PacketFraming &framing,
                             ChannelCloser &closer);
    ~EngineWebSocketTransport() override;

    void setReceiver(Transport::Receiver *receiver) override { m_receiver = receiver; }
    [[nodiscard]] TransportKind kind() const override { return TransportKind::SocketIoWebSocket; }
    [[nodiscard]] bool isWritable() const override { return m_channel && !m_peerGone; }
    [[nodiscard]] qint64 unsentBytes() const override { return m_channel ? m_channel->unsentBytes() : 0; }
    [[nodiscard]] DirectLane lane() const override;
    void sendRest(const QByteArray &bytes) override { m_channel->sendFrames(bytes); }
    [[nodiscard]] qsizetype batchBytes() const override;
    qint64 send(std::span<const OutgoingPacket> packets) override;
    void close(Closing closing) override;

private:
    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &data) override;
    void batchReceived() override;
    void channelWritable() override;
    void protocolViolated() override;
    void channelClosed() override;
    void received(const Expected<EngineIoPacket, EngineIoPacketError> &packet);

    std::unique_ptr<WebSocketChannel> m_channel; ///< Null when closed.
    PacketFraming m_framing;
    ChannelCloser &m_closer;
    Transport::Receiver *m_receiver = nullptr;
    bool m_peerGone = false;
};

} // namespace ticker
