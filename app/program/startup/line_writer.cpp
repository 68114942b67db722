// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/line_writer.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <limits>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace ticker {

namespace {

/// If poll() says that a pipe can be written to, it has room for so much (PIPE_BUF), and the call does not block.
constexpr qsizetype mostBytesOfAWrite = 4096;

quint64 linesIn(const QByteArray &text)
{
    return quint64(text.count('\n'));
}

/// A thread without signals, so that handlers run where they did before.
std::thread startThread(const std::function<void()> &run)
{
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    std::thread thread(run);
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return thread;
}

} // namespace

/// What both threads use.
struct LineWriter::Shared final
{
    Shared(int output, bool closesOutput, Limits someLimits)
        : descriptor(output), closes(closesOutput), limits(someLimits)
    {
    }
    ~Shared()
    {
        if (closes)
            ::close(descriptor);
        if (wakeUp >= 0)
            ::close(wakeUp);
    }
    Shared(const Shared &) = delete;
    Shared &operator=(const Shared &) = delete;

    // The writer's thread
    void run();
    [[nodiscard]] std::optional<QByteArray> takeLines();
    [[nodiscard]] int writeAll(QByteArrayView bytes);
    [[nodiscard]] bool waitForReader() const;
    void fail(int reason);
    void end();

    const int descriptor;
    const bool closes;
    const Limits limits;
    /// Readable once it is to finish, for a thread that waits for a reader.
    const int wakeUp = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);

    std::mutex mutex; ///< For all that follows.
    std::condition_variable changed;
    std::deque<QByteArray> waiting;
    qsizetype waitingBytes = 0;
    quint64 written = 0; ///< Bytes, to see whether somebody reads.
    quint64 lost = 0;    ///< Lines that were left out and not told of.
    bool finishing = false;
    bool ended = false;
    int error = 0; ///< errno
    LostText lostText;
    FailureHandler onFailure;
    std::thread thread; ///< From the first line on.
};

void LineWriter::Shared::run()
{
    while (const auto lines = takeLines()) {
        const int reason = writeAll(*lines);
        if (reason == 0)
            continue;
        fail(reason);
        break;
    }
    end();
}

/// Nothing: it is to finish, and all is written.
std::optional<QByteArray> LineWriter::Shared::takeLines()
{
    std::unique_lock lock(mutex);
    changed.wait(lock, [this] { return finishing || !waiting.empty() || lost > 0; });
    if (!waiting.empty()) {
        QByteArray lines = std::move(waiting.front());
        waiting.pop_front();
        waitingBytes -= lines.size();
        return lines;
    }
    if (lost > 0)
        return lostText ? lostText(std::exchange(lost, 0)) : (lost = 0, QByteArray());
    return std::nullopt;
}

/// 0 or errno.
int LineWriter::Shared::writeAll(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (!waitForReader())
            return ETIMEDOUT;
        const ssize_t count = ::write(descriptor, bytes.data(), std::size_t(std::min(bytes.size(), mostBytesOfAWrite)));
        if (count < 0) {
            if (errno == EINTR || errno == EAGAIN)
                continue;
            return errno;
        }
        bytes = bytes.sliced(count);
        const std::lock_guard lock(mutex);
        written += quint64(count);
        changed.notify_all();
    }
    return 0;
}

/// False: it is to finish, and nobody reads.
bool LineWriter::Shared::waitForReader() const
{
    pollfd polled[]{{descriptor, POLLOUT, 0}, {wakeUp, POLLIN, 0}};
    for (;;) {
        const bool isLastTry = polled[1].revents != 0;
        const int count = ::poll(polled, isLastTry ? 1 : 2, isLastTry ? int(limits.patience.count()) : -1);
        if (count < 0 && errno != EINTR)
            return true; // writing says what is wrong
        if (polled[0].revents != 0)
            return true;
        if (isLastTry && count == 0)
            return false;
    }
}

void LineWriter::Shared::fail(int reason)
{
    const std::lock_guard lock(mutex);
    error = reason;
    waiting.clear();
    waitingBytes = 0;
    if (onFailure)
        onFailure(reason);
    onFailure = {};
}

void LineWriter::Shared::end()
{
    const std::lock_guard lock(mutex);
    ended = true;
    changed.notify_all();
}

std::shared_ptr<LineWriter> LineWriter::to(int descriptor, Limits limits)
{
    return std::shared_ptr<LineWriter>(new LineWriter(descriptor, false, limits));
}

std::shared_ptr<LineWriter> LineWriter::owning(int descriptor, Limits limits)
{
    return std::shared_ptr<LineWriter>(new LineWriter(descriptor, true, limits));
}

LineWriter::LineWriter(int descriptor, bool closes, Limits limits)
    : m_shared(std::make_shared<Shared>(descriptor, closes, limits))
{
}

LineWriter::~LineWriter()
{
    finish();
}

void LineWriter::write(const QByteArray &lines)
{
    Q_ASSERT(lines.endsWith('\n'));
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->error != 0 || m_shared->finishing)
        return;
    if (!m_shared->thread.joinable())
        m_shared->thread = startThread([shared = m_shared] { shared->run(); });
    // After a line that was left out, the next ones are, too, until that has been told: the order is kept.
    if (m_shared->lost > 0 || m_shared->waitingBytes + lines.size() > m_shared->limits.mostWaitingBytes) {
        m_shared->lost += linesIn(lines);
    } else {
        m_shared->waitingBytes += lines.size();
        m_shared->waiting.push_back(lines);
    }
    m_shared->changed.notify_all();
}

void LineWriter::setLostText(LostText text)
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->lostText = std::move(text);
}

void LineWriter::setFailureHandler(FailureHandler handler)
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->error == 0)
        m_shared->onFailure = std::move(handler);
    else if (handler)
        handler(m_shared->error);
}

void LineWriter::finish()
{
    std::unique_lock lock(m_shared->mutex);
    if (m_shared->finishing)
        return;
    m_shared->finishing = true;
    m_shared->onFailure = {}; // who asked for it may be gone
    if (!m_shared->thread.joinable())
        return;
    m_shared->changed.notify_all();
    const quint64 one = 1;
    [[maybe_unused]] const ssize_t woken = ::write(m_shared->wakeUp, &one, sizeof one);

    // The thread gives up by itself, unless the system holds it: a pipe that others write to, too, or a dead disk.
    const auto grace = 2 * m_shared->limits.patience;
    for (quint64 seen = std::numeric_limits<quint64>::max(); !m_shared->ended && seen != m_shared->written;) {
        seen = m_shared->written;
        m_shared->changed.wait_for(lock, grace, [&] { return m_shared->ended || m_shared->written != seen; });
    }
    const bool ended = m_shared->ended;
    std::thread thread = std::move(m_shared->thread);
    lock.unlock();
    if (ended)
        thread.join();
    else
        thread.detach();
}

} // namespace ticker
