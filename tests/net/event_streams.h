// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/reply_headers.h"
#include "port_thread.h"
#include "raw_client.h"
#include "telemetry/peer_info.h"
#include "transport/websocket_channel.h"

#include <algorithm>
#include <memory>
#include <vector>

namespace ticker::test {

/// What every stream begins with.
inline const QByteArray headOfStream = "HTTP/1.1 200 OK\r\n"
                                       "Content-Type: text/event-stream; charset=utf-8\r\n"
                                       "Cache-Control: no-store\r\n"
                                       "X-Accel-Buffering: no\r\n"
                                       "X-Content-Type-Options: nosniff\r\n"
                                       "Cross-Origin-Resource-Policy: same-origin\r\n"
                                       "Vary: Origin\r\n"
                                       "Connection: close\r\n\r\n";
inline const QByteArray firstEvent = "data: first\n\n";

/// One stream of events and what was heard of it. On the port's thread.
class HeardStream final : private WebSocketChannel::Receiver
{
public:
    HeardStream(PeerInfo from, HttpRequest by, std::unique_ptr<WebSocketChannel> channel)
        : peer(std::move(from)), request(std::move(by)), m_channel(std::move(channel))
    {
        m_channel->setReceiver(this);
    }
    Q_DISABLE_COPY_MOVE(HeardStream)

    WebSocketChannel &channel() { return *m_channel; }

    PeerInfo peer;
    HttpRequest request;
    int writable = 0;
    int violated = 0;
    int closed = 0;

private:
    void textReceived(const QByteArray &) override { }
    void binaryReceived(const QByteArray &) override { }
    void batchReceived() override { }
    void channelWritable() override { ++writable; }
    void protocolViolated() override { ++violated; }
    void channelClosed() override { ++closed; }

    std::unique_ptr<WebSocketChannel> m_channel;
};

/// A port that serves streams of events at /events. The first event is sent at once, unless it is empty; a request for
/// "/events?refused" is refused.
class EventStreams final
{
public:
    explicit EventStreams(const Limits &limits = {}, QByteArray atOnce = firstEvent)
        : m_atOnce(std::move(atOnce)), m_thread([this](HttpPort &port) { serve(port); }, limits)
    {
    }
    ~EventStreams()
    {
        m_thread.call([this] { m_streams.clear(); });
    }
    Q_DISABLE_COPY_MOVE(EventStreams)

    [[nodiscard]] quint16 port() { return m_thread.number(); }
    [[nodiscard]] PortThread &thread() { return m_thread; }
    [[nodiscard]] int connections() { return m_thread.openConnections(); }
    /// Requests that the guard was asked about.
    [[nodiscard]] int judged()
    {
        int judged = 0;
        m_thread.call([&] { judged = m_judged; });
        return judged;
    }
    /// Streams that are not over; those that are get destroyed.
    [[nodiscard]] int open()
    {
        std::size_t open = 0;
        m_thread.call([&] {
            std::erase_if(m_streams, [](const auto &stream) { return stream->closed > 0; });
            open = m_streams.size();
        });
        return int(open);
    }
    /// Does something with the latest stream; there is one.
    void withLast(const std::function<void(HeardStream &)> &function)
    {
        m_thread.call([&] {
            Q_ASSERT(!m_streams.empty());
            function(*m_streams.back());
        });
    }
    /// Looks at the latest stream.
    template<typename Value>
    [[nodiscard]] Value ofLast(const std::function<Value(HeardStream &)> &function)
    {
        Value value{};
        withLast([&](HeardStream &stream) { value = function(stream); });
        return value;
    }

private:
    void serve(HttpPort &port)
    {
        const auto refuse = [this](const HttpRequest &request) -> std::optional<HttpReply> {
            ++m_judged;
            if (request.query == "refused")
                return problemReply(422, QStringLiteral("Refused"), QStringLiteral("For the test."));
            return std::nullopt;
        };
        port.serveEventStream(
            "/events", refuse,
            [this](const PeerInfo &peer, const HttpRequest &request, std::unique_ptr<WebSocketChannel> channel) {
                m_streams.push_back(std::make_unique<HeardStream>(peer, request, std::move(channel)));
                if (!m_atOnce.isEmpty())
                    m_streams.back()->channel().sendFrames(m_atOnce);
            });
    }

    QByteArray m_atOnce;
    std::vector<std::unique_ptr<HeardStream>> m_streams;
    int m_judged = 0;
    PortThread m_thread; ///< Behind all that its handlers use.
};

} // namespace ticker::test
