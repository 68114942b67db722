// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed_codec/feed_message.h"
#include "instruments/symbol_set.h"

#include <QStringList>

#include <map>

namespace ticker {

class QuoteCache;
class QuoteSubscriber;

/// What clients have subscribed to and the market does not have: instruments of a market before, which may come back with
/// another one. Server thread; owned by the feed whose clients they are.
class MissingSymbols final
{
public:
    /// What it has subscribed to, in another market: all instruments, or those of the same symbols. The others are kept.
    [[nodiscard]] SymbolSet carryOver(const QuoteSubscriber &subscriber, const QuoteCache &from, const QuoteCache &to);
    /// Whether it waits for any.
    [[nodiscard]] bool hasAny(const QuoteSubscriber &subscriber) const { return m_names.contains(&subscriber); }
    /// From now on it waits for these.
    void add(const QuoteSubscriber &subscriber, const QStringList &symbols);
    /// The symbols for which it waits.
    [[nodiscard]] QStringList of(const QuoteSubscriber &subscriber) const;
    /// What a client means beside those that it waits for.
    [[nodiscard]] SymbolChoice others(const QuoteSubscriber &subscriber, const SymbolChoice &choice) const;
    /// It waits for these no more.
    void leave(const QuoteSubscriber &subscriber, const SymbolChoice &choice);
    /// It is gone.
    void forget(const QuoteSubscriber &subscriber) { m_names.erase(&subscriber); }

private:
    std::map<const QuoteSubscriber *, QStringList> m_names; ///< Of those who wait for any.
};

} // namespace ticker
