// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker_test.h"
#include "window/view_tabs.h"
#include "window_fixture.h"

#include <QAction>
#include <QTabBar>

using namespace ticker;

class TestViewTabs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneViewNeedsNoTabs();
    void keysMenuAndSettingsChoose();
};

void TestViewTabs::oneViewNeedsNoTabs()
{
    test::WindowFixture fixture;
    fixture.window.show();
    QVERIFY(!fixture.child<ViewTabs>("views")->findChild<QTabBar *>()->isVisible());
}

void TestViewTabs::keysMenuAndSettingsChoose()
{
    test::WindowFixture fixture;
    auto *other = new QWidget;
    other->setObjectName(QStringLiteral("otherView"));
    fixture.window.addView(other, QStringLiteral("Other"));
    WindowSettings settings;
    settings.view = QStringLiteral("otherView");
    fixture.window.applySettings(settings);
    fixture.window.show();
    auto *views = fixture.child<ViewTabs>("views");
    QVERIFY(views->findChild<QTabBar *>()->isVisible());
    QCOMPARE(views->nameOfCurrent(), QStringLiteral("otherView"));

    fixture.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window));
    QTest::keyClick(&fixture.window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(fixture.window.settings().view, QStringLiteral("clientsView"));
    fixture.child<QAction>("otherViewAction")->trigger();
    QCOMPARE(fixture.window.settings().view, QStringLiteral("otherView"));

    settings.view = QStringLiteral("noneOfThem");
    fixture.window.applySettings(settings);
    QCOMPARE(views->nameOfCurrent(), QStringLiteral("otherView"));
}

TICKER_WIDGET_TEST(TestViewTabs)
#include "tst_view_tabs.moc"
