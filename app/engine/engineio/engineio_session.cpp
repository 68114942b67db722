// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio/engineio_session.h"

#include "polling/poll_exchange.h"
#include "polling/polling_transport.h"
#include "server_values/server_limits.h"
#include "telemetry/activity_log.h"
#include "transport/channel_closer.h"
#include "transport/deferred_deleter.h"
#include "transport/websocket_transport.h"

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

/// Of answers to probes, of which a client needs one.
constexpr qint64 mostProbeBytes = 4096;

QByteArray handshake(const QByteArray &sid, bool canUpgrade, const Limits &limits)
{
    // Written by hand to keep the reference's order of keys. No value needs escaping.
    return "{\"sid\":\"" + sid + "\",\"upgrades\":[" + (canUpgrade ? "\"websocket\"" : "")
        + "],\"pingInterval\":" + QByteArray::number(qint64(limits.pingInterval.count()))
        + ",\"pingTimeout\":" + QByteArray::number(qint64(limits.pingTimeout.count()))
        + ",\"maxPayload\":" + QByteArray::number(limits.maxPayload) + '}';
}

} // namespace

EngineIoSession::EngineIoSession(const EngineContext &context, Owner &owner, Identity identity,
                                 std::unique_ptr<PollingTransport> transport)
    : m_context(context), m_owner(owner), m_identity(std::move(identity)), m_openedAt(context.deadlines.now()),
      m_transport(std::move(transport)), m_polling(static_cast<PollingTransport *>(m_transport.get())),
      m_heartbeat(context.deadlines, {context.limits.pingInterval, context.limits.pingTimeout}),
      m_closing(context.deadlines), m_sender(context.limits, context.deadlines, *this, context.budget)
{
}

EngineIoSession::EngineIoSession(const EngineContext &context, Owner &owner, Identity identity,
                                 std::unique_ptr<WebSocketChannel> channel)
    : EngineIoSession(context, owner, std::move(identity), std::unique_ptr<PollingTransport>())
{
    m_transport = std::make_unique<EngineWebSocketTransport>(std::move(channel), m_identity.framing, context.closer);
}

EngineIoSession::~EngineIoSession() = default;

void EngineIoSession::open()
{
    m_transport->setReceiver(this);
    m_sender.setTransport(m_transport.get());
    m_sender.sendControl(EngineIoPacket::Type::Open, handshake(sid(), m_polling != nullptr, m_context.limits));
    startHeartbeat();
}

void EngineIoSession::announceOpen()
{
    if (m_listener)
        m_listener->sessionOpened();
}

void EngineIoSession::startHeartbeat()
{
    const auto timedOut = [this] { end(DisconnectReason::PingTimeout, Ending::AtOnce); };
    if (revision() == EngineIoRevision::Three)
        m_heartbeat.startListening(timedOut);
    else
        m_heartbeat.start([this] { m_sender.sendControl(EngineIoPacket::Type::Ping); }, timedOut);
}

DeadlineQueue::Time EngineIoSession::age() const
{
    return m_context.deadlines.now() - m_openedAt;
}

// Requests and upgrade

void EngineIoSession::handleHttp(const EngineIoRequest &request, const std::shared_ptr<PollExchange> &exchange)
{
    Q_ASSERT(m_polling);
    if (request.method == "GET")
        m_polling->handleGet(exchange);
    else if (request.method == "POST")
        m_polling->handlePost(request.contentType, request.body, exchange);
    else
        exchange->reply(405, QByteArray(), QByteArray());
}

void EngineIoSession::startUpgrade(std::unique_ptr<WebSocketChannel> channel, bool base64)
{
    if (m_state != State::Open || !m_polling || m_upgrade) {
        m_context.closer.close(std::move(channel), Transport::Closing::Normal);
        return;
    }
    EngineIoUpgrade::Host &host = *this;
    const PacketFraming framing{revision(), base64, std::nullopt};
    m_upgrade = std::make_unique<EngineIoUpgrade>(
        std::make_unique<EngineWebSocketTransport>(std::move(channel), framing, m_context.closer), host,
        m_context.deadlines,
        EngineIoUpgrade::Limits{m_context.limits.upgradeTimeout,
                                std::min<qint64>(m_context.limits.maxUnsentBytes, mostProbeBytes)});
}

void EngineIoSession::upgradeNeedsPollAnswered()
{
    if (!m_transport->isWritable())
        return;
    const OutgoingPacket noop({EngineIoPacket::Type::Noop, false, {}});
    m_sender.sendAtOnce({&noop, 1});
}

