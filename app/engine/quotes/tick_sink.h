// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {

class LiveMarket;
struct TradingChange;

/// Where ticks go as they are made: feeds, a recording. Server thread. What the market keeps of a tick, its newest quotes
/// and its history, is complete before any sink sees the tick.
class TickSink
{
public:
    /// Whose ticks come, from now on. The market outlives its use here; the one before lives until this returns.
    virtual void setMarket(LiveMarket &market) = 0;
    /// The market has made a tick: LiveMarket::tick(), at LiveMarket::timeMs().
    virtual void collectTick() = 0;
    /// All ticks that were due by now are collected.
    virtual void sendTicks() = 0;
    /// LiveMarket's state is another one.
    virtual void marketStateChanged() { }
    /// Instruments are halted, or are not any more.
    virtual void tradingChanged(const TradingChange &) { }

protected:
    ~TickSink() = default;
};

} // namespace ticker
