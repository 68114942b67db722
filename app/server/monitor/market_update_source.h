// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/market_update.h"
#include "quotes/market_update_builder.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace ticker {

class MarketController;

/// Tells a window what the market does, while somebody looks. Server thread; owned by the server.
class MarketUpdateSource final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarketUpdateSource)

public:
    /// News come no more often than that. The controller outlives it.
    MarketUpdateSource(MarketController &controller, std::chrono::milliseconds interval);

    /// Which symbols are in the chart, and whether somebody looks. What has changed meanwhile comes at once then.
    void watch(const QStringList &charted, bool watched);
    void stop() { m_timer.stop(); }

Q_SIGNALS:
    void moved(const ticker::MarketUpdate &update);

private:
    void look();

    MarketController &m_controller;
    std::chrono::milliseconds m_interval;
    MarketUpdateBuilder m_builder;
    QTimer m_timer;
    QElapsedTimer m_sinceTold;
};

} // namespace ticker
