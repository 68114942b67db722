// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/rate_control.h"
#include "controls/rate_scale.h"
#include "ticker_test.h"
#include "widgets/trimmed_spin_box.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionSlider>

using namespace ticker;

namespace {

TickInterval every(double ms)
{
    return *TickInterval::fromMilliseconds(ms);
}

/// A shown control with its parts and a record of what it asked for.
struct Fixture final
{
    Fixture()
    {
        control.resize(700, 80);
        control.show();
        control.activateWindow();
    }

    [[nodiscard]] QPoint handle() const
    {
        QStyleOptionSlider option;
        option.initFrom(slider);
        option.orientation = Qt::Horizontal;
        option.maximum = slider->maximum();
        option.sliderPosition = slider->sliderPosition();
        option.sliderValue = slider->value();
        option.tickPosition = slider->tickPosition();
        option.tickInterval = slider->tickInterval();
        return slider->style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider).center();
    }

    [[nodiscard]] TickInterval lastCommand() const { return commands.constLast().constFirst().value<TickInterval>(); }

    [[nodiscard]] bool showsEverywhere(double ms) const
    {
        return qFuzzyCompare(milliseconds->value(), ms) && qAbs(hertz->value() - 1000.0 / ms) < 1e-4
            && slider->value() == RateScale::positionOf(every(ms)) && control.interval() == every(ms);
    }

    RateControl control;
    QSlider *slider = control.findChild<QSlider *>(QStringLiteral("rateSlider"));
    TrimmedSpinBox *milliseconds = control.findChild<TrimmedSpinBox *>(QStringLiteral("intervalSpinBox"));
    TrimmedSpinBox *hertz = control.findChild<TrimmedSpinBox *>(QStringLiteral("rateSpinBox"));
    QSignalSpy commands{&control, &RateControl::intervalRequested};
};

void typeInto(QWidget *box, const char *text)
{
    box->setFocus();
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box, QString::fromLatin1(text));
}

} // namespace

class TestRateControl final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void beginsAtOneTickASecond();
    void snapshotsMoveEverythingAndAskNothing_data();
    void snapshotsMoveEverythingAndAskNothing();
    void draggingAsksAtOnce();
    void snapshotsDoNotMoveTheSliderUnderTheHand();
    void oldSnapshotsAfterACommandAreIgnored();
    void aRefusedCommandIsTakenBack();
    void keys_data();
    void keys();
    void typedMilliseconds();
    void typedRate();
    void typedNonsenseIsBounded();
    void snapshotsDoNotOverwriteTyping();
    void presets_data();
    void presets();
    void noTrailingZeros_data();
    void noTrailingZeros();
};

void TestRateControl::beginsAtOneTickASecond()
{
    const Fixture f;
    QVERIFY(f.showsEverywhere(1000));
    QVERIFY(f.commands.isEmpty());
}

void TestRateControl::snapshotsMoveEverythingAndAskNothing_data()
{
    QTest::addColumn<double>("ms");
    for (const double ms : {100'000.0, 1000.0, 333.333'333, 250.0, 50.0, 49.0, 10.0, 1.0, 0.1})
        QTest::addRow("%g ms", ms) << ms;
}

void TestRateControl::snapshotsMoveEverythingAndAskNothing()
{
    QFETCH(double, ms);
    Fixture f;
    f.control.showInterval(every(ms));
    f.control.showInterval(every(ms));
    QCOMPARE(f.control.interval(), every(ms));
    QCOMPARE(f.slider->value(), RateScale::positionOf(every(ms)));
    QVERIFY(qAbs(f.milliseconds->value() - ms) < 1e-4);
    QVERIFY(qAbs(f.hertz->value() - 1000.0 / ms) < 1e-4);
    QVERIFY(f.commands.isEmpty());
    // Passing through the boxes without a change is no command either.
    f.milliseconds->setFocus();
    f.hertz->setFocus();
    f.slider->setFocus();
    QVERIFY(f.commands.isEmpty());
}

