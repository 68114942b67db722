// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "block_meter.h"

#include <algorithm>
#include <ctime>

namespace ticker {

namespace {

using std::chrono::nanoseconds;

constexpr std::chrono::milliseconds lookInterval{1};

nanoseconds readClock(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return std::chrono::seconds(now.tv_sec) + nanoseconds(now.tv_nsec);
}

double milliseconds(nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace

BlockMeter::BlockMeter(QObject *parent) : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &BlockMeter::look);
    restart();
}

void BlockMeter::restart()
{
    m_lastWall = readClock(CLOCK_MONOTONIC);
    m_lastCpu = readClock(CLOCK_THREAD_CPUTIME_ID);
    m_parts.assign(1, {});
    m_timer.start();
}

void BlockMeter::mark()
{
    m_parts.emplace_back();
}

void BlockMeter::look()
{
    const nanoseconds wall = readClock(CLOCK_MONOTONIC);
    const nanoseconds cpu = readClock(CLOCK_THREAD_CPUTIME_ID);
    Part &part = m_parts.back();
    part.wallMs = std::max(part.wallMs, milliseconds(wall - m_lastWall - lookInterval));
    part.cpuMs = std::max(part.cpuMs, milliseconds(cpu - m_lastCpu));
    m_lastWall = wall;
    m_lastCpu = cpu;
}

BlockMeter::Blocks BlockMeter::wall() const
{
    return blocks(&Part::wallMs);
}

BlockMeter::Blocks BlockMeter::cpu() const
{
    return blocks(&Part::cpuMs);
}

BlockMeter::Blocks BlockMeter::blocks(double Part::*figure) const
{
    std::vector<double> sorted;
    for (const Part &part : m_parts)
        sorted.push_back(part.*figure);
    std::ranges::sort(sorted);
    const auto at = [&sorted](std::size_t percent) { return sorted.at((sorted.size() - 1) * percent / 100); };
    return {sorted.back(), at(99), at(50)};
}

} // namespace ticker
