// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file/replay_opening.h"

#include "open_file.h"
#include "row_order/line_window.h"
#include "tick_columns/tick_sniffer.h"

#include <QDeadlineTimer>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

/// Of the start of a file, which may be all of it. Returns how many there are, at most so many.
std::size_t seeLines(TickFileReader &reader, QByteArrayView start, bool isWhole, std::size_t most,
                     RowOrderSearch *order)
{
    reader.append(start);
    if (isWhole)
        reader.finish();
    for (std::size_t lines = 0; lines < most; ++lines) {
        const auto line = reader.next();
        if (line && *line)
            order->see(**line);
        else if (line || reader.isBeyondHope()) // what is wrong is told by who reads the file
            return lines;
    }
    return most;
}

} // namespace

Expected<ReplayOpening, ReplayError> ReplayOpening::begin(const QString &path, const ReplayOptions &options)
{
    if (!options.defaultSymbol.isEmpty() && options.symbol().isEmpty())
        return ReplayError{LocalizedText::tr("%1 is not a symbol (%2)").arg(options.defaultSymbol).arg(symbolRule())};
    auto opened = openToStream(path);
    if (!opened)
        return ReplayError{opened.error().why};
    ReplayOpening opening(path, options);
    if (const auto why = opening.begin(std::shared_ptr<QFile>(opened.takeValue()), path))
        return *why;
    return opening;
}

ReplayOpening::ReplayOpening(const QString &path, const ReplayOptions &options)
    : m_name(QFileInfo(path).fileName()), m_options(options)
{
}

std::optional<ReplayError> ReplayOpening::begin(const std::shared_ptr<QFile> &file, const QString &path)
{
    const bool isRegular = isRegularFile(*file);
    m_options.follow = m_options.follow && isRegular; // the end of a pipe is its end
    if (m_options.follow || !isRegular) {
        begin(Step::AwaitingStart);
        m_start = std::make_unique<ReplayStart>(file, path, m_options);
        return awaitStart();
    }
    auto opened = ReplayFile::open(file, path);
    if (!opened)
        return opened.error();
    m_file = opened.takeValue();
    return lookAtStart();
}

std::optional<ReplayError> ReplayOpening::awaitStart()
{
    const auto isThere = m_start->look();
    if (!isThere)
        return isThere.error();
    m_isWaiting = !*isThere;
    if (m_isWaiting)
        return std::nullopt;
    m_file = m_start->file();
    m_start.reset();
    return lookAtStart();
}

/// Decides which step comes next.
std::optional<ReplayError> ReplayOpening::lookAtStart()
{
    begin(Step::Done);
    if (m_file->layout()) // a few lines of what grows slowly: they are played as they come
        return std::nullopt;
    const auto block = m_file->readAt(0);
    if (!block)
        return block.error();
    const bool mayGrow = m_file->isGrowing() && (!m_file->isStream() || m_file->isWaiting());
    const bool isWhole = quint64(block->size()) < ReplayFile::blockBytes && !mayGrow;
    if (!hasOpenDateOrder(*block, isWhole))
        return lookAtOrder(*block, isWhole);
    begin(Step::FindingDateOrder);
    return std::nullopt;
}

bool ReplayOpening::hasOpenDateOrder(QByteArrayView start, bool isWhole)
{
    if (isWhole || m_areDatesSeen || m_options.reading.order != DateOrder::Undecided)
        return false;
    const QByteArrayView head = start.first(std::min(start.size(), TickFileReader::sniffedBytes));
    if (const auto layout = sniffTickFile(head, false, m_options.reading))
        return hasEqualDates(*layout, head);
    TickReadOptions reading = m_options.reading;
    reading.order = DateOrder::DayFirst;
    const auto asDay = sniffTickFile(head, false, reading);
    reading.order = DateOrder::MonthFirst;
    if (!asDay || !sniffTickFile(head, false, reading))
        return false;
    m_dates.emplace(*asDay);
    return true;
}

