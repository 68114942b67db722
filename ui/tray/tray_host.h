// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {

/// Whether the desktop has a place for icons now: a StatusNotifier host, or the owner of X11's system tray. To be asked
/// in place of QSystemTrayIcon::isSystemTrayAvailable() until there is an icon: with its first question, or with the
/// first icon, Qt 6 decides for good which of the two kinds it uses, and then never sees a StatusNotifier host that starts
/// later, as it does where programs start at login side by side with the panel. Asks the bus and the X server, and waits
/// for the answers. Main thread.
bool trayHostIsPresent();

} // namespace ticker
