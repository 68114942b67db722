// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/websocket_transport.h"

namespace ticker {

/// The WebSocket of a client of the plain feed, each text or binary message being passed on as a packet of type Message; or
/// its event stream, on which nothing comes in. Server thread; owned by the client.
class FeedTransport final : public WebSocketTransport
{
public:
    FeedTransport(std::unique_ptr<WebSocketChannel> channel, TransportKind kind, ChannelCloser &closer)
        : WebSocketTransport(std::move(channel), {}, closer), m_kind(kind)
    {
    }

    [[nodiscard]] TransportKind kind() const override { return m_kind; }

private:
    void textReceived(const QByteArray &utf8) override { received(message(utf8, false)); }
    void binaryReceived(const QByteArray &data) override { received(message(data, true)); }

    void pongReceived() override { received(EngineIoPacket{EngineIoPacket::Type::Pong, false, {}}); }

    [[nodiscard]] static EngineIoPacket message(const QByteArray &data, bool binary)
    {
        return {EngineIoPacket::Type::Message, binary, data};
    }

    TransportKind m_kind;
};

} // namespace ticker
