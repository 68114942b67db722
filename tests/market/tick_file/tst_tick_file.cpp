// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file_told.h"
#include "ticker_test.h"

using namespace ticker;

class TickFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnNames_data();
    void columnNames();
    void linesOfCsv_data();
    void linesOfCsv();
    void linesOfJson_data();
    void linesOfJson();
    void givenColumns_data();
    void givenColumns();
    void headers_data();
    void headers();
    void badLines_data();
    void badLines();
    void lastLine_data();
    void lastLine();
};

void TickFileTest::columnNames_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *header :
         {"time,symbol,price,size,seq", "Timestamp,TICKER,last,Volume,Seq", "ts,Instrument,Close,qty,seq",
          "Date Time,sym-bol,PRICE,quantity,s_e_q", " date ,\"symbol\",\"last\" , size,seq",
          "\xef\xbb\xbftime,symbol,price,size,seq", "time;symbol;price;size;seq", "time\tsymbol\tprice\tsize\tseq",
          "time,symbol,price,size,seq,bid,ask"})
        QTest::newRow(header) << QByteArray(header);
}

void TickFileTest::columnNames()
{
    QFETCH(QByteArray, header);
    const char separator = header.contains(';') ? ';' : header.contains('\t') ? '\t' : ',';
    const QByteArray line = QByteArray("7,ACME,1.5,3,9").replace(',', separator);
    const QString expected = QStringLiteral("2@%1 7000000000 #9 ACME 15000 x3").arg(header.size() + 1);
    QCOMPARE(readAll(header + '\n' + line + '\n'), QStringList{expected});
}

void TickFileTest::linesOfCsv_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const QByteArray &bytes, const QStringList &lines) {
        QTest::newRow(name) << bytes << lines;
    };
    row("default symbol", "time,price\n1,2\n", {QStringLiteral("2@11 1000000000 HEAD 20000 x0")});
    row("CRLF, no last line end", "time,price\r\n1,2\r\n2,3",
        {QStringLiteral("2@12 1000000000 HEAD 20000 x0"), QStringLiteral("3@17 2000000000 HEAD 30000 x0")});
    row("comments and blank lines", "# a\n\n  \ntime,price\n# b\n1,2\n \t\n2,3\n",
        {QStringLiteral("6@23 1000000000 HEAD 20000 x0"), QStringLiteral("8@30 2000000000 HEAD 30000 x0")});
    row("quotes", "time,symbol,price,name\n1, \"A\" ,\"2\",\"B \"\"C\"\", D\"\n",
        {QStringLiteral("2@23 1000000000 A 20000 x0")});
    row("empty optional fields", "time,symbol,price,size,seq\n1,A,2,,\n",
        {QStringLiteral("2@27 1000000000 A 20000 x0")});
    row("fewer fields", "time,symbol,price,size\n1,A,2\n", {QStringLiteral("2@23 1000000000 A 20000 x0")});
    row("more fields", "time,price\n1,2,3,4\n", {QStringLiteral("2@11 1000000000 HEAD 20000 x0")});
    row("leading empty column with tabs", "x\ttime\tprice\n\t1\t2\n",
        {QStringLiteral("2@13 1000000000 HEAD 20000 x0")});
    row("tabs before quotes", "x\ty\ttime\tprice\n\t\t\"1\"\t2\n", {QStringLiteral("2@15 1000000000 HEAD 20000 x0")});
    row("bars", "date,open,high,low,close,adj close,volume\n1,3,4,1,2,9,8\n",
        {QStringLiteral("2@42 1000000000 HEAD 30000 40000 10000 20000 x8")});
    row("negative bars", "time,open,high,low,close\n1,-2,1,-4,-3\n2,0,0,0,-1\n3,-3,-2,-4,-1\n4,-3,-2,-2.5,-2\n",
        {QStringLiteral("2@25 1000000000 HEAD -20000 10000 -40000 -30000 x0"),
         QStringLiteral("line 3: low: higher than open or close"),
         QStringLiteral("line 4: high: lower than open or close"),
         QStringLiteral("line 5: low: higher than open or close")});
    row("bars of 0", "time,open,high,low,close,volume\n1,0,0,0,0,0\n2,0,0,0,0,\n3,0,0,0,0,5\n4,0,2,0,1,0\n",
        {QStringLiteral("line 2: prices and volume are all 0"), QStringLiteral("line 3: prices and volume are all 0"),
         QStringLiteral("4@55 3000000000 HEAD 0 0 0 0 x5"), QStringLiteral("5@67 4000000000 HEAD 0 20000 0 10000 x0")});
    row("price beside open and high", "time,price,open,high\n1,3,4,1\n",
        {QStringLiteral("2@21 1000000000 HEAD 30000 x0")});
    row("zero price", "time,price\n1,0\n", {QStringLiteral("2@11 1000000000 HEAD 0 x0")});
    row("sizes", "time,price,size\n1,2,0.0123456789\n1,2,123456789012345\n1,2,1.50\n1,2,9007199254740992\n",
        {QStringLiteral("2@16 1000000000 HEAD 20000 x0.01234568"),
         QStringLiteral("3@33 1000000000 HEAD 20000 x123456789012345"),
         QStringLiteral("4@53 1000000000 HEAD 20000 x1.5"),
         QStringLiteral("5@62 1000000000 HEAD 20000 x9007199254740992")});
    row("the same time", "time,price\n1,2\n1,3\n",
        {QStringLiteral("2@11 1000000000 HEAD 20000 x0"), QStringLiteral("3@15 1000000000 HEAD 30000 x0")});
    row("nothing", "", {});
    row("header alone", "time,price\n", {});
}

