// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/line_writer.h"
#include "ticker_test.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <future>
#include <poll.h>
#include <unistd.h>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

/// A pipe that the test reads from, or leaves full.
class Pipe final
{
public:
    Pipe()
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC) != 0)
            qFatal("no pipe");
        ::fcntl(m_ends[0], F_SETFL, O_NONBLOCK);
    }
    ~Pipe()
    {
        closeReader();
        ::close(m_ends[1]);
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;

    [[nodiscard]] int input() const { return m_ends[1]; }
    void closeReader()
    {
        if (m_ends[0] >= 0)
            ::close(m_ends[0]);
        m_ends[0] = -1;
    }
    /// No byte more has room. How many it took.
    qsizetype fill()
    {
        ::fcntl(m_ends[1], F_SETFL, O_NONBLOCK);
        qsizetype count = 0;
        while (::write(m_ends[1], "\n", 1) == 1)
            ++count;
        ::fcntl(m_ends[1], F_SETFL, 0);
        return count;
    }
    /// Until it ends so.
    QByteArray readUntil(const QByteArray &end)
    {
        QByteArray bytes;
        pollfd polled{m_ends[0], POLLIN, 0};
        while (!bytes.endsWith(end) && ::poll(&polled, 1, 10'000) == 1) {
            std::array<char, 4096> piece{};
            const ssize_t count = ::read(m_ends[0], piece.data(), piece.size());
            if (count <= 0)
                break;
            bytes.append(piece.data(), count);
        }
        return bytes;
    }

private:
    std::array<int, 2> m_ends{-1, -1};
};

QByteArray lost(quint64 lines)
{
    return QByteArray::number(lines) + " lost\n";
}

} // namespace

class LineWriterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); }
    void keepsTheOrder();
    void writesAllBeforeItEnds();
    void fullPipeBlocksNobody();
    void lostLinesAreTold();
    void readerThatLeft();
    void failureBeforeTheHandler();
    void fullDisk();
    void closesWhatItOwns();
};

void LineWriterTest::keepsTheOrder()
{
    Pipe pipe;
    const auto writer = LineWriter::to(pipe.input());
    QByteArray expected;
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray line = "line " + QByteArray::number(i) + '\n';
        writer->write(line);
        expected += line;
    }
    QCOMPARE(pipe.readUntil("line 9999\n"), expected);
}

void LineWriterTest::writesAllBeforeItEnds()
{
    Pipe pipe;
    const QByteArray line = QByteArray(9'999, 'x') + '\n';
    {
        const auto writer = LineWriter::to(pipe.input());
        for (int i = 0; i < 5; ++i)
            writer->write(line);
    }
    QCOMPARE(pipe.readUntil(line).size(), 5 * line.size());
}

/// Neither whoever writes, nor whoever ends it.
void LineWriterTest::fullPipeBlocksNobody()
{
    Pipe pipe;
    const qsizetype before = pipe.fill();
    auto writer = LineWriter::to(pipe.input(), {.mostWaitingBytes = 1000, .patience = 10ms});
    for (int i = 0; i < 1000; ++i)
        writer->write("a line that has no room\n");
    writer.reset();
    pipe.closeReader();
    QVERIFY(before >= 4096);
}

void LineWriterTest::lostLinesAreTold()
{
    Pipe pipe;
    const qsizetype before = pipe.fill();
    const auto writer = LineWriter::to(pipe.input(), {.mostWaitingBytes = 20, .patience = 10s});
    writer->setLostText(&lost);
    writer->write("12345678\n");
    for (int i = 0; i < 20; ++i)
        writer->write("abcdefgh\nx\n");
    const QByteArray text = pipe.readUntil("lost\n").mid(before);
    QCOMPARE(text, "12345678\nabcdefgh\nx\n" + lost(2 * 19));
    writer->write("after\n");
    QCOMPARE(pipe.readUntil("after\n"), "after\n");
}

void LineWriterTest::readerThatLeft()
{
    Pipe pipe;
    const auto writer = LineWriter::to(pipe.input());
    std::promise<int> failure;
    std::atomic<int> failures = 0;
    writer->setFailureHandler([&](int error) {
        if (failures++ == 0)
            failure.set_value(error);
    });
    pipe.closeReader();
    writer->write("for nobody\n");
    QCOMPARE(failure.get_future().get(), EPIPE);
    for (int i = 0; i < 100; ++i)
        writer->write("for nobody\n");
    writer->finish();
    QCOMPARE(failures.load(), 1);
}

void LineWriterTest::failureBeforeTheHandler()
{
    const auto writer = LineWriter::owning(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    writer->write("nowhere\n");
    writer->finish();
    int error = 0;
    writer->setFailureHandler([&error](int reason) { error = reason; });
    QCOMPARE(error, EBADF);
}

void LineWriterTest::fullDisk()
{
    const int descriptor = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        QSKIP("there is no /dev/full");
    std::promise<int> failure;
    const auto writer = LineWriter::owning(descriptor);
    writer->setFailureHandler([&failure](int error) { failure.set_value(error); });
    writer->write("too much\n");
    QCOMPARE(failure.get_future().get(), ENOSPC);
}

void LineWriterTest::closesWhatItOwns()
{
    QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral("log")));
    const int descriptor = ::open(path.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    QVERIFY(descriptor >= 0);
    auto writer = LineWriter::owning(descriptor);
    writer->write("one\n");
    writer->finish();
    writer->write("after the end\n");
    writer.reset();
    QCOMPARE(::fcntl(descriptor, F_GETFD), -1);
    QFile file(QFile::decodeName(path));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "one\n");
}

TICKER_TEST(LineWriterTest)
#include "tst_line_writer.moc"
