// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engineio_codec/engineio_packet.h"
#include "packets/byte_budget.h"
#include "packets/mergeable_tick.h"
#include "packets/packet_framing.h"
#include "packets/packet_source.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace ticker {

/// An Engine.IO packet on its way out, in the forms in which the transports write it. A value that shares its bytes: a
/// packet for ten thousand clients is encoded once per form and copied by reference. Text is the same in both revisions.
class OutgoingPacket final
{
public:
    enum class Kind : quint8 {
        Ordinary,
        Tick,         ///< A newer one takes its place when the client is too slow for both.
        TickPart,     ///< The same; but the client hears of the tick by another message, too, which counts it.
        Heartbeat,    ///< Says what was sent before it, and so is dropped when ticks are moved behind it.
        MarketChange, ///< Ticks behind it are those of another market.
        Answer,       ///< Tells no prices: ticks behind it need not wait until it is made.
    };

    explicit OutgoingPacket(const EngineIoPacket &packet, Kind kind = Kind::Ordinary);
    /// A text as it is, for a WebSocket that speaks no Engine.IO.
    [[nodiscard]] static OutgoingPacket plainText(const QByteArray &utf8, Kind kind = Kind::Ordinary);
    /// WebSocket's own ping (RFC 6455, 5.5.2). A frame only: polling has none.
    [[nodiscard]] static OutgoingPacket webSocketPing();

    /// An event of server-sent events, as it is: not for WebSockets.
    [[nodiscard]] static OutgoingPacket event(const QByteArray &text, Kind kind = Kind::Ordinary);

    /// What is made when it can leave, and so costs little while it waits. Not a tick.
    [[nodiscard]] static OutgoingPacket later(std::shared_ptr<PacketSource> source, Kind kind = Kind::Ordinary);
    /// Null: the packet is made.
    [[nodiscard]] PacketSource *source() const { return m_source.get(); }

    /// Makes it anew, or nothing where it has become superfluous.
    using Remake = std::function<std::optional<OutgoingPacket>()>;
    /// For what tells a state: behind a packet that is made when it leaves it would be older than that, and so it is made
    /// anew then.
    void setRemake(Remake remake) { m_remake = std::make_shared<const Remake>(std::move(remake)); }
    /// Null: it stays as it is.
    [[nodiscard]] const Remake *remake() const { return m_remake.get(); }

    /// Encodes the WebSocket frame of a text packet now, so that copies share it instead of encoding their own.
    void prepareFrame();
    /// Only after prepareFrame().
    [[nodiscard]] const QByteArray &preparedFrame() const { return m_frame; }

    [[nodiscard]] bool isBinary() const { return m_binary; }
    /// The text form, or the data of a binary message without its type.
    [[nodiscard]] const QByteArray &data() const { return m_data; }
    /// As part of a polling payload that is text.
    [[nodiscard]] QByteArray text(EngineIoRevision revision) const;
    /// As a WebSocket frame.
    [[nodiscard]] QByteArray frame(const PacketFraming &framing) const;
    /// Bytes of its text: its weight while it waits.
    [[nodiscard]] qsizetype size() const;
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isTick() const { return m_kind == Kind::Tick || m_kind == Kind::TickPart; }
    /// Among the ticks that a client got.
    [[nodiscard]] bool countsAsTick() const { return m_kind == Kind::Tick; }
    /// It is made when it leaves, with the prices of that moment.
    [[nodiscard]] bool isLateState() const { return m_source && m_kind == Kind::Ordinary; }
    [[nodiscard]] bool isMarketChange() const { return m_kind == Kind::MarketChange; }
    [[nodiscard]] bool isHeartbeat() const { return m_kind == Kind::Heartbeat; }
    /// What a tick is made of, so that others can be merged in it. Null: a newer one simply takes its place.
    [[nodiscard]] const MergeableTick *mergeable() const { return m_mergeable ? &m_mergeable->tick : nullptr; }
    void setMergeable(const MergeableTick &tick) { m_mergeable = std::make_shared<Mergeable>(tick); }
    /// What it costs whoever keeps it, beside what it shares with others, which is counted here. Null: nobody counts.
    [[nodiscard]] qint64 keep(ByteBudget *budget) const;
    /// The same again, for who does not keep it any more.
    [[nodiscard]] qint64 ownBytes() const;

private:
    OutgoingPacket() = default;

    struct Mergeable final
    {
        explicit Mergeable(const MergeableTick &mergeable) : tick(mergeable) { }

        const MergeableTick tick;
        ByteBudget::Shared bytes; ///< Of the text, which all copies share.
    };

    QByteArray m_data;  ///< The text form, or the raw data when binary.
    QByteArray m_frame; ///< Empty until it was prepared.
    std::shared_ptr<Mergeable> m_mergeable;
    std::shared_ptr<PacketSource> m_source;
    std::shared_ptr<const Remake> m_remake; ///< Shared by all clients.
    bool m_binary = false;
    Kind m_kind = Kind::Ordinary;
};

} // namespace ticker
