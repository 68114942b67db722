// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/status_change.h"

namespace ticker {

QByteArray marketStateName(MarketState::Kind kind)
{
    switch (kind) {
    case MarketState::Kind::Running:
        return QByteArrayLiteral("running");
    case MarketState::Kind::Paused:
        return QByteArrayLiteral("paused");
    case MarketState::Kind::Ended:
        return QByteArrayLiteral("ended");
    case MarketState::Kind::Failed:
        return QByteArrayLiteral("failed");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace ticker