/// On the first of January nobody knows how the second will be written.
bool ReplayOpening::hasEqualDates(const TickLayout &layout, QByteArrayView head)
{
    if (layout.form != TickLayout::Form::Csv || layout.times.order != DateOrder::Undecided)
        return false;
    DateOrderSearch dates(layout);
    dates.see(head);
    if (!dates.hasEqualDates())
        return false;
    m_dates.emplace(layout);
    return true;
}

/// For a file whose newest line is the first, read as m_reader reads it.
TickFileReader ReplayOpening::readerFromTheEnd() const
{
    TickLayout layout = *m_reader->layout();
    layout.times.isNewestFirst = true;
    TickFileReader reader(m_options.symbol(), m_options.reading);
    reader.setLayout(layout);
    return reader;
}

std::optional<ReplayError> ReplayOpening::lookAtOrder(QByteArrayView start, bool isWhole)
{
    constexpr std::size_t enough = 4000;
    const std::size_t most = isWhole ? LineWindow::fewLines : enough;
    m_reader = std::make_unique<TickFileReader>(m_options.symbol(), m_options.reading);
    RowOrderSearch order;
    const std::size_t lines = seeLines(*m_reader, start, isWhole, most, &order);
    // An hour that a clock shows twice is read in another way from its end.
    if (order.hasEarlier() && !order.isNewestFirst() && !m_options.follow) {
        TickFileReader fromEnd = readerFromTheEnd();
        RowOrderSearch other;
        (void)seeLines(fromEnd, start, isWhole, most, &other);
        if (other.isNewestFirst())
            order = other;
    }
    const bool fitsIntoWindow = isWhole && lines < most;
    if (m_options.follow) {
        m_reader.reset();
        if (order.hasJumpBack())
            return ReplayError{
                LocalizedText::tr("%1 is not in the order of time, so it cannot be followed.").arg(m_name)};
    } else if (order.isNewestFirst()) {
        m_ties = LineSorter::Ties::Reversed;
        m_orderOfLines = Order::NewestFirst;
        auto reader = std::make_unique<TickFileReader>(readerFromTheEnd());
        reader->setTimesOnly();
        begin(Step::Sorting);
        m_reader = std::move(reader);
    } else if (order.hasJumpBack()) {
        m_orderOfLines = order.isBySymbol() ? Order::BySymbol : Order::Other;
        begin(fitsIntoWindow ? Step::Done : Step::Sorting);
    } else if (!fitsIntoWindow && endsWithAnotherSymbol(order)) {
        begin(Step::CheckingOrder);
    } else {
        m_reader.reset();
    }
    return std::nullopt;
}

/// A file that is sorted by symbol begins with one of them and ends with another. Of a packed one nobody knows the end.
bool ReplayOpening::endsWithAnotherSymbol(const RowOrderSearch &start)
{
    const TickLayout *const layout = m_reader->layout();
    if (!layout || !layout->hasColumn(TickField::Symbol) || start.symbols() != 1 || !m_file->isPlain())
        return false;
    const quint64 size = m_file->size();
    const quint64 offset = std::max(layout->dataOffset, size - std::min(size, ReplayFile::blockBytes / 4));
    const auto end = m_file->readAt(offset);
    if (!end)
        return false;
    const qsizetype lineEnd = end->indexOf(layout->lineEnd);
    if (lineEnd < 0)
        return false;
    m_reader->restart(offset + quint64(lineEnd) + 1, 1, beforeAllTimes);
    m_reader->append(QByteArrayView(*end).sliced(lineEnd + 1));
    m_reader->finish();
    const auto isOther = [&](const TickFileQuote &quote) { return !start.hasSymbol(quote.symbol); };
    for (;;) {
        const auto line = m_reader->next();
        if (line && !*line)
            return false;
        if (line && std::ranges::any_of((*line)->quotes, isOther))
            return true;
    }
}

void ReplayOpening::begin(Step step)
{
    m_step = step;
    m_offset = 0;
    m_atEnd = false;
    m_timeNs = beforeAllTimes;
    m_reader.reset();
    m_sorter.reset();
    m_order.reset();
    if (step == Step::CheckingOrder)
        m_order.emplace();
    if (step == Step::Sorting)
        m_sorter = std::make_unique<LineSorter>(m_ties);
    if (step == Step::CheckingOrder || step == Step::Sorting) {
        m_reader = std::make_unique<TickFileReader>(m_options.symbol(), m_options.reading);
        m_reader->setTimesOnly();
    }
}

