// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client.h"
#include "process_meter.h"
#include "system.h"
#include "tick_record.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct epoll_event;

namespace ticker::bench {

struct LoadOptions
{
    int port = 0;
    std::size_t clients = 1;  ///< With 0 it measures what the server uses while nobody is there.
    double rate = 1;          ///< Ticks a second that the server was asked for.
    Nanoseconds duration = 0; ///< Of the measurement.
    Nanoseconds warmUp = 0;
    Nanoseconds connectLimit = 0; ///< When all clients must be ready.
    Dialect dialect;
    std::vector<std::string> subscriptions; ///< As frames; at least one. The n-th client sends the n-th, over again.
};

struct LoadResult
{
    std::string error; ///< Why nothing was measured; what is below is then only what was reached.
    std::size_t ready = 0;
    Nanoseconds connectTime = 0;      ///< From the first connect() to the last client's readiness.
    Nanoseconds connectProcessor = 0; ///< What the server used meanwhile.
    long residentBeforeKb = 0;
    long residentConnectedKb = 0; ///< When all were connected and had their first ticks.
    Nanoseconds elapsed = 0;
    Nanoseconds serverProcessor = 0;
    Nanoseconds ownProcessor = 0;     ///< When this is near to what has elapsed, the load generator was too slow.
    Nanoseconds machineProcessor = 0; ///< What all processes used: when it is much more, others were in the way.
    std::uint64_t leastTicks = 0;     ///< Of one client.
    std::uint64_t mostTicks = 0;
    std::uint64_t pings = 0;
    std::uint64_t lost = 0; ///< Clients whose connection broke.
    bool aligned = false;   ///< All clients began with the same tick, and got the same ones.
};

/// The load generator: many clients in one thread over one epoll set, and what they saw of a server.
class LoadRun final : private ClientObserver
{
public:
    /// Reads what the server uses by the meter, which must outlive this.
    LoadRun(const LoadOptions &options, const ProcessMeter &meter);
    ~LoadRun();
    LoadRun(const LoadRun &) = delete;
    LoadRun &operator=(const LoadRun &) = delete;

    [[nodiscard]] LoadResult run();
    [[nodiscard]] const TickRecord &record() const { return m_record; }

private:
    void ready() override;
    void ticked(TickCount &client, std::string_view text) override;
    void pinged() override;
    void broke(const std::string &why) override;

    [[nodiscard]] bool connectAll();
    void start(std::size_t index);
    /// Waits for events until then at most, and handles those that are there.
    void pump(Nanoseconds until);
    void handle(const epoll_event &event);
    void pumpUntil(Nanoseconds time);
    /// Waits for a moment at which every client has had the same tick and no one the next; false when none came.
    [[nodiscard]] bool waitForQuiet(Nanoseconds limit);
    [[nodiscard]] bool allAtSameTick() const;
    void measure();

    LoadOptions m_options;
    const ProcessMeter &m_meter;
    LoadResult m_result;
    TickRecord m_record;
    std::vector<Client> m_clients;
    std::vector<epoll_event> m_events;
    int m_epoll = -1;
    Nanoseconds m_time = 0;     ///< When what is handled now was read.
    Nanoseconds m_lastTick = 0; ///< Of any client.
    bool m_drained = false;     ///< Everything that was there has been handled.
    bool m_measuring = false;
};

} // namespace ticker::bench
