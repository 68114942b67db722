// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "feed_codec/feed_message.h"

#include <QByteArray>
#include <QStringList>
#include <QtGlobal>

namespace ticker {

/// What a client may want with each quote beyond what all get. A value: a set.
class QuoteFields final
{
public:
    enum Field : quint8 {
        Bid = 1, ///< Best bid and best ask of the moment,
        Ask = 2,
        BidSize = 4, ///< and the sizes there.
        AskSize = 8,
        Side = 16, ///< The taker's, of the trade.
        Id = 32,   ///< Of the trade: counts up, and never goes back while the program runs.
    };

    constexpr QuoteFields() = default;
    /// As bits() gave them.
    constexpr explicit QuoteFields(quint8 bits) : m_bits(bits) { }
    [[nodiscard]] constexpr quint8 bits() const { return m_bits; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] constexpr bool has(Field field) const { return (m_bits & field) != 0; }
    /// At least one of what is read from the order book.
    [[nodiscard]] constexpr bool hasBookTop() const { return (m_bits & (Bid | Ask | BidSize | AskSize)) != 0; }
    constexpr void add(Field field) { m_bits = quint8(m_bits | field); }

    /// By their names as clients write them, or what is wrong.
    [[nodiscard]] static Expected<QuoteFields, FeedError> fromNames(const QStringList &names);

private:
    quint8 m_bits = 0;
};

/// Has what the fields tell. Server thread.
class QuoteFieldSource
{
public:
    /// Appends ,"bid":86.39,"ask":86.40,"side":"sell","id":17 and so on: those of the fields, null where there is none.
    virtual void appendFields(QByteArray &text, int instrument, QuoteFields fields) = 0;

protected:
    ~QuoteFieldSource() = default;
};

} // namespace ticker
