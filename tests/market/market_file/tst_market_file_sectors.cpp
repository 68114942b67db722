// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/market_file.h"
#include "ticker_test.h"

using namespace ticker;

// What a market file says of how its instruments belong together, and of its day.

namespace {

/// A market with these fields, and instruments of these sectors.
QByteArray marketOf(const QByteArray &fields, const QByteArrayList &sectors = {})
{
    QByteArray instruments = R"({"symbol":"A","start":1})";
    for (qsizetype i = 0; i < sectors.size(); ++i)
        instruments += R"(,{"symbol":"S)" + QByteArray::number(i) + R"(","start":1,"sector":")" + sectors[i] + R"("})";
    return '{' + fields + (fields.isEmpty() ? "" : ",") + R"("instruments":[)" + instruments + "]}";
}

QStringList namesOf(const std::vector<Sector> &sectors)
{
    QStringList names;
    for (const Sector &sector : sectors)
        names.append(sector.name);
    return names;
}

QByteArray matrixOf(int size, const QByteArray &other)
{
    QByteArray rows;
    for (int i = 0; i < size; ++i) {
        QByteArray row;
        for (int j = 0; j < size; ++j)
            row += (j > 0 ? "," : "") + (i == j ? QByteArray("1") : other);
        rows += (i > 0 ? ",[" : "[") + row + ']';
    }
    return '[' + rows + ']';
}

QByteArray sectorsOf(int count)
{
    QByteArray names;
    for (int i = 0; i < count; ++i)
        names += (i > 0 ? ",\"S" : "\"S") + QByteArray::number(i) + '"';
    return "\"sectors\":[" + names + ']';
}

} // namespace

class MarketFileSectorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutSectors();
    void listedSectors();
    void namedSectors();
    void sectorsOfTables_data();
    void sectorsOfTables();
    void matrices_data();
    void matrices();
    void days_data();
    void days();
    void clusters();
    void errors_data();
    void errors();
    void errorsOfTables();
};

void MarketFileSectorsTest::withoutSectors()
{
    const auto market = readMarket(marketOf({}, {""}));
    QVERIFY(market);
    QVERIFY(market->sectors.empty() && market->sectorCorrelations.isEmpty());
    QVERIFY(market->instruments[0].sector.isEmpty() && market->instruments[1].sector.isEmpty());
    QCOMPARE(market->marketCorrelation, 0.5);
    QVERIFY(market->dayShape == DayShape{});
}

/// By name or as an object, in their order, whether an instrument names them or not.
void MarketFileSectorsTest::listedSectors()
{
    const auto market = readMarket(
        marketOf(R"("sectors":["Iron & Coal",{"name":"Food","correlation":0.8},{"name":"\u00c4pfel"}],)"
                 R"("marketCorrelation":0.25)",
                 {"Food", "Iron & Coal", "Food"}));
    QVERIFY2(market, market ? "" : qPrintable(market.error().message.english()));
    QVERIFY((market->sectors
             == std::vector<Sector>{{QStringLiteral("Iron & Coal"), 0.5},
                                    {QStringLiteral("Food"), 0.8},
                                    {QString::fromUtf8("\xc3\x84pfel"), 0.5}}));
    QCOMPARE(market->marketCorrelation, 0.25);
    QCOMPARE(market->instruments[1].sector, QStringLiteral("Food"));
    QCOMPARE(market->indexOfSector(market->instruments[2].sector), 0);
    QCOMPARE(market->indexOfSector(u"food"), -1);
}

/// In the order in which the instruments name them.
void MarketFileSectorsTest::namedSectors()
{
    const auto market = readMarket(marketOf({}, {"Iron", "Food", "", "Iron", "Air"}));
    QVERIFY(market);
    QVERIFY((market->sectors
             == std::vector<Sector>{
                 {QStringLiteral("Iron"), 0.5}, {QStringLiteral("Food"), 0.5}, {QStringLiteral("Air"), 0.5}}));
    const auto bare = readMarket(R"([{"symbol":"A","start":1,"sector":"Iron"}])");
    QVERIFY(bare);
    QCOMPARE(namesOf(bare->sectors), QStringList{QStringLiteral("Iron")});

    QByteArrayList fifty;
    for (int i = 0; i < 50; ++i)
        fifty.append("S" + QByteArray::number(i));
    QVERIFY(readMarket(marketOf({}, fifty)));
    fifty.append("ONE MORE");
    const auto tooMany = readMarket(marketOf({}, fifty));
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().where.english(), QStringLiteral("instruments[51].sector"));
    QCOMPARE(tooMany.error().message.english(), QStringLiteral("Too many sectors. A market has at most 50."));
}

void MarketFileSectorsTest::sectorsOfTables_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *header : {"symbol,start,sector", "symbol,start,Sector", "symbol,start,industry",
                               "symbol,start,\"Sector name\"", "ticker,price,Branch"})
        QTest::newRow(header) << QByteArray(header);
}