void TickFileTest::linesOfCsv()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, lines);
    QCOMPARE(readAll(bytes), lines);
}

void TickFileTest::linesOfJson_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("text"); // without line and offset
    const auto row = [](const char *name, const char *line, const char *text) {
        QTest::newRow(name) << QByteArray(line) << QString::fromLatin1(text);
    };
    row("tick", R"({"time":1,"symbol":"A","price":2.50,"size":3,"seq":4})", "1000000000 #4 A 25000 x3");
    row("texts", R"({"Time Stamp":"1970-01-01T00:00:01Z","ticker":"a","last":"2.5"})", "1000000000 A 25000 x0");
    row("blanks", " { \"ts\" : 1 ,\t\"price\" : 2 } \r", "1000000000 HEAD 20000 x0");
    row("bar", R"({"time":1,"open":2,"high":4,"low":1,"close":3})", "1000000000 HEAD 20000 40000 10000 30000 x0");
    row("close alone", R"({"time":1,"close":3})", "1000000000 HEAD 30000 x0");
    row("day's prices beside the price", R"({"time":1,"price":3,"open":9,"high":1})", "1000000000 HEAD 30000 x0");
    row("our feed", R"({"type":"tick","symbol":"ACME","price":636,"seq":630,"time":1795377208008})",
        "1795377208008000000 #630 ACME 6360000 x0");
    row("quotes", R"({"quotes":[{"symbol":"A","price":1},{"symbol":"B","price":2,"size":7}],"seq":3,"time":1})",
        "1000000000 #3 A 10000 x0 B 20000 x7");
    row("unknown keys", R"({"a":[1,{"b":[]},{}],"c":null,"d":true,"e":false,"time":1,"f":{"time":9},"price":2})",
        "1000000000 HEAD 20000 x0");
    row("null", R"({"time":1,"price":2,"size":null,"symbol":null})", "1000000000 HEAD 20000 x0");
    row("escapes", R"({"\u0074\u0069me":"1","symbol":"\u0041\u002d\u0042","x":"\ud83d\ude00\n\"","price":2})",
        "1000000000 A-B 20000 x0");
    row("negative", R"({"time":1,"quotes":[{"symbol":"A","price":-37.63},{"symbol":"B","price":"-0.5"}]})",
        "1000000000 A -376300 x0 B -5000 x0");
    row("digits are kept", R"({"time":1767571200123456789,"price":0.12345})", "1767571200123456789 HEAD 1235 x0");
}

void TickFileTest::linesOfJson()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, text);
    QCOMPARE(readAll(line), QStringList{QStringLiteral("1@0 ") + text});
}

void TickFileTest::givenColumns_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("given");
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *name, const char *bytes, const char *given, const QStringList &lines) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromLatin1(given) << lines;
    };
    row("the ask", "time,bid,ask\n1,2,3\n", "price=ask", {QStringLiteral("2@13 1000000000 HEAD 30000 x0")});
    row("no header", "1704187800,5,7\n", "price=3,size=2", {QStringLiteral("1@0 1704187800000000000 HEAD 70000 x5")});
    row("a header in another language", "Quand;Cours\n2024-01-02;5\n", "time=quand,price=cours",
        {QStringLiteral("2@12 1704153600000000000 HEAD 50000 x0")});
    row("keys", "{\"when\":1,\"px\":2,\"time\":5,\"size\":3}\n",
        "time=when,price=px,size=", {QStringLiteral("1@0 1000000000 HEAD 20000 x0")});
    row("a vendor's keys", "{\"T\":\"q\",\"S\":\"A\",\"bp\":2,\"ap\":4,\"t\":1}\n", "price=bp",
        {QStringLiteral("1@0 1000000000 A 20000 x0")});
    row("keys of quotes", "{\"time\":1,\"quotes\":[{\"symbol\":\"A\",\"price\":2,\"mid\":3}]}\n", "price=mid",
        {QStringLiteral("1@0 1000000000 A 30000 x0")});
    row("a key that comes later", "{\"time\":1,\"price\":2}\n{\"time\":2,\"price\":2,\"px\":3}\n", "price=px",
        {QStringLiteral("line 1: price: missing"), QStringLiteral("2@21 2000000000 HEAD 30000 x0")});
}

void TickFileTest::givenColumns()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, given);
    QFETCH(QStringList, lines);
    TickReadOptions options;
    options.columns = readGivenColumns(given).value();
    QCOMPARE(readAll(bytes, options), lines);
}

