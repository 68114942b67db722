// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_codec/feed_message.h"
#include "ticker_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

using namespace ticker;

namespace {

/// The object that an encoded message is; an empty one when it is no valid JSON.
QJsonObject objectOf(const QByteArray &message)
{
    return QJsonDocument::fromJson(message).object();
}

constexpr MaxRateRange range{0.5, 100};

FeedError errorOf(const QByteArray &text)
{
    const auto request = decodeFeedRequest(text, range);
    return request ? FeedError() : request.error();
}

FeedHello helloOf(quint64 seed, double rateHz)
{
    return {"0tape", seed, rateHz, QStringLiteral("ACME"), QStringLiteral("EUR"), {}, {}};
}

} // namespace

class FeedMessageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void hello();
    void seedsKeepTheirDigits_data();
    void seedsKeepTheirDigits();
    void rates_data();
    void rates();
    void namesAreEscaped();
    void pong();
    void ping_data();
    void ping();

    // Rainy
    void notUnderstood_data();
    void notUnderstood();
    void quotesAreBounded_data();
    void quotesAreBounded();
    void quotesAreCutBetweenCharacters();
    void whateverItIsTheAnswerIsJson_data();
    void whateverItIsTheAnswerIsJson();
    void binary();
};

void FeedMessageTest::hello()
{
    FeedHello hello = helloOf(42, 1);
    QCOMPARE(encodeFeedHello(hello),
             QByteArray(R"({"type":"hello","tape":"0tape","seed":"42","rate":1,"headline":"ACME","featured":"EUR",)"
                        R"("instruments":[],"simulated":true})"));
    hello.instruments.append({QStringLiteral("ACME"), QStringLiteral("Acme Inc."), "1"});
    hello.instruments.append({QStringLiteral("EUR"), QStringLiteral("Euro"), "0.05"});
    QCOMPARE(encodeFeedHello(hello),
             QByteArray(R"({"type":"hello","tape":"0tape","seed":"42","rate":1,"headline":"ACME","featured":"EUR",)"
                        R"("instruments":[{"symbol":"ACME","name":"Acme Inc.","tickSize":1},)"
                        R"({"symbol":"EUR","name":"Euro","tickSize":0.05}],"simulated":true})"));
}

void FeedMessageTest::seedsKeepTheirDigits_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addRow("none") << quint64(0);
    QTest::addRow("more than 53 bits") << (quint64(1) << 53) + 1;
    QTest::addRow("the last") << std::numeric_limits<quint64>::max();
}

void FeedMessageTest::seedsKeepTheirDigits()
{
    QFETCH(quint64, seed);
    const QJsonValue value = objectOf(encodeFeedHello(helloOf(seed, 1))).value(QStringLiteral("seed"));
    QVERIFY(value.isString());
    QCOMPARE(value.toString().toULongLong(), seed);
}

void FeedMessageTest::rates_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("paused") << 0.0 << QByteArray("0");
    QTest::addRow("slowest") << 0.01 << QByteArray("0.01");
    QTest::addRow("half") << 0.5 << QByteArray("0.5");
    QTest::addRow("fastest") << 10'000.0 << QByteArray("10000");
}

void FeedMessageTest::rates()
{
    QFETCH(double, rate);
    QFETCH(QByteArray, text);
    QVERIFY(encodeFeedHello(helloOf(1, rate)).contains("\"rate\":" + text + ",\"headline\""));
}

void FeedMessageTest::namesAreEscaped()
{
    const QString odd = QStringLiteral("\"\\\n\u20ac");
    FeedHello hello{"0tape", 1, 1, odd, odd, {{odd, odd, "1"}}, {}};
    const QJsonObject object = objectOf(encodeFeedHello(hello));
    QCOMPARE(object.value(QStringLiteral("headline")).toString(), odd);
    QCOMPARE(object.value(QStringLiteral("featured")).toString(), odd);
    const QJsonObject instrument = object.value(QStringLiteral("instruments")).toArray().first().toObject();
    QCOMPARE(instrument.value(QStringLiteral("symbol")).toString(), odd);
    QCOMPARE(instrument.value(QStringLiteral("name")).toString(), odd);
}

void FeedMessageTest::pong()
{
    QCOMPARE(encodeFeedPong(1'795'377'208'008), QByteArray(R"({"type":"pong","time":1795377208008})"));
}

void FeedMessageTest::ping_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("plain") << QByteArray(R"({"action":"ping"})");
    QTest::addRow("with blanks") << QByteArray(" {\n\"action\" : \"ping\" } ");
    QTest::addRow("escaped") << QByteArray("{\"action\":\"\\u0070ing\"}");
    QTest::addRow("with more fields") << QByteArray(R"({"id":7,"action":"ping","x":[{}]})");
}

void FeedMessageTest::ping()
{
    QFETCH(QByteArray, text);
    const auto request = decodeFeedRequest(text, range);
    QVERIFY(request);
    QVERIFY(request->action == FeedRequest::Action::Ping);
}

