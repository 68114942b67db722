// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_file/tick_file.h"

#include <QtGlobal>

#include <cstddef>
#include <unordered_map>

namespace ticker {

/// Sees from some lines of a file in which order they are. A value.
class RowOrderSearch final
{
public:
    void see(const TickFileLine &line);

    /// Nearly each line of a symbol is earlier than the one before.
    [[nodiscard]] bool isNewestFirst() const { return m_backward > fewOfMany * m_forward && m_backward > 0; }
    /// Some line of a symbol is earlier than the one before.
    [[nodiscard]] bool hasEarlier() const { return m_backward > 0; }
    /// Several lines in a row are earlier than one before them, by more than a window of lines that are out of order puts
    /// right.
    [[nodiscard]] bool hasJumpBack() const { return m_hasJumpBack; }
    /// The lines of each symbol are in the order of time, but behind each other.
    [[nodiscard]] bool isBySymbol() const { return m_hasJumpBack && m_backward == 0 && m_lastTimes.size() > 1; }
    /// The symbols that were seen.
    [[nodiscard]] std::size_t symbols() const { return m_lastTimes.size(); }
    [[nodiscard]] bool hasSymbol(const TickFileSymbol &symbol) const { return m_lastTimes.contains(symbol); }

private:
    static constexpr quint64 fewOfMany = 10;

    std::unordered_map<TickFileSymbol, qint64, TickFileSymbol::Hash> m_lastTimes;
    quint64 m_forward = 0;
    quint64 m_backward = 0;
    bool m_isFirst = true;
    qint64 m_latestNs = 0;
    int m_earlierInARow = 0; ///< Lines much earlier than the latest one.
    bool m_hasJumpBack = false;
};

} // namespace ticker
