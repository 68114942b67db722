// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/file_symbol.h"
#include "ticker_test.h"

#include <array>
#include <utility>

using namespace ticker;

class FileSymbolTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThatSayOne_data();
    void namesThatSayOne();
    void namesThatSayNone_data();
    void namesThatSayNone();
};

void FileSymbolTest::namesThatSayOne_data()
{
    QTest::addColumn<QString>("symbol");
    constexpr auto names = std::to_array<std::pair<const char *, const char *>>({
        {"aapl.csv", "AAPL"},
        {"/data/2024/AAPL.csv", "AAPL"},
        {"AAPL", "AAPL"},
        {"BTC-USD.csv", "BTC-USD"},
        {"BTC-PERPETUAL.jsonl", "BTC-PERPETUAL"},
        {"BTC-28JUN24.csv", "BTC-28JUN24"},
        {"^GSPC.csv", "^GSPC"},
        {"ES=F.csv", "ES=F"},
        {"EURUSD=X_1h.csv", "EURUSD=X"},
        {"BRK.B.csv", "BRK.B"},
        {"aapl.us.txt", "AAPL.US"},
        {"aapl.csv.gz", "AAPL"},
        {"BTCUSDT-1m-2024-01.csv.zst", "BTCUSDT"},
        {"ticks.jsonl.zip", ""},
        {".gz", ""},
        {"_.csv", ""},
        {"RELIANCE.NS.csv", "RELIANCE.NS"},
        {"005930.KS.csv", "005930.KS"},
        {"7203.T.csv", "7203.T"},
        {"EURUSD_1m.csv", "EURUSD"},
        {"EURUSD_M1.csv", "EURUSD"},
        {"EURUSD_M1_2024.csv", "EURUSD"},
        {"XBTUSD_60.csv", "XBTUSD"},
        {"US30_H4.csv", "US30"},
        {"BTC-USD_2024.csv", "BTC-USD"},
        {"BTC-USD_2024-01-02_2024-01-03.csv", "BTC-USD"},
        {"AAPL_2024-01-02.csv", "AAPL"},
        {"AAPL-20240102.csv", "AAPL"},
        {"AAPL.2024.csv", "AAPL"},
        {"BTCUSDT-1m-2024-01.csv", "BTCUSDT"},
        {"BTCUSDT-trades-2024-01-02.csv", "BTCUSDT"},
        {"1000PEPEUSDT-aggTrades-2024-01.csv", "1000PEPEUSDT"},
        {"AAPL Historical Data.csv", "AAPL"},
        {"AAPL (1).csv", "AAPL"},
        {"aapl.csv.csv", "AAPL"},
        {"MSFT_ticks.csv", "MSFT"},
        {"ABCDEFGHIJKLMNOP.csv", "ABCDEFGHIJKLMNOP"},
    });
    for (const auto &[name, symbol] : names)
        QTest::newRow(name) << QString::fromLatin1(symbol);
}

void FileSymbolTest::namesThatSayOne()
{
    QFETCH(QString, symbol);
    QCOMPARE(symbolOfFileName(QString::fromLatin1(QTest::currentDataTag())), symbol);
}

void FileSymbolTest::namesThatSayNone_data()
{
    QTest::addColumn<bool>("isUnused");
    for (const char *name : {"data.csv",
                             "ticks.csv",
                             "Trades.CSV",
                             "quotes.csv",
                             "bars.csv",
                             "ohlc.csv",
                             "ohlcv.csv",
                             "prices.csv",
                             "export.csv",
                             "file.csv",
                             "file2.csv",
                             "test1_2024.csv",
                             "sample.csv",
                             "recording.csv",
                             "klines.csv",
                             "candles.csv",
                             "table.csv",
                             "history.csv",
                             "historical.csv",
                             "download.csv",
                             "download (1).csv",
                             "untitled.csv",
                             "output.csv",
                             "daily.csv",
                             "minute.csv",
                             "tick.csv",
                             "csv.csv",
                             "json.json",
                             "my trades.csv",
                             "trades-BTC.csv",
                             "a.csv",
                             "t.csv",
                             "1m.csv",
                             "M1.csv",
                             "2024.csv",
                             "2024-01-02.csv",
                             "20240102 ACME.csv",
                             "600519.csv",
                             "d01a_histdata_tick_noheader.csv",
                             "d05a_truefx.csv",
                             "d01a_2024.csv",
                             "m_aapl.csv",
                             "BTC_USDT_1m.csv",
                             "DAT_ASCII_EURUSD_M1_2023.csv",
                             "close to the money.csv",
                             "recorded on Monday.csv",
                             "ABCDEFGHIJKLMNOPQ.csv",
                             "a,b.csv",
                             "caf\xc3\xa9.csv",
                             "-A.csv",
                             "^spx_d.csv",
                             "_.csv",
                             ".csv",
                             "",
                             "/",
                             "AAPL..csv",
                             "AAPL-.csv",
                             "AAPL_.csv",
                             "(1).csv"})
        QTest::newRow(name) << true;
}

void FileSymbolTest::namesThatSayNone()
{
    QCOMPARE(symbolOfFileName(QString::fromUtf8(QTest::currentDataTag())), QString());
}

TICKER_TEST(FileSymbolTest)
#include "tst_file_symbol.moc"
