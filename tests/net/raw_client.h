// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <optional>

namespace ticker::test {

/// An HTTP reply as it came over the wire.
struct RawReply final
{
    int status = 0;
    QByteArray head; ///< Status line and fields, lower case.
    QByteArray body;

    [[nodiscard]] QByteArray field(const QByteArray &name) const
    {
        const qsizetype at = head.indexOf("\r\n" + name.toLower() + ": ");
        if (at < 0)
            return {};
        const qsizetype from = at + name.size() + 4;
        return head.mid(from, head.indexOf("\r\n", from) - from);
    }
};

/// A TCP client that sends exactly the bytes it is given. Blocking: the server under test has a thread of its own.
class RawClient final
{
public:
    static constexpr int patienceMs = 10'000;

    explicit RawClient(quint16 port, const QString &address = QStringLiteral("127.0.0.1"))
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.connectToHost(address, port);
        m_socket.waitForConnected(patienceMs);
    }

    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    QTcpSocket &socket() { return m_socket; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patienceMs)) { }
    }

    /// Nothing: the connection ended, or the patience, before a whole reply was there. Interim replies are skipped.
    std::optional<RawReply> readReply(bool hasBody = true)
    {
        for (;;) {
            if (!readUntil("\r\n\r\n"))
                return std::nullopt;
            const qsizetype end = m_received.indexOf("\r\n\r\n");
            RawReply reply;
            reply.head = m_received.left(end + 2).toLower();
            reply.status = reply.head.mid(9, 3).toInt();
            m_received.remove(0, end + 4);
            if (reply.status == 100)
                continue;
            const qsizetype size = hasBody ? reply.field("Content-Length").toLongLong() : 0;
            while (m_received.size() < size && receive()) { }
            if (m_received.size() < size)
                return std::nullopt;
            reply.body = m_received.left(size);
            m_received.remove(0, size);
            return reply;
        }
    }

    bool readUntil(const QByteArray &text)
    {
        while (!m_received.contains(text)) {
            if (!receive())
                return false;
        }
        return true;
    }

    /// Waits for the server to close. Whatever came before is in received().
    bool waitClosed()
    {
        while (receive()) { }
        return m_socket.state() != QAbstractSocket::ConnectedState;
    }

    [[nodiscard]] QByteArray received() const { return m_received; }
    QByteArray takeReceived() { return std::exchange(m_received, {}); }

    bool receive()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patienceMs))
            return false;
        m_received += m_socket.readAll();
        return true;
    }

    /// Vanishes with a reset, as a process that is killed.
    void vanish() { m_socket.abort(); }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

} // namespace ticker::test
