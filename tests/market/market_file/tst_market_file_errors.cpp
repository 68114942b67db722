// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/market_file.h"
#include "ticker_test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace ticker;

namespace {

/// In the row that is named: where it is, and a piece of the message.
void addColumns()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("message");
}

void addRow(const QByteArray &bytes, const char *where, const char *message)
{
    QTest::newRow(bytes.left(80).simplified().constData())
        << bytes << QString::fromLatin1(where) << QString::fromUtf8(message);
}

/// A market of one instrument with symbol and start, and these fields.
void addInstrument(const QByteArray &fields, const char *where, const char *message)
{
    addRow(R"({"instruments":[{"symbol":"A","start":1,)" + fields + "}]}", where, message);
}

/// The same of a model.
void addModel(const QByteArray &model, const char *where, const char *message)
{
    addInstrument(R"("model":)" + model, where, message);
}

} // namespace

class MarketFileErrorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void syntaxOfJson_data();
    void syntaxOfJson() { compare(); }
    void markets_data();
    void markets() { compare(); }
    void instruments_data();
    void instruments() { compare(); }
    void models_data();
    void models() { compare(); }
    void headers_data();
    void headers() { compare(); }
    void rows_data();
    void rows() { compare(); }
    void quotes();
    void longFiles_data();
    void longFiles();
    void files();

private:
    static void compare();
};

void MarketFileErrorsTest::compare()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, message);
    const auto market = readMarket(bytes);
    QVERIFY(!market);
    QTEST(market.error().where.english(), "where");
    QVERIFY2(market.error().message.english().contains(message), qPrintable(market.error().message.english()));
    // Two sentences: what is wrong, and what would be right.
    QVERIFY2(market.error().message.english().contains(QStringLiteral(". ")),
             qPrintable(market.error().message.english()));
    const QChar end = market.error().message.english().back();
    QVERIFY2(end == QLatin1Char('.') || end == QLatin1Char('?'), qPrintable(market.error().message.english()));
}

void MarketFileErrorsTest::syntaxOfJson_data()
{
    addColumns();
    addRow("", "", "The file is empty.");
    addRow(" \n\t\r\n ", "", "The file is empty.");
    addRow("\xef\xbb\xbf", "", "The file is empty.");
    addRow("{", "line 1, column 2", "This object is not closed.");
    addRow("[\n {\"symbol\": \"A\",}]", "line 2, column 18", "Nothing follows this comma.");
    addRow("{\"name\" 1}", "line 1, column 10", "A colon is missing");
    addRow("[\r\n1 2]", "line 2, column 4", "This list is not closed.");
    addRow("[\r1\r2]", "line 3, column 2", "This list is not closed.");
    addRow("[{\"symbol\":\"\xc3\xa4\xf0\x9f\x9a\x80\",\"start\":NaN}]", "line 1, column 25", "This is not a value.");
    addRow("[{\"start\":1e400}]", "line 1, column 16", "This is not a value.");
    addRow("[{\"start\":-1e400}]", "line 1, column 17", "This is not a value.");
    addRow("[{\"start\":Infinity}]", "line 1, column 11", "This is not a value.");
    addRow("[\"A", "line 1, column 4", "A string is not closed.");
    addRow("[] []", "line 1, column 4", "Unexpected data after the end.");
    addRow(QByteArray("[").repeated(2000), "line 1, column 1026", "This is nested too deeply");
    addRow("[{},\n\"\xff\"]", "line 2", "not valid UTF-8");
    addRow("a\rb\r\nc\n\xc3(\n", "line 4", "not valid UTF-8");
    addRow(QByteArray("[\n\0]", 4), "line 2", "The file contains a zero byte");
}

