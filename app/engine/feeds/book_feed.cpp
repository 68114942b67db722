// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/book_feed.h"

#include "quotes/live_market.h"
#include "subscriptions/book_subscriber.h"
#include "subscriptions/quote_subscriber.h"
#include "subscriptions/resolve_symbols.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ticker {

namespace {

using Updates = BookGroups::Updates;

Updates updatesOf(const BookRequest &request)
{
    return request.wantsDifferences ? Updates::Differences : Updates::Snapshots;
}

/// Those of the same names.
SymbolSet carriedOver(const SymbolSet &symbols, const QStringList &names, const QuoteCache &cache)
{
    SymbolSet found;
    symbols.forEach([&](int instrument) {
        if (const auto place = cache.find(names[instrument]))
            found.insert(*place);
    });
    return found;
}

} // namespace

BookFeed::BookFeed(DeadlineQueue &deadlines, BookGroups::Encode encode)
    : m_deadlines(deadlines), m_encode(std::move(encode))
{
}

BookFeed::~BookFeed() = default;

void BookFeed::setMarket(LiveMarket &market, const std::function<void(QuoteSubscriber &, const Answer &)> &visit)
{
    std::vector<std::pair<QuoteSubscriber *, Client>> clients;
    for (const auto &[subscriber, client] : m_clients) {
        clients.emplace_back(subscriber, client);
        clients.back().second.symbols = carriedOver(client.symbols, m_symbols, market.cache());
        groups(client.key).subscribe(*subscriber->books(), {});
    }
    m_market = &market;
    m_symbols = market.symbols();
    for (auto &[key, of] : m_groups)
        of->setBooks(&market.booksOf(key.first), [&market] { return market.timeMs(); });
    for (const auto &[subscriber, client] : clients) {
        change(*subscriber, client);
        if (!client.symbols.isEmpty())
            visit(*subscriber, answerFor(client));
    }
}

BookGroups &BookFeed::groups(const Key &key)
{
    std::unique_ptr<BookGroups> &found = m_groups[key];
    if (!found) {
        found = std::make_unique<BookGroups>(m_encode, key.second);
        LiveMarket &market = *m_market;
        found->setBooks(&market.booksOf(key.first), [&market] { return market.timeMs(); });
    }
    return *found;
}

BookFeed::Answer BookFeed::answerFor(const Client &client)
{
    QByteArray text = "{\"tape\":\"" + m_market->tape() + "\",\"depth\":" + QByteArray::number(client.key.first)
        + ",\"updates\":\"" + (client.key.second == Updates::Differences ? "differences" : "snapshots")
        + "\",\"symbols\":";
    m_market->cache().appendSymbols(text, client.symbols);
    return text + ',' + groups(client.key).snapshot(client.symbols).sliced(1);
}

std::optional<FeedError> BookFeed::tooMuch(const Client &client) const
{
    const int instruments = client.symbols.size();
    const int most = mostLevels / std::max(instruments, 1);
    if (client.key.first <= most)
        return std::nullopt;
    return FeedError{FeedError::Code::BadDepth,
                     QStringLiteral("The books of %1 instruments have at most %2 levels, not %3.")
                         .arg(instruments)
                         .arg(most)
                         .arg(client.key.first),
                     QString::number(client.key.first)};
}

Expected<BookFeed::Answer, FeedError> BookFeed::subscribe(QuoteSubscriber &client, const SymbolChoice &choice,
                                                          const BookRequest &request)
{
    const auto named = resolveSymbols(choice, m_market->cache());
    if (!named)
        return named.error();
    const auto before = m_clients.find(&client);
    Client wanted{{request.depth, updatesOf(request)}, *named};
    if (before != m_clients.end())
        wanted.symbols |= before->second.symbols;
    if (auto error = tooMuch(wanted))
        return *error;
    change(client, wanted);
    if (request.maxRate && client.books())
        client.books()->setMaxRate(*request.maxRate);
    return answerFor(wanted);
}

Expected<BookFeed::Answer, FeedError> BookFeed::unsubscribe(QuoteSubscriber &client, const SymbolChoice &choice)
{
    const auto named = resolveSymbols(choice, m_market->cache());
    if (!named)
        return named.error();
    const auto found = m_clients.find(&client);
    Client left = found == m_clients.end() ? Client{{BookRequest::usualDepth, Updates::Snapshots}, {}} : found->second;
    left.symbols -= *named;
    change(client, left);
    QByteArray text = "{\"channel\":\"book\",\"symbols\":";
    m_market->cache().appendSymbols(text, left.symbols);
    return text + '}';
}

void BookFeed::change(QuoteSubscriber &subscriber, const Client &client)
{
    const auto before = m_clients.find(&subscriber);
    if (before != m_clients.end() && before->second.key != client.key)
        groups(before->second.key).subscribe(*subscriber.books(), {});
    if (client.symbols.isEmpty()) {
        leave(subscriber);
        return;
    }
    if (!subscriber.books())
        subscriber.setBooks(std::make_unique<BookSubscriber>(subscriber, subscriber, m_deadlines));
    groups(client.key).subscribe(*subscriber.books(), client.symbols);
    m_clients[&subscriber] = client;
}

void BookFeed::leave(QuoteSubscriber &client)
{
    const auto found = m_clients.find(&client);
    if (found == m_clients.end())
        return;
    groups(found->second.key).subscribe(*client.books(), {});
    m_clients.erase(found);
}

void BookFeed::collectTick()
{
    for (auto &[key, groups] : m_groups) {
        if (!groups->isEmpty())
            groups->collect();
    }
}

void BookFeed::sendTicks()
{
    for (auto &[key, groups] : m_groups)
        groups->flush();
}

} // namespace ticker
