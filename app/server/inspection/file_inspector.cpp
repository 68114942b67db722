// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspection/file_inspector.h"

#include "inspection/file_sample.h"
#include "inspection/open_question.h"
#include "inspection/take_sample.h"
#include "instruments/instrument.h"
#include "playback/replay_format.h"
#include "playback/replay_reading.h"
#include "replay/file_symbol.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <thread>
#include <utility>

namespace ticker {

namespace {

/// Ticks between two looks at the clock.
constexpr int ticksAtOnce = 256;
/// Where nothing more has come yet.
constexpr std::chrono::milliseconds waitingPause{5};

FileInspection::Content contentOf(TickLayout::Content content)
{
    switch (content) {
    case TickLayout::Content::Ticks:
        return FileInspection::Content::Ticks;
    case TickLayout::Content::Bars:
        return FileInspection::Content::Bars;
    case TickLayout::Content::Quotes:
        return FileInspection::Content::Quotes;
    }
    Q_UNREACHABLE();
    return FileInspection::Content::Ticks;
}

FileInspection::Order orderOf(ReplayOpening::Order order)
{
    switch (order) {
    case ReplayOpening::Order::OfTime:
        return FileInspection::Order::OfTime;
    case ReplayOpening::Order::NewestFirst:
        return FileInspection::Order::NewestFirst;
    case ReplayOpening::Order::BySymbol:
        return FileInspection::Order::BySymbol;
    case ReplayOpening::Order::Other:
        return FileInspection::Order::Other;
    }
    Q_UNREACHABLE();
    return FileInspection::Order::OfTime;
}

/// With what was found by reading all of the file, which then need not be done again.
FileReading readingOf(FileReading reading, const ReplayOptions &found)
{
    if (found.reading.order == DateOrder::DayFirst)
        reading.dateOrder = FileReading::DateOrder::DayFirst;
    else if (found.reading.order == DateOrder::MonthFirst)
        reading.dateOrder = FileReading::DateOrder::MonthFirst;
    return reading;
}

FileInspection::Question questionOf(const FileInspection &inspection)
{
    const auto question = openQuestion(inspection.problem.isEmpty() ? inspection.doubt : inspection.problem);
    const bool namesNone = inspection.played && inspection.symbolBy == FileInspection::SymbolBy::Nobody;
    return question == FileInspection::Question::None && inspection.problem.isEmpty() && namesNone
        ? FileInspection::Question::Symbol
        : question;
}

} // namespace

FileInspector::FileInspector(const QString &path, const FileReading &reading, const QString &symbol)
    : m_path(path), m_reading(reading), m_options(replayOptions(reading, path, symbol))
{
    auto begun = ReplayOpening::begin(path, m_options);
    if (!begun) {
        end(begun.error().message);
        return;
    }
    m_opening = begun.takeValue();
    takeStart();
}

/// Before it is sorted, for the first rows are those of the file.
void FileInspector::takeStart()
{
    if (!m_opening->file()) // of a pipe from which nothing has come
        return;
    m_hasStart = true;
    const auto block = m_opening->file()->readAt(0);
    if (!block) // who reads on says why
        return;
    m_start = *block;
    m_isWhole = quint64(m_start.size()) < ReplayFile::blockBytes;
    if (m_isWhole && m_opening->file()->isWaiting()) // the rest of its last line may be to come
        m_start.truncate(std::max(m_start.lastIndexOf('\n'), m_start.lastIndexOf('\r')) + 1);
}

void FileInspector::end(const LocalizedText &problem)
{
    m_problem = whyUnplayable(m_path, problem);
    m_isDone = true;
}

void FileInspector::work(std::chrono::nanoseconds atMost)
{
    if (m_isDone)
        return;
    if (m_source ? readSome(atMost) : open(atMost))
        return;
    std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(atMost, waitingPause));
}

bool FileInspector::open(std::chrono::nanoseconds atMost)
{
    const auto why = m_opening->work(atMost);
    if (!m_hasStart)
        takeStart();
    if (why)
        end(why->message);
    else if (m_opening->step() == ReplayOpening::Step::Done)
        openSource();
    return m_isDone || m_source || !m_opening->isWaiting();
}

