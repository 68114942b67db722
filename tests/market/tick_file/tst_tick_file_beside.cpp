// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "foreign_file.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

/// Each line with what stands beside its prices, or what is wrong with it.
QStringList read(const QByteArray &bytes, const QString &columns = {})
{
    TickReadOptions options;
    options.columns = readGivenColumns(columns).value();
    TickFileReader reader(*TickFileSymbol::fromText("HEAD"), options);
    reader.append(bytes);
    reader.finish();
    QStringList texts;
    for (;;) {
        const auto line = reader.next();
        if (line && !*line)
            return texts;
        texts.append(line ? readableBeside(**line) : QStringLiteral("! ") + line.error().text().english());
        if (reader.isBeyondHope())
            return texts;
    }
}

} // namespace

/// What stands beside the price of a tick: bid and ask with their sizes, the side of the taker, an id.
class TickFileBesideTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vendors_data();
    void vendors();
    void lines_data();
    void lines();
    void given_data();
    void given();
    void cutAtEveryByte();
    void anotherLineForgets();
};

void TickFileBesideTest::vendors_data()
{
    QTest::addColumn<QStringList>("lines");
    const auto has = [](const char *name, const QStringList &lines) { QTest::addRow("%s", name) << lines; };
    has("alpaca_crypto.jsonl",
        {QStringLiteral("42283.5 buy #7301"), QStringLiteral("42283.5 bid 42283.4 x1.5 ask 42283.6 y2.5"),
         QStringLiteral("42283.4 sell #7302")});
    has("alpaca_ws.jsonl", {QStringLiteral("126.55 #96921"), QStringLiteral("126.56 #96922")});
    has("bidask.csv", {QStringLiteral("1.1001 bid 1.1000 ask 1.1002"), QStringLiteral("1.1002 bid 1.1001 ask 1.1003")});
    has("binance_spot_trades.csv",
        {QStringLiteral("42283.50000000 sell #4374000001"), QStringLiteral("42283.60000000 buy #4374000002")});
    has("binance_um_aggtrades.csv", {QStringLiteral("42283.5 sell #26"), QStringLiteral("42283.6 buy #27")});
    has("binance_um_bookticker.csv",
        {QStringLiteral("42283.55 bid 42283.50 x1.5 ask 42283.60 y2.5"),
         QStringLiteral("42283.70 bid 42283.60 x1.5 ask 42283.80 y2.5")});
    has("binance_um_trades.csv",
        {QStringLiteral("42283.5 sell #4374000001"), QStringLiteral("42283.6 buy #4374000002"),
         QStringLiteral("42283.6 buy #4374000003")});
    has("binance_ws.jsonl",
        {QStringLiteral("42283.5 bid 42283.4 x1 ask 42283.6 y1"), QStringLiteral("42284.5"),
         QStringLiteral("42283.5 bid 42283.4 x31.21 ask 42283.6 y40.66"), QStringLiteral("42283.7 sell #12345")});
    has("bitfinex.csv", {QStringLiteral("42283.5 buy #401597393"), QStringLiteral("42283.4 sell #401597394")});
    has("bitfinex.json", {QStringLiteral("42283.5 buy #401597393"), QStringLiteral("42283.4 sell #401597394")});
    has("ccxt_trades.jsonl", {QStringLiteral("74545.8 sell #3249829980"), QStringLiteral("74545.7 sell #3249829981")});
    // By REST the same columns could be anybody's.
    has("coinbase_trades.json", {QStringLiteral("42283.50 #10"), QStringLiteral("42283.40 #11")});
    // A match has the maker's side, a ticker the taker's.
    has("coinbase_ws.jsonl",
        {QStringLiteral("42283.50 buy #10"), QStringLiteral("42283.60 bid 42283.50 x1 ask 42283.70 y2 buy #11")});
    has("databento_trades.csv", {QStringLiteral("10.259900000"), QStringLiteral("10.270000000 buy")});
    has("databento_trades.jsonl", {QStringLiteral("10.259900000")});
    has("dukascopy_node.csv",
        {QStringLiteral("41783.406 bid 41780.615 x0.00005 ask 41786.197 y0.000045"),
         QStringLiteral("41782.418 bid 41779.663 x0.00005 ask 41785.173 y0.000045")});
    has("finnhub.jsonl", {QStringLiteral("10.25"), QStringLiteral("10.26")});
    has("histdata_tick_header.csv", {QStringLiteral("1.106600 ask 1.106770"), QStringLiteral("1.106580 ask 1.106750")});
    has("iex_tops.jsonl", {QStringLiteral("10.25")}); // its bid is of another moment
    has("kraken_trades.jsonl", {QStringLiteral("42283.5 buy #4665906"), QStringLiteral("42283.4 sell #4665907")});
    has("mt5_ticks.csv",
        {QStringLiteral("1.10420 bid 1.10410 ask 1.10430"), QStringLiteral("1.10430 bid 1.10420 ask 1.10440")});
    has("mt5_trades.csv",
        {QStringLiteral("10.25 bid 10.20 ask 10.30 buy"), QStringLiteral("10.20 bid 10.20 ask 10.30 sell"),
         QStringLiteral("10.20 bid 10.21 ask 10.30"), QStringLiteral("10.25 bid 10.21 ask 10.30")});
    has("polygon_quotes.csv", {QStringLiteral("10.25 bid 10.20 x2 ask 10.30 y1")});
    has("polygon_ws.jsonl", {QStringLiteral("114.125 #12345"), QStringLiteral("114.130 #12346")});
    has("tardis.csv", {QStringLiteral("6425.5 sell"), QStringLiteral("6426 buy")}); // whose ids are words
    has("tardis_book.csv", {QStringLiteral("42283.5 bid 42283 x50 ask 42284 y100")});
    has("tardis_quotes.csv", {QStringLiteral("42283.5 bid 42283 x50 ask 42284 y100")});
    has("truefx.csv",
        {QStringLiteral("0.88859 bid 0.88796 ask 0.88922"), QStringLiteral("0.888595 bid 0.88805 ask 0.88914")});
}

