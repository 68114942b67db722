// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "tick_file/tick_file.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace ticker {

class TickFileFormat;

/// Reads a file of ticks or bars, CSV or a JSON object a line (told apart by the first line that says something), from
/// its bytes, however they are cut. Pure: it knows no file and no clock. Any thread; owned by whoever reads the file.
///
/// Keeps at most what was appended and is not read, and one line. Takes time linear in the bytes.
class TickFileReader final
{
public:
    static constexpr qsizetype mostLineBytes = 64 * 1024;

    /// The symbol of lines that name none; an empty one makes those an error.
    explicit TickFileReader(const TickFileSymbol &defaultSymbol);
    ~TickFileReader();
    TickFileReader(TickFileReader &&) noexcept;
    TickFileReader &operator=(TickFileReader &&) noexcept;

    void append(QByteArrayView bytes);
    /// There are no more bytes: what is left is the last line.
    void finish() { m_finished = true; }

    /// The next line that says something, valid until the next call of anything here; null: more bytes are needed, or
    /// after finish(), there are none. An error concerns its line alone, the next call goes on behind it, unless
    /// isBeyondHope().
    [[nodiscard]] Expected<const TickFileLine *, TickFileError> next();
    /// What next() returned last, when it returned a line.
    [[nodiscard]] const TickFileLine &current() const { return m_current; }
    /// The header is wrong, so no line can be read; next() returns that error for ever.
    [[nodiscard]] bool isBeyondHope() const { return m_fatal.has_value(); }

    /// Forgets the bytes and goes on with those at this offset, where this line begins; times before the given one run
    /// backwards. What the header said stays, except at offset 0, where it is read again.
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
    [[nodiscard]] std::optional<TickFileFault> readFormat(QByteArrayView text);
    [[nodiscard]] TickFileError fail(const TickFileFault &fault);

    TickFileSymbol m_defaultSymbol;
    std::unique_ptr<TickFileFormat> m_format; ///< Null until the first line that says something has been read.
    bool m_expectsHeader = true;              ///< The next line that says something shows the format.
    QByteArray m_buffer;
    qsizetype m_start = 0;   ///< Of what is not read, in the buffer.
    qsizetype m_scanned = 0; ///< Up to here no line end was found.
    quint64 m_offset = 0;
    quint64 m_line = 0;
    qint64 m_timeNs = 0;       ///< Of the last good line.
    bool m_isDropping = false; ///< Until the end of a line that is too long.
    bool m_finished = false;
    TickFileLine m_current;
    std::optional<TickFileError> m_fatal;
};

} // namespace ticker
