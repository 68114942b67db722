// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"
#include "market_values/playback.h"
#include "market_values/recording.h"
#include "market_values/tick_interval.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace ticker {

/// What serving costs, over the last seconds.
struct ServerLoad final
{
    double bytesPerSecond = 0; ///< To all clients together, counted as in their rows; whole.
    double processorShare = 0; ///< Of one core, by the server thread; in steps of a thousandth.

    friend bool operator==(const ServerLoad &, const ServerLoad &) = default;
};

/// The running server as the window shows it, taken at most ten times a second.
struct ServerSnapshot final
{
    QList<ClientRow> clients; ///< Sorted by id.
    TickInterval interval;    ///< As asked for.
    double actualRateHz = 0;  ///< Ticks a second over the last seconds; 0 while paused.
    bool paused = false;
    ServerLoad load;
    std::optional<Playback> playback;   ///< Nothing: there is a market.
    std::optional<FileOpening> opening; ///< Of the file that comes next.
    QString marketFile;                 ///< Of the market that is on, or comes back; empty: the built-in one.
    QString marketSymbol;               ///< Of its primary instrument: a file that names no symbol is played as this.
    std::optional<Recording> recording; ///< The one that is on, or the last one.
    quint64 seed = 0;                   ///< 0 while a file is played.
    quint64 ticks = 0;                  ///< The number of the tape's last tick.
    QStringList symbols;                ///< Of all instruments, in the order of the market.
    QString headlineSymbol;
    QString featuredSymbol;              ///< Of the instrument that is shown before somebody chooses.
    std::optional<double> featuredPrice; ///< Nothing before its first trade.
    int featuredDecimals = 0;            ///< Of that price.

    friend bool operator==(const ServerSnapshot &, const ServerSnapshot &) = default;
};

} // namespace ticker
