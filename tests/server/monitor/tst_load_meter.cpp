// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/load_meter.h"
#include "ticker_test.h"

#include <QElapsedTimer>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

QList<ClientRow> rows(std::initializer_list<std::pair<quint64, quint64>> bytesById)
{
    QList<ClientRow> list;
    for (const auto &[id, bytes] : bytesById) {
        ClientRow row;
        row.id = id;
        row.bytesSent = bytes;
        list.append(row);
    }
    return list;
}

} // namespace

class TestLoadMeter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAtFirst();
    void bytesOfAllClients();
    void clientsComeAndGo();
    void onlyTheLastSeconds();
    void processorTime();
    void aThreadThatWorksTakesTime();
};

void TestLoadMeter::nothingAtFirst()
{
    LoadMeter meter;
    QCOMPARE(meter.look(rows({{1, 500}}), 1s, 1ms), ServerLoad());
}

void TestLoadMeter::bytesOfAllClients()
{
    LoadMeter meter;
    meter.look(rows({{1, 100}, {2, 200}}), 10s, 0ns);
    const ServerLoad load = meter.look(rows({{1, 600}, {2, 700}}), 11s, 0ns);
    QCOMPARE(load.bytesPerSecond, 1000.0);
}

void TestLoadMeter::clientsComeAndGo()
{
    LoadMeter meter;
    meter.look(rows({{1, 100}, {3, 900}}), 10s, 0ns);
    // 1 went, 2 and 4 came, 3 got a hundred more.
    const ServerLoad load = meter.look(rows({{2, 50}, {3, 1000}, {4, 50}}), 11s, 0ns);
    QCOMPARE(load.bytesPerSecond, 200.0);
    QCOMPARE(meter.look({}, 12s, 0ns).bytesPerSecond, 100.0);
}

void TestLoadMeter::onlyTheLastSeconds()
{
    LoadMeter meter;
    meter.look(rows({{1, 0}}), 0s, 0ns);
    for (int i = 1; i <= 100; ++i)
        meter.look(rows({{1, 1'000'000}}), 100ms * i, 0ns);
    QCOMPARE(meter.look(rows({{1, 1'000'000}}), 10100ms, 0ns).bytesPerSecond, 0.0);
}

void TestLoadMeter::processorTime()
{
    LoadMeter meter;
    meter.look({}, 5s, 100ms);
    QCOMPARE(meter.look({}, 6s, 350ms).processorShare, 0.25);
    QCOMPARE(meter.look({}, 7s, 350400us).processorShare, 0.125);
}

void TestLoadMeter::aThreadThatWorksTakesTime()
{
    const auto before = threadProcessorTime();
    QElapsedTimer clock;
    clock.start();
    while (threadProcessorTime() - before < 5ms)
        QVERIFY2(clock.elapsed() < 30'000, "the thread's time stands still");
}

TICKER_CORE_TEST(TestLoadMeter)
#include "tst_load_meter.moc"
