// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace ticker {

/// Splits lines of separated values (RFC 4180), one after the other; but a quoted field ends on its line. One thread.
class CsvRow final
{
public:
    enum class Fault : quint8 {
        None,
        Unclosed,        ///< A quoted field is not closed on its line.
        TextBehindQuote, ///< Something stands between a closing quote and the next separator.
    };

    /// The cells refer to the text, and to this until the next call.
    [[nodiscard]] Fault split(QByteArrayView text, char separator);
    /// Without blanks around them and without their quotes.
    [[nodiscard]] const std::vector<QByteArrayView> &cells() const { return m_cells; }

private:
    [[nodiscard]] bool takeQuoted(QByteArrayView *text, QByteArrayView *cell);

    std::vector<QByteArrayView> m_cells;
    QByteArray m_unquoted; ///< What some of them refer to.
};

/// Words that stand for nothing: null, NaN, N/A and others.
[[nodiscard]] bool isNothing(QByteArrayView cell);

} // namespace ticker
