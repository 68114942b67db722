// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "ticker_test.h"

#include <QRandomGenerator>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QByteArray allSymbols(R"(["ACME","BOLT","COMET"])");

QByteArray subscribe(const QByteArray &symbols)
{
    return "{\"action\":\"subscribe\",\"symbols\":" + symbols + '}';
}

QByteArray unsubscribe(const QByteArray &symbols)
{
    return "{\"action\":\"unsubscribe\",\"symbols\":" + symbols + '}';
}

} // namespace

/// What clients of the plain feed over WebSocket subscribe to.
class FeedSubscriptionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Subscriptions
    void snapshotShowsWhatWasNamed();
    void subscriptionsAddUp();
    void unsubscribing();
    void everything();
    void refusals_data();
    void refusals();
    void eachHearsItsOwn();

    // While something waits
    void nothingOfWhatWasLeftFollows();
    void numbersOnlyGrow();
    void whateverHappensTheNewestArrives();
};

void FeedSubscriptionsTest::snapshotShowsWhatWasNamed()
{
    FeedBench bench;
    bench.market.trade({0, 1});
    const auto socket = bench.open();
    QCOMPARE(answerTo(*socket, subscribe(R"(["BOLT"])")),
             HandMadeMarket::snapshotText(R"(["BOLT"])", 1, {{"BOLT", 1}}));
    QCOMPARE(answerTo(*socket, subscribe(R"(["COMET","ACME"])")),
             HandMadeMarket::snapshotText(allSymbols, 1, {{"ACME", 1}}, 1)); // COMET never traded
    QCOMPARE(answerTo(*socket, subscribe(R"("BOLT")")), HandMadeMarket::snapshotText(allSymbols, 1, {{"BOLT", 1}}, 1));
    QCOMPARE(answerTo(*socket, subscribe("[]")), HandMadeMarket::snapshotText(allSymbols, 1, {}, 1, 1));
    QCOMPARE(bench.server.clients().first().ticksSent, quint64(0));
}

void FeedSubscriptionsTest::subscriptionsAddUp()
{
    FeedBench bench;
    const auto socket = bench.join(R"(["ACME"])");
    bench.tick({0, 1});
    QCOMPARE(socket->takeTexts(), QByteArrayList{HandMadeMarket::tickText(1, {{"ACME", 1}})});
    socket->text(subscribe(R"(["BOLT"])"));
    socket->frames.clear();
    bench.tick({0, 1, 2});
    bench.tick({2});
    QCOMPARE(socket->takeTexts(), QByteArrayList{HandMadeMarket::tickText(2, {{"ACME", 2}, {"BOLT", 2}})});
}

void FeedSubscriptionsTest::unsubscribing()
{
    FeedBench bench;
    const auto socket = bench.join(R"("*")");
    QCOMPARE(answerTo(*socket, unsubscribe(R"(["ACME","COMET"])")),
             QByteArray(R"({"type":"subscribed","symbols":["BOLT"],"after":0,"last":0})"));
    QCOMPARE(answerTo(*socket, unsubscribe(R"(["ACME"])")),
             QByteArray(R"({"type":"subscribed","symbols":["BOLT"],"after":0,"last":0})"));
    bench.tick({0, 1, 2});
    QCOMPARE(socket->takeTexts(), QByteArrayList{HandMadeMarket::tickText(1, {{"BOLT", 1}})});
    QCOMPARE(answerTo(*socket, unsubscribe(R"("*")")),
             QByteArray(R"({"type":"subscribed","symbols":[],"after":1,"last":1})"));
    bench.tick({0, 1, 2});
    QVERIFY(socket->frames.isEmpty());
}

void FeedSubscriptionsTest::everything()
{
    FeedBench bench;
    const auto socket = bench.open();
    QCOMPARE(answerTo(*socket, subscribe(R"("*")")), HandMadeMarket::snapshotText(allSymbols, 0, {}));
    bench.tick({2});
    bench.tick({0, 1});
    QCOMPARE(socket->takeTexts(),
             (QByteArrayList{HandMadeMarket::tickText(1, {{"COMET", 1}}),
                             HandMadeMarket::tickText(2, {{"ACME", 2}, {"BOLT", 2}})}));
}

void FeedSubscriptionsTest::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addRow("an unknown symbol") << subscribe(R"(["BOLT","acme"])") << QByteArray("unknown_symbol");
    QTest::addRow("to leave an unknown one") << unsubscribe(R"(["NONE"])") << QByteArray("unknown_symbol");
    QTest::addRow("no symbols") << QByteArray(R"({"action":"subscribe"})") << QByteArray("bad_symbols");
    QTest::addRow("a number") << subscribe("[7]") << QByteArray("bad_symbols");
    QTest::addRow("too many") << subscribe('[' + QByteArray("\"BOLT\",").repeated(1000) + "\"BOLT\"]")
                              << QByteArray("too_many_symbols");
    QTest::addRow("too often") << QByteArray(R"({"action":"subscribe","symbols":["BOLT"],"max_rate":1001})")
                               << QByteArray("bad_max_rate");
    QTest::addRow("too rarely") << maxRate("0.009") << QByteArray("bad_max_rate");
}

/// Nothing of a request that is refused takes effect.
void FeedSubscriptionsTest::refusals()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    FeedBench bench;
    const auto socket = bench.join(R"(["ACME"])");
    const QByteArray answer = answerTo(*socket, text);
    QVERIFY2(answer.startsWith("{\"type\":\"error\",\"code\":\"" + code + "\","), answer.constData());
    QVERIFY(answer.size() < 400);
    QCOMPARE(bench.server.clients().first().unknownEvents, quint64(1));
    bench.tick({0, 1});
    bench.tick({0, 1});
    QCOMPARE(socket->takeTexts(), FeedBench::tickTexts(1, 2));
}

