// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_commands.h"
#include "replay/replay_source.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;

using Kind = FileCommand::Kind;
using State = Recording::State;

namespace {

/// The numbers of the ticks in a file of ticks, as they come.
QList<quint64> seqsOf(const QString &path)
{
    auto opened = ReplaySource::open(path, {QStringLiteral("HEAD")});
    if (!opened)
        return {};
    ReplaySource source = opened.takeValue();
    QList<quint64> seqs;
    for (;;) {
        const auto tick = source.next();
        if (!tick || !*tick)
            break;
        seqs.append((*tick)->seq);
    }
    return seqs;
}

} // namespace

/// What goes out is written to files while the server runs, as the window says.
class TestRecordings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoCompleteFiles();
    void oneAtATime();
    void replacesOnlyWhatWasAskedFor();
    void cannotBeWritten();
    void theEndOfTheServerCompletesIt();
    void goesOnWhenTheMarketChanges();

private:
    /// Records for some ticks; how many ticks it says it wrote.
    static std::optional<quint64> record(FileServer &server, const QString &path)
    {
        if (!server.execute(Kind::Record, path).why.isEmpty() || !server.ticksGoOn(10)
            || !server.execute(Kind::StopRecording).why.isEmpty())
            return std::nullopt;
        const auto isDone = [&] {
            const auto &recording = server.snapshot().recording;
            return recording && recording->path == path && recording->state == State::Done;
        };
        if (!QTest::qWaitFor(isDone, FileServer::patienceMs))
            return std::nullopt;
        return server.snapshot().recording->ticks;
    }
};

void TestRecordings::twoCompleteFiles()
{
    FileServer server;
    QVERIFY(!server.snapshot().recording);
    quint64 last = 0;
    for (const QString &name : {QStringLiteral("one.csv"), QStringLiteral("two.csv")}) {
        const QString path = server.path(name);
        const auto ticks = record(server, path);
        QVERIFY(ticks && *ticks >= 10);
        QVERIFY(!QFile::exists(path + QStringLiteral(".part")));
        QCOMPARE(quint64(server.read(name).size()), server.snapshot().recording->bytes);
        const QList<quint64> seqs = seqsOf(path);
        QCOMPARE(quint64(seqs.size()), *ticks);
        QCOMPARE(seqs.last() - seqs.first() + 1, *ticks); // none is missing
        QVERIFY(seqs.first() > last);
        last = seqs.last();
    }
    QVERIFY(server.execute(Kind::StopRecording).why.isEmpty()); // there is none
}

void TestRecordings::oneAtATime()
{
    FileServer server;
    const QString path = server.path(QStringLiteral("one.csv"));
    QVERIFY(server.execute(Kind::Record, path).why.isEmpty());
    QTRY_VERIFY(server.snapshot().recording && server.snapshot().recording->state == State::Writing);
    const QString why = server.execute(Kind::Record, server.path(QStringLiteral("two.csv"))).why.english();
    QVERIFY2(why.contains(QStringLiteral("one.csv")), qPrintable(why));
    QVERIFY(!QFile::exists(server.path(QStringLiteral("two.csv.part"))));
    const quint64 ticks = server.snapshot().recording->ticks;
    QTRY_VERIFY(server.snapshot().recording->ticks > ticks);
}

void TestRecordings::replacesOnlyWhatWasAskedFor()
{
    FileServer server;
    const QString path = server.write(QStringLiteral("old.csv"), "old");
    QVERIFY(record(server, path)); // the window asked
    QVERIFY(server.read(QStringLiteral("old.csv")).startsWith("time,seq"));

    // Nobody was asked about what a recording that was cut off has left.
    server.write(QStringLiteral("new.csv.part"), "rest");
    const QString why = server.execute(Kind::Record, server.path(QStringLiteral("new.csv"))).why.english();
    QVERIFY2(why.contains(QStringLiteral("new.csv.part")), qPrintable(why));
    QCOMPARE(server.read(QStringLiteral("new.csv.part")), QByteArray("rest"));
    QVERIFY(server.ticksGoOn());
}

void TestRecordings::cannotBeWritten()
{
    FileServer server;
    for (const QString &path : {server.path(QStringLiteral("no/such/folder.csv")), server.path(QStringLiteral("."))}) {
        const FileResult answer = server.execute(Kind::Record, path);
        QCOMPARE(answer.command, (FileCommand{Kind::Record, path}));
        QVERIFY(!answer.why.isEmpty());
        QVERIFY2(!answer.why.english().contains(path), qPrintable(answer.why.english())); // whoever tells it adds it
    }
    QVERIFY(server.ticksGoOn());
    QVERIFY(!server.snapshot().recording);
}

void TestRecordings::theEndOfTheServerCompletesIt()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("end.csv"));
    {
        FileServer server;
        QVERIFY(server.execute(Kind::Record, path).why.isEmpty());
        QVERIFY(server.ticksGoOn());
        QVERIFY(!QFile::exists(path));
    }
    QVERIFY(seqsOf(path).size() >= 5);
}

void TestRecordings::goesOnWhenTheMarketChanges()
{
    FileServer server;
    QVERIFY(server.execute(Kind::Record, server.path(QStringLiteral("both.csv"))).why.isEmpty());
    QVERIFY(server.ticksGoOn());
    QVERIFY(server.execute(Kind::Play, server.write(QStringLiteral("t.csv"), secondsOfTicks(50))).why.isEmpty());
    server.controlPlayback({{}, 1000, {}, {}});
    QTRY_VERIFY(server.snapshot().playback && server.snapshot().playback->ended);
    QVERIFY(server.execute(Kind::StopRecording).why.isEmpty());
    QTRY_COMPARE(server.snapshot().recording->state, State::Done);
    const QByteArray text = server.read(QStringLiteral("both.csv"));
    QVERIFY(text.contains(",ACME,"));
    QCOMPARE(text.count(",FILE,"), 50);
}

TICKER_CORE_TEST(TestRecordings)
#include "tst_recordings.moc"
