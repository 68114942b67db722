// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/ticker_feeds.h"

#include "quotes/live_market.h"
#include "socketio_codec/socketio_arguments.h"

#include <QDateTime>

#include <utility>

namespace ticker {

namespace {

/// The event of the tutorial that this program began as.
const SocketIoEventName headlineEvent(QStringLiteral("stock price update"));
/// Ids of the plain feed's clients, above all those of Socket.IO, which are counted from 1.
constexpr quint64 firstFeedId = quint64(1) << 62;

} // namespace

TickerFeeds::TickerFeeds(const Limits &limits, DeadlineQueue &deadlines, const EngineIoOptions &options,
                         std::function<double()> rateHz)
    : m_rateHz(std::move(rateHz)),
      m_names(limits.maxNamedClients,
              {&QDateTime::currentMSecsSinceEpoch, [this] { return m_market ? m_market->seq() : 0; }}),
      m_socketIo(limits, deadlines, options), m_quotes(m_socketIo.of(), deadlines, &QDateTime::currentMSecsSinceEpoch),
      m_feed(limits, deadlines,
             {[this] { return hello(); }, &QDateTime::currentMSecsSinceEpoch,
              [this](quint64 afterSeq, const SymbolSet &symbols, const FeedServer::Source::Visitor &visit) {
                  return m_market->visitMissed(afterSeq, symbols, visit);
              }},
             firstFeedId)
{
    m_socketIo.setNamedClients(&m_names);
    m_feed.setNamedClients(&m_names);
}

void TickerFeeds::setMarket(LiveMarket &market)
{
    const LiveMarket *before = std::exchange(m_market, &market);
    m_hello.clear();
    if (before && before->tape() != market.tape())
        m_socketIo.of().dropConflatedTicks(); // its prices
    m_quotes.setCache(market.cache());
    m_quotes.setBooks(market);
    m_feed.setCache(market.cache());
    m_feed.setBooks(market);
}

/// Encoded once for all who come: of a large market it is tens of kilobytes.
QByteArray TickerFeeds::hello()
{
    const double rateHz = m_rateHz();
    if (m_hello.isEmpty() || rateHz != m_helloRateHz) {
        FeedHello hello = m_market->hello();
        hello.rateHz = rateHz;
        m_hello = encodeFeedHello(hello);
        m_helloRateHz = rateHz;
    }
    return m_hello;
}

void TickerFeeds::collectTick()
{
    if (const QByteArray price = m_market->headlineOfTick(); !price.isEmpty())
        m_prices.push_back(SocketIoArguments().addJson(price));
    m_quotes.collectTick();
    m_feed.collectTick();
}

/// A subscriber who polls gets the headline and the quotes of a tick with one answer.
void TickerFeeds::sendTicks()
{
    PollCork &polls = m_socketIo.engineIo().polls();
    polls.cork();
    m_socketIo.of().emitTicks(headlineEvent, m_prices);
    m_prices.clear();
    m_quotes.sendTicks();
    polls.uncork();
    m_feed.sendTicks();
}

void TickerFeeds::marketStateChanged()
{
    m_hello.clear();
    m_quotes.tellMarketState();
    m_feed.tellMarketState();
}

void TickerFeeds::tradingChanged(const TradingChange &change)
{
    m_quotes.tellTrading(change);
    m_feed.tellTrading(change);
}

void TickerFeeds::setActivityLog(ActivityLog *log)
{
    m_socketIo.setActivityLog(log);
    m_feed.setActivityLog(log);
}

void TickerFeeds::setByteBudget(ByteBudget *budget)
{
    m_socketIo.setByteBudget(budget);
    m_feed.setByteBudget(budget);
}

void TickerFeeds::setClientWatch(ClientWatch *watch)
{
    m_socketIo.setClientWatch(watch);
    m_feed.setClientWatch(watch);
}

void TickerFeeds::disconnectClient(quint64 id, const CloseStatus &closeStatus)
{
    if (!m_socketIo.disconnectClient(id, closeStatus))
        m_feed.disconnectClient(id, closeStatus);
}

std::optional<ClientDetails> TickerFeeds::details(quint64 id) const
{
    auto details = m_socketIo.details(id);
    if (!details)
        details = m_feed.details(id);
    if (const ClientHistory *history = details ? m_names.find(details->row.name) : nullptr)
        details->history = *history;
    return details;
}

void TickerFeeds::disconnectAll()
{
    m_socketIo.disconnectAll();
    m_feed.disconnectAll();
}

void TickerFeeds::disconnectWhere(const PeerFilter &filter, DisconnectReason reason)
{
    m_socketIo.engineIo().closeWhere(filter, reason);
    m_feed.disconnectWhere(filter, reason);
}

void TickerFeeds::setLimits(const Limits &limits, const EngineIoOptions &options)
{
    m_socketIo.setLimits(limits, options);
    m_feed.setLimits(limits);
}

} // namespace ticker