void FeedSubscriptionsTest::eachHearsItsOwn()
{
    FeedBench bench;
    const auto acme = bench.join(R"(["ACME"])");
    const auto both = bench.join(R"(["ACME","BOLT"])");
    const auto all = bench.join(R"("*")");
    const auto none = bench.join("[]");
    bench.tick({0});
    bench.tick({1, 2});
    QCOMPARE(acme->takeTexts(), FeedBench::tickTexts(1, 1));
    QCOMPARE(both->takeTexts(), FeedBench::tickTexts(1, 1) << HandMadeMarket::tickText(2, {{"BOLT", 2}}));
    QCOMPARE(all->takeTexts(), FeedBench::tickTexts(1, 1) << HandMadeMarket::tickText(2, {{"BOLT", 2}, {"COMET", 2}}));
    QVERIFY(none->frames.isEmpty());
}

void FeedSubscriptionsTest::nothingOfWhatWasLeftFollows()
{
    FeedBench bench(roomForFewTicks());
    const auto socket = bench.join(R"(["ACME","BOLT"])");
    socket->stuck = true;
    for (int i = 0; i < 50; ++i)
        bench.tick({0});
    bench.tick({0, 1});
    socket->text(unsubscribe(R"(["ACME"])"));
    bench.tick({0});
    socket->drain();
    const auto texts = socket->takeTexts();
    const int merged = 51 - int(texts.size()) + 1;
    QCOMPARE(texts.at(texts.size() - 2),
             R"({"type":"subscribed","symbols":["BOLT"],"after":)" + QByteArray::number(50 - merged)
                 + ",\"last\":" + QByteArray::number(50 - merged) + '}');
    QCOMPARE(texts.last(), HandMadeMarket::tickText(52, {{"BOLT", 51}}, merged, quint64(50 - merged), 51));

    socket->stuck = true;
    bench.tick({1}); // leaves as far as it can
    for (int i = 0; i < 50; ++i)
        bench.tick({1});
    const quint64 mergedBefore = bench.server.clients().first().ticksMerged;
    socket->text(unsubscribe(R"("*")"));
    QCOMPARE(bench.server.clients().first().ticksMerged, mergedBefore + 1);
    socket->drain();
    QVERIFY(socket->takeTexts().last().startsWith(R"({"type":"subscribed","symbols":[],"after":)"));
    const ClientRow row = bench.server.clients().first();
    QCOMPARE(row.ticksSent + row.ticksMerged, quint64(51 + 51));
    QCOMPARE(row.unsentBytes, qint64(0));
}

/// An answer shows the market at its moment, so a tick behind it is not older.
void FeedSubscriptionsTest::numbersOnlyGrow()
{
    FeedBench bench;
    const auto socket = bench.join(R"(["ACME"])");
    socket->text(maxRate("1"));
    socket->frames.clear();
    bench.tick({0});
    bench.tick({0});
    bench.tick({1});
    socket->text(subscribe(R"(["BOLT"])"));
    bench.pass(1s);
    QCOMPARE(socket->takeTexts(),
             (QByteArrayList{FeedBench::tickText(1),
                             HandMadeMarket::snapshotText(R"(["ACME","BOLT"])", 3, {{"BOLT", 3}}, 1, 1),
                             HandMadeMarket::tickText(3, {{"ACME", 2}}, 0, 1)}));
}

/// A client that changes its mind, is slow and limited by turns: in the end it knows the newest price of each instrument,
/// and each tick was sent or counted as merged.
void FeedSubscriptionsTest::whateverHappensTheNewestArrives()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        QRandomGenerator random(seed);
        FeedBench bench(roomForFewTicks());
        const auto socket = bench.join(R"("*")");
        QHash<QByteArray, quint64> newest;
        quint64 ticks = 0;
        const QByteArrayList symbols{"ACME", "BOLT", "COMET"};
        for (int step = 0; step < 200; ++step) {
            switch (random.bounded(6)) {
            case 0:
            case 1: {
                QList<int> places;
                for (int place = 0; place < 3; ++place) {
                    if (random.bounded(2) == 0)
                        places.append(place);
                }
                bench.tick(places);
                ticks += places.isEmpty() ? 0 : 1;
                for (const int place : std::as_const(places))
                    newest[symbols.at(place)] = bench.market.cache.seq();
                break;
            }
            case 2:
                socket->drain();
                break;
            case 3:
                socket->stuck = true;
                break;
            case 4:
                socket->text(maxRate(random.bounded(2) == 0 ? "0" : "10"));
                break;
            case 5:
                bench.pass(std::chrono::milliseconds(random.bounded(200)));
                break;
            }
        }
        socket->text(maxRate("0"));
        socket->drain();
        const QByteArray all = socket->takeTexts().join();
        for (const QByteArray &symbol : symbols) {
            if (newest.contains(symbol))
                QVERIFY2(all.contains(HandMadeMarket::quoteText(symbol, newest.value(symbol))), symbol.constData());
        }
        const ClientRow row = bench.server.clients().first();
        QCOMPARE(row.ticksSent + row.ticksMerged, ticks);
        QCOMPARE(quint64(all.count("\"type\":\"tick\"")), row.ticksSent);
        quint64 merged = 0;
        for (qsizetype at = 0; (at = all.indexOf("\"merged\":", at)) >= 0; ++at) {
            const qsizetype begin = at + qsizetype(sizeof("\"merged\":")) - 1;
            merged += all.mid(begin, all.indexOf('}', begin) - begin).toULongLong();
        }
        QCOMPARE(merged, row.ticksMerged);
    }
}

TICKER_TEST(FeedSubscriptionsTest)
#include "tst_feed_subscriptions.moc"
