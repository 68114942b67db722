// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"
#include "client_values/close_status.h"
#include "client_values/disconnect_reason.h"
#include "transport/fast_path.h"

#include <QString>

#include <span>

namespace ticker {

class OutgoingPacket;
class SymbolSet;
class TickBatch;
class TickMerger;
struct TickChain;
struct TickContents;
struct SocketIoPacket;

/// The connection of a client, as the sockets see it that it has in namespaces. Server thread; outlives them.
class SocketIoConnection
{
public:
    /// Events that no handler took.
    struct UnknownEvents final
    {
        quint64 count = 0;
        QString lastName; ///< At most 100 characters; empty when there was none.
    };

    /// Sends a packet with its attachments behind it. Dropped after the end.
    virtual void send(const SocketIoPacket &packet) = 0;
    /// Sends a packet that is encoded already.
    virtual void sendEncoded(const OutgoingPacket &packet) = 0;
    virtual void sendTicks(std::span<const OutgoingPacket> ticks) = 0;
    /// Ticks that gave way to newer ones before they came here.
    virtual void countMerged(quint32 ticks) = 0;
    /// As PacketSender says.
    virtual void dropConflatedTicks() = 0;
    virtual void restrictConflatedTicks(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain) = 0;
    /// As ConflatedTicks::contents().
    [[nodiscard]] virtual const TickContents *conflatedContents(const TickMerger &merger) const = 0;
    /// Closes the transport. No DISCONNECT is sent, after which a client would not come back.
    virtual void close(DisconnectReason reason, const CloseStatus &closeStatus = {}) = 0;

    // As FanOut::Member says

    virtual void fastPathTook(const TickBatch &batch, qint64 bytes) = 0;
    virtual void sentDirectly(quint32 ticks, quint64 bytes) = 0;
    [[nodiscard]] virtual FastPath fastPath() const = 0;

    // For the activity log

    /// The client did something, which @p complete adds to the line.
    template<typename Complete>
    void note(Activity::Kind kind, const Complete &complete) const
    {
        if (Activity *line = addActivity(kind))
            complete(*line);
    }
    /// A message of it is not understood, by the code of the error and what it is about.
    void noteRefused(const QString &code, const QString &quote) const;
    [[nodiscard]] virtual const UnknownEvents &unknownEvents() const = 0;

protected:
    ~SocketIoConnection() = default;

private:
    /// Null: nobody reads it, or there is too much.
    [[nodiscard]] virtual Activity *addActivity(Activity::Kind kind) const = 0;
};

} // namespace ticker
