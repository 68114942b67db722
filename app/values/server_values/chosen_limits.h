// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/slow_client_policy.h"

#include <chrono>

namespace ticker {

/// Those of the limits that a person may choose, with their ranges. A value.
struct ChosenLimits
{
    using ms = std::chrono::milliseconds;

    /// Connections at once; one more is answered 503. Ten thousand browsers are a stress test, not an audience.
    int maxConnections = 10'000;
    /// None would shut out the own page; more descriptors than this few systems give a process.
    static constexpr int fewestConnections = 1;
    static constexpr int mostConnections = 100'000;
    /// Sessions of Engine.IO at once, of which one connection can begin any number; one more is answered 503. As many as
    /// connections, since a client has one session.
    int maxSessions = 10'000;
    static constexpr int fewestSessions = 1;
    static constexpr int mostSessions = 100'000;
    /// Bytes that are kept for all clients together. Beyond them those who hold most give way, as slowClients says. More
    /// than a hundred slow clients with 256 KiB each are no audience that keeps up.
    static constexpr int mebibyte = 1024 * 1024;
    int maxUnsentBytesTotal = 32 * mebibyte;
    static constexpr int fewestUnsentBytesTotal = mebibyte;
    static constexpr int mostUnsentBytesTotal = 1024 * mebibyte;
    /// From one heartbeat to the next; shorter, so that a test of heartbeats need not wait for long.
    ms pingInterval{25'000};
    /// Silence after a heartbeat before the session is over; likewise.
    ms pingTimeout{20'000};
    static constexpr ms shortestPing{100};
    static constexpr ms longestPing{300'000};
    /// What becomes of the ticks of a client for which maxUnsentBytes wait.
    SlowClientPolicy slowClients = SlowClientPolicy::Conflate;
    /// Polling by script elements, which any site may read: see EngineIoOptions.
    bool allowJsonp = false;

    friend bool operator==(const ChosenLimits &, const ChosenLimits &) = default;
};

} // namespace ticker
