// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_codec/feed_message.h"
#include "ticker_test.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace ticker;

namespace {

constexpr MaxRateRange range{0.5, 100};

FeedError errorOf(const QByteArray &text)
{
    const auto request = decodeFeedRequest(text, range);
    return request ? FeedError() : request.error();
}

QJsonValue valueOf(const QByteArray &json)
{
    return QJsonDocument::fromJson('[' + json + ']').array().first();
}

} // namespace

/// What clients of the feed ask for: symbols and rates.
class FeedRequestsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void subscriptions_data();
    void subscriptions();
    void rateChanges();
    void symbolChoices_data();
    void symbolChoices();
    void maxRates_data();
    void maxRates();

    // Rainy
    void badSymbols_data();
    void badSymbols();
    void mostSymbols();
    void aMillionSymbols();
    void badMaxRates_data();
    void badMaxRates();
    void unknownSymbols();
    void errorObject();
};

void FeedRequestsTest::subscriptions_data()
{
    using Action = FeedRequest::Action;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<FeedRequest>("expected");
    const SymbolChoice acme{false, {QStringLiteral("ACME")}};
    const SymbolChoice all{true, {}};
    const auto is = [](const char *name, const char *text, const FeedRequest &expected) {
        QTest::addRow("%s", name) << QByteArray(text) << expected;
    };
    is("one", R"({"action":"subscribe","symbols":["ACME"]})", {Action::Subscribe, acme, {}});
    is("as a text", R"({"action":"subscribe","symbols":"ACME"})", {Action::Subscribe, acme, {}});
    is("all", R"({"action":"subscribe","symbols":"*"})", {Action::Subscribe, all, {}});
    is("limited", R"({"action":"subscribe","symbols":"*","max_rate":5})", {Action::Subscribe, all, 5.0});
    is("unlimited", R"({"action":"subscribe","symbols":"*","max_rate":0})", {Action::Subscribe, all, 0.0});
    is("null is nothing", R"({"action":"subscribe","symbols":"*","max_rate":null})", {Action::Subscribe, all, {}});
    is("leave", R"({"action":"unsubscribe","symbols":["ACME"]})", {Action::Unsubscribe, acme, {}});
    is("leave has no rate", R"({"action":"unsubscribe","symbols":"*","max_rate":"x"})", {Action::Unsubscribe, all, {}});
}

void FeedRequestsTest::subscriptions()
{
    QFETCH(QByteArray, text);
    QFETCH(FeedRequest, expected);
    const auto request = decodeFeedRequest(text, range);
    QVERIFY(request);
    QVERIFY(*request == expected);
}

void FeedRequestsTest::rateChanges()
{
    const auto request = decodeFeedRequest(R"({"action":"max_rate","max_rate":0.5,"symbols":7})", range);
    QVERIFY(request);
    QVERIFY(*request == (FeedRequest{FeedRequest::Action::MaxRate, {}, 0.5}));
    const auto none = decodeFeedRequest(R"({"action":"max_rate"})", range);
    QVERIFY(none);
    QVERIFY(*none == (FeedRequest{FeedRequest::Action::MaxRate, {}, 0.0}));
}

void FeedRequestsTest::symbolChoices_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("all");
    QTest::addColumn<QStringList>("symbols");
    const QString acme = QStringLiteral("ACME");
    QTest::addRow("a text") << QByteArray("\"ACME\"") << false << QStringList{acme};
    QTest::addRow("an empty text") << QByteArray("\"\"") << false << QStringList();
    QTest::addRow("a text of some") << QByteArray("\"ACME, B,\"") << false << QStringList{acme, QStringLiteral("B")};
    QTest::addRow("all behind one in a text") << QByteArray("\"ACME, *\"") << true << QStringList();
    QTest::addRow("spaces and nothing in a list")
        << QByteArray(R"([" ACME ",""," ","\tB,"])") << false << QStringList{acme, QStringLiteral("B")};
    QTest::addRow("all") << QByteArray("\"*\"") << true << QStringList();
    QTest::addRow("none") << QByteArray("[]") << false << QStringList();
    QTest::addRow("some") << QByteArray(R"(["ACME","B"])") << false << QStringList{acme, QStringLiteral("B")};
    QTest::addRow("all in a list") << QByteArray(R"(["*"])") << true << QStringList();
    QTest::addRow("all behind one") << QByteArray(R"(["ACME","*","B"])") << true << QStringList();
}

void FeedRequestsTest::symbolChoices()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, all);
    QFETCH(QStringList, symbols);
    const auto choice = decodeSymbolChoice(valueOf(json));
    QVERIFY(choice);
    QVERIFY(*choice == (SymbolChoice{all, symbols}));
}

void FeedRequestsTest::maxRates_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<double>("rate");
    QTest::addRow("lowest") << QByteArray("0.5") << 0.5;
    QTest::addRow("highest") << QByteArray("100") << 100.0;
    QTest::addRow("an exponent") << QByteArray("1e1") << 10.0;
    QTest::addRow("off") << QByteArray("0") << 0.0;
    QTest::addRow("minus nothing") << QByteArray("-0.0") << 0.0;
}

