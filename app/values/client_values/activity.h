// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/disconnect_reason.h"
#include "client_values/subscription.h"
#include "client_values/transport_kind.h"
#include "localized_text.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>

namespace ticker {

/// Something that has happened in the server, for its activity log. Words are made of it where it is shown: what it holds
/// is the same in every language. Each kind says which of the fields it has; the others are empty.
struct Activity final
{
    enum class Kind : quint8 {
        Listening, ///< text: the address.
        Stopped,
        Failed, ///< text and localized: what is wrong.

        Connected,      ///< A client; text: its user agent; detail: the name that it gives itself; both untrusted.
        Subscribed,     ///< A client; as setSubscription() puts it.
        Upgraded,       ///< A client, from polling to a WebSocket.
        Disconnected,   ///< A client; detail: its name, untrusted; reason; duration, count (ticks), bytes.
        TicksMerged,    ///< A client, which is too slow for every tick, or wanted fewer.
        MessageRefused, ///< A client; text: what it is about, untrusted; detail: the code of the error.

        HostRefused,    ///< A peer; text: the host that it asked for, untrusted.
        OriginRefused,  ///< A peer; text: its Origin, untrusted.
        RequestRefused, ///< A peer; text and localized: why.
        OriginAllowed,  ///< text: the Origin.

        IntervalSet, ///< value: ticks a second.
        Paused,
        Resumed,
        SeedSet,     ///< text: the seed.
        SingleTick,  ///< One was asked for.
        MarketActed, ///< text: the symbol, empty for all; detail: MarketAction::nameOf(); value.
        PlaybackSteered,
        MarketUsed, ///< text: its file, empty for the built-in one.
        FilePlayed, ///< text: the file.
        FileLeft,
        RecordingStarted, ///< text: the file.
        RecordingStopped,
        FileFailed, ///< text: the file; detail and localized: why.
        Noticed,    ///< text and localized: a line for a person.

        Omitted, ///< count: so many lines are not here, for they were too many at once.
    };
    static constexpr int kinds = int(Kind::Omitted) + 1;

    Kind kind = Kind::Listening;
    qint64 timeMs = 0;  ///< Since 1970, UTC.
    quint64 client = 0; ///< ClientRow::id; 0: it is about none.
    QString address;    ///< Of the client or peer, without port.
    quint16 port = 0;
    TransportKind transport = TransportKind::WebSocket;
    QString text;
    QString detail;
    LocalizedText localized; ///< For a window what text or detail says in English.
    quint64 count = 0;
    quint64 bytes = 0;
    double value = 0;
    std::chrono::milliseconds duration{0};
    DisconnectReason reason = DisconnectReason::ClientClosed;
    bool byProgram = false; ///< Asked for by POST /api/control, not in the window.

    /// text: up to three symbols; count: how many instruments; value: 1 if these are all.
    void setSubscription(const Subscription &subscription)
    {
        text = subscription.symbols;
        count = subscription.instruments;
        value = subscription.all ? 1 : 0;
    }
    /// "disconnected"; what programs call it, the same in every language.
    [[nodiscard]] static QString nameOf(Kind kind);
    /// Whether it is about a connected client, so that there may be thousands of them.
    [[nodiscard]] static bool isOfClient(Kind kind);
    /// For programs: only the fields that its kind has.
    [[nodiscard]] QJsonObject toJson() const;

    friend bool operator==(const Activity &, const Activity &) = default;
};

/// In the order in which they happened.
using Activities = QList<Activity>;

/// A JSON object a line (JSON Lines), each with its end. All that is not printable() is escaped.
QByteArray toJsonLines(const Activities &lines);

} // namespace ticker
