// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/opening_bar.h"
#include "ticker_test.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace ticker;

class TestOpeningBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void tellsHowFarItIs();
    void stops();
};

void TestOpeningBar::tellsHowFarItIs()
{
    OpeningBar bar;
    QVERIFY(bar.isHidden());
    bar.showOpening(FileOpening{QStringLiteral("/home/ada/data/newest<b>.csv"), 0.429});
    QVERIFY(!bar.isHidden());
    const auto *name = bar.findChild<QLabel *>(QStringLiteral("openingName"));
    QCOMPARE(name->text(), QStringLiteral("newest<b>.csv"));
    QCOMPARE(name->textFormat(), Qt::PlainText);
    QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("openingWhat"))->text(),
             QStringLiteral("All of the file is read first: 42 %"));
    QCOMPARE(bar.findChild<QProgressBar *>()->value(), 42);
    bar.showOpening(FileOpening{QStringLiteral("/tmp/fifo"), 0, true});
    QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("openingWhat"))->text(),
             QStringLiteral("Waiting for the first lines"));
    bar.showOpening(std::nullopt);
    QVERIFY(bar.isHidden());
}

void TestOpeningBar::stops()
{
    OpeningBar bar;
    bar.showOpening(FileOpening{QStringLiteral("a.csv"), 0});
    QSignalSpy stops(&bar, &OpeningBar::stopWanted);
    bar.findChild<QPushButton *>()->click();
    QCOMPARE(stops.size(), 1);
}

TICKER_WIDGET_TEST(TestOpeningBar)
#include "tst_opening_bar.moc"
