// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"

#include <optional>

namespace ticker {

/// RFC 6455, 4.2.1, what QWebSocketServer leaves unchecked: method, body, version and the 16-byte key. Nothing: fine.
std::optional<HttpError> refuseHandshake(const HttpRequest &request);
/// RFC 6455, 4.2.2, 5.4: the Sec-WebSocket-Accept to a Sec-WebSocket-Key.
[[nodiscard]] QByteArray acceptFor(const QByteArray &key);

} // namespace ticker
