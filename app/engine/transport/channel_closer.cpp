// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/channel_closer.h"

#include "transport/websocket_channel.h"

namespace ticker {

/// One channel whose closing handshake is under way. What it still receives is dropped.
class ChannelCloser::Waiting final : private WebSocketChannel::Receiver
{
public:
    Waiting(ChannelCloser &closer, std::unique_ptr<WebSocketChannel> channel)
        : m_closer(closer), m_channel(std::move(channel)), m_timeout(closer.m_deadlines)
    {
        m_channel->setReceiver(this);
        m_timeout.start(closer.m_timeout, [this] { m_closer.finish(this); });
    }

    ~Waiting() { m_channel->setReceiver(nullptr); }
    Q_DISABLE_COPY_MOVE(Waiting)

    void close(quint16 code, const QByteArray &reason) { m_channel->close(code, reason); }

    /// It may be destroyed later only; until then it hears nothing.
    void silence()
    {
        m_channel->setReceiver(nullptr);
        m_timeout.stop();
    }

private:
    void textReceived(const QByteArray &) override { }
    void binaryReceived(const QByteArray &) override { }
    void batchReceived() override { }
    void channelWritable() override { }
    void protocolViolated() override { }
    void channelClosed() override { m_closer.finish(this); }

    ChannelCloser &m_closer;
    std::unique_ptr<WebSocketChannel> m_channel;
    Deadline m_timeout;
};

ChannelCloser::ChannelCloser(DeadlineQueue &deadlines, DeferredDeleter &deleter, DeadlineQueue::Time timeout)
    : m_deadlines(deadlines), m_deleter(deleter), m_timeout(timeout)
{
}

ChannelCloser::~ChannelCloser() = default;

void ChannelCloser::close(std::unique_ptr<WebSocketChannel> channel, const Transport::Closing &closing)
{
    Q_ASSERT(channel);
    if (closing.aborts) {
        channel->setReceiver(nullptr);
        channel->abort();
        discard(std::move(channel));
        return;
    }
    auto waiting = std::make_unique<Waiting>(*this, std::move(channel));
    Waiting *key = waiting.get();
    m_waiting.emplace(key, std::move(waiting));
    key->close(closing.code, closing.reason);
}

void ChannelCloser::discard(std::unique_ptr<WebSocketChannel> channel)
{
    channel->setReceiver(nullptr);
    m_deleter.deleteLater(std::move(channel));
}

void ChannelCloser::finish(Waiting *waiting)
{
    const auto found = m_waiting.find(waiting);
    Q_ASSERT(found != m_waiting.end());
    waiting->silence();
    m_deleter.deleteLater(std::move(found->second));
    m_waiting.erase(found);
}

} // namespace ticker
