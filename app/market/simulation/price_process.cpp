// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/price_process.h"

#include "simulation/exact_math.h"

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

/// A whole number of the grid's units from 0 up, by rounding: limits come as decimal numbers. PriceGrid::nearest()
/// knows no 0.
qint64 toUnits(const PriceGrid &grid, double price)
{
    const double units = price * grid.unitsPerOne();
    if (!(units > 0))
        return 0;
    return units < double(PriceGrid::largestPrice) ? std::llround(units) : PriceGrid::largestPrice;
}

/// What the logarithm of a price moves by in a step of geometric Brownian motion with these parameters, so that the price
/// itself grows by exp(drift) on average.
double changeBy(double drift, double volatility, double shock)
{
    return drift - volatility * volatility / 2 + volatility * shock;
}

double changeBy(double drift, double volatility, const StepDraws &draws)
{
    return changeBy(drift, volatility * draws.level(), draws.shock());
}

/// How much of the time each regime has in the long run, up to a factor: each other one is as likely to follow, so it goes
/// with the time that it lasts. One that is never left has all of it, or as much as the others of that kind.
std::vector<double> sharesOf(const std::vector<RegimeSwitchingModel::Regime> &regimes)
{
    const auto leaves = [](const auto &one, const auto &other) { return one.leave < other.leave; };
    const double least = std::min_element(regimes.begin(), regimes.end(), leaves)->leave;
    const bool staysInFirst = regimes.front().leave == 0;
    std::vector<double> shares;
    shares.reserve(regimes.size());
    for (const RegimeSwitchingModel::Regime &regime : regimes)
        shares.push_back(regime.leave > least ? least / regime.leave : staysInFirst && !shares.empty() ? 0 : 1);
    return shares;
}

} // namespace

UniformProcess::UniformProcess(const UniformModel &model, const Instrument &instrument)
    : m_grid(instrument.grid), m_price(instrument.startPrice)
{
    const qint64 tickSize = m_grid.tickSize();
    const qint64 first = (toUnits(m_grid, model.lowest) + tickSize - 1) / tickSize;
    const qint64 last = toUnits(m_grid, model.highest) / tickSize;
    m_lowest = first * tickSize;
    m_count = quint64(std::max(last - first, qint64(0))) + 1;
}

void UniformProcess::step(const StepDraws &draws)
{
    m_price = m_lowest + qint64(draws.below(m_count, 0)) * m_grid.tickSize();
}

void UniformProcess::shift(const PriceShift &shift)
{
    if (m_price > 0)
        m_price = m_grid.nearest(m_grid.toDouble(m_price) * shift.factor);
}

RandomWalkProcess::RandomWalkProcess(const RandomWalkModel &model, const Instrument &instrument)
    : m_grid(instrument.grid), m_step(std::min(model.step * m_grid.unitsPerOne(), double(PriceGrid::largestPrice))),
      m_units(clamped(double(instrument.startPrice)))
{
}

double RandomWalkProcess::clamped(double units) const
{
    return std::clamp(units, double(m_grid.tickSize()), double(PriceGrid::largestPrice));
}

void RandomWalkProcess::step(const StepDraws &draws)
{
    const auto lowest = double(m_grid.tickSize());
    constexpr auto highest = double(PriceGrid::largestPrice);
    const bool isUp = draws.below(2, 0) != 0;
    double moved = isUp ? m_units + m_step : m_units - m_step;
    if (moved < lowest)
        moved = 2 * lowest - moved;
    else if (moved > highest)
        moved = 2 * highest - moved;
    m_units = clamped(moved);
}

void RandomWalkProcess::shift(const PriceShift &shift)
{
    m_units = clamped(m_units * shift.factor);
}

qint64 RandomWalkProcess::price() const
{
    return m_grid.nearest(m_units / m_grid.unitsPerOne());
}

LogPrice::LogPrice(const Instrument &instrument)
    : m_grid(instrument.grid), m_lowest(exactLog(m_grid.toDouble(m_grid.tickSize()))),
      m_highest(exactLog(m_grid.toDouble(PriceGrid::largestPrice))),
      m_logarithm(exactLog(m_grid.toDouble(std::max(instrument.startPrice, m_grid.tickSize()))))
{
}

void LogPrice::set(double logarithm)
{
    m_logarithm = std::clamp(logarithm, m_lowest, m_highest);
}

qint64 LogPrice::price() const
{
    return m_grid.nearest(exactExp(m_logarithm));
}

double LogPrice::units() const
{
    return exactExp(m_logarithm) * m_grid.unitsPerOne();
}

GeometricBrownianProcess::GeometricBrownianProcess(const GeometricBrownianModel &model, const Instrument &instrument)
    : m_price(instrument), m_model(model)
{
}