void EngineIoSession::upgradeSucceeded()
{
    m_polling = nullptr;
    std::unique_ptr<Transport> polling = std::exchange(m_transport, m_upgrade->takeTransport());
    m_context.deleter.deleteLater(std::move(m_upgrade));
    m_transport->setReceiver(this);
    m_sender.setTransport(m_transport.get());
    // What queued up while the client was between its last poll and now leaves before anything newer.
    m_sender.flush();
    polling->close(Transport::Closing::Normal);
    m_context.deleter.deleteLater(std::move(polling));
    note(Activity::Kind::Upgraded);
}

void EngineIoSession::upgradeFailed()
{
    m_context.deleter.deleteLater(std::move(m_upgrade));
}

// Packets in

void EngineIoSession::packetReceived(const EngineIoPacket &packet)
{
    if (m_state != State::Open)
        return;
    if (revision() == EngineIoRevision::Four && packet.type != EngineIoPacket::Type::Pong)
        m_heartbeat.messageReceived();
    switch (packet.type) {
    case EngineIoPacket::Type::Ping:
    case EngineIoPacket::Type::Pong:
        heartbeatReceived(packet.type);
        break;
    case EngineIoPacket::Type::Message:
        if (m_listener)
            m_listener->messageReceived(packet);
        break;
    case EngineIoPacket::Type::Open:
    case EngineIoPacket::Type::Close: // of polling only, whose transport deals with it
    case EngineIoPacket::Type::Upgrade:
    case EngineIoPacket::Type::Noop:
        break; // without a meaning here; the reference ignores them
    }
}

void EngineIoSession::heartbeatReceived(EngineIoPacket::Type type)
{
    const bool clientPings = revision() == EngineIoRevision::Three;
    if (clientPings != (type == EngineIoPacket::Type::Ping)) {
        end(DisconnectReason::BadHeartbeat, Ending::AtOnce);
    } else if (clientPings) {
        m_heartbeat.pingReceived();
        const OutgoingPacket pong({EngineIoPacket::Type::Pong, false, {}});
        m_sender.send({&pong, 1}); // within the limits: a client may ping without taking the answers
    } else {
        m_heartbeat.pongReceived();
    }
}

void EngineIoSession::batchReceived()
{
    if (m_listener)
        m_listener->batchReceived();
}

// Packets out

void EngineIoSession::send(std::span<const OutgoingPacket> packets)
{
    if (m_state == State::Open)
        m_sender.send(packets);
}

void EngineIoSession::sendTicks(std::span<const OutgoingPacket> ticks)
{
    if (m_state == State::Open)
        m_sender.sendTicks(ticks);
}

void EngineIoSession::fastPathChanged()
{
    if (m_listener)
        m_listener->fastPathChanged();
}

void EngineIoSession::ticksMerged()
{
    note(Activity::Kind::TicksMerged);
}

void EngineIoSession::note(Activity::Kind kind) const
{
    if (m_context.log)
        static_cast<void>(m_context.log->add(kind, id(), peer(), transportKind()));
}

// The end

void EngineIoSession::transportWritable()
{
    if (m_state == State::Closing)
        tellClosing();
    else
        m_sender.flush();
}

/// A GET has come for a session that is closing. What still waits leaves first, the end with the GET after it.
void EngineIoSession::tellClosing()
{
    if (m_sender.flush())
        return;
    const OutgoingPacket last[] = {OutgoingPacket({EngineIoPacket::Type::Noop, false, {}}),
                                   OutgoingPacket({EngineIoPacket::Type::Close, false, {}})};
    m_sender.sendAtOnce(last);
    end(m_reason, Ending::AtOnce);
}

/// The one way in which a session ends.
void EngineIoSession::end(DisconnectReason reason, Ending ending, const CloseStatus &closeStatus)
{
    if (m_state == State::Closed || (m_state == State::Closing && ending == Ending::WhenTold))
        return;
    const bool wasOpen = m_state == State::Open;
    if (wasOpen) {
        m_reason = reason;
        m_heartbeat.stop();
        m_sender.finishWithoutTicks();
        if (m_upgrade) {
            m_upgrade->abandon();
            m_context.deleter.deleteLater(std::move(m_upgrade));
        }
    }
    if (ending == Ending::WhenTold && !m_transport->isWritable()) {
        m_state = State::Closing;
        m_closing.start(m_context.limits.pollingCloseTimeout, [this] { end(m_reason, Ending::AtOnce); });
    } else {
        m_state = State::Closed;
        m_closing.stop();
        m_sender.close(*m_transport, Transport::closingFor(reason, closeStatus));
        m_owner.sessionGone(*this);
    }
    if (wasOpen && m_listener)
        std::exchange(m_listener, nullptr)->sessionEnded(reason);
}

} // namespace ticker
