// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_values/file_times.h"
#include "localized_text.h"
#include "tick_columns/given_columns.h"
#include "tick_columns/number_style.h"
#include "tick_columns/side_form.h"
#include "tick_columns/tick_field.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QtGlobal>

#include <algorithm>
#include <bitset>
#include <optional>
#include <vector>

namespace ticker {

/// What was understood of a file of ticks or bars by its start: how its lines are read. A value.
struct TickLayout final
{
    enum class Form : quint8 {
        Csv,
        JsonObjects, ///< One a line.
    };
    enum class Content : quint8 {
        Ticks,
        Bars,
        Quotes, ///< A bid and an ask: the price is their mean.
    };

    Form form = Form::Csv;
    Content content = Content::Ticks;
    char lineEnd = '\n';
    char separator = ',';
    NumberStyle numbers;
    FileTimeRules times;
    /// One of several instruments that stand beside each other in a line.
    struct Instrument final
    {
        struct Column final
        {
            std::size_t place = 0;
            TickField field = TickField::Price;
        };

        QByteArray symbol;
        std::vector<Column> columns; ///< But that of the time, which is everybody's.
        SideForm side = SideForm::None;
    };

    std::vector<std::optional<TickField>> columns; ///< Those that nobody needs are nothing.
    std::vector<Instrument> instruments; ///< Of CSV, with the symbols that its header has; empty: it has none.
    SideForm side = SideForm::None;      ///< Of CSV without such instruments.
    std::vector<GivenColumn> keys;       ///< Of objects, as a person names them.
    std::bitset<tickFields> given;       ///< By field: a person has named a column or a key for it.
    QByteArrayList names;                ///< Of the columns, by the header; empty: there is none.
    quint64 headerLine = 0;              ///< Its number, of several lines that of the first; 0: there is none.
    quint64 dataOffset = 0;              ///< Where the first line of data begins,
    quint64 dataLine = 1;                ///< and its number.
    /// Each line stands behind its number in another file and a colon: "17:2024-01-02,10.5".
    bool hasLineNumbers = false;

    /// Without one for symbols the file is of one instrument.
    [[nodiscard]] bool hasColumn(TickField field) const
    {
        return std::ranges::find(columns, std::optional(field)) != columns.end();
    }
};

/// Whether what stands beside the prices is kept: bars have no best bid and ask, and only a trade has a taker.
[[nodiscard]] constexpr bool isKeptIn(TickLayout::Content content, TickField field)
{
    const bool isOfTrade = field == TickField::Side || field == TickField::Id;
    return !isBesidePrice(field) || content == TickLayout::Content::Ticks
        || (content == TickLayout::Content::Quotes && !isOfTrade);
}

/// Those for which a person has named a column or a key.
[[nodiscard]] inline std::bitset<tickFields> namedFields(const std::vector<GivenColumn> &given)
{
    std::bitset<tickFields> fields;
    for (const GivenColumn &each : given)
        fields.set(std::size_t(each.field), !each.column.isEmpty());
    return fields;
}

/// What a person has said of a file, beyond what it says itself. A value.
struct TickReadOptions final
{
    DateOrder order = DateOrder::Undecided;
    QByteArray zone;           ///< Of times that name none; empty: UTC.
    std::optional<char> point; ///< Of decimal numbers: a point or a comma.
    std::vector<GivenColumn> columns = {};

    friend bool operator==(const TickReadOptions &, const TickReadOptions &) = default;
};

/// Why the start of a file does not say how it is to be read.
struct TickLayoutFault final
{
    quint64 line = 0;
    LocalizedText message; ///< A few words that follow on the line: what is missing, and what to write.
};

} // namespace ticker
