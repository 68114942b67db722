// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {

/// What an Engine.IO server takes beside revision 4. A value.
struct EngineIoOptions final
{
    bool allowRevision3 = true; ///< The clients of Socket.IO 1 and 2.
    bool allowJsonp = false; ///< Polling by script elements, whose replies any site may read: CORS does not hold there.
};

} // namespace ticker
