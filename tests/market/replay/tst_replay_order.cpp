// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_folder.h"
#include "ticker_test.h"

#include <random>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const ReplayOptions strict{QStringLiteral("HEAD"), ReplayOptions::OnBadLine::Stop, {}};
const ReplayOptions lenient{QStringLiteral("HEAD"), ReplayOptions::OnBadLine::SkipFew, {}};

/// The steps that opening a file takes, in slices, and then its ticks.
QStringList stepsAndTicks(const QString &path, const ReplayOptions &options, QList<ReplayOpening::Step> *steps)
{
    auto begun = ReplayOpening::begin(path, options);
    if (!begun)
        return {begun.error().message.english()};
    ReplayOpening opening = begun.takeValue();
    while (opening.step() != ReplayOpening::Step::Done) {
        if (steps->isEmpty() || steps->last() != opening.step())
            steps->append(opening.step());
        if (opening.progress() < 0 || opening.progress() > 1)
            return {QStringLiteral("progress of %1").arg(opening.progress())};
        if (const auto why = opening.work(1ms))
            return {why->message.english()};
    }
    auto source = ReplaySource::open(opening);
    if (!source)
        return {source.error().message.english()};
    ReplaySource playing = source.takeValue();
    return playOn(playing);
}

QStringList secondsFrom1(int seconds)
{
    QStringList ticks;
    for (int i = 1; i <= seconds; ++i)
        ticks.append(QStringLiteral("%1 0:%2x1").arg(i * second).arg(i % 100 + 1));
    return ticks;
}

QByteArray rowOf(int second)
{
    return QByteArray::number(second) + ',' + QByteArray::number(second % 100 + 1) + '\n';
}

} // namespace

class ReplayOrderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirst_data();
    void newestFirst();
    void newestFirstWithTheSameTime();
    void newestFirstInAutumn_data();
    void newestFirstInAutumn();
    void bySymbol();
    void oneSymbolAfterTheOther();
    void nearlyInOrder();
    void muchTooLate();
    void linesKeepTheirNumbers();
    void dateOrderFurtherOn_data();
    void dateOrderFurtherOn();
    void equalDayAndMonth_data();
    void equalDayAndMonth();

private:
    ReplayFolder m_folder;
};

void ReplayOrderTest::newestFirst_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("few") << 3;
    QTest::newRow("many") << 60'000;
}

void ReplayOrderTest::newestFirst()
{
    QFETCH(const int, rows);
    QByteArray bytes = "time,price\n";
    for (int i = rows; i > 0; --i)
        bytes += rowOf(i);
    QList<ReplayOpening::Step> steps;
    QCOMPARE(stepsAndTicks(m_folder.write(bytes), strict, &steps), secondsFrom1(rows));
    QCOMPARE(steps, QList{ReplayOpening::Step::Sorting});
}

void ReplayOrderTest::newestFirstWithTheSameTime()
{
    QList<ReplayOpening::Step> steps;
    QCOMPARE(stepsAndTicks(m_folder.write("time,price\n3,6\n3,5\n2,4\n2,3\n1,2\n"), strict, &steps),
             (QStringList{QStringLiteral("1000000000 0:2x1"), QStringLiteral("2000000000 0:3x1"),
                          QStringLiteral("2000000000 0:4x1"), QStringLiteral("3000000000 0:5x1"),
                          QStringLiteral("3000000000 0:6x1")}));
}

void ReplayOrderTest::newestFirstInAutumn_data()
{
    QTest::addColumn<QByteArrayList>("rows");
    QTest::newRow("half hours") << QByteArrayList{"2024-11-03 00:30", "2024-11-03 01:00", "2024-11-03 01:30",
                                                  "2024-11-03 01:00", "2024-11-03 01:30", "2024-11-03 02:00"};
    QTest::newRow("hours") << QByteArrayList{"2024-11-03 00:00", "2024-11-03 01:00", "2024-11-03 01:00",
                                             "2024-11-03 02:00"};
    QTest::newRow("up to its middle") << QByteArrayList{"2024-11-03 00:45", "2024-11-03 01:15", "2024-11-03 01:45",
                                                        "2024-11-03 01:15"};
    QByteArrayList minutes;
    for (int i = 0; i < 180; ++i) { // from midnight on, the second hour twice
        const int shown = i < 120 ? i : i - 60;
        minutes.append(QByteArray("2024-11-03 0") + QByteArray::number(shown / 60) + ':'
                       + QByteArray::number(shown % 60 / 10) + QByteArray::number(shown % 10));
    }
    QTest::newRow("minutes") << minutes;
}

