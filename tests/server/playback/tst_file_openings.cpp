// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_commands.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;

using Kind = FileCommand::Kind;

namespace {

/// Large enough that it is not read as a whole at once.
QByteArray newestFirst(int seconds = 300'000)
{
    QByteArray bytes("time,symbol,price\n");
    for (int i = seconds; i > 0; --i)
        bytes += QByteArray::number(i) + ",FILE," + QByteArray::number(i % 1000 + 1) + '\n';
    return bytes;
}

/// A date that can be read in two ways on each line.
QByteArray openDates()
{
    QByteArray bytes("date,time,price\n");
    for (int i = 0; i < 300'000; ++i)
        bytes += "01/02/2024,10:00:00,5\n";
    return bytes;
}

} // namespace

/// A running server that is told to play files which must be read as a whole first.
class FileOpeningsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersAreServedMeanwhile();
    void isStopped();
    void anotherFileComesInstead();
    void cannotBePlayedAfterAll();
    void atTheStart();
    void failsAtTheStart();
    void endsMeanwhile();
};

void FileOpeningsTest::othersAreServedMeanwhile()
{
    FileServer server;
    QSignalSpy reports(server.running().server(), &TickerServer::reported);
    QSignalSpy answers(server.running().server(), &TickerServer::answered);
    const QString path = server.write(QStringLiteral("t.csv"), newestFirst(3'000'000));
    server.send(Kind::Play, path);
    QTRY_VERIFY(server.snapshot().opening);
    const QJsonObject status = server.status();
    QCOMPARE(status.value(QStringLiteral("headline")).toString(), QStringLiteral("ACME"));
    QVERIFY(status.value(QStringLiteral("replay")).isNull());
    const QJsonObject opening = status.value(QStringLiteral("opening")).toObject();
    QCOMPARE(opening.value(QStringLiteral("file")).toString(), QStringLiteral("t.csv"));
    QVERIFY(opening.value(QStringLiteral("progress")).isDouble());
    QVERIFY(answers.isEmpty());
    QCOMPARE(reports.first().first().value<LocalizedText>().english(),
             QStringLiteral("t.csv is not in the order of time. It is sorted first."));

    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, FileServer::patienceMs);
    const auto answer = answers.first().first().value<FileResult>();
    QCOMPARE(answer.command, (FileCommand{Kind::Play, path}));
    QVERIFY(answer.why.isEmpty());
    QTRY_VERIFY(server.snapshot().playback && !server.snapshot().opening);
    QCOMPARE(server.snapshot().symbols, QStringList{QStringLiteral("FILE")});
    QTRY_COMPARE(server.snapshot().featuredPrice, std::optional(2.0));
}

void FileOpeningsTest::isStopped()
{
    FileServer server;
    QSignalSpy answers(server.running().server(), &TickerServer::answered);
    const QString path = server.write(QStringLiteral("t.csv"), newestFirst());
    server.send(Kind::Play, path);
    server.send(Kind::LeaveFile); // is there before the file is open
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(answers[0].first().value<FileResult>().why.english(), QStringLiteral("Opening was stopped."));
    QVERIFY(answers[1].first().value<FileResult>().why.isEmpty());
    QTRY_VERIFY(!server.snapshot().playback);
    QVERIFY(server.ticksGoOn());
}

void FileOpeningsTest::anotherFileComesInstead()
{
    FileServer server;
    QSignalSpy answers(server.running().server(), &TickerServer::answered);
    const QString large = server.write(QStringLiteral("large.csv"), newestFirst());
    const QString path = server.write(QStringLiteral("small.csv"), secondsOfTicks(100));
    server.send(Kind::Open, large);
    server.send(Kind::Play, path);
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(answers[0].first().value<FileResult>().why.english(), QStringLiteral("Opening was stopped."));
    QCOMPARE(answers[1].first().value<FileResult>(), (FileResult{{Kind::Play, path}, {}}));
    QTRY_COMPARE(server.snapshot().featuredPrice, std::optional(1.0));
}

void FileOpeningsTest::cannotBePlayedAfterAll()
{
    FileServer server;
    const FileResult answer = server.execute(Kind::Play, server.write(QStringLiteral("t.csv"), openDates()));
    QVERIFY(answer.why.english().endsWith(QLatin1String("cannot be told; say so by --date-order")));
    QTRY_VERIFY(!server.snapshot().playback);
    QVERIFY(server.ticksGoOn());
}

void FileOpeningsTest::atTheStart()
{
    QTemporaryDir folder;
    ServerConfig config = livelyConfig();
    config.replay.file = folder.filePath(QStringLiteral("t.csv"));
    config.recordFile = folder.filePath(QStringLiteral("recorded.csv"));
    QFile ticks(config.replay.file);
    QVERIFY(ticks.open(QIODevice::WriteOnly));
    ticks.write(newestFirst());
    ticks.close();
    FileServer server(config); // until it listens
    QCOMPARE(server.status().value(QStringLiteral("headline")).toString(), QStringLiteral("FILE"));
    QTRY_VERIFY(server.snapshot().recording);
}

void FileOpeningsTest::failsAtTheStart()
{
    QTemporaryDir folder;
    ServerConfig config = livelyConfig();
    config.replay.file = folder.filePath(QStringLiteral("t.csv"));
    QFile ticks(config.replay.file);
    QVERIFY(ticks.open(QIODevice::WriteOnly));
    ticks.write(openDates());
    ticks.close();
    TickerServer server(config);
    QSignalSpy statuses(&server, &TickerServer::statusChanged);
    server.start();
    QTRY_COMPARE_WITH_TIMEOUT(statuses.size(), 1, FileServer::patienceMs);
    const auto status = statuses.first().first().value<ServerStatus>();
    QCOMPARE(status.state, ServerStatus::State::Failed);
    QCOMPARE(status.error->code, ServerError::Code::FileUnplayable);
}

/// The server stops while a file is opened, and nobody waits for it.
void FileOpeningsTest::endsMeanwhile()
{
    FileServer server;
    server.send(Kind::Play, server.write(QStringLiteral("t.csv"), newestFirst(3'000'000)));
    QTRY_VERIFY(server.snapshot().opening);
}

TICKER_CORE_TEST(FileOpeningsTest)
#include "tst_file_openings.moc"
