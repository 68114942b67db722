// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio/socketio_client.h"

#include "engineio/session_id.h"
#include "packets/tick_batch.h"
#include "socketio/socketio_namespace.h"
#include "socketio_codec/namespace_query.h"
#include "subscriptions/quote_subscriber.h"
#include "telemetry/client_watch.h"
#include "telemetry/make_client_row.h"
#include "transport/deferred_deleter.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace ticker {

namespace {

constexpr qsizetype longestEventName = 100; // characters that are kept for the window

SocketIoPacket makePacket(SocketIoPacket::Type type, const QByteArray &nsp, const QByteArray &json)
{
    SocketIoPacket packet;
    packet.type = type;
    packet.nsp = nsp;
    packet.json = json;
    return packet;
}

} // namespace

SocketIoClient::SocketIoClient(EngineIoSession &session, const Context &context, DeadlineQueue::Time connectTimeout)
    : ByteBudget::Holder(context.budget), m_session(&session), m_context(context), m_id(session.id()),
      m_revision(session.revision()), m_connectTimeout(context.deadlines), m_rate(context.deadlines.now())
{
    session.setListener(this);
    m_connectTimeout.start(connectTimeout, [this] { close(DisconnectReason::ConnectTimeout); });
}

SocketIoClient::~SocketIoClient() = default;

/// A client of revision 4 does not ask for the main namespace.
void SocketIoClient::sessionOpened()
{
    if (!isRevision4())
        return;
    join(makePacket(SocketIoPacket::Type::Connect, SocketIoPacket::mainNamespace(), {}));
}

const EngineIoSession &SocketIoClient::session() const
{
    Q_ASSERT(m_session);
    return *m_session;
}

// Out

void SocketIoClient::send(const SocketIoPacket &packet)
{
    if (!m_session)
        return;
    using Type = EngineIoPacket::Type;
    std::vector<OutgoingPacket> packets;
    packets.reserve(1 + std::size_t(packet.attachments.size()));
    packets.emplace_back(EngineIoPacket{Type::Message, false, encodeSocketIoPacket(packet)});
    for (const QByteArray &attachment : packet.attachments)
        packets.emplace_back(EngineIoPacket{Type::Message, true, attachment});
    m_session->send(packets);
}

void SocketIoClient::sendEncoded(const OutgoingPacket &packet)
{
    if (m_session)
        m_session->send({&packet, 1});
}

void SocketIoClient::sendTicks(std::span<const OutgoingPacket> ticks)
{
    if (m_session)
        m_session->sendTicks(ticks);
}

void SocketIoClient::fastPathTook(const TickBatch &batch, qint64 bytes)
{
    if (m_session)
        m_session->fastPathTook(batch, bytes);
}

void SocketIoClient::sentDirectly(quint32 ticks, quint64 bytes)
{
    if (m_session)
        m_session->sentDirectly(ticks, bytes);
}

void SocketIoClient::countMerged(quint32 ticks)
{
    if (m_session)
        m_session->countMerged(ticks);
}

void SocketIoClient::dropConflatedTicks()
{
    if (m_session)
        m_session->dropConflatedTicks();
}

void SocketIoClient::restrictConflatedTicks(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain)
{
    if (m_session)
        m_session->restrictConflatedTicks(merger, symbols, chain);
}

const TickContents *SocketIoClient::conflatedContents(const TickMerger &merger) const
{
    return m_session ? m_session->conflatedContents(merger) : nullptr;
}

void SocketIoClient::fastPathChanged()
{
    for (const auto &[nsp, socket] : m_sockets)
        socket->fastPathsChanged();
}

