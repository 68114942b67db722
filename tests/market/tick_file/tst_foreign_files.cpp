// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign_file.h"
#include "ticker_test.h"

using namespace ticker;

/// Files as vendors, brokers and tools write them, each with a few rows whose numbers are invented.
class ForeignFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files();
};

void ForeignFilesTest::files_data()
{
    QTest::addColumn<QStringList>("lines");
    const auto has = [](const char *name, const QStringList &lines) { QTest::addRow("%s", name) << lines; };
    has("adjclose_only.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 184.94 x0"), QStringLiteral("2024-01-03T00:00:00 HEAD 183.55 x0")});
    has("aliases.csv",
        {QStringLiteral("2024-01-02T09:30:00 RELIANCE 2590.15 x120"),
         QStringLiteral("2024-01-02T09:30:01 RELIANCE 2590.2 x10")});
    has("alpaca_ws.jsonl",
        {QStringLiteral("2021-02-22T15:51:44.208 AAPL 126.55 x1"),
         QStringLiteral("2021-02-22T15:51:45.208 AAPL 126.56 x2")});
    has("backtestingpy_index.csv",
        {QStringLiteral("2004-08-19T00:00:00 HEAD 100 104.06 95.96 100.34 x22351900"),
         QStringLiteral("2004-08-20T00:00:00 HEAD 101.01 109.08 100.5 108.31 x11428600")});
    has("bidask.csv",
        {QStringLiteral("2024-01-02T14:30:00 EURUSD 1.1001 x0"),
         QStringLiteral("2024-01-02T14:30:01 EURUSD 1.1002 x0")});
    has("binance_um_klines.csv",
        {QStringLiteral("2024-01-02T09:30:00 HEAD 42283.5 42290.1 42270 42288.8 x120.512"),
         QStringLiteral("2024-01-02T09:31:00 HEAD 42288.8 42300 42280 42295 x90.1")});
    has("binance_um_trades.csv",
        {QStringLiteral("2024-01-02T09:30:00.001 HEAD 42283.5 x0.012"),
         QStringLiteral("2024-01-02T09:30:00.001 HEAD 42283.6 x0.5"),
         QStringLiteral("2024-01-02T09:30:00.120 HEAD 42283.6 x1.5")});
    has("bom_crlf.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0"), QStringLiteral("2024-01-02T14:30:01 ACME 10.6 x0")});
    has("compact_date.csv",
        {QStringLiteral("2018-05-14T00:00:00 HEAD 8713.1 x0"), QStringLiteral("2018-05-15T00:00:00 HEAD 8713.2 x0")});
    has("cr_only.csv",
        {QStringLiteral("2024-01-02T14:30:00 HEAD 10.5 x0"), QStringLiteral("2024-01-02T14:30:01 HEAD 10.6 x0")});
    has("date_and_timestamp.csv",
        {QStringLiteral("2024-01-02T09:30:00 HEAD 77.708 x0"), QStringLiteral("2024-01-02T09:31:00 HEAD 77.7 x0")});
    has("decimal_comma_en_header.csv",
        {QStringLiteral("2018-01-05T00:00:00 HEAD 245.67 250.1 240 245.55 x1000"),
         QStringLiteral("2018-01-08T00:00:00 HEAD 245.67 260.1 240 255.55 x1000")});
    has("dollar.csv", {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x5")});
    has("dukascopy_node.csv",
        {QStringLiteral("2024-11-01T02:00:00 HEAD 41783.406 x0"),
         QStringLiteral("2024-11-01T02:00:00 HEAD 41782.418 x0")});
    has("dukascopy_node_bars_ms.csv",
        {QStringLiteral("2018-01-01T00:00:00 HEAD 1.20037 1.201 1.20037 1.20099 x53.12"),
         QStringLiteral("2018-01-01T00:01:00 HEAD 1.20083 1.20095 1.20078 1.20087 x61.73")});
    has("dukascopy_web.csv",
        {QStringLiteral("2018-01-01T00:00:00 HEAD 1.20037 1.201 1.20037 1.20099 x53.12"),
         QStringLiteral("2018-01-01T00:01:00 HEAD 1.20083 1.20095 1.20078 1.20087 x61.73")});
    has("empty.csv", {});
    has("empty_symbol.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0"), QStringLiteral("! line 3: symbol: missing"),
         QStringLiteral("2024-01-02T14:30:02 ACME 10.7 x0")});
    has("excel_dates.csv",
        {QStringLiteral("! line 1: whether the day or the month is first in 1/2/2024 9:30 cannot be told; say so by "
                        "--date-order")});
    has("excel_epoch.csv",
        {QStringLiteral("! line 2: time: 1.70419E+12 was rounded, as spreadsheets do; write all of its digits"),
         QStringLiteral("! line 3: time: 1.70419E+12 was rounded, as spreadsheets do; write all of its digits"),
         QStringLiteral("! line 4: time: 1.70420E+12 was rounded, as spreadsheets do; write all of its digits")});
    has("hash.csv", {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0")});
    has("header_only.csv", {});
    has("histdata_tick_header.csv",
        {QStringLiteral("2024-01-02T09:30:00.123 HEAD 1.1066 x0"),
         QStringLiteral("2024-01-02T09:30:00.473 HEAD 1.10658 x0")});
    has("histdata_tick_noheader.csv",
        {QStringLiteral("2024-01-02T09:30:00.123 HEAD 1.106685 x0"),
         QStringLiteral("2024-01-02T09:30:00.473 HEAD 1.106665 x0"),
         QStringLiteral("2024-01-02T09:30:01.003 HEAD 1.106675 x0")});
    has("iso_time_then_date.csv",
        {QStringLiteral("2024-01-02T09:30:00 ACME 77.708 x30"), QStringLiteral("2024-01-02T09:31:00 ACME 77.7 x19")});
    has("k_suffix.csv",
        {QStringLiteral("2024-01-02T14:30:00 NIKKEI 33464.17 x68180"),
         QStringLiteral("2024-01-02T14:30:01 NIKKEI 33465.17 x1200000")});
    has("less_fields.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0"), QStringLiteral("2024-01-02T14:30:01 ACME 10.6 x5")});
    has("metatrader_dots.csv",
        {QStringLiteral("2011-12-08T18:49:00 HEAD 77.708 77.71 77.702 77.702 x30"),
         QStringLiteral("2011-12-08T18:50:00 HEAD 77.7 77.701 77.693 77.7 x19")});
    has("missing_price.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0"), QStringLiteral("! line 3: price: missing"),
         QStringLiteral("2024-01-02T14:30:02 ACME 10.7 x0")});
    has("more_fields.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x5"), QStringLiteral("2024-01-02T14:30:01 ACME 10.6 x5")});
    has("ms_then_us.csv",
        {QStringLiteral("2024-12-31T23:59:59 HEAD 10.5 x0"), QStringLiteral("2025-01-01T00:00:00 HEAD 10.6 x0"),
         QStringLiteral("2025-01-01T00:00:01 HEAD 10.7 x0")});
    has("mt4_noheader.csv",
        {QStringLiteral("2011-12-08T18:49:00 HEAD 77.708 77.71 77.702 77.702 x30"),
         QStringLiteral("2011-12-08T18:50:00 HEAD 77.7 77.701 77.693 77.7 x19")});
    has("naive.csv",
        {QStringLiteral("2015-01-09T09:15:00 RELIANCE 2590.1 2591 2590 2590.5 x120"),
         QStringLiteral("2015-01-09T09:16:00 RELIANCE 2590.5 2591 2590 2590.7 x120")});
    has("negative.csv",
        {QStringLiteral("2020-04-20T18:08:00 CLK0 0.01 x10"), QStringLiteral("2020-04-20T18:30:00 CLK0 -37.63 x10"),
         QStringLiteral("2020-04-20T18:31:00 CLK0 -36 x10")});
    has("ns9.csv",
        {QStringLiteral("2018-05-14T00:00:00.123 HEAD 8713.1 x0"),
         QStringLiteral("2018-05-14T00:00:01.123 HEAD 8713.2 x0")});
    has("pepe_9dec.csv",
        {QStringLiteral("2024-01-02T09:30:00 PEPE 1.234e-06 x500000"),
         QStringLiteral("2024-01-02T09:30:01 PEPE 1.2345e-06 x500000")});
    has("pipe.csv", {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0")});
    has("polygon_ws.jsonl",
        {QStringLiteral("2018-09-04T04:53:38.784 MSFT 114.125 x100"),
         QStringLiteral("2018-09-04T04:53:38.984 MSFT 114.13 x50")});
    has("price_and_ohlc.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 611.25 613.5 605.25 608 x0"),
         QStringLiteral("2024-01-03T00:00:00 HEAD 611.25 613.5 605.25 609 x0")});
    has("sci.csv",
        {QStringLiteral("2024-01-02T09:30:00 HEAD 10.5 x24970168"),
         QStringLiteral("2024-01-02T09:30:01 HEAD 10.5 x8248870")});
    has("sepline.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0"), QStringLiteral("2024-01-02T14:30:01 ACME 10.6 x0")});
    has("short_hour.csv",
        {QStringLiteral("2018-05-14T09:30:00 HEAD 8713.1 x0"), QStringLiteral("2018-05-14T09:31:00 HEAD 8713.2 x0")});
    has("slash_dates.csv",
        {QStringLiteral("2018-05-14T09:30:00 HEAD 8713.1 x0"), QStringLiteral("2018-05-14T09:31:00 HEAD 8713.2 x0")});
    has("spaces_after_comma.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 611.25 613.5 605.25 608 x68"),
         QStringLiteral("2024-01-03T00:00:00 HEAD 611.25 613.5 605.25 608.1 x68")});
    has("stooq.csv",
        {QStringLiteral("2024-01-02T15:30:00 AAA.US 10 11 9 10.5 x1000"),
         QStringLiteral("2024-01-02T15:35:00 AAA.US 10.5 12 10 11.5 x1200")});
    has("stooq_daily_web.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 10 11 9 10.5 x1000"),
         QStringLiteral("2024-01-03T00:00:00 HEAD 10.5 12 10 11.5 x1200")});
    has("sym_caret.csv",
        {QStringLiteral("2024-01-02T09:30:00 ^GSPC 4742.83 x0"),
         QStringLiteral("2024-01-02T09:30:01 ^GSPC 4742.85 x0")});
    has("sym_long.csv", {QStringLiteral("2024-01-02T09:30:00 BTC-USDT-SWAP-240628 42000.5 x0")});
    has("sym_option.csv",
        {QStringLiteral("2024-01-02T09:30:00 O:SPY240610P00536000 0.93 x0"),
         QStringLiteral("2024-01-02T09:30:01 O:SPY240610P00536000 0.94 x0")});
    has("sym_slash.csv",
        {QStringLiteral("2024-01-02T09:30:00.404 BTC/USDT 42000.5 x0.5"),
         QStringLiteral("2024-01-02T09:30:01.404 BTC/USDT 42000.6 x0.1")});
    has("symbols.csv",
        {QStringLiteral("2024-01-02T14:30:00 BRK.B 350.1 x0"), QStringLiteral("2024-01-02T14:30:01 BRK-B 350.2 x0"),
         QStringLiteral("2024-01-02T14:30:02 BRK.B 350.3 x0"), QStringLiteral("2024-01-02T14:30:03 7203.JP 3050 x0"),
         QStringLiteral("2024-01-02T14:30:04 005930.KS 70000 x0")});
    has("tab.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0"), QStringLiteral("2024-01-02T14:30:01 ACME 10.6 x0")});
    has("tardis.csv",
        {QStringLiteral("2020-04-01T00:00:02.957 XBTUSD 6425.5 x5000"),
         QStringLiteral("2020-04-01T00:00:03.123 XBTUSD 6426 x200")});
    has("thousands.csv",
        {QStringLiteral("2024-01-02T14:30:00 NIKKEI 33464.17 x4200"),
         QStringLiteral("2024-01-02T14:30:01 NIKKEI 33465.17 x1200")});
    has("time_only.csv", {QStringLiteral("! line 1: the times in Time have no day")});
    has("tinkoff_noheader.csv",
        {QStringLiteral("2020-06-08T07:04:00 BBG000B9XRY4 82.9 83 82.87 82.87 x20"),
         QStringLiteral("2020-06-08T07:05:00 BBG000B9XRY4 82.9 83 82.87 82.87 x20")});
    has("trailing_comma.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0"), QStringLiteral("2024-01-02T14:30:01 ACME 10.6 x0")});
    has("trailing_summary.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0"), QStringLiteral("2024-01-02T14:30:01 ACME 10.6 x0"),
         QStringLiteral("! line 4: time: Total is not a time (a number since 1970, or like 2026-01-05T09:30:00Z)")});
    has("truefx.csv",
        {QStringLiteral("2014-01-01T21:55:34.404 AUD/USD 0.88859 x0"),
         QStringLiteral("2014-01-01T21:55:34.444 AUD/USD 0.888595 x0")});
    has("tz_UTC.csv",
        {QStringLiteral("2018-05-14T00:00:00 HEAD 8713.1 x0"), QStringLiteral("2018-05-14T00:00:01 HEAD 8713.2 x0")});
    has("tz_nocolon.csv",
        {QStringLiteral("2018-05-14T00:00:00 HEAD 8713.1 x0"), QStringLiteral("2018-05-14T00:00:01 HEAD 8713.2 x0")});
    has("vendor_mix.jsonl",
        {QStringLiteral("2022-12-31T19:43:02.136 BNBBTC 0.001 x100"),
         QStringLiteral("2022-12-31T19:43:02.236 BNBBTC 0.0011 x10")});
    has("yahoo_empty_rows.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 10 11 9 10.5 x1000"), QStringLiteral("! line 3: open: missing"),
         QStringLiteral("2024-01-04T00:00:00 HEAD 10.5 12 10 11.5 x1200")});
    has("yahoo_empty_volume.csv",
        {QStringLiteral("1995-01-03T00:00:00 HEAD 44.12 44.38 42.87 42.87 x36301200"),
         QStringLiteral("1995-01-04T00:00:00 HEAD 43 43.5 42.37 43.25 x0"),
         QStringLiteral("1995-01-05T00:00:00 HEAD 43.38 43.5 42.25 42.37 x37762800")});
    has("yahoo_null.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 187.15 188.44 183.89 185.64 x82488700"),
         QStringLiteral("! line 3: open: missing"),
         QStringLiteral("2024-01-04T00:00:00 HEAD 182.15 183.09 180.88 181.91 x71983600")});
    has("yf_noise.csv",
        {QStringLiteral("2024-01-02T05:00:00 HEAD 185.032272339 186.149993896 183.2 186.149993896 x82488700"),
         QStringLiteral("2024-01-03T05:00:00 HEAD 183.4 185 182.9 183.5 x58414500")});
    has("yf_noise_1e-9.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 185.03 186.149993896 183.2 186.149993896 x82488700"),
         QStringLiteral("2024-01-03T00:00:00 HEAD 183.4 185 182.9 183.5 x58414500")});
    has("yfinance_intraday.csv",
        {QStringLiteral("2024-01-02T14:30:00 HEAD 187.149993896 188.440002441 183.889999389 185.639999389 x8248870"),
         QStringLiteral("2024-01-02T14:31:00 HEAD 185.64 185.9 185.1 185.2 x548870")});
    has("zero_bar.csv",
        {QStringLiteral("2024-01-02T09:30:00 HEAD 10 11 9 10 x0"),
         QStringLiteral("! line 3: prices and volume are all 0"),
         QStringLiteral("2024-01-02T09:32:00 HEAD 10 11 9 10 x0")});
    has("ariva.csv",
        {QStringLiteral("2018-01-05T00:00:00 HEAD 12245.67 12300.1 12200 12290.55 x1000"),
         QStringLiteral("2018-01-08T00:00:00 HEAD 12345.67 12400.1 12300 12390.55 x1000")});
    has("backward_jump.csv",
        {QStringLiteral("2024-01-02T09:30:00.100 HEAD 42000.1 x1"),
         QStringLiteral("2024-01-02T09:30:00.250 HEAD 42000.2 x2"),
         QStringLiteral("2024-01-02T09:30:00.249 HEAD 42000.3 x1"),
         QStringLiteral("2024-01-02T09:30:00.300 HEAD 42000.2 x2"),
         QStringLiteral("2024-01-02T09:30:00.400 HEAD 42000.4 x2")});
    has("ccxt_trades.jsonl",
        {QStringLiteral("2026-04-14T09:42:58.344 BTC/USDT 74545.8 x0.004"),
         QStringLiteral("2026-04-14T09:42:58.345 BTC/USDT 74545.7 x0.002")});
    has("close_last_nasdaq.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 187.15 188.44 183.89 185.64 x82488670"),
         QStringLiteral("2024-01-03T00:00:00 HEAD 184.22 185.88 183.43 184.25 x58414460")});
    has("freqtrade_array_lines.jsonl",
        {QStringLiteral("2019-12-31T00:04:00 HEAD 0.029799 0.0298 0.0297 0.02975 x5.79"),
         QStringLiteral("2019-12-31T00:05:00 HEAD 0.02975 0.0298 0.0297 0.0298 x3.1")});
    has("freqtrade_ohlcv.json",
        {QStringLiteral("2019-12-31T00:04:00 HEAD 0.029799 0.0298 0.0297 0.02975 x5.79"),
         QStringLiteral("2019-12-31T00:05:00 HEAD 0.02975 0.0298 0.0297 0.0298 x3.1")});
    has("neg_size.csv",
        {QStringLiteral("! line 2: size: -5 is negative"), QStringLiteral("2024-01-02T14:30:01 ACME 10.6 x5")});
    has("polygon_minute.csv",
        {QStringLiteral("2025-04-16T08:35:00 AAPL 200.29 200.63 200.29 200.5 x4930"),
         QStringLiteral("2025-04-16T08:36:00 AAPL 200.39 200.61 200.34 200.34 x1815"),
         QStringLiteral("2025-04-16T08:35:00 MSFT 390.39 390.61 390.34 390.34 x1815")});
    has("small_ohlc_violation.csv",
        {QStringLiteral("2024-01-12T00:00:00 HEAD 9900 10000 9850 9900 x1"),
         QStringLiteral("! line 3: low: higher than open or close"),
         QStringLiteral("2024-01-16T00:00:00 HEAD 9900 10000 9850 9900 x1")});
    has("utf16.csv",
        {QStringLiteral("2024-01-02T14:30:00 ACME 10.5 x0"), QStringLiteral("2024-01-02T14:30:01 ACME 10.6 x0")});
    has("yahoo_quotes.csv",
        {QStringLiteral("2021-11-12T09:36:00 LHA.DE 6.693 x0"), QStringLiteral("2021-11-11T21:00:00 MELI 1577.08 x0")});
}

void ForeignFilesTest::files()
{
    QFETCH(QStringList, lines);
    QCOMPARE(readForeignFile(QString::fromLatin1(QTest::currentDataTag())), lines);
}

TICKER_TEST(ForeignFilesTest)
#include "tst_foreign_files.moc"
