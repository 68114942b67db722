// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes_bench.h"
#include "ticker_test.h"

#include <memory>

using namespace ticker;
using namespace std::chrono_literals;

/// Subscriptions over Socket.IO.
class SocketIoQuotesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Asking
    void acknowledgementCarriesTheSnapshot();
    void eventsInPlaceOfAcknowledgements();
    void errors_data();
    void errors();
    void subscriptionsAddUp();
    void revision4();

    // Hearing
    void quotesBesideTheHeadline();
    void overPolling();
    void severalTicksLeaveTogether();
    void maxRate();
    void maxRateThatIsRefused();
};

void SocketIoQuotesTest::acknowledgementCarriesTheSnapshot()
{
    QuotesBench all;
    all.market.trade({0, 1});
    const auto socket = all.bench.joinSocket();
    socket->text(R"(427["subscribe",["ACME","COMET"]])");
    QCOMPARE(socket->takeTexts(),
             QByteArrayList{"437[" + QuotesBench::stateText(R"(["ACME","COMET"])", 1, {{"ACME", 1}}) + ']'});
    socket->text(R"(428["unsubscribe","ACME"])");
    QCOMPARE(socket->takeTexts(), QByteArrayList{R"(438[{"symbols":["COMET"],"after":1,"last":1}])"});
    all.tick({0});
    QVERIFY(socket->frames.isEmpty());
    all.tick({2});
    QCOMPARE(socket->takeTexts(), QByteArrayList{QuotesBench::quotesText(3, {{"COMET", 3}}, 0, 0)});
    QCOMPARE(all.row().unknownEvents, quint64(0));
}

void SocketIoQuotesTest::eventsInPlaceOfAcknowledgements()
{
    QuotesBench all;
    const auto socket = all.bench.joinSocket();
    socket->text(R"(42["subscribe","*"])");
    QCOMPARE(socket->takeTexts(),
             QByteArrayList{"42[\"snapshot\"," + QuotesBench::stateText(R"(["ACME","BOLT","COMET"])", 0, {}) + ']'});
    socket->text(R"(42["unsubscribe",["ACME","BOLT"]])");
    QCOMPARE(socket->takeTexts(), QByteArrayList{R"(42["subscribed",{"symbols":["COMET"],"after":0,"last":0}])"});
    socket->text(R"(42["subscribe","DYNE"])");
    QCOMPARE(socket->takeTexts(),
             QByteArrayList{R"(42["subscription error",{"error":{"code":"unknown_symbol",)"
                            R"("message":"There is no instrument \"DYNE\" in this market."}}])"});
}

void SocketIoQuotesTest::errors_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("code");
    QTest::addRow("no symbols") << QByteArray(R"("subscribe")") << QByteArray("bad_symbols");
    QTest::addRow("a number") << QByteArray(R"("subscribe",7)") << QByteArray("bad_symbols");
    QTest::addRow("a number in a list") << QByteArray(R"("subscribe",["ACME",7])") << QByteArray("bad_symbols");
    QTest::addRow("null") << QByteArray(R"("unsubscribe",null)") << QByteArray("bad_symbols");
    QTest::addRow("unknown") << QByteArray(R"("unsubscribe",["DYNE"])") << QByteArray("unknown_symbol");
    QTest::addRow("too many") << "\"subscribe\",[" + QByteArray("\"ACME\",").repeated(1000) + "\"ACME\"]"
                              << QByteArray("too_many_symbols");
}

void SocketIoQuotesTest::errors()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, code);
    QuotesBench all;
    const auto socket = all.join(R"("BOLT")");
    socket->text("420[" + request + ']');
    const QByteArray answer = socket->takeTexts().join();
    QVERIFY2(answer.startsWith("430[{\"error\":{\"code\":\"" + code + "\",\"message\":\""), answer.constData());
    all.tick({0, 1});
    QCOMPARE(socket->takeTexts(), QByteArrayList{QuotesBench::quotesText(1, {{"BOLT", 1}})});
}

void SocketIoQuotesTest::subscriptionsAddUp()
{
    QuotesBench all;
    const auto socket = all.join(R"("ACME")");
    const auto same = all.join(R"(["ACME","ACME"])");
    socket->text(R"(42["subscribe","COMET"])");
    socket->frames.clear();
    all.tick({0, 1, 2});
    QCOMPARE(socket->takeTexts(), QByteArrayList{QuotesBench::quotesText(1, {{"ACME", 1}, {"COMET", 1}})});
    QCOMPARE(same->takeTexts(), QByteArrayList{QuotesBench::quotesText(1, {{"ACME", 1}})});
}

