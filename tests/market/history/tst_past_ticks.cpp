// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/past_ticks.h"
#include "instruments/quote.h"
#include "ticker_test.h"

#include <limits>

using namespace ticker;

namespace {

constexpr qint64 endMs = 1'795'377'208'008;

/// Five ticks, of which the first instrument trades in all and the second in the second and the fourth one; a tick a second,
/// and the price is that of the place.
PastTicks fiveTicks()
{
    PastTicks past(2);
    for (int place = 1; place <= 5; ++place) {
        Tick tick{quint64(place), {{.instrument = 0, .size = 1, .price = place, .previous = place - 1}}};
        if (place % 2 == 0)
            tick.quotes.push_back({.instrument = 1, .size = 1, .price = place, .previous = place - 2});
        past.append(tick, endMs - (5 - place) * 1000);
    }
    return past;
}

QList<qint64> seqsOf(const PastTicks &past, TickHistory::TradeWalk walk)
{
    QList<qint64> seqs;
    while (const auto trade = walk.next())
        seqs.append(past.seqOf(*trade));
    return seqs;
}

} // namespace

class PastTicksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyHasNone();
    void goesFromOldToNew();
    void goesFromNewToOld();
    void keepsWhatTradesAre();
};

void PastTicksTest::emptyHasNone()
{
    const PastTicks past(2);
    QVERIFY(past.isEmpty());
    QCOMPARE(past.firstSeq(), qint64(1));
    QCOMPARE(past.endMs(), qint64(0));
    QCOMPARE(past.bytes(), std::size_t(0));
    QVERIFY(!past.tradesFrom(0, -10).next());
    QVERIFY(!past.tradesFrom(0, 0).next());
    QVERIFY(!past.tradesBack(1).next());
    QVERIFY(!past.tradesBack(1, std::numeric_limits<qint64>::min()).next());
}

void PastTicksTest::goesFromOldToNew()
{
    const PastTicks past = fiveTicks();
    QVERIFY(!past.isEmpty());
    QCOMPARE(past.firstSeq(), qint64(-4));
    QCOMPARE(past.endMs(), endMs);
    for (const qint64 from : {std::numeric_limits<qint64>::min(), qint64(-5), qint64(-4)})
        QCOMPARE(seqsOf(past, past.tradesFrom(0, from)), (QList<qint64>{-4, -3, -2, -1, 0}));
    QCOMPARE(seqsOf(past, past.tradesFrom(0, 0)), QList<qint64>{0});
    QCOMPARE(seqsOf(past, past.tradesFrom(1, -2)), QList<qint64>{-1});
    QCOMPARE(seqsOf(past, past.tradesFrom(1, 0)), QList<qint64>{});
}

void PastTicksTest::goesFromNewToOld()
{
    const PastTicks past = fiveTicks();
    QCOMPARE(seqsOf(past, past.tradesBack(0)), (QList<qint64>{0, -1, -2, -3, -4}));
    QCOMPARE(seqsOf(past, past.tradesBack(1, -2)), QList<qint64>{-3});
    QCOMPARE(seqsOf(past, past.tradesBack(0, -5)), QList<qint64>{});
    QCOMPARE(seqsOf(past, past.tradesBack(0, std::numeric_limits<qint64>::min())), QList<qint64>{});
}

void PastTicksTest::keepsWhatTradesAre()
{
    const PastTicks past = fiveTicks();
    const auto trade = past.tradesBack(1).next();
    QVERIFY(trade);
    QCOMPARE(trade->price, qint64(4));
    QCOMPARE(trade->previous, qint64(2));
    QCOMPARE(trade->timeMs, endMs - 1000);
}

TICKER_TEST(PastTicksTest)
#include "tst_past_ticks.moc"
