// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "polling/polling_transport.h"

#include "engineio_codec/engineio_jsonp.h"
#include "engineio_codec/engineio_payload.h"
#include "engineio_codec/engineio_payload_v3.h"
#include "engineio_codec/engineio_text.h"
#include "polling/poll_exchange.h"
#include "polling/polling_payload.h"
#include "transport/deferred_deleter.h"

#include <utility>

namespace ticker {

PollingTransport::PollingTransport(const PacketFraming &framing, DeferredDeleter &deleter, PollCork &held)
    : m_framing(framing), m_deleter(deleter), m_held(held), m_self(std::make_shared<PollingTransport *>(this))
{
}

void PollingTransport::handleGet(const std::shared_ptr<PollExchange> &exchange)
{
    if (m_get) {
        fail(DisconnectReason::PollOverlap);
        exchange->reply(400, QByteArray(), QByteArray());
        return;
    }
    m_get = exchange;
    exchange->onAbandoned([self = std::weak_ptr(m_self)] {
        if (const auto transport = self.lock())
            (*transport)->getAbandoned();
    });
    if (m_receiver)
        m_receiver->transportWritable();
}

void PollingTransport::handlePost(const QByteArray &contentType, const QByteArray &body,
                                  const std::shared_ptr<PollExchange> &exchange)
{
    const bool binary = contentType == "application/octet-stream";
    if (m_postBegun || (binary && m_framing.revision == EngineIoRevision::Four)) {
        fail(m_postBegun ? DisconnectReason::PostOverlap : DisconnectReason::BadContentType);
        exchange->reply(400, QByteArray(), QByteArray());
        return;
    }
    if (!m_framing.jsonp)
        readPayload(body, binary);
    else if (const auto text = decodeJsonpBody(body))
        readPayload(*text, false);
    // Not text/plain, which some browsers would offer to save.
    exchange->reply(200, QByteArrayLiteral("text/html"), QByteArrayLiteral("ok"));
}

bool PollingTransport::beginPost()
{
    if (std::exchange(m_postBegun, true)) {
        fail(DisconnectReason::PostOverlap);
        return false;
    }
    return true;
}

void PollingTransport::endPost()
{
    m_postBegun = false;
    m_postCancelled = nullptr;
}

void PollingTransport::abandonPost()
{
    endPost();
    fail(DisconnectReason::PostAbandoned);
}

void PollingTransport::readPayload(const QByteArray &body, bool binary)
{
    // The reference reads a body as UTF-8 and goes on with replacement characters where it is none.
    using V3 = EngineIoPayloadV3Reader;
    if (m_framing.revision == EngineIoRevision::Four)
        readPackets(EngineIoPayloadReader(replaceInvalidUtf8(body)));
    else if (binary)
        readPackets(V3(body, V3::Form::Binary));
    else
        readPackets(V3(replaceInvalidUtf8(body), V3::Form::Text));
    if (m_receiver)
        m_receiver->batchReceived();
}

template<typename Reader>
void PollingTransport::readPackets(Reader reader)
{
    while (m_receiver && !reader.atEnd()) { // a packet may close this
        const auto packet = reader.next();
        if (!packet)
            fail(DisconnectReason::BadPacket);
        else if (packet->type == EngineIoPacket::Type::Close)
            closedByClient();
        else
            m_receiver->packetReceived(*packet);
    }
}

void PollingTransport::closedByClient()
{
    if (m_get)
        replyWith(EngineIoPacket::Type::Noop);
    fail(DisconnectReason::ClientClosed);
}

bool PollingTransport::isWritable() const
{
    if (!m_get || !m_held.isCorked())
        return m_get != nullptr;
    if (!std::exchange(m_waitsForHold, true))
        m_held.wait(m_self);
    return false;
}

void PollingTransport::uncorked()
{
    m_waitsForHold = false;
    if (m_get && m_receiver)
        m_receiver->transportWritable();
}

/// The GET is taken off first: to reply may bring the client's next request at once.
qint64 PollingTransport::send(std::span<const OutgoingPacket> packets)
{
    Q_ASSERT(m_get);
    Q_ASSERT(!packets.empty());
    const PollingPayload payload = encodePollingPayload(packets, m_framing);
    const std::shared_ptr<PollExchange> get = std::exchange(m_get, nullptr);
    get->reply(200, payload.contentType, payload.bytes);
    return payload.bytes.size();
}

void PollingTransport::close(const Closing &)
{
    m_receiver = nullptr;
    if (m_get)
        replyWith(EngineIoPacket::Type::Close);
    cancelPost();
}

void PollingTransport::cancelPost()
{
    m_postBegun = false;
    if (const auto cancelled = std::exchange(m_postCancelled, nullptr))
        cancelled();
}

void PollingTransport::getAbandoned()
{
    // Its own callback is running: it must live on for a moment.
    m_deleter.deleteLater(std::exchange(m_get, nullptr));
    fail(DisconnectReason::PollAbandoned);
}

void PollingTransport::replyWith(EngineIoPacket::Type type)
{
    const OutgoingPacket packet({type, false, {}});
    send({&packet, 1});
}

void PollingTransport::fail(DisconnectReason reason)
{
    if (m_receiver)
        m_receiver->transportFailed(reason);
}

void PollCork::uncork()
{
    m_isCorked = false;
    // What is answered may bring the client's next request at once, which has to wait for nothing.
    for (const Poll &poll : m_waiting) {
        if (const auto transport = poll.lock())
            (*transport)->uncorked();
    }
    m_waiting.clear();
}

} // namespace ticker
