// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/replay_source.h"

#include <QThread>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ticker {

namespace {

/// Of an instrument, as it was first seen and later.
struct Seen final
{
    TickFileQuote first;
    SeenDecimals decimals;
};

/// In a bar, each step has a share of its volume; what does not divide goes to the last ones. Nothing: it is too large.
std::optional<quint64> sizeOf(const TickFileQuote &quote, const SizeScale &sizes, bool isBar, int step)
{
    if (quote.size.isZero())
        return sizes.unitsPerOne();
    const auto size = quote.size.units(sizes.decimals(), TickFileQuote::largestSize(isBar));
    if (!isBar || !size)
        return size;
    return std::max<quint64>((*size + quint64(step)) / pricesOfBar, 1);
}

ReplayError tooLarge(const LocalizedText &message, const ReplayGroup &group, const Instrument &instrument, int decimals)
{
    return {message.arg(group.line).arg(decimals).arg(instrument.symbol), group.line};
}

ReplayError noSeeking()
{
    return {
        LocalizedText::tr("What comes through a pipe is played as it comes. To seek in it, save it to a file first.")};
}

} // namespace

Expected<ReplaySource, ReplayError> ReplaySource::open(const QString &path, const ReplayOptions &options)
{
    auto opening = ReplayOpening::begin(path, options);
    if (!opening)
        return opening.error();
    ReplayOpening begun = opening.takeValue();
    while (begun.step() != ReplayOpening::Step::Done) {
        if (const auto why = begun.work(std::chrono::hours(1)))
            return *why;
        if (begun.isWaiting())
            QThread::msleep(1);
    }
    return open(begun);
}

Expected<ReplaySource, ReplayError> ReplaySource::open(const ReplayOpening &opening)
{
    Q_ASSERT(opening.step() == ReplayOpening::Step::Done);
    ReplaySource source(opening.file(), opening.options());
    if (auto problem = source.scan())
        return *problem;
    return source;
}

ReplaySource::ReplaySource(const std::shared_ptr<ReplayFile> &file, const ReplayOptions &options)
    : m_file(file), m_isFollowing(options.follow), m_groups(file, options), m_index(file, options)
{
    m_spec.name = file->name();
}

/// Finds instruments and decimals at the start of the file, and goes back there.
std::optional<ReplayError> ReplaySource::scan()
{
    std::vector<Seen> seen;
    while (seen.empty() || m_groups.followingOffset() < bytesScanned) {
        const auto more = m_groups.next();
        const bool isGroup = more && *more == ReplayGroups::Next::Group;
        if (seen.empty() && !more)
            return more.error();
        if (seen.empty() && !isGroup)
            return noTicks();
        if (!isGroup) {
            m_sawFew = m_file->isGrowing() && m_file->layout();
            break;
        }
        const ReplayGroup &group = m_groups.group();
        if (group.isBar)
            m_barLength.see(group.timeNs);
        if (seen.empty())
            m_firstTimeNs = group.timeNs;
        for (const ReplayGroup::Item &item : group.items) {
            if (std::size_t(item.symbol) == seen.size())
                seen.push_back({item.quote, {}});
            seen[std::size_t(item.symbol)].decimals.add(item.quote, group.isBar);
        }
    }
    for (const Seen &instrument : seen)
        addInstrument(instrument.first, instrument.decimals);
    for (const Instrument &instrument : m_spec.instruments) {
        m_mostDecimals = std::max(m_mostDecimals, instrument.grid.decimals());
        m_mostSizeDecimals = std::max(m_mostSizeDecimals, instrument.sizes.decimals());
    }
    findBarLength();
    rewind();
    return std::nullopt;
}

/// By what was scanned. Of five hundred instruments the first bars alone may be more than that.
void ReplaySource::findBarLength()
{
    constexpr quint64 mostBytes = 4 * bytesScanned;
    while (m_groups.group().isBar && !m_barLength.isKnown() && m_groups.followingOffset() < mostBytes) {
        const auto more = m_groups.next();
        if (!more || *more != ReplayGroups::Next::Group)
            break;
        m_barLength.see(m_groups.group().timeNs);
    }
    if (!m_sawFew)
        m_barLength.fix();
    m_index.setBarLength(m_barLength);
}

ReplayError ReplaySource::noTicks() const
{
    const SkippedLines &skipped = m_groups.skipped();
    if (skipped.count() == 0)
        return ReplayError{LocalizedText::tr("%1 contains no ticks.").arg(m_file->name())};
    return skipped.kinds().front().first;
}

