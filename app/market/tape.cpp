// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tape.h"

namespace ticker {

int Tape::headlinePrice(quint64 tickNumber) const
{
    constexpr quint32 prices = 1000;
    return int(m_random.below(prices, tickNumber));
}

} // namespace ticker
