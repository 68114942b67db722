// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate.h"

namespace ticker {

class EngineIoServer;
class HttpGateway;
class WebSocketDoor;

/// Joins an Engine.IO server, and so the Socket.IO server above it, to a port: its path by polling and by upgrade.
/// Server thread. All that it is given outlives it.
class EngineIoEndpoint final
{
public:
    /// The path ends with a slash.
    EngineIoEndpoint(QByteArray path, EngineIoServer &server, WebSocketDoor &door);

    [[nodiscard]] const QByteArray &path() const { return m_path; }
    /// The polling side. With any origin allowed every OPTIONS is taken for a preflight, as the reference does.
    void route(HttpGateway &gateway);
    /// For requests to its path; see Gate.
    [[nodiscard]] std::optional<HttpReply> refuseUpgrade(const HttpRequest &request, const PeerInfo &peer) const;
    void acceptUpgrade(UpgradeRequest upgrade);
    [[nodiscard]] Expected<std::unique_ptr<PendingBody>, HttpReply> expectBody(const HttpRequest &head,
                                                                               const PeerInfo &peer);

private:
    QByteArray m_path;
    EngineIoServer &m_server;
    WebSocketDoor &m_door;
};

} // namespace ticker
