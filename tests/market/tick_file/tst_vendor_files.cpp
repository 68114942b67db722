// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign_file.h"
#include "ticker_test.h"

using namespace ticker;

/// The files of vendors that resources/api/FILE_FORMATS.md names, beside those of tst_foreign_files. Headers are theirs, numbers are
/// invented.
class VendorFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files();
    void severalInstruments();
};

void VendorFilesTest::files_data()
{
    QTest::addColumn<QStringList>("lines");
    const auto has = [](const char *name, const QStringList &lines) { QTest::addRow("%s", name) << lines; };
    has("alpaca_bars.csv", {QStringLiteral("2024-01-02T14:30:00 ACME 10.1 10.5 10 10.4 x1000")});
    has("alpaca_bars.jsonl",
        {QStringLiteral("2024-01-02T05:00:00 ACME 10.1 10.5 10 10.4 x1000"),
         QStringLiteral("2024-01-03T14:30:00 ACME 10.4 10.6 10.2 10.3 x900"),
         QStringLiteral("! line 3: time: missing")});
    has("alpha_vantage.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 10.1 10.5 10 10.4 x1000"),
         QStringLiteral("2024-01-03T00:00:00 HEAD 10.4 10.6 10.2 10.3 x900")});
    has("alpha_vantage_adjusted.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 10.1 10.5 10 10.4 x1000"),
         QStringLiteral("2024-01-03T00:00:00 HEAD 10.4 10.6 10.2 10.3 x900")});
    has("alpha_vantage_python.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 10.1 10.5 10 10.4 x1000"),
         QStringLiteral("2024-01-03T00:00:00 HEAD 10.4 10.6 10.2 10.3 x900")});
    has("binance_klines_us.csv",
        {QStringLiteral("2025-01-01T00:00:00.010 HEAD 93576 93576 93576 93576 x0.001"),
         QStringLiteral("2025-01-01T00:00:01 HEAD 93576 93600 93570 93590 x1.5")});
    has("binance_um_aggtrades.csv",
        {QStringLiteral("2024-01-02T09:30:00.001 HEAD 42283.5 x0.4"),
         QStringLiteral("2024-01-02T09:30:00.120 HEAD 42283.6 x1.6")});
    has("binance_um_bookticker.csv",
        {QStringLiteral("2024-01-02T09:30:00.001 HEAD 42283.55 x0"),
         QStringLiteral("2024-01-02T09:30:00.101 HEAD 42283.7 x0")});
    has("binance_ws.jsonl",
        {QStringLiteral("2024-01-02T09:30:00.001 BTCUSDT 42283.5 x2"),
         QStringLiteral("2024-01-02T09:30:01.001 BTCUSDT 42284.5 x0"),
         QStringLiteral("2024-01-02T09:30:02.001 BTCUSDT 42283.5 x0"),
         QStringLiteral("2024-01-02T09:30:03.001 BTCUSDT 42283.7 x3")});
    has("coinbase_ws.jsonl",
        {QStringLiteral("2024-01-02T09:30:00.028 BTC-USD 42283.5 x5.5"),
         QStringLiteral("2024-01-02T09:30:01.320 BTC-USD 42283.6 x3")});
    has("cryptodatadownload.csv",
        {QStringLiteral("2024-01-02T09:30:00 BTCUSD 10.1 10.5 10 10.4 x0"),
         QStringLiteral("2024-01-02T09:31:00 BTCUSD 10.4 10.6 10.2 10.3 x0")});
    has("databento_mbp1.csv",
        {QStringLiteral("! line 1: not all lines are trades: the price is often that of an order; play the bid and the "
                        "ask by --columns bid=bid_px_00,ask=ask_px_00")});
    has("databento_ohlcv.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.1 10.5 10 10.4 x1200"),
         QStringLiteral("2024-01-02T14:31:00 ACME 10.4 10.6 10.2 10.3 x900")});
    has("databento_raw.csv",
        {QStringLiteral("! line 1: the prices are whole numbers of 10^-9; have Databento write decimals (pretty_px)")});
    has("databento_trades.csv",
        {QStringLiteral("2024-01-02T14:30:00.227 ACME 10.2599 x8"),
         QStringLiteral("2024-01-02T14:30:01.946 ACME 10.27 x100")});
    has("databento_trades.jsonl", {QStringLiteral("2024-01-02T14:30:00.228 ACME 10.2599 x8")});
    has("finnhub.jsonl",
        {QStringLiteral("2024-01-02T09:30:00.001 ACME 10.25 x12"),
         QStringLiteral("2024-01-02T09:30:01.001 ACME 10.26 x3")});
    has("ib_api.csv",
        {QStringLiteral("2024-01-02T09:30:00 HEAD 10.1 10.5 10 10.4 x1000"),
         QStringLiteral("2024-01-02T09:31:00 HEAD 10.4 10.6 10.2 10.3 x900")});
    has("ib_bars.csv",
        {QStringLiteral("2024-01-02T14:30:00 HEAD 10.1 10.5 10 10.4 x1000"),
         QStringLiteral("2024-01-02T14:31:00 HEAD 10.4 10.6 10.2 10.3 x900")});
    has("iex_chart.jsonl",
        {QStringLiteral("2024-01-02T09:30:00 HEAD 10.1 10.5 10 10.4 x1000"),
         QStringLiteral("2024-01-02T09:31:00 HEAD 10.4 10.6 10.2 10.3 x900")});
    has("iex_last.jsonl", {QStringLiteral("2024-01-02T14:30:00.100 ACME 10.25 x12")});
    has("iex_tops.jsonl", {QStringLiteral("2024-01-02T14:30:00.100 ACME 10.25 x12")});
    has("investing.csv",
        {QStringLiteral("2024-01-12T00:00:00 HEAD 10.1 10.5 10 10.4 x58410000"),
         QStringLiteral("2024-01-15T00:00:00 HEAD 10.4 10.6 10.2 10.3 x1500")});
    has("kaggle_bitstamp.csv",
        {QStringLiteral("2011-12-31T07:52:00 HEAD 4.39 4.39 4.39 4.39 x0"), QStringLiteral("! line 3: open: missing"),
         QStringLiteral("2011-12-31T07:54:00 HEAD 4.4 4.41 4.39 4.4 x0")});
    has("kaggle_nyse.csv",
        {QStringLiteral("2016-01-05T00:00:00 WLTW 123.43 126.25 122.31 125.84 x2163600"),
         QStringLiteral("2016-01-06T00:00:00 WLTW 125.24 125.54 119.94 119.98 x2386400")});
    has("kaggle_sp500.csv",
        {QStringLiteral("2013-02-08T00:00:00 HEAD 15.07 15.12 14.63 14.75 x8407500"),
         QStringLiteral("2013-02-11T00:00:00 HEAD 14.89 15.01 14.26 14.46 x8882000")});
    has("kraken_ohlcvt.csv",
        {QStringLiteral("2013-10-06T21:30:00 HEAD 122 122.5 121.5 122.2 x1.1"),
         QStringLiteral("2013-10-06T21:31:00 HEAD 122.2 122.6 122.1 122.4 x2.6")});
    has("mt5_bars.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 1.1041 1.1044 1.104 1.1043 x0"),
         QStringLiteral("2024-01-02T00:01:00 HEAD 1.1043 1.1045 1.1042 1.1044 x0")});
    has("mt5_ticks.csv",
        {QStringLiteral("2024-01-02T00:00:00.123 HEAD 1.1042 x0"),
         QStringLiteral("2024-01-02T00:00:00.456 HEAD 1.1043 x0")});
    has("mt5_ticks_zero.csv",
        {QStringLiteral("2024-01-02T00:00:00.123 HEAD 1.1042 x0"),
         QStringLiteral("2024-01-02T00:00:00.456 HEAD 1.1043 x0")});
    has("polygon_quotes.csv", {QStringLiteral("2024-01-02T14:30:00 ACME 10.25 x0")});
    has("polygon_rest.jsonl", {QStringLiteral("2024-01-02T14:30:00 HEAD 10.1 10.5 10 10.4 x1000")});
    has("tardis_book.csv", {QStringLiteral("2024-01-02T09:30:00 BTC-PERPETUAL 42283.5 x0")});
    has("tardis_quotes.csv", {QStringLiteral("2024-01-02T09:30:00 BTC-PERPETUAL 42283.5 x0")});
    has("tradingview.csv",
        {QStringLiteral("2024-01-02T14:30:00 HEAD 10.1 10.5 10 10.4 x1000"),
         QStringLiteral("2024-01-02T14:31:00 HEAD 10.4 10.6 10.2 10.3 x900")});
    has("yfinance_by_ticker.csv",
        {QStringLiteral("2024-01-02T00:00:00 ACME 10.1 10.5 10 10.4 x1000 ZEN 20.1 20.5 20 20.4 x2000")});
    has("yfinance_many.csv",
        {QStringLiteral("2024-01-02T00:00:00 ACME 10.1 10.5 10 10.4 x1000 ZEN 20.1 20.5 20 20.4 x2000"),
         QStringLiteral("2024-01-03T00:00:00 ACME 10.4 10.6 10.2 10.3 x900")});
    has("yfinance_old.csv", {QStringLiteral("2024-01-02T00:00:00 ACME 10.1 10.5 10 10.4 x1000")});
    has("yfinance_one.csv",
        {QStringLiteral("2024-01-02T00:00:00 ACME 10.1 10.5 10 10.4 x1000"),
         QStringLiteral("2024-01-03T00:00:00 ACME 10.4 10.6 10.2 10.3 x900")});
}

