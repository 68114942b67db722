// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/book_top.h"
#include "order_book/book_maker.h"
#include "order_book/order_book.h"
#include "quotes/quote_fields.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace ticker {

class Market;
class QuoteCache;

/// The order books of the market that is on, made when somebody asks for one. Of a file they lie around its prices. Server
/// thread; a part of LiveMarket.
class MarketBooks final : public QuoteFieldSource
{
public:
    /// Of a market that is made up; null: of a file. Both outlive it, and it is of no use before setCache().
    MarketBooks(const MarketSpec &spec, const Market *market) : m_spec(spec), m_market(market) { }

    /// Whose quotes they go with, from now on, and instruments. It outlives its use here.
    void setCache(const QuoteCache &cache);

    /// Numbers of updates and trades go on behind those of the market before: the book before the first tick has one, too.
    void follow(const MarketBooks &before) { m_firstUpdate = before.update() + 1; }

    /// What the books are good for: the number of the last tick, counted on from one market to the next while the program
    /// runs.
    [[nodiscard]] quint64 update() const;
    /// Of the last trade of an instrument, counted on likewise: above all that it had before.
    [[nodiscard]] quint64 tradeId(int instrument) const;

    [[nodiscard]] BookTop top(int instrument) const;
    void appendFields(QByteArray &text, int instrument, QuoteFields fields) override;
    /// The number of levels is from 1 to OrderBook::mostLevels.
    [[nodiscard]] OrderBook book(int instrument, int levels);
    /// Of the last tick.
    [[nodiscard]] quint64 seq() const;
    /// As a JSON string.
    [[nodiscard]] QByteArray symbolText(int instrument) const;
    /// Appends ,"bids":[[99.98,410],…],"asks":[…].
    void appendLevels(QByteArray &text, int instrument, const OrderBook &book) const;

private:
    void appendTop(QByteArray &text, int instrument, QuoteFields fields);
    [[nodiscard]] const BookMaker &maker(int instrument);

    const MarketSpec &m_spec;
    const Market *m_market;
    const QuoteCache *m_cache = nullptr;
    quint64 m_firstUpdate = 0;
    std::vector<std::optional<BookMaker>> m_makers; ///< By instrument, those that were needed.
};

} // namespace ticker
