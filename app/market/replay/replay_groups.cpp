// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/replay_groups.h"

#include "instruments/instrument.h"
#include "tick_file/tick_file_format.h"

#include <limits>
#include <utility>

namespace ticker {

ReplayGroups::ReplayGroups(std::shared_ptr<ReplayFile> file, const ReplayOptions &options)
    : m_file(std::move(file)), m_onBadLine(options.onBadLine), m_reader(options.symbol(), options.reading)
{
    if (m_file->layout())
        m_reader.setLayout(*m_file->layout());
}

Expected<ReplayGroups::Next, ReplayError> ReplayGroups::next()
{
    m_group.items.clear();
    m_group.extras.clear();
    ++m_groupNumber;
    m_isWaiting = false;
    readLine();
    while (m_hasLine && belongs(m_window.front())) {
        const auto problem = take(m_window.front());
        m_hasLine = false;
        m_window.pop();
        if (problem)
            judgeAfterAll(*problem);
        readLine();
    }
    if (!m_group.items.empty())
        return Next::Group;
    if (m_error)
        return *m_error;
    return m_isWaiting ? Next::NotYet : Next::End;
}

std::optional<qint64> ReplayGroups::followingTime() const
{
    if (!m_hasLine)
        return std::nullopt;
    return m_window.front().timeNs;
}

quint64 ReplayGroups::followingOffset() const
{
    return m_hasLine ? m_window.place().offset : m_reader.offset();
}

void ReplayGroups::restart(const LineWindow::Place &place, qint64 timeNs, quint64 offset)
{
    m_reader.restart(place.offset, place.line, timeNs);
    m_window.restart(timeNs, offset);
    m_readOffset = place.offset;
    m_hasLine = false;
    m_atEnd = false;
    m_isWaiting = false;
    m_group.items.clear();
    m_group.extras.clear();
    m_lastGoodOffset = place.offset;
    m_skipped = {};
    m_nextError.reset();
    m_error.reset();
}

/// Makes m_hasLine true, unless there is no further line, or an error.
void ReplayGroups::readLine()
{
    while (!m_hasLine && !m_error) {
        const bool isLast = m_atEnd || m_nextError || m_isWaiting;
        if (m_window.isFull() || (isLast && !m_window.isEmpty())) {
            m_hasLine = true;
        } else if (isLast) {
            m_error = m_nextError;
            return;
        } else {
            readIntoWindow();
        }
    }
}

void ReplayGroups::readIntoWindow()
{
    const auto line = m_reader.next();
    if (!line)
        judge(line.error());
    else if (*line)
        insert();
    else
        readBlock();
}

void ReplayGroups::insert()
{
    if (!std::exchange(m_hasFirstLine, true))
        noteFirstLine();
    const quint64 number = m_reader.current().line;
    switch (m_window.insert(&m_reader.current())) {
    case LineWindow::Inserted::TooLate:
        judge({number, QStringLiteral("time"),
               m_file->isGrowing()
                   ? LocalizedText::tr("earlier than a line before it that was played")
                   : LocalizedText::tr("earlier than %1 lines before it").arg(qint64(LineWindow::fewLines))});
        return;
    case LineWindow::Inserted::Yes:
        m_skipped.noteGood();
        break;
    case LineWindow::Inserted::HasLeft:
        break;
    }
    m_lastGoodOffset = m_reader.offset();
}

void ReplayGroups::noteFirstLine()
{
    for (const TickFileCell &cell : m_reader.cells()) {
        if (cell.field == TickField::Time)
            m_firstTimeText = cell.text;
    }
}

void ReplayGroups::readBlock()
{
    auto block = m_file->readAt(m_readOffset);
    if (!block) {
        m_nextError = block.error();
    } else if (block->isEmpty() && m_file->isWaiting()) {
        m_isWaiting = true;
    } else if (block->isEmpty() && m_reader.isFinished()) {
        m_atEnd = true;
    } else if (block->isEmpty()) {
        m_reader.finish();
    } else if (m_reader.offset() > m_lastGoodOffset + mostBytesBetween) {
        m_nextError = ReplayError{LocalizedText::tr("line %1: no tick in the preceding %2 MiB")
                                      .arg(m_reader.line() + 1)
                                      .arg(mostBytesBetween / 1024 / 1024),
                                  m_reader.line() + 1};
    } else {
        m_reader.append(*block);
        m_readOffset += quint64(block->size());
    }
}

void ReplayGroups::judge(const TickFileError &error)
{
    m_skipped.noteBad(error, m_reader.currentText());
    m_nextError = whyStop(error);
}

/// Of a line that left the window.
void ReplayGroups::judgeAfterAll(const TickFileError &error)
{
    m_skipped.noteBadAfterAll(error);
    m_error = whyStop(error);
}

std::optional<ReplayError> ReplayGroups::whyStop(const TickFileError &error) const
{
    if (m_onBadLine == ReplayOptions::OnBadLine::Stop || m_reader.isBeyondHope())
        return ReplayError{error.text(), error.line};
    if (m_onBadLine != ReplayOptions::OnBadLine::SkipFew || !m_skipped.areTooMany())
        return std::nullopt;
    return ReplayError{
        LocalizedText::tr("too many lines cannot be read: %1. To leave them all out: --bad-rows skip-all")
            .arg(m_skipped.summary()),
        error.line};
}

/// Whether a line goes into the group that is being read.
bool ReplayGroups::belongs(const TickFileLine &line)
{
    if (m_group.items.empty())
        return true;
    if (line.timeNs != m_group.timeNs || line.seq != m_group.seq || line.isBar != m_group.isBar)
        return false;
    for (const TickFileQuote &quote : line.quotes) {
        const auto place = m_places.find(quote.symbol);
        if (place != m_places.end() && place->second.group == m_groupNumber)
            return false;
    }
    return true;
}

/// Adds a line to the group, or says why it cannot be added; then nothing of it is in the group.
std::optional<TickFileError> ReplayGroups::take(const TickFileLine &line)
{
    const std::size_t before = m_group.items.size();
    const int placesBefore = int(m_places.size());
    const auto refuse = [&](const LocalizedText &message) {
        for (std::size_t i = before; i < m_group.items.size(); ++i) {
            const auto place = m_places.find(m_group.items[i].quote.symbol);
            if (place->second.index >= placesBefore)
                m_places.erase(place);
            else
                place->second.group = 0;
        }
        m_group.items.resize(before);
        return TickFileError{line.line, QStringLiteral("symbol"), message};
    };
    if (before == 0) {
        m_group.timeNs = line.timeNs;
        m_group.seq = line.seq;
        m_group.line = line.line;
        m_group.offset = line.offset;
        m_group.place = m_window.place();
        m_group.isBar = line.isBar;
    }
    for (std::size_t i = 0; i < line.quotes.size(); ++i) {
        const TickFileQuote &quote = line.quotes[i];
        auto place = m_places.find(quote.symbol);
        if (place == m_places.end()) {
            if (m_places.size() == MarketSpec::mostInstruments) {
                return refuse(LocalizedText::tr("%1 exceeds the limit of %2 symbols in a market")
                                  .arg(quote.symbol.toString())
                                  .arg(MarketSpec::mostInstruments));
            }
            place = m_places.emplace(quote.symbol, Place{int(m_places.size())}).first;
        } else if (place->second.group == m_groupNumber) {
            return refuse(LocalizedText::tr("%1 appears twice").arg(quote.symbol.toString()));
        }
        place->second.group = m_groupNumber;
        m_group.items.push_back({place->second.index, quote});
        m_group.extras.addFrom(line.extras, i, m_group.items.size());
    }
    return std::nullopt;
}

} // namespace ticker
