// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/descriptor_stream.h"

#ifdef Q_OS_LINUX

#include "streams/tcp_counts.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ticker {

namespace {

/// What is read at once. The kernel holds the rest, and so a client that sends faster than it is read waits.
constexpr std::size_t readAhead = 16 * 1024;

/// Bytes taken, or -1 with errno as send(2) leaves it.
qint64 sendNow(int descriptor, QByteArrayView bytes)
{
    ssize_t taken = 0;
    do {
        taken = ::send(descriptor, bytes.data(), std::size_t(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (taken < 0 && errno == EINTR);
    return taken;
}

bool wouldWait(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK;
}

/// sendfile(2) has no MSG_NOSIGNAL.
void ignoreBrokenPipes()
{
    [[maybe_unused]] static const auto before = std::signal(SIGPIPE, SIG_IGN);
}

class KernelPath final : public FastPathSender
{
public:
    [[nodiscard]] qint64 send(qintptr descriptor, QByteArrayView bytes) const override
    {
        return std::max<qint64>(0, sendNow(int(descriptor), bytes));
    }
};

const KernelPath kernelPath;

} // namespace

std::optional<AcceptedStream> DescriptorStream::accept(int descriptor, int maxKernelUnsentBytes)
{
    auto stream = std::unique_ptr<DescriptorStream>(new DescriptorStream(descriptor));
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    auto *address = reinterpret_cast<sockaddr *>(&peer); // as the system calls want it
    if (::getpeername(descriptor, address, &size) != 0)
        return std::nullopt;
    // Ticks are small and each is update: Nagle's algorithm would hold them back for up to 40 ms.
    constexpr int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    // Without it who is slow is noticed only after megabytes.
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &maxKernelUnsentBytes, sizeof maxKernelUnsentBytes);
    // The port is at the same place in both families.
    const auto port = qFromBigEndian(reinterpret_cast<const sockaddr_in *>(&peer)->sin_port);
    return AcceptedStream{std::move(stream), QHostAddress(address), port};
}

DescriptorStream::DescriptorStream(int descriptor)
    : m_descriptor(descriptor), m_readable(new DescriptorWatch(descriptor, QSocketNotifier::Read, *this))
{
}

DescriptorStream::~DescriptorStream()
{
    closeDescriptor();
    m_readable->release();
}

// Out

void DescriptorStream::send(const QByteArray &bytes)
{
    if (m_descriptor < 0 || m_finishing || m_broken)
        return;
    if (!m_unsent.isEmpty()) {
        m_unsent += bytes;
        return;
    }
    const qint64 taken = sendNow(m_descriptor, bytes);
    if (taken == bytes.size())
        return;
    if (taken < 0 && !wouldWait(errno))
        m_broken = true;
    else
        keep(bytes.sliced(std::max<qint64>(0, taken)));
}

void DescriptorStream::keep(const QByteArray &bytes)
{
    m_unsent = bytes;
    watchWritable();
}

void DescriptorStream::watchWritable()
{
    if (m_writable)
        m_writable->setEnabled(true);
    else
        m_writable = new DescriptorWatch(m_descriptor, QSocketNotifier::Write, *this);
}

std::optional<qint64> DescriptorStream::sendFile(int file, qint64 from, qint64 size)
{
    Q_ASSERT(m_unsent.isEmpty());
    if (isOver())
        return -1;
    if (!std::exchange(m_sendsFiles, true)) {
        ignoreBrokenPipes();
        // sendfile(2) has no MSG_DONTWAIT either.
        ::fcntl(m_descriptor, F_SETFL, ::fcntl(m_descriptor, F_GETFL) | O_NONBLOCK);
    }
    off_t offset = from;
    const ssize_t taken = ::sendfile(m_descriptor, file, &offset, std::size_t(size));
    if (taken > 0)
        return taken;
    if (taken < 0 && (wouldWait(errno) || errno == EINTR)) {
        watchWritable();
        return 0;
    }
    if (taken < 0 && (errno == EINVAL || errno == ENOSYS || errno == EOVERFLOW))
        return std::nullopt; // not from such a file
    m_broken = m_broken || (taken < 0 && (errno == EPIPE || errno == ECONNRESET));
    return -1;
}

void DescriptorStream::sendUnsent()
{
    const qint64 taken = m_unsent.isEmpty() ? 0 : sendNow(m_descriptor, m_unsent);
    if (taken < 0 && wouldWait(errno))
        return;
    if (taken < 0) {
        m_broken = true;
        m_unsent.clear();
    } else {
        m_unsent.remove(0, taken);
    }
    if (!m_unsent.isEmpty())
        return;
    m_unsent = {};
    m_writable->setEnabled(false);
    if (m_finishing) {
        closeDescriptor();
        reportClosed();
    } else if (m_receiver) {
        m_receiver->streamDrained();
    }
}

FastPath DescriptorStream::fastPath() const
{
    if (m_descriptor < 0 || m_finishing || m_broken || !m_unsent.isEmpty())
        return {};
    return {&kernelPath, m_descriptor};
}

StreamBytes DescriptorStream::countedBytes() const
{
    return m_descriptor < 0 ? StreamBytes{} : tcpCounts(m_descriptor);
}

// In

void DescriptorStream::descriptorReady(QSocketNotifier::Type type)
{
    if (m_descriptor < 0)
        return;
    if (type == QSocketNotifier::Read)
        read();
    else
        sendUnsent();
}

void DescriptorStream::read()
{
    if (!m_unread.isEmpty())
        return passOnUnread();
    std::array<char, readAhead> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by the kernel
    const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (size > 0) {
        if (m_receiver)
            m_receiver->bytesReceived(QByteArrayView(buffer.data(), size));
    } else if (size == 0 || (!wouldWait(errno) && errno != EINTR)) {
        atEnd();
    }
}

/// A peer may have closed its own side only, and still read.
void DescriptorStream::atEnd()
{
    if (!m_unsent.isEmpty() && !m_broken) {
        m_finishing = true;
        m_readable->setEnabled(false);
    } else {
        closeDescriptor();
        reportClosed();
    }
}

void DescriptorStream::setReading(bool isWanted)
{
    if (m_descriptor < 0)
        return;
    m_readable->setEnabled(isWanted);
    if (isWanted && !m_unread.isEmpty())
        unread({});
}

void DescriptorStream::unread(const QByteArray &bytes)
{
    m_unread = bytes + m_unread;
    callLater(&DescriptorStream::passOnUnread);
}

void DescriptorStream::passOnUnread()
{
    if (m_descriptor < 0 || m_unread.isEmpty() || !m_readable->isEnabled() || !m_receiver)
        return;
    const QByteArray bytes = std::exchange(m_unread, {});
    m_receiver->bytesReceived(bytes);
}

// The end

void DescriptorStream::shutDownWriting()
{
    Q_ASSERT(m_unsent.isEmpty());
    if (m_descriptor >= 0)
        ::shutdown(m_descriptor, SHUT_WR);
}

void DescriptorStream::finish()
{
    if (m_unsent.isEmpty())
        closeAndReportLater();
    else
        m_finishing = true;
}

void DescriptorStream::abort()
{
    if (m_descriptor < 0)
        return;
    // What the kernel still has for a client that does not read would stay there for minutes.
    const linger drop{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &drop, sizeof drop);
    closeAndReportLater();
}

void DescriptorStream::closeAndReportLater()
{
    if (m_descriptor < 0)
        return;
    closeDescriptor();
    callLater(&DescriptorStream::reportClosed);
}

/// From the event loop, if there is still a stream by then.
void DescriptorStream::callLater(void (DescriptorStream::*function)())
{
    const auto call = [watch = m_readable, function] {
        if (auto *stream = static_cast<DescriptorStream *>(watch->owner()))
            (stream->*function)();
    };
    QMetaObject::invokeMethod(m_readable, call, Qt::QueuedConnection);
}

void DescriptorStream::closeDescriptor()
{
    if (m_descriptor < 0)
        return;
    tellMeter();
    m_readable->setEnabled(false);
    if (m_writable)
        std::exchange(m_writable, nullptr)->release();
    ::close(std::exchange(m_descriptor, -1));
    m_unread = {};
    m_unsent = {};
}

void DescriptorStream::reportClosed()
{
    if (auto *receiver = std::exchange(m_receiver, nullptr))
        receiver->streamClosed();
}

} // namespace ticker

#endif // Q_OS_LINUX
