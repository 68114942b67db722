// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {

/// What serving costs, over the last seconds.
struct ServerLoad final
{
    double bytesPerSecond = 0; ///< To all clients together, counted as in their rows; whole.
    double processorShare = 0; ///< Of one core, by the server thread; in steps of a thousandth.

    friend bool operator==(const ServerLoad &, const ServerLoad &) = default;
};

} // namespace ticker
