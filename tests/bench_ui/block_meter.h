// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

namespace ticker {

/// How long an event would have waited for the main thread's event loop: a timer of 1 ms tells how late it comes. The same
/// is told by the thread's own clock, which other programs on the machine do not disturb. Main thread.
class BlockMeter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BlockMeter)

public:
    /// Milliseconds, of what mark() has parted.
    struct Blocks final
    {
        double longestMs = 0;
        double p99Ms = 0; ///< Of the longest of each part.
        double medianMs = 0;
    };

    explicit BlockMeter(QObject *parent = nullptr);

    /// Forgets what was, and begins anew.
    void restart();
    /// Begins a new part: a snapshot comes.
    void mark();
    [[nodiscard]] Blocks wall() const;
    [[nodiscard]] Blocks cpu() const;

private:
    struct Part final
    {
        double wallMs = 0;
        double cpuMs = 0;
    };

    void look();
    [[nodiscard]] Blocks blocks(double Part::*figure) const;

    QTimer m_timer;
    std::chrono::nanoseconds m_lastWall{0};
    std::chrono::nanoseconds m_lastCpu{0};
    std::vector<Part> m_parts;
};

} // namespace ticker
