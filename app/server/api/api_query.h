// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace ticker {

/// Why a query cannot be followed: a sentence for a person that names the parameter and what would be right.
struct ApiQueryError final
{
    QString detail;
};

/// The parameters of a request to the interface, decoded. Those that nobody asks for are ignored.
class ApiQuery final
{
public:
    /// The raw query, without the question mark. Untrusted.
    explicit ApiQuery(const QByteArray &rawQuery);

    /// Percent-decoded, "+" being a space; nothing when it is missing. Of several the first; see contradiction().
    [[nodiscard]] std::optional<QString> text(const QString &name) const;
    /// The same of a list: all that are given, with commas between them.
    [[nodiscard]] std::optional<QString> list(const QString &name) const;
    /// Nothing: no parameter is given more than once with different values, but for lists: "symbols", "names" and "fields".
    [[nodiscard]] std::optional<ApiQueryError> contradiction() const;
    /// A whole number in a range; the default when it is missing.
    [[nodiscard]] Expected<quint64, ApiQueryError> number(const QString &name, quint64 lowest, quint64 highest,
                                                          quint64 otherwise) const;
    /// The number of a tick, which may be negative, or nothing when it is missing. One that is beyond all ticks counts as the
    /// greatest there can be.
    [[nodiscard]] Expected<std::optional<qint64>, ApiQueryError> seq(const QString &name) const;
    /// "1" and "true", "0" and "false"; false when it is missing.
    [[nodiscard]] Expected<bool, ApiQueryError> flag(const QString &name) const;

private:
    using Parameter = std::pair<QString, QString>; ///< Name and value.

    std::vector<Parameter> m_parameters; ///< In their order.
};

} // namespace ticker
