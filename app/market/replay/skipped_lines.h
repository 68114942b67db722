// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay_file/replay_options.h"
#include "tick_file/tick_file.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QtGlobal>

#include <array>
#include <cstddef>
#include <vector>

namespace ticker {

/// Lines of a file that could not be read and were left out: how many there are of each kind, and whether there are too many
/// of them for the file to be what it was taken for. A value; part of who reads a file.
class SkippedLines final
{
public:
    /// More kinds count as the last one.
    static constexpr std::size_t mostKinds = 32;
    /// Of the first thousand lines, a tenth.
    static constexpr quint64 mostAtStart = 100;
    /// Of any ten thousand lines in a row, a tenth.
    static constexpr quint64 mostInARow = 1000;

    struct Kind final
    {
        const char *key = nullptr; ///< As LocalizedText::key() of the first one's message.
        QString field;
        quint64 count = 0;
        ReplayError first;
        LocalizedText reason; ///< Of the first one, without its line,
        QByteArray text;      ///< and its start; empty: it is not known.
    };

    void noteGood() { noteLine(); }
    /// With the text of the line.
    void noteBad(const TickFileError &error, QByteArrayView text);
    /// A line that was noted as good before.
    void noteBadAfterAll(const TickFileError &error, QByteArrayView text = {});
    /// So many that a person has to say that they are to be left out.
    [[nodiscard]] bool areTooMany() const;

    [[nodiscard]] quint64 count() const { return m_count; }
    /// Lines that were noted, good and bad.
    [[nodiscard]] quint64 lines() const { return m_lines; }
    [[nodiscard]] const std::vector<Kind> &kinds() const { return m_kinds; }
    /// "2 of 3 lines left out, the first one: line 2: price: missing": for people; empty: there are none.
    [[nodiscard]] LocalizedText summary() const;

private:
    static constexpr quint64 linesOfBlock = 1000;
    static constexpr qsizetype mostTextBytes = 200;

    void noteLine();

    std::vector<Kind> m_kinds;
    quint64 m_count = 0;
    quint64 m_lines = 0;
    std::array<quint64, 10> m_blocks{}; ///< Bad ones of the last ten thousand lines, by thousands.
};

} // namespace ticker
