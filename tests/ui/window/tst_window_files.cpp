// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/rate_control.h"
#include "samples.h"
#include "ticker_test.h"
#include "window_fixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ticker;

using Kind = FileCommand::Kind;

namespace {

struct Fixture final : test::WindowFixture
{
    explicit Fixture(const ServerStatus &status = samples::listening(),
                     const ServerSnapshot &snapshot = samples::running())
    {
        show(status, snapshot);
    }

    [[nodiscard]] QAction *action(const char *name) const { return child<QAction>(name); }
    [[nodiscard]] QFileDialog *dialog() const { return window.findChild<QFileDialog *>(QStringLiteral("fileDialog")); }
    /// What was asked for, and nothing else was.
    [[nodiscard]] FileCommand takeCommand()
    {
        return commands.size() == 1 ? commands.takeFirst().first().value<FileCommand>() : FileCommand();
    }
    QString makeFile(const char *name) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    /// Whether the window takes it.
    bool drop(const QList<QUrl> &urls)
    {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.ignore();
        QApplication::sendEvent(&window, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &event);
        return event.isAccepted();
    }

    QTemporaryDir folder;
    QSignalSpy commands{&window, &MainWindow::fileWanted};
    QSignalSpy settings{&window, &MainWindow::settingsChanged};
};

ServerSnapshot recordingSnapshot()
{
    ServerSnapshot snapshot = samples::running();
    snapshot.recording = samples::recording();
    return snapshot;
}

} // namespace

/// Files as the whole window offers them.
class TestWindowFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void opensByADialog_data();
    void opensByADialog();
    void recordsAndStops();
    void asksBeforeItReplaces();
    void theFolderIsRemembered();
    void waysBack();
    void howThePlayedFileIsRead();
    void dropsOpen();
    void whatIsNoFileIsNotTaken();
    void failuresAreToldEachTime();
    void whatNeedsAMarketSaysWhyNot();
    void nothingWithoutAServer();
    void aFileIsTheWayOut();
    void theDialogGoesWithTheWindow();
    void theLineTellsTheRecording();
    void mnemonicsDifferWithinTheMenu();
};

void TestWindowFiles::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void TestWindowFiles::opensByADialog_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("showReading");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *action, Kind kind, bool showReading, const char *title) {
        QTest::newRow(action) << QString::fromLatin1(action) << kind << showReading << QString::fromLatin1(title);
    };
    row("openMarketAction", Kind::UseMarket, false, "Open market");
    row("playFileAction", Kind::Play, false, "Play file");
    row("importFileAction", Kind::Play, true, "Import file");
}

void TestWindowFiles::opensByADialog()
{
    QFETCH(QString, action);
    QFETCH(Kind, kind);
    QFETCH(bool, showReading);
    Fixture f;
    const QString path = f.makeFile("x.csv");
    f.action(qPrintable(action))->trigger();
    QVERIFY(f.dialog() && f.dialog()->isVisible());
    QTEST(f.dialog()->windowTitle(), "title");
    QVERIFY(f.commands.isEmpty());
    f.dialog()->reject();
    QTRY_VERIFY(!f.dialog());
    QVERIFY(f.commands.isEmpty());
    f.action(qPrintable(action))->trigger();
    f.dialog()->setDirectory(f.folder.path());
    f.dialog()->selectFile(path);
    QMetaObject::invokeMethod(f.dialog(), "accept");
    QCOMPARE(f.takeCommand(), (FileCommand{kind, path, {}, {}, showReading}));
    QTRY_VERIFY(!f.dialog());
}

void TestWindowFiles::recordsAndStops()
{
    Fixture f;
    auto *button = f.child<QAbstractButton>("recordButton");
    QCOMPARE(button->text(), QStringLiteral("Record"));
    button->click();
    f.dialog()->setDirectory(f.folder.path());
    f.dialog()->selectFile(QStringLiteral("out"));
    QMetaObject::invokeMethod(f.dialog(), "accept");
    QCOMPARE(f.takeCommand(), (FileCommand{Kind::Record, f.folder.filePath(QStringLiteral("out.csv"))}));
    f.window.showSnapshot(recordingSnapshot());
    QCOMPARE(button->text(), QStringLiteral("Stop recording"));
    button->click();
    QCOMPARE(f.takeCommand(), (FileCommand{Kind::StopRecording, {}}));
    ServerSnapshot done = recordingSnapshot();
    done.recording->state = Recording::State::Done;
    f.window.showSnapshot(done);
    QCOMPARE(button->text(), QStringLiteral("Record"));
}

