// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/quote_cache.h"

#include "json_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <concepts>
#include <utility>

namespace ticker {

namespace {

/// QByteArray::number() without the QByteArray.
void appendNumber(QByteArray &text, std::integral auto number)
{
    constexpr std::size_t mostDigits = 24;
    std::array<char, mostDigits> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end - digits.data());
}

} // namespace

QuoteCache::QuoteCache(const MarketSpec &spec, const QByteArray &tape)
    : m_tape(tape), m_all(SymbolSet::firstOf(spec.instruments.size()))
{
    m_quotes.resize(spec.instruments.size());
    m_ticks.resize(spec.instruments.size());
    m_lastTraded.resize(spec.instruments.size());
    m_texts.resize(spec.instruments.size());
    for (const Instrument &instrument : spec.instruments) {
        m_places.insert(instrument.symbol, int(m_labels.size()));
        m_symbolTexts.push_back(jsonText(instrument.symbol));
        m_labels.push_back("{\"symbol\":" + m_symbolTexts.back() + ",\"price\":");
        m_symbols.push_back(instrument.symbol);
        m_grids.push_back(instrument.grid);
        m_sizes.push_back(instrument.sizes);
    }
}

void QuoteCache::take(const Tick &tick, qint64 timeMs)
{
    m_seq = tick.seq;
    m_timeMs = timeMs;
    m_changed.clear();
    for (const Quote &quote : tick.quotes) {
        m_quotes[quote.instrument] = quote;
        ++m_ticks[quote.instrument];
        m_lastTraded[quote.instrument] = tick.seq;
        m_changed.insert(quote.instrument);
    }
    m_stale |= m_changed;
}

void QuoteCache::setHalted(const SymbolSet &halted)
{
    m_stale |= m_halted;
    m_stale |= halted;
    m_halted = halted;
    ++m_haltChanges;
}

SymbolSet QuoteCache::whereTradingIs(bool halted, const SymbolSet &symbols) const
{
    SymbolSet found = symbols;
    if (halted)
        return found & m_halted;
    found -= m_halted;
    return found;
}

void QuoteCache::takeAll(const QuoteCache &other)
{
    Q_ASSERT(other.size() <= size());
    m_seq = other.m_seq;
    m_timeMs = other.m_timeMs;
    std::copy(other.m_quotes.begin(), other.m_quotes.end(), m_quotes.begin());
    std::copy(other.m_ticks.begin(), other.m_ticks.end(), m_ticks.begin());
    std::copy(other.m_lastTraded.begin(), other.m_lastTraded.end(), m_lastTraded.begin());
    m_changed = other.m_changed;
    m_halted = other.m_halted;
    m_haltChanges = other.m_haltChanges;
    m_state = other.m_state;
    m_stale = m_all;
}

std::optional<int> QuoteCache::find(const QString &symbol) const
{
    const auto found = m_places.constFind(symbol);
    return found == m_places.cend() ? std::nullopt : std::optional(*found);
}

QStringList QuoteCache::namesOf(const SymbolSet &symbols) const
{
    QStringList names;
    symbols.forEach([&](int instrument) { names.append(symbol(instrument)); });
    return names;
}

quint64 QuoteCache::lastTraded(const SymbolSet &symbols) const
{
    quint64 last = 0;
    symbols.forEach([&](int instrument) { last = std::max(last, m_lastTraded[std::size_t(instrument)]); });
    return last;
}

const QByteArray &QuoteCache::quoteText(int instrument)
{
    const auto place = std::size_t(instrument);
    QByteArray &text = m_texts[place];
    if (!m_stale.contains(instrument))
        return text;
    m_stale.remove(instrument);
    const Quote &quote = m_quotes[place];
    const PriceGrid &grid = m_grids[place];
    text.resize(0); // keeps its memory
    text += m_labels[place];
    grid.appendTo(text, quote.price);
    text += ",\"previous\":";
    grid.appendTo(text, quote.previous);
    text += ",\"size\":";
    m_sizes[place].appendTo(text, quote.size);
    text += ",\"open\":";
    grid.appendTo(text, quote.open);
    text += ",\"high\":";
    grid.appendTo(text, quote.high);
    text += ",\"low\":";
    grid.appendTo(text, quote.low);
    text += m_halted.contains(instrument) ? ",\"state\":\"halted\"}" : "}";
    return text;
}

void QuoteCache::appendState(QByteArray &text, const SymbolSet &symbols) const
{
    if (m_state.kind != MarketState::Kind::Running)
        text += ",\"state\":\"" + marketStateName(m_state.kind) + '"';
    const SymbolSet halted = m_halted & symbols;
    if (halted.isEmpty())
        return;
    text += ",\"halted\":";
    appendSymbols(text, halted);
}

void QuoteCache::appendChain(QByteArray &text, const TickChain &chain)
{
    if (chain.after) {
        text += ",\"after\":";
        appendNumber(text, *chain.after);
    }
    if (chain.last) {
        text += ",\"last\":";
        appendNumber(text, *chain.last);
    }
}

void QuoteCache::appendQuote(QByteArray &text, int instrument, QuoteFields fields)
{
    text += quoteText(instrument);
    if (fields.isEmpty() || !m_fieldSource)
        return;
    text.chop(1);
    m_fieldSource->appendFields(text, instrument, fields);
    text += '}';
}

void QuoteCache::appendQuotes(QByteArray &text, const SymbolSet &symbols, const TickChain &chain, QuoteFields fields)
{
    text += ",\"seq\":";
    appendNumber(text, m_seq);
    appendChain(text, chain);
    text += ",\"time\":";
    appendNumber(text, m_timeMs);
    text += ",\"quotes\":[";
    bool isFirst = true;
    // What was merged may be of a market before, which had more.
    (symbols & m_all).forEach([&](int instrument) {
        if (quote(instrument).size == 0)
            return;
        if (!std::exchange(isFirst, false))
            text += ',';
        appendQuote(text, instrument, fields);
    });
    text += ']';
}

void QuoteCache::appendTrade(QByteArray &text, const TickHistory::Trade &trade) const
{
    const PriceGrid &grid = m_grids[trade.instrument];
    if (!text.isEmpty())
        text += ',';
    text += m_labels[trade.instrument];
    grid.appendTo(text, trade.price);
    text += ",\"previous\":";
    grid.appendTo(text, trade.previous);
    text += ",\"size\":";
    m_sizes[trade.instrument].appendTo(text, trade.size);
    text += '}';
}

void QuoteCache::appendSymbols(QByteArray &text, const SymbolSet &symbols) const
{
    text += '[';
    symbols.forEach([&](int instrument) {
        text += m_symbolTexts[std::size_t(instrument)];
        text += ',';
    });
    if (text.endsWith(','))
        text.back() = ']';
    else
        text += ']';
}

} // namespace ticker
