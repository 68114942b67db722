// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_values/file_times.h"
#include "tick_columns/csv_row.h"
#include "tick_columns/tick_layout.h"
#include "tick_file/tick_file_fields.h"
#include "tick_file/tick_file_format.h"

#include <QByteArray>

#include <array>
#include <optional>
#include <vector>

namespace ticker {

/// Lines of separated values, as the layout of the file has them.
class TickFileCsv final : public TickFileFormat
{
public:
    TickFileCsv(const TickLayout &layout, const TickFileSymbol &defaultSymbol);

    [[nodiscard]] std::optional<TickFileFault> read(QByteArrayView text, bool isWhole, TickFileLine *line) override;
    [[nodiscard]] std::optional<TickFileFault> readTime(QByteArrayView text, TickFileLine *line) override;
    [[nodiscard]] TickLayout::Content content() const override { return m_layout.content; }
    [[nodiscard]] std::vector<TickFileCell> cells() override;

private:
    [[nodiscard]] std::optional<TickFileFault> split(QByteArrayView text);
    [[nodiscard]] TickFileTexts textsOfCells();
    [[nodiscard]] std::optional<TickField> fieldOf(std::size_t column) const;
    void take(TickField field, QByteArrayView cell, TickFileTexts *texts);
    [[nodiscard]] std::optional<TickFileFault> readBeside(const TickFileTexts &texts, TickFileLine *line) const;
    [[nodiscard]] std::optional<TickFileFault> readInstruments(TickFileLine *line);

    TickLayout m_layout;
    TickFileSymbol m_defaultSymbol; ///< Empty if there is a column for it.
    FileTimes m_times;
    bool m_hasBeside; ///< What stands beside the price has a column.
    CsvRow m_row;
    std::array<QByteArray, tickFields> m_plain; ///< What some numbers refer to.
};

} // namespace ticker
