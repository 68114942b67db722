// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/load_meter.h"

#include <cmath>

#ifdef Q_OS_UNIX
#include <ctime>
#endif

namespace ticker {

namespace {

double seconds(LoadMeter::Time time)
{
    return std::chrono::duration<double>(time).count();
}

constexpr double shareSteps = 1000; ///< Finer, every snapshot would differ from the last.

} // namespace

void LoadMeter::countBytes(const QList<ClientRow> &clients)
{
    auto before = m_clients.cbegin();
    for (const ClientRow &client : clients) {
        while (before != m_clients.cend() && before->id < client.id)
            ++before;
        const bool isKnown = before != m_clients.cend() && before->id == client.id;
        m_bytes += client.bytesSent - (isKnown ? before->bytesSent : 0);
    }
    m_clients = clients;
}

ServerLoad LoadMeter::look(const QList<ClientRow> &clients, Time now, Time processor)
{
    countBytes(clients);
    m_marks.push_back({now, processor, m_bytes});
    while (m_marks.size() > 2 && m_marks[1].time <= now - window)
        m_marks.pop_front();
    const Mark &oldest = m_marks.front();
    const double elapsed = seconds(now - oldest.time);
    if (elapsed <= 0)
        return {};
    return {std::round(double(m_bytes - oldest.bytes) / elapsed),
            std::round(shareSteps * seconds(processor - oldest.processor) / elapsed) / shareSteps};
}

std::chrono::nanoseconds threadProcessorTime()
{
#ifdef Q_OS_UNIX
    timespec time{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
#endif
    return {};
}

} // namespace ticker
