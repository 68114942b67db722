// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_columns/tick_layout.h"
#include "tick_file/tick_file.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace ticker {

/// A cell of a line, or a member of an object, as it is written. A value.
struct TickFileCell final
{
    QByteArray name; ///< Of the column or key; empty: it has none.
    QByteArray text;
    std::optional<TickField> field; ///< Nothing: it is not used.
    bool isQuotes = false;          ///< It is the list of quotes.
};

/// How the lines of a file of ticks are written. Part of TickFileReader, which owns it.
class TickFileFormat
{
public:
    virtual ~TickFileFormat() = default;

    /// Reads a line of valid UTF-8, without its end; it is not blank. `isWhole` says whether it had an end. Sets time, seq, isBar and quotes; afterwards nothing refers to the text.
    [[nodiscard]] virtual std::optional<TickFileFault> read(QByteArrayView text, bool isWhole, TickFileLine *line) = 0;
    /// The same, of which nothing but the time is needed.
    [[nodiscard]] virtual std::optional<TickFileFault> readTime(QByteArrayView text, TickFileLine *line)
    {
        return read(text, true, line);
    }

    /// What the file is of; of objects, what the last one is of.
    [[nodiscard]] virtual TickLayout::Content content() const = 0;
    /// All of the line that was read last without a fault; while its text is there.
    [[nodiscard]] virtual std::vector<TickFileCell> cells() = 0;
};

} // namespace ticker
