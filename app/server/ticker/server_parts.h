// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/command_executor.h"
#include "control/report_filter.h"
#include "control/server_activity.h"
#include "feeds/ticker_feeds.h"
#include "monitor/client_inspector.h"
#include "monitor/market_update_source.h"
#include "monitor/memory_trimmer.h"
#include "monitor/snapshot_taker.h"
#include "packets/byte_budget.h"
#include "playback/file_commands.h"
#include "playback/market_controller.h"
#include "port/http_port.h"
#include "site/static_site.h"
#include "telemetry/activity_log.h"
#include "thread/deadline_driver.h"
#include "ticker/unsent_wait.h"
#include "server_values/server_config.h"

#include <memory>
#include <utility>

namespace ticker {

/// What a server is made of, in the order in which it is built. Server thread; owned by the server, from start() on.
struct ServerParts final
{
    ServerParts(ServerConfig startConfig, ReportFilter::Tell tell)
        : config(std::move(startConfig)), reports(deadlines.queue(), std::move(tell)), site(config.webRoot),
          market(config, deadlines), feeds(config.limits, deadlines.queue(), {true, config.limits.allowJsonp},
                                           [this] { return market.isPaused() ? 0 : market.interval().hertz(); }),
          files(market), commands(market, files, activity), updates(market, config.limits.snapshotInterval),
          clients(feeds, deadlines), port(config.limits, deadlines),
          snapshots(market, feeds, deadlines, config.limits.snapshotInterval)
    {
        market.addSink(feeds);
        feeds.setByteBudget(&unsent);
        port.setByteBudget(&unsent);
    }

    [[nodiscard]] MarketStatus status() const
    {
        MarketStatus status = market.status();
        status.clients = feeds.clientCount();
        return status;
    }

    ServerConfig config;
    DeadlineDriver deadlines;
    ByteBudget unsent{deadlines.queue(), config.limits.maxUnsentBytesTotal}; ///< Outlives all that is counted.
    std::unique_ptr<ActivityLog> activityLog;                                ///< Null: nobody reads it.
    ServerActivity activity;
    ReportFilter reports;
    StaticSite site;
    MarketController market;
    TickerFeeds feeds; ///< They refer to the market.
    FileCommands files;
    CommandExecutor commands;
    MarketUpdateSource updates;
    ClientInspector clients;
    HttpPort port; ///< Behind all that it serves, and so gone before it.
    SnapshotTaker snapshots;
    MemoryTrimmer memory{deadlines.queue()};
    UnsentWait lastTicks{deadlines.queue(), unsent};
    DeadlineQueue::Time goneAt{0}; ///< In the end: who has not heard of it by then does not.
    quint16 wantedPort = 0;
    bool begun = false;
};

} // namespace ticker
