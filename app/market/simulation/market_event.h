// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

/// Something that a person did to the running market. Takes effect with the next tick; the tape keeps it, so that the same
/// seed, market and events give the same ticks.
///
/// Spikes and crashes before the same tick multiply; unless they cancel out, the instrument trades in that tick. While it is
/// halted they wait for the tick after. Where prices have no memory (UniformModel), they are of one tick's price only, and a
/// drift is a factor exp(value) that does not add up. A flat price jumps and stays flat. A burst ends after its ticks also
/// if the instrument was halted or flat in them; a later one replaces it. A drift comes once a tick, in bursts too.
struct MarketEvent final
{
    enum class Kind : quint8 {
        Spike,  ///< The price jumps up by `value`, a share of it: 0.05. More than 0, at most 10.
        Crash,  ///< It falls by that share: more than 0, less than 1.
        Halt,   ///< It does not trade, and its model stands still, until
        Resume, ///< it goes on from there.
        Flat, ///< It trades at the price it has while its model stands still, value 1; or moves as ever again, value 0.
        Burst, ///< For `value` ticks (1 to 1,000,000) ten steps of its model a tick, trades in each, sizes times ten.
        Drift, ///< From now on its price's logarithm moves by `value` more a tick, from -0.1 to 0.1; 0 ends that.
    };
    static constexpr int everyInstrument = -1;

    Kind kind = Kind::Spike;
    int instrument = everyInstrument;
    double value = 0; ///< Nothing for Halt and Resume.
    quint64 seq = 0;  ///< The first tick that it had an effect on; set by the market.

    friend bool operator==(const MarketEvent &, const MarketEvent &) = default;
};

} // namespace ticker
