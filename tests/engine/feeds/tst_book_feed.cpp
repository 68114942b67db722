// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "book_bench.h"
#include "ticker_test.h"

#include <QRandomGenerator>

using namespace ticker;

namespace {

QByteArray someSymbols(QRandomGenerator &random)
{
    QByteArrayList symbols;
    for (const char *symbol : {"\"ACME\"", "\"BOLT\"", "\"COMET\""}) {
        if (random.bounded(2) == 0)
            symbols.append(symbol);
    }
    return '[' + symbols.join(',') + ']';
}

QByteArray subscription(QRandomGenerator &random, bool mayBeSlow)
{
    const QByteArray rate = !mayBeSlow || random.bounded(2) == 0 ? "0" : "10";
    return "{\"action\":\"subscribe\",\"channel\":\"book\",\"symbols\":" + someSymbols(random)
        + ",\"depth\":" + QByteArray::number(1 + random.bounded(mostLevels)) + ",\"updates\":"
        + (random.bounded(4) == 0 ? "\"snapshots\"" : "\"differences\"") + ",\"max_rate\":" + rate + '}';
}

/// One thing that happens, to the market or by the client.
void step(BookBench &bench, FakeSocket &socket, QRandomGenerator &random)
{
    switch (random.bounded(40)) {
    default:
        return bench.tick(1 + random.bounded(3));
    case 0:
    case 1:
    case 2:
        return socket.drain();
    case 3:
        socket.stuck = true;
        return;
    case 4:
    case 5:
    case 6:
        return bench.feed.pass(std::chrono::milliseconds(random.bounded(300)));
    case 7:
        return socket.text(subscription(random, true));
    case 8:
        return socket.text("{\"action\":\"unsubscribe\",\"channel\":\"book\",\"symbols\":" + someSymbols(random) + '}');
    case 9:
        return socket.text("{\"action\":\"subscribe\",\"symbols\":" + someSymbols(random) + '}');
    case 10:
        return bench.use(specOf({QStringLiteral("BOLT"), QStringLiteral("ACME"), QStringLiteral("DUST")}),
                         random.generate64());
    case 11:
        return bench.use(specOf(HandMadeMarket::usualSymbols()), random.generate64());
    }
}

QByteArray textOf(const QByteArray &json)
{
    return QByteArray(R"({"action":"subscribe","channel":"book",)") + json + '}';
}

} // namespace

/// Order books on the plain feed.
class BookFeedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeBooks();
    void differences();
    void everyClientHasTheBookAtItsUpdate();
    void lossesAreSeen();
    void slowClientsGetWholeBooks();
    void rates();
    void leaving();
    void anotherMarket();
    void updatesNeverGoBack();
    void refusals_data();
    void refusals();
    void nothingIsWatchedWithoutAClient();
    void watchingBeginsAnew();
    void fastPaths();
};

void BookFeedTest::wholeBooks()
{
    BookBench bench;
    const auto socket = bench.feed.open();
    socket->takeTexts();
    const QByteArray answer = answerTo(*socket, textOf(R"("symbols":["BOLT","ACME"],"depth":2)"));
    const auto book = [&](int instrument) {
        QByteArray text = "{\"symbol\":\"" + bench.market->symbols()[instrument].toUtf8()
            + "\",\"update\":" + QByteArray::number(bench.market->books().update());
        bench.market->books().appendLevels(text, instrument, bench.market->books().book(instrument, 2));
        return text + '}';
    };
    QCOMPARE(answer,
             "{\"type\":\"book\",\"tape\":\"" + bench.market->tape()
                 + "\",\"depth\":2,\"updates\":\"snapshots\",\"symbols\":[\"ACME\",\"BOLT\"],\"seq\":0,\"time\":0,"
                   "\"books\":["
                 + book(0) + ',' + book(1) + "]}");
    bench.tick();
    QCOMPARE(socket->takeTexts(),
             QByteArrayList{"{\"type\":\"book\",\"seq\":1,\"time\":1795377208008,\"books\":[" + book(0) + ',' + book(1)
                            + "]}"});
}

