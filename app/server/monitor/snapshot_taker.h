// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/load_meter.h"
#include "server_values/server_snapshot.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace ticker {

class DeadlineDriver;
class MarketController;
class TickerFeeds;

/// Takes a snapshot of the server every so often, for a window. Server thread; owned by the server, like what it looks at,
/// which outlives it.
class SnapshotTaker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnapshotTaker)

public:
    /// Snapshots come no more often than that.
    SnapshotTaker(MarketController &controller, TickerFeeds &feeds, DeadlineDriver &deadlines,
                  std::chrono::milliseconds interval);

    void start() { m_timer.start(m_interval); }
    void stop() { m_timer.stop(); }
    /// Whether somebody looks, as at the start. If not, one a second is enough; if so, one comes at once.
    void setWatched(bool watched);

Q_SIGNALS:
    /// Only when something changed; fewer when there are so many clients that they would delay ticks.
    void taken(const ticker::ServerSnapshot &snapshot);

private:
    void take();
    void tell();

    MarketController &m_controller;
    TickerFeeds &m_feeds;
    DeadlineDriver &m_deadlines;
    std::chrono::milliseconds m_interval;
    QTimer m_timer;
    LoadMeter m_load;
    ServerSnapshot m_last;
    bool m_watched = true;
};

} // namespace ticker
