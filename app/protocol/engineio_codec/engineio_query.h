// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace ticker {

/// The query of an Engine.IO request, "EIO=4&transport=polling&sid=...&t=...". Values are decoded but not judged: what is
/// no transport's name is simply an unknown transport.
struct EngineIoQuery final
{
    QByteArray revision;             ///< "EIO", the revision of the protocol: "4".
    QByteArray transport;            ///< "polling" or "websocket".
    QByteArray sid;                  ///< Empty in a handshake.
    std::optional<QByteArray> jsonp; ///< "j", the index of a JSONP callback; set even when empty.
    bool base64 = false;             ///< "b64": the client takes no binary data.

    friend bool operator==(const EngineIoQuery &, const EngineIoQuery &) = default;
};

/// Reads a query as a URL's search parameters are read: split at '&' and the first '=', '+' is a space, percent escapes
/// are decoded, the last of several equal names counts, other names are ignored. Never fails.
[[nodiscard]] EngineIoQuery parseEngineIoQuery(const QByteArray &query);

} // namespace ticker
