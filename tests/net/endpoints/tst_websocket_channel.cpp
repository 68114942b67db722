// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/tcp_websocket_channel.h"
#include "server_values/server_limits.h"
#include "thread/deadline_driver.h"
#include "ticker_test.h"
#include "websocket_codec/websocket_frame.h"

#include <memory>
#include <utility>

using namespace ticker;

namespace {

class NoPath final : public FastPathSender
{
public:
    [[nodiscard]] qint64 send(qintptr, QByteArrayView) const override { return 0; }
};

const NoPath noPath;

/// A stream to a peer that takes what it is told to take.
class FakeStream final : public ByteStream
{
public:
    void setReceiver(Receiver *receiver) override { m_receiver = receiver; }
    void setReading(bool) override { }
    void unread(const QByteArray &) override { }
    void send(const QByteArray &bytes) override { (isStuck ? unsent : taken) += bytes; }
    [[nodiscard]] bool isOver() const override { return false; }
    [[nodiscard]] qint64 unsentBytes() const override { return unsent.size(); }
    [[nodiscard]] FastPath fastPath() const override { return unsent.isEmpty() ? FastPath{&noPath, 1} : FastPath(); }
    void shutDownWriting() override { }
    void finish() override { }
    void abort() override { }
    [[nodiscard]] StreamBytes countedBytes() const override { return {}; }

    void arrives(const QByteArray &bytes) { m_receiver->bytesReceived(bytes); }
    /// The peer takes some of what waits.
    void leaves(qsizetype bytes)
    {
        taken += unsent.first(bytes);
        unsent.remove(0, bytes);
        if (unsent.isEmpty() && bytes > 0)
            m_receiver->streamDrained();
    }

    bool isStuck = false;
    QByteArray taken;
    QByteArray unsent;

private:
    Receiver *m_receiver = nullptr;
};

QByteArray ping(const QByteArray &data)
{
    return QByteArray("\x89") + char(0x80 | data.size()) + QByteArray(4, '\0') + data;
}

QByteArray pong(const QByteArray &data)
{
    return encodeFrame(Opcode::Pong, data);
}

/// A channel over such a stream, which has the engine's part.
class Channel final : private WebSocketChannel::Receiver
{
public:
    Channel()
    {
        auto owned = std::make_unique<FakeStream>();
        stream = owned.get();
        m_channel = std::make_unique<TcpWebSocketChannel>(std::move(owned), "greeting", ConnectionSlot(), m_limits,
                                                          m_deadlines);
        m_channel->setReceiver(this);
        m_channel->greet();
        stream->taken.clear();
    }
    Q_DISABLE_COPY_MOVE(Channel)

    WebSocketChannel &operator*() { return *m_channel; }
    WebSocketChannel *operator->() { return m_channel.get(); }

    FakeStream *stream = nullptr; ///< The channel's.
    int changes = 0;              ///< How often it was told that unsentBytes() or fastPath() has changed.

private:
    void textReceived(const QByteArray &) override { }
    void binaryReceived(const QByteArray &) override { }
    void batchReceived() override { }
    void channelWritable() override { ++changes; }
    void protocolViolated() override { }
    void channelClosed() override { }

    Limits m_limits;
    DeadlineDriver m_deadlines;
    std::unique_ptr<TcpWebSocketChannel> m_channel;
};

} // namespace

/// How a channel deals with pings while its peer takes nothing, some, or all.
class WebSocketChannelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAtOnce();
    void answersBehindWhatWaits();
    void answersUnderSteadyBacklog();
    void keepsTheLatestPing();
    void answersTheLatestWhenAllHasLeft();
    void closesTheFastPath();
    void nothingBehindAClose();
};

void WebSocketChannelTest::answersAtOnce()
{
    Channel channel;
    channel.stream->arrives(ping("one") + ping("two"));
    QCOMPARE(channel.stream->taken, pong("one") + pong("two"));
    QCOMPARE(channel.changes, 0);
}

void WebSocketChannelTest::answersBehindWhatWaits()
{
    Channel channel;
    channel.stream->isStuck = true;
    channel->sendFrames("before");
    channel.stream->arrives(ping("one"));
    channel->sendFrames("behind");
    QCOMPARE(channel.stream->unsent, "before" + pong("one") + "behind");
}

/// Something always waits: each ping is answered all the same.
void WebSocketChannelTest::answersUnderSteadyBacklog()
{
    Channel channel;
    channel.stream->isStuck = true;
    channel->sendFrames("backlog");
    for (int i = 0; i < 100; ++i) {
        channel.stream->arrives(ping(QByteArray::number(i)));
        channel->sendFrames("backlog");
        channel.stream->leaves(channel.stream->unsent.size() - 1);
        QVERIFY2(channel.stream->taken.contains(pong(QByteArray::number(i))), QByteArray::number(i).constData());
        QVERIFY(channel->unsentBytes() > 0);
    }
}

/// One pong waits at most; when it has left, the latest of the pings since then is answered, behind what waits then.
void WebSocketChannelTest::keepsTheLatestPing()
{
    Channel channel;
    channel.stream->isStuck = true;
    channel->sendFrames("before");
    for (int i = 0; i < 1000; ++i)
        channel.stream->arrives(ping(QByteArray::number(i)));
    QCOMPARE(channel.stream->unsent, "before" + pong("0"));

    channel->sendFrames("then");
    channel.stream->leaves(QByteArray("before" + pong("0")).size() - 1); // not all of it
    channel->sendFrames("and");
    QCOMPARE(channel.stream->unsent, pong("0").last(1) + "thenand");
    channel.stream->leaves(1);
    channel->sendFrames("last");
    QCOMPARE(channel.stream->unsent, "thenand" + pong("999") + "last");
}

void WebSocketChannelTest::answersTheLatestWhenAllHasLeft()
{
    Channel channel;
    channel.stream->isStuck = true;
    channel->sendFrames("before");
    channel.stream->arrives(ping("one") + ping("two") + ping("three"));
    channel.stream->isStuck = false;
    channel.stream->leaves(channel.stream->unsent.size());
    QCOMPARE(channel.stream->taken, "before" + pong("one") + pong("three"));
}

/// Whoever sends past the channel has to hear that a pong waits, or else overtakes what has left of it.
void WebSocketChannelTest::closesTheFastPath()
{
    Channel channel;
    QVERIFY(channel->fastPath());
    channel.stream->isStuck = true;
    channel.stream->arrives(ping("one"));
    QVERIFY(!channel->fastPath());
    QCOMPARE(channel.changes, 1);
    channel.stream->leaves(channel.stream->unsent.size());
    QVERIFY(channel->fastPath());
    QCOMPARE(channel.changes, 2);
}

void WebSocketChannelTest::nothingBehindAClose()
{
    Channel channel;
    channel.stream->isStuck = true;
    channel->sendFrames("before");
    channel->close(1000, {});
    const QByteArray all = channel.stream->unsent;
    channel.stream->arrives(ping("one"));
    QCOMPARE(channel.stream->unsent, all);
}

TICKER_TEST(WebSocketChannelTest)
#include "tst_websocket_channel.moc"
