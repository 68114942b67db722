// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/market.h"

#include <QString>

namespace ticker::test {

/// Every number of so many ticks, hashed (FNV-1a): the same with any compiler, optimised or not.
inline QString tapeHash(Market &market, int ticks)
{
    constexpr int bytesOfNumber = 8;
    quint64 hash = 0xcbf29ce484222325;
    const auto add = [&hash](quint64 number) {
        for (int byte = 0; byte < bytesOfNumber; ++byte)
            hash = (hash ^ ((number >> (byte * 8)) & 0xff)) * 0x100000001b3;
    };
    for (int tick = 0; tick < ticks; ++tick) {
        for (const Quote &quote : market.advance().quotes) {
            for (const quint64 number : {market.seq(), quint64(quote.instrument), quint64(quote.size)})
                add(number);
            for (const qint64 number : {quote.price, quote.previous, quote.open, quote.high, quote.low})
                add(quint64(number));
        }
    }
    return QString::number(hash, 16);
}

} // namespace ticker::test
