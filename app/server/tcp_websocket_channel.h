// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection_slot.h"
#include "deadline_queue.h"
#include "websocket_channel.h"
#include "websocket_reader.h"

#include <QObject>

#include <memory>
#include <optional>

class QTcpSocket;

namespace ticker {

class DeadlineDriver;
struct Limits;

/// A WebSocketChannel over a TCP socket whose opening handshake is done: reads frames, answers pings, and writes whole
/// encoded frames. QWebSocket would encode and copy each of them for each client, and reads more than the protocol
/// allows. Server thread; owned by the transport.
class TcpWebSocketChannel final : public QObject, public WebSocketChannel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TcpWebSocketChannel)

public:
    /// What the socket has received already is read from the event loop.
    TcpWebSocketChannel(std::unique_ptr<QTcpSocket> socket, ConnectionSlot slot, const Limits &limits,
                        DeadlineDriver &deadlines);
    ~TcpWebSocketChannel() override;

    void setReceiver(Receiver *receiver) override;
    void sendFrame(const QByteArray &frame) override;
    [[nodiscard]] qint64 unsentBytes() const override;
    void close(quint16 code, const QByteArray &reason) override;
    void abort() override;

private:
    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();

    void readMessages();
    void received(const WebSocketMessage &message);
    void closeReceived(const WebSocketMessage &message);
    void fail(quint16 code);
    void answerPing();
    void sendClose(quint16 code, const QByteArray &reason);
    void watchUnfinishedMessage(bool isAnother);
    void stopWatching();

    std::unique_ptr<QTcpSocket> m_socket;
    ConnectionSlot m_slot;
    const Limits &m_limits;
    DeadlineDriver &m_deadlines;
    Receiver *m_receiver = nullptr;
    WebSocketReader m_reader;
    std::optional<QByteArray> m_ping;   ///< The latest that is not answered yet.
    DeadlineQueue::Id m_unfinished = 0; ///< The deadline of the message that has begun to arrive; 0: none.
    bool m_closeSent = false;
    bool m_readingOver = false; ///< The peer has closed, or broke the protocol: what else arrives is dropped.
};

} // namespace ticker
