// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/column_choice.h"

#include "file_values/decimal_text.h"
#include "file_values/text_for_people.h"
#include "tick_columns/csv_row.h"
#include "tick_columns/date_orders.h"
#include "tick_columns/side_rules.h"

#include <algorithm>

namespace ticker {

namespace {

/// Without it the file plays, too.
bool isBeside(const std::optional<ColumnMeaning> &meaning)
{
    return meaning && isBesidePrice(meaning->field);
}

} // namespace

ColumnChoice::ColumnChoice(const QByteArrayList &names, const std::vector<QByteArrayList> &rows,
                           const TickReadOptions &options)
    : m_names(names), m_rows(rows), m_options(options), m_meanings(columnMeanings(names)),
      m_chosen(std::size_t(names.size()))
{
    findKinds();
}

ColumnChoice::ColumnChoice(const QByteArrayList &names, const KnownShape &shown,
                           const std::vector<QByteArrayList> &rows, const TickReadOptions &options)
    : m_names(names), m_rows(rows), m_options(options), m_meanings(std::size_t(names.size())),
      m_chosen(std::size_t(names.size()))
{
    for (std::size_t i = 0; i < std::min(shown.columns.size(), m_meanings.size()); ++i) {
        if (const auto field = shown.columns[i]) // whether a time is one of day only, its cells tell
            m_meanings[i] = {*field == TickField::TimeOfDay ? TickField::Time : *field, 1, false, shown.side};
    }
    findKinds();
}

void ColumnChoice::findKinds()
{
    for (std::size_t i = 0; i < m_meanings.size(); ++i) {
        const auto &meaning = m_meanings[i];
        const bool mayBeTime = !meaning || meaning->field == TickField::Time || isBeside(meaning);
        m_kinds.push_back(mayBeTime ? kindOf(i) : TimeKind::None);
        m_sides.push_back(meaning ? meaning->side : SideForm::None);
    }
}

std::optional<LocalizedText> ColumnChoice::choose(TickLayout *layout)
{
    if (auto problem = takeGiven())
        return problem;
    if (auto problem = chooseTimes(layout))
        return problem;
    for (std::size_t i = std::size_t(TickField::Symbol); i < tickFields; ++i) {
        if (isGiven(TickField(i)))
            continue;
        if (auto problem = chooseField(TickField(i)))
            return problem;
    }
    if (auto problem = chooseContent(layout))
        return problem;
    chooseSide(layout);
    layout->columns = m_chosen;
    layout->given = namedFields(m_options.columns);
    return chooseNumbers(layout);
}

/// What a person has said of columns; their names mean nothing more then.
std::optional<LocalizedText> ColumnChoice::takeGiven()
{
    auto fields = givenFields(m_options.columns, m_names);
    if (!fields)
        return fields.error();
    m_chosen = fields.takeValue();
    for (std::size_t i = 0; i < m_chosen.size(); ++i) {
        if (!m_chosen[i])
            continue;
        m_meanings[i].reset();
        m_kinds[i] = m_chosen[i] == TickField::Time ? kindOf(i) : TimeKind::None;
    }
    return std::nullopt;
}

std::optional<LocalizedText> ColumnChoice::chooseField(TickField field)
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < m_meanings.size(); ++i) {
        const bool isEmpty = field == TickField::Price && saysNothing(i);
        if (m_meanings[i] && m_meanings[i]->field == field && !isEmpty && !m_chosen[i])
            columns.push_back(i);
    }
    const auto best = bestOf(columns);
    if (!best)
        return std::nullopt;
    const auto rival = rivalOf(*best, columns);
    if (rival && (field == TickField::Size || isBesidePrice(field))) // which can be missing
        return std::nullopt;
    if (rival) {
        return LocalizedText::tr("the header has two columns for the %1: %2 and %3; say which one by --columns")
            .arg(tickFieldName(field))
            .arg(quotedForPeople(m_names[qsizetype(*best)]))
            .arg(quotedForPeople(m_names[qsizetype(*rival)]));
    }
    m_chosen[*best] = field;
    return std::nullopt;
}

