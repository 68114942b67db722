// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/market_update_source.h"

#include "playback/market_controller.h"
#include "quotes/live_market.h"

#include <algorithm>

namespace ticker {

namespace {

using std::chrono::milliseconds;
using std::chrono::nanoseconds;

/// Between two steps into the past.
constexpr milliseconds pastInterval{10};
/// Looking takes its time from the ticks: one part in so many at most.
constexpr int lookShare = 50;

} // namespace

MarketUpdateSource::MarketUpdateSource(MarketController &controller, milliseconds interval)
    : m_controller(controller), m_interval(interval)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MarketUpdateSource::look);
}

void MarketUpdateSource::watch(const QStringList &charted, bool watched)
{
    m_builder.setCharted(charted);
    if (watched)
        look();
    else
        m_timer.stop();
}

void MarketUpdateSource::look()
{
    QElapsedTimer clock;
    clock.start();
    const bool isDue = !m_sinceTold.isValid() || m_sinceTold.hasExpired(m_interval.count());
    if (isDue) {
        m_sinceTold.start();
        if (const auto update = m_builder.build(m_controller.market(), m_controller.tape()))
            Q_EMIT moved(*update);
    }
    const bool hasMorePast = m_builder.readPast(m_controller.market(), m_controller.tape());
    const auto cost = std::chrono::ceil<milliseconds>(lookShare * nanoseconds(clock.nsecsElapsed()));
    const auto untilDue = std::max(m_interval - milliseconds(m_sinceTold.elapsed()), milliseconds(1));
    m_timer.start(std::max(cost, hasMorePast ? std::min(pastInterval, untilDue) : untilDue));
}

} // namespace ticker

#include "moc_market_update_source.cpp"
