// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio/socketio_server.h"

#include "telemetry/named_clients.h"

#include <QLoggingCategory>

namespace ticker {

namespace {

Q_LOGGING_CATEGORY(lcSocketIo, "ticker.socketio", QtInfoMsg)

} // namespace

SocketIoServer::SocketIoServer(const Limits &limits, DeadlineQueue &deadlines, const EngineIoOptions &options)
    : m_limits(limits), m_deadlines(deadlines), m_deleter(deadlines), m_engineIo(limits, deadlines, options)
{
    of(SocketIoPacket::mainNamespace());
    m_engineIo.onSession([this](EngineIoSession &session) { addClient(session); });
}

SocketIoServer::~SocketIoServer() = default;

SocketIoNamespace &SocketIoServer::of(const QByteArray &name)
{
    Q_ASSERT(name.startsWith('/'));
    auto &nsp = m_namespaces[name];
    if (!nsp)
        nsp = std::make_unique<SocketIoNamespace>(name);
    return *nsp;
}

void SocketIoServer::setActivityLog(ActivityLog *log)
{
    m_log = log;
    m_engineIo.setActivityLog(log);
}

QList<ClientRow> SocketIoServer::clients() const
{
    QList<ClientRow> rows;
    rows.reserve(qsizetype(m_clients.size()));
    for (const auto &[id, client] : m_clients)
        rows.append(client->row());
    return rows;
}

bool SocketIoServer::disconnectClient(quint64 id, const CloseStatus &closeStatus)
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end())
        return false;
    found->second->close(DisconnectReason::Kicked, closeStatus);
    return true;
}

std::optional<ClientDetails> SocketIoServer::details(quint64 id) const
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end())
        return std::nullopt;
    return ClientDetails{id, false, found->second->row(), {}, found->second->session().peer().head, {}};
}

void SocketIoServer::disconnectAll()
{
    m_engineIo.closeAll();
}

void SocketIoServer::setLimits(const Limits &limits, const EngineIoOptions &options)
{
    m_limits = limits;
    m_engineIo.setLimits(limits);
    m_engineIo.setOptions(options);
}

SocketIoNamespace *SocketIoServer::findNamespace(const QByteArray &name)
{
    const auto found = m_namespaces.find(name);
    return found == m_namespaces.end() ? nullptr : found->second.get();
}

void SocketIoServer::clientEnds(SocketIoClient &client, DisconnectReason reason)
{
    if (m_log)
        m_log->addEnd(client.row(), reason);
    if (m_names)
        m_names->ended(client.session().peer().name, reason);
}

void SocketIoServer::clientEnded(SocketIoClient &client, DisconnectReason reason)
{
    qCDebug(lcSocketIo).noquote() << "client" << client.id() << "ended:" << disconnectReasonText(reason);
    const auto found = m_clients.find(client.id());
    Q_ASSERT(found != m_clients.end());
    m_deleter.deleteLater(std::move(found->second));
    m_clients.erase(found);
}

void SocketIoServer::addClient(EngineIoSession &session)
{
    const SocketIoClient::Context context{*this, m_deadlines, m_deleter, m_log, m_watch, m_budget};
    m_clients.emplace(session.id(), std::make_unique<SocketIoClient>(session, context, m_limits.connectTimeout));
    const PeerInfo &peer = session.peer();
    if (m_names)
        m_names->came(peer.name);
    if (!m_log)
        return;
    if (Activity *line = m_log->add(Activity::Kind::Connected, session.id(), peer, session.transportKind())) {
        line->text = peer.userAgent;
        line->detail = peer.name;
    }
}

} // namespace ticker