/// MetaTrader 5 has a column for a last price, and nothing or 0 in it where there is a bid and an ask.
bool ColumnChoice::saysNothing(std::size_t column) const
{
    const auto isNamed = [this](TickField field) {
        return std::ranges::any_of(m_meanings, [field](const auto &each) { return each && each->field == field; });
    };
    const QByteArrayList cells = cellsOf(column);
    return !m_rows.empty() && isNamed(TickField::Bid) && isNamed(TickField::Ask)
        && std::ranges::all_of(cells, [](const QByteArray &cell) {
               const auto number = DecimalText::fromText(cell);
               return number && number->isZero();
           });
}

// Times

std::optional<LocalizedText> ColumnChoice::chooseTimes(TickLayout *layout)
{
    const std::vector<std::size_t> whole = timesOfKind(TimeKind::Whole);
    const auto day = bestOf(timesOfKind(TimeKind::Day));
    const std::vector<std::size_t> clocks = timesOfKind(TimeKind::TimeOfDay);
    const std::vector<std::size_t> numbers = timesOfKind(TimeKind::SmallNumber);
    if (const auto given = columnOf(TickField::Time)) {
        if (auto problem = checkGivenTime(*given))
            return problem;
        if (m_kinds[*given] == TimeKind::Day)
            chooseTimeOfDay();
        layout->times.hasExcelSerials = m_kinds[*given] == TimeKind::SmallNumber && areExcelDays(*given);
    } else if (const auto best = bestOf(whole); best && !(day && has(TickField::TimeOfDay))) {
        if (const auto rival = rivalOf(*best, whole)) {
            return LocalizedText::tr("%1 and %2 are different times; say which one by --columns")
                .arg(quotedForPeople(m_names[qsizetype(*best)]))
                .arg(quotedForPeople(m_names[qsizetype(*rival)]));
        }
        m_chosen[*best] = TickField::Time;
    } else if (day) {
        m_chosen[*day] = TickField::Time;
        chooseTimeOfDay();
    } else if (const auto number = bestOf(numbers)) {
        m_chosen[*number] = TickField::Time;
        layout->times.hasExcelSerials = areExcelDays(*number);
    } else if (!clocks.empty()) {
        return LocalizedText::tr("the times in %1 have no day")
            .arg(quotedForPeople(m_names[qsizetype(clocks.front())]));
    } else if (const auto nameless = namelessTime()) {
        m_chosen[*nameless] = TickField::Time;
    } else {
        return noTimes();
    }
    return chooseOrder(layout);
}

/// Beside a day.
void ColumnChoice::chooseTimeOfDay()
{
    if (isGiven(TickField::TimeOfDay))
        return;
    std::vector<std::size_t> clocks = timesOfKind(TimeKind::TimeOfDay);
    const std::vector<std::size_t> numbers = timesOfKind(TimeKind::SmallNumber);
    std::ranges::copy_if(numbers, std::back_inserter(clocks),
                         [this](std::size_t i) { return areTimesOfDay(cellsOf(i)); });
    if (const auto clock = bestOf(clocks))
        m_chosen[*clock] = TickField::TimeOfDay;
}

std::optional<LocalizedText> ColumnChoice::checkGivenTime(std::size_t column) const
{
    const QByteArrayList cells = cellsOf(column);
    if (cells.isEmpty())
        return std::nullopt;
    const QString name = quotedForPeople(m_names[qsizetype(column)]);
    if (m_kinds[column] == TimeKind::TimeOfDay)
        return LocalizedText::tr("the times in %1 have no day").arg(name);
    if (m_kinds[column] == TimeKind::None) {
        return LocalizedText::tr("what stands in the column %1 is not a time: %2")
            .arg(name)
            .arg(quotedForPeople(cells.front()));
    }
    return std::nullopt;
}

