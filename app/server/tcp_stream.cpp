// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tcp_stream.h"

#include <QTcpSocket>

#include <utility>

namespace ticker {

namespace {
/// What is read at once. The kernel holds the rest, and so a client that sends faster than it is read waits.
constexpr qint64 readAhead = 64 * 1024;
} // namespace

TcpStream::TcpStream(std::unique_ptr<QTcpSocket> socket) : m_socket(std::move(socket))
{
    m_socket->setReadBufferSize(readAhead);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &TcpStream::onReadyRead);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &TcpStream::onBytesWritten);
    // Queued: it may be emitted from within a call into the stream.
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &TcpStream::onDisconnected, Qt::QueuedConnection);
    if (m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &TcpStream::onReadyRead, Qt::QueuedConnection);
}

TcpStream::~TcpStream()
{
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
    m_socket->flush();
    m_waits = m_socket->bytesToWrite() > 0;
}

qint64 TcpStream::unsentBytes() const
{
    return m_socket->bytesToWrite();
}

void TcpStream::finish()
{
    m_socket->disconnectFromHost();
}

void TcpStream::abort()
{
    m_socket->abort();
}

void TcpStream::onReadyRead()
{
    const QByteArray bytes = m_socket->readAll();
    if (m_receiver && !bytes.isEmpty())
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
    if (auto *receiver = std::exchange(m_receiver, nullptr))
        receiver->streamClosed();
}

} // namespace ticker
