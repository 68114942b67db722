// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_file/tick_file.h"

#include <QByteArrayView>
#include <QString>

#include <array>
#include <optional>

namespace ticker {

/// What stands around texts in both formats.
constexpr char tickFileQuote = '"';

enum class TickFileField : quint8 { Time, Symbol, Price, Open, High, Low, Close, Size, Seq };
constexpr std::size_t tickFileFields = 9;

/// The field of a column or key, by any of its names, whatever their case, spaces, '-' and '_'. Nothing: an unknown one.
[[nodiscard]] std::optional<TickFileField> tickFileField(QByteArrayView name);
/// The name that messages use.
[[nodiscard]] QString tickFileFieldName(TickFileField field);
/// All of its names, for a message.
[[nodiscard]] QString tickFileFieldNames(TickFileField field);

/// The texts of one line's fields, or of one quote's, without blanks around them; empty: it is not there.
class TickFileTexts final
{
public:
    [[nodiscard]] QByteArrayView operator[](TickFileField field) const { return m_texts[std::size_t(field)]; }
    void set(TickFileField field, QByteArrayView text) { m_texts[std::size_t(field)] = text; }
    [[nodiscard]] bool has(TickFileField field) const { return !(*this)[field].isEmpty(); }

    /// Open, high or low without a price make a bar; a close alone is a price.
    [[nodiscard]] bool isBar() const;

    /// Reads time and seq.
    [[nodiscard]] std::optional<TickFileFault> readMoment(TickFileLine *line) const;
    /// Reads the rest, except that a symbol which is not there is left as it is.
    [[nodiscard]] std::optional<TickFileFault> readQuote(bool isBar, TickFileQuote *quote) const;

private:
    [[nodiscard]] std::optional<TickFileFault> readPrice(TickFileField field, TickFilePrice *price) const;
    [[nodiscard]] std::optional<TickFileFault> readBar(TickFileQuote *quote) const;

    std::array<QByteArrayView, tickFileFields> m_texts;
};

} // namespace ticker
