// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/disconnect_reason.h"
#include "deadline.h"
#include "delivery/fan_out.h"
#include "packets/outgoing_packet.h"
#include "socketio_codec/socketio_arguments.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace ticker {

class QuoteSubscriber;
class SocketIoConnection;
class SocketIoSocket;

/// The answer that a client may have asked for with an event. A value that may be kept and called later; copies are one
/// and the same answer. Server thread.
class SocketIoAck final
{
public:
    /// Without an id no answer is wanted.
    SocketIoAck(const std::shared_ptr<SocketIoSocket *> &socket, std::optional<quint64> id);

    [[nodiscard]] bool isWanted() const { return m_state != nullptr; }
    /// Answers. Only the first call does; none when no answer is wanted or the client has left.
    void operator()(const SocketIoArguments &arguments) const;
    /// The same with arguments that are long, and none of them binary: they do not wait in memory.
    void later(const std::function<SocketIoArguments()> &arguments,
               OutgoingPacket::Kind kind = OutgoingPacket::Kind::Ordinary) const;

private:
    struct State;

    std::shared_ptr<State> m_state;
};

/// One client in one namespace: what an application talks to. Server thread; owned by the client, gone soon after its
/// namespace's onDisconnection() was called.
class SocketIoSocket final : public FanOut::Member
{
public:
    /// Why there is no answer to an event.
    enum class NoAnswer : quint8 { TimedOut, Disconnected };
    using Answer = Expected<SocketIoArguments, NoAnswer>;
    /// Makes the arguments of what is sent when it can leave, perhaps after this socket's end.
    /// Nothing: the event has become superfluous.
    using LateArguments = std::function<std::optional<SocketIoArguments>()>;
    using AnswerHandler = std::function<void(const Answer &)>;

    struct Identity final
    {
        QByteArray id;   ///< As the client knows it in this namespace.
        QByteArray nsp;  ///< "/admin"
        QByteArray auth; ///< JSON, an object: what the client sent along when it connected. Untrusted.
    };

    SocketIoSocket(SocketIoConnection &connection, Identity identity, DeadlineQueue &deadlines);
    ~SocketIoSocket() override;

    [[nodiscard]] const QByteArray &id() const { return m_identity.id; }
    [[nodiscard]] const QByteArray &nsp() const { return m_identity.nsp; }
    /// Only while the namespace's connection handler runs: a million sessions may bring as much as they like.
    [[nodiscard]] const QByteArray &auth() const { return m_identity.auth; }
    void forgetAuth() { m_identity.auth = {}; }
    /// Which other namespaces' sockets may share.
    [[nodiscard]] SocketIoConnection &connection() const { return m_connection; }

    /// Sends an event to this client.
    void emitEvent(const QString &name, const SocketIoArguments &arguments = {});
    /// The same, and asks for an answer: the handler is called exactly once, at the latest after the timeout.
    void emitEvent(const QString &name, const SocketIoArguments &arguments, AnswerHandler handler,
                   DeadlineQueue::Time timeout);
    /// The same with arguments that are long, and none of them binary: they do not wait in memory.
    void emitLater(const QString &name, const LateArguments &arguments,
                   OutgoingPacket::Kind kind = OutgoingPacket::Kind::Ordinary);
    /// Closes the whole connection. The client is not told to leave, after which it would not come back by itself.
    void disconnect();

    /// Sends a packet as it is.
    void send(const SocketIoPacket &packet);
    /// This client as one who subscribes to some instruments, beside what all of the namespace get.
    [[nodiscard]] QuoteSubscriber &subscriber();

    /// The same, or null when it never was asked for.
    [[nodiscard]] const QuoteSubscriber *existingSubscriber() const;

    // For the namespace, which sends to many

    /// Sends a packet that is encoded already.
    void sendEncoded(const OutgoingPacket &packet);
    void sendTicks(const TickBatch &batch) override;
    /// As PacketSender says.
    void dropConflatedTicks();
    void fastPathTook(const TickBatch &batch, qint64 bytes) override;

    // For the client

    /// Its fast path has changed.
    void fastPathsChanged();
    /// Passes on what was sent directly.
    void settleAll();
    /// An acknowledgement arrived. One that nobody waits for is ignored.
    void acknowledged(quint64 id, const SocketIoArguments &arguments);
    /// Nothing can be sent any more; handlers that wait hear of it.
    void ended();
    /// Expires when nothing can be sent any more.
    [[nodiscard]] std::weak_ptr<SocketIoSocket *> reference() const { return m_self; }
    [[nodiscard]] SocketIoAck makeAckFor(std::optional<quint64> id) const { return {m_self, id}; }

private:
    struct Question;
    class Subscriber;

    [[nodiscard]] FastPath fastPath() const override;
    void sentDirectly(quint32 ticks, quint64 bytes) override;
    void answer(quint64 id, const Answer &answer);

    SocketIoConnection &m_connection;
    Identity m_identity;
    DeadlineQueue &m_deadlines;
    std::map<quint64, std::unique_ptr<Question>> m_questions; ///< Asked and not answered, by id.
    quint64 m_nextQuestion = 0;
    std::unique_ptr<Subscriber> m_subscriber; ///< Made when it is asked for.
    bool m_ended = false;
    /// Dies with this, so that an answer given too late finds out.
    std::shared_ptr<SocketIoSocket *> m_self;
};

} // namespace ticker
