// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "polling_transport.h"

#include "engineio_payload.h"
#include "graveyard.h"
#include "poll_exchange.h"

#include <QString>

#include <utility>

namespace ticker {

PollingTransport::PollingTransport(Graveyard &graveyard)
    : m_graveyard(graveyard), m_self(std::make_shared<PollingTransport *>(this))
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
    if (contentType == "application/octet-stream") {
        fail(DisconnectReason::BadContentType);
        exchange->reply(400, QByteArray(), QByteArray());
        return;
    }
    // The reference reads the body as UTF-8 and goes on with replacement characters where it is none.
    readPayload(body.isValidUtf8() ? body : QString::fromUtf8(body).toUtf8());
    // Not text/plain, which some browsers would offer to save.
    exchange->reply(200, QByteArrayLiteral("text/html"), QByteArrayLiteral("ok"));
}

void PollingTransport::readPayload(const QByteArray &body)
{
    EngineIoPayloadReader reader(body);
    while (m_receiver && !reader.atEnd()) { // a packet may close this
        const auto packet = reader.next();
        if (!packet) {
            fail(DisconnectReason::BadPacket);
        } else if (packet->type == EngineIoPacket::Type::Close) {
            if (m_get)
                replyToGet(encodeTextPacket({EngineIoPacket::Type::Noop, false, {}}));
            fail(DisconnectReason::ClientClosed);
        } else {
            m_receiver->packetReceived(*packet);
        }
    }
}

qint64 PollingTransport::send(std::span<const OutgoingPacket> packets)
{
    Q_ASSERT(isWritable());
    Q_ASSERT(!packets.empty());
    QByteArrayList texts;
    texts.reserve(qsizetype(packets.size()));
    for (const OutgoingPacket &packet : packets)
        texts.append(packet.text());
    const QByteArray payload = encodePayload(texts);
    replyToGet(payload);
    return payload.size();
}

void PollingTransport::close(Closing)
{
    m_receiver = nullptr;
    if (m_get)
        replyToGet(encodeTextPacket({EngineIoPacket::Type::Close, false, {}}));
}

void PollingTransport::getAbandoned()
{
    // Its own callback is running: it must live on for a moment.
    m_graveyard.bury(std::exchange(m_get, nullptr));
    fail(DisconnectReason::PollAbandoned);
}

/// The GET is taken off first: to reply may bring the client's next request at once.
void PollingTransport::replyToGet(const QByteArray &payload)
{
    const std::shared_ptr<PollExchange> get = std::exchange(m_get, nullptr);
    get->reply(200, QByteArrayLiteral("text/plain; charset=UTF-8"), payload);
}

void PollingTransport::fail(DisconnectReason reason)
{
    if (m_receiver)
        m_receiver->transportFailed(reason);
}

} // namespace ticker