void TickFileBesideTest::vendors()
{
    QFETCH(QStringList, lines);
    QCOMPARE(readForeignFile(QString::fromLatin1(QTest::currentDataTag()), readableBeside), lines);
}

void TickFileBesideTest::lines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text"); // of the last line
    const auto is = [](const char *name, const QByteArray &bytes, const char *text) {
        QTest::newRow(name) << bytes << QString::fromUtf8(text);
    };
    const QByteArray book("time,price,bid,ask,bid_size,ask_size\n1704187800,10,");
    is("all of the book", book + "9.5,10.5,3,4.25\n", "10 bid 9.5 x3 ask 10.5 y4.25");
    is("a bid alone", book + "9.5,,,\n", "10 bid 9.5");
    is("an ask alone", book + ",10.5,,4\n", "10 ask 10.5 y4");
    is("a size alone", book + ",,0,\n", "10 x0");
    is("no more columns", "time,price,bid\n1704187800,10\n", "10");
    is("a bid above the ask", book + "10.5,9.5,,\n", "10 bid 10.5 ask 9.5");
    is("prices below zero", book + "-0.5,-0.25,,\n", "10 bid -0.5 ask -0.25");
    is("no numbers", book + "x,+,many,1e\n", "10");
    is("too large", book + "1e20,10.5,1e20,4\n", "10 ask 10.5 y4");
    is("negative sizes", book + "9.5,10.5,-3,-0.0\n", "10 bid 9.5 ask 10.5 y0");
    is("a decimal comma", "time;price;bid;ask;bid_size\n1704187800;10,25;10,2;10,3;1.234,5\n",
       "10.25 bid 10.2 x1234.5 ask 10.3");
    // The sizes of the book say nothing of how the prices are to be read.
    is("another comma", "time;price;bid_size\n1704187800;10;1,234\n", "10");
    is("quotes", "time,bid,ask,bid_size,side,id\n1704187800,9.5,10.5,3,buy,17\n", "10.0 bid 9.5 x3 ask 10.5");
    is("bars", "time,open,high,low,close,bid,bid_size,side\n1704187800,5,6,4,5,5,2,buy\n", "5");
    is("instruments beside each other",
       "Price,Close,Bid,Bid Size,Side,Close,Bid,Bid Size,Side\nTicker,A,A,A,A,B,B,B,B\nDate,,,,,,,,\n"
       "2024-01-02,5,4,2,buy,7,6,3,sell\n",
       "5 bid 4 x2 buy; 7 bid 6 x3 sell");

    const QByteArray trade("time,price,side,id\n1704187800,10,");
    is("bought", trade + "buy,1\n", "10 buy #1");
    is("sold, in another case", trade + "SELL,9999999999999999999\n", "10 sell #9999999999999999999");
    is("unknown", trade + "unknown,0\n", "10 #0");
    is("another word", trade + "bid,18446744073709551615\n", "10"); // an id of 20 digits
    is("too many digits", trade + "ask,00000000000000000001\n", "10");
    is("no whole ids", trade + "long,17.0\n", "10");
    is("signed ids", trade + "1,-5\n", "10");
    is("ids of words", trade + "-1,5a\n", "10");
    is("letters", "time,price,side\n1704187800,10,s\n1704187801,10,B\n", "10 buy");
    is("one of the letters", "time,price,side\n1704187800,10,b\n1704187801,10,b\n", "10");
    is("letters for bid and ask", "time,price,side\n1704187800,10,A\n1704187801,10,B\n", "10");
    is("two ids that differ", "time,price,trade_id,Trade ID\n1704187800,10,5,6\n", "10");
    is("a better id", "time,price,id,trade_id\n1704187800,10,5,6\n", "10 #6");

    const QByteArray databento("ts_event,publisher_id,action,side,price,size,symbol\n");
    is("Databento, sold", databento + "2024-01-02T14:30:00Z,2,T,A,10.25,1,ACME\n", "10.25 sell");
    is("Databento, bought", databento + "2024-01-02T14:30:00Z,2,T,B,10.25,1,ACME\n", "10.25 buy");
    is("Databento, JSON", R"({"ts_recv":"2024-01-02T14:30:00Z","action":"T","side":"A","price":"10.25"})",
       "10.25 sell");
    is("Databento, an order", R"({"ts_recv":"2024-01-02T14:30:00Z","action":"A","side":"A","price":"10.25"})", "10.25");
    is("the buyer waited", "time,price,isBuyerMaker\n1704187800,10,TRUE\n", "10 sell");
    is("the seller waited", R"({"time":1704187800,"price":10,"isBuyerMaker":false})", "10 buy");
    is("a text in place of true", R"({"time":1704187800,"price":10,"isBuyerMaker":"true"})", "10 sell");
    is("a number in place of true", R"({"time":1704187800,"price":10,"isBuyerMaker":1})", "10");
    is("true is no price", R"({"time":1704187800,"price":true,"close":10,"side":true})", "10");
    is("Binance, aggregate trade", R"({"e":"aggTrade","s":"A","a":26,"p":"10","q":"1","T":1704187800001,"m":false})",
       "10 buy #26");
    is("Coinbase, sold",
       R"({"type":"last_match","trade_id":9,"maker_order_id":"x","side":"buy","size":"1",)"
       R"("price":"10","product_id":"A-USD","time":"2024-01-02T09:30:00Z"})",
       "10 sell #9");
    is("Coinbase, CSV", "time,product_id,price,size,side,maker_order_id\n1704187800,A-USD,10,1,sell,x\n", "10 buy");
    is("Coinbase's other interface",
       R"({"trade_id":"9","product_id":"A-USD","price":"10","size":"1",)"
       R"("time":"2024-01-02T09:30:00Z","side":"BUY"})",
       "10 #9");
    is("ccxt, own orders", R"({"timestamp":1704187800000,"price":10,"side":"buy","takerOrMaker":"maker"})", "10");
    is("ccxt, own takers", R"({"timestamp":1704187800000,"price":10,"side":"buy","takerOrMaker":"taker"})", "10 buy");
    is("other flags", "time,price,flags\n1704187800,10,32\n", "10");
    is("a signed size", "time,price,size\n1704187800,10,-5\n", "! line 2: size: -5 is negative");
    is("a signed size of nothing", "id,mts,amount,price\n1,1704187800000,0,10\n", "10 #1");
    is("a sign beside more columns", "id,mts,amount,price,note\n1,1704187800000,-1,10,x\n",
       "! line 2: size: -1 is negative");
    is("two sides", R"({"time":1704187800,"price":10,"side":"buy","SIDE":"sell","id":5})", "10 #5");
    is("quotes of a tick",
       R"({"time":1704187800,"quotes":[{"symbol":"A","price":10,"bid":9,"side":"buy"},)"
       R"({"symbol":"B","price":20,"ask":21,"id":"7"}]})",
       "10 bid 9 buy; 20 ask 21 #7");
    is("a JSON bid that is no number", R"({"time":1704187800,"price":10,"bid":"x","askSize":-1,"id":"a-b"})", "10");
}

