// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace ticker {

class MemorySocket;
struct Gate;

/// The listening socket of one address. Every accepted socket goes to a Connection and never to QHttpServer, to which
/// this server is bound only for the sake of addPendingConnection(). Server thread; owned by the QHttpServer.
class FrontDoor final : public QTcpServer
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FrontDoor)

public:
    explicit FrontDoor(Gate &gate, QObject *parent = nullptr);

    /// Hands an in-memory socket to QHttpServer, which takes ownership.
    void serveThroughHttp(MemorySocket *socket);
    /// Closes the connections that wait for a request.
    void closeIdleConnections();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void acceptAgainLater();

    Gate &m_gate;
};

} // namespace ticker
