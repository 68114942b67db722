// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "feed_codec/feed_message.h"
#include "subscriptions/book_groups.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

namespace ticker {

class DeadlineQueue;
class LiveMarket;
class QuoteSubscriber;

/// The order books of the market for the clients of one feed: who gets those of which instruments, with how many levels, as
/// whole books or as differences. Server thread; owned by the feed, whose clients leave before they end.
class BookFeed final
{
public:
    /// What a client is told of its subscription: {"depth":20,"updates":"differences","symbols":[…], and how the books are.
    using Answer = QByteArray;

    /// Of instruments and levels, in one subscription.
    static constexpr int mostLevels = 20'000;

    BookFeed(DeadlineQueue &deadlines, BookGroups::Encode encode);
    ~BookFeed();
    Q_DISABLE_COPY_MOVE(BookFeed)

    /// Whose books are sent. Subscriptions are kept by symbol, those of symbols that it lacks end; the clients that have any
    /// left are visited with what they are to be told, once they have heard of the change. It outlives its use here; the one
    /// before must live until this returns.
    void setMarket(LiveMarket &market, const std::function<void(QuoteSubscriber &, const Answer &)> &visit);

    /// Adds to a client's subscription, whose levels and updates are the given ones from now on.
    [[nodiscard]] Expected<Answer, FeedError> subscribe(QuoteSubscriber &client, const SymbolChoice &choice,
                                                        const BookRequest &request);
    /// Takes instruments away.
    [[nodiscard]] Expected<Answer, FeedError> unsubscribe(QuoteSubscriber &client, const SymbolChoice &choice);
    /// Nothing is sent to it any more.
    void leave(QuoteSubscriber &client);

    /// Encodes what the market's last tick has changed; with the others since the last sendTicks() it is sent by that.
    void collectTick();
    void sendTicks();

private:
    using Key = std::pair<int, BookGroups::Updates>;
    struct Client final
    {
        Key key;
        SymbolSet symbols;
    };

    [[nodiscard]] BookGroups &groups(const Key &key);
    [[nodiscard]] Answer answerFor(const Client &client);
    void change(QuoteSubscriber &subscriber, const Client &client);
    [[nodiscard]] std::optional<FeedError> tooMuch(const Client &client) const;

    DeadlineQueue &m_deadlines;
    BookGroups::Encode m_encode;
    LiveMarket *m_market = nullptr;
    QStringList m_symbols;                               ///< Of the market.
    std::map<Key, std::unique_ptr<BookGroups>> m_groups; ///< For ever: what waits for clients may refer to them.
    std::unordered_map<QuoteSubscriber *, Client> m_clients;
};

} // namespace ticker
