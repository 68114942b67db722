// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_columns/tick_field.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

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
};

/// By any of the names that vendors and tools use, whatever its case, blanks and punctuation. Nothing: an unknown one.
[[nodiscard]] std::optional<ColumnMeaning> columnMeaning(QByteArrayView name);

/// The names of all fields, as a person writes them: "time", "time-of-day".
[[nodiscard]] QStringList tickFieldNames();
/// By such a name, whatever its case, blanks and punctuation. Nothing: there is no such field.
[[nodiscard]] std::optional<TickField> tickFieldFromName(QByteArrayView name);

/// The most common names of a field, for a message: "time, timestamp, date, datetime".
[[nodiscard]] QString commonColumnNames(TickField field);

} // namespace ticker