void TickFileTest::headers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *bytes, const char *error) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromLatin1(error);
    };
    row("none", "#\n1,2\n3,4\n",
        "line 2: expected a header line with the names of the columns, such as \"time,symbol,price,size\"");
    row("no time", "price,size\n1,2\n",
        "line 1: the header has no column for the time (time, timestamp, date, datetime)");
    row("no price", "time,size\n",
        "line 1: the header has no column for the price (price, last, lastprice, tradeprice)");
    row("no close", "time,open,high,low\n",
        "line 1: the header has no column for the close (close, closeprice, closelast, schlusskurs)");
    row("two prices", "time,price,last\n1,2,3\n",
        "line 1: the header has two columns for the price: price and last; say which one by --columns");
    row("two times", "time,price,ts\n1704187800,2,1704187801\n",
        "line 1: time and ts are different times; say which one by --columns");
    row("array", "[\n{}\n]", "line 1: this is a JSON array; write one object per line");
    row("quotes", "time,\"price\n",
        "line 1: expected a header line with the names of the columns, such as \"time,symbol,price,size\"");
}

void TickFileTest::headers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, error);
    TickFileReader reader(*TickFileSymbol::fromText("HEAD"));
    reader.append(bytes);
    reader.finish();
    for (int i = 0; i < 2; ++i) {
        const auto line = reader.next();
        QVERIFY(!line && reader.isBeyondHope());
        QCOMPARE(line.error().text(), error);
    }
}

void TickFileTest::badLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("error"); // behind "line 3: "
    const auto row = [](const char *name, const QByteArray &line, const char *error) {
        QTest::newRow(name) << line << QString::fromUtf8(error);
    };
    row("NaN", "5,A,NaN", "price: missing");
    row("too large", "5,A,1e400", "price: 1e400 is more than 9007199254740992");
    row("too low", "5,A,-1e400", "price: -1e400 is less than -9007199254740992");
    row("missing price", "5,A", "price: missing");
    row("empty symbol", "5,,1", "symbol: missing");
    row("bad symbol", "5,A B,1",
        "symbol: A B is not a symbol (1 to 64 of A-Z 0-9 . - _ / : ^ = $ @ # & + ! ( ) [ ], with a letter or digit, "
        "the first one of A-Z 0-9 . / ^ $ @ # [)");
    row("long symbol", "5," + QByteArray(65, 'A') + ",1",
        "symbol: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA... is too long for a symbol; write at most 64 characters");
    row("missing time", ",A,1", "time: missing");
    row("bad time", "soon,A,1", "time: soon is not a time (a number since 1970, or like 2026-01-05T09:30:00Z)");
    row("bad size", "5,A,1,-1", "size: -1 is negative");
    row("large size", "5,A,1,9007199254740993", "size: 9007199254740993 is more than 9007199254740992");
    row("bad seq", "5,A,1,1,1.5", "seq: 1.5 is not a whole number from 0 to 2^64 - 1");
    row("zero byte", QByteArray("5,A,1\0", 6), "contains a zero byte, so this is not a text file");
    row("zero byte in a comment", QByteArray("#\0", 2), "contains a zero byte, so this is not a text file");
    row("not UTF-8", "5,A,1,1,1,\xff", "not valid UTF-8");
    row("open quotes", "5,A,\"1", "a quoted field is not closed on its line");
    row("behind quotes", "5,A,\"1\"2", "unexpected text after a closing quote");
    row("control character in a value", "5,A,1\x01", "price: 1? is not a number");
}

void TickFileTest::badLines()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, error);
    const QStringList texts = readAll("time,symbol,price,size,seq\n1,A,1\n" + line + "\n6,A,1\n");
    QCOMPARE(texts.size(), 3);
    QCOMPARE(texts.at(1), QStringLiteral("line 3: ") + error);
    // It concerns that line alone.
    QVERIFY2(texts.at(2).startsWith(QStringLiteral("4@")), qPrintable(texts.at(2)));
}

void TickFileTest::lastLine_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("whole") << QByteArray("5,A,1,2") << true;
    QTest::newRow("column missing") << QByteArray("5,A,1") << false;
    QTest::newRow("quotes open") << QByteArray("5,A,1,\"2") << false;
    QTest::newRow("whole object") << QByteArray(R"({"time":5,"price":1})") << true;
    QTest::newRow("object open") << QByteArray(R"({"time":5,"price":1)") << false;
    QTest::newRow("text open") << QByteArray(R"({"time":5,"pri)") << false;
    QTest::newRow("escape open") << QByteArray(R"({"time":5,"\u00)") << false;
    QTest::newRow("array open") << QByteArray(R"({"time":5,"quotes":[{"price":1})") << false;
}

void TickFileTest::lastLine()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, isGood);
    const bool isJson = line.startsWith('{');
    const QStringList texts = readAll(isJson ? "{\"time\":1,\"price\":1}\n" + line : "time,symbol,price,size\n" + line);
    const QString error = QStringLiteral("line 2: incomplete, the file ends here");
    QCOMPARE(texts.last() == error, !isGood);
    if (isGood)
        QVERIFY2(texts.last().startsWith(QStringLiteral("2@")), qPrintable(texts.last()));
}

TICKER_TEST(TickFileTest)
#include "tst_tick_file.moc"
