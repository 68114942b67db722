// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/server_limits.h"

#include <QMetaType>

#include <chrono>

namespace ticker {

/// Those of the limits that a person may choose, within the ranges that Limits has for them. A value.
struct ChosenLimits final
{
    int maxConnections = Limits().maxConnections;
    std::chrono::milliseconds pingInterval = Limits().pingInterval;
    std::chrono::milliseconds pingTimeout = Limits().pingTimeout;
    SlowClientPolicy slowClients = Limits().slowClients;
    bool allowJsonp = false; ///< See EngineIoOptions.

    friend bool operator==(const ChosenLimits &, const ChosenLimits &) = default;
};

} // namespace ticker

Q_DECLARE_METATYPE(ticker::ChosenLimits)
