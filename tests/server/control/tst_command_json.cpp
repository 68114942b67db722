// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/command_json.h"
#include "ticker_test.h"

using namespace ticker;
using Kind = MarketAction::Kind;

namespace {

/// What it asks for, which it must; none of that kind is an empty one.
template<typename What>
std::optional<What> decoded(const QByteArray &json)
{
    const auto request = readCommand(json);
    if (!request || !std::holds_alternative<What>(request->what))
        return std::nullopt;
    return std::get<What>(request->what);
}

QString errorOf(const QByteArray &json)
{
    const auto request = readCommand(json);
    return request ? QStringLiteral("(none)") : request.error().detail;
}

} // namespace

class CommandJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pauseAndPlay();
    void singleTick();
    void rates();
    void seeds_data();
    void seeds();
    void marketActions_data();
    void marketActions();
    void refusals_data();
    void refusals();
    void quotesAreBounded();
};

void CommandJsonTest::pauseAndPlay()
{
    QCOMPARE(decoded<ServerCommand::SetPaused>(R"({"action":"pause"})")->paused, true);
    QCOMPARE(decoded<ServerCommand::SetPaused>(R"({"action":"play"})")->paused, false);
}

void CommandJsonTest::singleTick()
{
    QVERIFY(decoded<ServerCommand::SingleTick>(" {\"action\" : \"tick\"}\n"));
}

void CommandJsonTest::rates()
{
    QCOMPARE(decoded<TickInterval>(R"({"action":"rate","value":20})")->hertz(), 20.0);
    QCOMPARE(decoded<TickInterval>(R"({"action":"rate","value":0.01})")->hertz(), 0.01);
    QCOMPARE(decoded<TickInterval>(R"({"action":"rate","value":10000})")->hertz(), 10'000.0);
}

void CommandJsonTest::seeds_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<quint64>("seed");
    QTest::addRow("a text") << QByteArray("\"42\"") << quint64(42);
    QTest::addRow("a number") << QByteArray("42") << quint64(42);
    QTest::addRow("nothing") << QByteArray("0") << quint64(0);
    QTest::addRow("the last number") << QByteArray("9007199254740991") << quint64(9007199254740991);
    QTest::addRow("with zeros in front") << QByteArray("\"00042\"") << quint64(42);
    QTest::addRow("written in another way") << QByteArray("4.2e1") << quint64(42);
    QTest::addRow("the last") << QByteArray("\"18446744073709551615\"") << std::numeric_limits<quint64>::max();
}

void CommandJsonTest::seeds()
{
    QFETCH(QByteArray, value);
    QFETCH(quint64, seed);
    const auto request = decoded<ServerCommand::SetSeed>("{\"action\":\"seed\",\"value\":" + value + '}');
    QVERIFY(request);
    QCOMPARE(request->seed, seed);
}

void CommandJsonTest::marketActions_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<MarketAction>("expected");
    const QString acme = QStringLiteral("ACME");
    const auto is = [](const char *json, const MarketAction &expected) {
        QTest::addRow("%s", json) << QByteArray(json) << expected;
    };
    is(R"({"action":"spike","symbol":"ACME","value":0.5})", {Kind::Spike, acme, 0.5});
    is(R"({"action":"spike","symbol":"ACME"})", {Kind::Spike, acme, 0.05});
    is(R"({"action":"crash"})", {Kind::Crash, {}, 0.2});
    is(R"({"action":"crash","symbol":"*","value":0.99})", {Kind::Crash, {}, 0.99});
    is(R"({"action":"halt","symbol":"ACME"})", {Kind::Halt, acme, 0});
    is(R"({"action":"resume"})", {Kind::Resume, {}, 0});
    is(R"({"action":"flat","symbol":"ACME","value":0})", {Kind::Flat, acme, 0});
    is(R"({"action":"flat"})", {Kind::Flat, {}, 1});
    is(R"({"action":"burst","value":1000000})", {Kind::Burst, {}, 1'000'000});
    is(R"({"action":"drift","value":-0.1})", {Kind::Drift, {}, -0.1});
}

void CommandJsonTest::marketActions()
{
    QFETCH(QByteArray, json);
    QFETCH(MarketAction, expected);
    const auto action = decoded<MarketAction>(json);
    QVERIFY2(action, qPrintable(errorOf(json)));
    QVERIFY(*action == expected);
}

