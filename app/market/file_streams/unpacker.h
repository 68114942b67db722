// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/input_stream.h"

#include <optional>

namespace ticker {

/// A stream that is made of another one's bytes. Subclasses say how; this bounds what is kept and what comes at once.
class Unpacker : public InputStream
{
public:
    [[nodiscard]] Expected<Piece, LocalizedText> read(QByteArray *bytes) final;
    [[nodiscard]] quint64 bytesOfFile() const final { return m_source->bytesOfFile(); }

protected:
    explicit Unpacker(std::unique_ptr<InputStream> source) : m_source(std::move(source)) { }

    /// Takes bytes from the start of the input and appends what they become, at most mostBytesOfPiece. Returns how many it
    /// took: 0 with nothing appended says that it needs more. An error is a sentence.
    [[nodiscard]] virtual Expected<qsizetype, LocalizedText> unpack(QByteArrayView input, QByteArray *bytes) = 0;
    /// There are no more bytes than those that were not taken. Appends what is left; an error says that the end is missing.
    [[nodiscard]] virtual std::optional<LocalizedText> finish(QByteArrayView rest, QByteArray *bytes) = 0;

private:
    [[nodiscard]] Expected<Piece, LocalizedText> fail(const LocalizedText &why);

    std::unique_ptr<InputStream> m_source;
    QByteArray m_input;
    qsizetype m_taken = 0;
    bool m_isFinished = false;
    std::optional<LocalizedText> m_error;
};

} // namespace ticker
