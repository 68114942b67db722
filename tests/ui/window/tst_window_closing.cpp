// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "ticker_test.h"
#include "window/main_window.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QMessageBox>
#include <QSignalSpy>

using namespace ticker;

namespace {

struct Fixture final
{
    explicit Fixture(bool trayActive, const WindowSettings &settings = {})
    {
        window.applySettings(settings);
        window.setTrayActive(trayActive);
        window.show();
    }

    [[nodiscard]] QMessageBox *question() const
    {
        return window.findChild<QMessageBox *>(QStringLiteral("closeQuestion"));
    }

    void answer(const char *button, bool remember) const
    {
        question()->checkBox()->setChecked(remember);
        question()->findChild<QAbstractButton *>(QString::fromLatin1(button))->click();
    }

    [[nodiscard]] WindowSettings saved() const { return savings.constLast().constFirst().value<WindowSettings>(); }

    MainWindow window;
    QSignalSpy quits{&window, &MainWindow::quitRequested};
    QSignalSpy hints{&window, &MainWindow::closeHintDue};
    QSignalSpy savings{&window, &MainWindow::settingsChanged};
    QSignalSpy shown{&window, &MainWindow::shownChanged};
};

} // namespace

/// Closing, hiding, coming back: with a tray, without one, and when it goes.
class TestWindowClosing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesToTheTrayAndTellsOnce();
    void doesNotTellAgain();
    void withoutATrayItAsks();
    void theAnswerIsRemembered();
    void theAnswerIsNotRememberedUnasked();
    void cancellingKeepsTheWindow();
    void closingTwiceAsksOnce();
    void rememberedAnswersAreUsed();
    void nothingHoldsUpQuitting();
    void aTrayThatComesAnswersTheQuestion();
    void aLostTrayBringsTheWindowBack();
    void toggles();
    void neverHidesWithoutATray();
    void settingsSurvive();
    void brokenSettingsDoNoHarm();
};

void TestWindowClosing::hidesToTheTrayAndTellsOnce()
{
    Fixture f(true);
    QVERIFY(!f.window.close());
    QVERIFY(f.window.isHidden());
    QCOMPARE(f.hints.count(), 1);
    QVERIFY(f.hints.first().at(1).toString().contains(QStringLiteral("Quit")));
    QVERIFY(f.saved().closeHintShown);
    QVERIFY(f.quits.isEmpty());
    QCOMPARE(f.shown.constLast().constFirst().toBool(), false);

    f.window.bringToFront();
    QVERIFY(f.window.isVisible());
    f.window.close();
    QCOMPARE(f.hints.count(), 1);
}

void TestWindowClosing::doesNotTellAgain()
{
    WindowSettings settings;
    settings.closeHintShown = true;
    Fixture f(true, settings);
    f.window.close();
    QVERIFY(f.window.isHidden());
    QVERIFY(f.hints.isEmpty());
}

void TestWindowClosing::withoutATrayItAsks()
{
    Fixture f(false);
    QVERIFY(!f.window.close());
    QVERIFY(f.window.isVisible());
    QVERIFY(f.question());
    QVERIFY(f.question()->isVisible());
    QVERIFY(f.quits.isEmpty());
    f.answer("closeQuestionQuitButton", true);
    QCOMPARE(f.quits.count(), 1);
    QTRY_VERIFY(!f.question());
}

void TestWindowClosing::theAnswerIsRemembered()
{
    Fixture f(false);
    f.window.close();
    f.answer("closeQuestionKeepButton", true);
    QCOMPARE(f.saved().noTrayChoice, NoTrayChoice::KeepServing);
    QVERIFY(f.window.isMinimized());
    QVERIFY(f.quits.isEmpty());
    QTRY_VERIFY(!f.question());
    f.window.bringToFront();
    QVERIFY(!f.window.isMinimized());
    f.window.close();
    QVERIFY(!f.question());
    QVERIFY(f.window.isMinimized());
}

