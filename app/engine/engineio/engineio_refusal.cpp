// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio/engineio_refusal.h"

namespace ticker {

namespace {

QByteArray messageOf(EngineIoErrorCode code)
{
    switch (code) {
    case EngineIoErrorCode::UnknownTransport:
        return QByteArrayLiteral("Transport unknown");
    case EngineIoErrorCode::UnknownSid:
        return QByteArrayLiteral("Session ID unknown");
    case EngineIoErrorCode::BadHandshakeMethod:
        return QByteArrayLiteral("Bad handshake method");
    case EngineIoErrorCode::BadRequest:
        return QByteArrayLiteral("Bad request");
    case EngineIoErrorCode::Forbidden:
        return QByteArrayLiteral("Forbidden");
    case EngineIoErrorCode::UnsupportedRevision:
        return QByteArrayLiteral("Unsupported protocol version");
    }
    Q_UNREACHABLE();
    return QByteArray();
}

} // namespace

EngineIoRefusal tooManySessions()
{
    return {503, QByteArrayLiteral("text/plain; charset=utf-8"), QByteArrayLiteral("Too many sessions are open.\n")};
}

EngineIoRefusal makeRefusal(EngineIoErrorCode code, RequestKind kind)
{
    const QByteArray message = messageOf(code);
    // The reference answers every refused upgrade with 400, even a forbidden one.
    if (kind == RequestKind::Upgrade)
        return {400, QByteArrayLiteral("text/html"), message};
    return {code == EngineIoErrorCode::Forbidden ? 403 : 400, QByteArrayLiteral("application/json"),
            "{\"code\":" + QByteArray::number(int(code)) + ",\"message\":\"" + message + "\"}"};
}

} // namespace ticker