void CommandJsonTest::refusals_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("mentions");
    const auto is = [](const char *json, const char *mentions) {
        QTest::addRow("%s", json) << QByteArray(json) << QString::fromUtf8(mentions);
    };
    is("", "JSON object");
    is("pause", "JSON object");
    is("[]", "JSON object");
    is("{}", "JSON object");
    is(R"({"action":7})", "JSON object");
    is(R"({"action":"stop"})", "Unknown action \"stop\"");
    is(R"({"action":"Pause"})", "Unknown action \"Pause\"");
    is(R"({"action":"rate"})", "needs the field \"value\": a number from 0.01 to 10000");
    is(R"({"action":"rate","value":"20"})", "not \"20\"");
    is(R"({"action":"rate","value":0})", "from 0.01 to 10000, not 0");
    is(R"({"action":"rate","value":10001})", "not 10001");
    is(R"({"action":"seed"})", "needs the field \"value\"");
    is(R"({"action":"seed","value":-1})", "not -1");
    is(R"({"action":"seed","value":18446744073709551615})", "as a string");
    is(R"({"action":"seed","value":9007199254740992})", "or up to 9007199254740991 as a number");
    is(R"({"action":"seed","value":"1\u0000"})", R"(not "1\u0000")");
    is(R"({"action":"seed","value":" 1"})", "not \" 1\"");
    is(R"({"action":"seed","value":"+1"})", "not \"+1\"");
    is(R"({"action":"seed","value":"000000000000000000001"})", "not \"0000");
    is(R"({"action":"seed","value":"\u0661"})", "must be a whole number");
    is(R"({"action":"pause","value":7})", "The action \"pause\" has no field \"value\". It has none.");
    is(R"({"action":"halt","value":0})", "has no field \"value\". It has \"symbol\".");
    is(R"({"action":"spike","valeu":1})", "no field \"valeu\". It has \"symbol\", \"value\".");
    is(R"({"action":"spike","\u001b[2J":1})", R"(no field "\u001b[2J")");
    is(R"({"action":"rate","value":1,"value":2})", "\"value\" must not be given more than once");
    is(R"({"action":"rate","value":1,"v\u0061lue":2})", "\"value\" must not be given more than once");
    is(R"({"action":"tick","action":"tick"})", "\"action\" must not be given more than once");
    is(R"({"action":"replay","seek":1.01})", "\"seek\" of \"replay\" must be a number from 0 to 1, not 1.01");
    is(R"({"action":"replay","speed":0.09})", "from 0.1 to 1000, not 0.09");
    is(R"({"action":"replay","loop":1})", "\"loop\" of \"replay\" must be true or false, not 1");
    is(R"({"action":"replay","skip_gaps":null})", "must be true or false, not null");
    is(R"({"action":"halt","symbol":""})", "\"symbol\" of \"halt\" must be a symbol (1 to 64 of");
    is(R"({"action":"halt","symbol":"acme"})", "not \"acme\"");
    is(R"({"action":"halt","symbol":"ACME\n"})", R"(not "ACME\n")");
    is(R"({"action":"halt","symbol":"-ACME"})", "not \"-ACME\"");
    is((R"({"action":"halt","symbol":")" + QByteArray(65, 'A') + R"("})").constData(), "not \"AAAA");
    is(R"({"action":"flat","value":0.5})", "a whole number from 0 to 1, not 0.5");
    is(R"({"action":"burst","value":1.5})", "a whole number from 1 to 1000000, not 1.5");
    is(R"({"action":"seed","value":1.5})", "not 1.5");
    is(R"({"action":"seed","value":true})", "not true");
    is(R"({"action":"seed","value":""})", "not \"\"");
    is(R"({"action":"seed","value":"18446744073709551616"})", "not \"18446744073709551616\"");
    is(R"({"action":"seed","value":"0x10"})", "not \"0x10\"");
    is(R"({"action":"spike","symbol":7})", "not 7");
    is(R"({"action":"spike","symbol":null})", "not null");
    is(R"({"action":"spike","value":0})", "a number from 0.0001 to 10, not 0");
    is(R"({"action":"spike","value":"0.1"})", "not \"0.1\"");
    is(R"({"action":"crash","value":1})", "a number from 0.0001 to 0.99, not 1");
    is(R"({"action":"burst","value":1000001})", "not 1000001");
    is(R"({"action":"drift","value":-0.11})", "not -0.11");
    is(R"({"action":"drift","value":null})", "not null");
    is(R"({"action":"flat","value":2})", "from 0 to 1, not 2");
}

void CommandJsonTest::refusals()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, mentions);
    const QString error = errorOf(json);
    QVERIFY2(error.contains(mentions), qPrintable(error));
    QVERIFY(error.endsWith(QLatin1Char('.')));
}

void CommandJsonTest::quotesAreBounded()
{
    const QByteArray much(100'000, 'x');
    for (const char *before : {R"({"action":")", R"({"action":"rate","value":")", R"({"action":"seed","value":")",
                               R"({"action":"halt","value":")"})
        QVERIFY(errorOf(QByteArray(before) + much + "\"}").size() < 300);
    QVERIFY(errorOf(R"({"action":"halt","symbol":[")" + much + "\"]}").size() < 300);
}

TICKER_TEST(CommandJsonTest)
#include "tst_command_json.moc"
