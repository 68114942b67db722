// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/instrument.h"
#include "simulation/step_draws.h"

#include <variant>
#include <vector>

namespace ticker {

/// What events do to a price in one tick: it is multiplied with the factor, whose logarithm is at hand as well.
struct PriceShift final
{
    double factor = 1;
    double logarithm = 0;
};

// A process is a model at work: what it remembers from one tick to the next, and its price. Each has
//   void step(const StepDraws &)         one step as price_model.h says, its volatility times that of the time of day
//   void shift(const PriceShift &)       an event
//   qint64 price() const                 in units of the grid
//   double units() const                 the same, before it is rounded
//   double relativeVolatility() const    of the next step, divided by that of the long run, the time of day aside; 1 where
//                                        it never changes

/// UniformModel. Has no memory, so a shift is of one tick's price only, and may take it out of the range.
class UniformProcess final
{
public:
    UniformProcess(const UniformModel &model, const Instrument &instrument);
    void step(const StepDraws &draws);
    void shift(const PriceShift &shift);
    [[nodiscard]] qint64 price() const { return m_price; }
    [[nodiscard]] double units() const { return double(m_price); }
    [[nodiscard]] double relativeVolatility() const { return 1; }

private:
    PriceGrid m_grid;
    qint64 m_lowest;
    quint64 m_count; ///< Of prices that it may have.
    qint64 m_price;
};

/// RandomWalkModel. Reckons in units of the grid, where a step is mostly a whole number, and so exact for ever. It is
/// reflected at one tick size and at the largest price.
class RandomWalkProcess final
{
public:
    RandomWalkProcess(const RandomWalkModel &model, const Instrument &instrument);
    void step(const StepDraws &draws);
    void shift(const PriceShift &shift);
    [[nodiscard]] qint64 price() const;
    [[nodiscard]] double units() const { return m_units; }
    [[nodiscard]] double relativeVolatility() const { return 1; }

private:
    [[nodiscard]] double clamped(double units) const;

    PriceGrid m_grid;
    double m_step;
    double m_units;
};

/// The logarithm of a price, which does not leave the grid: it is kept from that of one tick size to that of the
/// largest price, so no parameter makes it overflow.
class LogPrice final
{
public:
    explicit LogPrice(const Instrument &instrument);
    void set(double logarithm);
    void add(double change) { set(m_logarithm + change); }
    [[nodiscard]] double logarithm() const { return m_logarithm; }
    /// Costs an exponential, so it is asked only when there is a trade.
    [[nodiscard]] qint64 price() const;
    [[nodiscard]] double units() const;

private:
    PriceGrid m_grid;
    double m_lowest;
    double m_highest;
    double m_logarithm;
};

/// GeometricBrownianModel.
class GeometricBrownianProcess final
{
public:
    GeometricBrownianProcess(const GeometricBrownianModel &model, const Instrument &instrument);
    void step(const StepDraws &draws);
    void shift(const PriceShift &shift) { m_price.add(shift.logarithm); }
    [[nodiscard]] qint64 price() const { return m_price.price(); }
    [[nodiscard]] double units() const { return m_price.units(); }
    [[nodiscard]] double relativeVolatility() const { return 1; }

private:
    LogPrice m_price;
    GeometricBrownianModel m_model;
};

/// MeanReversionModel.
class MeanReversionProcess final
{
public:
    MeanReversionProcess(const MeanReversionModel &model, const Instrument &instrument);
    void step(const StepDraws &draws);
    void shift(const PriceShift &shift) { m_price.add(shift.logarithm); }
    [[nodiscard]] qint64 price() const { return m_price.price(); }
    [[nodiscard]] double units() const { return m_price.units(); }
    [[nodiscard]] double relativeVolatility() const { return 1; }

private:
    LogPrice m_price;
    double m_mean;
    double m_remains; ///< The share of a distance from the mean that is left after a step.
    double m_deviation;
};

/// JumpDiffusionModel. The sum of n normal jumps is a normal number with n times their mean and variance: it takes one
/// draw.
class JumpDiffusionProcess final
{
public:
    JumpDiffusionProcess(const JumpDiffusionModel &model, const Instrument &instrument);
    void step(const StepDraws &draws);
    void shift(const PriceShift &shift) { m_price.add(shift.logarithm); }
    [[nodiscard]] qint64 price() const { return m_price.price(); }
    [[nodiscard]] double units() const { return m_price.units(); }
    [[nodiscard]] double relativeVolatility() const { return 1; }

private:
    LogPrice m_price;
    JumpDiffusionModel m_model;
    double m_chanceOfNoJump;
};

/// RegimeSwitchingModel. A step is one of the regime that it finds; then the regime may change, for the next step.
class RegimeSwitchingProcess final
{
public:
    RegimeSwitchingProcess(const RegimeSwitchingModel &model, const Instrument &instrument);
    void step(const StepDraws &draws);
    void shift(const PriceShift &shift) { m_price.add(shift.logarithm); }
    [[nodiscard]] qint64 price() const { return m_price.price(); }
    [[nodiscard]] double units() const { return m_price.units(); }
    /// The long run's is the root of the mean variance, by the shares of time that the regimes have.
    [[nodiscard]] double relativeVolatility() const { return m_relativeVolatilities[m_regime]; }

private:
    LogPrice m_price;
    std::vector<RegimeSwitchingModel::Regime> m_regimes;
    std::vector<double> m_relativeVolatilities; ///< Of each regime.
    std::size_t m_regime = 0;
};

/// GarchModel.
class GarchProcess final
{
public:
    GarchProcess(const GarchModel &model, const Instrument &instrument);
    void step(const StepDraws &draws);
    void shift(const PriceShift &shift) { m_price.add(shift.logarithm); }
    [[nodiscard]] qint64 price() const { return m_price.price(); }
    [[nodiscard]] double units() const { return m_price.units(); }
    [[nodiscard]] double relativeVolatility() const { return m_relativeVolatility; }

private:
    LogPrice m_price;
    GarchModel m_model;
    double m_pull;                   ///< What the long run's variance adds to that of a step.
    double m_variance = 1;           ///< Of the next step, divided by that of the long run,
    double m_relativeVolatility = 1; ///< and its root.
};

using PriceProcess = std::variant<UniformProcess, RandomWalkProcess, GeometricBrownianProcess, MeanReversionProcess,
                                  JumpDiffusionProcess, RegimeSwitchingProcess, GarchProcess>;

/// The process of an instrument's model, at its start price.
[[nodiscard]] PriceProcess processOf(const Instrument &instrument);

/// How volatile the price is now: its model's relativeVolatility().
[[nodiscard]] double relativeVolatility(const PriceProcess &process);

} // namespace ticker