/// Clients 1 and 2 join by themselves.
void SocketIoQuotesTest::revision4()
{
    QuotesBench all;
    auto socket = std::make_shared<FakeSocket>();
    const EngineIoRequest request{"GET", "EIO=3&transport=websocket", {}, {}, Bench::peer()};
    all.bench.server.engineIo().acceptWebSocket(request, std::make_unique<FakeChannel>(socket));
    socket->frames.clear();
    socket->text(R"(421["subscribe",["ACME"],{"max_rate":1000}])");
    QCOMPARE(socket->takeTexts(), QByteArrayList{"431[" + QuotesBench::stateText(R"(["ACME"])", 0, {}) + ']'});
    all.tick();
    QCOMPARE(socket->takeTexts(), QByteArrayList{QuotesBench::quotesText(1, {{"ACME", 1}})});
}

void SocketIoQuotesTest::quotesBesideTheHeadline()
{
    QuotesBench all;
    const auto plain = all.bench.joinSocket();
    const auto socket = all.join(R"("BOLT")");
    all.bench.tick(7);
    all.tick({0, 1});
    QCOMPARE(plain->takeTexts(), QByteArrayList{Bench::tickText(7)});
    QCOMPARE(socket->takeTexts(), (QByteArrayList{Bench::tickText(7), QuotesBench::quotesText(1, {{"BOLT", 1}})}));
    QCOMPARE(socket->fastPathCalls, 2);
    QCOMPARE(all.bench.server.clients().last().ticksSent, quint64(1)); // of which it hears twice
    quint64 bytes = all.bench.server.clients().last().bytesSent;
    all.tick({1});
    bytes = all.bench.server.clients().last().bytesSent - bytes;
    QCOMPARE(bytes, quint64(socket->frames.join().size()));
}

void SocketIoQuotesTest::overPolling()
{
    QuotesBench all;
    const QByteArray sid = all.bench.joinPolling();
    all.bench.post(sid, R"(42["subscribe","*"])");
    all.bench.get(sid);
    const auto poll = all.bench.get(sid);
    QVERIFY(poll->isPending());
    all.tick({1});
    QCOMPARE(poll->body(), QuotesBench::quotesText(1, {{"BOLT", 1}}));
    all.tick({0});
    all.tick({1});
    QCOMPARE(all.bench.get(sid)->body().split('\x1e'),
             (QByteArrayList{QuotesBench::quotesText(2, {{"ACME", 2}}), QuotesBench::quotesText(3, {{"BOLT", 3}})}));
}

void SocketIoQuotesTest::severalTicksLeaveTogether()
{
    QuotesBench all;
    const auto socket = all.join(R"("ACME")");
    for (int i = 0; i < 5; ++i) {
        all.market.trade({0});
        all.quotes.collectTick();
    }
    all.quotes.sendTicks();
    QCOMPARE(socket->fastPathCalls, 1);
    QCOMPARE(socket->frames.size(), 5);
}

void SocketIoQuotesTest::maxRate()
{
    QuotesBench all;
    const auto socket = all.bench.joinSocket();
    socket->text(R"(42["subscribe",["ACME","BOLT"],{"max_rate":10}])");
    socket->frames.clear();
    all.tick({0});
    all.tick({1});
    all.tick({0});
    all.bench.tick(7); // which is not limited
    QCOMPARE(socket->takeTexts(), (QByteArrayList{QuotesBench::quotesText(1, {{"ACME", 1}}), Bench::tickText(7)}));
    all.bench.pass(100ms);
    QCOMPARE(socket->takeTexts(), QByteArrayList{QuotesBench::quotesText(3, {{"ACME", 3}, {"BOLT", 2}}, 1)});
    QCOMPARE(all.row().ticksSent, quint64(2)); // the price, and that of BOLT alone
    QCOMPARE(all.row().ticksMerged, quint64(0));
    all.tick({0});
    socket->text(R"(42["subscribe",[],{"max_rate":0}])");
    const auto texts = socket->takeTexts();
    QVERIFY(texts.contains(QuotesBench::quotesText(4, {{"ACME", 4}})));
    all.tick({0});
    QCOMPARE(socket->takeTexts(), QByteArrayList{QuotesBench::quotesText(5, {{"ACME", 5}})});
}

void SocketIoQuotesTest::maxRateThatIsRefused()
{
    QuotesBench all;
    const auto socket = all.bench.joinSocket();
    socket->text(R"(420["subscribe","ACME",{"max_rate":"often"}])");
    QVERIFY(socket->takeTexts().join().startsWith(R"(430[{"error":{"code":"bad_max_rate",)"));
    all.tick();
    QVERIFY(socket->frames.isEmpty());
}

TICKER_TEST(SocketIoQuotesTest)
#include "tst_socketio_quotes.moc"
