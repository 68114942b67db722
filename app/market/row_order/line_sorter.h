// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "file_streams/input_stream.h"
#include "file_streams/temporary_file.h"
#include "localized_text.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>
#include <vector>

namespace ticker {

/// Sorts the lines of a file by time, however many there are: pieces that are sorted in memory wait in a temporary file and
/// are merged when the lines are read. One thread; owned by who opens the file.
class LineSorter final
{
public:
    /// The order of lines of the same time.
    enum class Ties : quint8 {
        AsTheyCome,
        Reversed, ///< In a file whose newest line is the first.
    };
    /// Of a piece; the lines take about as much again.
    static constexpr qsizetype bytesOfPiece = 8 * 1024 * 1024;

    explicit LineSorter(Ties ties, qsizetype bytesAtOnce = bytesOfPiece) : m_ties(ties), m_bytesAtOnce(bytesAtOnce) { }

    /// A line, without its end, of at most TickFileReader::mostLineBytes. Why it cannot be kept, as a sentence.
    [[nodiscard]] std::optional<LocalizedText> add(qint64 timeNs, quint64 number, QByteArrayView text);

    /// The lines in order, each behind its number and a colon: "17:2024-01-02,10.5". Nothing can be added any more.
    [[nodiscard]] Expected<std::unique_ptr<InputStream>, LocalizedText> finish();
    /// Of the text that is in order, about.
    [[nodiscard]] quint64 size() const { return m_size; }

private:
    struct Line final
    {
        qint64 timeNs = 0;
        quint64 number = 0;
        quint32 offset = 0; ///< In m_text.
        quint32 size = 0;
    };

    [[nodiscard]] std::optional<LocalizedText> writePiece();
    void sortPiece();

    Ties m_ties;
    qsizetype m_bytesAtOnce;
    QByteArray m_text;
    std::vector<Line> m_lines;
    std::unique_ptr<TemporaryFile> m_file = std::make_unique<TemporaryFile>();
    std::vector<quint64> m_ends; ///< Of the pieces in it.
    QByteArray m_block;
    quint64 m_size = 0;
};

} // namespace ticker
