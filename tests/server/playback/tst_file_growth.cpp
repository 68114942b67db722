// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_commands.h"
#include "ticker_test.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace ticker;
using namespace ticker::test;

using Kind = FileCommand::Kind;

namespace {

/// The writing end of a named pipe that somebody reads.
class PipeWriter final
{
public:
    explicit PipeWriter(const QString &path)
        : m_descriptor(::open(QFile::encodeName(path).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC))
    {
        if (m_descriptor < 0)
            qFatal("nobody reads %s", qPrintable(path));
    }
    ~PipeWriter() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(PipeWriter)

    void write(const QByteArray &bytes) const
    {
        if (::write(m_descriptor, bytes.constData(), std::size_t(bytes.size())) != bytes.size())
            qFatal("cannot write to the pipe");
    }

private:
    int m_descriptor;
};

QByteArray line(int time)
{
    return QByteArray::number(time) + ",FILE," + QByteArray::number(time) + '\n';
}

} // namespace

/// A running server that plays what comes while it plays.
class FileGrowthTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void othersAreServedWhileAPipeHasNoWriter();
    void waitingIsStopped();
    void aPipePlays();
    void aPipeOfAWriterThatPauses();
    void aFileIsFollowed();
    void aFollowedFileIsTruncated();

private:
    static QString makePipe(FileServer &server)
    {
        const QString path = server.path(QStringLiteral("a pipe"));
        if (::mkfifo(QFile::encodeName(path).constData(), 0600) != 0)
            qFatal("no pipe");
        return path;
    }
    static QJsonObject replay(FileServer &server) { return server.status().value(QStringLiteral("replay")).toObject(); }
    static std::optional<double> price(FileServer &server) { return server.snapshot().featuredPrice; }
    static FileReading following()
    {
        FileReading reading;
        reading.follow = true;
        return reading;
    }
};

void FileGrowthTest::othersAreServedWhileAPipeHasNoWriter()
{
    FileServer server;
    QSignalSpy reports(server.running().server(), &TickerServer::reported);
    QSignalSpy answers(server.running().server(), &TickerServer::answered);
    const QString path = makePipe(server);
    server.send(Kind::Open, path);
    QTRY_VERIFY(server.snapshot().opening);
    QVERIFY(server.snapshot().opening->isAwaited);
    QCOMPARE(reports.first().first().value<LocalizedText>().english(),
             QStringLiteral("a pipe is played as soon as its first lines have come."));
    QVERIFY(server.ticksGoOn());
    QVERIFY(answers.isEmpty());
    QCOMPARE(server.status()[QStringLiteral("opening")][QStringLiteral("progress")].toDouble(-1), 0.0);
    {
        const PipeWriter writer(path);
        writer.write(secondsOfTicks(3));
    }
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(answers.first().first().value<FileResult>(), (FileResult{{Kind::Play, path}, {}}));
    QTRY_COMPARE(price(server), std::optional(1.0));
}

void FileGrowthTest::waitingIsStopped()
{
    FileServer server;
    QSignalSpy answers(server.running().server(), &TickerServer::answered);
    server.send(Kind::Play, makePipe(server));
    QTRY_VERIFY(server.snapshot().opening);
    server.send(Kind::LeaveFile);
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(answers[0].first().value<FileResult>().why.english(), QStringLiteral("Opening was stopped."));
    QVERIFY(server.ticksGoOn());
}