void MarketFileErrorsTest::markets_data()
{
    addColumns();
    addRow("[]", "", "The list is empty.");
    addRow("{}", "instruments", "This field is missing.");
    addRow(R"({"instruments":[]})", "instruments", "The list is empty.");
    addRow(R"({"instruments":{}})", "instruments", "This is an object. Write a list of instruments.");
    addRow(R"({"instruments":null})", "instruments", "This is null.");
    addRow(R"({"instrument":[]})", "",
           R"(A market has no field "instrument". Valid fields are name, ticksPerDay, featured, sectors, )"
           R"(marketCorrelation, correlations, day and instruments. )"
           R"(Did you mean "instruments"?)");
    addRow(R"({"name":1,"instruments":[]})", "name", "This is a number. Write a string, in quotes.");
    addRow(R"({"name":"a\nb","instruments":[]})", "name", R"(The name "a?b" contains a control character.)");
    addRow(R"({"ticksPerDay":0,"instruments":[]})", "ticksPerDay",
           "0 is out of range. Write a number from 1 to 1000000000.");
    addRow(R"({"ticksPerDay":1000000001,"instruments":[]})", "ticksPerDay", "1000000001 is out of range.");
    addRow(R"({"ticksPerDay":1.5,"instruments":[]})", "ticksPerDay", "1.5 is not a whole number.");
    addRow(R"({"ticksPerDay":"100","instruments":[]})", "ticksPerDay", "This is a string. Write a number from 1");
    addRow(R"({"featured":7,"instruments":[{"symbol":"A","start":1}]})", "featured",
           "This is a number. Write a string, in quotes.");
    addRow(R"({"featured":"","instruments":[{"symbol":"A","start":1}]})", "featured", "This is empty.");
    addRow(R"({"featured":"SLOHT","instruments":[{"symbol":"A","start":1},{"symbol":"SLOTH","start":1}]})", "featured",
           R"(There is no instrument "SLOHT" in this market. Write the symbol of one of its instruments. )"
           R"(Did you mean "SLOTH"?)");
    addRow(R"(["A"])", "[0]", "This is a string. Write an object with at least symbol and start.");
    addRow(R"([{"symbol":"A","start":1},{"symbol":"B","start":1},{"symbol":"A","start":1}])", "[2].symbol",
           R"(The symbol "A" is already used at [0].symbol.)");
    addRow(R"({"instruments":[{"symbol":"A","start":1},{"symbol":"A","start":2}]})", "instruments[1].symbol",
           R"(The symbol "A" is already used at instruments[0].symbol. Give each instrument its own.)");
}