void VendorFilesTest::files()
{
    QFETCH(QStringList, lines);
    QCOMPARE(readForeignFile(QString::fromLatin1(QTest::currentDataTag())), lines);
}

/// What is not a header of three lines, and what is wrong in one.
void VendorFilesTest::severalInstruments()
{
    const auto read = [](const QByteArray &bytes) {
        TickFileReader reader(*TickFileSymbol::fromText("HEAD"));
        reader.append(bytes);
        reader.finish();
        const auto line = reader.next();
        return !line ? line.error().text().english() : *line ? readableLine(**line) : QString();
    };
    const QByteArray head("Price,Close,Close\nTicker,A,B\n");
    QCOMPARE(read(head + "Date,,\n2024-01-02,5,6\n"), QStringLiteral("2024-01-02T00:00:00 A 5 x0 B 6 x0"));
    QCOMPARE(read(head + "Date,,\n2024-01-02,,6\n"), QStringLiteral("2024-01-02T00:00:00 B 6 x0"));
    QCOMPARE(read(head + "Date,,\n2024-01-02,,\n"), QStringLiteral("line 4: price: missing"));
    QCOMPARE(read(head + "Date,,\n2024-01-02,5,x\n"), QStringLiteral("line 4: price: x is not a number"));
    QCOMPARE(read("Price,Close,Open\nTicker,A,A\nDate,,\n2024-01-02,5,6\n"),
             QStringLiteral("line 1: A: the header has no column for the high (high, highprice, hoch)"));
    QCOMPARE(read("Price,Close,Volume\nTicker,A,B\nDate,,\n2024-01-02,5,6\n"),
             QStringLiteral("line 1: B: the header has no column for the price (price, last, lastprice, tradeprice)"));
    QByteArrayList tickers;
    for (int i = 0; i <= 500; ++i)
        tickers.append("A" + QByteArray::number(i));
    const QByteArray closes = QByteArray(",Close").repeated(tickers.size());
    QCOMPARE(read("Price" + closes + "\nTicker," + tickers.join(',') + "\nDate" + QByteArray(tickers.size(), ',')
                  + "\n2024-01-02" + QByteArray(",5").repeated(tickers.size()) + "\n"),
             QStringLiteral("line 1: more than 500 instruments"));
    QVERIFY(read("Price,Close,Close\nTicker,A,B\n2024-01-02,5,6\n").startsWith(QStringLiteral("line 1: ")));
}

TICKER_TEST(VendorFilesTest)
#include "tst_vendor_files.moc"
