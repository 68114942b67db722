// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ticker {

/// Whether a text is an origin as browsers send it (RFC 6454, 6.2): scheme, host and perhaps a port, and nothing behind
/// it; "https://example.org:8443". The origin "null" is nobody's and none. Pure.
[[nodiscard]] bool isWebOrigin(const QString &text);

} // namespace ticker
