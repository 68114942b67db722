// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ticker {

/// The OpenAPI 3.1 document of the interface, a JSON text. From any thread; the bytes are shared by all callers.
[[nodiscard]] QByteArray openApiDocument();

/// The JSON Schema 2020-12 of the messages at /ws and /events and of the events of Socket.IO. Likewise.
[[nodiscard]] QByteArray messageSchema();

} // namespace ticker
