// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"
#include "window/close_decision.h"

using namespace ticker;

Q_DECLARE_METATYPE(ticker::CloseDecision::Action)

class TestCloseDecision final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decide_data();
    void decide();
};

void TestCloseDecision::decide_data()
{
    QTest::addColumn<bool>("quitting");
    QTest::addColumn<bool>("trayActive");
    QTest::addColumn<NoTrayChoice>("choice");
    QTest::addColumn<CloseDecision::Action>("action");

    using enum NoTrayChoice;
    QTest::newRow("tray") << false << true << Ask << CloseDecision::Hide;
    QTest::newRow("tray, Quit remembered for none") << false << true << Quit << CloseDecision::Hide;
    QTest::newRow("tray, KeepServing remembered for none") << false << true << KeepServing << CloseDecision::Hide;
    QTest::newRow("no tray") << false << false << Ask << CloseDecision::Ask;
    QTest::newRow("no tray, Quit remembered") << false << false << Quit << CloseDecision::Quit;
    QTest::newRow("no tray, KeepServing remembered") << false << false << KeepServing << CloseDecision::Minimise;
    for (const auto choice : {Ask, Quit, KeepServing}) {
        for (const bool tray : {false, true})
            QTest::addRow("quitting, tray %d, choice %d", tray, int(choice))
                << true << tray << choice << CloseDecision::Quit;
    }
}

void TestCloseDecision::decide()
{
    QFETCH(bool, quitting);
    QFETCH(bool, trayActive);
    QFETCH(NoTrayChoice, choice);
    QTEST(CloseDecision::decide({quitting, trayActive, choice}), "action");
}

TICKER_CORE_TEST(TestCloseDecision)
#include "tst_close_decision.moc"