void MarketFileSectorsTest::sectorsOfTables()
{
    QFETCH(QByteArray, header);
    const auto market = readMarket(header + "\nA,1,Food\nB,1,\nC,1,\"Iron, coal\"\nD,1, Food \n");
    QVERIFY2(market, market ? "" : qPrintable(market.error().message.english()));
    QCOMPARE(namesOf(market->sectors), (QStringList{QStringLiteral("Food"), QStringLiteral("Iron, coal")}));
    QVERIFY(market->instruments[1].sector.isEmpty());
    QCOMPARE(market->instruments[3].sector, QStringLiteral("Food"));
}

void MarketFileSectorsTest::matrices_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("one sector") << 1 << QByteArray("0");
    QTest::newRow("opposites") << 2 << QByteArray("-1");
    QTest::newRow("three that add up to nothing") << 3 << QByteArray("-0.5");
    QTest::newRow("50, all the same") << 50 << QByteArray("1");
    QTest::newRow("50") << 50 << QByteArray("0.123456789");
}

void MarketFileSectorsTest::matrices()
{
    QFETCH(int, size);
    QFETCH(QByteArray, other);
    const auto market = readMarket(marketOf(sectorsOf(size) + ",\"correlations\":" + matrixOf(size, other)));
    QVERIFY2(market, market ? "" : qPrintable(market.error().message.english()));
    QCOMPARE(market->sectorCorrelations.size(), std::size_t(size));
    for (std::size_t i = 0; i < std::size_t(size); ++i) {
        for (std::size_t j = 0; j < std::size_t(size); ++j)
            QCOMPARE(market->sectorCorrelations.at(i, j), i == j ? 1 : other.toDouble());
    }
}

void MarketFileSectorsTest::days_data()
{
    QTest::addColumn<QByteArray>("day");
    QTest::addColumn<double>("depth");
    QTest::newRow("flat") << QByteArray(R"("flat")") << 0.0;
    QTest::newRow("u") << QByteArray(R"("u")") << 0.3;
    QTest::newRow("U") << QByteArray(R"("U")") << 0.3;
    QTest::newRow("object") << QByteArray(R"({"shape":"u"})") << 0.3;
    QTest::newRow("flat object") << QByteArray(R"({"shape":"Flat"})") << 0.0;
    QTest::newRow("depth") << QByteArray(R"({"shape":"u","depth":0.9})") << 0.9;
    QTest::newRow("depth alone") << QByteArray(R"({"depth":0.0001})") << 0.0001;
    QTest::newRow("empty object") << QByteArray("{}") << 0.3;
}

void MarketFileSectorsTest::days()
{
    QFETCH(QByteArray, day);
    QFETCH(double, depth);
    const auto market = readMarket(marketOf("\"day\":" + day));
    QVERIFY2(market, market ? "" : qPrintable(market.error().message.english()));
    QVERIFY(market->dayShape == DayShape{depth});
}

void MarketFileSectorsTest::clusters()
{
    const GarchModel expected{0.0001, 0.002, 0.25, 0.5};
    const auto json = readMarket(R"([{"symbol":"A","start":1,"model":{"type":"garch","drift":0.0001,)"
                                 R"("volatility":0.002,"alpha":0.25,"beta":0.5}}])");
    QVERIFY(json && json->instruments[0].model == PriceModel(expected));
    const auto csv = readMarket("symbol,start,model,mu,sigma,Alpha,BETA\nA,1,GARCH(1 1),0.0001,0.002,0.25,0.5");
    QVERIFY(!csv);
    const auto quoted = readMarket("symbol,start,model,mu,sigma,Alpha,BETA\nA,1,\"GARCH(1,1)\",0.0001,0.002,0.25,0.5");
    QVERIFY(quoted && quoted->instruments[0].model == PriceModel(expected));
}

