// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "linear_time.h"

#include <malloc.h>

#include <algorithm>
#include <ctime>
#include <limits>

namespace ticker::test {
namespace {

constexpr double mostTimesAsLong = 8;
/// Less is not told from nothing, so that noise makes no ratio.
constexpr double leastSeconds = 50e-6;
constexpr int leastRounds = 3;
constexpr int mostRounds = 20;

void keepFreedMemory()
{
    constexpr int mostBytes = 1 << 30;
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, mostBytes);
}

double secondsFor(int count, const std::function<void()> &work)
{
    const std::clock_t start = std::clock();
    for (int done = 0; done < count; ++done)
        work();
    return double(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

bool LinearTime::isLinear() const
{
    return large < mostTimesAsLong * std::max(small, leastSeconds);
}

QByteArray LinearTime::text() const
{
    return QByteArray::number(small * 1e3, 'f', 3) + " ms in " + QByteArray::number(smallWorks) + " pieces, "
        + QByteArray::number(large * 1e3, 'f', 3) + " ms in one";
}

LinearTime measureLinearTime(const std::function<void()> &smallWork, const std::function<void()> &largeWork)
{
    keepFreedMemory();
    LinearTime best{.small = std::numeric_limits<double>::max(), .large = std::numeric_limits<double>::max()};
    for (int round = 0; round < leastRounds || (round < mostRounds && !best.isLinear()); ++round) {
        best.small = std::min(best.small, secondsFor(smallWorks, smallWork));
        best.large = std::min(best.large, secondsFor(1, largeWork));
    }
    return best;
}

} // namespace ticker::test
