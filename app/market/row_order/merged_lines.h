// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/input_stream.h"
#include "file_streams/temporary_file.h"
#include "row_order/sorted_line.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace ticker {

/// The lines of a LineSorter, whose pieces it merges while it is read. One thread.
class MergedLines final : public InputStream
{
public:
    /// The pieces end there in the file. Of lines of the same time those of later pieces come first if that is reversed.
    MergedLines(std::unique_ptr<TemporaryFile> file, const std::vector<quint64> &ends, bool isReversed);
    ~MergedLines() override;

    [[nodiscard]] Expected<Piece, LocalizedText> read(QByteArray *bytes) override;
    /// Of those that were added.
    [[nodiscard]] quint64 bytesOfFile() const override { return m_read; }

private:
    /// A place in a piece, with the line that is there.
    struct Cursor final
    {
        quint64 offset = 0; ///< In the file, of what is behind the buffer.
        quint64 end = 0;
        QByteArray buffer;
        qsizetype at = 0; ///< In the buffer, of the text of the line.
        int order = 0;    ///< Among lines of the same time.
        SortedLine line;
    };

    void start();
    [[nodiscard]] bool advance(Cursor *cursor);
    [[nodiscard]] bool fill(Cursor *cursor, qsizetype bytes);

    std::unique_ptr<TemporaryFile> m_file;
    std::vector<Cursor> m_cursors;
    std::vector<Cursor *> m_heap; ///< Those that have a line, the earliest first.
    qsizetype m_bufferBytes = 0;
    quint64 m_read = 0;
    bool m_isStarted = false;
    std::optional<LocalizedText> m_error;
};

} // namespace ticker
