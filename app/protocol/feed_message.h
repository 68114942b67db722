// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"

#include <QByteArray>
#include <QString>

namespace ticker {

// The plain feed over WebSocket: each message is one text, a compact JSON object whose fields have a fixed order.

/// What a client is told first.
struct FeedHello final
{
    QString symbol;
    double rateHz = 0; ///< Ticks a second at this moment; 0: paused.
    quint64 seed = 0;  ///< On the wire a text: as numbers, many readers of JSON keep 53 bits.
};

/// The price of an instrument at one tick.
struct FeedTick final
{
    QString symbol;
    int price = 0;
    quint64 seq = 0;   ///< The tick's number, from 1.
    qint64 timeMs = 0; ///< Milliseconds since 1970, UTC.
};

/// What a client asks for: {"action":"ping"}. Fields that mean nothing are ignored.
struct FeedRequest final
{
    enum class Action : quint8 { Ping };
    Action action = Action::Ping;

    friend bool operator==(const FeedRequest &, const FeedRequest &) = default;
};

/// Why a message of a client was not understood.
struct FeedError final
{
    /// Of what a client sent at most so many characters are repeated.
    static constexpr qsizetype longestQuote = 100;

    enum class Code : quint8 { UnknownMessage, BinaryMessage };

    Code code = Code::UnknownMessage;
    QString message; ///< A sentence for a person.
    QString quote;   ///< The action that there is not, or how the text begins, untrusted; empty when it was binary.
};

[[nodiscard]] QByteArray encodeFeedHello(const FeedHello &hello);
[[nodiscard]] QByteArray encodeFeedTick(const FeedTick &tick);
/// The latest tick, for a client that has missed it.
[[nodiscard]] QByteArray encodeFeedSnapshot(const FeedTick &tick);
/// The answer to a ping: the time in milliseconds since 1970, UTC.
[[nodiscard]] QByteArray encodeFeedPong(qint64 timeMs);
[[nodiscard]] QByteArray encodeFeedError(const FeedError &error);

/// Reads what a client sent as text, which must be UTF-8.
[[nodiscard]] Expected<FeedRequest, FeedError> decodeFeedRequest(const QByteArray &utf8);
/// For what a client sent as binary data: nothing of that kind is understood.
[[nodiscard]] FeedError binaryFeedError();

} // namespace ticker