LocalizedText ColumnChoice::noColumn(TickField field) const
{
    if (std::ranges::all_of(m_names, &QByteArray::isEmpty))
        return LocalizedText::tr("no column is known to be the %1; say which one by --columns")
            .arg(tickFieldName(field));
    return LocalizedText::tr("the header has no column for the %1 (%2)")
        .arg(tickFieldName(field))
        .arg(commonColumnNames(field));
}

LocalizedText ColumnChoice::noTimes() const
{
    const std::vector<std::size_t> columns = timesOfKind(TimeKind::None);
    if (columns.empty())
        return noColumn(TickField::Time);
    return LocalizedText::tr("what stands in the column %1 is not a time: %2")
        .arg(quotedForPeople(m_names[qsizetype(columns.front())]))
        .arg(quotedForPeople(cellsOf(columns.front()).value(0)));
}

/// Such as the index that pandas writes first, with an empty name: the one column that has days and no known name.
std::optional<std::size_t> ColumnChoice::namelessTime() const
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_meanings.size(); ++i) {
        const TimeKind kind = m_meanings[i] && !isBeside(m_meanings[i]) ? TimeKind::None : m_kinds[i];
        if (kind != TimeKind::Whole && kind != TimeKind::Day)
            continue;
        if (found)
            return std::nullopt;
        found = i;
    }
    return found;
}

std::optional<LocalizedText> ColumnChoice::chooseOrder(TickLayout *layout) const
{
    if (m_options.order != DateOrder::Undecided)
        return std::nullopt;
    const DateOrder usual = m_names.contains("Close/Last") ? DateOrder::MonthFirst // Nasdaq.com
                                                           : DateOrder::Undecided;
    const auto order = dateOrderOf(cellsOf(*columnOf(TickField::Time)), usual);
    if (!order)
        return order.error();
    layout->times.order = *order;
    return std::nullopt;
}

std::vector<std::size_t> ColumnChoice::timesOfKind(TimeKind kind) const
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < m_meanings.size(); ++i) {
        if (m_meanings[i] && m_meanings[i]->field == TickField::Time && m_kinds[i] == kind)
            columns.push_back(i);
    }
    return columns;
}

/// Without rows the name alone counts.
TimeKind ColumnChoice::kindOf(std::size_t column) const
{
    const QByteArrayList cells = cellsOf(column);
    if (cells.isEmpty())
        return m_meanings[column] && !isBeside(m_meanings[column]) ? TimeKind::Whole : TimeKind::None;
    return timeKindOf(cells);
}

/// Under another name such numbers are seconds, for example since midnight.
bool ColumnChoice::areExcelDays(std::size_t column) const
{
    return m_names[qsizetype(column)].toLower().contains("dat") && ticker::areExcelDays(cellsOf(column));
}

// What the file is of

std::optional<LocalizedText> ColumnChoice::chooseContent(TickLayout *layout)
{
    const bool hasSome = has(TickField::Open) || has(TickField::High) || has(TickField::Low);
    const auto price = columnOf(TickField::Price);
    const bool isClose = price && has(TickField::Open) && has(TickField::High) && has(TickField::Low)
        && !has(TickField::Close) && !isGiven(TickField::Close) && m_meanings[*price] && m_meanings[*price]->mayBeClose;
    if (isClose)
        m_chosen[*price] = TickField::Close;
    layout->content = TickLayout::Content::Ticks;
    if (has(TickField::Price))
        return std::nullopt;
    if (hasSome) {
        for (const auto field : {TickField::Open, TickField::High, TickField::Low, TickField::Close}) {
            if (!has(field))
                return noColumn(field);
        }
        layout->content = TickLayout::Content::Bars;
    } else if (const auto close = columnOf(TickField::Close)) {
        m_chosen[*close] = TickField::Price;
    } else if (has(TickField::Bid) && has(TickField::Ask)) {
        layout->content = TickLayout::Content::Quotes;
    } else {
        return noColumn(TickField::Price);
    }
    return std::nullopt;
}

