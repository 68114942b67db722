// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/subscription.h"
#include "client_values/transport_kind.h"

#include <QString>

#include <chrono>

namespace ticker {

/// What is known of one connected client at the moment of a snapshot.
struct ClientRow final
{
    quint64 id = 0;  ///< Unique while the server runs; rows are sorted by it.
    QString address; ///< The peer, without port: "127.0.0.1", "::1".
    quint16 port = 0;
    TransportKind transport = TransportKind::WebSocket;
    QString name;                              ///< That it gives itself, untrusted; empty: none.
    QString userAgent;                         ///< As sent, untrusted; empty when the client sent none.
    std::chrono::milliseconds connectedFor{0}; ///< In whole seconds: finer, every row would differ in each snapshot.
    bool getsHeadline = false;                 ///< Socket.IO's "stock price update".
    Subscription subscription;
    double ticksPerSecond = 0; ///< Over the last seconds.
    quint64 ticksSent = 0;
    quint64 ticksMerged = 0; ///< Ticks that were replaced by a newer one before they could leave.
    quint64 bytesSent = 0;   ///< Payload bytes, framing included, HTTP and TCP headers excluded.
    qint64 unsentBytes = 0;
    std::chrono::nanoseconds roundTrip{-1}; ///< Of the last ping of ours; negative: not known.
    quint64 unknownEvents = 0;              ///< Events from the client that mean nothing to this server.
    QString lastUnknownEvent;               ///< The name of the last of them, untrusted; at most 100 characters.

    friend bool operator==(const ClientRow &, const ClientRow &) = default;
};

} // namespace ticker
