// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

namespace ticker {

/// Why a file is no market, in two plain sentences: what is wrong, and what would be right.
struct MarketFileError final
{
    /// `line 7, field "tickSize"`, `line 7, column 3` or `instruments[3].model.volatility`; never text of the file. Empty
    /// when it is about the file as a whole.
    LocalizedText where;
    LocalizedText message; ///< Quotes at most 100 characters of the file at a time, none of them a control character.

    friend bool operator==(const MarketFileError &, const MarketFileError &) = default;
};

} // namespace ticker
