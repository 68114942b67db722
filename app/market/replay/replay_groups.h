// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "replay/replay_file.h"
#include "replay/replay_options.h"
#include "replay/skipped_lines.h"
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
    quint64 line = 0;   ///< The first one,
    quint64 offset = 0; ///< and where it begins.
    bool isBar = false;
    std::vector<Item> items;
};

/// Reads a file group by group. Any one thread; a part of ReplaySource and of ReplayIndex, which read at two places.
class ReplayGroups final
{
public:
    /// Of comments, blank lines and bad lines that are skipped, between two ticks.
    static constexpr quint64 mostBytesBetween = 4 * 1024 * 1024;

    ReplayGroups(std::shared_ptr<ReplayFile> file, const ReplayOptions &options);

    /// Reads the next group, which then is group(); false at the end. An error comes after what was before it, and ends
    /// the reading until restart().
    [[nodiscard]] Expected<bool, ReplayError> next();
    [[nodiscard]] const ReplayGroup &group() const { return m_group; }
    /// When the group begins that follows; nothing: none does.
    [[nodiscard]] std::optional<qint64> followingTime() const;
    /// Where the next group begins, or what is known to come before it.
    [[nodiscard]] quint64 followingOffset() const;

    /// Goes on at a line that begins a group. Symbols keep their places.
    void restart(quint64 offset, quint64 line, qint64 timeNs);

    /// Since the start or the last restart.
    [[nodiscard]] const SkippedLines &skipped() const { return m_skipped; }

private:
    struct SymbolHash final
    {
        std::size_t operator()(const TickFileSymbol &symbol) const { return symbol.hash(); }
    };
    struct Place final
    {
        int index = 0;
        quint64 group = 0; ///< The last one that it was in.
    };

    void readLine();
    void readBlock();
    void noteGood();
    void judge(const TickFileError &error);
    [[nodiscard]] bool belongs(const TickFileLine &line);
    [[nodiscard]] std::optional<TickFileError> take(const TickFileLine &line);

    std::shared_ptr<ReplayFile> m_file;
    ReplayOptions::OnBadLine m_onBadLine;
    TickFileReader m_reader;
    quint64 m_readOffset = 0; ///< Of the next block.
    bool m_hasLine = false;   ///< m_reader.current() is not in a group yet.
    bool m_atEnd = false;
    std::unordered_map<TickFileSymbol, Place, SymbolHash> m_places;
    quint64 m_groupNumber = 0;
    ReplayGroup m_group;
    quint64 m_lastGoodOffset = 0;
    SkippedLines m_skipped;
    std::optional<ReplayError> m_error;
};

} // namespace ticker
