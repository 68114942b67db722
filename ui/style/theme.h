// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/look_settings.h"

namespace ticker {

/// Makes all windows light or dark, or as the desktop has it. The one place that knows how Qt's versions differ in that.
/// Main thread, with an application.
void applyTheme(Theme theme);

} // namespace ticker
