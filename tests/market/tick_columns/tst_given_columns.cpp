// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/column_names.h"
#include "tick_columns/given_columns.h"
#include "tick_columns/tick_sniffer.h"
#include "ticker_test.h"

#include <QStringList>

using namespace ticker;

namespace {

QString textOf(const std::vector<GivenColumn> &given)
{
    QStringList texts;
    for (const GivenColumn &each : given)
        texts.append(QStringLiteral("%1=%2").arg(tickFieldName(each.field), QString::fromUtf8(each.column)));
    return texts.join(QStringLiteral("; "));
}

/// The columns as they are understood with what is given, or why they are not.
QString sniffed(const QByteArray &start, const QString &given)
{
    TickReadOptions options;
    options.columns = readGivenColumns(given).value();
    const auto layout = sniffTickFile(start, true, options);
    if (!layout)
        return QStringLiteral("! ") + layout.error().message.english();
    QStringList columns;
    for (const auto &column : layout->columns)
        columns.append(column ? tickFieldName(*column) : QStringLiteral("-"));
    const char *const contents[] = {"ticks", "bars", "quotes"};
    return QStringLiteral("%1 from %2: %3")
        .arg(QLatin1String(contents[int(layout->content)]))
        .arg(layout->dataLine)
        .arg(columns.join(QStringLiteral(", ")));
}

} // namespace

/// What a person says of columns.
class GivenColumnsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void files_data();
    void files();
    void fieldsHaveNames();
};

void GivenColumnsTest::texts_data()
{
    QTest::addColumn<QString>("read");
    const auto is = [](const char *text, const char *read) { QTest::newRow(text) << QString::fromUtf8(read); };
    is("time=open_time,price=close", "time=open_time; price=close");
    is(" Time = Open Time , PRICE=#3,", "time=Open Time; price=#3");
    is("time-of-day=clock,size=", "time of day=clock; size=");
    is("price=\"Close, adjusted\"", "price=Close, adjusted");
    is("price=\"the \"\"best\"\"\",size=x", "price=the \"best\"; size=x");
    is("price=a=b", "price=a=b");
    is("bid=b", "bid=b; price=; open=; high=; low=; close=");
    is("ask=a,price=p", "ask=a; price=p");
    is("open=o,close=c", "open=o; close=c; price=");
    is("", "");
    is("close", "! \"close\" is not like price=close");
    is("prize=close",
       "! \"prize\" is not a field (time, time-of-day, symbol, price, bid, ask, open, high, low, close, size, "
       "bid-size, "
       "ask-size, side, id, seq)");
    is("price=a,price=b", "! price is given twice");
    is("time=", "! time has no column, but ticks need a time");
    is("price=\"a", "! the quotes of \"a are not closed");
    is("price=\"a\"b\"", "! the quotes of \"a\"b\" are not closed");
}

void GivenColumnsTest::texts()
{
    QFETCH(QString, read);
    const auto given = readGivenColumns(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(given ? textOf(*given) : QStringLiteral("! ") + given.error(), read);
}

void GivenColumnsTest::files_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("text");
    const auto is = [](const char *name, const char *bytes, const char *given, const char *text) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(given) << QString::fromUtf8(text);
    };
    const char *const quotes = "time,bid,ask,volume\n1704187800,1,2,3\n";
    is("the bid", quotes, "price=bid", "ticks from 2: time, price, ask, size");
    is("another case", quotes, "price= BID ", "ticks from 2: time, price, ask, size");
    is("by number", quotes, "price=#3", "ticks from 2: time, bid, price, size");
    is("no size", quotes, "size=", "quotes from 2: time, bid, ask, -");
    is("another size", quotes, "size=bid,price=ask", "ticks from 2: time, size, price, -");
    is("no such name", quotes, "price=mid", "! there is no column mid; there are time, bid, ask, volume");
    is("no such number", quotes, "price=5", "! there is no column 5; there are time, bid, ask, volume");
    is("one for two", quotes, "price=bid,size=#2", "! the column #2 is given for two fields");
    is("unknown names", "when,what\n2024-01-02,5\n", "time=when,price=what", "ticks from 2: time, price");
    is("unknown names by number", "when,what\n2024-01-02,5\n", "price=2", "ticks from 2: time, price");
    is("lines before it", "A report\nwhen;what\n2024-01-02;5\n", "time=when,price=what", "ticks from 3: time, price");
    is("the same name twice", "time,px,px\n1704187800,1,2\n", "price=px",
       "! two columns are named px; say which by its number, such as #2");
    is("the second of them", "time,px,px\n1704187800,1,2\n", "price=#3", "ticks from 2: time, -, price");
    is("one of two times", "datetime,timestamp,price\n2024-01-02 09:00:00,1704153600000,5\n", "time=timestamp",
       "ticks from 2: -, time, price");
    is("a price beside bars", "time,price,open,high,low,close\n1704187800,5,5,5,5,5\n", "close=close,open=open",
       "bars from 2: time, -, open, high, low, close");
    is("the adjusted close", "Date,Open,High,Low,Close,Adj Close\n2024-01-02,5,5,5,5,4\n", "close=adj close",
       "bars from 2: time, open, high, low, -, close");
    is("a close of bars alone", "Date,Open,High,Low,Close\n2024-01-02,5,5,5,5\n", "price=close",
       "ticks from 2: time, open, high, low, price");
    is("a day and its time", "day,clock,price\n2024-01-02,09:30,5\n", "time=day,time-of-day=clock",
       "ticks from 2: time, time of day, price");
    is("a time without a day", "clock,price\n09:30,5\n", "time=clock", "! the times in clock have no day");
    is("no time", "what,price\nabc,5\n", "time=what", "! what stands in the column what is not a time: abc");
    is("no header", "1704187800,122.0,122.1\n1704187801,123.0,123.1\n", "bid=2,ask=3", "quotes from 1: time, bid, ask");
    is("no header but a known shape", "20240102 093000123,1.1066,1.1067,0\n", "price=#2",
       "ticks from 1: time, price, ask, size");
    is("no header, by name", "1704187800,122.0,5\n", "price=last",
       "! there is no column last; without a header, columns are given by number, from 1 to 3");
    is("no header, no time", "a,122.0,b\n", "price=2",
       "! no column is known to be the time; say which one by --columns");
    is("keys", "{\"when\":1704187800,\"px\":5}\n", "time=when,price=PX", "ticks from 1: ");
    is("no such key", "{\"when\":1704187800,\"px\":{\"last\": 5},\"a\\\"b\":\":\"", "time=when,price=close",
       "! there is no column close; there are when, px, last, a\\\"b");
}

void GivenColumnsTest::files()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, given);
    QFETCH(QString, text);
    QCOMPARE(sniffed(bytes, given), text);
}

void GivenColumnsTest::fieldsHaveNames()
{
    for (std::size_t i = 0; i < tickFields; ++i)
        QCOMPARE(tickFieldFromName(tickFieldNames()[qsizetype(i)].toUtf8()), std::optional(TickField(i)));
    QCOMPARE(tickFieldFromName("prize"), std::nullopt);
}

TICKER_TEST(GivenColumnsTest)
#include "tst_given_columns.moc"
