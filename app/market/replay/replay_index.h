// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/bar_length.h"
#include "replay/replay_groups.h"

#include <chrono>
#include <optional>
#include <vector>

namespace ticker {

/// How long a file is, and where in it a time is. It reads the file a second time, in slices. Of a long file it notes only
/// so many places that its memory is bounded: at most mostEntries, at about even distances.
/// Any one thread; a part of ReplaySource.
class ReplayIndex final
{
public:
    static constexpr std::size_t mostEntries = 16 * 1024;
    static constexpr quint64 firstStride = 16 * 1024;

    /// A place where a group begins.
    struct Entry final
    {
        LineWindow::Place place;
        qint64 timeNs = beforeAllTimes;
        quint64 offset = 0; ///< Of the group itself, which may be behind the place.
        quint64 ticks = 0;  ///< Before it.
    };

    /// The distance between two places, in bytes, is more than 0; when there are too many places it doubles.
    ReplayIndex(std::shared_ptr<ReplayFile> file, const ReplayOptions &options, quint64 stride = firstStride);

    /// How long bars last, by the start of the file. Before anything is read.
    void setBarLength(const BarLength &length) { m_barLength = length; }

    /// Reads on for about this time, at least a few lines. Returns the share that is done, 1 at the end.
    double readSome(std::chrono::nanoseconds atMost);
    /// All that has come of a file that grows has been read.
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }
    /// Nothing will change any more.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// The bad line at which it ended, if it did.
    [[nodiscard]] const std::optional<ReplayError> &error() const { return m_error; }

    /// Lines that were left out so far.
    [[nodiscard]] const SkippedLines &skipped() const { return m_groups.skipped(); }
    [[nodiscard]] quint64 reordered() const { return m_groups.reordered(); }
    /// Of the ticks found so far; 0 before the first.
    [[nodiscard]] quint64 ticks() const { return m_ticks; }
    [[nodiscard]] qint64 firstTimeNs() const { return m_firstTimeNs; }
    [[nodiscard]] qint64 lastTimeNs() const { return m_lastTimeNs; }
    /// From the first tick to the last one.
    [[nodiscard]] qint64 durationNs() const { return m_lastTimeNs - m_firstTimeNs; }

    [[nodiscard]] std::size_t places() const { return m_entries.size(); }
    /// The last place noted that is before this time, or this offset; else the start of the file. Nothing: it has not been
    /// read that far.
    [[nodiscard]] std::optional<Entry> before(qint64 timeNs) const;
    [[nodiscard]] std::optional<Entry> beforeOffset(quint64 offset) const;

private:
    void readGroup();
    void note(const ReplayGroup &group);
    void thinOut();

    std::shared_ptr<ReplayFile> m_file;
    ReplayGroups m_groups;
    std::vector<Entry> m_entries;
    quint64 m_stride; ///< An entry each so many bytes.
    quint64 m_ticks = 0;
    qint64 m_firstTimeNs = 0;
    qint64 m_lastTimeNs = 0;
    qint64 m_lastGroupTimeNs = 0; ///< Of a bar, when it begins.
    BarLength m_barLength;
    bool m_isWaiting = false;
    bool m_complete = false;
    std::optional<ReplayError> m_error;
};

} // namespace ticker
