// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection_slot.h"
#include "websocket_channel.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QTcpSocket;
class QWebSocket;

namespace ticker {

class DeadlineDriver;
struct Limits;

/// A WebSocketChannel over a QWebSocket, which reads and answers control frames, and its QTcpSocket, to which whole
/// encoded frames are written past it: QWebSocket would encode and copy each of them for each client.
/// Server thread; owned by the transport.
class QtWebSocketChannel final : public QObject, public WebSocketChannel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QtWebSocketChannel)

public:
    /// The socket is the one beneath the QWebSocket, which does not own it; the channel disposes of both.
    QtWebSocketChannel(std::unique_ptr<QWebSocket> webSocket, QTcpSocket &socket, ConnectionSlot slot,
                       const Limits &limits, DeadlineDriver &deadlines);
    ~QtWebSocketChannel() override;

    void setReceiver(Receiver *receiver) override;
    void sendFrame(const QByteArray &frame) override;
    [[nodiscard]] qint64 unsentBytes() const override;
    void close(quint16 code, const QByteArray &reason) override;
    void abort() override;

private:
    void onText(const QString &text);
    void onBinary(const QByteArray &data);
    void onClosed();
    void checkControlFlood();
    void closeWithoutStatus();
    void finishWriting();

    std::unique_ptr<QWebSocket> m_webSocket;
    QPointer<QTcpSocket> m_socket;
    ConnectionSlot m_slot;
    const Limits &m_limits;
    DeadlineDriver &m_deadlines;
    Receiver *m_receiver = nullptr;
    bool m_closing = false; ///< A close frame was sent: nothing may follow it.
};

} // namespace ticker
