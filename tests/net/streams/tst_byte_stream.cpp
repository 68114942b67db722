// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream_pair.h"
#include "ticker_test.h"

using namespace ticker;
using ticker::test::StreamPair;

namespace {

constexpr qsizetype plenty = 20'000'000; // more than the kernel holds for one connection

QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 31 + i / 251);
    return bytes;
}

} // namespace

/// The same promises by a bare descriptor and by a QTcpSocket.
class ByteStreamTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();

    void bothWays();
    void unread();
    void unreadForAnotherReceiver();
    void readingCanWait();
    void slowPeer();
    void drainedOnlyAfterWaiting();
    void fastPathWhileNothingWaits();
    void countedBothWays();
    void lastCountIsTold_data();
    void lastCountIsTold();
    void finishAfterWhatIsKept();
    void writingEndsFirst();
    void peerEndsWritingOnly();
    void peerCloses();
    void peerResets();
    void abort();
    void destroyedByItsReceiver();
    void destroyedWithBytesGivenBack();
    void sendingAfterTheEnd();
};

void ByteStreamTest::initTestCase_data()
{
    QTest::addColumn<bool>("portable");
    QTest::newRow("descriptor") << false;
    QTest::newRow("QTcpSocket") << true;
}

void ByteStreamTest::bothWays()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    QCOMPARE(both.address, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(both.port != 0);
    both.peerSends("hello");
    QTRY_COMPARE(both.received, "hello");
    both.stream().send("world");
    QCOMPARE(both.stream().unsentBytes(), qint64(0));
    QCOMPARE(both.peerReads(), "world"); // at once
    const QByteArray much = pattern(100'000);
    both.received.clear();
    both.peerSends(much);
    QTRY_COMPARE(both.received.size(), much.size());
    QCOMPARE(both.received, much);
}

void ByteStreamTest::unread()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    both.peerSends("abcdef");
    both.onBytes = [&both] {
        both.onBytes = nullptr;
        both.stream().unread(both.received.sliced(2));
        both.received.truncate(2);
        both.peerSends("ghi");
    };
    QTRY_COMPARE(both.received, "abcdefghi");
}

void ByteStreamTest::unreadForAnotherReceiver()
{
    QFETCH_GLOBAL(bool, portable);
    class Other final : public ByteStream::Receiver
    {
    public:
        QByteArray received;

    private:
        void bytesReceived(QByteArrayView bytes) override { received += bytes; }
        void streamDrained() override { }
        void streamClosed() override { }
    } other;
    StreamPair both(portable);
    both.onBytes = [&] {
        both.stream().unread(both.received);
        both.stream().setReceiver(&other);
    };
    both.peerSends("first frames");
    QTRY_COMPARE(other.received, "first frames");
    both.destroyStream();
}

void ByteStreamTest::readingCanWait()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    both.stream().setReading(false);
    both.peerSends("x");
    both.stream().unread("u");
    QTest::qWait(50); // for nothing to happen
    QVERIFY(both.received.isEmpty());
    both.stream().setReading(true);
    QTRY_COMPARE(both.received, "ux");
}

void ByteStreamTest::slowPeer()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    const QByteArray first = pattern(plenty);
    both.stream().send(first);
    QVERIFY(both.stream().unsentBytes() > 0);
    QVERIFY(!both.stream().fastPath());
    const qint64 unsent = both.stream().unsentBytes();
    both.stream().send("second");
    QCOMPARE(both.stream().unsentBytes(), unsent + 6);
    QByteArray got;
    const auto read = [&] {
        got += both.peerReads();
        return got.size() == plenty + 6;
    };
    QTRY_VERIFY_WITH_TIMEOUT(read(), 30'000);
    QVERIFY(got == first + "second");
    QTRY_COMPARE(both.drained, 1);
    QCOMPARE(both.stream().unsentBytes(), qint64(0));
    both.stream().send("third");
    QCOMPARE(both.peerReads(), "third");
}

void ByteStreamTest::drainedOnlyAfterWaiting()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    for (int i = 0; i < 100; ++i)
        both.stream().send("tick");
    both.peerSends("x");
    QTRY_COMPARE(both.received, "x");
    QCOMPARE(both.drained, 0);
}

void ByteStreamTest::fastPathWhileNothingWaits()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    const FastPath fastPath = both.stream().fastPath();
    QCOMPARE(bool(fastPath), !portable);
    if (portable)
        return;
    QCOMPARE(fastPath.path->send(fastPath.descriptor, "by path"), qint64(7));
    QCOMPARE(both.peerReads(), "by path");
    const QByteArray much = pattern(plenty);
    const qint64 taken = fastPath.path->send(fastPath.descriptor, much);
    QVERIFY(taken > 0 && taken < plenty);
    both.stream().send(much.sliced(taken)); // the rest by the ordinary way
    QVERIFY(!both.stream().fastPath());
    QByteArray got;
    const auto read = [&] {
        got += both.peerReads();
        return got.size() == plenty;
    };
    QTRY_VERIFY_WITH_TIMEOUT(read(), 30'000);
    QVERIFY(got == much);
    QTRY_VERIFY(both.stream().fastPath());
    both.closePeer();
    QTRY_COMPARE(both.closed, 1);
    QVERIFY(!both.stream().fastPath());
}

void ByteStreamTest::countedBothWays()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    both.peerSends("hello");
    QTRY_COMPARE(both.received, "hello");
    both.stream().send("wor");
    both.stream().send("ld!");
    both.stream().unread("again");
    QTRY_COMPARE(both.received, "helloagain");
    QCOMPARE(both.stream().countedBytes().up, quint64(5));
    QCOMPARE(both.stream().countedBytes().down, quint64(6));
}

