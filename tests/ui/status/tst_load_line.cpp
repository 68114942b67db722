// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "status/load_line.h"
#include "ticker_test.h"
#include "window_fixture.h"

using namespace ticker;

class TestLoadLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void tellsWhatServingCosts();
    void aFileHasNoAskedRate();
    void nothingWithoutAServer();
};

void TestLoadLine::tellsWhatServingCosts()
{
    ServerSnapshot snapshot = samples::running(3);
    snapshot.actualRateHz = 19.5;
    snapshot.load = {1'234'000, 0.0234};
    LoadLine line;
    line.showSnapshot(&snapshot);
    QCOMPARE(line.text(), QStringLiteral("19.5 ticks/s of 20 ticks/s · 1.2 MB/s · 2.3 % of a core"));
}

void TestLoadLine::aFileHasNoAskedRate()
{
    LoadLine line;
    const ServerSnapshot snapshot = samples::playing();
    line.showSnapshot(&snapshot);
    QCOMPARE(line.text(), QStringLiteral("20 ticks/s · 0 bytes/s · 0 % of a core"));
}

void TestLoadLine::nothingWithoutAServer()
{
    test::WindowFixture fixture;
    fixture.show(samples::listening(), samples::running());
    QVERIFY(!fixture.child<LoadLine>("loadLine")->text().isEmpty());
    fixture.window.showStatus(samples::failed());
    QVERIFY(fixture.child<LoadLine>("loadLine")->text().isEmpty());
}

TICKER_WIDGET_TEST(TestLoadLine)
#include "tst_load_line.moc"