void TestRateControl::draggingAsksAtOnce()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowExposed(&f.control));
    const QPoint from = f.handle();
    QTest::mousePress(f.slider, Qt::LeftButton, {}, from);
    QVERIFY(f.slider->isSliderDown());
    QTest::mouseMove(f.slider, from + QPoint(60, 0));
    QVERIFY(!f.commands.isEmpty());
    const auto first = f.lastCommand();
    QVERIFY(first < every(1000));
    QTest::mouseMove(f.slider, from + QPoint(90, 0));
    QVERIFY(f.lastCommand() < first);
    QTest::mouseRelease(f.slider, Qt::LeftButton, {}, from + QPoint(90, 0));
    QCOMPARE(f.control.interval(), f.lastCommand());
    QVERIFY(f.showsEverywhere(f.lastCommand().milliseconds()));
}

void TestRateControl::snapshotsDoNotMoveTheSliderUnderTheHand()
{
    Fixture f;
    f.slider->setSliderDown(true);
    f.slider->setSliderPosition(RateScale::positionOf(every(50)));
    QCOMPARE(f.lastCommand(), every(50));
    const auto commands = f.commands.count();
    f.control.showInterval(every(50)); // seen, and still in the hand
    f.control.showInterval(every(10)); // someone else's command
    QVERIFY(f.showsEverywhere(50));
    f.slider->setSliderDown(false);
    QVERIFY(f.showsEverywhere(10));
    QCOMPARE(f.commands.count(), commands);
}

void TestRateControl::oldSnapshotsAfterACommandAreIgnored()
{
    Fixture f;
    QTest::mouseClick(f.control.findChild<QPushButton *>(QStringLiteral("ratePreset50")), Qt::LeftButton);
    f.control.showInterval(every(1000)); // was on its way already
    QVERIFY(f.showsEverywhere(50));
    f.control.showInterval(every(50));
    f.control.showInterval(every(1000)); // now it is update
    QVERIFY(f.showsEverywhere(1000));
    QCOMPARE(f.commands.count(), 1);
}

void TestRateControl::aRefusedCommandIsTakenBack()
{
    Fixture f;
    QTest::mouseClick(f.control.findChild<QPushButton *>(QStringLiteral("ratePreset50")), Qt::LeftButton);
    f.control.showInterval(every(1000));
    QTRY_VERIFY(f.showsEverywhere(1000));
    QCOMPARE(f.commands.count(), 1);
}

void TestRateControl::keys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<double>("ms");
    QTest::newRow("right") << int(Qt::Key_Right) << 40.0;
    QTest::newRow("up") << int(Qt::Key_Up) << 40.0;
    QTest::newRow("left") << int(Qt::Key_Left) << 60.0;
    QTest::newRow("down") << int(Qt::Key_Down) << 60.0;
    QTest::newRow("page up") << int(Qt::Key_PageUp) << 5.0;
    QTest::newRow("page down") << int(Qt::Key_PageDown) << 500.0;
    QTest::newRow("home") << int(Qt::Key_Home) << 100'000.0;
    QTest::newRow("end") << int(Qt::Key_End) << 0.1;
}

void TestRateControl::keys()
{
    QFETCH(int, key);
    QFETCH(double, ms);
    Fixture f;
    f.control.showInterval(every(50));
    f.slider->setFocus();
    QTest::keyClick(f.slider, Qt::Key(key));
    QCOMPARE(f.commands.count(), 1);
    QCOMPARE(f.lastCommand(), every(ms));
    QVERIFY(f.showsEverywhere(ms));
}

void TestRateControl::typedMilliseconds()
{
    Fixture f;
    typeInto(f.milliseconds, "12.5");
    QVERIFY(f.commands.isEmpty()); // not every digit
    QTest::keyClick(f.milliseconds, Qt::Key_Return);
    QCOMPARE(f.commands.count(), 1);
    QCOMPARE(f.lastCommand(), every(12.5));
    QVERIFY(f.showsEverywhere(12.5));
}

