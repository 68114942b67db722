// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "status/message_bar.h"
#include "ticker_test.h"
#include "widgets/settings_labels.h"

#include <QApplication>
#include <QPushButton>
#include <QTimer>

using namespace ticker;

/// What has a colour of its own, when the theme changes while the program runs.
class TestMessageBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// In an event loop: without one, the application tells nobody of its palette.
    void followsTheTheme()
    {
        QTimer::singleShot(0, this, [this] {
            changeTheTheme();
            QApplication::quit();
        });
        QApplication::exec();
    }

private:
    void changeTheTheme();
    static bool isDark(const QWidget &widget, QPalette::ColorRole role)
    {
        return widget.palette().color(role).lightness() < 128;
    }
};

void TestMessageBar::changeTheTheme()
{
    const QPalette before = QApplication::palette();
    QWidget window;
    auto *bar = new MessageBar(&window);
    auto *problem = new ProblemLabel(QStringLiteral("problem"), &window);
    const auto *retry = bar->findChild<QPushButton *>(QStringLiteral("retryButton"));
    window.show();
    const QPalette light(Qt::lightGray);
    for (int i = 0; i < 2; ++i) { // there and back
        QApplication::setPalette(samples::darkPalette());
        QTRY_VERIFY(isDark(*bar, QPalette::Window));
        QVERIFY(isDark(*retry, QPalette::Button));
        QVERIFY(!isDark(*problem, QPalette::WindowText));
        QApplication::setPalette(light);
        QTRY_VERIFY(!isDark(*bar, QPalette::Window));
        QVERIFY(!isDark(*retry, QPalette::Button));
        QVERIFY(isDark(*problem, QPalette::WindowText));
    }
    // Of its own it has a tint.
    QVERIFY(bar->palette().color(QPalette::Window) != light.color(QPalette::Window));
    QApplication::setPalette(before);
}

TICKER_WIDGET_TEST(TestMessageBar)
#include "tst_message_bar.moc"
