// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocket_codec/websocket_handshake.h"

#include "http_codec/http_characters.h"

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
    if (const auto offered = offeredSubprotocols(request); !offered)
        return offered.error();
    return std::nullopt;
}

Expected<QStringList, HttpError> offeredSubprotocols(const HttpRequest &request)
{
    QStringList names;
    for (const auto &[field, value] : request.headers) {
        if (field != "sec-websocket-protocol")
            continue;
        for (const QByteArray &item : value.split(',')) {
            const QByteArray name = item.trimmed();
            if (name.isEmpty()) // RFC 9110, 5.6.1
                continue;
            if (name.size() > SubprotocolLimits::longestName)
                return HttpError{400,
                                 "A subprotocol must have at most " + QByteArray::number(SubprotocolLimits::longestName)
                                     + " characters, not " + QByteArray::number(name.size()) + '.'};
            if (!isToken(name) || names.contains(QString::fromLatin1(name)))
                return HttpError{400, "Sec-WebSocket-Protocol must be a list of different names without spaces."};
            names.append(QString::fromLatin1(name));
        }
    }
    if (names.size() > SubprotocolLimits::most)
        return HttpError{400,
                         "At most " + QByteArray::number(SubprotocolLimits::most) + " subprotocols can be offered, not "
                             + QByteArray::number(names.size()) + '.'};
    return names;
}

} // namespace ticker
