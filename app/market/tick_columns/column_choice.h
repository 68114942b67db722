// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "tick_columns/column_names.h"
#include "tick_columns/known_shapes.h"
#include "tick_columns/tick_layout.h"
#include "tick_columns/time_kind.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <vector>

namespace ticker {

/// Decides what the columns of a file mean, by their names and by what stands in its first rows. Pure; used once.
class ColumnChoice final
{
public:
    /// The names and the rows outlive it. Rows may have fewer cells than there are names, or more.
    ColumnChoice(const QByteArrayList &names, const std::vector<QByteArrayList> &rows, const TickReadOptions &options);
    /// Of a file without a header: the names are empty, and what stands in the rows shows what some columns mean.
    ColumnChoice(const QByteArrayList &names, const KnownShape &shown, const std::vector<QByteArrayList> &rows,
                 const TickReadOptions &options);

    /// Fills in the columns, the content, the times and the style of the numbers. Or says what is missing.
    [[nodiscard]] std::optional<LocalizedText> choose(TickLayout *layout);

private:
    void findKinds();
    [[nodiscard]] std::optional<LocalizedText> takeGiven();
    [[nodiscard]] std::optional<LocalizedText> chooseField(TickField field);
    [[nodiscard]] std::optional<LocalizedText> chooseTimes(TickLayout *layout);
    [[nodiscard]] std::optional<LocalizedText> checkGivenTime(std::size_t column) const;
    void chooseTimeOfDay();
    [[nodiscard]] std::optional<LocalizedText> chooseContent(TickLayout *layout);
    void chooseSide(TickLayout *layout);
    [[nodiscard]] bool votesOnNumbers(TickField field) const;
    [[nodiscard]] std::optional<LocalizedText> chooseOrder(TickLayout *layout) const;
    [[nodiscard]] std::optional<LocalizedText> chooseNumbers(TickLayout *layout) const;

    [[nodiscard]] std::optional<std::size_t> bestOf(const std::vector<std::size_t> &columns) const;
    [[nodiscard]] std::optional<std::size_t> rivalOf(std::size_t best, const std::vector<std::size_t> &columns) const;
    [[nodiscard]] std::vector<std::size_t> timesOfKind(TimeKind kind) const;
    [[nodiscard]] std::optional<std::size_t> namelessTime() const;
    [[nodiscard]] LocalizedText noColumn(TickField field) const;
    [[nodiscard]] LocalizedText noTimes() const;
    [[nodiscard]] bool saysNothing(std::size_t column) const;
    [[nodiscard]] TimeKind kindOf(std::size_t column) const;
    [[nodiscard]] bool areExcelDays(std::size_t column) const;
    [[nodiscard]] bool areSame(std::size_t one, std::size_t other) const;
    [[nodiscard]] QByteArrayList cellsOf(std::size_t column) const;
    [[nodiscard]] std::optional<std::size_t> columnOf(TickField field) const;
    [[nodiscard]] bool isGiven(TickField field) const;
    [[nodiscard]] bool has(TickField field) const { return columnOf(field).has_value(); }

    const QByteArrayList &m_names;
    const std::vector<QByteArrayList> &m_rows;
    const TickReadOptions &m_options;
    std::vector<std::optional<ColumnMeaning>> m_meanings; ///< By column.
    std::vector<TimeKind> m_kinds;                        ///< The same, of those that may be times.
    std::vector<std::optional<TickField>> m_chosen;       ///< The same, each at most once.
    std::vector<SideForm> m_sides;                        ///< The same, of what a name or a shape says of sides.
};

} // namespace ticker