ClientRow SocketIoClient::row()
{
    for (const auto &[nsp, socket] : m_sockets)
        socket->settleAll();
    const EngineIoSession &own = session();
    ClientRow row = makeClientRow(m_id, own.peer(), own.transportKind(), own.age(), own.statistics());
    row.getsHeadline = hasJoined();
    row.subscription = subscription();
    row.ticksPerSecond = m_rate.update(m_context.deadlines.now(), row.ticksSent);
    row.roundTrip = own.roundTrip();
    row.unknownEvents = m_unknownEvents.count;
    row.lastUnknownEvent = m_unknownEvents.lastName;
    return row;
}

Subscription SocketIoClient::subscription() const
{
    for (const auto &[nsp, socket] : m_sockets) {
        if (const QuoteSubscriber *subscriber = socket->existingSubscriber())
            return subscriber->subscription();
    }
    return {};
}

void SocketIoClient::close(DisconnectReason reason, const CloseStatus &closeStatus)
{
    if (m_session)
        m_session->close(reason, closeStatus);
}

// In

void SocketIoClient::messageReceived(const EngineIoPacket &message)
{
    if (m_context.watch)
        m_context.watch->received(m_id, message.data, message.binary);
    auto packet = message.binary ? m_decoder.addBinary(message.data) : m_decoder.addText(message.data);
    hold(m_decoder.keptBytes());
    if (!packet)
        close(DisconnectReason::BadSocketIoPacket);
    else if (packet->has_value())
        handle(std::move(*packet.takeValue()));
}

/// Too much is kept, and this client has not sent the attachments that it has announced.
void SocketIoClient::giveWay()
{
    m_decoder.clear();
    hold(0);
    close(DisconnectReason::BadSocketIoPacket);
}

/// As with the reference server: first all that came together is read, which a violation ends; then clients come, go and
/// acknowledge; then the events of those who are still there are dealt with.
void SocketIoClient::batchReceived()
{
    const auto isEvent = [](const SocketIoPacket &packet) {
        return packet.type == SocketIoPacket::Type::Event || packet.type == SocketIoPacket::Type::BinaryEvent;
    };
    std::vector<SocketIoPacket> batch = std::exchange(m_batch, {});
    std::stable_partition(batch.begin(), batch.end(), std::not_fn(isEvent));
    for (const SocketIoPacket &packet : batch) {
        if (!m_session)
            break;
        deal(packet);
    }
}

void SocketIoClient::handle(SocketIoPacket packet)
{
    using Type = SocketIoPacket::Type;
    if (isRevision4())
        takeAuthFromQuery(packet);
    const auto joined = m_sockets.find(packet.nsp);
    if (joined == m_sockets.end() && packet.type == Type::Connect)
        requestToJoin(packet);
    else if (joined == m_sockets.end() || packet.type == Type::Connect || packet.type == Type::ConnectError)
        close(DisconnectReason::UnexpectedPacket);
    else
        m_batch.push_back(std::move(packet));
}

/// In revision 4 a namespace may have a query behind it, which stands for what a CONNECT carries in revision 5.
void SocketIoClient::takeAuthFromQuery(SocketIoPacket &packet) const
{
    const NamespaceQuery query = splitNamespaceQuery(packet.nsp);
    packet.nsp = query.nsp;
    if (packet.type == SocketIoPacket::Type::Connect)
        packet.json = query.auth;
}

/// What comes together with a CONNECT comes too early to be of that namespace, and so does a second one.
void SocketIoClient::requestToJoin(const SocketIoPacket &packet)
{
    if (!m_context.owner.findNamespace(packet.nsp)) {
        send(makePacket(SocketIoPacket::Type::ConnectError, packet.nsp, R"({"message":"Invalid namespace"})"));
        return;
    }
    const auto isSame = [&packet](const SocketIoPacket &other) {
        return other.type == SocketIoPacket::Type::Connect && other.nsp == packet.nsp;
    };
    if (std::any_of(m_batch.cbegin(), m_batch.cend(), isSame))
        close(DisconnectReason::UnexpectedPacket);
    else
        m_batch.push_back(packet);
}

