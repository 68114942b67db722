// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_transport.h"
#include "ticker_test.h"
#include "transport/channel_closer.h"

using namespace ticker;
using namespace std::chrono_literals;

namespace {

struct Closing final
{
    DeadlineQueue deadlines;
    DeferredDeleter deleter{deadlines};
    ChannelCloser closer{deadlines, deleter, 2s};
    std::shared_ptr<FakeSocket> socket = std::make_shared<FakeSocket>();

    void close(const Transport::Closing &closing = Transport::Closing::Normal)
    {
        closer.close(std::make_unique<FakeChannel>(socket), closing);
    }
};

} // namespace

class ChannelCloserTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codes();
    void waitsForThePeer();
    void givesUpOnASilentPeer();
    void dropsWhatStillComes();
    void abortsAtOnce();
    void endsWithHandshakesUnderWay();
};

void ChannelCloserTest::codes()
{
    Closing normal;
    normal.close(Transport::Closing::Normal);
    QCOMPARE(normal.socket->closeCode.value(), 1005);
    Closing shutdown;
    shutdown.close(Transport::Closing::Shutdown);
    QCOMPARE(shutdown.socket->closeCode.value(), 1001);
}

void ChannelCloserTest::waitsForThePeer()
{
    Closing t;
    t.close();
    t.deadlines.run(1s);
    QVERIFY(!t.socket->destroyed);
    t.socket->vanish();
    QVERIFY(!t.socket->destroyed); // not beneath its own callback
    QCOMPARE(t.closer.size(), std::size_t(0));
    t.deadlines.run(1s);
    QVERIFY(t.socket->destroyed);
    QCOMPARE(t.deadlines.size(), std::size_t(0));
}

void ChannelCloserTest::givesUpOnASilentPeer()
{
    Closing t;
    t.close();
    t.deadlines.run(2s);
    t.deadlines.run(2s);
    QVERIFY(t.socket->destroyed);
    QCOMPARE(t.closer.size(), std::size_t(0));
    QCOMPARE(t.deadlines.size(), std::size_t(0));
}

void ChannelCloserTest::dropsWhatStillComes()
{
    Closing t;
    t.close();
    t.socket->text("40");
    t.socket->binary("x");
    QVERIFY(t.socket->frames.isEmpty());
    QCOMPARE(t.closer.size(), std::size_t(1));
}

void ChannelCloserTest::abortsAtOnce()
{
    Closing t;
    t.close(Transport::Closing::Abort);
    QVERIFY(t.socket->aborted);
    QVERIFY(!t.socket->closeCode);
    QCOMPARE(t.closer.size(), std::size_t(0));
    t.socket->vanish();
    t.deadlines.run(0s);
    QVERIFY(t.socket->destroyed);
}

void ChannelCloserTest::endsWithHandshakesUnderWay()
{
    auto t = std::make_unique<Closing>();
    const auto socket = t->socket;
    t->close();
    t.reset();
    QVERIFY(socket->destroyed);
}

TICKER_TEST(ChannelCloserTest)
#include "tst_channel_closer.moc"