void TestWindowFiles::asksBeforeItReplaces()
{
    Fixture f;
    const QString path = f.makeFile("old.csv");
    f.action("recordAction")->trigger();
    f.dialog()->setDirectory(f.folder.path());
    f.dialog()->selectFile(path);
    bool asked = false;
    QTimer::singleShot(0, &f.window, [&asked] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *box = qobject_cast<QMessageBox *>(widget)) {
                asked = true;
                box->button(QMessageBox::No)->click();
            }
        }
    });
    QMetaObject::invokeMethod(f.dialog(), "accept"); // waits for the answer
    QVERIFY(asked);
    QVERIFY(f.commands.isEmpty());
}

void TestWindowFiles::theFolderIsRemembered()
{
    Fixture f;
    const QString path = f.makeFile("x.csv");
    QVERIFY(f.drop({QUrl::fromLocalFile(path)}));
    QCOMPARE(f.settings.last().first().value<WindowSettings>().folder, f.folder.path());
    f.action("playFileAction")->trigger();
    QCOMPARE(f.dialog()->directory(), QDir(f.folder.path()));

    MainWindow next;
    next.applySettings(f.window.settings());
    QCOMPARE(next.settings().folder, f.folder.path());
}

void TestWindowFiles::waysBack()
{
    Fixture f;
    QVERIFY(!f.action("leaveFileAction")->isEnabled());
    QVERIFY(!f.action("builtInMarketAction")->isEnabled());
    f.window.showSnapshot(samples::playing());
    QVERIFY(f.child<QWidget>("playbackBar")->isVisible());
    f.child<QAbstractButton>("leaveFileButton")->click();
    QCOMPARE(f.takeCommand(), (FileCommand{Kind::LeaveFile, {}}));
    ServerSnapshot own = samples::running();
    own.marketFile = QStringLiteral("/m.json");
    f.window.showSnapshot(own);
    QVERIFY(f.child<QWidget>("playbackBar")->isHidden());
    f.action("builtInMarketAction")->trigger();
    QCOMPARE(f.takeCommand(), (FileCommand{Kind::UseMarket, {}}));
}

/// It is read anew, as fast as now.
void TestWindowFiles::howThePlayedFileIsRead()
{
    Fixture f;
    QVERIFY(!f.action("fileReadingAction")->isEnabled());
    ServerSnapshot snapshot = samples::playing();
    f.window.showSnapshot(snapshot);
    QVERIFY(!f.action("fileReadingAction")->isEnabled()); // it is gone, or a pipe
    Playback &playback = *snapshot.playback;
    playback.path = f.makeFile("x.csv");
    playback.reading.columns = QStringLiteral("price=bid");
    playback.speed = 4;
    playback.loop = true;
    playback.skipGaps = false;
    f.window.showSnapshot(snapshot);
    f.action("fileReadingAction")->trigger();
    const PlaybackCommand how{std::nullopt, 4, true, false};
    QCOMPARE(f.takeCommand(), (FileCommand{Kind::Play, playback.path, how, playback.reading, true}));
    f.window.showSnapshot(samples::running());
    QVERIFY(!f.action("fileReadingAction")->isEnabled());
}

void TestWindowFiles::dropsOpen()
{
    Fixture f;
    const QString path = f.makeFile("x.json");
    QVERIFY(f.drop({QUrl::fromLocalFile(path)}));
    QCOMPARE(f.takeCommand(), (FileCommand{Kind::Open, path}));
}

void TestWindowFiles::whatIsNoFileIsNotTaken()
{
    Fixture f;
    const QUrl file = QUrl::fromLocalFile(f.makeFile("x.json"));
    QVERIFY(!f.drop({}));
    QVERIFY(!f.drop({file, file}));
    QVERIFY(!f.drop({QUrl(QStringLiteral("https://example.org/x.json"))}));
    f.window.showStatus({});
    QVERIFY(!f.drop({file}));
    QVERIFY(f.commands.isEmpty());
}

void TestWindowFiles::failuresAreToldEachTime()
{
    Fixture f;
    const FileResult failed{{Kind::Play, QStringLiteral("/x.csv")}, QStringLiteral("line 2: price: bad")};
    f.window.showAnswer({{Kind::Play, QStringLiteral("/x.csv")}, {}});
    QVERIFY(f.child<QWidget>("noticeBar")->isHidden());
    for (int i = 0; i < 2; ++i) {
        f.window.showAnswer(failed);
        QVERIFY(f.child<QWidget>("noticeBar")->isVisible());
        QCOMPARE(f.child<QLabel>("noticeText")->text(), QStringLiteral("Cannot play /x.csv: line 2: price: bad"));
        if (i == 0)
            f.child<QAbstractButton>("noticeDismissButton")->click();
    }
    f.window.showAnswer(failed); // while it is still there: not twice
    QCOMPARE(f.child<QLabel>("noticeText")->text().count(QLatin1Char('\n')), 0);
}