void BookFeedTest::differences()
{
    BookBench bench;
    const auto socket = bench.feed.open();
    socket->text(textOf(R"("symbols":"ACME","updates":"differences")"));
    socket->takeTexts();
    const OrderBook before = bench.market->books().book(0, OrderBook::usualLevels);
    bench.tick();
    QByteArray text = "{\"symbol\":\"ACME\",\"first\":1,\"last\":1";
    bench.market->books().appendLevels(text, 0,
                                       bookDifference(before, bench.market->books().book(0, OrderBook::usualLevels)));
    QCOMPARE(socket->takeTexts(),
             QByteArrayList{"{\"type\":\"book\",\"seq\":1,\"time\":1795377208008,\"books\":[" + text + "}]}"});
}

/// Books of clients that come and go, read slowly, want fewer messages, and live through other markets: what they have is the
/// book of that update, each time.
void BookFeedTest::everyClientHasTheBookAtItsUpdate()
{
    int checks = 0;
    int differences = 0;
    for (quint32 seed = 0; checks < 100'000; ++seed) {
        QRandomGenerator random(seed);
        Limits limits;
        limits.maxUnsentBytes = 3000;
        BookBench bench(limits);
        bench.feed.hasFastPaths = random.bounded(2) == 0;
        const auto socket = bench.feed.open();
        socket->text(subscription(random, true));
        for (int i = 0; i < 300; ++i)
            step(bench, *socket, random);
        socket->drain();
        BookFollower follower(bench);
        for (const QByteArray &text : socket->takeTexts()) {
            const QByteArray why = follower.take(text);
            QVERIFY2(why.isEmpty(),
                     ("seed " + QByteArray::number(seed) + ": " + why + " in " + text.left(300)).constData());
        }
        checks += follower.checks();
        differences += follower.differences();
    }
    QVERIFY(differences > checks / 10);
}

/// By the policy drop-oldest, and where a message does not arrive.
void BookFeedTest::lossesAreSeen()
{
    Limits limits = roomForFewTicks();
    limits.slowClients = SlowClientPolicy::DropOldest;
    BookBench bench(limits);
    const auto socket = bench.feed.open();
    socket->text(textOf(R"("symbols":"ACME","updates":"differences","depth":12)"));
    bench.tick(3);
    socket->stuck = true;
    for (int i = 0; i < 200; ++i)
        bench.tick();
    socket->drain();
    BookFollower follower(bench);
    QByteArray why;
    for (const QByteArray &text : socket->takeTexts())
        why = why.isEmpty() ? follower.take(text) : why;
    QVERIFY2(why.startsWith("lost before"), why.constData());
}

void BookFeedTest::slowClientsGetWholeBooks()
{
    BookBench bench(roomForFewTicks());
    const auto socket = bench.feed.open();
    socket->text(textOf(R"("symbols":["ACME"],"updates":"differences")"));
    socket->drain();
    socket->takeTexts();
    socket->stuck = true;
    for (int i = 0; i < 100; ++i)
        bench.tick();
    socket->drain();
    const QByteArrayList texts = socket->takeTexts();
    QVERIFY(texts.last().contains("\"merged\":") && texts.last().contains("\"update\":100"));
    bench.tick();
    QVERIFY(socket->takeTexts().last().contains("\"first\":101,\"last\":101"));
}

void BookFeedTest::rates()
{
    BookBench bench;
    const auto socket = bench.feed.open();
    socket->text(textOf(R"("symbols":["ACME"],"updates":"differences","max_rate":2)"));
    socket->takeTexts();
    for (int i = 0; i < 100; ++i) {
        bench.tick();
        bench.feed.pass(std::chrono::milliseconds(100));
    }
    const qsizetype count = socket->takeTexts().size();
    QVERIFY2(count >= 19 && count <= 22, QByteArray::number(count).constData());
    socket->text(textOf(R"("symbols":["ACME"],"max_rate":0)"));
    socket->takeTexts();
    bench.tick();
    QCOMPARE(socket->takeTexts().size(), 1);
}