void FeedMessageTest::notUnderstood_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("quote");
    const QString notJson = QStringLiteral("This is not JSON: ");
    const QString noRequest = QStringLiteral("A message must be an object like {\"action\":\"ping\"}, not: ");
    const auto is = [](const char *name, const char *text, const QString &message, const char *quote) {
        QTest::addRow("%s", name) << QByteArray(text) << message << QString::fromUtf8(quote);
    };
    is("nothing", "", notJson, "");
    is("a word", "hello", notJson + QStringLiteral("hello"), "hello");
    is("Socket.IO", "42[\"x\"]", notJson + QStringLiteral("42[\"x\"]"), "42[\"x\"]");
    is("half an object", "{\"action\":", notJson + QStringLiteral("{\"action\":"), "{\"action\":");
    is("a percent sign", "%1", notJson + QStringLiteral("%1"), "%1");
    is("a number", "1", noRequest + QStringLiteral("1"), "1");
    is("an array", "[\"ping\"]", noRequest + QStringLiteral("[\"ping\"]"), "[\"ping\"]");
    is("no action", "{}", noRequest + QStringLiteral("{}"), "{}");
    is("an action that is no text", "{\"action\":1}", noRequest + QStringLiteral("{\"action\":1}"), "{\"action\":1}");
    const QString unknown = QStringLiteral(
        "Unknown action \"%1\". Valid actions are subscribe, unsubscribe, max_rate, heartbeat and ping.");
    is("another action", "{\"action\":\"dance\"}", unknown.arg(QStringLiteral("dance")), "dance");
    is("another case", "{\"action\":\"PING\"}", unknown.arg(QStringLiteral("PING")), "PING");
    is("an action without a name", "{\"action\":\"\"}", unknown.arg(QString()), "");
}

void FeedMessageTest::notUnderstood()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    QFETCH(QString, quote);
    const FeedError error = errorOf(text);
    QCOMPARE(error.message, message);
    QCOMPARE(error.quote, quote);
    const QJsonObject encoded = objectOf(encodeFeedError(error));
    QCOMPARE(encoded.keys(), (QStringList{QStringLiteral("code"), QStringLiteral("message"), QStringLiteral("type")}));
    QCOMPARE(encoded.value(QStringLiteral("type")).toString(), QStringLiteral("error"));
    QCOMPARE(encoded.value(QStringLiteral("code")).toString(), QStringLiteral("unknown_message"));
    QCOMPARE(encoded.value(QStringLiteral("message")).toString(), message);
}

void FeedMessageTest::quotesAreBounded_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addRow("no JSON") << QByteArray() << QByteArray();
    QTest::addRow("no request") << QByteArray("\"") << QByteArray("\"");
    QTest::addRow("an action") << QByteArray(R"({"action":")") << QByteArray("\"}");
    QTest::addRow("symbols") << QByteArray(R"({"action":"subscribe","symbols":{")") << QByteArray("\":1}}");
    QTest::addRow("a rate") << QByteArray(R"({"action":"max_rate","max_rate":")") << QByteArray("\"}");
}

void FeedMessageTest::quotesAreBounded()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    for (const char *character : {"x", "\xc3\xbc", "\xe2\x82\xac"}) {
        const FeedError error = errorOf(before + QByteArray(character).repeated(1000) + after);
        QCOMPARE(error.quote.size(), FeedError::longestQuote);
        QVERIFY(error.message.contains(error.quote));
        QVERIFY(error.message.count(QString::fromUtf8(character).back()) < 110);
    }
}

void FeedMessageTest::quotesAreCutBetweenCharacters()
{
    const QByteArray face("\xf0\x9f\x98\x80"); // two code units in a QString
    const FeedError even = errorOf(face.repeated(60));
    QCOMPARE(even.quote.toUtf8(), face.repeated(50));
    const FeedError odd = errorOf('x' + face.repeated(60));
    QCOMPARE(odd.quote.toUtf8(), 'x' + face.repeated(49));
}

void FeedMessageTest::whateverItIsTheAnswerIsJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("quotes") << QByteArray("\"\\\"");
    QTest::addRow("controls") << QByteArray("\0\x01\x1f\x7f\n", 5);
    QTest::addRow("half a surrogate pair") << QByteArray(R"({"action":"\ud800"})");
    QTest::addRow("the other half") << QByteArray(R"({"action":"\udc00x"})");
    QTest::addRow("deep") << QByteArray(5000, '[');
    QTest::addRow("markup") << QByteArray("</script>\xe2\x80\xa8");
}

void FeedMessageTest::whateverItIsTheAnswerIsJson()
{
    QFETCH(QByteArray, text);
    const QByteArray answer = encodeFeedError(errorOf(text));
    QVERIFY(!objectOf(answer).isEmpty());
    QCOMPARE(QString::fromUtf8(answer).toUtf8(), answer);
    QVERIFY(answer.size() < 1000);
}

void FeedMessageTest::binary()
{
    const FeedError error = binaryFeedError();
    QVERIFY(error.quote.isEmpty());
    const QJsonObject encoded = objectOf(encodeFeedError(error));
    QCOMPARE(encoded.value(QStringLiteral("code")).toString(), QStringLiteral("binary_message"));
    QCOMPARE(encoded.value(QStringLiteral("message")).toString(), error.message);
    QVERIFY(error.message.endsWith(QLatin1Char('.')));
}

TICKER_TEST(FeedMessageTest)
#include "tst_feed_message.moc"