/// How the side is written; where that cannot be told, it has no column. What would not be kept has none, either.
void ColumnChoice::chooseSide(TickLayout *layout)
{
    for (auto &field : m_chosen) {
        if (field && !isKeptIn(layout->content, *field))
            field.reset();
    }
    layout->side = SideForm::None;
    const auto size = columnOf(TickField::Size);
    if (const auto column = columnOf(TickField::Side)) {
        const SideForm found = sideFormOfColumn(*column, m_sides[*column], m_names, m_rows);
        layout->side = isGiven(TickField::Side) ? givenSideForm(found) : found;
        if (layout->side == SideForm::None)
            m_chosen[*column].reset();
    } else if (size && m_sides[*size] == SideForm::SignOfSize && layout->content == TickLayout::Content::Ticks) {
        layout->side = SideForm::SignOfSize;
    }
}

/// What stands beside the prices must not change how they are read.
bool ColumnChoice::votesOnNumbers(TickField field) const
{
    return (field >= TickField::Price && field <= TickField::Size)
        || ((field == TickField::BidSize || field == TickField::AskSize) && isGiven(field));
}

std::optional<LocalizedText> ColumnChoice::chooseNumbers(TickLayout *layout) const
{
    NumberStyleFinder finder;
    for (std::size_t i = 0; i < m_chosen.size(); ++i) {
        if (!m_chosen[i] || !votesOnNumbers(*m_chosen[i]))
            continue;
        const QByteArrayList cells = cellsOf(i);
        for (const QByteArray &cell : cells)
            finder.see(cell);
    }
    const auto style = finder.style();
    if (m_options.point)
        layout->numbers = {*m_options.point, *m_options.point == ',' ? '.' : ','};
    else if (style)
        layout->numbers = *style;
    else
        return LocalizedText::tr("whether a comma in a number is the decimal sign cannot be told; say so by --decimal");
    return std::nullopt;
}

// Small helpers

/// Nothing: there are none.
std::optional<std::size_t> ColumnChoice::bestOf(const std::vector<std::size_t> &columns) const
{
    const auto best = std::ranges::min_element(columns, {}, [this](std::size_t i) { return m_meanings[i]->rank; });
    return best == columns.end() ? std::nullopt : std::optional(*best);
}

/// Another one that is as good, and says something else.
std::optional<std::size_t> ColumnChoice::rivalOf(std::size_t best, const std::vector<std::size_t> &columns) const
{
    const auto rival = std::ranges::find_if(columns, [&](std::size_t other) {
        return m_meanings[other]->rank == m_meanings[best]->rank && !areSame(best, other);
    });
    return rival == columns.end() ? std::nullopt : std::optional(*rival);
}

/// In all rows; as texts, which for times means more than it has to.
bool ColumnChoice::areSame(std::size_t one, std::size_t other) const
{
    if (one == other)
        return true;
    FileTimes times({m_options.order, m_options.zone, false});
    return std::ranges::all_of(m_rows, [&](const QByteArrayList &row) {
        const QByteArray a = row.value(qsizetype(one));
        const QByteArray b = row.value(qsizetype(other));
        return a == b || times.areSame(a, b);
    });
}

/// But for those that stand for nothing.
QByteArrayList ColumnChoice::cellsOf(std::size_t column) const
{
    QByteArrayList cells;
    for (const QByteArrayList &row : m_rows) {
        const QByteArray cell = row.value(qsizetype(column));
        if (!isNothing(cell))
            cells.append(cell);
    }
    return cells;
}

/// It has a column, or is to have none.
bool ColumnChoice::isGiven(TickField field) const
{
    return std::ranges::find(m_options.columns, field, &GivenColumn::field) != m_options.columns.end();
}

std::optional<std::size_t> ColumnChoice::columnOf(TickField field) const
{
    const auto found = std::ranges::find(m_chosen, std::optional(field));
    return found == m_chosen.end() ? std::nullopt : std::optional(std::size_t(found - m_chosen.begin()));
}

} // namespace ticker
