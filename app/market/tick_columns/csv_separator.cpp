// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/csv_separator.h"

#include "tick_columns/csv_row.h"

#include <array>
#include <cstddef>
#include <map>

namespace ticker {

char findCsvSeparator(const std::vector<QByteArrayView> &lines)
{
    constexpr std::array candidates{'\t', ';', '|', ','}; // rarer ones first
    char best = ',';
    std::size_t most = 0;
    for (const char candidate : candidates) {
        std::map<std::size_t, std::size_t> counts; // of lines with so many cells
        CsvRow row;
        for (const QByteArrayView line : lines) {
            if (row.split(line, candidate) == CsvRow::Fault::None && row.cells().size() > 1)
                ++counts[row.cells().size()];
        }
        for (const auto &[cells, count] : counts) {
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
    }
    return best;
}

} // namespace ticker
