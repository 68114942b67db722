// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace ticker {

/// Why a query cannot be followed: a sentence for a person that names the parameter and what would be right.
struct ApiQueryError final
{
    QString detail;
};

/// The parameters of a request to the interface: decoded, each name once. Those that nobody asks for are ignored.
class ApiQuery final
{
public:
    /// The raw query, without the question mark. Untrusted.
    explicit ApiQuery(const QByteArray &rawQuery);

    /// Percent-decoded, "+" being a space; nothing when it is missing. Of several the first.
    [[nodiscard]] std::optional<QString> text(const QString &name) const;
    /// A whole number in a range; the default when it is missing.
    [[nodiscard]] Expected<quint64, ApiQueryError> number(const QString &name, quint64 lowest, quint64 highest,
                                                          quint64 otherwise) const;
    /// "1" and "true", "0" and "false"; false when it is missing.
    [[nodiscard]] Expected<bool, ApiQueryError> flag(const QString &name) const;

private:
    QByteArray m_query;
};

} // namespace ticker
