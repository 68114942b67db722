// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/instrument_state.h"

#include "simulation/exact_math.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ticker {

namespace {

constexpr quint64 activityDraw = 0;
constexpr quint64 sizeDraw = 1;
constexpr quint64 sideDraw = 2;
constexpr quint64 firstStepDraw = 16;

constexpr quint64 stepsInBurst = 10;
static_assert(stepsInBurst <= SectorFactors::mostSteps);
constexpr quint32 sizesInBurst = 10;

/// How often a taker goes with the price: most of what moves prices is the flow of orders.
constexpr double chanceOfFollowing = 0.7;

/// What waiting spikes and crashes come to together, at most: from the smallest price to the largest one.
constexpr double largestJump = 1e17;

} // namespace

InstrumentState::InstrumentState(const MarketSpec &market, const Instrument &instrument, quint64 seed)
    : m_random(CounterRandom::ofSymbol(seed, instrument.symbol)), m_share(sectorShareOf(market, instrument)),
      m_grid(instrument.grid), m_rule(instrument), m_activity(instrument.activity), m_process(processOf(instrument)),
      m_tradeUnits(modelUnits())
{
}

bool InstrumentState::advance(const TickContext &tick, Quote &quote)
{
    const quint64 seq = tick.seq;
    if (m_isHalted)
        return false;
    const bool isBurst = seq < m_burstEnd;
    const double jump = std::exchange(m_jump, 1.0);
    move(tick, jump, isBurst);
    // A spike is to be seen in the tick that it belongs to.
    if (!isBurst && jump == 1 && m_random.uniform(seq, activityDraw) >= m_activity * tick.level)
        return false;
    const qint64 price = m_isFlat ? jumped(quote.price, jump) : priceOfTrade(seq, quote);
    m_tradeSeq = seq;
    trade(price, tick.day, quote);
    quote.size = sizeOfTrade(tick, isBurst);
    quote.side = m_side;
    return true;
}

BookTop InstrumentState::top(quint64 seq, const Quote &quote) const
{
    BidAsk found;
    if (!isAtModelPrice()) {
        found = m_rule.around(modelUnits(), relativeVolatility(m_process));
    } else if (m_isFlat || m_tradeSeq == seq) {
        found = m_rule.beside(quote.price, m_side);
    } else {
        const qint64 price = modelPrice();
        found = m_rule.beside(price, sideTowards(double(price), double(quote.price)));
    }
    return {seq, found.bid, found.ask, m_tradeSeq};
}

qint64 InstrumentState::modelPrice() const
{
    return std::visit([](const auto &process) { return process.price(); }, m_process);
}

double InstrumentState::modelUnits() const
{
    return std::visit([](const auto &process) { return process.units(); }, m_process);
}

/// The last one, if it has not moved.
Side InstrumentState::sideTowards(double price, double before) const
{
    return price > before ? Side::Buy : price < before ? Side::Sell : m_side;
}

qint64 InstrumentState::priceOfTrade(quint64 seq, const Quote &quote)
{
    if (isAtModelPrice()) {
        const qint64 price = modelPrice();
        m_side = price == 0 ? Side::Sell : sideTowards(double(price), double(quote.price));
        return price;
    }
    const double units = modelUnits();
    const bool isBuy = (sideTowards(units, m_tradeUnits) == Side::Buy)
        == (m_random.uniform(seq, sideDraw) < chanceOfFollowing);
    const BidAsk found = m_rule.around(units, relativeVolatility(m_process));
    m_tradeUnits = units;
    m_side = isBuy || found.bid <= 0 ? Side::Buy : Side::Sell;
    return m_side == Side::Buy ? found.ask : found.bid;
}

/// Drift and jump come after the model's steps: a price that is drawn anew in each has to show them.
void InstrumentState::move(const TickContext &tick, double jump, bool isBurst)
{
    const bool isDrifting = m_drift != 0 && !m_isFlat;
    const quint64 steps = m_isFlat ? 0 : isBurst ? stepsInBurst : 1;
    std::visit(
        [&](auto &process) {
            for (quint64 step = 0; step < steps; ++step)
                process.step(StepDraws(m_random, tick, m_share, firstStepDraw, step));
            if (isDrifting)
                process.shift({m_driftFactor, m_drift});
            if (jump != 1)
                process.shift({jump, exactLog(jump)});
        },
        m_process);
}

/// Sizes have a tail like those of real trades, of which the share above s falls with about the power -3/2 of s: P.
/// Gopikrishnan et al., "Statistical properties of share volume traded in financial markets", Physical Review E 62,
/// 2000. Here it is the Lomax distribution with the exponent 4/3, whose inverse takes nothing but square roots. The
/// median is 69, at the day's mean level.
quint32 InstrumentState::sizeOfTrade(const TickContext &tick, bool isBurst) const
{
    constexpr double scale = 100;
    const double root = std::sqrt(m_random.uniform(tick.seq, sizeDraw));
    const double size = tick.level * (1 + scale * (1 / (root * std::sqrt(root)) - 1));
    return quint32(std::clamp(size, 1.0, double(largestSize))) * (isBurst ? sizesInBurst : 1);
}

/// A price of 0, which a uniform model may have, stays one.
qint64 InstrumentState::jumped(qint64 price, double jump) const
{
    return price == 0 || jump == 1 ? price : m_grid.nearest(m_grid.toDouble(price) * jump);
}

void InstrumentState::trade(qint64 price, quint64 day, Quote &quote)
{
    const bool isFirstOfDay = quote.size == 0 || day != m_day;
    m_day = day;
    quote.previous = quote.price;
    quote.price = price;
    quote.open = isFirstOfDay ? price : quote.open;
    quote.high = isFirstOfDay ? price : std::max(quote.high, price);
    quote.low = isFirstOfDay ? price : std::min(quote.low, price);
}

void InstrumentState::apply(const MarketEvent &event, quint64 seq)
{
    switch (event.kind) {
    case MarketEvent::Kind::Spike:
        m_jump = std::min(m_jump * (1 + event.value), largestJump);
        break;
    case MarketEvent::Kind::Crash:
        m_jump = std::max(m_jump * (1 - event.value), 1 / largestJump);
        break;
    case MarketEvent::Kind::Halt:
        m_isHalted = true;
        break;
    case MarketEvent::Kind::Resume:
        m_isHalted = false;
        break;
    case MarketEvent::Kind::Flat:
        m_isFlat = event.value != 0;
        break;
    case MarketEvent::Kind::Burst:
        m_burstEnd = seq + quint64(event.value);
        break;
    case MarketEvent::Kind::Drift:
        m_drift = event.value;
        m_driftFactor = exactExp(event.value);
        break;
    }
}

} // namespace ticker
