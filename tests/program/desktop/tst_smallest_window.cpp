// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/translations.h"
#include "ticker_test.h"
#include "whole_program.h"
#include "window/main_window.h"
#include "window/view_tabs.h"

#include <QApplication>
#include <QTranslator>

using namespace ticker;

/// How small the window can be, with all its pages, in each language: it fits on 1280x720, with room for a task bar.
class TestSmallestWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
};

void TestSmallestWindow::fits_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("English") << QLocale(QLocale::English);
    QTest::newRow("German") << QLocale(QLocale::German);
}

void TestSmallestWindow::fits()
{
    QFETCH(QLocale, locale);
    installTranslations(qApp, locale);
    test::WholeProgram program;
    program.application.start();
    auto *window = test::findWindow<MainWindow>();
    QVERIFY(window && QTest::qWaitForWindowExposed(window));
    auto *views = window->findChild<ViewTabs *>();
    QCOMPARE(views->count(), 3);
    constexpr QSize most(900, 480);
    for (int i = 0; i < views->count(); ++i) {
        views->setCurrentIndex(i);
        const QSize least = window->minimumSizeHint();
        QVERIFY2(least.height() <= most.height() && least.width() <= most.width(),
                 qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
        window->resize(least);
        QVERIFY(window->height() <= most.height());
    }
    qDeleteAll(qApp->findChildren<QTranslator *>());
}

TICKER_WIDGET_TEST(TestSmallestWindow)
#include "tst_smallest_window.moc"
