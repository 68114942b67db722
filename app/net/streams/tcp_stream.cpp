// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/tcp_stream.h"

#include <QTcpSocket>

#include <utility>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace ticker {

namespace {
/// What is read at once. The kernel holds the rest, and so a client that sends faster than it is read waits.
constexpr qint64 socketReadAhead = 64 * 1024;
/// Tells the peer that nothing more comes and keeps reading (POSIX shutdown). Elsewhere starts a normal close.
void shutdownWriting(QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    if (socket.socketDescriptor() >= 0)
        ::shutdown(int(socket.socketDescriptor()), SHUT_WR);
#else
    socket.disconnectFromHost();
#endif
}

} // namespace

std::optional<AcceptedStream> TcpStream::accept(qintptr descriptor)
{
    auto socket = std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return std::nullopt;
    // Ticks are small and each is update: Nagle's algorithm would hold them back for up to 40 ms.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    AcceptedStream accepted{nullptr, socket->peerAddress(), socket->peerPort()};
    accepted.stream = std::make_unique<TcpStream>(std::move(socket));
    return accepted;
}

TcpStream::TcpStream(std::unique_ptr<QTcpSocket> socket) : m_socket(std::move(socket))
{
    m_socket->setReadBufferSize(socketReadAhead);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &TcpStream::passOn);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &TcpStream::onBytesWritten);
    // Queued: it may be emitted from within a call into the stream.
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &TcpStream::onDisconnected, Qt::QueuedConnection);
}

TcpStream::~TcpStream()
{
    tellMeter();
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // this may run beneath its own reading
}

void TcpStream::send(const QByteArray &bytes)
{
    // The peer may be gone already, of which onDisconnected() hears only later.
    if (!m_socket->isOpen())
        return;
    m_socket->write(bytes);
    m_counted.down += quint64(bytes.size());
    m_socket->flush();
    m_waits = m_socket->bytesToWrite() > 0;
}

bool TcpStream::isOver() const
{
    return m_socket->state() != QAbstractSocket::ConnectedState;
}

qint64 TcpStream::unsentBytes() const
{
    return m_socket->bytesToWrite();
}

void TcpStream::shutDownWriting()
{
    shutdownWriting(*m_socket);
}

void TcpStream::finish()
{
    m_socket->disconnectFromHost();
}

void TcpStream::abort()
{
    m_socket->abort();
}

void TcpStream::setReading(bool isWanted)
{
    m_reads = isWanted;
    if (m_reads && m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &TcpStream::passOn, Qt::QueuedConnection);
}

void TcpStream::unread(const QByteArray &bytes)
{
    m_unread = bytes + m_unread;
    QMetaObject::invokeMethod(this, &TcpStream::passOn, Qt::QueuedConnection);
}

void TcpStream::passOn()
{
    if (!m_reads || !m_receiver)
        return;
    const QByteArray arrived = m_socket->readAll();
    m_counted.up += quint64(arrived.size());
    const QByteArray bytes = std::exchange(m_unread, {}) + arrived;
    if (!bytes.isEmpty())
        m_receiver->bytesReceived(bytes);
}

void TcpStream::onBytesWritten()
{
    if (!m_waits || m_socket->bytesToWrite() > 0)
        return;
    m_waits = false;
    QMetaObject::invokeMethod(this, &TcpStream::reportDrained, Qt::QueuedConnection); // send() may be running
}

void TcpStream::reportDrained()
{
    if (m_receiver)
        m_receiver->streamDrained();
}

void TcpStream::onDisconnected()
{
    tellMeter();
    if (auto *receiver = std::exchange(m_receiver, nullptr))
        receiver->streamClosed();
}

} // namespace ticker

#include "moc_tcp_stream.cpp"