void TestWindowFiles::whatNeedsAMarketSaysWhyNot()
{
    Fixture f;
    const QStringList actions{QStringLiteral("setSeedAction"), QStringLiteral("newSeedAction"),
                              QStringLiteral("singleTickAction"), QStringLiteral("spikeAction"),
                              QStringLiteral("flatOffAction")};
    const QStringList widgets{QStringLiteral("rateControl"),       QStringLiteral("ratePreset50"),
                              QStringLiteral("marketControl"),     QStringLiteral("spikeValue"),
                              QStringLiteral("instrumentChooser"), QStringLiteral("newSeedButton")};
    QHash<QString, QString> before;
    for (const QString &name : actions)
        before.insert(name, f.action(qPrintable(name))->toolTip());
    for (const QString &name : widgets)
        before.insert(name, f.child<QWidget>(qPrintable(name))->toolTip());

    f.window.showSnapshot(samples::playing());
    const QString why = QStringLiteral("Not available while a file is playing");
    for (const QString &name : actions) {
        QVERIFY2(!f.action(qPrintable(name))->isEnabled(), qPrintable(name));
        QVERIFY2(f.action(qPrintable(name))->toolTip().startsWith(why), qPrintable(name));
    }
    for (const QString &name : widgets) {
        QVERIFY2(!f.child<QWidget>(qPrintable(name))->isEnabled(), qPrintable(name));
        QVERIFY2(f.child<QWidget>(qPrintable(name))->toolTip().startsWith(why), qPrintable(name));
    }
    QVERIFY(f.action("pauseAction")->isEnabled());
    QCOMPARE(f.child<QLabel>("seedValue")->text(), QStringLiteral("–"));

    f.window.showSnapshot(samples::running());
    for (const QString &name : actions) {
        QVERIFY2(f.action(qPrintable(name))->isEnabled(), qPrintable(name));
        QCOMPARE(f.action(qPrintable(name))->toolTip(), before.value(name));
    }
    for (const QString &name : widgets) {
        QVERIFY2(f.child<QWidget>(qPrintable(name))->isEnabled(), qPrintable(name));
        QCOMPARE(f.child<QWidget>(qPrintable(name))->toolTip(), before.value(name));
    }
}

void TestWindowFiles::nothingWithoutAServer()
{
    const Fixture f{samples::failed(), ServerSnapshot()};
    for (const char *name : {"openMarketAction", "builtInMarketAction", "playFileAction", "importFileAction",
                             "fileReadingAction", "leaveFileAction", "recordAction"})
        QVERIFY2(!f.action(name)->isEnabled(), name);
}

/// Where the server cannot start because of a file, another one can be chosen.
void TestWindowFiles::aFileIsTheWayOut()
{
    Fixture f{samples::failed(ServerError::Code::MarketUnreadable), ServerSnapshot()};
    for (const char *name : {"openMarketAction", "builtInMarketAction", "playFileAction", "importFileAction"})
        QVERIFY2(f.action(name)->isEnabled(), name);
    QVERIFY(!f.action("recordAction")->isEnabled());
    f.action("builtInMarketAction")->trigger();
    QCOMPARE(f.takeCommand(), (FileCommand{Kind::UseMarket, {}}));
}

void TestWindowFiles::theDialogGoesWithTheWindow()
{
    Fixture f;
    f.action("playFileAction")->trigger();
    QVERIFY(f.dialog()->isVisible());
    f.window.hide();
    QTRY_VERIFY(!f.dialog());
    QVERIFY(f.commands.isEmpty());
}

void TestWindowFiles::theLineTellsTheRecording()
{
    Fixture f;
    QVERIFY(f.child<QWidget>("recordingLine")->isHidden());
    f.window.showSnapshot(recordingSnapshot());
    QVERIFY(f.child<QWidget>("recordingDot")->isVisible());
    QCOMPARE(f.child<QLabel>("recordingText")->text(), QStringLiteral("Recording to out.csv, 12,345 ticks, 1.2 MB"));
    ServerSnapshot done = recordingSnapshot();
    done.recording->state = Recording::State::Done;
    f.window.showSnapshot(done);
    QVERIFY(f.child<QWidget>("recordingDot")->isHidden());
    QVERIFY(f.child<QLabel>("recordingText")->text().startsWith(QStringLiteral("Recorded to out.csv")));
}

void TestWindowFiles::mnemonicsDifferWithinTheMenu()
{
    const Fixture f;
    QSet<QKeySequence> seen;
    for (const QAction *action : f.child<QMenu>("fileMenu")->actions()) {
        if (action->isSeparator())
            continue;
        const QKeySequence mnemonic = QKeySequence::mnemonic(action->text());
        QVERIFY2(!mnemonic.isEmpty(), qPrintable(action->text()));
        QVERIFY2(!seen.contains(mnemonic), qPrintable(action->text()));
        seen.insert(mnemonic);
    }
    QCOMPARE(seen.size(), 11);
}

TICKER_WIDGET_TEST(TestWindowFiles)
#include "tst_window_files.moc"
