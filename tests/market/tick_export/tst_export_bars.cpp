// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_folder.h"
#include "history/candle_book.h"
#include "instruments/quote.h"
#include "ticker_test.h"

#include <random>

using namespace ticker;

namespace {

const QString csv = QStringLiteral(".csv");
constexpr qint64 firstMs = 1'767'605'400'007;

/// The candles of a book as rows, by time and then by instrument; prices have two decimals and sizes none.
QByteArray rowsOf(CandleBook &book, const QByteArrayList &symbols, CandleInterval interval)
{
    struct Row final
    {
        qint64 startMs = 0;
        QByteArray text;
    };
    std::vector<Row> rows;
    const PriceGrid grid(2, 1);
    TimeText times;
    for (int i = 0; i < int(symbols.size()); ++i) {
        for (const auto piece : book.candles(i, interval, {.limit = 1'000'000})) {
            for (const Candle &candle : piece) {
                QByteArray text;
                times.append(text, candle.startMs * 1'000'000, 0);
                text += ',' + symbols[i] + ',' + grid.text(candle.open) + ',' + grid.text(candle.high) + ','
                    + grid.text(candle.low) + ',' + grid.text(candle.close) + ',' + QByteArray::number(candle.volume)
                    + ',' + QByteArray::number(candle.trades) + '\n';
                rows.push_back({candle.startMs, text});
            }
        }
    }
    std::ranges::stable_sort(rows, {}, &Row::startMs);
    QByteArray all("time,symbol,open,high,low,close,volume,ticks\n");
    for (const Row &row : rows)
        all += row.text;
    return all;
}

} // namespace

class ExportBarsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAsCandles_data();
    void sameAsCandles();
    void ofBars_data();
    void ofBars();
    void givesBarsBack_data();
    void givesBarsBack();
    void largeVolumes();
    void asJsonAndAgain();
};

void ExportBarsTest::sameAsCandles_data()
{
    QTest::addColumn<CandleInterval>("interval");
    for (const CandleInterval interval : candleIntervals)
        QTest::addRow("%s", candleIntervalText(interval).data()) << interval;
}

void ExportBarsTest::sameAsCandles()
{
    QFETCH(const CandleInterval, interval);
    const QByteArrayList symbols{"A", "B", "C"};
    CandleBook book(3, {.candlesPerSeries = 100'000, .bytes = 1'000'000'000});
    std::mt19937 random(5);
    QByteArray bytes("time,symbol,price,size\n");
    qint64 timeMs = firstMs;
    for (int i = 0; i < 20'000; ++i) {
        // Ticks in a row, and pauses of up to two days.
        timeMs += qint64(random() % 100 == 0 ? random() % 172'800'000 : random() % 3000);
        const auto instrument = i < 3 ? quint16(i) : quint16(random() % 3);
        const auto price = qint64(random() % 100'000) - 5000;
        const quint64 size = 1 + random() % 1000;
        book.append({1, {{.instrument = instrument, .size = size, .price = price}}}, timeMs);
        bytes += QByteArray::number(timeMs) + ',' + symbols[instrument] + ',' + PriceGrid(2, 1).text(price) + ','
            + QByteArray::number(size) + '\n';
    }
    ExportFolder folder;
    const QByteArray text = folder.exported(folder.write(bytes), csv, interval);
    QVERIFY(text == rowsOf(book, symbols, interval)); // QCOMPARE would print all of it
}

void ExportBarsTest::ofBars_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("minutes to hours") << QByteArray("time,symbol,open,high,low,close,volume\n"
                                                    "2026-01-05 09:30,A,5,9,4,6,7\n2026-01-05 09:30,B,1,1,1,1,3\n"
                                                    "2026-01-05 09:31,A,6,7,2,3,0\n2026-01-05 09:32,A,3,4,3,4,2\n"
                                                    "2026-01-05 10:00,A,4,4,4,4,1\n")
                                      << QByteArray("2026-01-05T09:00:00Z,A,5,9,2,4,9,12\n"
                                                    "2026-01-05T09:00:00Z,B,1,1,1,1,3,4\n"
                                                    "2026-01-05T10:00:00Z,A,4,4,4,4,1,4\n");
    QTest::newRow("decimals") << QByteArray("time,open,high,low,close,volume\n"
                                            "2026-01-05 09:30,5,9,4,6,0.03\n2026-01-05 09:31,6,7,2,3,1.5\n")
                              << QByteArray("2026-01-05T09:00:00Z,HEAD,5,9,2,3,1.53,8\n");
    QTest::newRow("days stay days") << QByteArray("time,open,high,low,close,volume\n"
                                                  "1969-12-31,5,9,4,6,6\n1970-01-01,6,7,2,3,4\n")
                                    << QByteArray("1969-12-31T00:00:00Z,HEAD,5,9,4,6,6,4\n"
                                                  "1970-01-01T00:00:00Z,HEAD,6,7,2,3,4,4\n");
}

void ExportBarsTest::ofBars()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, rows);
    ExportFolder folder;
    const QByteArray text = folder.exported(folder.write(bytes), csv, CandleInterval::Hour);
    QCOMPARE(text, "time,symbol,open,high,low,close,volume,ticks\n" + rows);
}