void GeometricBrownianProcess::step(const StepDraws &draws)
{
    m_price.add(changeBy(m_model.drift, m_model.volatility, draws));
}

MeanReversionProcess::MeanReversionProcess(const MeanReversionModel &model, const Instrument &instrument)
    : m_price(instrument), m_mean(exactLog(model.mean)), m_remains(exactExp(-model.speed))
      // The variance of a step is volatility^2 (1 - exp(-2 speed)) / (2 speed).
      ,
      m_deviation(model.volatility * std::sqrt(exactMeanOfDecay(2 * model.speed)))
{
}

void MeanReversionProcess::step(const StepDraws &draws)
{
    m_price.set(m_mean + (m_price.logarithm() - m_mean) * m_remains + m_deviation * draws.level() * draws.shock());
}

JumpDiffusionProcess::JumpDiffusionProcess(const JumpDiffusionModel &model, const Instrument &instrument)
    : m_price(instrument), m_model(model), m_chanceOfNoJump(exactExp(-model.jumpsPerTick))
{
}

void JumpDiffusionProcess::step(const StepDraws &draws)
{
    double change = changeBy(m_model.drift, m_model.volatility, draws);
    if (const int jumps = inversePoisson(draws.uniform(1), m_model.jumpsPerTick, m_chanceOfNoJump); jumps > 0)
        change += jumps * m_model.jumpMean + std::sqrt(double(jumps)) * m_model.jumpDeviation * draws.normal(2);
    m_price.add(change);
}

RegimeSwitchingProcess::RegimeSwitchingProcess(const RegimeSwitchingModel &model, const Instrument &instrument)
    : m_price(instrument), m_regimes(model.regimes)
{
    const std::vector<double> shares = sharesOf(m_regimes);
    double whole = 0;
    double variances = 0;
    for (std::size_t i = 0; i < m_regimes.size(); ++i) {
        whole += shares[i];
        variances += shares[i] * m_regimes[i].volatility * m_regimes[i].volatility;
    }
    const double inTheLongRun = std::sqrt(variances / whole);
    for (const RegimeSwitchingModel::Regime &regime : m_regimes)
        m_relativeVolatilities.push_back(inTheLongRun > 0 ? regime.volatility / inTheLongRun : 1);
}

void RegimeSwitchingProcess::step(const StepDraws &draws)
{
    const RegimeSwitchingModel::Regime &regime = m_regimes[m_regime];
    m_price.add(changeBy(regime.drift, regime.volatility, draws));
    if (draws.uniform(1) < regime.leave) {
        const std::size_t other = draws.below(m_regimes.size() - 1, 2);
        m_regime = other < m_regime ? other : other + 1;
    }
}

GarchProcess::GarchProcess(const GarchModel &model, const Instrument &instrument)
    : m_price(instrument), m_model(model), m_pull(std::max(1 - model.alpha - model.beta, 0.0))
{
}

/// Reckons with variances divided by that of the long run, so that a volatility of 0 needs no care.
void GarchProcess::step(const StepDraws &draws)
{
    constexpr double largestVariance = 1e6; // which no draws come near; so that nothing overflows, whatever they are
    const double shock = draws.shock();
    m_price.add(changeBy(m_model.drift, m_model.volatility * m_relativeVolatility * draws.level(), shock));
    const double remains = m_model.alpha * shock * shock + m_model.beta;
    m_variance = std::min(m_pull + remains * m_variance, largestVariance);
    m_relativeVolatility = std::sqrt(m_variance);
}

PriceProcess processOf(const Instrument &instrument)
{
    struct Maker final
    {
        const Instrument &instrument;

        PriceProcess operator()(const UniformModel &model) const { return UniformProcess(model, instrument); }
        PriceProcess operator()(const RandomWalkModel &model) const { return RandomWalkProcess(model, instrument); }
        PriceProcess operator()(const GeometricBrownianModel &model) const
        {
            return GeometricBrownianProcess(model, instrument);
        }
        PriceProcess operator()(const MeanReversionModel &model) const
        {
            return MeanReversionProcess(model, instrument);
        }
        PriceProcess operator()(const JumpDiffusionModel &model) const
        {
            return JumpDiffusionProcess(model, instrument);
        }
        PriceProcess operator()(const RegimeSwitchingModel &model) const
        {
            return RegimeSwitchingProcess(model, instrument);
        }
        PriceProcess operator()(const GarchModel &model) const { return GarchProcess(model, instrument); }
    };
    return std::visit(Maker{instrument}, instrument.model);
}

double relativeVolatility(const PriceProcess &process)
{
    return std::visit([](const auto &chosen) { return chosen.relativeVolatility(); }, process);
}

} // namespace ticker