void ByteStreamTest::lastCountIsTold_data()
{
    QTest::addColumn<bool>("destroyed");
    QTest::newRow("by finish()") << false;
    QTest::newRow("by destruction") << true;
}

void ByteStreamTest::lastCountIsTold()
{
    QFETCH_GLOBAL(bool, portable);
    QFETCH(bool, destroyed);
    class Meter final : public StreamMeter
    {
    public:
        explicit Meter(QList<quint64> &told) : m_told(told) { }
        void closing(const StreamBytes &total) override { m_told = {total.up, total.down}; }

    private:
        QList<quint64> &m_told;
    };
    QList<quint64> told;
    StreamPair both(portable);
    both.stream().setMeter(std::make_unique<Meter>(told));
    both.peerSends("hello");
    QTRY_COMPARE(both.received, "hello");
    both.stream().send("world!");
    if (destroyed) {
        both.destroyStream();
    } else {
        both.stream().finish();
        QTRY_COMPARE(both.closed, 1);
    }
    QCOMPARE(told, (QList<quint64>{5, 6}));
}

void ByteStreamTest::finishAfterWhatIsKept()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    both.stream().send(pattern(plenty));
    both.stream().finish();
    QCOMPARE(both.closed, 0);
    QVERIFY(!both.stream().fastPath());
    qsizetype got = 0;
    const auto read = [&] {
        got += both.peerReads().size();
        return both.peerAtEnd;
    };
    QTRY_VERIFY_WITH_TIMEOUT(read(), 30'000);
    QCOMPARE(got, plenty);
    QTRY_COMPARE(both.closed, 1);
}

void ByteStreamTest::writingEndsFirst()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    both.stream().send("last words");
    both.stream().shutDownWriting();
    QCOMPARE(both.peerReads(), "last words");
    both.peerReads();
    QVERIFY(both.peerAtEnd);
    both.peerSends("thanks");
    QTRY_COMPARE(both.received, "thanks");
    both.closePeer();
    QTRY_COMPARE(both.closed, 1);
}

/// It still reads, and gets everything.
void ByteStreamTest::peerEndsWritingOnly()
{
    QFETCH_GLOBAL(bool, portable);
    if (portable)
        QSKIP("a QTcpSocket ends with its peer's side");
    StreamPair both(portable);
    both.stream().send(pattern(plenty));
    both.peerSends("bye");
    ::shutdown(both.peer(), SHUT_WR);
    QTRY_COMPARE(both.received, "bye");
    qsizetype got = 0;
    const auto read = [&] {
        got += both.peerReads().size();
        return both.peerAtEnd;
    };
    QTRY_VERIFY_WITH_TIMEOUT(read(), 30'000);
    QCOMPARE(got, plenty);
    QTRY_COMPARE(both.closed, 1);
}

void ByteStreamTest::peerCloses()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    both.peerSends("bye");
    both.closePeer();
    QTRY_COMPARE(both.closed, 1);
    QCOMPARE(both.received, "bye");
}

void ByteStreamTest::peerResets()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    const linger drop{1, 0};
    ::setsockopt(both.peer(), SOL_SOCKET, SO_LINGER, &drop, sizeof drop);
    both.closePeer();
    both.stream().send("to nobody");
    both.stream().send("to nobody");
    QCOMPARE(both.closed, 0); // never from within a call
    QTRY_COMPARE(both.closed, 1);
}

void ByteStreamTest::abort()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    both.stream().send(pattern(plenty));
    both.stream().abort();
    QVERIFY(!both.stream().fastPath());
    QCOMPARE(both.closed, 0);
    QTRY_COMPARE(both.closed, 1);
    QCOMPARE(both.stream().unsentBytes(), qint64(0));
    const auto read = [&] {
        both.peerReads();
        return both.peerAtEnd || both.peerWasReset;
    };
    QTRY_VERIFY(read());
    both.stream().abort();
    both.stream().finish();
    QTest::qWait(1);
    QCOMPARE(both.closed, 1);
}

void ByteStreamTest::destroyedByItsReceiver()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair reading(portable);
    reading.onBytes = [&reading] { reading.destroyStream(); };
    reading.peerSends("x");
    QTRY_COMPARE(reading.received, "x");
    const auto hasEnd = [&reading] {
        reading.peerReads();
        return reading.peerAtEnd || reading.peerWasReset;
    };
    QTRY_VERIFY(hasEnd());
    QCOMPARE(reading.closed, 0);

    StreamPair closing(portable);
    closing.onClosed = [&closing] { closing.destroyStream(); };
    closing.closePeer();
    QTRY_COMPARE(closing.closed, 1);
}

void ByteStreamTest::destroyedWithBytesGivenBack()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    both.stream().unread("x");
    both.destroyStream();
    QCoreApplication::processEvents();
    QVERIFY(both.received.isEmpty());
}

void ByteStreamTest::sendingAfterTheEnd()
{
    QFETCH_GLOBAL(bool, portable);
    StreamPair both(portable);
    both.closePeer();
    QTRY_COMPARE(both.closed, 1);
    both.stream().send("to nobody");
    QCOMPARE(both.stream().unsentBytes(), qint64(0));
    both.stream().setReading(true);
    both.stream().finish();
    QTest::qWait(1);
    QCOMPARE(both.closed, 1);
}

TICKER_CORE_TEST(ByteStreamTest)
#include "tst_byte_stream.moc"
