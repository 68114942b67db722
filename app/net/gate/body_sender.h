// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate/body_turns.h"

#include <memory>
#include <optional>

namespace ticker {

class BodySource;
class ByteStream;
class LaneCharge;

/// Sends one long body, a piece at each turn, and the next one when the client has taken the last: what waits for a client
/// is one piece at most. Server thread; owned by the connection, destroyed when the body is over.
class BodySender final : private BodyTurns::Sender
{
    Q_DISABLE_COPY_MOVE(BodySender)

public:
    /// Outlives it, as all that it is given does.
    class Owner
    {
    public:
        /// All of it has left. Destroys the sender, as does
        virtual void bodySent() = 0;
        /// when it cannot be completed, because of the source or of the client.
        virtual void bodyBroken() = 0;
        /// The client has to take something first: streamDrained() will tell.
        virtual void bodyWaits() = 0;

    protected:
        ~Owner() = default;
    };

    BodySender(BodyTurns &turns, ByteStream &stream, LaneCharge &lane, Owner &owner, std::shared_ptr<BodySource> source,
               bool chunked);
    ~BodySender() override;

    /// At the start, and when the stream is drained.
    void goOn() { m_turns.join(*this); }

private:
    /// What became of a piece.
    struct Sent final
    {
        qsizetype bytes = 0;
        bool isBroken = false;
        bool isFull = false; ///< The kernel takes nothing now.
    };

    qsizetype takeTurn() override;
    [[nodiscard]] Sent sendPiece();
    [[nodiscard]] std::optional<Sent> sendFromFile();

    BodyTurns &m_turns;
    ByteStream &m_stream;
    LaneCharge &m_lane;
    Owner &m_owner;
    std::shared_ptr<BodySource> m_source;
    bool m_chunked;
    bool m_ended = false;
};

} // namespace ticker
