// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {

/// Makes the embedded files readable below :/web. Any number of calls, from any thread, before the first file is opened.
void initWebResources();

} // namespace ticker