void TickFileBesideTest::lines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const QStringList texts = read(bytes);
    QCOMPARE(texts.value(texts.size() - 1), text);
}

/// What a person names and cannot be read makes a line bad.
void TickFileBesideTest::given_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("columns");
    QTest::addColumn<QString>("text"); // of the last line
    const auto is = [](const char *name, const QByteArray &bytes, const char *columns, const char *text) {
        QTest::newRow(name) << bytes << QString::fromUtf8(columns) << QString::fromUtf8(text);
    };
    const QByteArray line("time,price,a,b\n1704187800,10,");
    is("bid", line + "9,11\n", "price=price,bid=a,ask=b", "10 bid 9 ask 11");
    is("no bid", line + "x,11\n", "price=price,bid=a", "! line 2: bid: x is not a number");
    is("sizes", line + "3,4.5\n", "bid-size=a,ask-size=b", "10 x3 y4.5");
    is("an empty size", line + ",\n", "bid-size=a,ask-size=b", "10");
    is("negative size", line + "3,-4\n", "bid-size=a,ask-size=b", "! line 2: ask size: -4 is negative");
    is("side", line + "B,\n", "side=a", "10 buy");
    is("no side", line + "A,\n", "side=a", "! line 2: side: A is not a side; expected buy or sell");
    is("id", line + "17,\n", "id=a", "10 #17");
    is("no id", line + "17a,\n", "id=a", "! line 2: id: 17a is not a whole number of at most 19 digits");
    is("none of them", "time,price,bid,side,id\n1704187800,10,9,buy,5\n", "price=price,bid=,side=,id=", "10");
    is("whose meaning is known", "time,price,is_buyer_maker\n1704187800,10,true\n", "side=is_buyer_maker", "10 sell");
    is("Coinbase, by REST", "time,trade_id,price,size,side\n1704187800,5,10,1,buy\n", "side=side", "10 buy #5");
    is("without a header", "1704187800,10,sell\n1704187801,11,buy\n", "time=1,price=2,side=3", "11 buy");
    is("Binance without a header", "7,10.5,2,21,1704187800001,True,True\n", "time=5,price=2,size=3,side=6,id=1",
       "10.5 sell #7");
    is("JSON", R"({"time":1704187800,"price":10,"who":"sell","n":5})", "side=who,id=n", "10 sell #5");
    is("JSON, no side", R"({"time":1704187800,"price":10,"who":7})", "side=who",
       "! line 1: side: 7 is not a side; expected buy or sell");
    is("JSON, true", R"({"time":1704187800,"price":10,"is_buyer_maker":true})", "side=is_buyer_maker", "10 sell");
    is("decimal comma", "time;price;a\n1704187800;10;1,5\n", "bid-size=a", "10 x1.5");
}

