// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_columns/tick_field.h"
#include "tick_columns/tick_layout.h"
#include "tick_file/tick_file.h"

#include <QByteArrayView>

#include <array>
#include <bitset>
#include <optional>

namespace ticker {

class FileTimes;

/// The texts of one line's fields, or of one quote's, without blanks around them; empty: it is not there.
class TickFileTexts final
{
public:
    [[nodiscard]] QByteArrayView operator[](TickField field) const { return m_texts[std::size_t(field)]; }
    void set(TickField field, QByteArrayView text) { m_texts[std::size_t(field)] = text; }
    [[nodiscard]] bool has(TickField field) const { return !(*this)[field].isEmpty(); }
    /// What readBeside() would read.
    [[nodiscard]] bool hasBeside() const
    {
        using enum TickField;
        return has(Bid) || has(Ask) || has(BidSize) || has(AskSize) || has(Side) || has(Id);
    }
    /// How the side is written.
    void setSide(SideForm form) { m_side = form; }

    /// By the fields that are there: a price makes ticks, whatever else there is; a close alone is a price.
    [[nodiscard]] TickLayout::Content content() const;

    /// Reads time and seq.
    [[nodiscard]] std::optional<TickFileFault> readMoment(FileTimes *times, TickFileLine *line) const;
    /// Reads the rest without what stands beside the price, except that a symbol which is not there is left as it is.
    [[nodiscard]] std::optional<TickFileFault> readQuote(TickLayout::Content content, TickFileQuote *quote) const;
    /// Then reads that. What cannot be read is not there; of the fields that a person has given it is a fault.
    [[nodiscard]] std::optional<TickFileFault> readBeside(TickLayout::Content content,
                                                          const std::bitset<tickFields> &given, TickFileQuote *quote,
                                                          TickFileExtras *extras) const;

private:
    [[nodiscard]] std::optional<TickFileFault> readSymbol(TickFileQuote *quote) const;
    [[nodiscard]] std::optional<TickFileFault> readPrice(TickField field, TickFilePrice *price) const;
    [[nodiscard]] std::optional<TickFileFault> readBar(TickFileQuote *quote) const;
    [[nodiscard]] std::optional<TickFileFault> readMean(TickFileQuote *quote) const;
    [[nodiscard]] std::optional<TickFileFault> readSize(bool isBar, TickFileQuote *quote) const;
    [[nodiscard]] std::optional<TickFileFault> readSignedSize(TickFileQuote *quote) const;

    std::array<QByteArrayView, tickFields> m_texts;
    SideForm m_side = SideForm::None;
};

} // namespace ticker
