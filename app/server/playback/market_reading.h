// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "instruments/instrument.h"
#include "server_values/server_status.h"

namespace ticker {

/// The market in a file of some kilobytes; an empty path: the built-in one. Or why it cannot be used.
[[nodiscard]] Expected<MarketSpec, ServerError> marketAt(const QString &path);

} // namespace ticker
