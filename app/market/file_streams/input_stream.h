// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "localized_text.h"

#include <QByteArray>
#include <QtGlobal>

#include <memory>

namespace ticker {

/// What is read one piece after the other and never again: a file, or what another stream becomes when it is unpacked.
/// Untrusted. One thread; owned by whoever reads it.
class InputStream
{
public:
    enum class Piece : quint8 {
        Some,
        NotYet, ///< A pipe's writer has not written more.
        End,
    };
    /// What one call of read() adds at most, whatever a packed file would become.
    static constexpr qsizetype mostBytesOfPiece = 256 * 1024;

    InputStream() = default;
    virtual ~InputStream() = default;
    Q_DISABLE_COPY_MOVE(InputStream)

    /// Appends at least a byte and at most mostBytesOfPiece, or says why there is none. An error is a sentence for people;
    /// every further call returns it, too.
    [[nodiscard]] virtual Expected<Piece, LocalizedText> read(QByteArray *bytes) = 0;

    /// The bytes of the file that were read for what came out so far.
    [[nodiscard]] virtual quint64 bytesOfFile() const = 0;
};

/// Reads on until there are so many bytes, or no more now.
[[nodiscard]] inline Expected<InputStream::Piece, LocalizedText> readAtLeast(qsizetype size, InputStream &stream,
                                                                             QByteArray *bytes)
{
    while (bytes->size() < size) {
        auto piece = stream.read(bytes);
        if (!piece || *piece != InputStream::Piece::Some)
            return piece;
    }
    return InputStream::Piece::Some;
}

} // namespace ticker
