// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests.h"
#include "running_server.h"
#include "simulation/market.h"
#include "ticker_test.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace ticker;
using namespace ticker::test;

namespace {

constexpr quint64 seed = 11;

/// A client that is read whenever something comes, so that it is never a slow one.
class Listener final
{
public:
    explicit Listener(quint16 port) : m_client(port)
    {
        QObject::connect(&m_client.socket(), &QTcpSocket::readyRead, &m_context, [this] { read(); });
        m_client.send(upgrade + "\r\n" + clientFrame("40"));
    }
    Q_DISABLE_COPY_MOVE(Listener)

    [[nodiscard]] bool hasJoined() const { return m_joined; }
    [[nodiscard]] bool isConnected() const { return m_client.isConnected(); }
    [[nodiscard]] const std::vector<int> &prices() const { return m_prices; }

private:
    void read()
    {
        static const QByteArray tick = QByteArrayLiteral("42[\"stock price update\",");
        m_unread += m_client.socket().readAll();
        m_joined = m_joined || m_unread.contains("40{");
        qsizetype done = 0;
        for (qsizetype at = m_unread.indexOf(tick); at >= 0; at = m_unread.indexOf(tick, at)) {
            const qsizetype end = m_unread.indexOf(']', at);
            if (end < 0)
                break;
            at += tick.size();
            m_prices.push_back(m_unread.mid(at, end - at).toInt());
            done = end;
        }
        m_unread.remove(0, done);
    }

    RawClient m_client;
    QByteArray m_unread;
    std::vector<int> m_prices;
    bool m_joined = false;
    QObject m_context; ///< First to go: no reading while the rest is being destroyed.
};

using Listeners = std::vector<std::unique_ptr<Listener>>;

ServerConfig slowConfig(double intervalMs)
{
    ServerConfig config;
    config.interval = *TickInterval::fromMilliseconds(intervalMs);
    config.seed = seed;
    return config;
}

/// Both ends of each connection are in this process.
void allowDescriptors(quint64 count)
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < rlim_t(count)) {
        limit.rlim_cur = std::min(rlim_t(count), limit.rlim_max);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
#else
    Q_UNUSED(count)
#endif
}

/// Empty unless all have joined.
Listeners join(const RunningServer &server, int count)
{
    Listeners listeners;
    for (int i = 0; i < count; ++i)
        listeners.push_back(std::make_unique<Listener>(server.port()));
    const auto all = [&] {
        return std::all_of(listeners.begin(), listeners.end(),
                           [](const auto &listener) { return listener->hasJoined(); });
    };
    if (!QTest::qWaitFor(all, 30'000))
        listeners.clear();
    return listeners;
}

std::size_t fewestTicks(const Listeners &listeners)
{
    std::size_t fewest = listeners.front()->prices().size();
    for (const auto &listener : listeners)
        fewest = std::min(fewest, listener->prices().size());
    return fewest;
}

/// Whether the prices are the tape's from its begin: none lost, doubled or out of order.
bool isTape(const std::vector<int> &prices)
{
    Market tape(builtInMarket(), seed);
    return std::all_of(prices.begin(), prices.end(),
                       [&tape](int price) { return tape.advance().quotes.front().price == price; });
}

void setInterval(const RunningServer &server, double milliseconds)
{
    const TickInterval interval = *TickInterval::fromMilliseconds(milliseconds);
    TickerServer *target = server.server();
    QMetaObject::invokeMethod(
        target, [target, interval] { target->execute({interval}); }, Qt::QueuedConnection);
}

} // namespace

/// The rate is changed while clients listen. Raw sockets, one real server for each test.
class RateChangesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thousandChangesInASecond();
    void changeTakesEffectAtOnce_data();
    void changeTakesEffectAtOnce();
};

void RateChangesTest::thousandChangesInASecond()
{
    constexpr int changes = 1000;
    constexpr int lastMs = 5;
    const RunningServer server(slowConfig(100'000)); // no tick before all have joined
    const Listeners listeners = join(server, 20);
    QVERIFY(!listeners.empty());

    QRandomGenerator random(2026);
    QElapsedTimer sinceBegin;
    sinceBegin.start();
    int done = 0;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    connect(&timer, &QTimer::timeout, this, [&] {
        for (; done < changes && done < sinceBegin.elapsed(); ++done)
            setInterval(server, std::pow(10, random.bounded(4.0) - 1)); // 0.1 ms to 1 s, each magnitude as often
    });
    timer.start(1);
    QTRY_COMPARE_WITH_TIMEOUT(done, changes, 10'000);
    timer.stop();
    setInterval(server, lastMs);
    QTRY_COMPARE_WITH_TIMEOUT(server.snapshot().interval.milliseconds(), double(lastMs), 5'000);
    const std::size_t ticksOfTheChanges = fewestTicks(listeners);
    QVERIFY2(ticksOfTheChanges > 50, "so few ticks that nothing was tested");

    constexpr int more = 400;
    sinceBegin.start();
    QTRY_VERIFY_WITH_TIMEOUT(fewestTicks(listeners) >= ticksOfTheChanges + more, 30'000);
    const qint64 tookMs = sinceBegin.elapsed();
    QVERIFY2(tookMs > more * lastMs * 0.9 && tookMs < more * lastMs * 2, qPrintable(QString::number(tookMs)));
    for (const auto &listener : listeners) {
        QVERIFY(listener->isConnected());
        QVERIFY(isTape(listener->prices()));
    }
    const quint64 made = server.snapshot().ticks;
    QTRY_VERIFY(fewestTicks(listeners) >= made);
}

void RateChangesTest::changeTakesEffectAtOnce_data()
{
    QTest::addColumn<int>("clients");
    QTest::newRow("one client") << 1;
    QTest::newRow("a thousand clients") << 1000;
}

/// Moving the slider changes the next interval, not the one after it.
void RateChangesTest::changeTakesEffectAtOnce()
{
    QFETCH(int, clients);
    allowDescriptors(quint64(clients) * 4 + 200);
    const RunningServer server(slowConfig(10'000));
    const Listeners listeners = join(server, clients);
    QVERIFY(!listeners.empty());
    QVERIFY2(fewestTicks(listeners) == 0, "it took longer to join than the interval that is tested");

    QElapsedTimer sinceChange;
    sinceChange.start();
    setInterval(server, 10);
    QTRY_VERIFY_WITH_TIMEOUT(fewestTicks(listeners) >= 1, 10'000);
    const qint64 firstMs = sinceChange.elapsed();
    QVERIFY2(firstMs < 500, qPrintable(QString::number(firstMs)));

    // And to a long one: what is due next is the long one's, not one more of the short ones.
    setInterval(server, 9'000);
    QTRY_COMPARE_WITH_TIMEOUT(server.snapshot().interval.milliseconds(), 9'000.0, 5'000);
    const quint64 before = server.snapshot().ticks;
    setInterval(server, 8'000);
    QTRY_COMPARE_WITH_TIMEOUT(server.snapshot().interval.milliseconds(), 8'000.0, 5'000);
    QCOMPARE(server.snapshot().ticks, before);
    QTRY_COMPARE(quint64(fewestTicks(listeners)), before);
    for (const auto &listener : listeners)
        QVERIFY(isTape(listener->prices()));
}

TICKER_CORE_TEST(RateChangesTest)
#include "tst_rate_changes.moc"
