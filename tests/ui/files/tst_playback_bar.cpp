// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/playback_bar.h"
#include "samples.h"
#include "ticker_test.h"
#include "widgets/position_slider.h"

#include <QAction>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QToolButton>

using namespace ticker;

namespace {

struct Fixture final
{
    Fixture()
    {
        show();
        bar.resize(900, bar.sizeHint().height());
        bar.show();
    }

    void show() { bar.showPlayback(playback, paused); }
    template<typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        auto *found = bar.findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    [[nodiscard]] QString text(const char *label) const { return child<QLabel>(label)->text(); }
    [[nodiscard]] PlaybackCommand takeCommand()
    {
        return commands.isEmpty() ? PlaybackCommand() : commands.takeFirst().first().value<PlaybackCommand>();
    }
    /// In the middle of the handle when the slider is at this share.
    [[nodiscard]] QPoint pointAt(double share) const
    {
        const int handle = slider->style()->pixelMetric(QStyle::PM_SliderLength, nullptr, slider);
        return {handle / 2 + int(share * (slider->width() - handle)), slider->height() / 2};
    }

    std::optional<Playback> playback = samples::playing().playback;
    bool paused = false;
    QAction leave;
    PlaybackBar bar{&leave};
    PositionSlider *slider = child<PositionSlider>("positionSlider");
    QSignalSpy commands{&bar, &PlaybackBar::steered};
};

PlaybackCommand seekTo(double share)
{
    PlaybackCommand command;
    command.seek = share;
    return command;
}

} // namespace

class TestPlaybackBar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void onlyWhileAFileIsPlayed();
    void tellsWhereItIs();
    void linesThatAreLeftOut();
    void whatGrows();
    void showingAsksForNothing();
    void keysSeek();
    void theMouseSeeksWhenItIsReleased();
    void aClickGoesThere();
    void aPressWithoutAMoveIsNoCommand();
    void notBeyondWhatIsRead();
    void whatIsHeldDoesNotMove();
    void speeds();
    void loopAndGaps();
    void whatIsOldDoesNotTakeACommandBack();
    void anotherFileIsShownAtOnce();
    void theWayBack();
};

void TestPlaybackBar::onlyWhileAFileIsPlayed()
{
    QAction leave;
    PlaybackBar bar(&leave);
    bar.showPlayback(std::nullopt, false);
    QVERIFY(bar.isHidden());
    bar.showPlayback(samples::playing().playback, false);
    QVERIFY(!bar.isHidden());
    bar.showPlayback(std::nullopt, false);
    QVERIFY(bar.isHidden());
}

void TestPlaybackBar::tellsWhereItIs()
{
    Fixture f;
    QCOMPARE(f.text("playbackName"), QStringLiteral("ticks.csv"));
    QCOMPARE(f.child<QLabel>("playbackName")->toolTip(), QStringLiteral("/home/ada/data/ticks.csv"));
    QCOMPARE(f.text("playbackState"), QStringLiteral("Playing"));
    QCOMPARE(f.text("playbackMoment"), QStringLiteral("2026-01-05 09:30:00 UTC"));
    QCOMPARE(f.text("playbackShare"), QStringLiteral("42 %"));
    QVERIFY(f.child<QLabel>("playbackReading")->isHidden());
    QVERIFY(f.child<QLabel>("playbackError")->isHidden());
    QCOMPARE(f.slider->value(), 4200);
    QVERIFY(f.slider->accessibleDescription().startsWith(QStringLiteral("42 %")));
    f.playback->indexed = 0.75;
    f.playback->ended = true;
    f.playback->error = QStringLiteral("line 3: bad");
    f.show();
    QCOMPARE(f.text("playbackReading"), QStringLiteral("Reading the file: 75 %"));
    QCOMPARE(f.text("playbackState"), QStringLiteral("Ended"));
    QVERIFY(f.text("playbackError").endsWith(QStringLiteral("line 3: bad")));
    QVERIFY(!f.child<QLabel>("playbackError")->isHidden());
}

