// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "localized_text.h"
#include "tick_columns/tick_field.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace ticker {

/// The column or the key that a person names for a field. A value.
struct GivenColumn final
{
    TickField field = TickField::Time;
    QByteArray column; ///< Its name, or its number as "3" or "#3"; empty: the file does not have the field.

    /// Whether this name is meant, whatever its case and blanks around it.
    [[nodiscard]] bool isNamed(QByteArrayView name) const;
    /// From 0 on; nothing: it is no number.
    [[nodiscard]] std::optional<std::size_t> place() const;

    friend bool operator==(const GivenColumn &, const GivenColumn &) = default;
};

/// Reads "time=open_time,price=close", as the option --columns has it. A name with a comma stands in double quotes. Of other
/// contents than those that are given the fields are empty: with a bid there is no price. Else what is wrong, in English.
[[nodiscard]] Expected<std::vector<GivenColumn>, QString> readGivenColumns(const QString &text);

/// For each of these columns the field that it is given for. Names that are all empty are those of a file without a header.
/// Fails if there is no such column.
[[nodiscard]] Expected<std::vector<std::optional<TickField>>, LocalizedText> givenFields(
    const std::vector<GivenColumn> &given, const QByteArrayList &names);

/// Whether a file has keys or columns of these names, which are all that are not numbers.
[[nodiscard]] bool hasAllNames(const std::vector<GivenColumn> &given, const QByteArrayList &names);

/// What a person reads who has named a column that is not there.
[[nodiscard]] LocalizedText noSuchColumn(QByteArrayView name, const QByteArrayList &names);

} // namespace ticker
