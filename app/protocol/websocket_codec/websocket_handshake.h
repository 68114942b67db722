// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "http_codec/http_message.h"

#include <QStringList>

#include <optional>

namespace ticker {

/// What a client may offer in Sec-WebSocket-Protocol. Browsers' pages offer one or two.
struct SubprotocolLimits final
{
    static constexpr qsizetype most = 32;
    static constexpr qsizetype longestName = 64; ///< Characters.
};

/// RFC 6455, 4.2.1, what QWebSocketServer leaves unchecked: method, body, version, the 16-byte key and the subprotocols. Nothing:
/// fine.
std::optional<HttpError> refuseHandshake(const HttpRequest &request);
/// RFC 6455, 4.1, 10: the subprotocols that a client offers, in its order, those it prefers first; or what is wrong with
/// them.
[[nodiscard]] Expected<QStringList, HttpError> offeredSubprotocols(const HttpRequest &request);

} // namespace ticker
