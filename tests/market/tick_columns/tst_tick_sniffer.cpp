// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/tick_sniffer.h"
#include "ticker_test.h"

#include <QStringList>

using namespace ticker;

namespace {

QString textOf(const TickLayout &layout)
{
    QStringList columns;
    for (const auto &column : layout.columns)
        columns.append(column ? tickFieldName(*column) : QStringLiteral("-"));
    const char *const contents[] = {"ticks", "bars", "quotes"};
    return QStringLiteral("%1 %2 from %3: %4")
        .arg(QLatin1String(contents[int(layout.content)]), QString(QLatin1Char(layout.separator)))
        .arg(layout.dataLine)
        .arg(columns.join(QStringLiteral(", ")));
}

QString sniffed(const QByteArray &start, const TickReadOptions &options = {})
{
    const auto layout = sniffTickFile(start, true, options);
    return layout ? textOf(*layout)
                  : QStringLiteral("%1: %2").arg(layout.error().line).arg(layout.error().message.english());
}

} // namespace

/// What is understood of a file by its start.
class TickSnifferTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layouts_data();
    void layouts();
    void dates_data();
    void dates();
    void answers();
    void dataBegins();
    void headers();
    void everyLength();
    void anyBytes();
};

void TickSnifferTest::layouts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto is = [](const char *name, const char *bytes, const char *text) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(text);
    };
    is("plain", "time,symbol,price,size\n1704187800,A,1,2\n", "ticks , from 2: time, symbol, price, size");
    is("lines before it", "Report of ACME\nmade by a tool\n\nDate;Close\n2024-01-02;5\n",
       "ticks ; from 5: time, price");
    is("names alone", "date,open,high,low,close", "bars , from 2: time, open, high, low, close");
    is("receipt", "local_timestamp,timestamp,price\n1704187805,1704187800,5\n", "ticks , from 2: -, time, price");
    is("date and time", "Symbol,Time,Date,Price\nA,09:30,2024-01-02,5\n",
       "ticks , from 2: symbol, time of day, time, price");
    is("numbers as times of day", "<DATE>,<TIME>,<CLOSE>\n20240102,93000,5\n",
       "ticks , from 2: time, time of day, price");
    is("date beside a whole time", "Date,Datetime,Price\n2024-01-02,2024-01-02 09:30:00,5\n",
       "ticks , from 2: -, time, price");
    is("two equal times", "datetime,timestamp,price\n2024-01-02 00:00:00.000,1704153600000,5\n",
       "ticks , from 2: time, -, price");
    is("two different times", "datetime,timestamp,price\n2024-01-02 09:00:00,1704153600000,5\n",
       "1: datetime and timestamp are different times; say which one by --columns");
    is("without a name", ",price\n2024-01-02,5\n2024-01-03,6\n", "ticks , from 2: time, price");
    is("adjusted", "Date,Adj Close,Close\n2024-01-02,4,5\n", "ticks , from 2: time, -, price");
    is("price beside bars", "time,price,open,high,low,close\n1704187800,5,5,5,5,5\n",
       "ticks , from 2: time, price, open, high, low, close");
    is("price as close", "Date,Price,Open,High,Low\n2024-01-02,5,5,6,4\n",
       "bars , from 2: time, close, open, high, low");
    is("bid and ask", "time,bid,ask\n1704187800,1,2\n", "quotes , from 2: time, bid, ask");
    is("bid alone", "time,bid\n1704187800,1\n",
       "1: the header has no column for the price (price, last, lastprice, tradeprice)");
    is("all beside the price", "time,price,bid,ask,bid_size,askQty,side,trade_id\n1704187800,1,2,3,4,5,buy,6\n",
       "ticks , from 2: time, price, bid, ask, bid size, ask size, side, id");
    is("no taker of quotes", "time,bid,ask,bidVolume,side,id\n1704187800,1,2,3,buy,4\n",
       "quotes , from 2: time, bid, ask, bid size, -, -");
    is("nothing beside bars", "time,open,high,low,close,bid_size,side,id\n1704187800,1,1,1,1,2,buy,3\n",
       "bars , from 2: time, open, high, low, close, -, -, -");
    is("two sides", "time,price,side,Side\n1704187800,1,buy,sell\n", "ticks , from 2: time, price, -, -");
    is("a side beside another", "time,price,is_buyer_maker,side\n1704187800,1,true,sell\n",
       "ticks , from 2: time, price, -, side");
    is("whose side, nobody knows", "time,trade_id,price,size,side\n1704187800,1,2,3,buy\n",
       "ticks , from 2: time, id, price, size, -");
    is("days under an odd name", "id,price\n2024-01-02,5\n2024-01-03,6\n", "ticks , from 2: time, price");
    is("no header by side and id", "side,id\ndate,price\n2024-01-02,5\n", "ticks , from 3: time, price");
    is("instruments with such names", "Price,Close,Close\nTicker,ID,SIDE\nDate,,\n2024-01-02,5,6\n",
       "ticks , from 4: time, -, -");
    is("two sizes", "time,price,volume,quantity\n1704187800,1,2,3\n", "ticks , from 2: time, price, -, -");
    is("no day", "time,price\n09:30,1\n", "1: the times in time have no day");
    is("unknown names", "when,what\nx,y\n",
       "1: expected a header line with the names of the columns, such as \"time,symbol,price,size\"");
    is("comma as point", "time;price\n2024-01-02;1,234\n",
       "1: whether a comma in a number is the decimal sign cannot be told; say so by --decimal");
    is("trades without a header", "1704187800,122.0,0.1\n1704187801,123.0,5\n", "ticks , from 1: time, price, size");
    is("or a bid and an ask", "1704187800,122.0,122.1\n1704187801,123.0,123.1\n",
       "1: expected a header line with the names of the columns, such as \"time,symbol,price,size\"");
    is("a negative bid and an ask", "1704187800,-37.7,-37.6\n1704187801,-37.7,-37.5\n",
       "1: expected a header line with the names of the columns, such as \"time,symbol,price,size\"");
    is("bars without a header", "2024-01-02,5,6,4,5,100\n2024-01-03,5,6,4,5,100\n",
       "bars , from 1: time, open, high, low, close, size");
    is("bars in another order", "2024-01-02,4,6,5,5,100\n2024-01-03,4,6,5,5,100\n",
       "1: expected a header line with the names of the columns, such as \"time,symbol,price,size\"");
    is("binance", "1,5.0,2.0,10.0,1704187800001,true,true\n", "ticks , from 1: id, price, size, -, time, side, -");
    is("Databento, raw prices",
       R"({"hd":{"ts_event":"1609160400000429831","publisher_id":1},"action":"T","price":"3720250000000","size":1})",
       "1: the prices are whole numbers of 10^-9; have Databento write decimals (pretty_px)");
    is("Bitfinex", "7,1704187800001,-0.5,10\n8,1704187800002,0.5,10\n", "ticks , from 1: id, time, size, price");
    is("no sign tells", "7,1704187800001,0.5,10\n8,1704187800002,0.5,10\n",
       "1: expected a header line with the names of the columns, such as \"time,symbol,price,size\"");
    is("array", "[1]", "1: this is a JSON array; write one object per line");
    is("UTF-16",
       "\xff\xfe"
       "a",
       "1: the text is UTF-16; save it as UTF-8");
}

