// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QString>

namespace ticker {

/// Why a file is not played, or not any further.
struct ReplayError final
{
    LocalizedText message; ///< For people, complete: "line 17: price: -3 is negative".
    quint64 line = 0;      ///< 0: no line is to blame.

    friend bool operator==(const ReplayError &, const ReplayError &) = default;
};

/// How a file is read.
struct ReplayOptions final
{
    enum class OnBadLine : quint8 {
        Stop, ///< What was before it is played, then the error is told.
        Skip, ///< It counts as skipped, as long as there are not too many in a row.
    };

    QString defaultSymbol; ///< Of lines that name none, in upper or lower case.
    OnBadLine onBadLine = OnBadLine::Stop;
};

} // namespace ticker
