// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "tick_columns/tick_layout.h"
#include "tick_file/tick_file.h"

#include <QByteArray>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace ticker {

class TickFileFormat;
struct TickFileCell;

/// Of a file of which nothing was read.
constexpr qint64 beforeAllTimes = std::numeric_limits<qint64>::min();

/// Reads a file of ticks or bars, CSV or a JSON object a line, from its bytes, however they are cut. Its start tells how.
/// Pure: it knows no file and no clock. Any thread; owned by whoever reads the file.
///
/// Keeps at most what was appended and is not read, and one line. Takes time linear in the bytes.
class TickFileReader final
{
public:
    static constexpr qsizetype mostLineBytes = 64 * 1024;
    /// By which the layout is understood, or by all of a shorter file.
    static constexpr qsizetype sniffedBytes = 64 * 1024;

    /// The symbol of a file that names none; an empty one makes that an error.
    explicit TickFileReader(const TickFileSymbol &defaultSymbol, const TickReadOptions &options = {});
    ~TickFileReader();
    TickFileReader(TickFileReader &&) noexcept;
    TickFileReader &operator=(TickFileReader &&) noexcept;

    /// In place of what the start of the file says, before the first byte.
    void setLayout(const TickLayout &layout);
    /// Lines are read for their times alone, and may have no quotes.
    void setTimesOnly() { m_timesOnly = true; }
    void append(QByteArrayView bytes);
    /// There are no more bytes: what is left is the last line.
    void finish() { m_finished = true; }
    [[nodiscard]] bool isFinished() const { return m_finished; }

    /// The next line that says something, valid until the next call of anything here; null: more bytes are needed, or
    /// after finish(), there are none. An error concerns its line alone, the next call goes on behind it, unless
    /// isBeyondHope().
    [[nodiscard]] Expected<const TickFileLine *, TickFileError> next();
    /// What next() returned last, when it returned a line; its values may be taken.
    [[nodiscard]] TickFileLine &current() { return m_current; }
    /// The text of the line that was read last, good or bad; valid until the next call of anything here.
    [[nodiscard]] QByteArrayView currentText() const { return m_currentText; }
    /// How the lines are read; null: the start was not seen yet, or does not say.
    [[nodiscard]] const TickLayout *layout() const { return m_layout ? &*m_layout : nullptr; }
    /// What the file is of, by the lines so far; nothing: no line was read.
    [[nodiscard]] std::optional<TickLayout::Content> content() const;
    /// All cells of the line that next() returned last, if it was a good one, whether they mean something or not.
    [[nodiscard]] std::vector<TickFileCell> cells() const;
    /// The start says not how to read the lines; next() returns that error for ever.
    [[nodiscard]] bool isBeyondHope() const { return m_fatal.has_value(); }

    /// Forgets the bytes and goes on with those at this offset, where this line begins and has about this time. The layout
    /// stays.
    void restart(quint64 offset, quint64 line, qint64 timeNs);
    /// The place of the line that is read next.
    [[nodiscard]] quint64 offset() const { return m_offset; }
    /// The number of the line that was read last.
    [[nodiscard]] quint64 line() const { return m_line; }

private:
    struct RawLine;
    [[nodiscard]] std::optional<RawLine> takeLine();
    enum class Found : quint8 { Nothing, Quotes };
    [[nodiscard]] Expected<Found, TickFileFault> read(const RawLine &raw);
    void sniff();
    void skipToData();
    void takeNumber(RawLine *raw);
    [[nodiscard]] qsizetype mostBytesOfLine() const;

    TickFileSymbol m_defaultSymbol;
    TickReadOptions m_options;
    std::optional<TickLayout> m_layout;
    std::unique_ptr<TickFileFormat> m_format; ///< By the layout.
    QByteArray m_buffer;
    qsizetype m_start = 0;   ///< Of what is not read, in the buffer.
    qsizetype m_scanned = 0; ///< Up to here no line end was found.
    quint64 m_offset = 0;
    quint64 m_line = 0;
    qint64 m_timeNs = beforeAllTimes; ///< Of the last good line.
    bool m_isDropping = false;        ///< Until the end of a line that is too long.
    bool m_finished = false;
    bool m_timesOnly = false;
    TickFileLine m_current;
    QByteArrayView m_currentText;
    std::optional<TickFileError> m_fatal;
};

} // namespace ticker
