// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace ticker {

struct EngineIoQuery;

/// The revision of Engine.IO: 3 of Socket.IO's clients 1 and 2, 4 of the later ones.
enum class EngineIoRevision : quint8 { Three = 3, Four = 4 };

/// How the packets of one transport are written, as its first request asked for. A value.
struct PacketFraming final
{
    EngineIoRevision revision = EngineIoRevision::Four;
    bool base64 = false;             ///< Binary data as text: the client takes no other.
    std::optional<QByteArray> jsonp; ///< Polling by script elements: the index of the callback.

    /// The revision that a query asks for; nothing when it is none of ours.
    [[nodiscard]] static std::optional<EngineIoRevision> revisionOf(const EngineIoQuery &query);
    /// Of a query whose revision is one of ours.
    [[nodiscard]] static PacketFraming of(const EngineIoQuery &query);
};

} // namespace ticker