void BookFeedTest::leaving()
{
    BookBench bench;
    const auto socket = bench.feed.open();
    socket->text(textOf(R"("symbols":["ACME","BOLT"])"));
    socket->text(R"({"action":"subscribe","symbols":["ACME"]})"); // quotes are another subscription
    QCOMPARE(answerTo(*socket, R"({"action":"unsubscribe","channel":"book","symbols":["ACME"]})"),
             QByteArray("{\"type\":\"subscribed\",\"channel\":\"book\",\"symbols\":[\"BOLT\"]}"));
    bench.tick();
    const QByteArrayList texts = socket->takeTexts();
    QVERIFY(texts.last().startsWith("{\"type\":\"book\"") && !texts.last().contains("ACME"));
    QCOMPARE(answerTo(*socket, R"({"action":"unsubscribe","channel":"book","symbols":"*"})"),
             QByteArray("{\"type\":\"subscribed\",\"channel\":\"book\",\"symbols\":[]}"));
    QCOMPARE(answerTo(*socket, R"({"action":"unsubscribe","channel":"book","symbols":"*"})"),
             QByteArray("{\"type\":\"subscribed\",\"channel\":\"book\",\"symbols\":[]}"));
    bench.tick(10);
    for (const QByteArray &text : socket->takeTexts())
        QVERIFY(!text.contains("\"book\""));
}

void BookFeedTest::anotherMarket()
{
    BookBench bench;
    const auto socket = bench.feed.open();
    socket->text(textOf(R"("symbols":["ACME","COMET"],"depth":3)"));
    bench.tick(5);
    socket->takeTexts();
    bench.use(specOf({QStringLiteral("BOLT"), QStringLiteral("ACME")}), 7);
    const QByteArrayList texts = socket->takeTexts();
    QVERIFY(texts.first().contains("\"state\":\"changed\""));
    QVERIFY(texts.last().startsWith("{\"type\":\"book\",\"tape\":\"" + bench.market->tape()));
    QVERIFY(texts.last().contains("\"depth\":3") && texts.last().contains("\"symbols\":[\"ACME\"]"));
    bench.use(specOf({QStringLiteral("DUST")}), 7); // it has none of them
    bench.tick();
    for (const QByteArray &text : socket->takeTexts())
        QVERIFY(!text.contains("\"book\""));
}

void BookFeedTest::updatesNeverGoBack()
{
    BookBench bench;
    quint64 update = 0;
    quint64 trade = 0;
    for (int i = 0; i < 10; ++i) {
        bench.tick(20);
        QVERIFY(bench.market->books().update() > update);
        QVERIFY(bench.market->books().tradeId(0) > trade);
        update = bench.market->books().update();
        trade = bench.market->books().tradeId(0);
        bench.use(specOf(HandMadeMarket::usualSymbols()), 1);
        QCOMPARE(bench.market->seq(), quint64(0));
        QVERIFY(bench.market->books().update() > update);
    }
    QCOMPARE(update, quint64(10 * 21 - 1));
}

void BookFeedTest::refusals_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("answer");
    const auto error = [](const char *code, const QByteArray &message) {
        return QByteArray("{\"type\":\"error\",\"code\":\"") + code + "\",\"message\":\"" + message + "\"}";
    };
    QTest::newRow("depth 0") << QByteArray(R"("symbols":"*","depth":0)")
                             << error("bad_depth",
                                      "The depth must be a whole number of levels from 1 to 500, not: 0. "
                                      "The nearest is 1.");
    QTest::newRow("depth 10000") << QByteArray(R"("symbols":"*","depth":10000)")
                                 << error("bad_depth",
                                          "The depth must be a whole number of levels from 1 to 500, not: "
                                          "10000. The nearest is 500.");
    QTest::newRow("depth text") << QByteArray(R"("symbols":"*","depth":"5")")
                                << error("bad_depth",
                                         "The depth must be a whole number of levels from 1 to 500, not: "
                                         "\\\"5\\\".");
    QTest::newRow("depth 1.5") << QByteArray(R"("symbols":"*","depth":1.5)")
                               << error("bad_depth",
                                        "The depth must be a whole number of levels from 1 to 500, not: "
                                        "1.5. The nearest is 2.");
    QTest::newRow("updates") << QByteArray(R"("symbols":"*","updates":"all")")
                             << error("bad_updates",
                                      "Updates must be \\\"snapshots\\\" or \\\"differences\\\", not: "
                                      "\\\"all\\\"");
    QTest::newRow("symbol") << QByteArray(R"("symbols":"NOPE")")
                            << error("unknown_symbol", "There is no instrument \\\"NOPE\\\" in this market.");
    QTest::newRow("rate") << QByteArray(R"("symbols":"*","max_rate":-1)")
                          << error("bad_max_rate",
                                   "max_rate must be a number of messages per second from 0.01 to "
                                   "1000, or 0 for every tick, not: -1");
}

