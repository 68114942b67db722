// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "load_run.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>

namespace ticker::bench {

namespace {

constexpr std::size_t mostInFlight = 500; ///< Clients that have begun to connect and are not ready.
constexpr int eventsAtOnce = 256;
constexpr Nanoseconds quietLimit = 5 * nanosecondsPerSecond;
constexpr Nanoseconds quietLimitAlone = nanosecondsPerSecond; ///< One client is always at the same tick.

Nanoseconds ownProcessorTime()
{
    timespec time = {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * nanosecondsPerSecond + time.tv_nsec;
}

/// Twice the ticks that are due: the measurement may go on for a while to end at a quiet moment.
std::size_t ticksToRecord(const LoadOptions &options)
{
    constexpr std::size_t spare = 100;
    return std::size_t(2 * options.rate * double(options.duration) / double(nanosecondsPerSecond)) + spare;
}

} // namespace

LoadRun::LoadRun(const LoadOptions &options, const ProcessMeter &meter)
    : m_options(options), m_meter(meter), m_record(ticksToRecord(options)), m_clients(options.clients),
      m_events(eventsAtOnce), m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
}

LoadRun::~LoadRun()
{
    ::close(m_epoll);
}

LoadResult LoadRun::run()
{
    m_result.residentBeforeKb = m_meter.residentKb();
    const Nanoseconds used = m_meter.processorTime();
    const Nanoseconds began = now();
    if (!connectAll())
        return m_result;
    m_result.connectTime = now() - began;
    m_result.connectProcessor = m_meter.processorTime() - used;
    pumpUntil(now() + m_options.warmUp);
    m_result.residentConnectedKb = m_meter.residentKb();
    measure();
    return m_result;
}

bool LoadRun::connectAll()
{
    const Nanoseconds limit = now() + m_options.connectLimit;
    std::size_t started = 0;
    while (m_result.ready < m_clients.size()) {
        while (started < m_clients.size() && started - m_result.ready < mostInFlight)
            start(started++);
        pump(limit);
        if (m_result.lost != 0)
            return false;
        if (now() >= limit) {
            m_result.error = "not all clients were ready in time";
            return false;
        }
    }
    return true;
}

void LoadRun::start(std::size_t index)
{
    sockaddr_in server = {};
    server.sin_family = AF_INET;
    server.sin_port = htons(std::uint16_t(m_options.port));
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int descriptor = m_clients[index].connect(server,
                                                    m_options.subscriptions[index % m_options.subscriptions.size()]);
    epoll_event event = {};
    event.events = EPOLLOUT;
    event.data.u64 = index;
    if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
        failWithErrno("watching a client");
}

void LoadRun::pump(Nanoseconds until)
{
    const int count = waitForEvents(m_epoll, m_events.data(), eventsAtOnce, until - now());
    m_drained = count < eventsAtOnce;
    for (int i = 0; i < count; ++i)
        handle(m_events[std::size_t(i)]);
}

void LoadRun::handle(const epoll_event &event)
{
    static std::array<char, 262144> buffer;
    Client &client = m_clients[event.data.u64];
    const std::uint64_t lostBefore = m_result.lost;
    if ((event.events & EPOLLOUT) != 0) {
        epoll_event reading = event;
        reading.events = EPOLLIN;
        epoll_ctl(m_epoll, EPOLL_CTL_MOD, client.descriptor(), &reading);
        client.sendRequest(m_options.dialect, *this);
    } else {
        const ssize_t size = recv(client.descriptor(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        m_time = now();
        if (size > 0)
            client.take({buffer.data(), std::size_t(size)}, m_options.dialect, *this);
        else if (size == 0 || errno != EAGAIN)
            broke(size == 0 ? "the server ended the connection" : std::strerror(errno));
    }
    if (m_result.lost != lostBefore)
        client.close();
}

void LoadRun::pumpUntil(Nanoseconds time)
{
    while (now() < time)
        pump(time);
}

bool LoadRun::waitForQuiet(Nanoseconds limit)
{
    constexpr double quietShare = 0.25; // of the time between two ticks
    const auto quiet = Nanoseconds(quietShare * double(nanosecondsPerSecond) / m_options.rate);
    Nanoseconds rejected = 0;
    while (now() < limit) {
        const Nanoseconds candidate = m_lastTick;
        pump(candidate == rejected ? limit : std::min(limit, candidate + quiet));
        if (m_lastTick != candidate || candidate == rejected || !m_drained || now() < candidate + quiet)
            continue;
        if (allAtSameTick())
            return true;
        rejected = candidate;
    }
    return false;
}

/// Clients with different subscriptions never get the same: there the time between ticks is all there is to go by.
bool LoadRun::allAtSameTick() const
{
    if (m_options.subscriptions.size() > 1)
        return true;
    return std::all_of(m_clients.begin(), m_clients.end(), [this](const Client &client) {
        return client.count.lastHash == m_clients.front().count.lastHash;
    });
}

void LoadRun::measure()
{
    const Nanoseconds limit = m_clients.size() <= 1 ? quietLimitAlone : quietLimit;
    const bool quietAtStart = m_clients.empty() || waitForQuiet(now() + limit);
    for (Client &client : m_clients)
        client.count = {};
    const std::uint64_t pingsBefore = m_result.pings;
    const Nanoseconds machine = machineProcessorTime();
    const Nanoseconds own = ownProcessorTime();
    const Nanoseconds used = m_meter.processorTime();
    const Nanoseconds began = now();
    m_measuring = true;
    pumpUntil(began + m_options.duration);
    // From one quiet moment to another, so that no tick is measured in part.
    if (quietAtStart && !m_clients.empty())
        static_cast<void>(waitForQuiet(now() + limit));
    m_measuring = false;
    m_result.serverProcessor = m_meter.processorTime() - used;
    m_result.elapsed = now() - began;
    m_result.ownProcessor = ownProcessorTime() - own;
    m_result.machineProcessor = machineProcessorTime() - machine;
    m_result.pings -= pingsBefore;
    m_result.aligned = quietAtStart && m_record.mismatches() == 0;
    const auto fewer = [](const Client &a, const Client &b) { return a.count.ticks < b.count.ticks; };
    if (!m_clients.empty()) {
        const auto [least, most] = std::minmax_element(m_clients.begin(), m_clients.end(), fewer);
        m_result.leastTicks = least->count.ticks;
        m_result.mostTicks = most->count.ticks;
    }
}

void LoadRun::ready()
{
    ++m_result.ready;
}

void LoadRun::ticked(TickCount &client, std::string_view text)
{
    m_lastTick = m_time;
    if (m_measuring)
        m_record.add(client, m_time, text);
    else
        client.lastHash = TickRecord::hashOf(text);
}

void LoadRun::pinged()
{
    ++m_result.pings;
}

void LoadRun::broke(const std::string &why)
{
    ++m_result.lost;
    if (m_result.error.empty() && m_result.ready < m_clients.size())
        m_result.error = why;
}

} // namespace ticker::bench