void SocketIoClient::join(const SocketIoPacket &packet)
{
    SocketIoNamespace *nsp = m_context.owner.findNamespace(packet.nsp);
    Q_ASSERT(nsp);
    SocketIoSocket::Identity identity{makeSessionId(), packet.nsp,
                                      packet.json.isEmpty() ? QByteArrayLiteral("{}") : packet.json};
    QByteArray greeting;
    if (isRevision4()) { // the client makes up its ids itself, from the session's
        const bool isMain = packet.nsp == SocketIoPacket::mainNamespace();
        identity.id = isMain ? m_session->sid() : packet.nsp + '#' + m_session->sid();
    } else {
        greeting = "{\"sid\":\"" + identity.id + "\"}"; // not the session's own, which is a secret between the two
    }
    m_connectTimeout.stop();
    auto &slot = m_sockets[packet.nsp];
    slot = std::make_unique<SocketIoSocket>(*this, std::move(identity), m_context.deadlines);
    SocketIoSocket &socket = *slot;
    send(makePacket(SocketIoPacket::Type::Connect, packet.nsp, greeting));
    if (m_session)
        nsp->join(socket);
    socket.forgetAuth();
}

void SocketIoClient::deal(const SocketIoPacket &packet)
{
    using Type = SocketIoPacket::Type;
    if (packet.type == Type::Connect) {
        join(packet);
        return;
    }
    const auto joined = m_sockets.find(packet.nsp);
    if (joined == m_sockets.end()) // it has left in the same breath
        return;
    SocketIoSocket &socket = *joined->second;
    switch (packet.type) {
    case Type::Disconnect:
        leave(packet.nsp, DisconnectReason::ClientClosed); // the connection stays, for other namespaces or to come back
        break;
    case Type::Event:
    case Type::BinaryEvent:
        if (!packet.json.isEmpty()) // an event without even a name means nothing, but is no error to the reference
            handleEvent(socket, packet);
        break;
    case Type::Ack:
    case Type::BinaryAck:
        if (packet.id)
            socket.acknowledged(*packet.id, argumentsOfAck(packet));
        break;
    case Type::Connect:
    case Type::ConnectError:
        break;
    }
}

void SocketIoClient::handleEvent(SocketIoSocket &socket, const SocketIoPacket &packet)
{
    const SocketIoEvent event = SocketIoEvent::fromPacket(packet);
    SocketIoNamespace *nsp = m_context.owner.findNamespace(packet.nsp);
    Q_ASSERT(nsp);
    if (nsp->dispatch(socket, event, socket.makeAckFor(packet.id)))
        return;
    ++m_unknownEvents.count;
    m_unknownEvents.lastName = event.name.left(longestEventName);
    noteRefused(QStringLiteral("unknown_event"), m_unknownEvents.lastName);
}

Activity *SocketIoClient::addActivity(Activity::Kind kind) const
{
    if (!m_context.log || !m_session)
        return nullptr;
    return m_context.log->add(kind, m_id, m_session->peer(), m_session->transportKind());
}

void SocketIoClient::leave(const QByteArray &nsp, DisconnectReason reason)
{
    const auto found = m_sockets.find(nsp);
    Q_ASSERT(found != m_sockets.end());
    const std::shared_ptr<SocketIoSocket> socket = std::move(found->second);
    m_sockets.erase(found);
    m_context.deleter.deleteLater(socket); // one of its handlers may be running
    socket->ended();
    SocketIoNamespace *left = m_context.owner.findNamespace(nsp);
    Q_ASSERT(left);
    left->leave(*socket, reason);
}

void SocketIoClient::sessionEnded(DisconnectReason reason)
{
    m_connectTimeout.stop();
    m_context.owner.clientEnds(*this, reason);
    m_session = nullptr;
    m_batch.clear();
    while (!m_sockets.empty()) {
        const QByteArray nsp = m_sockets.begin()->first;
        leave(nsp, reason);
    }
    m_context.owner.clientEnded(*this, reason);
}

} // namespace ticker