void BookFeedTest::refusals()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, answer);
    BookBench bench;
    const auto socket = bench.feed.open();
    QCOMPARE(answerTo(*socket, textOf(fields)), answer);
    QCOMPARE(answerTo(*socket, R"({"action":"subscribe","channel":"trades","symbols":"*"})"),
             QByteArray("{\"type\":\"error\",\"code\":\"bad_channel\",\"message\":\"The channel must be \\\"quotes\\\" "
                        "or \\\"book\\\", not: \\\"trades\\\"\"}"));
    bench.tick(3);
    QVERIFY(socket->takeTexts().isEmpty());
    MarketSpec large;
    QStringList symbols;
    for (int i = 0; i < 100; ++i)
        symbols.append(QStringLiteral("S%1").arg(i));
    bench.use(specOf(symbols), 1);
    QCOMPARE(answerTo(*socket, textOf(R"("symbols":"*","depth":201)")),
             QByteArray("{\"type\":\"error\",\"code\":\"bad_depth\",\"message\":\"The books of 100 instruments have at "
                        "most 200 levels, not 201.\"}"));
}

/// A tick costs nothing for books then; that books are followed at all shows with a client.
void BookFeedTest::nothingIsWatchedWithoutAClient()
{
    BookBench bench;
    DepthBooks &books = bench.market->booksOf(5);
    bench.tick(3);
    books.follow();
    QVERIFY(books.changed().isEmpty());
    {
        const auto socket = bench.feed.open();
        socket->text(textOf(R"("symbols":"*","depth":5)"));
        bench.tick();
        QVERIFY(!books.changed().isEmpty());
        bench.feed.server.disconnectAll();
        bench.feed.pass(std::chrono::seconds(10));
    }
    bench.tick();
    books.follow();
    QVERIFY(books.changed().isEmpty());
}

/// Whatever was read of a book while nobody watched it.
void BookFeedTest::watchingBeginsAnew()
{
    BookBench bench;
    DepthBooks &books = bench.market->booksOf(5);
    bench.tick();
    QByteArray unwatched;
    books.appendBook(unwatched, 0);
    books.appendDifference(unwatched, 0);
    const auto socket = bench.feed.open();
    const QByteArray answer = answerTo(*socket, textOf(R"("symbols":["ACME"],"depth":5)"));
    QByteArray book = "{\"symbol\":\"ACME\",\"update\":" + QByteArray::number(bench.market->books().update());
    bench.market->books().appendLevels(book, 0, bench.market->books().book(0, 5));
    QVERIFY2(answer.contains("\"books\":[" + book + "}]"), answer.constData());
}

/// What leaves at once takes the short way.
void BookFeedTest::fastPaths()
{
    BookBench bench;
    const auto socket = bench.feed.open();
    socket->text(textOf(R"("symbols":["ACME"])"));
    socket->takeTexts();
    socket->fastPathCalls = 0;
    bench.tick();
    QCOMPARE(socket->fastPathCalls, 1);
    socket->text(R"({"action":"subscribe","symbols":["ACME"]})");
    socket->takeTexts();
    socket->fastPathCalls = 0;
    for (int i = 0; i < 20; ++i)
        bench.tick();
    QVERIFY(socket->fastPathCalls > 20); // quotes, too, when it trades
    const QList<ClientRow> rows = bench.feed.server.clients();
    QVERIFY(rows.first().ticksSent > 20);
}

TICKER_TEST(BookFeedTest)
#include "tst_book_feed.moc"
