// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/close_status.h"
#include "client_values/disconnect_reason.h"
#include "client_values/transport_kind.h"
#include "engineio_codec/engineio_packet.h"
#include "packets/outgoing_packet.h"
#include "transport/fast_path.h"

#include <QByteArray>

#include <span>

namespace ticker {

/// How the packets of a session travel, and nothing about what they mean. Owned by the session. Server thread.
class Transport
{
public:
    /// Who hears of what comes in: the session, or the upgrade while a new transport is on trial. May close the transport
    /// in any of these, but not destroy it.
    class Receiver
    {
    public:
        virtual void packetReceived(const EngineIoPacket &packet) = 0;
        /// All packets that came together, in one POST or one frame, were passed on.
        virtual void batchReceived() = 0;
        /// It cannot go on. Close it; nothing comes any more then.
        virtual void transportFailed(DisconnectReason reason) = 0;
        /// isWritable(), unsentBytes() or fastPath() has changed: more can be sent, or nothing any more.
        virtual void transportWritable() = 0;

    protected:
        ~Receiver() = default;
    };

    /// What becomes of the connection when the server closes.
    struct Closing final
    {
        static const Closing Normal;   ///< The peer is told.
        static const Closing Shutdown; ///< The peer is told that the server goes away.
        static const Closing Restart;  ///< The peer is told that the service goes on, if not here.
        static const Closing Abort;    ///< Dropped with what is unsent.

        bool aborts = false;
        /// Of a WebSocket's close frame, where 1005 stands for none; polling and event streams have none.
        quint16 code;
        QByteArray reason;
    };
    /// The close status is for who is disconnected by the user.
    [[nodiscard]] static Closing closingFor(DisconnectReason reason, const CloseStatus &closeStatus = {});

    Transport() = default;
    virtual ~Transport() = default;
    Q_DISABLE_COPY_MOVE(Transport)

    /// Not owned; must outlive the transport or be replaced.
    virtual void setReceiver(Receiver *receiver) = 0;
    [[nodiscard]] virtual TransportKind kind() const = 0;
    /// Whether send() may be called now.
    [[nodiscard]] virtual bool isWritable() const = 0;
    /// Bytes that were sent but that the kernel has not taken yet.
    [[nodiscard]] virtual qint64 unsentBytes() const = 0;
    /// The way past the transport, for frames to many; open only while nothing is unsent. Polling has none.
    [[nodiscard]] virtual FastPath fastPath() const { return {}; }
    /// Takes what the fast path has left of frames that were sent through it. Only when it has one.
    virtual void sendRest(const QByteArray &) { Q_UNREACHABLE(); }
    /// How many bytes are worth sending at once when much waits. What stays behind can still be merged.
    [[nodiscard]] virtual qsizetype batchBytes() const = 0;
    /// Sends at least one packet, in order, with nothing between. Only while isWritable(), which may end by it.
    /// Returns the bytes handed out, framing included.
    virtual qint64 send(std::span<const OutgoingPacket> packets) = 0;
    /// Ends it. Does nothing when it is closed.
    virtual void close(const Closing &closing) = 0;
};

} // namespace ticker