void TickFileBesideTest::given()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, columns);
    QFETCH(QString, text);
    const QStringList texts = read(bytes, columns);
    QCOMPARE(texts.value(texts.size() - 1), text);
}

void TickFileBesideTest::cutAtEveryByte()
{
    const QByteArrayList files{
        "time,price,bid,ask,bid_size,ask_size,side,id\n1704187800,10,9.5,10.5,3,4,sell,17\n"
        "1704187801,10,,10.5,x,4,buy,18\n1704187802,10,9.5,,,,?,a\n",
        R"({"time":1704187800,"price":10,"bid":9.5,"bidSize":"3","isBuyerMaker":true,"id":17})"
        "\n"
        R"({"time":1704187801,"price":10,"ask":10.5,"askSize":4,"isBuyerMaker":false,"id":"18"})"
        "\n",
    };
    for (const QByteArray &bytes : files) {
        const QStringList whole = read(bytes);
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            TickFileReader reader(*TickFileSymbol::fromText("HEAD"));
            reader.append(bytes.first(cut));
            reader.append(bytes.sliced(cut));
            reader.finish();
            QStringList texts;
            for (auto line = reader.next(); line && *line; line = reader.next())
                texts.append(readableBeside(**line));
            QCOMPARE(texts, whole);
            QVERIFY(read(bytes.first(cut)).size() <= whole.size());
        }
    }
}

/// A line says nothing of what only the one before it says.
void TickFileBesideTest::anotherLineForgets()
{
    QCOMPARE(read("time,price,bid,ask,bid_size,ask_size,side,id\n1704187800,10,9,11,3,4,sell,17\n1704187801,10\n"),
             (QStringList{QStringLiteral("10 bid 9 x3 ask 11 y4 sell #17"), QStringLiteral("10")}));
    QCOMPARE(read("id,mts,amount,price\n1,1704187800000,-5,10\n2,1704187801000,0,10\n"),
             (QStringList{QStringLiteral("10 sell #1"), QStringLiteral("10 #2")}));
}

TICKER_TEST(TickFileBesideTest)
#include "tst_tick_file_beside.moc"
