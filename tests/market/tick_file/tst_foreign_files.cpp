// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"
#include "tick_file/tick_file_reader.h"

#include <QDateTime>
#include <QFile>

using namespace ticker;

namespace {

QString textOf(const TickFileLine &line)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(line.timeNs / 1'000'000, QTimeZone::utc());
    QString text = time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"));
    if (text.endsWith(QLatin1String(".000")))
        text.chop(4);
    for (const TickFileQuote &quote : line.quotes) {
        text += QLatin1Char(' ') + quote.symbol.toString();
        for (std::size_t i = 0; i < (line.isBar ? 4 : 1); ++i)
            text += QLatin1Char(' ') + QString::number(double(*quote.prices.at(i).units(8)) / 1e8, 'g', 12);
        text += QStringLiteral(" x%1").arg(quote.size);
    }
    return text;
}

/// Each line, or what is wrong with it behind an exclamation mark.
QStringList readFile(const QString &name)
{
    QFile file(QStringLiteral(TICKER_FOREIGN_FILES "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {QStringLiteral("cannot be opened")};
    TickFileReader reader(*TickFileSymbol::fromText("HEAD"));
    reader.append(file.readAll());
    reader.finish();
    QStringList texts;
    for (;;) {
        const auto line = reader.next();
        if (line && !*line)
            return texts;
        texts.append(line ? textOf(**line) : QStringLiteral("! ") + line.error().text().english());
        if (reader.isBeyondHope())
            return texts;
    }
}

} // namespace

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
        {QStringLiteral("2024-01-02T09:30:00 HEAD 42283.5 42290.1 42270 42288.8 x121"),
         QStringLiteral("2024-01-02T09:31:00 HEAD 42288.8 42300 42280 42295 x90")});
    has("binance_um_trades.csv",
        {QStringLiteral("2024-01-02T09:30:00.001 HEAD 42283.5 x1"),
         QStringLiteral("2024-01-02T09:30:00.001 HEAD 42283.6 x1"),
         QStringLiteral("2024-01-02T09:30:00.120 HEAD 42283.6 x2")});
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
        {QStringLiteral("2018-01-01T00:00:00 HEAD 1.20037 1.201 1.20037 1.20099 x53"),
         QStringLiteral("2018-01-01T00:01:00 HEAD 1.20083 1.20095 1.20078 1.20087 x62")});
    has("dukascopy_web.csv",
        {QStringLiteral("2018-01-01T00:00:00 HEAD 1.20037 1.201 1.20037 1.20099 x53"),
         QStringLiteral("2018-01-01T00:01:00 HEAD 1.20083 1.20095 1.20078 1.20087 x62")});
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
    has("ns9.csv",
        {QStringLiteral("2018-05-14T00:00:00.123 HEAD 8713.1 x0"),
         QStringLiteral("2018-05-14T00:00:01.123 HEAD 8713.2 x0")});
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
        {QStringLiteral("2024-01-02T09:30:00.404 BTC/USDT 42000.5 x1"),
         QStringLiteral("2024-01-02T09:30:01.404 BTC/USDT 42000.6 x1")});
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
        {QStringLiteral("2024-01-02T05:00:00 HEAD 185.03227234 186.1499939 183.2 186.1499939 x82488700"),
         QStringLiteral("2024-01-03T05:00:00 HEAD 183.4 185 182.9 183.5 x58414500")});
    has("yf_noise_1e-9.csv",
        {QStringLiteral("2024-01-02T00:00:00 HEAD 185.03 186.1499939 183.2 186.1499939 x82488700"),
         QStringLiteral("2024-01-03T00:00:00 HEAD 183.4 185 182.9 183.5 x58414500")});
    has("yfinance_intraday.csv",
        {QStringLiteral("2024-01-02T14:30:00 HEAD 187.1499939 188.44000244 183.88999939 185.63999939 x8248870"),
         QStringLiteral("2024-01-02T14:31:00 HEAD 185.64 185.9 185.1 185.2 x548870")});
    has("zero_bar.csv",
        {QStringLiteral("2024-01-02T09:30:00 HEAD 10 11 9 10 x0"),
         QStringLiteral("! line 3: open: a bar's price must be greater than 0"),
         QStringLiteral("2024-01-02T09:32:00 HEAD 10 11 9 10 x0")});
}

void ForeignFilesTest::files()
{
    QFETCH(QStringList, lines);
    QCOMPARE(readFile(QString::fromLatin1(QTest::currentDataTag())), lines);
}

TICKER_TEST(ForeignFilesTest)
#include "tst_foreign_files.moc"