void MarketFileSectorsTest::errors_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("message");
    const auto row = [](const QByteArray &fields, const char *where, const char *message) {
        QTest::newRow(fields.left(100).constData())
            << fields << QString::fromLatin1(where) << QString::fromLatin1(message);
    };
    row(R"("sectors":"S0")", "sectors", "This is a string. Write a list of sectors.");
    row(R"("sectors":[])", "sectors", "The list is empty. Write at least one sector, or leave the field out.");
    row(sectorsOf(51), "sectors", "Too many sectors. A market has at most 50.");
    row(R"("sectors":["S0",1])", "sectors[1]",
        "This is a number. Write the name of a sector, or an object with name and correlation.");
    row(R"("sectors":["S0",""])", "sectors[1]", "This is empty. Write the name of a sector.");
    row(R"("sectors":[{"name":"S0","correlations":1}])", "sectors[0]",
        R"(A sector has no field "correlations". Valid fields are name and correlation. Did you mean "correlation"?)");
    row(R"("sectors":[{"correlation":1}])", "sectors[0].name", "This field is missing. Write a string.");
    row(R"("sectors":[{"name":"S0","correlation":1.1}])", "sectors[0].correlation",
        "1.1 is out of range. Write a number from 0 to 1.");
    row(R"("sectors":[{"name":"S0","correlation":-0.1}])", "sectors[0].correlation", "-0.1 is out of range. ");
    row(R"("sectors":[{"name":"a\u0007b"}])", "sectors[0].name", R"(The name "a?b" contains a control character. )");
    row(R"("sectors":["S0","S1"," s0 "])", "sectors[2]",
        R"(The sector " s0 " is already at sectors[0]. Give each sector its own name.)");
    row(R"("sectors":["S 0"])", "instruments[1].sector",
        R"(The market lists no sector "S0". Write one that it lists, or add it to sectors. Did you mean "S 0"?)");
    row(R"("sectors":["Food"])", "instruments[1].sector", R"(The market lists no sector "S0". Write one that it )");
    row(R"("sectors":["s0"])", "instruments[1].sector",
        R"(The sector "S0" is also written "s0". Write it the same everywhere.)");
    row(R"("marketCorrelation":1.5)", "marketCorrelation", "1.5 is out of range. Write a number from 0 to 1.");
    row(R"("marketCorrelation":"0")", "marketCorrelation", "This is a string. Write a number from 0 to 1, without ");
    row(R"("correlations":[[1]])", "correlations",
        "There are no sectors. List them in sectors, in the order of these rows.");
    const auto matrix = [&row](const char *rows, const char *where, const char *message) {
        row(sectorsOf(2) + ",\"correlations\":" + rows, where, message);
    };
    row(sectorsOf(2) + R"(,"marketCorrelation":0,"correlations":[[1,0],[0,1]])", "correlations",
        "The market has marketCorrelation, too. Write one of them: ");
    matrix("0.5", "correlations", "This is not a list of 2 rows. Write one for each sector.");
    matrix("[[1,0]]", "correlations", "This is not a list of 2 rows. ");
    matrix("[[1,0],[0,1,0]]", "correlations[1]", "This row is not a list of 2 numbers. Write one for each sector.");
    matrix("[1,0]", "correlations[0]", "This row is not a list of 2 numbers. ");
    matrix("[[1,null],[0,1]]", "correlations[0][1]", "This is null. Write a number from -1 to 1, without quotes.");
    matrix("[[1,1.5],[1.5,1]]", "correlations[0][1]", "1.5 is out of range. Write a number from -1 to 1.");
    matrix("[[1,0],[0,0.9]]", "correlations[1][1]", "0.9 is the correlation of a sector with itself. Write 1; ");
    matrix("[[1,0.3],[0.4,1]]", "correlations[1][0]",
           "This is 0.4, and correlations[0][1] is 0.3. Write the same number at both places.");
    row(sectorsOf(3) + ",\"correlations\":" + matrixOf(3, "-0.6"), "correlations",
        "No prices have these correlations: the matrix is not positive semi-definite. Multiply all numbers but the "
        "ones "
        "of the diagonal by 0.8333 or less.");
    row(sectorsOf(3) + ",\"correlations\":" + matrixOf(3, "-0.500001"), "correlations", "by 0.9999 or less.");
    row(sectorsOf(50) + ",\"correlations\":" + matrixOf(50, "-1"), "correlations", "by 0.0204 or less.");
    row(R"("day":1)", "day", R"(This is a number. Write "flat", "u", or an object with shape and depth.)");
    row(R"("day":"v")", "day", R"(Unknown shape of a day: "v". Write "flat" or "u".)");
    row(R"("day":{"shape":"w"})", "day.shape", R"(Unknown shape of a day: "w". )");
    row(R"("day":{"depths":1})", "day",
        R"(A day has no field "depths". Valid fields are shape and depth. Did you mean "depth"?)");
    row(R"("day":{"depth":0})", "day.depth", "0 is out of range. Write a number more than 0 and at most 0.9.");
    row(R"("day":{"depth":0.91})", "day.depth", "0.91 is out of range. ");
    row(R"("day":{"shape":"flat","depth":0.5})", "day.depth", "A flat day has no depth. Leave this out, ");
}

void MarketFileSectorsTest::errors()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, message);
    const auto market = readMarket(marketOf(fields, {"S0"}));
    QVERIFY(!market);
    QTEST(market.error().where.english(), "where");
    QVERIFY2(market.error().message.english().contains(message), qPrintable(market.error().message.english()));
}

void MarketFileSectorsTest::errorsOfTables()
{
    const auto alike = readMarket("symbol,start,sector\nA,1,Food\nB,1,food\n");
    QVERIFY(!alike);
    QCOMPARE(alike.error().where.english(), QStringLiteral("line 3, field \"sector\""));
    QCOMPARE(alike.error().message.english(),
             QStringLiteral("The sector \"food\" is also written \"Food\". Write it the same everywhere."));
    const auto clusters = readMarket("symbol,start,model,alpha,beta\nA,1,garch,0.5,0.6\n");
    QVERIFY(!clusters);
    QCOMPARE(clusters.error().where.english(), QStringLiteral("line 2, field \"beta\""));
    const auto wrong = readMarket("symbol,start,model,alpha\nA,1,gbm,0.5\n");
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().where.english(), QStringLiteral("line 2, field \"alpha\""));
}

TICKER_CORE_TEST(MarketFileSectorsTest)
#include "tst_market_file_sectors.moc"