void TestWindowClosing::theAnswerIsNotRememberedUnasked()
{
    Fixture f(false);
    f.window.close();
    f.answer("closeQuestionKeepButton", false);
    QVERIFY(f.window.isMinimized());
    QCOMPARE(f.saved().noTrayChoice, NoTrayChoice::Ask);
}

void TestWindowClosing::cancellingKeepsTheWindow()
{
    Fixture f(false);
    f.window.close();
    QTest::keyClick(f.question(), Qt::Key_Escape);
    QTRY_VERIFY(!f.question());
    QVERIFY(f.window.isVisible());
    QVERIFY(!f.window.isMinimized());
    QVERIFY(f.quits.isEmpty());
    QCOMPARE(f.window.settings().noTrayChoice, NoTrayChoice::Ask);
}

void TestWindowClosing::closingTwiceAsksOnce()
{
    Fixture f(false);
    f.window.close();
    f.window.close();
    QCOMPARE(f.window.findChildren<QMessageBox *>().size(), 1);
}

void TestWindowClosing::rememberedAnswersAreUsed()
{
    WindowSettings settings;
    settings.noTrayChoice = NoTrayChoice::Quit;
    Fixture f(false, settings);
    QVERIFY(f.window.close());
    QCOMPARE(f.quits.count(), 1);
    QVERIFY(!f.question());
}

void TestWindowClosing::nothingHoldsUpQuitting()
{
    for (const bool tray : {false, true}) {
        Fixture f(tray);
        f.window.prepareToQuit();
        QVERIFY(f.window.close());
        QVERIFY(f.quits.isEmpty()); // who prepared knows
        QVERIFY(f.hints.isEmpty());
        QVERIFY(!f.question());
    }
}

void TestWindowClosing::aTrayThatComesAnswersTheQuestion()
{
    Fixture f(false);
    f.window.close();
    f.window.setTrayActive(true);
    QTRY_VERIFY(!f.question());
    QVERIFY(f.window.isVisible());
    QVERIFY(f.quits.isEmpty());
    f.window.close();
    QVERIFY(f.window.isHidden());
}

void TestWindowClosing::aLostTrayBringsTheWindowBack()
{
    Fixture f(true);
    f.window.close();
    QVERIFY(f.window.isHidden());
    f.window.setTrayActive(true);
    QVERIFY(f.window.isHidden());
    f.window.setTrayActive(false);
    QVERIFY(f.window.isVisible());
    QCOMPARE(f.shown.constLast().constFirst().toBool(), true);
}

void TestWindowClosing::toggles()
{
    Fixture f(true);
    f.window.toggle();
    QVERIFY(f.window.isHidden());
    QVERIFY(f.hints.isEmpty()); // who uses the icon knows the icon
    f.window.toggle();
    QVERIFY(f.window.isVisible());
    f.window.showMinimized();
    f.window.toggle();
    QVERIFY(f.window.isVisible());
    QVERIFY(!f.window.isMinimized());
}

void TestWindowClosing::neverHidesWithoutATray()
{
    Fixture f(false);
    f.window.toggle();
    QVERIFY(!f.window.isHidden());
    QVERIFY(f.window.isMinimized());
}

void TestWindowClosing::settingsSurvive()
{
    Fixture first(true);
    const QSize size(760, 600); // within the offscreen platform's screen, to which Qt 6.8 cuts what it restores
    first.window.resize(size);
    first.window.close();
    const Fixture second(true, first.saved());
    QCOMPARE(second.window.size(), size);
    QVERIFY(second.window.settings().closeHintShown);
}

void TestWindowClosing::brokenSettingsDoNoHarm()
{
    WindowSettings settings;
    settings.geometry = QByteArrayLiteral("not a geometry");
    settings.clientsHeader = QByteArrayLiteral("\xff\x00\x01 nor a header");
    const Fixture f(true, settings);
    QCOMPARE(f.window.size(), QSize(960, 700));
}

TICKER_WIDGET_TEST(TestWindowClosing)
#include "tst_window_closing.moc"
