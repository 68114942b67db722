// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/market.h"

#include "simulation/instrument_state.h"

#include <cmath>
#include <utility>

namespace ticker {

namespace {

/// Whether a value is what an event of this kind may have. Never for what is no number.
bool isInRange(MarketEvent::Kind kind, double value)
{
    constexpr double largestSpike = 10;
    constexpr double longestBurst = 1'000'000;
    constexpr double steepestDrift = 0.1;
    switch (kind) {
    case MarketEvent::Kind::Spike:
        return value > 0 && value <= largestSpike;
    case MarketEvent::Kind::Crash:
        return value > 0 && value < 1;
    case MarketEvent::Kind::Halt:
    case MarketEvent::Kind::Resume:
        return value == 0;
    case MarketEvent::Kind::Flat:
        return value == 0 || value == 1;
    case MarketEvent::Kind::Burst:
        return value >= 1 && value <= longestBurst && value == std::floor(value);
    case MarketEvent::Kind::Drift:
        return value >= -steepestDrift && value <= steepestDrift;
    }
    return false;
}

} // namespace

Market::Market(MarketSpec spec, quint64 seed) : m_spec(std::move(spec)), m_seed(seed), m_factors(m_spec, seed)
{
    const std::size_t count = m_spec.instruments.size();
    Q_ASSERT(count >= 1 && count <= MarketSpec::mostInstruments && m_spec.ticksPerDay >= 1);
    m_states.reserve(count);
    m_quotes.reserve(count);
    m_tick.quotes.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Instrument &instrument = m_spec.instruments[i];
        const qint64 start = instrument.startPrice;
        m_states.emplace_back(m_spec, instrument, seed);
        m_quotes.push_back({quint16(i), Side::Unknown, 0, start, start, start, start, start});
    }
}

Market::~Market() = default;
Market::Market(Market &&) noexcept = default;
Market &Market::operator=(Market &&) noexcept = default;

const Tick &Market::advance()
{
    const quint64 day = m_tick.seq / m_spec.ticksPerDay;
    const quint32 tickOfDay = quint32(m_tick.seq % m_spec.ticksPerDay);
    ++m_tick.seq;
    const TickContext context{m_tick.seq, day, m_spec.dayShape.levelAt(tickOfDay, m_spec.ticksPerDay), m_factors};
    m_tick.quotes.clear();
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        if (m_states[i].advance(context, m_quotes[i]))
            m_tick.quotes.push_back(m_quotes[i]);
    }
    return m_tick;
}

bool Market::isHalted(int instrument) const
{
    return m_states[std::size_t(instrument)].isHalted();
}

BookTop Market::top(int instrument) const
{
    const auto place = std::size_t(instrument);
    return m_states[place].top(m_tick.seq, m_quotes[place]);
}

bool Market::accepts(const MarketEvent &event) const
{
    const bool isThere = event.instrument == MarketEvent::everyInstrument
        || (event.instrument >= 0 && std::size_t(event.instrument) < m_states.size());
    return isThere && isInRange(event.kind, event.value);
}

void Market::apply(MarketEvent event)
{
    Q_ASSERT(accepts(event));
    event.seq = m_tick.seq + 1;
    if (event.instrument != MarketEvent::everyInstrument) {
        m_states[std::size_t(event.instrument)].apply(event, event.seq);
    } else {
        for (InstrumentState &state : m_states)
            state.apply(event, event.seq);
    }
    if (m_events.size() == mostEvents)
        m_events.erase(m_events.begin());
    m_events.push_back(event);
}

} // namespace ticker
