// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "replay_file/replay_file.h"
#include "replay_file/replay_options.h"
#include "replay/skipped_lines.h"
#include "row_order/line_window.h"
#include "tick_file/tick_file_reader.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ticker {

/// The lines of a file that belong together: a tick, or a bar of each of some instruments.
struct ReplayGroup final
{
    struct Item final
    {
        int symbol = 0; ///< Its place in the order in which symbols were found.
        TickFileQuote quote;
    };

    qint64 timeNs = 0;
    quint64 seq = 0;
    quint64 line = 0;        ///< The first one,
    quint64 offset = 0;      ///< and where it begins.
    LineWindow::Place place; ///< Where reading can begin again so that this group comes; never goes back.
    bool isBar = false;
    std::vector<Item> items;
    TickFileExtrasList extras; ///< Of the quote of each item.
};

/// Reads a file group by group, in the order of time. Any one thread; a part of ReplaySource and of ReplayIndex, which read at two places.
class ReplayGroups final
{
public:
    /// Of comments, blank lines and bad lines that are skipped, between two ticks.
    static constexpr quint64 mostBytesBetween = 4 * 1024 * 1024;

    ReplayGroups(std::shared_ptr<ReplayFile> file, const ReplayOptions &options);

    enum class Next : quint8 {
        Group,
        NotYet, ///< Of a file that grows: all that has come was returned.
        End,
    };

    /// Reads the next group, which then is group(). An error comes after what was before it, and ends the reading until
    /// restart(). Of a file that grows, a group is what has come of it, and later lines of the same time are the next one.
    [[nodiscard]] Expected<Next, ReplayError> next();
    [[nodiscard]] const ReplayGroup &group() const { return m_group; }
    /// When the group begins that follows; nothing: none does.
    [[nodiscard]] std::optional<qint64> followingTime() const;
    /// Where the next group can be read, or what is known to come before it.
    [[nodiscard]] quint64 followingOffset() const;

    /// Goes on with a group that was read before, by its place, time and offset. Symbols keep their places.
    void restart(const LineWindow::Place &place, qint64 timeNs, quint64 offset);

    /// Since the start or the last restart.
    [[nodiscard]] const SkippedLines &skipped() const { return m_skipped; }
    /// Lines that came after later ones and were put in order.
    [[nodiscard]] quint64 reordered() const { return m_window.reordered(); }
    /// How the first line that was read, of this or an earlier start, writes its time; empty: there is none.
    [[nodiscard]] const QByteArray &firstTimeText() const { return m_firstTimeText; }
    /// How the file is read, and what it is of; nothing: its start was not seen, or does not say.
    [[nodiscard]] const TickLayout *layout() const { return m_reader.layout(); }
    [[nodiscard]] std::optional<TickLayout::Content> content() const { return m_reader.content(); }

private:
    struct Place final
    {
        int index = 0;
        quint64 group = 0; ///< The last one that it was in.
    };

    void readLine();
    void readIntoWindow();
    void insert();
    void noteFirstLine();
    void readBlock();
    void judge(const TickFileError &error);
    void judgeAfterAll(const TickFileError &error);
    [[nodiscard]] std::optional<ReplayError> whyStop(const TickFileError &error) const;
    [[nodiscard]] bool belongs(const TickFileLine &line);
    [[nodiscard]] std::optional<TickFileError> take(const TickFileLine &line);

    std::shared_ptr<ReplayFile> m_file;
    ReplayOptions::OnBadLine m_onBadLine;
    TickFileReader m_reader;
    quint64 m_readOffset = 0; ///< Of the next block.
    LineWindow m_window;
    bool m_hasLine = false; ///< The front of the window is the next line.
    bool m_atEnd = false;
    bool m_isWaiting = false; ///< The file had nothing more: lines leave the window as if it were the end.
    std::optional<ReplayError> m_nextError; ///< Behind the lines in the window.
    std::unordered_map<TickFileSymbol, Place, TickFileSymbol::Hash> m_places;
    quint64 m_groupNumber = 0;
    ReplayGroup m_group;
    quint64 m_lastGoodOffset = 0;
    SkippedLines m_skipped;
    std::optional<ReplayError> m_error;
    bool m_hasFirstLine = false;
    QByteArray m_firstTimeText;
};

} // namespace ticker
