// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/replay_source.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ticker {

namespace {

/// Of an instrument, as it was first seen and later.
struct Seen final
{
    TickFileQuote first;
    int decimals = 0;
};

int decimalsOf(const TickFileQuote &quote, bool isBar)
{
    const auto end = isBar ? quote.prices.end() : quote.prices.begin() + 1;
    const auto most = std::max_element(quote.prices.begin(), end, [](const TickFilePrice &a, const TickFilePrice &b) {
        return a.decimals() < b.decimals();
    });
    return std::min(most->decimals(), PriceGrid::mostDecimals);
}

/// In a bar, each step has a share of its volume; what does not divide goes to the last ones.
quint32 sizeOf(const TickFileQuote &quote, bool isBar, int step)
{
    const quint64 size = isBar ? (quote.size + quint64(step)) / pricesOfBar : quote.size;
    return quint32(std::max<quint64>(size, 1));
}

} // namespace

Expected<ReplaySource, ReplayError> ReplaySource::open(const QString &path, const ReplayOptions &options)
{
    if (!options.defaultSymbol.isEmpty() && !TickFileSymbol::fromText(options.defaultSymbol.toUtf8()))
        return ReplayError{LocalizedText::tr("%1 is not a symbol (%2)").arg(options.defaultSymbol).arg(symbolRule())};
    auto file = ReplayFile::open(path);
    if (!file)
        return file.error();
    ReplaySource source(file.takeValue(), options);
    if (auto problem = source.scan())
        return *problem;
    return source;
}

ReplaySource::ReplaySource(const std::shared_ptr<ReplayFile> &file, const ReplayOptions &options)
    : m_file(file), m_groups(file, options), m_index(file, options)
{
    m_spec.name = file->name();
}

/// Finds instruments and decimals at the start of the file, and goes back there.
std::optional<ReplayError> ReplaySource::scan()
{
    std::vector<Seen> seen;
    while (seen.empty() || m_groups.followingOffset() < bytesScanned) {
        const auto more = m_groups.next();
        if (seen.empty() && !more)
            return more.error();
        if (seen.empty() && !*more)
            return noTicks();
        if (!more || !*more)
            break;
        const ReplayGroup &group = m_groups.group();
        for (const ReplayGroup::Item &item : group.items) {
            if (std::size_t(item.symbol) == seen.size())
                seen.push_back({item.quote, 0});
            int &decimals = seen[std::size_t(item.symbol)].decimals;
            decimals = std::max(decimals, decimalsOf(item.quote, group.isBar));
            m_mostDecimals = std::max(m_mostDecimals, decimals);
        }
    }
    for (const Seen &instrument : seen)
        addInstrument(instrument.first, instrument.decimals);
    rewind();
    return std::nullopt;
}

ReplayError ReplaySource::noTicks() const
{
    const SkippedLines &skipped = m_groups.skipped();
    if (skipped.count() == 0)
        return ReplayError{LocalizedText::tr("%1 contains no ticks.").arg(m_file->name())};
    return skipped.kinds().front().first;
}

void ReplaySource::addInstrument(const TickFileQuote &first, int decimals)
{
    Instrument instrument;
    instrument.symbol = first.symbol.toString();
    instrument.name = instrument.symbol;
    instrument.grid = PriceGrid(decimals, 1);
    instrument.startPrice = first.prices.front().units(decimals).value_or(PriceGrid::largestPrice);
    m_spec.instruments.push_back(std::move(instrument));
}

Expected<const ReplayTick *, ReplayError> ReplaySource::next()
{
    if (!m_hasGroup)
        readGroup();
    if (m_hasGroup)
        makeTick();
    if (m_error)
        return *m_error;
    return m_tick.quotes.empty() ? nullptr : &m_tick;
}

