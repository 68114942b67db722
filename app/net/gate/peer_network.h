// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network_shares.h"

class QHostAddress;

namespace ticker {

/// Whose share of the limits a peer takes. Pure.
[[nodiscard]] NetworkShares::Network networkOf(const QHostAddress &peer);

} // namespace ticker
