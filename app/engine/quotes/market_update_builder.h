// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/market_update.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace ticker {

class LiveMarket;

/// Tells a window what changed in the market since it was told last, and the past of the instruments in its chart, a little
/// at a time. Knows no clock. Server thread; owned by the server.
class MarketUpdateBuilder final
{
public:
    /// What one call may cost: walking along a trade takes some 30 ns, and ticks wait meanwhile.
    struct Limits final
    {
        int firstTrades = 500;   ///< Of an instrument that comes into the chart, at once: what is on the screen first.
        int pastTrades = 2000;   ///< Of the past, of all instruments together, in a step.
        int latestTrades = 4000; ///< Since the last time; what lies between more is told as the past is.
        int latestPoints = 512;  ///< What is told of those: no screen shows more in a tenth of a second.
    };

    MarketUpdateBuilder() : MarketUpdateBuilder(Limits()) { }
    explicit MarketUpdateBuilder(const Limits &limits) : m_limits(limits) { }

    /// The symbols in the chart: at most MarketUpdate::mostCharted, others are left out. One that is not in the market may come
    /// into it yet.
    void setCharted(const QStringList &symbols);

    /// Reads a step of the past. Whether there is more. The number of the tape is another one with each market.
    bool readPast(const LiveMarket &market, quint64 tape);
    /// What has changed, and as much of the past as was read; nothing if that is nothing.
    [[nodiscard]] std::optional<MarketUpdate> build(const LiveMarket &market, quint64 tape);

private:
    struct Charted final
    {
        explicit Charted(const QString &name) : symbol(name) { }

        QString symbol;
        bool isTold = false;       ///< Its newest trades were, so that its past can be read.
        bool hasNoMore = false;    ///< All of its past was read.
        qint64 earliest = 0;       ///< The tick up to which its past was read; below 1: a generated one.
        quint64 latest = 0;        ///< The tick up to which it was told.
        QList<PricePoint> earlier; ///< Read and not told, newest first.
    };
    struct Sent final
    {
        quint64 ticks = 0;
        bool halted = false;

        friend bool operator==(const Sent &, const Sent &) = default;
    };

    void meet(const LiveMarket &market, quint64 tape);
    static void readPastOf(Charted &charted, const LiveMarket &market, int &budget);
    static void readGeneratedOf(Charted &charted, const LiveMarket &market, int instrument, int &budget);
    void buildInstruments(const LiveMarket &market, MarketUpdate &update);
    void buildPrices(const LiveMarket &market, MarketUpdate &update);
    void buildCharted(const LiveMarket &market, MarketUpdate &update);
    [[nodiscard]] std::optional<ChartedPrices> buildOne(Charted &charted, const LiveMarket &market,
                                                        int instrument) const;

    Limits m_limits;
    quint64 m_tape = 0;
    qint64 m_firstGenerated = 1;
    std::vector<Sent> m_told; ///< By instrument.
    std::vector<Charted> m_charted;
};

} // namespace ticker
