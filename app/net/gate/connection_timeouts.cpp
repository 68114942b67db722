// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/connection.h"

#include "gate/connection_context.h"
#include "polling/poll_exchange.h"

#include <utility>

namespace ticker {

/// There are too many connections, or bytes of requests, and nobody knows whether this one will ever have a whole request.
void Connection::giveWay()
{
    if (const auto body = std::exchange(m_pendingBody, nullptr))
        body->abandoned();
    if (m_state == State::Body || (m_state == State::Head && m_headStarted))
        m_stream->send(errorReplyBytes({503, "Too much is going on."}));
    hold(0);
    m_slot.release();
    m_stream->finish();
    end();
}

void Connection::waitFor(WaitingConnections::For what)
{
    m_context.waiting.add(*this, m_peer.network, what);
}

void Connection::timedOut()
{
    if (m_state == State::Head && m_headStarted)
        return fail({408, "The request took too long."});
    if (m_state == State::Body)
        return fail({408, "The request body took too long."});
    if (m_stream->unsentBytes() == 0 && !m_body)
        m_stream->finish(); // it asks for nothing any more
    else
        m_stream->abort();
    end();
}

void Connection::setDeadline(std::chrono::milliseconds delay)
{
    m_deadline.start(delay, [this] { timedOut(); });
}

void Connection::end()
{
    if (m_state == State::Over && !m_stream)
        return;
    m_state = State::Over;
    m_body.reset();
    m_deadline.stop();
    stopWaiting();
    deleteLater();
}

} // namespace ticker