void FeedRequestsTest::maxRates()
{
    QFETCH(QByteArray, json);
    QFETCH(double, rate);
    const auto value = decodeMaxRate(valueOf(json), range);
    QVERIFY(value);
    QCOMPARE(*value, std::optional(rate));
    QVERIFY(!decodeMaxRate(QJsonValue::Undefined, range)->has_value());
    QVERIFY(!decodeMaxRate(QJsonValue::Null, range)->has_value());
}

void FeedRequestsTest::badSymbols_data()
{
    QTest::addColumn<QByteArray>("symbols");
    QTest::addColumn<QString>("quote");
    const auto is = [](const char *name, const char *symbols, const char *quote) {
        QTest::addRow("%s", name) << QByteArray(symbols) << QString::fromUtf8(quote);
    };
    is("missing", "", "nothing");
    is("null", ",\"symbols\":null", "null");
    is("a number", ",\"symbols\":7", "7");
    is("an object", ",\"symbols\":{\"ACME\":1}", "{\"ACME\":1}");
    is("a number in a list", ",\"symbols\":[\"ACME\",7]", "7");
    is("a list in a list", ",\"symbols\":[[\"ACME\"]]", "[\"ACME\"]");
    is("a percent sign", ",\"symbols\":[[\"%1\"]]", "[\"%1\"]");
}

void FeedRequestsTest::badSymbols()
{
    QFETCH(QByteArray, symbols);
    QFETCH(QString, quote);
    for (const char *action : {"subscribe", "unsubscribe"}) {
        const FeedError error = errorOf(QByteArray("{\"action\":\"") + action + '"' + symbols + '}');
        QCOMPARE(error.code, FeedError::Code::BadSymbols);
        QCOMPARE(error.quote, quote);
        QVERIFY(error.message.endsWith(QStringLiteral(", not: ") + quote));
    }
}

void FeedRequestsTest::mostSymbols()
{
    const auto choiceOf = [](qsizetype count) {
        QJsonArray list;
        for (qsizetype i = 0; i < count; ++i)
            list.append(QStringLiteral("A"));
        return decodeSymbolChoice(list);
    };
    QCOMPARE(choiceOf(SymbolChoice::mostSymbols)->symbols.size(), SymbolChoice::mostSymbols);
    const auto tooMany = choiceOf(SymbolChoice::mostSymbols + 1);
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().code, FeedError::Code::TooManySymbols);
    QVERIFY(tooMany.error().message.startsWith(QStringLiteral("Too many symbols: 1001. At most 1000 ")));
}

/// Whatever they are: they are counted, not read.
void FeedRequestsTest::aMillionSymbols()
{
    const QByteArray list = '[' + QByteArray("1,").repeated(1'000'000) + "1]";
    const QByteArray text = '"' + QByteArray("A,").repeated(1'000'000) + '"';
    const QByteArray texts = "[\"" + QByteArray("A,").repeated(600) + "\",\"" + QByteArray("A,").repeated(600) + "\"]";
    for (const QByteArray &symbols : {list, text, texts}) {
        const FeedError error = errorOf("{\"action\":\"subscribe\",\"symbols\":" + symbols + '}');
        QCOMPARE(error.code, FeedError::Code::TooManySymbols);
        QVERIFY(encodeFeedError(error).size() < 300);
    }
}

void FeedRequestsTest::badMaxRates_data()
{
    QTest::addColumn<QByteArray>("rate");
    for (const char *rate : {"-1", "0.4999", "100.1", "1e300", "\"5\"", "[]", "{}", "true", "\"%4\""})
        QTest::addRow("%s", rate) << QByteArray(rate);
}

void FeedRequestsTest::badMaxRates()
{
    QFETCH(QByteArray, rate);
    for (const char *action : {R"("subscribe","symbols":"*")", R"("max_rate")"}) {
        const FeedError error = errorOf(QByteArray("{\"action\":") + action + ",\"max_rate\":" + rate + '}');
        QCOMPARE(error.code, FeedError::Code::BadMaxRate);
        QCOMPARE(valueOf(error.quote.toUtf8()), valueOf(rate));
        QCOMPARE(error.message,
                 QStringLiteral("max_rate must be a number of messages per second from 0.5 to 100, or 0 for every "
                                "tick, not: ")
                     + error.quote);
    }
}

void FeedRequestsTest::unknownSymbols()
{
    const FeedError error = unknownSymbolError(QStringLiteral("\u20ac").repeated(1000));
    QCOMPARE(error.code, FeedError::Code::UnknownSymbol);
    QCOMPARE(error.quote.size(), FeedError::longestQuote);
    QVERIFY(encodeFeedError(error).startsWith(R"({"type":"error","code":"unknown_symbol","message":)"));
}

void FeedRequestsTest::errorObject()
{
    const FeedError error = unknownSymbolError(QStringLiteral("a\"b"));
    const QByteArray expected("{\"code\":\"unknown_symbol\","
                              "\"message\":\"There is no instrument \\\"a\\\"b\\\" in this market.\"}");
    QCOMPARE(encodeErrorObject(error), expected);
}

TICKER_TEST(FeedRequestsTest)
#include "tst_feed_requests.moc"
