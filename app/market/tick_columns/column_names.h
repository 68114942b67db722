// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_columns/side_form.h"
#include "tick_columns/tick_field.h"

#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ticker {

/// What the name of a column or a key means.
struct ColumnMeaning final
{
    /// What a name says of time, before its values are looked at.
    TickField field = TickField::Time;
    /// Of several columns with the same meaning the one with the lowest rank counts: the time of the trade before that of
    /// receipt, what was traded in pieces before its worth in money, a close before an adjusted one.
    int rank = 1;
    /// A price that is the close of a bar where the other three prices stand beside it and no close does.
    bool mayBeClose = false;
    /// Of a side, how it is written; of a size, whether its sign is the side.
    SideForm side = SideForm::None;
};

/// By any of the names that vendors and tools use, whatever its case, blanks and punctuation. Nothing: an unknown one.
[[nodiscard]] std::optional<ColumnMeaning> columnMeaning(QByteArrayView name);

/// The same of all columns of a file: Bitfinex's "id,mts,amount,price" are known together alone.
[[nodiscard]] std::vector<std::optional<ColumnMeaning>> columnMeanings(const QByteArrayList &names);

/// Whether a line with this name in it may be a header: no file is known by what stands beside the prices.
[[nodiscard]] bool isHeaderName(QByteArrayView name);

/// The names of all fields, as a person writes them: "time", "time-of-day".
[[nodiscard]] QStringList tickFieldNames();
/// By such a name, whatever its case, blanks and punctuation. Nothing: there is no such field.
[[nodiscard]] std::optional<TickField> tickFieldFromName(QByteArrayView name);

/// The most common names of a field, for a message: "time, timestamp, date, datetime".
[[nodiscard]] QString commonColumnNames(TickField field);

} // namespace ticker
