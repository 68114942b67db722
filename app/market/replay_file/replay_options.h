// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "tick_columns/tick_layout.h"
#include "tick_file/tick_file.h"

#include <QString>

namespace ticker {

/// Why a file is not played, or not any further.
struct ReplayError final
{
    LocalizedText message; ///< For people, complete: "line 17: size: -3 is negative".
    quint64 line = 0;      ///< 0: no line is to blame.

    friend bool operator==(const ReplayError &, const ReplayError &) = default;
};

/// How a file is read.
struct ReplayOptions final
{
    enum class OnBadLine : quint8 {
        SkipFew, ///< It is left out, as long as SkippedLines does not find that there are too many.
        SkipAll, ///< It is left out.
        Stop,    ///< What was before it is played, then the error is told.
    };

    QString defaultSymbol; ///< Of a file that names none, in upper or lower case; ReplayOpening judges it.
    OnBadLine onBadLine = OnBadLine::SkipFew;
    TickReadOptions reading = {};
    bool follow = false; ///< At the end of a regular file more lines are waited for.

    /// The same as files have it; empty: there is none, or it is no symbol.
    [[nodiscard]] TickFileSymbol symbol() const
    {
        return TickFileSymbol::fromText(defaultSymbol.toUtf8()).value_or(TickFileSymbol());
    }
};

} // namespace ticker
