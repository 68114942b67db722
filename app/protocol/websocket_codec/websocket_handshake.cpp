// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocket_codec/websocket_handshake.h"

#include <QCryptographicHash>

namespace ticker {

std::optional<HttpError> refuseHandshake(const HttpRequest &request)
{
    if (request.method != "GET" || !request.authority.isEmpty())
        return HttpError{400, "A WebSocket handshake must be a GET request with a plain path."};
    if (request.headerCount("transfer-encoding") > 0 || request.header("content-length").toInt() > 0)
        return HttpError{400, "A WebSocket handshake must not have a body."};
    if (request.headerCount("sec-websocket-version") != 1 || request.header("sec-websocket-version").trimmed() != "13")
        return HttpError{400, "Missing or invalid Sec-WebSocket-Version header"};
    const auto key = QByteArray::fromBase64Encoding(request.header("sec-websocket-key").trimmed(),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    if (request.headerCount("sec-websocket-key") != 1 || !key || (*key).size() != 16)
        return HttpError{400, "Missing or invalid Sec-WebSocket-Key header"};
    return std::nullopt;
}

QByteArray acceptFor(const QByteArray &key)
{
    return QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1).toBase64();
}

} // namespace ticker