/// To its end, and from the start again.
void FileGrowthTest::aPipePlays()
{
    FileServer server;
    QSignalSpy reports(server.running().server(), &TickerServer::reported);
    const QString path = makePipe(server);
    server.send(Kind::Play, path);
    QTRY_VERIFY(server.snapshot().opening);
    {
        const PipeWriter writer(path);
        writer.write(secondsOfTicks(3) + "nonsense\n");
    }
    QTRY_COMPARE(price(server), std::optional(1.0));
    PlaybackCommand seek;
    seek.seek = 0.5;
    seek.speed = 1000;
    server.controlPlayback(seek);
    QTRY_COMPARE(server.status().value(QStringLiteral("state")).toString(), QStringLiteral("ended"));
    QTRY_COMPARE(price(server), std::optional(3.0));
    QCOMPARE(replay(server).value(QStringLiteral("skippedLines")).toInt(), 1);
    QCOMPARE(replay(server).value(QStringLiteral("following")).toBool(true), false);
    const auto told = [&] {
        return std::ranges::any_of(reports, [](const QList<QVariant> &report) {
            return report.first().value<LocalizedText>().english().startsWith(QLatin1String("a pipe: "));
        });
    };
    QTRY_VERIFY(told());
    PlaybackCommand loop;
    loop.loop = true;
    server.controlPlayback(loop);
    QVERIFY(server.ticksGoOn(20));
}

/// What comes is played at once.
void FileGrowthTest::aPipeOfAWriterThatPauses()
{
    FileServer server;
    const QString path = makePipe(server);
    server.send(Kind::Play, path);
    QTRY_VERIFY(server.snapshot().opening);
    const PipeWriter writer(path);
    writer.write("time,symbol,price\n" + line(1));
    QTRY_COMPARE(price(server), std::optional(1.0));
    for (int time = 2; time < 10; ++time) { // which is never due later than it comes, after the first of them
        writer.write(QByteArray::number(1 + time / 10.0) + ",FILE," + QByteArray::number(time) + '\n');
        QTRY_COMPARE(price(server), std::optional(double(time)));
        QCOMPARE(server.status().value(QStringLiteral("state")).toString(), QStringLiteral("running"));
    }
}

void FileGrowthTest::aFileIsFollowed()
{
    FileServer server;
    const QString path = server.write(QStringLiteral("t.csv"), "time,symbol,price\n" + line(1));
    QVERIFY(server.execute(Kind::Play, path, following()).why.isEmpty());
    QTRY_COMPARE(price(server), std::optional(1.0));
    PlaybackCommand fast;
    fast.speed = 1000;
    server.controlPlayback(fast);
    QTRY_COMPARE(server.snapshot().playback->speed, 1000.0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
    for (int time = 2; time < 10; ++time) {
        file.write(line(time).chopped(2));
        file.write(line(time).last(2));
        QTRY_COMPARE(price(server), std::optional(double(time)));
        QCOMPARE(server.status().value(QStringLiteral("state")).toString(), QStringLiteral("running"));
        QVERIFY(replay(server).value(QStringLiteral("following")).toBool());
    }
    QCOMPARE(replay(server).value(QStringLiteral("from")).toInteger(), 1000);
    QVERIFY(replay(server).value(QStringLiteral("to")).isNull());
    PlaybackCommand back;
    back.seek = 0.0;
    const qint64 before = server.seq();
    server.controlPlayback(back);
    QTRY_COMPARE(server.seq(), before + 9);
    PlaybackCommand end;
    end.seek = 1.0;
    server.controlPlayback(end);
    file.write(line(100'000));
    QTRY_COMPARE(price(server), std::optional(100'000.0));
    PlaybackCommand loop;
    loop.loop = true;
    server.controlPlayback(loop);
    QVERIFY(!replay(server).value(QStringLiteral("loop")).toBool());
}

void FileGrowthTest::aFollowedFileIsTruncated()
{
    FileServer server;
    const QString path = server.write(QStringLiteral("t.csv"), "time,symbol,price\n" + line(1));
    QVERIFY(server.execute(Kind::Play, path, following()).why.isEmpty());
    QTRY_COMPARE(price(server), std::optional(1.0));
    QVERIFY(QFile::resize(path, 0));
    QTRY_COMPARE(server.status().value(QStringLiteral("state")).toString(), QStringLiteral("failed"));
    QCOMPARE(replay(server).value(QStringLiteral("error")).toString(),
             QStringLiteral("t.csv was truncated after it was opened."));
}

TICKER_CORE_TEST(FileGrowthTest)
#include "tst_file_growth.moc"
