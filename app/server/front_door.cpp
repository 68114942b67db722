// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "front_door.h"

#include "connection.h"
#include "deadline_driver.h"
#include "gate.h"
#include "memory_socket.h"

#include <QNetworkProxy>
#include <QTimer>

namespace ticker {

FrontDoor::FrontDoor(Gate &gate, QObject *parent) : QTcpServer(parent), m_gate(gate)
{
    // A proxy of the system is for going out.
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(gate.limits.listenBacklog);
    setMaxPendingConnections(gate.limits.listenBacklog);
    connect(this, &QTcpServer::acceptError, this, &FrontDoor::acceptAgainLater);
}

void FrontDoor::serveThroughHttp(MemorySocket *socket)
{
    // Qt 6.4 gives it no parent and would leave it behind when the server goes down with a request parked.
    socket->setParent(this);
    addPendingConnection(socket);
}

void FrontDoor::closeIdleConnections()
{
    const auto connections = findChildren<Connection *>(Qt::FindDirectChildrenOnly);
    for (Connection *connection : connections)
        connection->closeIfIdle();
}

void FrontDoor::incomingConnection(qintptr descriptor)
{
    m_gate.deadlines->touch();
    auto accepted = acceptStream(descriptor, m_gate.limits);
    if (!accepted)
        return;
    if (m_gate.connections.open >= m_gate.limits.maxConnections) {
        accepted->stream->send(errorReplyBytes({503, "Too many connections are open."}));
        return;
    }
    new Connection(m_gate, *this, std::move(*accepted));
}

/// After EMFILE QTcpServer has stopped accepting and nothing else would ever start it again.
void FrontDoor::acceptAgainLater()
{
    QTimer::singleShot(m_gate.limits.acceptRetry, this, &QTcpServer::resumeAccepting);
}

} // namespace ticker
