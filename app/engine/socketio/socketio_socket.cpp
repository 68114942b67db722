// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio/socketio_socket.h"

#include "packets/late_packet.h"
#include "socketio/socketio_connection.h"
#include "subscriptions/quote_subscriber.h"

#include <utility>

namespace ticker {

namespace {

OutgoingPacket encoded(const SocketIoPacket &packet)
{
    Q_ASSERT(!packet.isBinary());
    return OutgoingPacket({EngineIoPacket::Type::Message, false, encodeSocketIoPacket(packet)});
}

} // namespace

struct SocketIoSocket::Question final
{
    Question(AnswerHandler answerHandler, DeadlineQueue &deadlines)
        : handler(std::move(answerHandler)), timeout(deadlines)
    {
    }

    AnswerHandler handler;
    Deadline timeout;
};

/// A second seat of the client, with a fast path that is the same.
class SocketIoSocket::Subscriber final : public QuoteSubscriber
{
public:
    Subscriber(SocketIoSocket &socket, DeadlineQueue &deadlines) : QuoteSubscriber(deadlines), m_socket(socket) { }

    void end()
    {
        stopTicks();
        fastPathChanged();
    }
    void fastPathTook(const TickBatch &batch, qint64 bytes) override { m_socket.fastPathTook(batch, bytes); }
    void send(const OutgoingPacket &packet) override { m_socket.sendEncoded(packet); }

private:
    [[nodiscard]] FastPath openFastPath() const override { return m_socket.fastPath(); }
    void sentDirectly(quint32 ticks, quint64 bytes) override { m_socket.sentDirectly(ticks, bytes); }
    void deliver(std::span<const OutgoingPacket> ticks) override
    {
        if (!m_socket.m_ended)
            m_socket.m_connection.sendTicks(ticks);
    }
    void countMerged(quint32 ticks) override { m_socket.m_connection.countMerged(ticks); }
    void restrictWaiting(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain) override
    {
        m_socket.m_connection.restrictConflatedTicks(merger, symbols, chain);
    }
    [[nodiscard]] const TickContents *waitingContents(const TickMerger &merger) const override
    {
        return m_socket.m_connection.conflatedContents(merger);
    }

    SocketIoSocket &m_socket;
};

SocketIoSocket::SocketIoSocket(SocketIoConnection &connection, Identity identity, DeadlineQueue &deadlines)
    : m_connection(connection), m_identity(std::move(identity)), m_deadlines(deadlines),
      m_self(std::make_shared<SocketIoSocket *>(this))
{
}

SocketIoSocket::~SocketIoSocket() = default;

void SocketIoSocket::emitEvent(const QString &name, const SocketIoArguments &arguments)
{
    send(makeEvent(nsp(), name, arguments));
}

void SocketIoSocket::emitEvent(const QString &name, const SocketIoArguments &arguments, AnswerHandler handler,
                               DeadlineQueue::Time timeout)
{
    if (m_ended) {
        handler(NoAnswer::Disconnected);
        return;
    }
    const quint64 id = m_nextQuestion++;
    auto &question = m_questions[id];
    question = std::make_unique<Question>(std::move(handler), m_deadlines);
    question->timeout.start(timeout, [this, id] { answer(id, NoAnswer::TimedOut); });
    send(makeEvent(nsp(), name, arguments, id));
}

void SocketIoSocket::emitLater(const QString &name, const LateArguments &arguments, OutgoingPacket::Kind kind)
{
    const auto make = [nsp = nsp(), name, arguments]() -> std::optional<OutgoingPacket> {
        const auto made = arguments();
        return made ? std::optional(encoded(makeEvent(nsp, name, *made))) : std::nullopt;
    };
    sendEncoded(makeLater(make, kind));
}

void SocketIoSocket::disconnect()
{
    m_connection.close(DisconnectReason::Kicked);
}

void SocketIoSocket::send(const SocketIoPacket &packet)
{
    if (!m_ended)
        m_connection.send(packet);
}

void SocketIoSocket::sendEncoded(const OutgoingPacket &packet)
{
    if (!m_ended)
        m_connection.sendEncoded(packet);
}

void SocketIoSocket::dropConflatedTicks()
{
    if (!m_ended)
        m_connection.dropConflatedTicks();
}

void SocketIoSocket::sendTicks(const TickBatch &batch)
{
    if (!m_ended)
        m_connection.sendTicks(batch.ticks());
}

void SocketIoSocket::fastPathTook(const TickBatch &batch, qint64 bytes)
{
    m_connection.fastPathTook(batch, bytes); // also in the end: a frame that has begun must become whole
}

FastPath SocketIoSocket::fastPath() const
{
    return m_ended ? FastPath() : m_connection.fastPath();
}

void SocketIoSocket::sentDirectly(quint32 ticks, quint64 bytes)
{
    m_connection.sentDirectly(ticks, bytes);
}

QuoteSubscriber &SocketIoSocket::subscriber()
{
    if (!m_subscriber)
        m_subscriber = std::make_unique<Subscriber>(*this, m_deadlines);
    return *m_subscriber;
}

const QuoteSubscriber *SocketIoSocket::existingSubscriber() const
{
    return m_subscriber.get();
}

void SocketIoSocket::fastPathsChanged()
{
    fastPathChanged();
    if (m_subscriber)
        m_subscriber->fastPathChanged();
}

void SocketIoSocket::settleAll()
{
    settle();
    if (m_subscriber)
        m_subscriber->settle();
}

void SocketIoSocket::acknowledged(quint64 id, const SocketIoArguments &arguments)
{
    answer(id, arguments);
}

void SocketIoSocket::ended()
{
    m_ended = true;
    fastPathChanged();
    if (m_subscriber)
        m_subscriber->end();
    m_self.reset();
    while (!m_questions.empty())
        answer(m_questions.begin()->first, NoAnswer::Disconnected);
}

/// Taken out first: the handler may ask the next question, or end the client.
void SocketIoSocket::answer(quint64 id, const Answer &answer)
{
    const auto found = m_questions.find(id);
    if (found == m_questions.end())
        return;
    const AnswerHandler handler = std::move(found->second->handler);
    m_questions.erase(found);
    handler(answer);
}

struct SocketIoAck::State final
{
    std::weak_ptr<SocketIoSocket *> socket; ///< Expires with the socket.
    quint64 id = 0;
};

SocketIoAck::SocketIoAck(const std::shared_ptr<SocketIoSocket *> &socket, std::optional<quint64> id)
    : m_state(id ? std::make_shared<State>(State{socket, *id}) : nullptr)
{
}

void SocketIoAck::operator()(const SocketIoArguments &arguments) const
{
    if (!m_state)
        return;
    if (const auto socket = std::exchange(m_state->socket, {}).lock())
        (*socket)->send(makeAck((*socket)->nsp(), m_state->id, arguments));
}

void SocketIoAck::later(const std::function<SocketIoArguments()> &arguments, OutgoingPacket::Kind kind) const
{
    if (!m_state)
        return;
    if (const auto socket = std::exchange(m_state->socket, {}).lock()) {
        const auto make = [nsp = (*socket)->nsp(), id = m_state->id, arguments] {
            return encoded(makeAck(nsp, id, arguments()));
        };
        (*socket)->sendEncoded(makeLater(make, kind));
    }
}

} // namespace ticker
