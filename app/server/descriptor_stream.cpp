// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "descriptor_stream.h"

#ifdef Q_OS_LINUX

#include <QTcpSocket>

#include <algorithm>
#include <array>
#include <utility>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
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

class KernelPath final : public DirectPath
{
public:
    [[nodiscard]] qint64 send(qintptr descriptor, QByteArrayView bytes) const override
    {
        return std::max<qint64>(0, sendNow(int(descriptor), bytes));
    }
};

const KernelPath kernelPath;

} // namespace

std::unique_ptr<DescriptorStream> DescriptorStream::takeFrom(QTcpSocket &socket, int maxKernelUnsentBytes)
{
    const int descriptor = ::fcntl(int(socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0)
        return nullptr;
    const QByteArray received = socket.readAll();
    socket.abort(); // closes its own descriptor; the connection lives on
    // Without it only later is noticed who is slow.
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NOTSENT_LOWAT, &maxKernelUnsentBytes, sizeof maxKernelUnsentBytes);
    auto stream = std::unique_ptr<DescriptorStream>(new DescriptorStream(descriptor));
    if (!received.isEmpty())
        stream->passOnLater(received);
    return stream;
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
    if (m_writable)
        m_writable->setEnabled(true);
    else
        m_writable = new DescriptorWatch(m_descriptor, QSocketNotifier::Write, *this);
}

void DescriptorStream::sendUnsent()
{
    const qint64 taken = sendNow(m_descriptor, m_unsent);
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

DirectLane DescriptorStream::lane() const
{
    if (m_descriptor < 0 || m_finishing || m_broken || !m_unsent.isEmpty())
        return {};
    return {&kernelPath, m_descriptor};
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
    std::array<char, readAhead> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by the kernel
    const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (size > 0) {
        if (m_receiver)
            m_receiver->bytesReceived(QByteArrayView(buffer.data(), size));
    } else if (size == 0 || (!wouldWait(errno) && errno != EINTR)) {
        closeDescriptor();
        reportClosed();
    }
}

void DescriptorStream::passOnLater(const QByteArray &bytes)
{
    QMetaObject::invokeMethod(
        m_readable,
        [watch = m_readable, bytes] {
            auto *stream = static_cast<DescriptorStream *>(watch->owner());
            if (stream && stream->m_receiver)
                stream->m_receiver->bytesReceived(bytes);
        },
        Qt::QueuedConnection);
}

// The end

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
    QMetaObject::invokeMethod(
        m_readable,
        [watch = m_readable] {
            if (auto *stream = static_cast<DescriptorStream *>(watch->owner()))
                stream->reportClosed();
        },
        Qt::QueuedConnection);
}

void DescriptorStream::closeDescriptor()
{
    if (m_descriptor < 0)
        return;
    m_readable->setEnabled(false);
    if (m_writable)
        std::exchange(m_writable, nullptr)->release();
    ::close(std::exchange(m_descriptor, -1));
    m_unsent = {};
}

void DescriptorStream::reportClosed()
{
    if (auto *receiver = std::exchange(m_receiver, nullptr))
        receiver->streamClosed();
}

} // namespace ticker

#endif // Q_OS_LINUX
