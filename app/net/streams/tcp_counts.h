// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "streams/stream_bytes.h"

namespace ticker {

/// What the kernel of Linux has counted for a TCP connection, once each, however often it was sent. Asking costs a system
/// call, and counting nothing. Zeros when it is no such descriptor.
[[nodiscard]] StreamBytes tcpCounts(int descriptor);

} // namespace ticker
