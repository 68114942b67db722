// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptions/quote_subscriber.h"

#include "subscriptions/book_subscriber.h"

#include <utility>

namespace ticker {

QuoteSubscriber::QuoteSubscriber(DeadlineQueue &deadlines)
    : m_limiter(deadlines, [this](std::span<const OutgoingPacket> ticks) { deliver(ticks); })
{
}

QuoteSubscriber::~QuoteSubscriber() = default;

void QuoteSubscriber::setBooks(std::unique_ptr<BookSubscriber> books)
{
    m_books = std::move(books);
}

void QuoteSubscriber::fastPathChanged()
{
    Member::fastPathChanged();
    if (m_books)
        m_books->fastPathChanged();
}

void QuoteSubscriber::settle()
{
    Member::settle();
    if (m_books)
        m_books->settle();
}

void QuoteSubscriber::stopTicks()
{
    m_limiter.stop();
    if (m_books)
        m_books->stop();
}

} // namespace ticker
