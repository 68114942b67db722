// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ticker {

/// The answer to a request that opens no session: HTTP status and body as the reference server sends them.
struct EngineIoRefusal final
{
    int status = 400;
    QByteArray contentType;
    QByteArray body;
};

/// The errors of the protocol; the values are those on the wire.
enum class EngineIoErrorCode : quint8 {
    UnknownTransport,
    UnknownSid,
    BadHandshakeMethod,
    BadRequest,
    Forbidden,
    UnsupportedRevision,
};

/// How the request came, which decides the form of its answer: JSON for HTTP, the bare message for an upgrade.
enum class RequestKind : quint8 { Http, Upgrade };

/// There are too many sessions. The protocol has no code for it, and so it is plain HTTP.
[[nodiscard]] EngineIoRefusal tooManySessions();

/// The one place where a protocol error becomes bytes.
[[nodiscard]] EngineIoRefusal makeRefusal(EngineIoErrorCode code, RequestKind kind);

} // namespace ticker