double ReplayOpening::progress() const
{
    if (m_step == Step::Done)
        return 1;
    if (m_step == Step::AwaitingStart)
        return 0;
    return std::min(double(m_offset) / double(std::max<quint64>(m_file->size(), 1)), 1.0);
}

std::optional<ReplayError> ReplayOpening::work(std::chrono::nanoseconds atMost)
{
    const QDeadlineTimer deadline(atMost, Qt::PreciseTimer);
    // What follows is left to the next slice: who wants the lines as they come takes them before they are sorted.
    if (m_step == Step::AwaitingStart)
        return awaitStart();
    while (m_step != Step::Done) {
        if (auto why = readBlock())
            return why;
        if (m_isWaiting)
            break;
        if (m_reader) {
            if (auto why = takeLines())
                return why;
        }
        const bool isFound = (m_dates && m_dates->order()) || (m_order && m_order->hasJumpBack());
        if (m_atEnd || isFound) {
            if (auto why = finish())
                return why;
        }
        if (deadline.hasExpired())
            break;
    }
    return std::nullopt;
}

std::optional<ReplayError> ReplayOpening::readBlock()
{
    auto block = m_file->readAt(m_offset);
    if (!block)
        return block.error();
    m_isWaiting = block->isEmpty() && m_file->isStream() && m_file->isWaiting();
    if (m_isWaiting)
        return std::nullopt;
    m_atEnd = block->isEmpty();
    m_offset += quint64(block->size());
    if (m_step == Step::FindingDateOrder)
        m_dates->see(*block);
    else if (m_atEnd)
        m_reader->finish();
    else
        m_reader->append(*block);
    return std::nullopt;
}

std::optional<ReplayError> ReplayOpening::takeLines()
{
    for (;;) {
        const auto line = m_reader->next();
        if (line && !*line)
            return std::nullopt;
        if (!line && m_reader->isBeyondHope())
            return ReplayError{line.error().text(), line.error().line};
        if (line)
            m_timeNs = (*line)->timeNs;
        if (m_order && line)
            m_order->see(**line);
        if (!m_sorter)
            continue;
        // A line that cannot be read stays behind the one before it, to be judged there.
        const QByteArrayView text = m_reader->currentText();
        if (auto why = m_sorter->add(m_timeNs, m_reader->line(), text.isEmpty() ? QByteArrayView("?") : text))
            return ReplayError{*why};
    }
}

/// What the step was for is known, or will never be.
std::optional<ReplayError> ReplayOpening::finish()
{
    switch (m_step) {
    case Step::FindingDateOrder:
        // Who reads the file says that it cannot be told.
        if (m_dates->order())
            m_options.reading.order = *m_dates->order();
        m_dates.reset();
        m_areDatesSeen = true;
        return lookAtStart();
    case Step::CheckingOrder:
        if (m_order->hasJumpBack())
            m_orderOfLines = Order::BySymbol;
        begin(m_order->hasJumpBack() ? Step::Sorting : Step::Done);
        return std::nullopt;
    case Step::Sorting: {
        TickLayout layout = m_reader->layout() ? *m_reader->layout() : TickLayout();
        const quint64 size = m_sorter->size();
        auto lines = m_sorter->finish();
        if (!lines)
            return ReplayError{lines.error()};
        layout.lineEnd = '\n';
        layout.dataOffset = 0;
        layout.dataLine = 1;
        layout.hasLineNumbers = true;
        layout.times.isNewestFirst = false;
        m_file = m_file->sorted(lines.takeValue(), size, layout);
        begin(Step::Done);
        return std::nullopt;
    }
    case Step::AwaitingStart:
    case Step::Done:
        break;
    }
    Q_UNREACHABLE();
    return std::nullopt;
}

} // namespace ticker
