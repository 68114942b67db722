// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock/rate_meter.h"
#include "ticker_test.h"

#include <cmath>

using namespace ticker;
using namespace std::chrono_literals;

class RateMeterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evenRates_data();
    void evenRates();
    void nothingIsKnownAtFirst();
    void fallsWhenTicksFailToCome();
    void followsAChange();
    void resetForgets();
};

void RateMeterTest::evenRates_data()
{
    QTest::addColumn<double>("hertz");
    for (const double hertz : {0.01, 0.5, 1.0, 3.0, 20.0, 1000.0, 10'000.0})
        QTest::addRow("%g Hz", hertz) << hertz;
}

void RateMeterTest::evenRates()
{
    QFETCH(double, hertz);
    RateMeter meter;
    const auto step = std::chrono::nanoseconds(std::llround(1e9 / hertz));
    const int ticks = int(std::max(5.0, hertz * 5));
    auto now = 0ns;
    for (int i = 0; i < ticks; ++i) {
        now += step;
        meter.countTick(now);
    }
    QVERIFY2(std::abs(meter.hertz(now) / hertz - 1) < 0.001, qPrintable(QString::number(meter.hertz(now))));
    QVERIFY(std::abs(meter.hertz(now + step / 2) / hertz - 1) < 0.001);
}

void RateMeterTest::nothingIsKnownAtFirst()
{
    RateMeter meter;
    QCOMPARE(meter.hertz(1s), 0.0);
    meter.countTick(1s);
    QCOMPARE(meter.hertz(1s), 0.0);
    QCOMPARE(meter.hertz(100s), 0.0);
}

void RateMeterTest::fallsWhenTicksFailToCome()
{
    RateMeter meter;
    for (int i = 0; i <= 10; ++i)
        meter.countTick(i * 1s);
    QVERIFY(meter.hertz(10s) > 0.99);
    QVERIFY(meter.hertz(20s) < 0.2);
    QVERIFY(meter.hertz(1000s) < 0.01);
}

void RateMeterTest::followsAChange()
{
    RateMeter meter;
    auto now = 0ms;
    for (int i = 0; i < 10; ++i)
        meter.countTick(now += 1000ms);
    for (int i = 0; i < 100; ++i)
        meter.countTick(now += 50ms);
    QVERIFY2(std::abs(meter.hertz(now) - 20) < 0.5, qPrintable(QString::number(meter.hertz(now))));
}

void RateMeterTest::resetForgets()
{
    RateMeter meter;
    for (int i = 0; i < 10; ++i)
        meter.countTick(i * 1s);
    meter.reset();
    QCOMPARE(meter.hertz(10s), 0.0);
}

TICKER_TEST(RateMeterTest)
#include "tst_rate_meter.moc"
