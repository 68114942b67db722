// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {

struct ServerSnapshot;

/// Whether actions and titles of the window are the same for both. Pure.
[[nodiscard]] bool haveSameState(const ServerSnapshot &one, const ServerSnapshot &other);

} // namespace ticker
