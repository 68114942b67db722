// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_export/tick_export.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

constexpr qsizetype blockBytes = 64 * 1024;
/// Ticks between two looks at the clock.
constexpr int ticksAtOnce = 256;

TickExport::Error unreadable(const ReplayError &error)
{
    return {true, error.message};
}

std::optional<TickExport::Error> unwritable(const std::optional<LocalizedText> &why)
{
    return why ? std::optional(TickExport::Error{false, *why}) : std::nullopt;
}

/// What one of the four ticks of a bar adds to a volume: together all of it, and nothing where the file says 0.
quint64 shareOfVolume(const TickFileQuote &quote, const SizeScale &sizes, int step)
{
    const auto volume = quote.size.units(sizes.decimals(), TickFileQuote::largestSize(true));
    return (volume.value_or(0) + quint64(step)) / pricesOfBar;
}

/// What is played has been found to fit.
qint64 unitsOf(const TickFilePrice &price, const PriceGrid &grid)
{
    const auto units = price.units(grid.decimals());
    Q_ASSERT(units);
    return *units;
}

} // namespace

Expected<std::unique_ptr<TickExport>, TickExport::Error> TickExport::begin(const Options &options)
{
    auto file = ExportFile::create(options.to, options.format.isPacked, options.overwrite);
    if (!file)
        return Error{false, file.error()};
    auto opening = ReplayOpening::begin(options.from, options.reading);
    if (!opening)
        return unreadable(opening.error());
    return std::unique_ptr<TickExport>(new TickExport(options, opening.takeValue(), file.takeValue()));
}

TickExport::TickExport(const Options &options, ReplayOpening opening, std::unique_ptr<ExportFile> file)
    : m_options(options), m_opening(std::move(opening)), m_file(std::move(file)), m_rows(options.format.rows, {})
{
}

double TickExport::progress() const
{
    return m_source ? m_source->progress() : m_opening.progress();
}

std::optional<TickExport::Error> TickExport::work(std::chrono::nanoseconds atMost)
{
    const QDeadlineTimer deadline(atMost, Qt::PreciseTimer);
    if (!m_source) {
        if (const auto why = m_opening.work(atMost))
            return unreadable(*why);
        m_isWaiting = m_opening.isWaiting();
        if (m_opening.step() != ReplayOpening::Step::Done)
            return std::nullopt;
        if (auto why = open())
            return why;
    }
    m_isWaiting = false;
    while (!m_isDone && !m_isWaiting) {
        for (int i = 0; i < ticksAtOnce && !m_isDone && !m_isWaiting; ++i) {
            if (auto why = readTick())
                return why;
        }
        if (deadline.hasExpired())
            break;
    }
    return std::nullopt;
}

std::optional<TickExport::Error> TickExport::open()
{
    auto source = ReplaySource::open(m_opening);
    if (!source)
        return unreadable(source.error());
    m_source.emplace(source.takeValue());
    return std::nullopt;
}

std::optional<TickExport::Error> TickExport::readTick()
{
    const auto next = m_source->next();
    if (!next)
        return unreadable(next.error());
    m_isWaiting = next->kind() == ReplayNext::Kind::NotYet;
    if (m_isWaiting)
        return std::nullopt;
    if (!*next)
        return finish();
    const ReplayTick &tick = **next;
    if (const ExportColumns columns = columnsFor(tick); columns != m_rows.columns())
        return restart(columns);
    switch (m_rows.columns().kind) {
    case ExportColumns::Kind::Ticks:
        writeTick(tick);
        break;
    case ExportColumns::Kind::FileBars:
        if (m_source->stepOfBar() == pricesOfBar - 1) // then all prices were found to fit
            writeFileBars();
        break;
    case ExportColumns::Kind::Bars:
        addToBars(tick);
        break;
    case ExportColumns::Kind::Unknown:
        Q_UNREACHABLE();
    }
    return m_block.size() < blockBytes ? std::nullopt : flush();
}

/// Those that there are, and what this tick needs beyond them.
ExportColumns TickExport::columnsFor(const ReplayTick &tick) const
{
    using Kind = ExportColumns::Kind;
    ExportColumns columns = m_rows.columns();
    const bool isBar = m_source->group().isBar;
    if (m_options.bars)
        columns.kind = Kind::Bars;
    else if (columns.kind == Kind::Unknown)
        columns.kind = isBar ? Kind::FileBars : Kind::Ticks;
    else if (!isBar)
        columns.kind = Kind::Ticks; // it has both; so the bars are written as the ticks that they play
    if (columns.kind == Kind::Bars)
        return columns;
    const qint64 timeNs = columns.kind == Kind::FileBars ? m_source->group().timeNs : tick.timeNs;
    columns.timeDecimals = std::max(columns.timeDecimals, TimeText::decimalsOf(timeNs));
    columns.hasSeq = columns.hasSeq || tick.seq > 0;
    return columns;
}

