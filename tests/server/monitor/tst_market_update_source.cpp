// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_commands.h"
#include "ticker_test.h"

#include <QElapsedTimer>

using namespace ticker;

namespace {

constexpr int patienceMs = 20'000;

/// A running server, and a window that keeps what it is told.
class Watcher final
{
public:
    explicit Watcher(const ServerConfig &config = test::livelyConfig()) : files(config)
    {
        QObject::connect(server(), &TickerServer::marketMoved, &m_context,
                         [this](const MarketUpdate &update) { take(update); });
    }

    [[nodiscard]] TickerServer *server() { return files.running().server(); }
    void watch(const QStringList &charted, bool watched = true)
    {
        QMetaObject::invokeMethod(
            server(), [server = server(), charted, watched] { server->setMarketWatched(charted, watched); },
            Qt::QueuedConnection);
    }
    void setSeed(quint64 seed)
    {
        QMetaObject::invokeMethod(
            server(), [server = server(), seed] { server->execute({ServerCommand::SetSeed{seed}}); },
            Qt::QueuedConnection);
    }
    [[nodiscard]] bool waitForMore(int count = 3)
    {
        const int wanted = told + count;
        return QTest::qWaitFor([&] { return told >= wanted; }, patienceMs);
    }

    test::FileServer files;
    int told = 0;
    quint64 tape = 0;
    int tapes = 0;
    QStringList symbols;
    QHash<int, InstrumentPrice> prices;
    QHash<QString, QList<PricePoint>> points;

private:
    void take(const MarketUpdate &update)
    {
        ++told;
        if (std::exchange(tape, update.tape) != update.tape) {
            ++tapes;
            prices.clear();
            points.clear();
        }
        if (!update.instruments.isEmpty()) {
            symbols.clear();
            for (const InstrumentInfo &info : update.instruments)
                symbols.append(info.symbol);
        }
        for (const InstrumentPrice &price : update.prices)
            prices.insert(price.instrument, price);
        for (const ChartedPrices &charted : update.charted) {
            QList<PricePoint> &known = points[charted.symbol];
            known = charted.earlier + (charted.isAnew ? QList<PricePoint>() : known) + charted.later;
        }
    }

    QObject m_context;
};

} // namespace

/// The prices as a window gets them, from the thread of a whole server.
class MarketUpdateSourceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsNobodyUnasked();
    void tellsAtMostTenTimesASecond();
    void stopsWhenNobodyLooks();
    void theChartHasWhatTheInterfaceHas();
    void aSeedIsAnotherTape();
    void aFileHasItsOwnSymbols();
};

void MarketUpdateSourceTest::tellsNobodyUnasked()
{
    Watcher watcher;
    QVERIFY(watcher.files.ticksGoOn(20));
    QCOMPARE(watcher.told, 0);
}

void MarketUpdateSourceTest::tellsAtMostTenTimesASecond()
{
    ServerConfig config = test::livelyConfig();
    config.interval = *TickInterval::fromMilliseconds(1);
    Watcher watcher(config);
    watcher.watch({QStringLiteral("ACME")});
    QVERIFY(watcher.waitForMore(1));
    QElapsedTimer clock;
    clock.start();
    constexpr int count = 15;
    QVERIFY(watcher.waitForMore(count));
    QVERIFY2(clock.elapsed() >= count * 95, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(watcher.symbols.size(), 12);
    QCOMPARE(watcher.symbols.first(), QStringLiteral("ACME"));
    QTRY_COMPARE_WITH_TIMEOUT(watcher.prices.size(), 12, patienceMs);
}

void MarketUpdateSourceTest::stopsWhenNobodyLooks()
{
    Watcher watcher;
    watcher.watch({});
    QVERIFY(watcher.waitForMore());
    watcher.watch({}, false);
    QVERIFY(watcher.files.ticksGoOn()); // it has heard of it, and what was on its way has come
    QCoreApplication::processEvents();
    const int told = watcher.told;
    QVERIFY(watcher.files.ticksGoOn(30));
    QCoreApplication::processEvents();
    QCOMPARE(watcher.told, told);
    watcher.watch({});
    QVERIFY(watcher.waitForMore());
}

void MarketUpdateSourceTest::theChartHasWhatTheInterfaceHas()
{
    Watcher watcher;
    QVERIFY(watcher.files.ticksGoOn(50)); // a past
    watcher.watch({QStringLiteral("ACME")});
    const qint64 first = watcher.files.status().value(QStringLiteral("generated"))[QStringLiteral("first")].toInteger();
    QVERIFY(first < -5400);
    QTRY_VERIFY_WITH_TIMEOUT(watcher.points.value(QStringLiteral("ACME")).size() > 50 - first, patienceMs);
    const QList<PricePoint> told = watcher.points.value(QStringLiteral("ACME"));
    // From tick -99 on, in one piece.
    const QJsonArray ticks = watcher.files.get("/api/history?symbol=ACME&from=-99&limit=150&times=1")
                                 .value(QStringLiteral("ticks"))
                                 .toArray();
    QCOMPARE(ticks.size(), 150);
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        const QJsonObject tick = ticks.at(i).toObject();
        const PricePoint expected{tick.value(QStringLiteral("time")).toInteger(),
                                  tick.value(QStringLiteral("price")).toDouble()};
        QCOMPARE(told.at(-99 - first + i), expected);
    }
}

void MarketUpdateSourceTest::aSeedIsAnotherTape()
{
    Watcher watcher;
    watcher.watch({QStringLiteral("ACME")});
    QVERIFY(watcher.waitForMore(5));
    const quint64 ticks = watcher.prices.value(0).ticks;
    QVERIFY(ticks > 10);
    watcher.setSeed(7);
    QTRY_COMPARE_WITH_TIMEOUT(watcher.tapes, 2, patienceMs);
    QVERIFY(watcher.waitForMore(1));
    QVERIFY(watcher.prices.value(0).ticks <= quint64(watcher.points.value(QStringLiteral("ACME")).size()));
}

void MarketUpdateSourceTest::aFileHasItsOwnSymbols()
{
    Watcher watcher;
    watcher.watch({QStringLiteral("ACME"), QStringLiteral("FILE")});
    QVERIFY(watcher.waitForMore());
    QVERIFY(!watcher.points.value(QStringLiteral("ACME")).isEmpty());
    const QString path = watcher.files.write(QStringLiteral("ticks.csv"), test::secondsOfTicks(100));
    QCOMPARE(watcher.files.execute(FileCommand::Kind::Play, path).why, QString());
    QTRY_COMPARE_WITH_TIMEOUT(watcher.symbols, QStringList{QStringLiteral("FILE")}, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!watcher.points.value(QStringLiteral("FILE")).isEmpty(), patienceMs);
    QCOMPARE(watcher.points.value(QStringLiteral("FILE")).first().price, 1.0);
    QVERIFY(!watcher.points.contains(QStringLiteral("ACME")));
}

TICKER_CORE_TEST(MarketUpdateSourceTest)
#include "tst_market_update_source.moc"
