// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

/// How a file writes what the taker of a trade did: the one of the two whose order did not wait.
enum class SideForm : quint8 {
    None,         ///< It does not, or that cannot be told without doubt.
    Taker,        ///< buy, sell.
    Letters,      ///< The same, or b and s.
    Maker,        ///< buy, sell: what the order did that waited. So the taker did the opposite.
    AskOrBid,     ///< A, B, N: the taker was an ask and sold, a bid and bought, or is not known.
    BuyerIsMaker, ///< true, false: whether the order of the buyer waited. If so, the taker sold.
    Flags,        ///< A number: bit 5 for a taker that bought, bit 6 for one that sold.
    SignOfSize,   ///< No column says so, but the size is negative if the taker sold.
};

} // namespace ticker
