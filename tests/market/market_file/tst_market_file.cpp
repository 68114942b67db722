// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/market_file.h"
#include "ticker_test.h"

#include <QFile>

#include <array>

using namespace ticker;

namespace {

QByteArray example(const char *name)
{
    QFile file(QStringLiteral(TICKER_EXAMPLES "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The instrument of a JSON market of one, given what follows symbol and start.
Expected<MarketSpec, MarketFileError> readOne(const QByteArray &start, const QByteArray &fields)
{
    return readMarket(R"([{"symbol":"A","start":)" + start + fields + "}]");
}

/// So many instruments, in either form.
QByteArray manyInstruments(int count, bool asCsv)
{
    QByteArray bytes = asCsv ? "symbol,start\n" : "[";
    for (int i = 0; i < count; ++i) {
        const QByteArray symbol = 'S' + QByteArray::number(i);
        bytes += asCsv ? symbol + ",1\n" : QByteArray(i > 0 ? "," : "") + R"({"symbol":")" + symbol + R"(","start":1})";
    }
    return asCsv ? bytes : bytes + ']';
}

/// Each instrument's symbol and start price, "A 1, B 2"; or the error.
QString summary(const QByteArray &bytes)
{
    const auto market = readMarket(bytes);
    if (!market)
        return market.error().where.english() + QStringLiteral(": ") + market.error().message.english();
    QStringList instruments;
    for (const Instrument &instrument : market->instruments) {
        instruments.append(instrument.symbol + QLatin1Char(' ')
                           + QString::fromLatin1(instrument.grid.text(instrument.startPrice)));
    }
    return instruments.join(QStringLiteral(", "));
}

} // namespace

class MarketFileTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exampleHasAllModels();
    void bothFormsAreEqual();
    void defaults();
    void bareModels_data();
    void bareModels();
    void namesOfModels_data();
    void namesOfModels();
    void columns_data();
    void columns();
    void grids_data();
    void grids();
    void formsOfTables_data();
    void formsOfTables();
    void formsOfJson();
    void limits_data();
    void limits();
    void mostInstruments();
    void cutAtEachByte_data();
    void cutAtEachByte();
};

void MarketFileTest::exampleHasAllModels()
{
    const auto market = readMarket(example("market.json"));
    QVERIFY2(market, market ? "" : qPrintable(market.error().where.english() + market.error().message.english()));
    QCOMPARE(market->name, QStringLiteral("Invented companies"));
    QCOMPARE(market->ticksPerDay, 23'400U);
    const PriceGrid cents(2, 1);
    const std::vector<Instrument> expected{
        {QStringLiteral("ACME"), QStringLiteral("Acme Rockets (invented)"), PriceGrid(0, 1), 500, UniformModel{0, 999},
         1},
        {QStringLiteral("SLOTH"), QStringLiteral("Sloth Express Parcels, \"slow & steady\" (invented)"),
         PriceGrid(2, 5), 12'50, RandomWalkModel{0.05}, 0.2},
        {QStringLiteral("TEAPOT"),
         QStringLiteral("Teapot Heavy Industries (invented)"),
         cents,
         86'40,
         GarchModel{0.000001, 0.0008, 0.06, 0.93},
         0.9,
         {},
         QStringLiteral("Industry")},
        {QStringLiteral("UPDWN"),
         QStringLiteral("Upside-Down Umbrellas (invented)"),
         cents,
         45'00,
         MeanReversionModel{48, 0.005, 0.002},
         0.6,
         {},
         QStringLiteral("Leisure")},
        {QStringLiteral("GOUDA"),
         QStringLiteral("Lunar Gouda Mining (invented)"),
         cents,
         212'00,
         JumpDiffusionModel{0.00002, 0.0006, 0.003, -0.004, 0.012},
         0.7,
         {},
         QStringLiteral("Industry")},
        {QStringLiteral("NESSY"),
         QStringLiteral("Lake Monster Sightseeing (invented)"),
         cents,
         150'00,
         RegimeSwitchingModel{{{0, 0.0005, 0.005}, {-0.0002, 0.004, 0.02}}},
         0.5,
         {},
         QStringLiteral("Leisure")},
        {QStringLiteral("PLAIN"), QStringLiteral("PLAIN"), cents, 100'00, GeometricBrownianModel{}, 1},
    };
    QCOMPARE(market->instruments.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(market->instruments[i] == expected[i], qPrintable(expected[i].symbol));
}

void MarketFileTest::bothFormsAreEqual()
{
    const auto json = readMarket(example("market.json"));
    const auto csv = readMarket(example("market.csv"));
    QVERIFY(json);
    QVERIFY2(csv, csv ? "" : qPrintable(csv.error().where.english() + csv.error().message.english()));
    QVERIFY(csv->name.isEmpty());
    MarketSpec named = *csv;
    named.name = json->name;
    QVERIFY(named == *json);
}

void MarketFileTest::defaults()
{
    const auto market = readMarket(
        R"({"instruments":[{"symbol":"A","start":3,"name":"","model":{"volatility":0.5}}]})");
    QVERIFY(market);
    const Instrument expected{
        QStringLiteral("A"), QStringLiteral("A"), PriceGrid(2, 1), 300, GeometricBrownianModel{0, 0.5}, 1};
    QVERIFY((*market == MarketSpec{QString(), {expected}, 23'400}));
    const auto reverting = readOne("47", R"(,"model":"meanReversion")");
    QVERIFY(reverting);
    QVERIFY(reverting->instruments[0].model == PriceModel(MeanReversionModel{47}));
    const auto regime = readOne("47", R"(,"model":{"type":"regimes","regimes":[{},{"leave":1}]})");
    QVERIFY(regime);
    QVERIFY((regime->instruments[0].model == PriceModel(RegimeSwitchingModel{{{}, {0, 0.001, 1}}})));
}

void MarketFileTest::bareModels_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("index");
    QTest::newRow("uniform") << QByteArray("uniform") << 0;
    QTest::newRow("randomWalk") << QByteArray("randomWalk") << 1;
    QTest::newRow("gbm") << QByteArray("gbm") << 2;
    QTest::newRow("meanReversion") << QByteArray("meanReversion") << 3;
    QTest::newRow("jumpDiffusion") << QByteArray("jumpDiffusion") << 4;
    QTest::newRow("regimes") << QByteArray("regimes") << 5;
    QTest::newRow("garch") << QByteArray("garch") << 6;
}

/// A model without parameters has the defaults, in all three ways to write it.
void MarketFileTest::bareModels()
{
    QFETCH(QByteArray, type);
    QFETCH(int, index);
    const std::array<PriceModel, 7> models{UniformModel{},
                                           RandomWalkModel{},
                                           GeometricBrownianModel{},
                                           MeanReversionModel{100},
                                           JumpDiffusionModel{},
                                           RegimeSwitchingModel{},
                                           GarchModel{}};
    const auto text = readOne("100", R"(,"model":")" + type + '"');
    const auto object = readOne("100", R"(,"model":{"type":")" + type + R"("})");
    const auto csv = readMarket("symbol,start,model\nA,100," + type);
    QVERIFY(text && object && csv);
    QVERIFY(text->instruments[0].model == models[std::size_t(index)]);
    QVERIFY(*text == *object);
    QVERIFY(*text == *csv);
}

void MarketFileTest::namesOfModels_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("index");
    for (const char *name : {"Uniform", "UNIFORM"})
        QTest::newRow(name) << QByteArray(name) << 0;
    for (const char *name : {"random walk", "Random-Walk", "random_walk", "RANDOMWALK", "walk"})
        QTest::newRow(name) << QByteArray(name) << 1;
    for (const char *name : {"GBM", "geometricBrownianMotion", "Geometric Brownian Motion", "Black-Scholes"})
        QTest::newRow(name) << QByteArray(name) << 2;
    for (const char *name : {"mean_reversion", "OU", "Ornstein-Uhlenbeck", "Schwartz", "mean reverting"})
        QTest::newRow(name) << QByteArray(name) << 3;
    for (const char *name : {"jump-diffusion", "Merton", "jumps"})
        QTest::newRow(name) << QByteArray(name) << 4;
    for (const char *name : {"Regimes", "regime switching", "Hamilton"})
        QTest::newRow(name) << QByteArray(name) << 5;
    for (const char *name : {"GARCH", "Garch(1,1)", "garch_1_1", "Bollerslev", "volatility clustering"})
        QTest::newRow(name) << QByteArray(name) << 6;
}

void MarketFileTest::namesOfModels()
{
    QFETCH(QByteArray, name);
    const auto market = readOne("100", R"(,"model":")" + name + '"');
    QVERIFY(market);
    QTEST(int(market->instruments[0].model.index()), "index");
}

void MarketFileTest::columns_data()
{
    QTest::addColumn<QByteArray>("header");
    for (const char *header : {"symbol,start,tickSize,volatility", "Symbol,START,Tick Size,Volatility",
                               "ticker,price,tick,vol", "TICKER,start_price,tick-size,sigma",
                               "code,initial price,TICK_SIZE,\"vol\"", " symbol , start,tick size ,vol "})
        QTest::newRow(header) << QByteArray(header);
}

void MarketFileTest::columns()
{
    QFETCH(QByteArray, header);
    const auto market = readMarket(header + "\nA,3,0.5,0.25\n");
    QVERIFY2(market, market ? "" : qPrintable(market.error().message.english()));
    const Instrument expected{
        QStringLiteral("A"), QStringLiteral("A"), PriceGrid(1, 5), 30, GeometricBrownianModel{0, 0.25}, 1};
    QVERIFY(market->instruments[0] == expected);
}

void MarketFileTest::grids_data()
{
    QTest::addColumn<QByteArray>("tickSize");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<qint64>("units");
    QTest::addColumn<qint64>("startUnits");
    const auto row = [](const char *tickSize, const char *start, int decimals, qint64 units, qint64 startUnits) {
        QTest::addRow("%s of %s", start, tickSize)
            << QByteArray(tickSize) << QByteArray(start) << decimals << units << startUnits;
    };
    row("0.05", "12.35", 2, 5, 1235);
    row("0.050", "0.15", 2, 5, 15);
    row("5e-2", "1.5e1", 2, 5, 1500);
    row("1", "500", 0, 1, 500);
    row("10", "30", 0, 10, 30);
    row("2.5", "1000000000", 1, 25, 10'000'000'000);
    row("0.01", "999999999.99", 2, 1, 99'999'999'999);
    row("0.00000001", "0.00000003", 8, 1, 3);
    row("1e-8", "9999999.99999999", 8, 1, 999'999'999'999'999);
    row("0.000000000001", "0.000001234567", 12, 1, 1'234'567);
    row("1e-12", "999.999999999999", 12, 1, 999'999'999'999'999);
    row("0.00000007", "0.00000021", 8, 7, 21);
    row("1e6", "3e6", 0, 1'000'000, 3'000'000);
    row("0.1", "0.3", 1, 1, 3);
    row("0.0001", "3.1416", 4, 1, 3'1416);
}

/// Decimal fractions, which no double is, are taken for what they say.
void MarketFileTest::grids()
{
    QFETCH(QByteArray, tickSize);
    QFETCH(QByteArray, start);
    const auto json = readOne(start, R"(,"tickSize":)" + tickSize);
    const auto csv = readMarket("symbol,start,tick\nA," + start + ',' + tickSize);
    QVERIFY2(json, json ? "" : qPrintable(json.error().message.english()));
    QVERIFY(csv);
    QVERIFY(*json == *csv);
    QTEST(json->instruments[0].grid.decimals(), "decimals");
    QTEST(json->instruments[0].grid.tickSize(), "units");
    QTEST(json->instruments[0].startPrice, "startUnits");
}

void MarketFileTest::formsOfTables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
    row("plain", "symbol,start\nA,1.5\nB,2\n");
    row("no last line end", "symbol,start\nA,1.5\nB,2");
    row("CRLF", "symbol,start\r\nA,1.5\r\nB,2\r\n");
    row("CR", "symbol,start\rA,1.5\rB,2\r");
    row("mixed line ends", "symbol,start\r\nA,1.5\rB,2\n");
    row("byte order mark", "\xef\xbb\xbfsymbol,start\nA,1.5\nB,2\n");
    row("semicolons", "symbol;start\nA;1.5\nB;2\n");
    row("tabs", "symbol\tstart\nA\t1.5\nB\t2\n");
    row("other separators in quotes", "symbol;start;\"Name\"\nA;1.5;\"a,b,c\"\nB;2;d\n");
    row("comments and blank lines", "# a\n\n  \t\nsymbol,start\n#b,c\n  # \"\nA,1.5\n\n\nB,2\n#");
    row("rows of empty fields", "symbol,start\nA,1.5\n,\nB,2\n , \n\"\",\n");
    row("blanks around fields", "symbol , start\n A ,\t1.5 \nB, 2\t\n");
    row("quotes", "\"symbol\",\"start\"\n\"A\",\"1.5\"\n \"B\" , \"2\" \n");
    row("empty optional fields", "symbol,start,tick,model,activity,vol,name\nA,1.5,,,,,\nB,2,,,,,\n");
    row("columns in another order", "start,symbol\n1.5,A\n2,B\n");
}

void MarketFileTest::formsOfTables()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(summary(bytes), QStringLiteral("A 1.50, B 2.00"));
}

void MarketFileTest::formsOfJson()
{
    const QByteArray array = R"([{"symbol":"A","start":1.5},{"symbol":"B","start":2}])";
    for (const QByteArray &bytes :
         {array, " \t\r\n" + array + "\n\n", "\xef\xbb\xbf" + array, R"({"instruments":)" + array + '}'})
        QCOMPARE(summary(bytes), QStringLiteral("A 1.50, B 2.00"));
    const auto named = readMarket(R"({"name":"M\u00e4rkte \ud83d\ude80","ticksPerDay":1000000000,"instruments":)"
                                  + array + '}');
    QVERIFY(named);
    QCOMPARE(named->name, QString::fromUtf8("M\xc3\xa4rkte \xf0\x9f\x9a\x80"));
    QCOMPARE(named->ticksPerDay, 1'000'000'000U);
}

void MarketFileTest::limits_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("fields");
    const auto row = [](const QByteArray &start, const QByteArray &fields) {
        QTest::newRow(fields.left(60).constData()) << start << fields;
    };
    const auto modelRow = [&row](const QByteArray &model) { row("1", R"(,"model":)" + model); };
    row("0", R"(,"model":"uniform")");
    row("1000000000", R"(,"tickSize":1e6,"activity":1e-300)");
    row("1", R"(,"name":")" + QByteArray("\xf0\x9f\x9a\x80").repeated(80) + '"');
    row("1", R"(,"tickSize":0.5,"model":{"type":"uniform","lowest":999999999.5,"highest":1000000000})");
    for (const char *parameter : {R"("drift":0.1)", R"("drift":-0.1)", R"("volatility":0)", R"("volatility":1)"})
        modelRow(QByteArray("{") + parameter + '}');
    modelRow(R"({"type":"ou","speed":1,"mean":1e-9})");
    modelRow(R"({"type":"jumps","jumpsPerTick":10,"jumpMean":-1,"jumpDeviation":1})");
    modelRow(R"({"type":"jumps","jumpsPerTick":0,"jumpMean":1,"jumpDeviation":0})");
    modelRow(R"({"type":"regimes","regimes":[{"leave":0},{"leave":1},{},{},{},{},{},{}]})");
    modelRow(R"({"type":"walk","step":0.0123456789})");
}

/// What is just within each range.
void MarketFileTest::limits()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, fields);
    const auto market = readOne(start, fields);
    QVERIFY2(market, market ? "" : qPrintable(market.error().where.english() + market.error().message.english()));
}

void MarketFileTest::mostInstruments()
{
    for (const bool asCsv : {false, true}) {
        const auto market = readMarket(manyInstruments(500, asCsv));
        QVERIFY(market);
        QCOMPARE(market->instruments.size(), std::size_t(500));
        QCOMPARE(market->instruments.back().symbol, QStringLiteral("S499"));
        QCOMPARE(summary(manyInstruments(501, asCsv)),
                 (asCsv ? QStringLiteral("line 502") : QStringLiteral("[500]"))
                     + QStringLiteral(": Too many instruments. A market has at most 500."));
    }
}

void MarketFileTest::cutAtEachByte_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("JSON") << example("market.json").trimmed();
    QTest::newRow("CSV") << example("market.csv").trimmed();
}

void MarketFileTest::cutAtEachByte()
{
    QFETCH(QByteArray, whole);
    const auto market = readMarket(whole);
    QVERIFY(market);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto cut = readMarket(whole.first(size));
        if (!cut) {
            QVERIFY(!cut.error().message.english().isEmpty());
            continue;
        }
        // Only a table may end early: with rows that are whole but for the end of their last field.
        QVERIFY(!whole.startsWith('{'));
        QVERIFY(!cut->instruments.empty() && cut->instruments.size() <= market->instruments.size());
        for (std::size_t i = 0; i + 1 < cut->instruments.size(); ++i)
            QVERIFY(cut->instruments[i] == market->instruments[i]);
    }
}

TICKER_TEST(MarketFileTest)
#include "tst_market_file.moc"
