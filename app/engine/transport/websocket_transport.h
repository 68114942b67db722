// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/transport.h"
#include "transport/websocket_channel.h"

#include <memory>

namespace ticker {

class ChannelCloser;

/// Packets over a WebSocket, one per frame; what a frame means is said by those who inherit. Server thread; owned by whose
/// packets they are.
class WebSocketTransport : public Transport, protected WebSocketChannel::Receiver
{
public:
    ~WebSocketTransport() override;

    void setReceiver(Transport::Receiver *receiver) final { m_receiver = receiver; }
    [[nodiscard]] bool isWritable() const final { return m_channel && !m_peerGone; }
    [[nodiscard]] qint64 unsentBytes() const final { return m_channel ? m_channel->unsentBytes() : 0; }
    [[nodiscard]] FastPath fastPath() const final;
    void sendRest(const QByteArray &bytes) final { m_channel->sendFrames(bytes); }
    [[nodiscard]] qsizetype batchBytes() const final;
    qint64 send(std::span<const OutgoingPacket> packets) final;
    void close(const Closing &closing) final;

protected:
    /// The closer, which outlives it, takes the channel over in the end.
    WebSocketTransport(std::unique_ptr<WebSocketChannel> channel, PacketFraming framing, ChannelCloser &closer);

    [[nodiscard]] const PacketFraming &framing() const { return m_framing; }
    /// Passes on what a frame was.
    void received(const Expected<EngineIoPacket, EngineIoPacketError> &packet);

private:
    void batchReceived() final;
    void channelWritable() final;
    void protocolViolated() final;
    void channelClosed() final;

    std::unique_ptr<WebSocketChannel> m_channel; ///< Null when closed.
    PacketFraming m_framing;
    ChannelCloser &m_closer;
    Transport::Receiver *m_receiver = nullptr;
    bool m_peerGone = false;
};

/// The WebSocket of a session of Engine.IO. Owned by its session, or by the upgrade before.
class EngineWebSocketTransport final : public WebSocketTransport
{
public:
    EngineWebSocketTransport(std::unique_ptr<WebSocketChannel> channel, const PacketFraming &framing,
                             ChannelCloser &closer);

    [[nodiscard]] TransportKind kind() const override { return TransportKind::SocketIoWebSocket; }

private:
    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &data) override;
};

} // namespace ticker
