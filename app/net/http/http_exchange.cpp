// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http_exchange.h"

namespace ticker {

HttpExchange::HttpExchange(HttpRequest request, PeerInfo peer, CorsRule cors)
    : m_request(std::move(request)), m_peer(std::move(peer)), m_cors(cors)
{
}

HttpExchange::~HttpExchange() = default;

void HttpExchange::attach(std::unique_ptr<Responder> responder)
{
    m_responder = std::move(responder);
}

void HttpExchange::reply(HttpReply reply)
{
    if (!m_responder)
        return;
    // Writing may lead the connection to let go of the exchange.
    const auto keep = shared_from_this();
    const auto responder = std::move(m_responder);
    m_abandoned = nullptr;
    addCommonHeaders(reply, m_request, m_cors);
    if (!reply.source)
        return responder->write(reply);
    m_longReply = std::move(reply);
    responder->write({});
}

void HttpExchange::abandon()
{
    const auto keep = shared_from_this();
    m_responder.reset();
    if (const auto abandoned = std::exchange(m_abandoned, nullptr))
        abandoned();
}

} // namespace ticker
