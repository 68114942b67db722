// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/export_controller.h"
#include "ticker_test.h"
#include "window/main_window.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QProgressDialog>
#include <QTemporaryDir>

using namespace ticker;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

struct Fixture final
{
    Fixture() { window.applySettings({}); }

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    [[nodiscard]] QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }
    void play(const QString &file, const FileReading &reading = {})
    {
        ServerSnapshot snapshot;
        snapshot.playback.emplace();
        snapshot.playback->path = file;
        snapshot.playback->reading = reading;
        snapshot.headlineSymbol = QStringLiteral("SEEN");
        controller.showSnapshot(snapshot);
    }
    [[nodiscard]] bool isOffered() const
    {
        return window.findChild<QMenu *>(QStringLiteral("exportFileMenu"))->menuAction()->isEnabled();
    }
    /// Chooses an entry of the menu, and then a file.
    void exportTo(const char *action, const QString &file)
    {
        window.findChild<QAction *>(QString::fromLatin1(action))->trigger();
        auto *dialog = window.findChild<QFileDialog *>(QStringLiteral("exportFileDialog"));
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file);
        dialog->reject();
    }
    [[nodiscard]] bool hasNotice(const QString &text) const
    {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->text().contains(text); });
    }

    QTemporaryDir folder;
    MainWindow window;
    ExportController controller{&window};
};

} // namespace

/// The export in the window's menu File.
class ExportControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOfferedForAFile();
    void ticksAndBars();
    void replacesAFile();
    void cannotBeDone();
    void isStopped();
    void dialogGoesWithTheWindow();
};

void ExportControllerTest::isOfferedForAFile()
{
    Fixture fixture;
    QVERIFY(!fixture.isOffered());
    ServerSnapshot snapshot;
    snapshot.recording.emplace();
    fixture.controller.showSnapshot(snapshot);
    QVERIFY(!fixture.isOffered()); // it is written still
    snapshot.recording->state = Recording::State::Done;
    fixture.controller.showSnapshot(snapshot);
    snapshot.recording->path = fixture.path("recording.csv");
    fixture.controller.showSnapshot(snapshot);
    QVERIFY(fixture.isOffered());
    fixture.controller.showSnapshot({});
    QVERIFY(!fixture.isOffered());
    fixture.play(fixture.path("played.csv"));
    QVERIFY(fixture.isOffered());
}

void ExportControllerTest::ticksAndBars()
{
    Fixture fixture;
    FileReading reading;
    reading.timeZone = "Europe/Berlin";
    reading.point = ',';
    fixture.play(fixture.write("ticks 1.csv", "time;price\n2026-01-05 10:30:00;1,500\n2026-01-05 10:30:01;2,250\n"),
                 reading);
    const QString ticks = fixture.path("out.csv");
    fixture.exportTo("exportTicksAction", ticks);
    QTRY_VERIFY(fixture.hasNotice(QStringLiteral("Exported 2 rows to ") + ticks));
    QCOMPARE(contents(ticks),
             QByteArray("time,symbol,price,size\n2026-01-05T09:30:00Z,SEEN,1.500,1\n"
                        "2026-01-05T09:30:01Z,SEEN,2.250,1\n"));
    QVERIFY(fixture.isOffered());
    const QString bars = fixture.path("bars.csv");
    fixture.exportTo("exportBarsAction5m", bars);
    QTRY_VERIFY(fixture.hasNotice(QStringLiteral("Exported 1 rows to ") + bars));
    QCOMPARE(contents(bars),
             QByteArray("time,symbol,open,high,low,close,volume,ticks\n"
                        "2026-01-05T09:30:00Z,SEEN,1.500,2.250,1.500,2.250,2,2\n"));
}

void ExportControllerTest::replacesAFile()
{
    Fixture fixture;
    const QString file = fixture.write("played.csv", "time,price\n1,5\n");
    fixture.play(file);
    fixture.exportTo("exportTicksAction", file); // the dialog has asked
    QTRY_VERIFY(fixture.hasNotice(QStringLiteral("Exported 1 rows")));
    QCOMPARE(contents(file), QByteArray("time,symbol,price,size\n1970-01-01T00:00:01Z,SEEN,5,1\n"));
    const QString part = fixture.write("played.csv.part", "precious");
    fixture.exportTo("exportTicksAction", file);
    QTRY_VERIFY(fixture.hasNotice(part + QStringLiteral(" already exists. Move it away first.")));
    QCOMPARE(contents(part), QByteArray("precious"));
}

void ExportControllerTest::cannotBeDone()
{
    Fixture fixture;
    fixture.play(fixture.path("gone.csv"));
    fixture.exportTo("exportTicksAction", fixture.path("out.txt"));
    QVERIFY(fixture.hasNotice(QStringLiteral("the name must end in .csv, .jsonl, .csv.gz or .jsonl.gz")));
    fixture.exportTo("exportTicksAction", fixture.path("out.csv"));
    QTRY_VERIFY(fixture.hasNotice(QStringLiteral("This file does not exist.")));
    QVERIFY(QDir(fixture.folder.path()).isEmpty());
}

void ExportControllerTest::isStopped()
{
    Fixture fixture;
    QByteArray lines("time,price\n");
    for (int i = 0; i < 2'000'000; ++i)
        lines += QByteArray::number(i) + ",1\n";
    fixture.play(fixture.write("long.csv", lines));
    fixture.exportTo("exportTicksAction", fixture.path("out.jsonl.gz"));
    QVERIFY(!fixture.isOffered());
    auto *progress = fixture.window.findChild<QProgressDialog *>(QStringLiteral("exportFileProgress"));
    QTRY_VERIFY(progress->value() > 0);
    Q_EMIT progress->canceled(); // as its button does
    QTRY_VERIFY(fixture.hasNotice(QStringLiteral("The export was stopped.")));
    QVERIFY(fixture.isOffered());
    QCOMPARE(QDir(fixture.folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("long.csv")});
}

void ExportControllerTest::dialogGoesWithTheWindow()
{
    Fixture fixture;
    fixture.play(fixture.write("first.csv", "time,price\n1,5\n"));
    fixture.window.setTrayActive(true);
    fixture.window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&fixture.window));
    fixture.window.findChild<QAction *>(QStringLiteral("exportTicksAction"))->trigger();
    QPointer<QFileDialog> dialog = fixture.window.findChild<QFileDialog *>(QStringLiteral("exportFileDialog"));
    QVERIFY(dialog && dialog->selectedFiles().first().endsWith(QStringLiteral("/first_export.csv")));
    fixture.play(fixture.path("another.csv")); // it is about the first one still
    Q_EMIT dialog->fileSelected(fixture.path("out.csv"));
    QTRY_VERIFY(fixture.hasNotice(QStringLiteral("Exported 1 rows")));
    fixture.window.hide();
    QTRY_VERIFY(!dialog);
}

TICKER_WIDGET_TEST(ExportControllerTest)
#include "tst_export_controller.moc"
