// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_server.h"

#include <QLoggingCategory>

namespace ticker {

namespace {

Q_LOGGING_CATEGORY(lcSocketIo, "ticker.socketio", QtInfoMsg)

ClientRow rowOf(const EngineIoSession &session)
{
    const PacketSender::Statistics statistics = session.statistics();
    ClientRow row;
    row.id = session.id();
    row.address = session.peer().address;
    row.port = session.peer().port;
    row.transport = session.transportKind();
    row.userAgent = session.peer().userAgent;
    row.connectedFor = std::chrono::duration_cast<std::chrono::milliseconds>(session.age());
    row.ticksSent = statistics.ticksSent;
    row.ticksMerged = statistics.ticksMerged;
    row.bytesSent = statistics.bytesSent;
    row.unsentBytes = statistics.unsentBytes;
    return row;
}

} // namespace

SocketIoServer::SocketIoServer(const Limits &limits, DeadlineQueue &deadlines)
    : m_limits(limits), m_deadlines(deadlines), m_graveyard(deadlines), m_engineIo(limits, deadlines)
{
    m_engineIo.onSession([this](EngineIoSession &session) { addClient(session); });
}

SocketIoServer::~SocketIoServer() = default;

void SocketIoServer::broadcastTick(const QByteArray &eventName, const QByteArray &jsonArgument)
{
    OutgoingPacket tick({EngineIoPacket::Type::Message, false,
                         encodeSocketIoEvent(SocketIoPacket::mainNamespace(), eventName, jsonArgument)},
                        OutgoingPacket::Kind::Tick);
    tick.prepareFrame();
    m_audience.forEach([&tick](SocketIoClient &client) { client.sendTick(tick); });
}

QList<ClientRow> SocketIoServer::clients() const
{
    QList<ClientRow> rows;
    rows.reserve(qsizetype(m_clients.size()));
    for (const auto &[id, client] : m_clients)
        rows.append(rowOf(client->session()));
    return rows;
}

bool SocketIoServer::disconnectClient(quint64 id)
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end())
        return false;
    found->second->close(DisconnectReason::Kicked);
    return true;
}

void SocketIoServer::disconnectAll()
{
    m_engineIo.closeAll();
}

bool SocketIoServer::hasNamespace(const QByteArray &nsp) const
{
    return nsp == SocketIoPacket::mainNamespace();
}

void SocketIoServer::clientJoined(SocketIoClient &client, const QByteArray &)
{
    m_audience.add(client);
}

void SocketIoServer::clientLeft(SocketIoClient &client, const QByteArray &)
{
    m_audience.remove(client);
}

void SocketIoServer::eventReceived(SocketIoClient &, const SocketIoPacket &)
{
    ++m_ignoredEvents;
}

void SocketIoServer::clientEnded(SocketIoClient &client, DisconnectReason reason)
{
    qCDebug(lcSocketIo).noquote() << "client" << client.id() << "ended:" << disconnectReasonText(reason);
    const auto found = m_clients.find(client.id());
    Q_ASSERT(found != m_clients.end());
    m_graveyard.bury(std::move(found->second));
    m_clients.erase(found);
}

void SocketIoServer::addClient(EngineIoSession &session)
{
    Owner &owner = *this;
    m_clients.emplace(session.id(),
                      std::make_unique<SocketIoClient>(session, owner, m_deadlines, m_limits.connectTimeout));
}

} // namespace ticker
