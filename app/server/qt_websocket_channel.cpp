// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qt_websocket_channel.h"

#include "deadline_driver.h"
#include "server_limits.h"
#include "socket_shutdown.h"
#include "websocket_frame.h"

#include <QTcpSocket>
#include <QWebSocket>

namespace ticker {

namespace {
constexpr quint16 noStatus = 1005; // RFC 6455, 7.4.1
}

QtWebSocketChannel::QtWebSocketChannel(std::unique_ptr<QWebSocket> webSocket, QTcpSocket &socket, ConnectionSlot slot,
                                       const Limits &limits, DeadlineDriver &deadlines)
    : m_webSocket(std::move(webSocket)), m_socket(&socket), m_slot(std::move(slot)), m_limits(limits),
      m_deadlines(deadlines)
{
    m_webSocket->setParent(nullptr);
    m_webSocket->setMaxAllowedIncomingFrameSize(quint64(limits.maxPayload));
    m_webSocket->setMaxAllowedIncomingMessageSize(quint64(limits.maxPayload));
    connect(m_webSocket.get(), &QWebSocket::textMessageReceived, this, &QtWebSocketChannel::onText);
    connect(m_webSocket.get(), &QWebSocket::binaryMessageReceived, this, &QtWebSocketChannel::onBinary);
    // Queued: it may be emitted from within a call into the channel.
    connect(m_webSocket.get(), &QWebSocket::disconnected, this, &QtWebSocketChannel::onClosed, Qt::QueuedConnection);
    // After QWebSocket's own slot, which has answered each ping by then.
    connect(m_socket, &QTcpSocket::readyRead, this, &QtWebSocketChannel::checkControlFlood);
}

QtWebSocketChannel::~QtWebSocketChannel()
{
    m_webSocket->disconnect(this);
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket->deleteLater();
    }
    // This may run beneath QWebSocket's own reading.
    m_webSocket.release()->deleteLater();
}

void QtWebSocketChannel::setReceiver(Receiver *receiver)
{
    m_receiver = receiver;
}

void QtWebSocketChannel::sendFrame(const QByteArray &frame)
{
    // The peer may be gone already, of which onClosed() hears only later.
    if (m_socket && !m_closing && m_socket->isOpen())
        m_socket->write(frame);
}

qint64 QtWebSocketChannel::unsentBytes() const
{
    return m_socket ? m_socket->bytesToWrite() : 0;
}

void QtWebSocketChannel::close(quint16 code, const QByteArray &reason)
{
    if (code == noStatus)
        closeWithoutStatus();
    else
        m_webSocket->close(QWebSocketProtocol::CloseCode(code), QString::fromUtf8(reason));
    m_closing = true;
}

/// QWebSocket always sends one. The peer's answer is waited for as the protocol asks, by whoever closes; this side says
/// no more, so that QWebSocket does not answer the answer.
void QtWebSocketChannel::closeWithoutStatus()
{
    sendFrame(encodeFrame(Opcode::Close, {}));
    if (!m_socket)
        return;
    connect(m_socket, &QTcpSocket::bytesWritten, this, &QtWebSocketChannel::finishWriting);
    m_socket->flush();
    finishWriting();
}

void QtWebSocketChannel::finishWriting()
{
    if (m_socket->bytesToWrite() == 0)
        shutdownWriting(*m_socket);
}

void QtWebSocketChannel::abort()
{
    m_webSocket->abort();
}

void QtWebSocketChannel::onText(const QString &text)
{
    m_deadlines.touch();
    if (m_receiver)
        m_receiver->textReceived(text.toUtf8());
}

void QtWebSocketChannel::onBinary(const QByteArray &data)
{
    m_deadlines.touch();
    if (m_receiver)
        m_receiver->binaryReceived(data);
}

void QtWebSocketChannel::onClosed()
{
    m_deadlines.touch();
    if (auto *receiver = std::exchange(m_receiver, nullptr))
        receiver->channelClosed();
}

/// QWebSocket answers every ping without a look at what waits: a flood of pings would queue pongs without bound.
void QtWebSocketChannel::checkControlFlood()
{
    if (unsentBytes() > 2 * m_limits.maxUnsentBytes)
        abort();
}

} // namespace ticker
