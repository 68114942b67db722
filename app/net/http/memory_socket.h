// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

#include <functional>

namespace ticker {

/// The TCP socket that QHttpServer, or QWebSocketServer for a handshake, believes it serves: it reads validated
/// requests from memory and hands what is written back to the connection. We own it, so a late reply to a client
/// that left is discarded. Server thread. QHttpServer takes ownership with nextPendingConnection(); the
/// connection keeps a QPointer.
class MemorySocket final : public QTcpSocket
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MemorySocket)

public:
    using Sink = std::function<void(QByteArrayView)>;

    explicit MemorySocket(QObject *parent = nullptr);

    /// Where written bytes go; an empty sink drops them.
    void setSink(Sink sink) { m_sink = std::move(sink); }
    /// Makes one whole request readable. Not before the reply to the one before is complete.
    void feed(const QByteArray &request);
    /// Tells QHttpServer that the client is gone, upon which it deletes this socket. Not while a reply is parked:
    /// Qt 6.4's responder holds a bare pointer to it.
    void hangUp();

    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool canReadLine() const override;
    void disconnectFromHost() override;
    void close() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 readLineData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_input;
    qsizetype m_position = 0;
    Sink m_sink;
};

} // namespace ticker
