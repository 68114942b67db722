// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace ticker {

/// The processor time that the calling thread has taken; 0 where the system does not tell.
std::chrono::nanoseconds threadProcessorTime();

} // namespace ticker
