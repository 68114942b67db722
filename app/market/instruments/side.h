// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

/// What the taker of a trade did: the one of the two whose order did not wait in the book.
enum class Side : quint8 {
    Unknown,
    Buy,
    Sell,
};

} // namespace ticker
