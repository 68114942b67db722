// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ticker {

/// A new id of a session: 20 characters of base64url, 120 bits from the system's generator, so that nobody can guess
/// another client's.
[[nodiscard]] QByteArray makeSessionId();

} // namespace ticker
