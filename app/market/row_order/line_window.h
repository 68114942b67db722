// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_file/tick_file.h"

#include <QtGlobal>

#include <compare>
#include <deque>
#include <limits>
#include <memory>
#include <vector>

namespace ticker {

/// Puts lines of a file in the order of their times which are nearly in it: each waits until so many have been read behind
/// it that none that is earlier may still come. Lines of the same time stay in the file's order. Pure. One thread; part of
/// who reads a file.
class LineWindow final
{
public:
    /// A line that is later by more than this many lines, and by more than this time, is too late.
    static constexpr std::size_t fewLines = 10'000;
    static constexpr qint64 shortTimeNs = 10'000'000'000;
    /// For the memory: 65,536 lines of a price take 15 MB.
    static constexpr std::size_t mostLines = 65'536;

    /// Where reading can begin again so that what is at the front comes next.
    struct Place final
    {
        quint64 offset = 0; ///< The first line that waits begins there,
        quint64 line = 1;   ///< and has this number.
    };

    enum class Inserted : quint8 {
        Yes,
        HasLeft, ///< It is before the place where reading began again.
        TooLate, ///< Later ones have left.
    };

    /// Takes the values of a line.
    [[nodiscard]] Inserted insert(TickFileLine *line);
    [[nodiscard]] bool isEmpty() const { return m_waiting.empty(); }
    /// No line that is inserted now comes before the front, or is too late.
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] const TickFileLine &front() const { return *m_waiting.front().line; }
    void pop();

    /// Where front() can be read again.
    [[nodiscard]] Place place() const { return m_unmoved.front(); }
    /// Lines that came after later ones.
    [[nodiscard]] quint64 reordered() const { return m_reordered; }

    /// Forgets all lines, to go on with the one that has this time and begins at this offset.
    void restart(qint64 timeNs, quint64 offset);

private:
    /// By which lines are ordered.
    struct Key final
    {
        qint64 timeNs = std::numeric_limits<qint64>::min();
        quint64 offset = 0;

        friend auto operator<=>(const Key &, const Key &) = default;
    };
    struct Waiting final
    {
        std::unique_ptr<TickFileLine> line;
        bool isMoved = false; ///< It was inserted before one that began before it.
    };

    [[nodiscard]] static Key keyOf(const TickFileLine &line) { return {line.timeNs, line.offset}; }

    std::deque<Waiting> m_waiting; ///< By time and offset.
    std::vector<std::unique_ptr<TickFileLine>> m_unused;
    std::deque<Place> m_unmoved; ///< Of those that wait; the first one began before all others.
    quint64 m_reordered = 0;
    Key m_first; ///< Where reading began.
    Key m_left;  ///< Of the last line that left.
};

} // namespace ticker