/// Nobody can seek in a pipe, and a file that is followed has no end at which it could start over.
void TestPlaybackBar::linesThatAreLeftOut()
{
    Fixture f;
    auto *text = f.child<QLabel>("playbackLeftOut");
    QVERIFY(text->isHidden());
    f.playback->rows = 8000;
    f.playback->skippedLines = 4;
    f.playback->skippedKinds = {{3, QStringLiteral("price: missing"), 17, QStringLiteral("2,<b>")},
                                {1, QStringLiteral("price: oops is not a number"), 40, {}}};
    f.show();
    QVERIFY(text->isVisible());
    QCOMPARE(text->text(), QStringLiteral("4 of 8,000 lines left out"));
    QVERIFY(text->toolTip().contains(QLatin1String("3 x price: missing, first on line 17: 2,&lt;b&gt;")));
    QVERIFY(text->accessibleDescription().contains(QLatin1String("1 x price: oops is not a number")));
    f.playback->skippedLines = 0; // another file
    f.show();
    QVERIFY(text->isHidden());
}

void TestPlaybackBar::whatGrows()
{
    Fixture f;
    f.playback->indexed = 0;
    f.playback->canSeek = false;
    f.show();
    QVERIFY(!f.slider->isEnabled());
    QVERIFY(f.child<QCheckBox>("loopBox")->isEnabled());
    QCOMPARE(f.text("playbackReading"), QString());
    f.playback->canSeek = true;
    f.playback->following = true;
    f.show();
    QVERIFY(f.slider->isEnabled());
    QVERIFY(!f.child<QCheckBox>("loopBox")->isEnabled());
}

void TestPlaybackBar::showingAsksForNothing()
{
    Fixture f;
    for (const double share : {0.0, 0.1, 0.9, 1.0, 0.2}) {
        f.playback->progress = share;
        f.playback->speed = 0.1 + share * 100;
        f.playback->loop = !f.playback->loop;
        f.playback->skipGaps = !f.playback->skipGaps;
        f.show();
    }
    QVERIFY(f.commands.isEmpty());
}

void TestPlaybackBar::keysSeek()
{
    Fixture f;
    QTest::keyClick(f.slider, Qt::Key_Right);
    QCOMPARE(f.takeCommand(), seekTo(0.43));
    QTest::keyClick(f.slider, Qt::Key_PageUp);
    QCOMPARE(f.takeCommand(), seekTo(0.53));
    QTest::keyClick(f.slider, Qt::Key_Home);
    QCOMPARE(f.takeCommand(), seekTo(0));
    QTest::keyClick(f.slider, Qt::Key_End);
    QCOMPARE(f.takeCommand(), seekTo(1));
    QVERIFY(f.commands.isEmpty());
}

void TestPlaybackBar::theMouseSeeksWhenItIsReleased()
{
    Fixture f;
    QTest::mousePress(f.slider, Qt::LeftButton, {}, f.pointAt(0.42));
    QVERIFY(f.slider->isSliderDown());
    for (const double share : {0.5, 0.6, 0.8})
        QTest::mouseMove(f.slider, f.pointAt(share));
    QVERIFY(f.commands.isEmpty());
    QTest::mouseRelease(f.slider, Qt::LeftButton, {}, f.pointAt(0.8));
    const double share = f.takeCommand().seek.value_or(0);
    QVERIFY2(qAbs(share - 0.8) < 0.01, qPrintable(QString::number(share)));
    QVERIFY(f.commands.isEmpty());
}

void TestPlaybackBar::aClickGoesThere()
{
    Fixture f;
    QTest::mouseClick(f.slider, Qt::LeftButton, {}, f.pointAt(0.9));
    const double share = f.takeCommand().seek.value_or(0);
    QVERIFY2(qAbs(share - 0.9) < 0.01, qPrintable(QString::number(share)));
    QVERIFY(f.commands.isEmpty());
}

void TestPlaybackBar::aPressWithoutAMoveIsNoCommand()
{
    Fixture f;
    QTest::mouseClick(f.slider, Qt::LeftButton, {}, f.pointAt(0.42));
    QVERIFY(f.commands.isEmpty());
}

