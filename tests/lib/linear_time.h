// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace ticker::test {

/// How often the small work is done in the time of the large work, which has so many times its size.
constexpr int smallWorks = 20;

/// What many small inputs took and what one of the same size took, in seconds of CPU time, which a busy machine does
/// not lengthen by waiting. If time is linear they are equal; if it is quadratic the one takes `smallWorks` times as
/// long. Between them there is room for caches, which the large input leaves.
struct LinearTime final
{
    double small = 0;
    double large = 0;

    [[nodiscard]] bool isLinear() const;
    /// For the log: "small in 20 pieces, large in one".
    [[nodiscard]] QByteArray text() const;
};

/// The best of several rounds: at least three, and more only while they look quadratic. From then on freed memory stays
/// with the process. Else only the large inputs would pay for new pages, again in each round, and a page can cost a
/// virtual machine more than reading what is on it.
LinearTime measureLinearTime(const std::function<void()> &smallWork, const std::function<void()> &largeWork);

} // namespace ticker::test
