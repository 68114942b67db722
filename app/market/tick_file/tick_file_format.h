// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_file/tick_file.h"

#include <QByteArrayView>

#include <optional>

namespace ticker {

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
};

} // namespace ticker
