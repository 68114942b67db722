// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace ticker {

/// The intervals offered as one click, in the window and in the tray's menu.
inline constexpr std::array ratePresetsMs{1000, 250, 50, 10};

} // namespace ticker