void TestPlaybackBar::notBeyondWhatIsRead()
{
    Fixture f;
    f.playback->indexed = 0.45005;
    f.show();
    QTest::keyClick(f.slider, Qt::Key_End);
    const double byKey = f.takeCommand().seek.value_or(1);
    QVERIFY(byKey <= 0.45005 && byKey > 0.449);
    f.show();
    QTest::mouseClick(f.slider, Qt::LeftButton, {}, f.pointAt(0.9));
    const double byClick = f.takeCommand().seek.value_or(1);
    QVERIFY(byClick <= 0.45005 && byClick > 0.449);
    QTest::mousePress(f.slider, Qt::LeftButton, {}, f.pointAt(0.45));
    QTest::mouseMove(f.slider, f.pointAt(0.2));
    QTest::mouseMove(f.slider, f.pointAt(0.95));
    QVERIFY(f.slider->value() <= 4501);
    QTest::mouseRelease(f.slider, Qt::LeftButton, {}, f.pointAt(0.95));
    QVERIFY(f.slider->value() <= 4501);
}

void TestPlaybackBar::whatIsHeldDoesNotMove()
{
    Fixture f;
    QTest::mousePress(f.slider, Qt::LeftButton, {}, f.pointAt(0.42));
    QTest::mouseMove(f.slider, f.pointAt(0.7));
    const int held = f.slider->value();
    f.playback->progress = 0.44;
    f.show();
    QCOMPARE(f.slider->value(), held);
    QTest::mouseRelease(f.slider, Qt::LeftButton, {}, f.pointAt(0.7));
    QCOMPARE(f.commands.size(), 1);
}

void TestPlaybackBar::speeds()
{
    Fixture f;
    auto *speed = f.child<QDoubleSpinBox>("speedSpinBox");
    QCOMPARE(speed->value(), 10.0);
    QVERIFY(f.child<QToolButton>("speedPreset10")->isChecked());
    f.child<QToolButton>("speedPreset100")->click();
    QCOMPARE(f.takeCommand().speed, std::optional(100.0));
    QCOMPARE(speed->value(), 100.0);
    QVERIFY(!f.child<QToolButton>("speedPreset10")->isChecked());
    speed->setFocus();
    speed->selectAll();
    QTest::keyClicks(speed, QStringLiteral("0.25"));
    QVERIFY(f.commands.isEmpty()); // on the way to it
    QTest::keyClick(speed, Qt::Key_Return);
    QCOMPARE(f.takeCommand().speed, std::optional(0.25));
    QCOMPARE(speed->minimum(), 0.1);
    QCOMPARE(speed->maximum(), 1000.0);
    QVERIFY(f.commands.isEmpty());
}

void TestPlaybackBar::loopAndGaps()
{
    Fixture f;
    f.child<QCheckBox>("loopBox")->click();
    QCOMPARE(f.takeCommand(), (PlaybackCommand{{}, {}, true, {}}));
    f.child<QCheckBox>("skipGapsBox")->click();
    QCOMPARE(f.takeCommand(), (PlaybackCommand{{}, {}, {}, true}));
    f.child<QCheckBox>("loopBox")->click();
    QCOMPARE(f.takeCommand(), (PlaybackCommand{{}, {}, false, {}}));
}

void TestPlaybackBar::whatIsOldDoesNotTakeACommandBack()
{
    Fixture f;
    f.child<QCheckBox>("loopBox")->click();
    QTest::keyClick(f.slider, Qt::Key_End);
    f.show(); // from before
    QVERIFY(f.child<QCheckBox>("loopBox")->isChecked());
    QCOMPARE(f.slider->value(), PositionSlider::positions);
    // But if it stays so, it was refused.
    QTRY_VERIFY(!f.child<QCheckBox>("loopBox")->isChecked());
    QCOMPARE(f.slider->value(), 4200);
}

void TestPlaybackBar::anotherFileIsShownAtOnce()
{
    Fixture f;
    QTest::keyClick(f.slider, Qt::Key_End);
    f.playback->path = QStringLiteral("/other.csv");
    f.playback->progress = 0;
    f.show();
    QCOMPARE(f.text("playbackName"), QStringLiteral("other.csv"));
    QCOMPARE(f.slider->value(), 0);
    QTest::keyClick(f.slider, Qt::Key_End);
    f.playback.reset();
    f.show();
    QVERIFY(f.bar.isHidden());
}

void TestPlaybackBar::theWayBack()
{
    const Fixture f;
    const QSignalSpy left(&f.leave, &QAction::triggered);
    f.child<QToolButton>("leaveFileButton")->click();
    QCOMPARE(left.size(), 1);
}

TICKER_WIDGET_TEST(TestPlaybackBar)
#include "tst_playback_bar.moc"
