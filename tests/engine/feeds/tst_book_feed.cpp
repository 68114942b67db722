// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "quotes/live_market.h"
#include "ticker_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <map>

using namespace ticker;

namespace {

constexpr int mostLevels = 12; ///< Of books in these tests.

MarketSpec specOf(const QStringList &symbols)
{
    MarketSpec spec;
    for (const QString &symbol : symbols) {
        Instrument instrument;
        instrument.symbol = symbol;
        instrument.model = GeometricBrownianModel{0, 0.0003};
        instrument.activity = 0.5;
        instrument.spread = 0.02;
        spec.instruments.push_back(instrument);
    }
    return spec;
}

/// A feed whose market can be another one, and all its books so far.
struct Bench final
{
    explicit Bench(const Limits &limits = {}) : feed(limits) { use(specOf(HandMadeMarket::usualSymbols()), 1); }

    void use(const MarketSpec &spec, quint64 seed)
    {
        auto next = std::make_unique<LiveMarket>(spec, seed);
        if (market)
            next->books().follow(market->books());
        feed.server.setCache(next->cache());
        feed.server.setBooks(*next);
        market = std::move(next);
        remember();
    }
    /// Ticks that are due together.
    void tick(int count = 1)
    {
        for (int i = 0; i < count; ++i) {
            market->advance(HandMadeMarket::wallTime);
            remember();
            feed.server.collectTick();
        }
        feed.server.sendTicks();
    }
    void remember()
    {
        for (int i = 0; i < int(market->spec().instruments.size()); ++i) {
            QByteArray text;
            market->books().appendLevels(text, i, market->books().book(i, mostLevels));
            truth[{market->symbols()[i], market->books().update()}] = text;
        }
    }

    FeedBench feed;
    std::unique_ptr<LiveMarket> market;
    std::map<std::pair<QString, quint64>, QByteArray> truth; ///< By symbol and update.
};

using Levels = std::map<double, double>;

/// A client as WIRE.md tells how to be one.
class Follower final
{
public:
    explicit Follower(const Bench &bench) : m_bench(bench) { }

    /// What is wrong with a message; empty: nothing.
    [[nodiscard]] QByteArray take(const QByteArray &text)
    {
        const QJsonObject message = QJsonDocument::fromJson(text).object();
        const QString type = message.value(QStringLiteral("type")).toString();
        if (type == QLatin1String("subscribed"))
            keepOnly(message.value(QStringLiteral("symbols")).toArray());
        if (type != QLatin1String("book"))
            return {};
        if (message.contains(QStringLiteral("tape"))) {
            m_depth = message.value(QStringLiteral("depth")).toInt();
            m_books.clear();
        }
        const QJsonArray books = message.value(QStringLiteral("books")).toArray();
        for (const auto &entry : books) {
            if (const QByteArray why = takeBook(entry.toObject()); !why.isEmpty())
                return why;
        }
        return {};
    }
    [[nodiscard]] int checks() const { return m_checks; }
    [[nodiscard]] int differences() const { return m_differences; }

private:
    struct Book final
    {
        Levels bids;
        Levels asks;
        quint64 update = 0;
    };

    void keepOnly(const QJsonArray &symbols)
    {
        std::erase_if(m_books, [&](const auto &entry) { return !symbols.contains(entry.first); });
    }
    static void apply(Levels *levels, const QJsonArray &changes)
    {
        for (const auto &change : changes) {
            const double size = change.toArray().at(1).toDouble();
            if (size == 0)
                levels->erase(change.toArray().at(0).toDouble());
            else
                (*levels)[change.toArray().at(0).toDouble()] = size;
        }
    }
    QByteArray takeBook(const QJsonObject &entry)
    {
        const QString symbol = entry.value(QStringLiteral("symbol")).toString();
        if (entry.contains(QStringLiteral("update"))) {
            Book &book = m_books[symbol] = {};
            book.update = quint64(entry.value(QStringLiteral("update")).toInteger());
        } else {
            ++m_differences;
            const auto first = quint64(entry.value(QStringLiteral("first")).toInteger());
            if (!m_books.contains(symbol) || first > m_books[symbol].update + 1)
                return "lost before " + QByteArray::number(first);
            m_books[symbol].update = quint64(entry.value(QStringLiteral("last")).toInteger());
        }
        Book &book = m_books[symbol];
        apply(&book.bids, entry.value(QStringLiteral("bids")).toArray());
        apply(&book.asks, entry.value(QStringLiteral("asks")).toArray());
        return check(symbol, book);
    }
    [[nodiscard]] static bool isSame(const Levels &levels, const QJsonArray &truth, int depth, bool isDescending)
    {
        if (int(levels.size()) != std::min<int>(depth, int(truth.size())))
            return false;
        int place = isDescending ? int(levels.size()) - 1 : 0;
        for (const auto &[price, size] : levels) {
            const QJsonArray level = truth.at(place).toArray();
            if (level.at(0).toDouble() != price || level.at(1).toDouble() != size)
                return false;
            place += isDescending ? -1 : 1;
        }
        return true;
    }
    QByteArray check(const QString &symbol, const Book &book)
    {
        ++m_checks;
        const auto truth = m_bench.truth.find({symbol, book.update});
        if (truth == m_bench.truth.end())
            return "no such update: " + QByteArray::number(book.update);
        const QJsonObject whole = QJsonDocument::fromJson('{' + truth->second.sliced(1) + '}').object();
        const bool isRight = isSame(book.bids, whole.value(QStringLiteral("bids")).toArray(), m_depth, true)
            && isSame(book.asks, whole.value(QStringLiteral("asks")).toArray(), m_depth, false);
        return isRight ? QByteArray() : "wrong book at " + QByteArray::number(book.update);
    }

    const Bench &m_bench;
    std::map<QString, Book> m_books;
    int m_depth = 0;
    int m_checks = 0;
    int m_differences = 0;
};

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
void step(Bench &bench, FakeSocket &socket, QRandomGenerator &random)
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
    void fastPaths();
};

void BookFeedTest::wholeBooks()
{
    Bench bench;
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
    Bench bench;
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
        Bench bench(limits);
        bench.feed.hasFastPaths = random.bounded(2) == 0;
        const auto socket = bench.feed.open();
        socket->text(subscription(random, true));
        for (int i = 0; i < 300; ++i)
            step(bench, *socket, random);
        socket->drain();
        Follower follower(bench);
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
    Bench bench(limits);
    const auto socket = bench.feed.open();
    socket->text(textOf(R"("symbols":"ACME","updates":"differences","depth":12)"));
    bench.tick(3);
    socket->stuck = true;
    for (int i = 0; i < 200; ++i)
        bench.tick();
    socket->drain();
    Follower follower(bench);
    QByteArray why;
    for (const QByteArray &text : socket->takeTexts())
        why = why.isEmpty() ? follower.take(text) : why;
    QVERIFY2(why.startsWith("lost before"), why.constData());
}

void BookFeedTest::slowClientsGetWholeBooks()
{
    Bench bench(roomForFewTicks());
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
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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
    Bench bench;
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
    Bench bench;
    DepthBooks &books = bench.market->books().withLevels(5);
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

/// What leaves at once takes the short way.
void BookFeedTest::fastPaths()
{
    Bench bench;
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
