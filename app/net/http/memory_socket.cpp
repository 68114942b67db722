// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/memory_socket.h"

#include <QHostAddress>

#include <algorithm>
#include <cstring>

namespace ticker {

MemorySocket::MemorySocket(QObject *parent) : QTcpSocket(parent)
{
    setPeerAddress(QHostAddress(QHostAddress::LocalHost));
    setSocketState(QAbstractSocket::ConnectedState);
    setOpenMode(QIODevice::ReadWrite);
}

void MemorySocket::feed(const QByteArray &request)
{
    Q_ASSERT(m_position == m_input.size());
    m_input = request;
    m_position = 0;
    Q_EMIT readyRead();
}

void MemorySocket::hangUp()
{
    m_sink = nullptr;
    if (state() == QAbstractSocket::UnconnectedState)
        return;
    setSocketState(QAbstractSocket::UnconnectedState);
    Q_EMIT stateChanged(QAbstractSocket::UnconnectedState);
    Q_EMIT disconnected();
}

qint64 MemorySocket::bytesAvailable() const
{
    return QTcpSocket::bytesAvailable() + (m_input.size() - m_position);
}

bool MemorySocket::canReadLine() const
{
    return QTcpSocket::canReadLine() || m_input.indexOf('\n', m_position) >= 0;
}

void MemorySocket::disconnectFromHost()
{
    hangUp();
}

void MemorySocket::close()
{
    hangUp();
    QIODevice::close();
}

qint64 MemorySocket::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_input.size() - m_position);
    if (size == 0) // QIODevice::skip() asks for nothing, to nowhere
        return 0;
    std::memcpy(data, m_input.constData() + m_position, std::size_t(size));
    m_position += size;
    return size;
}

qint64 MemorySocket::readLineData(char *data, qint64 maxSize)
{
    return QIODevice::readLineData(data, maxSize);
}

qint64 MemorySocket::writeData(const char *data, qint64 size)
{
    if (m_sink)
        m_sink(QByteArrayView(data, size));
    return size;
}

} // namespace ticker

#include "moc_memory_socket.cpp"