/// The hour that a clock shows twice is read as in the same file with its oldest line first.
void ReplayOrderTest::newestFirstInAutumn()
{
    QFETCH(const QByteArrayList, rows);
    QByteArray oldest("time,price\n");
    QByteArray newest("time,price\n");
    for (qsizetype i = 0; i < rows.size(); ++i) {
        oldest += rows[i] + ',' + QByteArray::number(i + 1) + '\n';
        newest += rows[rows.size() - 1 - i] + ',' + QByteArray::number(rows.size() - i) + '\n';
    }
    ReplayOptions options = strict;
    options.reading.zone = "America/New_York";
    QList<ReplayOpening::Step> steps;
    const QStringList ticks = stepsAndTicks(m_folder.write(oldest), options, &steps);
    QCOMPARE(ticks.size(), rows.size());
    QVERIFY(steps.isEmpty());
    QCOMPARE(stepsAndTicks(m_folder.write(newest), options, &steps), ticks);
    QCOMPARE(steps, QList{ReplayOpening::Step::Sorting});
}

/// Also where the second symbol comes only after what is looked at.
void ReplayOrderTest::bySymbol()
{
    for (const int rows : {100, 6000, 40'000}) {
        QByteArray bytes = "time,symbol,price\n";
        for (const char *symbol : {"A", "B", "C"}) {
            for (int i = 1; i <= rows; ++i)
                bytes += QByteArray::number(i) + ',' + symbol + ",5\n";
        }
        QStringList ticks;
        for (int i = 1; i <= rows; ++i)
            ticks.append(QStringLiteral("%1 0:5x1 1:5x1 2:5x1").arg(i * second));
        QList<ReplayOpening::Step> steps;
        QCOMPARE(stepsAndTicks(m_folder.write(bytes), strict, &steps), ticks);
        // A window of lines puts a short one in order.
        const QList<ReplayOpening::Step> both{ReplayOpening::Step::CheckingOrder, ReplayOpening::Step::Sorting};
        const QList<ReplayOpening::Step> sorting{ReplayOpening::Step::Sorting};
        QCOMPARE(steps, rows == 100 ? QList<ReplayOpening::Step>() : rows == 6000 ? sorting : both);
    }
}

/// It might be sorted by symbol, and is not.
void ReplayOrderTest::oneSymbolAfterTheOther()
{
    QByteArray bytes = "time,symbol,price\n";
    for (int i = 1; i <= 60'000; ++i)
        bytes += QByteArray::number(i) + (i <= 30'000 ? ",A" : ",B") + ",5\n";
    QList<ReplayOpening::Step> steps;
    const QStringList ticks = stepsAndTicks(m_folder.write(bytes), strict, &steps);
    QCOMPARE(ticks.size(), 60'000);
    QCOMPARE(ticks.last(), QStringLiteral("60000000000000 1:5x1"));
    QCOMPARE(steps, QList{ReplayOpening::Step::CheckingOrder});
}

/// Ticks come sorted, wherever one begins.
void ReplayOrderTest::nearlyInOrder()
{
    constexpr int rows = 50'000;
    std::mt19937 random(3);
    std::vector<std::pair<int, int>> shuffled;
    for (int i = 1; i <= rows; ++i)
        shuffled.emplace_back(i + int(random() % 9), i);
    std::ranges::sort(shuffled);
    QByteArray bytes = "time,price\n";
    for (const auto &[place, second] : shuffled)
        bytes += rowOf(second);
    ReplaySource source = m_folder.open(bytes);
    const QStringList ticks = secondsFrom1(rows);
    QCOMPARE(playOn(source), ticks);
    index(source);
    QVERIFY(source.index().reordered() > rows / 4);
    QCOMPARE(source.index().ticks(), quint64(rows));
    for (int from = 1; from <= rows; from += 4001) {
        QVERIFY(!source.seekTime(from * second));
        QCOMPARE(source.position(), quint64(from - 1));
        QCOMPARE(playOn(source), ticks.sliced(from - 1));
    }
}

/// A line with a wrong time is left out and told.
void ReplayOrderTest::muchTooLate()
{
    QByteArray bytes = "time,price\n";
    for (int i = 101; i <= 30'000; ++i)
        bytes += i == 25'000 ? rowOf(100) : rowOf(i);
    ReplaySource source = m_folder.open(bytes, lenient);
    QCOMPARE(playOn(source).size(), 30'000 - 101);
    QCOMPARE(source.skipped().summary().english(),
             QStringLiteral(
                 "1 of 29900 lines left out, the first one: line 24901: time: earlier than 10000 lines before it"));
}

void ReplayOrderTest::linesKeepTheirNumbers()
{
    QByteArray bytes = "# newest first\ntime,price\n";
    for (int i = 1000; i > 0; --i)
        bytes += i == 998 ? QByteArray("998,x\n") : rowOf(i);
    ReplaySource source = m_folder.open(bytes, lenient);
    QCOMPARE(playOn(source).size(), 999);
    QCOMPARE(source.skipped().summary().english(),
             QStringLiteral("1 of 1000 lines left out, the first one: line 5: price: x is not a number"));
    ReplaySource stopping = m_folder.open(bytes, strict);
    QCOMPARE(playOn(stopping).last(), QStringLiteral("line 5: price: x is not a number"));
}

void ReplayOrderTest::dateOrderFurtherOn_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<qint64>("firstNs");
    QTest::newRow("day first") << QByteArray("13/02/2024") << qint64(1'706'745'600) * second;   // 1 February
    QTest::newRow("month first") << QByteArray("02/13/2024") << qint64(1'704'153'600) * second; // 2 January
}

void ReplayOrderTest::dateOrderFurtherOn()
{
    QFETCH(const QByteArray, date);
    QFETCH(const qint64, firstNs);
    QByteArray bytes = "date,time,price\n";
    for (int i = 0; i < 20'000; ++i)
        bytes += "01/02/2024," + QByteArray::number(i / 3600).rightJustified(2, '0') + ':'
            + QByteArray::number(i / 60 % 60).rightJustified(2, '0') + ':'
            + QByteArray::number(i % 60).rightJustified(2, '0') + ",5\n";
    const QString open = m_folder.write(bytes);
    bytes += date + ",00:00:00,6\n";
    QList<ReplayOpening::Step> steps;
    const QStringList ticks = stepsAndTicks(m_folder.write(bytes), strict, &steps);
    QCOMPARE(steps, QList{ReplayOpening::Step::FindingDateOrder});
    QCOMPARE(ticks.size(), 20'001);
    QCOMPARE(ticks.first(), QStringLiteral("%1 0:5x1").arg(firstNs));
    QVERIFY(
        stepsAndTicks(open, strict, &steps).first().endsWith(QLatin1String("cannot be told; say so by --date-order")));
}

void ReplayOrderTest::equalDayAndMonth_data()
{
    QTest::addColumn<QByteArray>("others");
    QTest::addColumn<QStringList>("last");
    QTest::newRow("day first") << QByteArray("02/01/2024,6\n13/01/2024,7\n")
                               << QStringList{QStringLiteral("1704153600000000000 0:6x1"),
                                              QStringLiteral("1705104000000000000 0:7x1")};
    QTest::newRow("month first") << QByteArray("02/01/2024,6\n02/13/2024,7\n")
                                 << QStringList{QStringLiteral("1706745600000000000 0:6x1"),
                                                QStringLiteral("1707782400000000000 0:7x1")};
    QTest::newRow("no others") << QByteArray() << QStringList{QStringLiteral("1704067200000000000 0:5x1")};
}

/// By the start of a file of which the first of January fills all, it seems that there is nothing to tell apart.
void ReplayOrderTest::equalDayAndMonth()
{
    QFETCH(const QByteArray, others);
    QFETCH(const QStringList, last);
    constexpr int lines = 30'000;
    const QByteArray bytes = "date,price\n" + QByteArray("01/01/2024,5\n").repeated(lines) + others;
    QList<ReplayOpening::Step> steps;
    const QStringList ticks = stepsAndTicks(m_folder.write(bytes), strict, &steps);
    QCOMPARE(steps, QList{ReplayOpening::Step::FindingDateOrder});
    QCOMPARE(ticks.size(), lines + others.count('\n'));
    QCOMPARE(ticks.last(last.size()), last);
}

TICKER_TEST(ReplayOrderTest)
#include "tst_replay_order.moc"