void TickSnifferTest::layouts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(sniffed(bytes), text);
}

void TickSnifferTest::dates_data()
{
    QTest::addColumn<QByteArrayList>("days");
    QTest::addColumn<int>("order"); // -1: it cannot be told
    QTest::newRow("day first") << QByteArrayList{"01/02/2024", "13/02/2024"} << int(DateOrder::DayFirst);
    QTest::newRow("month first") << QByteArrayList{"02/01/2024", "02/13/2024"} << int(DateOrder::MonthFirst);
    QTest::newRow("open") << QByteArrayList{"02/01/2024", "02/03/2024"} << -1;
    QTest::newRow("both") << QByteArrayList{"02/13/2024", "13/02/2024"} << -1;
    QTest::newRow("year first") << QByteArrayList{"2024/01/02"} << int(DateOrder::Undecided);
    QTest::newRow("points") << QByteArrayList{"01.02.2024"} << int(DateOrder::Undecided);
}

void TickSnifferTest::dates()
{
    QFETCH(QByteArrayList, days);
    QFETCH(int, order);
    const auto layout = sniffTickFile("date,price\n" + days.join(",5\n") + ",5\n", true, {});
    QCOMPARE(layout ? int(layout->times.order) : -1, order);
}

void TickSnifferTest::answers()
{
    const QByteArray open("date;price\n02/01/2024;1,234\n");
    QVERIFY(!sniffTickFile(open, true, {}));
    QVERIFY(!sniffTickFile(open, true, {DateOrder::DayFirst, {}, {}}));
    const auto layout = sniffTickFile(open, true, {DateOrder::DayFirst, "Europe/Berlin", ','});
    QVERIFY(layout);
    QCOMPARE(layout->times.order, DateOrder::DayFirst);
    QCOMPARE(layout->times.zone, QByteArray("Europe/Berlin"));
    QCOMPARE(layout->numbers.point, ',');
}

