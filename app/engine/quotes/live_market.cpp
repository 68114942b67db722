// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/live_market.h"

#include "quotes/quote_message.h"

#include <QRandomGenerator>

#include <utility>

namespace ticker {

namespace {
constexpr int headline = 0; ///< Its place in a market.

MarketEvent::Kind eventKindOf(MarketAction::Kind kind)
{
    switch (kind) {
    case MarketAction::Kind::Spike:
        return MarketEvent::Kind::Spike;
    case MarketAction::Kind::Crash:
        return MarketEvent::Kind::Crash;
    case MarketAction::Kind::Halt:
        return MarketEvent::Kind::Halt;
    case MarketAction::Kind::Resume:
        return MarketEvent::Kind::Resume;
    case MarketAction::Kind::Flat:
        return MarketEvent::Kind::Flat;
    case MarketAction::Kind::Burst:
        return MarketEvent::Kind::Burst;
    case MarketAction::Kind::Drift:
        return MarketEvent::Kind::Drift;
    }
    Q_UNREACHABLE();
    return MarketEvent::Kind::Spike;
}

QByteArray makeTape()
{
    constexpr int letters = 12;
    constexpr int bitsPerLetter = 5;
    const QByteArray alphabet("0123456789abcdefghjkmnpqrstvwxyz"); // of Crockford: none looks like another one
    quint64 bits = QRandomGenerator::system()->generate64();
    QByteArray tape;
    for (int i = 0; i < letters; ++i) {
        tape += alphabet[qsizetype(bits % quint64(alphabet.size()))];
        bits >>= bitsPerLetter;
    }
    return tape;
}

QStringList symbolsOf(const MarketSpec &spec)
{
    QStringList symbols;
    for (const Instrument &instrument : spec.instruments)
        symbols.append(instrument.symbol);
    return symbols;
}
} // namespace

LiveMarket::LiveMarket(const MarketSpec &spec, quint64 seed)
    : m_spec(spec), m_market(Market(spec, seed)), m_cache(std::make_unique<QuoteCache>(spec, makeTape())),
      m_history(spec.instruments.size(), {}), m_past(spec.instruments.size()), m_candles(spec.instruments.size(), {}),
      m_symbols(symbolsOf(spec))
{
    useCache();
}

LiveMarket::LiveMarket(const MarketSpec &fileSpec)
    : m_spec(fileSpec), m_cache(std::make_unique<QuoteCache>(fileSpec, makeTape())),
      m_history(MarketSpec::mostInstruments, {}), m_past(fileSpec.instruments.size()),
      m_candles(MarketSpec::mostInstruments, {}), m_symbols(symbolsOf(fileSpec))
{
    useCache();
}

LiveMarket::~LiveMarket() = default;

void LiveMarket::useCache()
{
    m_books.setCache(*m_cache);
    m_cache->setFieldSource(&m_books);
}

void LiveMarket::takePast(MadePast past)
{
    const bool knowsAll = seq() == 0 || m_history.firstSeq() == 1;
    if (isReplay() || !m_past.isEmpty() || !knowsAll)
        return;
    m_past = std::move(past.ticks);
    m_candles = std::move(past.candles);
    // Ticks may have come while it was made.
    for (quint64 seq = 1; seq <= m_history.lastSeq(); ++seq) {
        Tick tick{seq, {}};
        for (auto walk = m_history.tradesOf(seq); const auto trade = walk.next();)
            tick.quotes.push_back({.instrument = trade->instrument, .size = trade->size, .price = trade->price});
        m_candles.append(tick, m_history.timeMs(seq).value_or(0));
    }
}

void LiveMarket::advance(qint64 timeMs)
{
    Q_ASSERT(m_market);
    take(m_market->advance(), timeMs);
}

void LiveMarket::play(const ReplayTick &tick, qint64 timeMs)
{
    Q_ASSERT(isReplay());
    take(m_replayed.take(tick, m_spec), timeMs);
}

void LiveMarket::setSpec(const MarketSpec &fileSpec)
{
    Q_ASSERT(isReplay() && fileSpec.instruments.size() >= m_spec.instruments.size());
    m_spec = fileSpec;
    m_specMark = std::make_shared<const bool>();
    m_symbols = symbolsOf(fileSpec);
    auto cache = std::make_unique<QuoteCache>(fileSpec, m_cache->tape());
    cache->takeAll(*m_cache);
    m_oldCache = std::exchange(m_cache, std::move(cache));
    useCache();
}

void LiveMarket::take(const Tick &tick, qint64 timeMs)
{
    m_cache->take(tick, timeMs);
    m_history.append(tick, timeMs);
    m_candles.append(tick, timeMs);
}

bool LiveMarket::visitMissed(quint64 afterSeq, const SymbolSet &symbols,
                             const std::function<bool(quint64 seq, const QByteArray &json)> &visit) const
{
    const quint64 last = m_history.lastSeq();
    if (afterSeq > last || last - afterSeq > mostMissed || afterSeq + 1 < m_history.firstSeq())
        return false;
    quint64 after = afterSeq;
    for (quint64 seq = afterSeq + 1; seq <= last; ++seq) {
        QByteArray quotes;
        for (auto walk = m_history.tradesOf(seq); const auto trade = walk.next();) {
            if (symbols.contains(trade->instrument))
                m_cache->appendTrade(quotes, *trade);
        }
        if (quotes.isEmpty())
            continue;
        const qint64 timeMs = m_history.timeMs(seq).value_or(0);
        if (!visit(seq, missedTickMessage(seq, std::exchange(after, seq), timeMs, quotes)))
            return false;
    }
    return true;
}

bool LiveMarket::act(const MarketAction &action)
{
    if (!m_market)
        return false;
    MarketEvent event{eventKindOf(action.kind), MarketEvent::everyInstrument, action.value};
    if (!action.symbol.isEmpty()) {
        const auto place = m_cache->find(action.symbol);
        if (!place)
            return false;
        event.instrument = *place;
    }
    if (!m_market->accepts(event))
        return false;
    m_market->apply(event);
    return true;
}

TradingChange LiveMarket::takeTradingChange()
{
    SymbolSet now;
    m_cache->all().forEach([&](int instrument) {
        if (isHalted(instrument))
            now.insert(instrument);
    });
    TradingChange change{now, m_cache->halted()};
    change.halted -= m_cache->halted();
    change.resumed -= now;
    if (now != m_cache->halted())
        m_cache->setHalted(now);
    return change;
}

QByteArray LiveMarket::headlineOfTick() const
{
    if (!m_cache->changed().contains(headline))
        return {};
    return m_cache->grid(headline).text(m_cache->quote(headline).price);
}

const Instrument &LiveMarket::featured() const
{
    return m_spec.instruments[std::size_t(isReplay() ? headline : m_spec.featured())];
}

const Quote *LiveMarket::featuredQuote() const
{
    const Quote &quote = m_cache->quote(isReplay() ? headline : m_spec.featured());
    return quote.size > 0 ? &quote : nullptr;
}

FeedHello LiveMarket::hello() const
{
    FeedHello hello;
    hello.tape = tape();
    hello.seed = seed();
    if (const MarketState &state = m_cache->state(); state.kind != MarketState::Kind::Running)
        hello.state = marketStateName(state.kind);
    hello.headline = spec().headline().symbol;
    hello.featured = featured().symbol;
    for (const Instrument &instrument : spec().instruments)
        hello.instruments.append(
            {instrument.symbol, instrument.name, instrument.grid.text(instrument.grid.tickSize())});
    return hello;
}

} // namespace ticker