void MarketFileErrorsTest::instruments_data()
{
    addColumns();
    addRow(R"([{"start":1}])", "[0].symbol", "This field is missing.");
    addRow(R"([{"symbol":"A"}])", "[0].start",
           "This field is missing. Write a number more than 0 and at most 1000000000.");
    addRow(R"([{"symbol":1,"start":1}])", "[0].symbol", "This is a number.");
    addRow(R"([{"symbol":true,"start":1}])", "[0].symbol", "This is true or false.");
    addRow(R"([{"symbol":"acme","start":1}])", "[0].symbol",
           R"(The symbol "acme" contains lower-case letters. Write "ACME".)");
    for (const char *symbol : {"", "a b", "-A", "=A", "..", "A B", "A,B", "A*", "\xc3\x84"}) {
        addRow(QByteArray(R"([{"symbol":")") + symbol + R"(","start":1}])", "[0].symbol",
               " is not a symbol. A symbol is 1 to 64 of A-Z 0-9 . - _ /");
    }
    for (const char *letter : {"A", "a"}) {
        addRow(R"([{"symbol":")" + QByteArray(letter).repeated(65) + R"(","start":1}])", "[0].symbol",
               " is too long. Write at most 64 characters.");
    }
    addRow(R"([{"symbol":"A","start":"1"}])", "[0].start", "This is a string. Write a number more than 0 and at most ");
    addRow(R"([{"symbol":"A","start":0}])", "[0].start", "0 is out of range.");
    addRow(R"([{"symbol":"A","start":-1,"model":"uniform"}])", "[0].start",
           "-1 is out of range. Write a number from 0 to 1000000000.");
    addRow(R"([{"symbol":"A","start":1000000001}])", "[0].start", "1000000001 is out of range.");
    addRow(R"([{"symbol":"A","start":12.345}])", "[0].start",
           "12.345 is not a multiple of the tick size 0.01. The nearest multiples are 12.34 and 12.35.");
    addRow(R"([{"symbol":"A","start":12.07,"tickSize":0.05}])", "[0].start",
           "The nearest multiples are 12.05 and 12.1.");
    addRow(R"([{"symbol":"A","start":0.30000000000000004,"tickSize":0.1}])", "[0].start",
           "The nearest multiples are 0.3 and 0.4.");
    addRow(R"([{"symbol":"A","start":0.049999999999999996}])", "[0].start", "The nearest multiples are 0.04 and 0.05.");
    addRow(R"([{"symbol":"A","start":10000001,"tickSize":0.00000001}])", "[0].start",
           "10000001 is too high for 8 decimal places. Write at most 10000000, or a larger tick size.");
    addInstrument(R"("tickSize":0)", "instruments[0].tickSize",
                  "0 is out of range. Write a number from 0.000000000001 to 1000000.");
    addInstrument(R"("tickSize":9e-13)", "instruments[0].tickSize", "9e-13 is out of range.");
    addInstrument(R"("tickSize":1000001)", "instruments[0].tickSize", "1000001 is out of range.");
    addInstrument(R"("tickSize":0.1234567890123)", "instruments[0].tickSize",
                  "0.1234567890123 has more than 12 decimal places.");
    addInstrument(R"("tickSize":null)", "instruments[0].tickSize", "This is null.");
    addInstrument(R"("activity":0)", "instruments[0].activity",
                  "0 is out of range. Write a number more than 0 and at most 1.");
    addInstrument(R"("activity":1.01)", "instruments[0].activity", "1.01 is out of range.");
    addInstrument(R"("spread":-0.01)", "instruments[0].spread", "-0.01 is out of range. Write a number from 0 to ");
    addInstrument(R"("spread":1e6)", "instruments[0].spread", "1000000 is out of range. Write a number from 0 to ");
    addInstrument(R"("depth":0)", "instruments[0].depth", "0 is out of range. Write a number from 1 to 1000000000.");
    addInstrument(R"("name":[])", "instruments[0].name", "This is a list. Write a string, in quotes.");
    addInstrument(R"("name":")" + QByteArray(81, 'x') + '"', "instruments[0].name", "Write at most 80 characters.");
    addInstrument(R"("name":"a\u0007b")", "instruments[0].name", R"(The name "a?b" contains a control character)");
    addInstrument(R"("name":"\ud800")", "instruments[0].name", "contains a control character");
    addInstrument(R"("tikSize":1)", "instruments[0]",
                  R"(An instrument has no field "tikSize". Valid fields are symbol, name, start, tickSize, activity, )"
                  R"(spread, depth, sector and model. Did you mean "tickSize"?)");
}

void MarketFileErrorsTest::models_data()
{
    addColumns();
    addModel("1", "instruments[0].model", "This is a number. Write the type of a model, or an object.");
    addModel(
        R"("gmb")", "instruments[0].model",
        R"(Unknown model "gmb". Valid models are uniform, randomWalk, gbm, meanReversion, jumpDiffusion, regimes and )"
        R"(garch. Did you mean "gbm"?)");
    addModel(R"({"type":"heston"})", "instruments[0].model.type", R"(Unknown model "heston".)");
    addModel(R"({"type":1})", "instruments[0].model.type", "This is a number. Write a string");
    addModel(
        R"({"volatilty":0.1})", "instruments[0].model",
        R"(The model gbm has no field "volatilty". Valid fields are type, drift and volatility. Did you mean "volatility"?)");
    addModel(R"({"volatility":"0.1"})", "instruments[0].model.volatility",
             "This is a string. Write a number from 0 to 1");
    const auto outOfRange = [](const char *type, const char *name, const char *value, const char *range) {
        const QByteArray model = QByteArray(R"({"type":")") + type + R"(",")" + name + R"(":)" + value + '}';
        addModel(model, (QByteArray("instruments[0].model.") + name).constData(),
                 (QByteArray(value) + " is out of range. Write a number " + range + '.').constData());
    };
    outOfRange("gbm", "volatility", "-0.1", "from 0 to 1");
    outOfRange("gbm", "volatility", "1.01", "from 0 to 1");
    outOfRange("gbm", "drift", "0.11", "from -0.1 to 0.1");
    outOfRange("gbm", "drift", "-0.11", "from -0.1 to 0.1");
    outOfRange("randomWalk", "step", "0", "more than 0 and at most 1000000000");
    outOfRange("randomWalk", "step", "1e+300", "more than 0 and at most 1000000000");
    outOfRange("meanReversion", "mean", "0", "more than 0 and at most 1000000000");
    outOfRange("meanReversion", "speed", "0", "more than 0 and at most 1");
    outOfRange("meanReversion", "speed", "1.1", "more than 0 and at most 1");
    outOfRange("meanReversion", "volatility", "2", "from 0 to 1");
    outOfRange("jumpDiffusion", "drift", "1", "from -0.1 to 0.1");
    outOfRange("jumpDiffusion", "volatility", "2", "from 0 to 1");
    outOfRange("jumpDiffusion", "jumpsPerTick", "10.1", "from 0 to 10");
    outOfRange("jumpDiffusion", "jumpsPerTick", "-1", "from 0 to 10");
    outOfRange("jumpDiffusion", "jumpMean", "1.1", "from -1 to 1");
    outOfRange("jumpDiffusion", "jumpMean", "-1.1", "from -1 to 1");
    outOfRange("jumpDiffusion", "jumpDeviation", "1.1", "from 0 to 1");
    outOfRange("uniform", "lowest", "-1", "from 0 to 1000000000");
    outOfRange("uniform", "highest", "1000000001", "from 0 to 1000000000");
    outOfRange("garch", "drift", "1", "from -0.1 to 0.1");
    outOfRange("garch", "volatility", "-1", "from 0 to 1");
    outOfRange("garch", "alpha", "-0.1", "from 0 to 1");
    outOfRange("garch", "beta", "1.01", "from 0 to 1");
    addModel(R"({"type":"garch","alpha":0.1,"beta":0.95})", "instruments[0].model.beta",
             "alpha and beta are 0.1 and 0.95, together not less than 1. With this alpha, write a beta below 0.9; with "
             "this beta, an alpha below 0.05.");
    addModel(R"({"type":"garch","alpha":0,"beta":1})", "instruments[0].model.beta",
             "0 and 1, together not less than 1.");
    addModel(R"({"type":"garch","alpha":0.1})", "instruments[0].model.beta", "0.1 and 0.9, together not less than 1.");
    addModel(R"({"type":"uniform","lowest":5,"highest":5})", "instruments[0].model.highest",
             "5 is not above the lowest price, 5.");
    addModel(R"({"type":"uniform","lowest":0.001})", "instruments[0].model.lowest",
             "0.001 is not a multiple of the tick size 0.01. The nearest multiples are 0 and 0.01.");
    addModel(R"({"type":"uniform","highest":5.555})", "instruments[0].model.highest", "5.555 is not a multiple");
    addModel(R"({"type":"regimes","regimes":1})", "instruments[0].model.regimes",
             "This is a number. Write a list of 2 to 8 regimes.");
    addModel(R"({"type":"regimes","regimes":[{}]})", "instruments[0].model.regimes", "There are 1 regimes.");
    addModel(R"({"type":"regimes","regimes":[{},{},{},{},{},{},{},{},{}]})", "instruments[0].model.regimes",
             "There are 9 regimes. Write 2 to 8 of them.");
    addModel(R"({"type":"regimes","regimes":[{},1]})", "instruments[0].model.regimes[1]", "This is a number.");
    addModel(R"({"type":"regimes","regimes":[{},{"leav":1}]})", "instruments[0].model.regimes[1]",
             R"(A regime has no field "leav".)");
    addModel(R"({"type":"regimes","regimes":[{},{"leave":1.5}]})", "instruments[0].model.regimes[1].leave",
             "1.5 is out of range. Write a number from 0 to 1.");
    addModel(R"({"type":"regimes","regimes":[{"drift":1},{}]})", "instruments[0].model.regimes[0].drift", "1 is out");
    addModel(R"({"type":"regimes","regimes":[{"volatility":2},{}]})", "instruments[0].model.regimes[0].volatility",
             "2 is out");
}

void MarketFileErrorsTest::headers_data()
{
    addColumns();
    addRow("name,start\nA,1", "line 1, field \"symbol\"", "This column is missing.");
    addRow("# a comment\n\nsymbol\nA", "line 3, field \"start\"", "This column is missing.");
    addRow("symbol,start,tik size", "line 1",
           R"(Unknown column "tik size". Valid columns are symbol, name, start, )"
           R"(tickSize, activity, spread, depth, sector, model, lowest, highest, step, drift, volatility, )"
           R"(mean, speed, jumpsPerTick, jumpMean, jumpDeviation, alpha and beta. Did you mean )"
           R"("tickSize"?)");
    addRow("symbol,start,", "line 1", "Column 3 has no name.");
    addRow("symbol,start,price", "line 1", R"(The column "start", here as "price", appears twice.)");
    addRow("symbol,start,regimes", "line 1", "CSV cannot describe regimes.");
    addRow("symbol,start,leave", "line 1", "CSV cannot describe regimes.");
    addRow("symbol,start,ticksPerDay", "line 1", R"(Unknown column "ticksPerDay".)");
    addRow("symbol,start\n", "line 1", "There are no instruments.");
    addRow("symbol,start\n\n,\n", "line 3", "There are no instruments.");
    addRow("# nothing\n", "line 1", "The file contains only comments.");
    addRow("symbol,\"start", "line 1", "This quote is not closed.");
}

void MarketFileErrorsTest::rows_data()
{
    addColumns();
    addRow("symbol,start\nA,1,2", "line 2", "The number of fields is 3, the number of columns 2.");
    addRow("symbol,start,name\nA,1", "line 2", "The number of fields is 2, the number of columns 3.");
    addRow("symbol,start\r\nA,1\r\n\r\n#\r\nB,x", "line 5, field \"start\"", R"("x" is not a number.)");
    addRow("symbol,start\rA,1\rB,1\rA,1", "line 4, field \"symbol\"",
           R"(The symbol "A" is already used at line 2, field "symbol".)");
    addRow("symbol,start\nA,", "line 2, field \"start\"", "This field is missing.");
    addRow("symbol,start\n,1", "line 2, field \"symbol\"", "This field is missing.");
    addRow("symbol,start\na,1", "line 2, field \"symbol\"", R"(Write "A".)");
    for (const char *number : {"NaN", "inf", "-inf", "1e400", "0x10", "1 000", "\"1,5\"", "1.2.3", "one", "-"})
        addRow(QByteArray("ticker,price\nA,") + number, "line 2, field \"start\"",
               " is not a number. Write one such as 0.05.");
    addRow("symbol,start,tick\nA,1.001,0.01", "line 2, field \"start\"", "The nearest multiples are 1 and 1.01.");
    addRow("symbol,start,tick\nA,1,0", "line 2, field \"tickSize\"", "0 is out of range.");
    addRow("symbol,start,activity\nA,1,2", "line 2, field \"activity\"", "2 is out of range.");
    addRow("symbol,start,model\nA,1,gmb", "line 2, field \"model\"", R"(Unknown model "gmb".)");
    addRow("symbol,start,vol\nA,1,2", "line 2, field \"volatility\"", "2 is out of range. Write a number from 0 to 1.");
    addRow("symbol,start,model,vol\nA,1,uniform,0.1", "line 2, field \"volatility\"",
           "The model uniform has no parameter volatility, only lowest and highest. Leave this field empty.");
    addRow("symbol,start,step\nA,1,1", "line 2, field \"step\"", "The model gbm has no parameter step, only");
    addRow("symbol,start,model,vol\nA,1,regimes,0.1", "line 2, field \"volatility\"",
           "CSV cannot describe regimes. Leave this out to use the default regimes, or write the market in JSON.");
    addRow("symbol,start,name\nA,1,\"a\nb\"\nB,1,b", "line 2, field \"name\"", R"(The name "a?b" contains a control)");
    addRow("symbol,start,name\nA,1,\"a\n\nb\" c\n", "line 4", "Unexpected text after a closing quote.");
    addRow("symbol,start,name\nA,1,a\nB,1,\"a\n\nb\n", "line 3", "This quote is not closed.");
    addRow("symbol,start,name\nA,1,15\" screens", "line 2", "A field without quotes contains a quote.");
}

/// What a message repeats of a file is short and can be printed.
void MarketFileErrorsTest::quotes()
{
    const auto messageOf = [](const QByteArray &bytes) { return readMarket(bytes).error().message.english(); };
    const QString rocket = QString::fromUtf8("\xf0\x9f\x9a\x80");
    const QString message = messageOf("symbol,start\n" + rocket.toUtf8().repeated(1000) + ",1");
    QVERIFY(message.startsWith(QLatin1Char('"') + rocket.repeated(100) + QLatin1String("\" is not a symbol.")));
    QVERIFY(messageOf("symbol,start\nA\x1b[31m,1").startsWith(QStringLiteral("\"A?[31m\" is not a symbol.")));
    QVERIFY(
        messageOf("{\"" + QByteArray(200, 'x') + "\":1}").contains(QString(100, QLatin1Char('x')) + QLatin1Char('"')));
}

void MarketFileErrorsTest::longFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto filled = [](const QByteArray &begin, const QByteArray &piece) {
        return begin + piece.repeated((mostMarketFileBytes - begin.size()) / piece.size());
    };
    QTest::newRow("columns") << filled("symbol,start", ",name");
    QTest::newRow("fields") << filled("symbol,start\n", ",");
    QTest::newRow("a field") << filled("symbol,start,name\nA,1,", "x");
    QTest::newRow("quotes") << filled("symbol,start,name\nA,1,\"", "\"\"");
    QTest::newRow("lines in quotes") << filled("symbol,start,name\nA,1,\"", "\n");
    QTest::newRow("comments") << filled("", "#\n");
    QTest::newRow("blank lines") << filled("symbol,start\n", "\r");
    QTest::newRow("a column") << filled("", "x");
    QTest::newRow("brackets") << filled("", "[");
    QTest::newRow("instruments") << filled("[{}", ",{}");
    QTest::newRow("a name") << filled("[{\"", "x") + "\":1}]";
    QTest::newRow("keys") << filled("{\"a\":1", ",\"a\":1") + '}';
    QTest::newRow("not UTF-8") << filled("symbol\n", "\r\n") + '\xff';
}

/// Each is an error, found in time that grows with the length and no faster.
void MarketFileErrorsTest::longFiles()
{
    QFETCH(QByteArray, bytes);
    constexpr qint64 mostMilliseconds = 10'000; // a hundred times what it takes: sanitizers and busy machines
    QElapsedTimer timer;
    timer.start();
    const auto market = readMarket(bytes);
    QVERIFY(!market);
    QVERIFY2(timer.elapsed() < mostMilliseconds, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(market.error().where.english().size() < 100);
    QVERIFY(market.error().message.english().size() < 500);
}

void MarketFileErrorsTest::files()
{
    const QTemporaryDir folder;
    const auto written = [&folder](const char *name, const QByteArray &bytes) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    };
    const auto message = [](const QString &path) {
        const auto market = readMarketFile(path);
        return market ? QString() : market.error().where.english() + market.error().message.english();
    };
    const auto csv = readMarketFile(written("My market.v2.csv", "symbol,start\nA,1"));
    QVERIFY(csv);
    QCOMPARE(csv->name, QStringLiteral("My market.v2"));
    const auto json = readMarketFile(written("a.json", R"({"name":"B","instruments":[{"symbol":"A","start":1}]})"));
    QVERIFY(json);
    QCOMPARE(json->name, QStringLiteral("B"));

    QCOMPARE(message(folder.filePath(QStringLiteral("none"))), QStringLiteral("This file does not exist."));
    QCOMPARE(message(folder.path()), QStringLiteral("This is a folder. Choose a file."));
    const QByteArray small = "symbol,start\nA,1\n";
    const QByteArray large = small + QByteArray(mostMarketFileBytes - small.size(), '\n');
    QCOMPARE(message(written("4 MB", large)), QString());
    QVERIFY(message(written("5 MB", large + '\n')).startsWith(QStringLiteral("The file is larger than 4 MB.")));
    QCOMPARE(message(written("zero", QByteArray("symbol,start\nA\0,1", 17))),
             QStringLiteral("line 2The file contains a zero byte, like a binary file. Save it as UTF-8 text."));
}

TICKER_TEST(MarketFileErrorsTest)
#include "tst_market_file_errors.moc"