/// Makes m_hasGroup true, unless this is the end, or m_error says why not.
void ReplaySource::readGroup()
{
    m_tick.quotes.clear();
    m_step = 0;
    if (m_error)
        return;
    const auto more = m_groups.next();
    if (!more)
        m_error = more.error();
    m_hasGroup = more && *more;
    if (!m_hasGroup)
        return;
    const ReplayGroup &group = m_groups.group();
    for (const ReplayGroup::Item &item : group.items) {
        // One that comes late may be the first of its kind, so it has no less decimals than the others.
        if (std::size_t(item.symbol) == m_spec.instruments.size())
            addInstrument(item.quote, std::max(m_mostDecimals, decimalsOf(item.quote, group.isBar)));
    }
    if (group.isBar)
        m_duration = barDuration(group.timeNs, m_groups.followingTime(), m_duration);
}

void ReplaySource::makeTick()
{
    const ReplayGroup &group = m_groups.group();
    m_tick.timeNs = group.isBar ? barTime(group.timeNs, m_duration, m_step) : group.timeNs;
    m_tick.seq = group.isBar ? 0 : group.seq;
    m_tick.quotes.clear();
    for (const ReplayGroup::Item &item : group.items)
        addQuote(item);
    const auto isBefore = [](const ReplayQuote &a, const ReplayQuote &b) { return a.instrument < b.instrument; };
    if (!std::is_sorted(m_tick.quotes.begin(), m_tick.quotes.end(), isBefore))
        std::sort(m_tick.quotes.begin(), m_tick.quotes.end(), isBefore);
    ++m_position;
    ++m_step;
    m_hasGroup = m_step < int(ticksOf(group)) && !m_error;
}

void ReplaySource::addQuote(const ReplayGroup::Item &item)
{
    const ReplayGroup &group = m_groups.group();
    const Instrument &instrument = m_spec.instruments[std::size_t(item.symbol)];
    const TickFilePrice &price = group.isBar ? barPrice(item.quote, m_step) : item.quote.prices.front();
    const auto units = price.units(instrument.grid.decimals());
    if (!units) {
        m_error = ReplayError{
            LocalizedText::tr("line %1: price: too large for the %2 decimal places of %3 in this file")
                .arg(group.line)
                .arg(instrument.grid.decimals())
                .arg(instrument.symbol),
            group.line};
        return;
    }
    m_tick.quotes.push_back({quint16(item.symbol), sizeOf(item.quote, group.isBar, m_step), *units});
}

void ReplaySource::jump(const ReplayIndex::Entry &entry)
{
    m_groups.restart(entry.offset, entry.line, entry.timeNs);
    m_hasGroup = false;
    m_step = 0;
    m_duration = singleBarDuration;
    m_position = entry.ticks;
    m_error.reset();
}

void ReplaySource::rewind()
{
    jump({});
}

template<typename Reached>
std::optional<ReplayError> ReplaySource::readUntil(const Reached &isReached)
{
    for (readGroup(); m_hasGroup; readGroup()) {
        if (isReached(m_groups.group()))
            return std::nullopt;
        m_position += ticksOf(m_groups.group());
    }
    return m_error;
}

std::optional<ReplayError> ReplaySource::seekTime(qint64 timeNs)
{
    const auto entry = m_index.before(timeNs);
    if (!entry)
        return ReplayError{LocalizedText::tr("This part of the file has not been read yet.")};
    jump(*entry);
    return readUntil([timeNs](const ReplayGroup &group) { return group.timeNs >= timeNs; });
}

std::optional<ReplayError> ReplaySource::seekShare(double share)
{
    Q_ASSERT(share >= 0 && share <= 1);
    const auto offset = quint64(std::llround(share * double(m_file->size())));
    const auto entry = m_index.beforeOffset(offset);
    if (!entry)
        return ReplayError{LocalizedText::tr("This part of the file has not been read yet.")};
    jump(*entry);
    return readUntil([offset](const ReplayGroup &group) { return group.offset >= offset; });
}

double ReplaySource::progress() const
{
    const quint64 offset = m_hasGroup ? m_groups.group().offset : m_groups.followingOffset();
    return std::min(double(offset) / double(std::max<quint64>(m_file->size(), 1)), 1.0);
}

} // namespace ticker