void FileInspector::openSource()
{
    m_options = m_opening->options();
    auto source = ReplaySource::open(*m_opening);
    if (!source)
        return end(source.error().message);
    m_source = source.takeValue();
    m_lastTimeNs = m_source->firstTimeNs();
}

bool FileInspector::readSome(std::chrono::nanoseconds atMost)
{
    const QDeadlineTimer deadline(atMost, Qt::PreciseTimer);
    do {
        for (int i = 0; i < ticksAtOnce; ++i) {
            const auto tick = m_source->next();
            if (tick && tick->kind() == ReplayNext::Kind::NotYet)
                return false;
            if (!tick || !*tick) {
                end(tick ? LocalizedText() : tick.error().message);
                return true;
            }
            m_lastTimeNs = (*tick)->timeNs;
        }
    } while (!deadline.hasExpired());
    return true;
}

double FileInspector::progress() const
{
    if (m_isDone)
        return 1;
    return m_source ? m_source->progress() : m_opening->progress();
}

FileInspection FileInspector::inspection() const
{
    FileInspection inspection;
    inspection.path = m_path;
    inspection.reading = readingOf(m_reading, m_options);
    inspection.problem = m_problem;
    if (m_hasStart)
        describeForm(&inspection);
    if (m_source)
        describePlayed(&inspection);
    inspection.work = work();
    inspection.question = questionOf(inspection);
    return inspection;
}

FileInspection::Work FileInspector::work() const
{
    using Work = FileInspection::Work;
    if (m_isDone)
        return Work::Done;
    const auto step = m_opening->step();
    if (step == ReplayOpening::Step::FindingDateOrder)
        return Work::FindingDateOrder;
    const bool isOrdering = step == ReplayOpening::Step::CheckingOrder || step == ReplayOpening::Step::Sorting;
    return isOrdering ? Work::Sorting : Work::Reading;
}

void FileInspector::describeForm(FileInspection *inspection) const
{
    FileSample sample = takeSample(m_start, m_isWhole, m_options);
    const ReplayTextForm &form = m_opening->file()->form();
    inspection->encoding = encodingName(form.encoding);
    inspection->rows = std::move(sample.rows);
    inspection->firstRow = std::move(sample.firstRow);
    if (!sample.layout || sample.columns.empty()) // of an empty file nothing is known
        return;
    inspection->form = formName(form, sample.layout->form);
    if (sample.layout->form == TickLayout::Form::Csv && !form.isJsonList) {
        inspection->separator = sample.layout->separator;
        inspection->point = sample.layout->numbers.point;
        inspection->headerLine = sample.layout->headerLine;
    }
    inspection->columns = std::move(sample.columns);
    inspection->times = sample.times;
    inspection->symbolBy = symbolBy(sample.hasSymbols);
}

FileInspection::SymbolBy FileInspector::symbolBy(bool hasSymbols) const
{
    if (hasSymbols)
        return FileInspection::SymbolBy::File;
    if (!m_reading.symbol.isEmpty())
        return FileInspection::SymbolBy::Person;
    return symbolOfFileName(m_path).isEmpty() ? FileInspection::SymbolBy::Nobody : FileInspection::SymbolBy::FileName;
}

void FileInspector::describePlayed(FileInspection *inspection) const
{
    inspection->plays = m_problem.isEmpty() ? FileInspection::Plays::Yes : FileInspection::Plays::InPart;
    inspection->doubt = doubtOfTimes(m_source->firstTimeNs(), m_source->firstTimeText()).value_or(LocalizedText());
    inspection->order = orderOf(m_opening->order());
    inspection->lateRows = m_source->reordered();
    const SkippedLines &skipped = m_source->skipped();
    inspection->rowCount = skipped.lines();
    inspection->skippedRows = skipped.count();
    inspection->skippedKinds = skippedKinds(skipped);
    FileInspection::Played played{
        contentOf(m_source->content()), m_source->firstTimeNs(), m_lastTimeNs, m_source->position(), {}};
    for (const Instrument &instrument : m_source->spec().instruments)
        played.symbols.push_back({instrument.symbol, instrument.grid.decimals(), instrument.sizes.decimals()});
    inspection->played = std::move(played);
}

} // namespace ticker
