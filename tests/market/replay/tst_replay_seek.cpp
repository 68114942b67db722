// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_folder.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

class ReplaySeekTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indexIsBuiltInSlices();
    void indexOfALongFileIsBounded();
    void seeksToTimes();
    void seeksToShares();
    void seeksAmongBars();
    void jumpsBeforeTheIndex();

private:
    ReplayFolder m_folder;
};

void ReplaySeekTest::indexIsBuiltInSlices()
{
    constexpr int seconds = 100'000;
    ReplaySource source = m_folder.open(manySeconds(seconds));
    int slices = 0;
    for (double share = 0; share < 1; ++slices) {
        const double more = source.indexSome(0ns);
        QVERIFY(more > share || !source.index().isComplete());
        share = more;
    }
    QVERIFY(slices > 100);
    QCOMPARE(source.index().ticks(), quint64(seconds));
    QCOMPARE(source.index().firstTimeNs(), second);
    QCOMPARE(source.index().lastTimeNs(), seconds * second);
    QCOMPARE(source.index().durationNs(), (seconds - 1) * second);
}

void ReplaySeekTest::indexOfALongFileIsBounded()
{
    constexpr int seconds = 100'000;
    const QByteArray bytes = manySeconds(seconds);
    ReplayIndex index(*ReplayFile::open(m_folder.write(bytes)), {}, 1); // each line, as long as that is possible
    while (index.readSome(10ms) < 1)
        QVERIFY(index.places() <= ReplayIndex::mostEntries);
    QVERIFY(index.places() > ReplayIndex::mostEntries / 4 && index.places() <= ReplayIndex::mostEntries);
    QCOMPARE(index.ticks(), quint64(seconds));
    QCOMPARE(index.before(second)->place.line, quint64(1));
    constexpr int farthest = 16; // ticks between two places
    for (int target = 2; target <= seconds; target += 77) {
        const auto entry = index.before(target * second);
        QVERIFY(entry && entry->timeNs < target * second && entry->timeNs >= (target - farthest) * second);
        const qint64 at = entry->timeNs / second;
        QCOMPARE(entry->ticks, quint64(at - 1));
        QCOMPARE(entry->place.line, quint64(at + 1));
        QVERIFY(bytes.sliced(qsizetype(entry->offset)).startsWith(QByteArray::number(at) + ','));
    }
}

void ReplaySeekTest::seeksToTimes()
{
    constexpr int seconds = 30'000;
    ReplaySource source = m_folder.open(manySeconds(seconds));
    index(source);
    for (const int target : {1, 2, 1000, 1500, 29'999, 30'000}) {
        for (const qint64 time : {target * second, target * second - second / 2}) {
            QVERIFY(!source.seekTime(time));
            QCOMPARE(source.position(), quint64(target - 1));
            QCOMPARE(textOf(**source.next()),
                     QStringLiteral("%1 %2:%3x1").arg(target * second).arg(target % 2 == 0 ? 1 : 0).arg(target));
            QCOMPARE(playOn(source).size(), seconds - target);
        }
    }
    QVERIFY(!source.seekTime(0));
    QCOMPARE(source.position(), quint64(0));
    QVERIFY(!source.seekTime((seconds + 1) * second));
    QVERIFY(source.next()->kind() == ReplayNext::Kind::End);
    QCOMPARE(source.position(), quint64(seconds));
}

void ReplaySeekTest::seeksToShares()
{
    constexpr int seconds = 30'000;
    const QByteArray bytes = manySeconds(seconds);
    ReplaySource source = m_folder.open(bytes);
    QCOMPARE(source.progress(), 0.0);
    index(source);
    for (const double share : {0.0, 0.001, 0.25, 0.5, 0.999}) {
        QVERIFY(!source.seekShare(share));
        QVERIFY2(source.progress() >= share && source.progress() < share + 0.001,
                 qPrintable(QString::number(source.progress())));
        const quint64 position = source.position();
        QCOMPARE((*source.next())->timeNs, qint64(position + 1) * second);
    }
    QVERIFY(!source.seekShare(1));
    QCOMPARE(source.progress(), 1.0);
    QVERIFY(source.next()->kind() == ReplayNext::Kind::End);
}

void ReplaySeekTest::seeksAmongBars()
{
    QByteArray bytes("time,open,high,low,close\n");
    for (int i = 1; i <= 5000; ++i)
        bytes += QByteArray::number(i * 8) + ",2,4,1,3\n";
    ReplaySource source = m_folder.open(bytes);
    index(source);
    QCOMPARE(source.index().ticks(), quint64(20'000));
    QVERIFY(!source.seekTime(39'993 * second)); // within the bar before the last one
    QCOMPARE(source.position(), quint64(19'996));
    QCOMPARE(playOn(source),
             (QStringList{QStringLiteral("40000000000000 0:2x1"), QStringLiteral("40002000000000 0:1x1"),
                          QStringLiteral("40004000000000 0:4x1"), QStringLiteral("40006000000000 0:3x1")}));
}

void ReplaySeekTest::jumpsBeforeTheIndex()
{
    ReplaySource source = m_folder.open(manySeconds(100'000));
    QVERIFY(source.seekTime(5 * second));
    (void)source.indexSome(0ns);
    QVERIFY(!source.index().isComplete());
    QCOMPARE((*source.next())->timeNs, second);
    QVERIFY(source.seekTime(100'000 * second)); // an error changes nothing
    QVERIFY(source.seekShare(0.9));
    QCOMPARE((*source.next())->timeNs, 2 * second);
    QVERIFY(!source.seekTime(5 * second));
    QCOMPARE((*source.next())->timeNs, 5 * second);
}

TICKER_TEST(ReplaySeekTest)
#include "tst_replay_seek.moc"
