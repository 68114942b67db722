// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/symbol_set.h"

#include <QByteArray>
#include <QString>

namespace ticker {

/// Whether ticks come, and if not, why.
struct MarketState final
{
    enum class Kind : quint8 {
        Running,
        Paused,
        Ended,  ///< The file was played to its end.
        Failed, ///< The file cannot be read on.
    };

    Kind kind = Kind::Running;
    QString reason; ///< Of Failed: a sentence.

    friend bool operator==(const MarketState &, const MarketState &) = default;
};

/// "paused": as clients read it.
[[nodiscard]] QByteArray marketStateName(MarketState::Kind kind);

/// Instruments whose trading was halted, or goes on.
struct TradingChange final
{
    SymbolSet halted;
    SymbolSet resumed;
};

} // namespace ticker
