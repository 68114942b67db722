// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport.h"

namespace ticker {

Transport::Closing Transport::closingFor(DisconnectReason reason)
{
    switch (reason) {
    case DisconnectReason::ServerShutdown:
        return Closing::Shutdown;
    case DisconnectReason::ServerMoved:
        return Closing::Restart;
    case DisconnectReason::TooSlow:
    case DisconnectReason::Stalled:
        return Closing::Abort; // a close frame would wait behind what they do not read
    default:
        return Closing::Normal;
    }
}

} // namespace ticker
