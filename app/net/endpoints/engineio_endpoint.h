// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate/upgrade_endpoint.h"

namespace ticker {

class EngineIoServer;
class WebSocketHandshaker;

/// Joins an Engine.IO server, and so the Socket.IO server above it, to a port: its path by polling and by upgrade.
/// Server thread. All that it is given outlives it.
class EngineIoEndpoint final : public UpgradeEndpoint
{
public:
    /// The path ends with a slash.
    EngineIoEndpoint(QByteArray path, EngineIoServer &server, WebSocketHandshaker &handshaker);

    /// The polling side. With any origin allowed every OPTIONS is taken for a preflight, as the reference does.
    void route(HttpRouter &router) override;
    [[nodiscard]] std::optional<HttpReply> refuseUpgrade(const HttpRequest &request,
                                                         const PeerInfo &peer) const override;
    void acceptUpgrade(TakenConnection upgrade) override;
    [[nodiscard]] Expected<std::unique_ptr<PendingBody>, HttpReply> expectBody(const HttpRequest &head,
                                                                               const PeerInfo &peer) override;
    /// As the reference server answers.
    [[nodiscard]] std::optional<HttpReply> bodyTooLarge() const override { return HttpReply{413, {}, {}, {}}; }

private:
    EngineIoServer &m_server;
    WebSocketHandshaker &m_handshaker;
};

} // namespace ticker
