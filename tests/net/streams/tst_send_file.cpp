// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream_pair.h"
#include "ticker_test.h"

#include <QTemporaryFile>

using namespace ticker;
using ticker::test::StreamPair;

namespace {

constexpr qsizetype plenty = 20'000'000; // more than the kernel holds for one connection

QByteArray bytesOf(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 31 + i / 251);
    return bytes;
}

} // namespace

/// A file that a descriptor's stream sends by itself.
class SendFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileAsFastAsItIsTaken();
    void fileToWhoHasLeft();
    void fileThatHasShrunk();
    void socketsOfQtCannot();
};

/// Nothing is kept here: what the kernel does not take stays in the file.
void SendFileTest::fileAsFastAsItIsTaken()
{
    StreamPair both(false);
    const QByteArray whole = bytesOf(plenty);
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(whole) == plenty && file.flush());
    QByteArray got;
    qint64 sent = 0;
    while (sent < plenty) {
        const auto taken = both.stream().sendFile(file.handle(), sent, plenty - sent);
        QVERIFY(taken && *taken >= 0);
        QCOMPARE(both.stream().unsentBytes(), qint64(0));
        sent += *taken;
        if (*taken > 0)
            continue;
        const int before = both.drained;
        QTRY_VERIFY((got += both.peerReads(), both.drained > before));
    }
    QTRY_VERIFY((got += both.peerReads(), got.size() == plenty));
    QVERIFY(got == whole);
}

void SendFileTest::fileToWhoHasLeft()
{
    StreamPair both(false);
    both.stream().setReading(false);
    QTemporaryFile file;
    QVERIFY(file.open() && file.resize(plenty));
    const auto send = [&] { return both.stream().sendFile(file.handle(), 0, plenty).value_or(-1); };
    while (send() > 0) { }
    QVERIFY(!both.stream().isOver());
    both.closePeer();
    QTRY_VERIFY(send() < 0); // and no signal ends the program
    QVERIFY(both.stream().isOver());
}

void SendFileTest::fileThatHasShrunk()
{
    StreamPair both(false);
    QTemporaryFile file;
    QVERIFY(file.open() && file.resize(100));
    QCOMPARE(both.stream().sendFile(file.handle(), 0, 200).value_or(-1), qint64(100));
    QVERIFY(both.stream().sendFile(file.handle(), 100, 100).value_or(0) < 0);
}

void SendFileTest::socketsOfQtCannot()
{
    StreamPair both(true);
    QTemporaryFile file;
    QVERIFY(file.open() && file.resize(100));
    QVERIFY(!both.stream().sendFile(file.handle(), 0, 100));
}

TICKER_CORE_TEST(SendFileTest)
#include "tst_send_file.moc"
