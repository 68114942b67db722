// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/symbol_set.h"

#include <optional>

namespace ticker {

class OutgoingPacket;

/// How a message goes with the ticks of a subscription, so that a client sees whether it has lost some.
struct TickChain final
{
    /// The last tick that was sent before the message; nothing: there was no subscription.
    std::optional<quint64> after;
    /// The last tick that the client has with it; nothing: the seq of the message.
    std::optional<quint64> last;
};

/// What a tick tells of.
struct TickContents final
{
    SymbolSet symbols;  ///< Whose newest quotes are in it.
    quint32 merged = 0; ///< Other ticks that are in it.
    /// The seq of the one before it, or before the first that is in it, that told of any instrument of the subscription.
    quint64 after = 0;
    quint64 first = 0; ///< The seq of it, or of the first that is in it,
    quint64 last = 0;  ///< and of the last one.
    /// False: another message counts it, or all that are in it.
    bool counts = true;
    quint8 fields = 0; ///< What is in its quotes beyond the usual, as QuoteFields has it.
};

/// Makes one tick out of several. Server thread; outlives every packet that refers to it.
class TickMerger
{
public:
    /// A tick with the newest quotes.
    [[nodiscard]] virtual OutgoingPacket mergedTick(const TickContents &contents) = 0;

protected:
    ~TickMerger() = default;
};

/// A tick that is on its way, so that it can be merged with those before it and nothing is lost but the prices in between.
struct MergeableTick final
{
    TickMerger *merger = nullptr;
    TickContents contents;
};

} // namespace ticker
