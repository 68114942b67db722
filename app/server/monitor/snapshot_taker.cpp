// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/snapshot_taker.h"

#include "feeds/ticker_feeds.h"
#include "playback/market_controller.h"
#include "quotes/live_market.h"
#include "thread/deadline_driver.h"

#include <QElapsedTimer>

#include <algorithm>

namespace ticker {

namespace {

/// Between two snapshots while nobody looks: for the tool tip of the tray.
constexpr std::chrono::milliseconds unwatchedInterval{1000};
/// A snapshot is of all clients and takes its time from the ticks: one part in so many at most.
constexpr int timeShare = 50;

} // namespace

SnapshotTaker::SnapshotTaker(MarketController &controller, TickerFeeds &feeds, DeadlineDriver &deadlines,
                             std::chrono::milliseconds interval)
    : m_controller(controller), m_feeds(feeds), m_deadlines(deadlines), m_interval(interval)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SnapshotTaker::take);
}

void SnapshotTaker::setWatched(bool watched)
{
    m_watched = watched;
    if (watched && m_timer.isActive())
        take();
}

void SnapshotTaker::take()
{
    using namespace std::chrono;
    QElapsedTimer clock;
    clock.start();
    tell();
    const auto least = ceil<milliseconds>(timeShare * nanoseconds(clock.nsecsElapsed()));
    m_timer.start(std::max(least, m_watched ? m_interval : unwatchedInterval));
}

void SnapshotTaker::tell()
{
    ServerSnapshot snapshot;
    const LiveMarket &market = m_controller.market();
    m_deadlines.touch();
    snapshot.clients = m_feeds.clients();
    snapshot.interval = m_controller.interval();
    snapshot.actualRateHz = m_controller.actualRateHz();
    snapshot.paused = m_controller.isPaused();
    snapshot.load = m_load.look(snapshot.clients, m_deadlines.queue().now(), threadProcessorTime());
    snapshot.playback = m_controller.playback();
    snapshot.opening = m_controller.opening();
    snapshot.marketFile = m_controller.marketFile();
    snapshot.marketSymbol = m_controller.marketSymbol();
    snapshot.recording = m_controller.recording();
    snapshot.seed = market.seed();
    snapshot.ticks = market.seq();
    const Instrument &featured = market.featured();
    snapshot.symbols = market.symbols();
    snapshot.headlineSymbol = market.spec().headline().symbol;
    snapshot.featuredSymbol = featured.symbol;
    snapshot.featuredDecimals = featured.grid.decimals();
    if (const Quote *quote = market.featuredQuote())
        snapshot.featuredPrice = featured.grid.toDouble(quote->price);
    if (snapshot == m_last)
        return;
    m_last = snapshot;
    Q_EMIT taken(snapshot);
}

} // namespace ticker

#include "moc_snapshot_taker.cpp"
