// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"
#include "tray/tray_availability.h"

#include <QSignalSpy>

using namespace ticker;

class TestTrayAvailability final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsATrayThatIsThere();
    void reportsComingAndGoing();
    void looksEagerlyAtFirst();
    void givesUpOnceWhenNoneComes();
    void doesNotGiveUpOnATrayThatWasThere();
    void looksByItself();
};

void TestTrayAvailability::reportsATrayThatIsThere()
{
    TrayAvailability tray([] { return true; });
    QSignalSpy changed(&tray, &TrayAvailability::changed);
    QVERIFY(!tray.isAvailable());
    tray.start();
    QVERIFY(tray.isAvailable());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toBool(), true);
}

void TestTrayAvailability::reportsComingAndGoing()
{
    bool there = false;
    TrayAvailability tray([&there] { return there; });
    QSignalSpy changed(&tray, &TrayAvailability::changed);
    tray.start();
    QCOMPARE(changed.count(), 0);
    for (const bool state : {true, false, true}) {
        there = state;
        tray.look();
        tray.look();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.takeFirst().first().toBool(), state);
        QCOMPARE(tray.isAvailable(), state);
    }
}

void TestTrayAvailability::looksEagerlyAtFirst()
{
    TrayAvailability tray([] { return false; });
    tray.start();
    for (int i = 1; i < TrayAvailability::eagerLooks; ++i)
        tray.look();
    QCOMPARE(tray.interval(), TrayAvailability::eagerInterval);
    tray.look();
    QCOMPARE(tray.interval(), TrayAvailability::calmInterval);
    tray.look();
    QCOMPARE(tray.interval(), TrayAvailability::calmInterval);
}

void TestTrayAvailability::givesUpOnceWhenNoneComes()
{
    TrayAvailability tray([] { return false; });
    QSignalSpy gaveUp(&tray, &TrayAvailability::gaveUpWaiting);
    tray.start();
    for (int i = 1; i < TrayAvailability::eagerLooks; ++i)
        tray.look();
    QCOMPARE(gaveUp.count(), 0);
    for (int i = 0; i < 100; ++i)
        tray.look();
    QCOMPARE(gaveUp.count(), 1);
}

void TestTrayAvailability::doesNotGiveUpOnATrayThatWasThere()
{
    int looks = 0;
    TrayAvailability tray([&looks] { return ++looks == 5; });
    QSignalSpy gaveUp(&tray, &TrayAvailability::gaveUpWaiting);
    tray.start();
    for (int i = 0; i < 100; ++i)
        tray.look();
    QCOMPARE(gaveUp.count(), 0);
}

void TestTrayAvailability::looksByItself()
{
    int looks = 0;
    TrayAvailability tray([&looks] { return ++looks > 1; });
    QSignalSpy changed(&tray, &TrayAvailability::changed);
    tray.start();
    QTRY_COMPARE(changed.count(), 1);
}

TICKER_CORE_TEST(TestTrayAvailability)
#include "tst_tray_availability.moc"
