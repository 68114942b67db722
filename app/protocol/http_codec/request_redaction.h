// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ticker {

struct HttpRequest;

/// The head of a request as a person may look at it, a line each: method and path, then its fields. Of a query, cookies and
/// credentials there is only the word that there are any. A text of it is cut off after 512 bytes, the whole after 2 KiB.
/// Pure.
[[nodiscard]] QByteArray redactedHead(const HttpRequest &request);

} // namespace ticker
