// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QString>

namespace ticker {

/// Rows of a file that are left out for the same reason. A value.
struct SkippedKind final
{
    quint64 count = 0;
    LocalizedText reason; ///< Why the first one is: "price: missing".
    quint64 line = 0;     ///< Of the first one,
    QString text;         ///< and its start; empty: it is not known.

    friend bool operator==(const SkippedKind &, const SkippedKind &) = default;
};

} // namespace ticker
