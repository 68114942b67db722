// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/symbol_set.h"

namespace ticker {

class OutgoingPacket;

/// Makes one tick out of several. Server thread; outlives every packet that refers to it.
class TickMerger
{
public:
    /// A tick with the newest quotes of these instruments, in which so many others are merged.
    [[nodiscard]] virtual OutgoingPacket mergedTick(const SymbolSet &symbols, quint32 merged) = 0;

protected:
    ~TickMerger() = default;
};

/// What a tick that is on its way tells of, so that it can be merged with those before it and nothing is lost but the
/// prices in between.
struct MergeableTick final
{
    TickMerger *merger = nullptr;
    SymbolSet symbols;
    quint32 merged = 0; ///< Others that are in it already.
};

} // namespace ticker
