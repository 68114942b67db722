// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "streams/accepted_stream.h"

#include <QObject>

class QTcpSocket;

namespace ticker {

/// A ByteStream over a QTcpSocket: for every system, and for sockets that are more than a descriptor. Server thread.
class TcpStream final : public QObject, public ByteStream
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TcpStream)

public:
    /// Nothing when the connection is gone.
    [[nodiscard]] static std::optional<AcceptedStream> accept(qintptr descriptor);
    explicit TcpStream(std::unique_ptr<QTcpSocket> socket);
    ~TcpStream() override;

    void setReceiver(Receiver *receiver) override { m_receiver = receiver; }
    void setReading(bool isWanted) override;
    void unread(const QByteArray &bytes) override;
    void send(const QByteArray &bytes) override;
    [[nodiscard]] bool isOver() const override;
    [[nodiscard]] qint64 unsentBytes() const override;
    [[nodiscard]] FastPath fastPath() const override { return {}; }
    void shutDownWriting() override;
    void finish() override;
    void abort() override;
    [[nodiscard]] StreamBytes countedBytes() const override { return m_counted; }

private:
    void passOn();
    void onBytesWritten();
    void onDisconnected();
    void reportDrained();

    std::unique_ptr<QTcpSocket> m_socket;
    Receiver *m_receiver = nullptr;
    QByteArray m_unread;
    StreamBytes m_counted;
    bool m_reads = true;
    bool m_waits = false; ///< Something that was sent has not left.
};

} // namespace ticker