/// One that comes late may be the first of its kind, so it has no less decimals than the others.
void ReplaySource::addInstrument(const TickFileQuote &first, const SeenDecimals &seen)
{
    constexpr int decimalsOfCoins = 8;
    const int decimals = seen.ofPrices(std::max(m_mostDecimals, m_sawFew ? seen.toExpect() : 0));
    Instrument instrument;
    instrument.symbol = first.symbol.toString();
    instrument.name = instrument.symbol;
    instrument.grid = PriceGrid(decimals, 1);
    instrument.sizes = SizeScale(seen.ofSizes(m_sawFew ? decimalsOfCoins : m_mostSizeDecimals));
    instrument.startPrice = first.prices.front().units(decimals).value_or(PriceGrid::largestPrice);
    m_spec.instruments.push_back(std::move(instrument));
}

Expected<ReplayNext, ReplayError> ReplaySource::next()
{
    if (!m_hasGroup)
        readGroup();
    if (m_hasGroup)
        makeTick();
    if (m_error)
        return *m_error;
    return m_tick.quotes.empty() ? ReplayNext(m_noGroup) : ReplayNext(m_tick);
}

/// Makes m_hasGroup true, unless there is none (yet), or m_error says why not.
void ReplaySource::readGroup()
{
    m_tick.quotes.clear();
    m_step = 0;
    if (m_error)
        return;
    const auto more = m_groups.next();
    if (!more)
        m_error = more.error();
    m_hasGroup = more && *more == ReplayGroups::Next::Group;
    if (!m_hasGroup) {
        m_noGroup = more && *more == ReplayGroups::Next::NotYet ? ReplayNext::Kind::NotYet : ReplayNext::Kind::End;
        return;
    }
    const ReplayGroup &group = m_groups.group();
    for (const ReplayGroup::Item &item : group.items) {
        if (std::size_t(item.symbol) < m_spec.instruments.size())
            continue;
        SeenDecimals decimals;
        decimals.add(item.quote, group.isBar);
        addInstrument(item.quote, decimals);
    }
    if (!group.isBar)
        return;
    m_barLength.see(group.timeNs);
    m_duration = m_barLength.of(group.timeNs, m_groups.followingTime());
}

void ReplaySource::makeTick()
{
    const ReplayGroup &group = m_groups.group();
    const qint64 timeNs = group.isBar ? barTime(group.timeNs, m_duration, m_step) : group.timeNs;
    // How long a bar takes is not known before the next one has come; that may be earlier than the last one's end.
    m_tick.timeNs = m_lastTimeNs = std::max(timeNs, m_lastTimeNs);
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
        m_error = tooLarge(LocalizedText::tr("line %1: price: too large for the %2 decimal places of %3 in this file"),
                           group, instrument, instrument.grid.decimals());
        return;
    }
    const auto size = sizeOf(item.quote, instrument.sizes, group.isBar, m_step);
    if (!size) {
        m_error = tooLarge(LocalizedText::tr("line %1: size: too large for the %2 decimal places of %3 in this file"),
                           group, instrument, instrument.sizes.decimals());
        return;
    }
    m_tick.quotes.push_back({quint16(item.symbol), *size, *units});
}

void ReplaySource::jump(const ReplayIndex::Entry &entry)
{
    m_groups.restart(entry.place, entry.timeNs, entry.offset);
    m_hasGroup = false;
    m_step = 0;
    m_barLength.jump();
    m_position = entry.ticks;
    m_lastTimeNs = beforeAllTimes;
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
    if (!canSeek())
        return noSeeking();
    const auto entry = m_index.before(timeNs);
    if (!entry)
        return ReplayError{LocalizedText::tr("This part of the file has not been read yet.")};
    jump(*entry);
    return readUntil([timeNs](const ReplayGroup &group) { return group.timeNs >= timeNs; });
}

std::optional<ReplayError> ReplaySource::seekShare(double share)
{
    Q_ASSERT(share >= 0 && share <= 1);
    if (!canSeek())
        return noSeeking();
    const auto offset = quint64(std::llround(share * double(m_file->size())));
    const auto entry = m_index.beforeOffset(offset);
    if (!entry)
        return ReplayError{LocalizedText::tr("This part of the file has not been read yet.")};
    jump(*entry);
    return readUntil([offset](const ReplayGroup &group) { return group.place.offset >= offset; });
}

quint64 ReplaySource::offset() const
{
    return m_hasGroup ? m_groups.group().place.offset : m_groups.followingOffset();
}

double ReplaySource::shareAt(quint64 offset) const
{
    return std::min(double(offset) / double(std::max<quint64>(m_file->size(), 1)), 1.0);
}

} // namespace ticker
