// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_reading.h"
#include "market_values/tick_interval.h"
#include "server_values/access_rules.h"
#include "server_values/listen_address.h"
#include "server_values/server_limits.h"

#include <QString>

namespace ticker {

/// A file that is played in place of a market.
struct ReplayConfig final
{
    QString file;     ///< Empty: none.
    double speed = 1; ///< From Playback::lowestSpeed to highestSpeed.
    bool skipGaps = false;
    bool loop = false;
    FileReading reading = {};
};

/// How a server is started. A value: changes of a running server go through its own functions.
struct ServerConfig final
{
    ListenAddress listen;
    TickInterval interval;
    QString marketFile; ///< Empty: the built-in market.
    ReplayConfig replay;
    QString recordFile; ///< Empty: nothing is recorded.
    quint64 seed = 0;
    bool hasPast = true; ///< The ticks before the first one are made, so that charts are full from the start.
    QString webRoot;     ///< A folder served instead of the own page; empty: the own page.
    AccessRules access;
    Limits limits;
};

} // namespace ticker