void ExportBarsTest::givesBarsBack_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<CandleInterval>("interval");
    const auto row = [](const char *name, CandleInterval interval, const QByteArray &rows) {
        QTest::newRow(name) << rows << interval;
    };
    row("days over a weekend", CandleInterval::Day,
        "2024-01-04T00:00:00Z,A,5,9,4,6,7\n2024-01-05T00:00:00Z,A,6,8,2,3,11\n"
        "2024-01-08T00:00:00Z,A,3,8,2,3,4\n2024-01-09T00:00:00Z,A,3,7,1,2,1\n");
    row("two days", CandleInterval::Day, "2024-01-05T00:00:00Z,A,6,8,2,3,11\n2024-01-08T00:00:00Z,A,3,8,2,3,4\n");
    row("minutes over a night", CandleInterval::Minute,
        "2024-01-04T15:58:00Z,A,5,9,4,6,7\n2024-01-04T15:59:00Z,A,6,8,2,3,11\n"
        "2024-01-05T09:30:00Z,A,3,8,2,3,4\n2024-01-05T09:31:00Z,A,3,7,1,2,1\n");
    row("no minute beside another", CandleInterval::Minute,
        "2024-01-04T09:30:00Z,A,5,9,4,6,7\n2024-01-04T09:33:00Z,A,6,8,2,3,11\n"
        "2024-01-04T09:35:00Z,A,3,8,2,3,4\n2024-01-04T09:42:00Z,A,3,7,1,2,0\n");
    row("instruments with gaps of their own", CandleInterval::Minute,
        "2024-01-04T09:30:00Z,A,5.25,9.00,4.00,6.00,7\n2024-01-04T09:30:00Z,B,60,80,20,30,11\n"
        "2024-01-04T09:31:00Z,B,30,80,20,30,4\n2024-01-04T09:40:00Z,A,3.00,7.00,1.00,2.00,1\n"
        "2024-01-04T09:41:00Z,A,3.00,7.00,1.00,2.00,3\n2024-01-04T09:41:00Z,B,30,70,10,20,2\n");
    row("volumes with decimals", CandleInterval::Day,
        "2024-01-05T00:00:00Z,A,6,8,2,3,0.000001\n2024-01-06T00:00:00Z,A,6,8,2,3,5.333333\n");
}

/// Bars of an interval become the same bars, also where some are missing.
void ExportBarsTest::givesBarsBack()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const CandleInterval, interval);
    const QByteArray header("time,symbol,open,high,low,close,volume");
    ExportFolder folder;
    const QString from = folder.write(header + '\n' + rows);
    const QByteArray text = folder.exported(from, csv, interval);
    QVERIFY2(text.startsWith(header + ",ticks\n"), text.constData());
    QCOMPARE(text.sliced(header.size() + 7), QByteArray(rows).replace("\n", ",4\n"));
    QCOMPARE(folder.exported(from, csv), header + '\n' + rows);
}

/// A candle's volume ends at 2^53.
void ExportBarsTest::largeVolumes()
{
    ExportFolder folder;
    const QString from = folder.write("time,price,size\n1,1,9007199254740992\n2,1,9007199254740992\n");
    QVERIFY(folder.exported(from, csv, CandleInterval::Minute)
                .endsWith("1970-01-01T00:00:00Z,HEAD,1,1,1,1,18014398509481984,2\n"));
    IntervalBars bars(CandleInterval::Minute);
    for (int i = 0; i < 3; ++i)
        bars.add(0, 0, 1, quint64(1) << 63);
    QCOMPARE(bars.take().front().volume, std::numeric_limits<quint64>::max());
    QVERIFY(bars.take().empty());
}

void ExportBarsTest::asJsonAndAgain()
{
    ExportFolder folder;
    const QString from = folder.write("time,symbol,price,size\n1,A,1.5,3\n2,B,7,1\n3,A,2,4\n61,B,8,1\n");
    const QString jsonl = QStringLiteral(".jsonl");
    QCOMPARE(
        folder.exported(from, jsonl, CandleInterval::Minute),
        QByteArray(
            R"({"time":"1970-01-01T00:00:00Z","symbol":"A","open":1.5,"high":2.0,"low":1.5,"close":2.0,"volume":7,"ticks":2}
{"time":"1970-01-01T00:00:00Z","symbol":"B","open":7,"high":7,"low":7,"close":7,"volume":1,"ticks":1}
{"time":"1970-01-01T00:01:00Z","symbol":"B","open":8,"high":8,"low":8,"close":8,"volume":1,"ticks":1}
)"));
    QCOMPARE(folder.exported(folder.last(jsonl), csv),
             QByteArray("time,symbol,open,high,low,close,volume\n1970-01-01T00:00:00Z,A,1.5,2.0,1.5,2.0,7\n"
                        "1970-01-01T00:00:00Z,B,7,7,7,7,1\n1970-01-01T00:01:00Z,B,8,8,8,8,1\n"));
}

TICKER_TEST(ExportBarsTest)
#include "tst_export_bars.moc"
