// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/replay_reading.h"
#include "replay_folder.h"
#include "ticker_test.h"

using namespace ticker;

/// Numbers of another unit than people think are times long ago.
class DoubtOfTimesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data();
    void times();
    void inJson();
    void newestFirst();

private:
    QString doubtOf(const QByteArray &bytes)
    {
        const ReplaySource source = m_folder.open(bytes);
        return doubtOfTimes(source.firstTimeNs(), source.firstTimeText()).value_or(LocalizedText()).english();
    }

    ReplayFolder m_folder;
};

void DoubtOfTimesTest::times_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("begin"); // of the doubt; empty: there is none
    const auto row = [](const char *time, const char *begin) {
        QTest::newRow(time) << QByteArray(time) << QString::fromLatin1(begin);
    };
    row("0", "1970-01-01 00:00:00. If that is wrong");
    row("1975-01-02", "1975-01-02 00:00:00. If that is wrong");
    row("1980-01-01", "");
    row("-252322200", "1962-01-02 14:30:00. If that is wrong");
    row("-252322200.5", "1962-01-02 14:30:00. If that is wrong");
    row("1962-01-02", "");
    row("19620102", "");
    row("1990-03-25", "");
    row("638397846000000000",
        "1990-03-25 20:44:06, taken as ns since 1970. If they are ticks of .NET, which begin at 2024-01-02 09:30:00, "
        "write "
        "them as dates");
    row("500000000000000000", "1985-11-05 00:53:20. If that is wrong");
    row("100000000000000000.5", "1973-03-03 09:46:40. If that is wrong");
    row("800000000000000000", "");
    row("1704187800000000000", "");
    row("638397846000000", ""); // 1990, in us
}

void DoubtOfTimesTest::times()
{
    QFETCH(const QByteArray, time);
    QFETCH(const QString, begin);
    const QString doubt = doubtOf("time,symbol,price\n" + time + ",A,1\n");
    QVERIFY2(begin.isEmpty() ? doubt.isEmpty() : doubt.startsWith(QStringLiteral("its times begin at ") + begin),
             qPrintable(doubt));
}

void DoubtOfTimesTest::inJson()
{
    for (const char *time : {"638397846000000000", "\"638397846000000000\""})
        QVERIFY(doubtOf(QByteArray("{\"time\":") + time + ",\"price\":1}\n").contains(QLatin1String(".NET")));
}

/// Its first tick is the last line.
void DoubtOfTimesTest::newestFirst()
{
    QVERIFY(doubtOf("time,price\n3600,1\n1800,2\n-900,2\n-1800,3\n-3600,4\n").contains(QLatin1String("1969-12-31 23")));
}

TICKER_TEST(DoubtOfTimesTest)
#include "tst_doubt_of_times.moc"
