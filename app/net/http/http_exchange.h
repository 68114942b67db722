// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"
#include "http_codec/reply_headers.h"
#include "telemetry/peer_info.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace ticker {

/// One request on its way to a reply, at once or parked. Server thread. Shared by the connection it came from, the
/// router and the handler; whichever of client and reply comes first, nothing dangles.
class HttpExchange final : public std::enable_shared_from_this<HttpExchange>
{
public:
    /// What the router knows of how to write a reply. Owned by the exchange, gone once it is answered.
    class Responder
    {
    public:
        virtual ~Responder() = default;
        virtual void write(const HttpReply &reply) = 0;
    };

    HttpExchange(HttpRequest request, PeerInfo peer, CorsRule cors);
    ~HttpExchange();
    Q_DISABLE_COPY_MOVE(HttpExchange)

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    [[nodiscard]] const PeerInfo &peer() const { return m_peer; }
    /// To be answered by replyToPreflight().
    [[nodiscard]] bool isPreflight() const { return ticker::isPreflight(m_request, m_cors); }
    void replyToPreflight() { reply(preflightReply(m_request, m_cors)); }
    /// A handler has it and neither answered nor lost its client.
    [[nodiscard]] bool isOpen() const { return m_responder != nullptr; }

    /// Answers; ignored when answered or abandoned before. Security and CORS fields are added here.
    void reply(HttpReply reply);
    /// For the connection: the reply whose body comes in pieces, once it was given; the router has had an empty one in its
    /// place.
    [[nodiscard]] std::optional<HttpReply> takeLongReply() { return std::exchange(m_longReply, std::nullopt); }
    /// Called once, from the event loop, if the client leaves before the reply.
    void onAbandoned(std::function<void()> callback) { m_abandoned = std::move(callback); }

    /// For the router: the request was routed.
    void attach(std::unique_ptr<Responder> responder);
    /// For the connection: the client is gone.
    void abandon();

private:
    HttpRequest m_request;
    PeerInfo m_peer;
    CorsRule m_cors;
    std::unique_ptr<Responder> m_responder;
    std::function<void()> m_abandoned;
    std::optional<HttpReply> m_longReply;
};

} // namespace ticker