void TestRateControl::typedRate()
{
    Fixture f;
    typeInto(f.hertz, "3");
    QTest::keyClick(f.hertz, Qt::Key_Return);
    QCOMPARE(f.commands.count(), 1);
    QCOMPARE(f.lastCommand().milliseconds(), 333.333'333);
    QCOMPARE(f.hertz->text(), QStringLiteral("3 ticks/s"));
    QCOMPARE(f.milliseconds->text(), QStringLiteral("333.3333 ms"));
    f.control.showInterval(f.lastCommand()); // what comes back is what was typed
    QCOMPARE(f.hertz->text(), QStringLiteral("3 ticks/s"));
    QCOMPARE(f.commands.count(), 1);
}

void TestRateControl::typedNonsenseIsBounded()
{
    Fixture f;
    typeInto(f.milliseconds, "0");
    QTest::keyClick(f.milliseconds, Qt::Key_Return);
    QVERIFY(f.control.interval().nanoseconds() >= TickInterval::shortest);
    typeInto(f.milliseconds, "x");
    QTest::keyClick(f.milliseconds, Qt::Key_Return);
    QVERIFY(f.control.interval().nanoseconds() >= TickInterval::shortest);
    typeInto(f.hertz, "99999");
    QTest::keyClick(f.hertz, Qt::Key_Return);
    QVERIFY(f.control.interval().nanoseconds() >= TickInterval::shortest);
}

void TestRateControl::snapshotsDoNotOverwriteTyping()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.control));
    typeInto(f.milliseconds, "12");
    f.control.showInterval(every(1000));
    f.control.showInterval(every(50));
    QCOMPARE(f.milliseconds->cleanText(), QStringLiteral("12"));
    QCOMPARE(f.slider->value(), RateScale::positionOf(every(50)));
    QTest::keyClick(f.milliseconds, Qt::Key_Return);
    QCOMPARE(f.lastCommand(), every(12));
    QVERIFY(f.showsEverywhere(12));
}

void TestRateControl::presets_data()
{
    QTest::addColumn<int>("ms");
    for (const int ms : ratePresetsMs)
        QTest::addRow("%d ms", ms) << ms;
}

void TestRateControl::presets()
{
    QFETCH(int, ms);
    Fixture f;
    f.control.showInterval(every(77));
    auto *button = f.control.findChild<QPushButton *>(QStringLiteral("ratePreset%1").arg(ms));
    QVERIFY(button);
    QVERIFY(!button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(f.commands.count(), 1);
    QCOMPARE(f.lastCommand(), every(ms));
    QVERIFY(f.showsEverywhere(ms));
    QVERIFY(button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(button->isChecked()); // still true, so still shown
    f.control.showInterval(every(ms));
    f.control.showInterval(every(77));
    QVERIFY(!button->isChecked());
}

void TestRateControl::noTrailingZeros_data()
{
    QTest::addColumn<double>("ms");
    QTest::addColumn<QString>("interval");
    QTest::addColumn<QString>("rate");
    QTest::newRow("1000") << 1000.0 << QStringLiteral("1000 ms") << QStringLiteral("1 tick/s");
    QTest::newRow("50") << 50.0 << QStringLiteral("50 ms") << QStringLiteral("20 ticks/s");
    QTest::newRow("0.1") << 0.1 << QStringLiteral("0.1 ms") << QStringLiteral("10000 ticks/s");
    QTest::newRow("longest") << 100'000.0 << QStringLiteral("100000 ms") << QStringLiteral("0.01 ticks/s");
}

void TestRateControl::noTrailingZeros()
{
    QFETCH(double, ms);
    Fixture f;
    f.control.showInterval(every(ms));
    QTEST(f.milliseconds->text(), "interval");
    QTEST(f.hertz->text(), "rate");
}

TICKER_WIDGET_TEST(TestRateControl)
#include "tst_rate_control.moc"