void TickSnifferTest::dataBegins()
{
    const auto offset = [](const QByteArray &bytes) { return sniffTickFile(bytes, true, {})->dataOffset; };
    QCOMPARE(offset("time,price\n1704187800,5\n"), quint64(11));
    QCOMPARE(offset("\xef\xbb\xbftime,price\r\n1704187800,5\r\n"), quint64(15));
    QCOMPARE(offset("sep=;\ntime;price\n1704187800;5\n"), quint64(17));
    QCOMPARE(offset("# note\n1704187800,5\n"), quint64(7));
    QCOMPARE(offset(""), quint64(0));
    QCOMPARE(offset("# nothing\n"), quint64(10));
}

/// The names of the columns, and the line they stand on.
void TickSnifferTest::headers()
{
    const auto header = [](const QByteArray &start, const TickReadOptions &options = {}) {
        const auto layout = sniffTickFile(start, true, options);
        return layout ? QByteArray::number(layout->headerLine) + ": " + layout->names.join('|') : QByteArray();
    };
    QCOMPARE(header("a title\n\ntime,Last Price,x\n1704187800,5,6\n"), QByteArray("3: time|Last Price|x"));
    QCOMPARE(header("2024.01.02,09:30,1.5,2.5,1.0,2.0,7\n2024.01.02,09:31,1.5,2.5,1.0,2.0,7\n"), QByteArray("0: "));
    QCOMPARE(header("Price,Close,Close\nTicker,A,B\nDate,,\n2024-01-02,1,2\n"), QByteArray("1: Date|Close A|Close B"));
    TickReadOptions numbers;
    numbers.columns = {{TickField::Time, "1"}, {TickField::Price, "2"}};
    QCOMPARE(header("a,b\n1704187800,5\n", numbers), QByteArray("1: a|b"));
    QCOMPARE(header("1704187800,5\n1704187801,5\n", numbers), QByteArray("0: "));
}

/// However short the start is.
void TickSnifferTest::everyLength()
{
    const QByteArray bytes(
        "sep=;\nA report\n<DATE>;<TIME>;\"OPEN\";HIGH;LOW;CLOSE;VOL\n20240102;93000;1.234,5;2;1;2;\"3\"\n"
        "20240102;93100;1.234,5;2;1;2;4\n");
    for (qsizetype size = 0; size <= bytes.size(); ++size) {
        (void)sniffTickFile(bytes.first(size), true, {});
        (void)sniffTickFile(bytes.first(size), false, {});
    }
    QCOMPARE(sniffed(bytes), QStringLiteral("bars ; from 4: time, time of day, open, high, low, close, size"));
}

void TickSnifferTest::anyBytes()
{
    const QByteArray alphabet("time,price;date\n\r\t|\"0123456789.-/:# {[\xff\xc3\xa4");
    quint32 state = 7;
    for (int i = 0; i < 20'000; ++i) {
        QByteArray bytes;
        for (int length = i % 200; length > 0; --length) {
            state = state * 1'664'525 + 1'013'904'223;
            bytes.append(alphabet[qsizetype((state >> 8) % quint32(alphabet.size()))]);
        }
        (void)sniffTickFile(bytes, i % 2 == 0, {});
    }
}

TICKER_TEST(TickSnifferTest)
#include "tst_tick_sniffer.moc"