std::optional<TickExport::Error> TickExport::restart(const ExportColumns &columns)
{
    m_source->rewind();
    m_rows = ExportRows(m_options.format.rows, columns);
    if (m_options.bars)
        m_bars.emplace(*m_options.bars);
    m_summary = {};
    m_tickTimeNs.reset();
    m_block.clear();
    m_rows.appendHeader(m_block);
    return unwritable(m_file->restart());
}

/// The rows of a tick stand as in the file. But if another tick has the same time, an instrument of that one comes first:
/// only by that a reader knows where the next tick begins.
void TickExport::writeTick(const ReplayTick &tick)
{
    const std::vector<ReplayGroup::Item> &items = m_source->group().items;
    const auto write = [&](int instrument) {
        const auto quote = std::ranges::lower_bound(tick.quotes, instrument, {}, &ReplayQuote::instrument);
        m_rows.appendTick(m_block, m_source->spec(), tick, *quote);
        noteRow(tick.timeNs);
    };
    auto first = items.end();
    if (m_tickTimeNs == tick.timeNs && m_tickSeq == tick.seq)
        first = std::ranges::find_if(items, [&](const auto &item) { return m_tickSymbols.contains(item.symbol); });
    if (first != items.end())
        write(first->symbol);
    m_tickTimeNs = tick.timeNs;
    m_tickSeq = tick.seq;
    m_tickSymbols.clear();
    for (auto item = items.begin(); item != items.end(); ++item) {
        m_tickSymbols.insert(item->symbol);
        if (item != first)
            write(item->symbol);
    }
}

void TickExport::writeFileBars()
{
    const ReplayGroup &group = m_source->group();
    for (const ReplayGroup::Item &item : group.items) {
        const Instrument &instrument = m_source->spec().instruments[std::size_t(item.symbol)];
        ExportBar bar;
        bar.instrument = std::size_t(item.symbol);
        bar.open = unitsOf(item.quote.prices[0], instrument.grid);
        bar.high = unitsOf(item.quote.prices[1], instrument.grid);
        bar.low = unitsOf(item.quote.prices[2], instrument.grid);
        bar.close = unitsOf(item.quote.prices[3], instrument.grid);
        bar.volume = item.quote.size.units(instrument.sizes.decimals(), TickFileQuote::largestSize(true)).value_or(0);
        m_rows.appendBar(m_block, m_source->spec(), group.timeNs, bar);
        noteRow(group.timeNs);
    }
}

void TickExport::addToBars(const ReplayTick &tick)
{
    const ReplayGroup &group = m_source->group();
    // All of a bar counts where it begins, whenever its four ticks are played: so no bar is made where the file has none.
    if (m_bars->isComplete(group.timeNs))
        writeBars();
    if (!group.isBar) {
        for (const ReplayQuote &quote : tick.quotes)
            m_bars->add(quote.instrument, group.timeNs, quote.price, quote.size);
        return;
    }
    const int step = m_source->stepOfBar();
    for (const ReplayGroup::Item &item : group.items) {
        const Instrument &instrument = m_source->spec().instruments[std::size_t(item.symbol)];
        m_bars->add(std::size_t(item.symbol), group.timeNs, unitsOf(barPrice(item.quote, step), instrument.grid),
                    shareOfVolume(item.quote, instrument.sizes, step));
    }
}

void TickExport::writeBars()
{
    const qint64 timeNs = m_bars->startNs();
    for (const ExportBar &bar : m_bars->take()) {
        m_rows.appendBar(m_block, m_source->spec(), timeNs, bar);
        noteRow(timeNs);
    }
}

void TickExport::noteRow(qint64 timeNs)
{
    if (m_summary.rows == 0)
        m_summary.firstTimeNs = timeNs;
    m_summary.lastTimeNs = timeNs;
    ++m_summary.rows;
}

std::optional<TickExport::Error> TickExport::flush()
{
    auto why = unwritable(m_file->write(m_block));
    m_block.resize(0); // keeps its memory
    return why;
}

std::optional<TickExport::Error> TickExport::finish()
{
    if (m_bars)
        writeBars();
    if (auto why = flush())
        return why;
    if (auto why = unwritable(m_file->finish()))
        return why;
    m_summary.skipped = m_source->skipped().summary();
    m_summary.firstTimeText = m_source->firstTimeText();
    m_isDone = true;
    return std::nullopt;
}

} // namespace ticker
