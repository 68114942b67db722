// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace ticker {

/// How long the bars of a file last: as long as the smallest distance between two of them that follow on each other. So a
/// bar ends in its own minute or day also where a night, a weekend or a missing bar is behind it. A value; part of
/// ReplaySource and of ReplayIndex, which count alike.
class BarLength final
{
public:
    /// Of a file with one bar alone, in ns: a minute.
    static constexpr qint64 ofSingleBar = 60'000'000'000;

    /// The next bar begins, in ns since 1970.
    void see(qint64 timeNs);
    /// Reading goes on elsewhere: the next bar does not follow on the last one.
    void jump() { m_lastTimeNs.reset(); }
    /// What was seen is enough, so that a bar lasts as long whenever it is played. Not of what is known too little of.
    void fix() { m_isFixed = true; }
    /// Two bars were seen.
    [[nodiscard]] bool isKnown() const { return m_smallest.has_value(); }

    /// Of the bar that begins then, in ns: never longer than until the next line, if there is one.
    [[nodiscard]] qint64 of(qint64 timeNs, std::optional<qint64> following) const;

private:
    std::optional<qint64> m_smallest;
    std::optional<qint64> m_lastTimeNs;
    bool m_isFixed = false;
};

} // namespace ticker
