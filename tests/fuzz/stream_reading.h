// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/input_stream.h"
#include "fuzz.h"
#include "memory_stream.h"

#include <QByteArray>

#include <algorithm>
#include <array>

// What the targets of streams have in common.
namespace ticker::fuzz {

/// What a stream gave.
struct StreamContent final
{
    QByteArray bytes;
    QString error;      ///< Empty: it ended well, or
    bool isCut = false; ///< nobody read on.
};

inline void checkSentence(const QString &sentence)
{
    constexpr qsizetype longest = 400;
    FUZZ_VERIFY(!sentence.isEmpty() && sentence.size() < longest);
    for (const QChar c : sentence)
        FUZZ_VERIFY(c.isPrint() || c.isSurrogate());
}

/// Reads until there are so many bytes. No piece is too large, none that is told of is empty, and an end is for ever.
inline StreamContent readContent(InputStream &stream, qsizetype most)
{
    StreamContent content;
    quint64 ofFile = 0;
    while (content.bytes.size() < most) {
        const qsizetype before = content.bytes.size();
        const auto piece = stream.read(&content.bytes);
        const qsizetype size = content.bytes.size() - before;
        FUZZ_VERIFY(size >= 0 && size <= InputStream::mostBytesOfPiece);
        FUZZ_VERIFY(stream.bytesOfFile() >= ofFile);
        ofFile = stream.bytesOfFile();
        if (!piece) {
            content.error = piece.error().english();
            checkSentence(content.error);
            const auto again = stream.read(&content.bytes);
            FUZZ_VERIFY(!again && again.error() == piece.error() && content.bytes.size() == before + size);
            return content;
        }
        FUZZ_VERIFY((*piece == InputStream::Piece::Some) == (size > 0));
        if (*piece == InputStream::Piece::End) {
            const auto again = stream.read(&content.bytes);
            FUZZ_VERIFY(again && *again == InputStream::Piece::End && content.bytes.size() == before);
            return content;
        }
    }
    content.bytes.truncate(most);
    content.isCut = true;
    return content;
}

/// What a stream makes of the input does not depend on how it is cut. `open` makes the stream of another one. Where the
/// input is damaged, more or less may come before the error.
template<typename Open>
StreamContent checkStream(const QByteArray &input, qsizetype most, const Open &open)
{
    constexpr std::array<qsizetype, 2> pieces{1, 37};
    const auto whole = open(std::make_unique<MemoryStream>(input));
    StreamContent content = readContent(*whole, most);
    for (const qsizetype piece : pieces) {
        const auto cut = open(std::make_unique<MemoryStream>(input, piece));
        const StreamContent other = readContent(*cut, most);
        FUZZ_VERIFY(other.bytes.startsWith(content.bytes) || content.bytes.startsWith(other.bytes));
        if (content.isCut || other.isCut)
            continue;
        FUZZ_VERIFY(other.error == content.error);
        FUZZ_VERIFY(!content.error.isEmpty() || other.bytes == content.bytes);
    }
    return content;
}

/// The input is a packed file, and then one that pack() makes of it.
template<typename Stream, typename Pack>
void checkUnpacker(const QByteArray &input, const Pack &pack)
{
    constexpr qsizetype mostBytes = 1024 * 1024;
    const auto open = [](std::unique_ptr<InputStream> source) { return std::make_unique<Stream>(std::move(source)); };
    checkStream(input, mostBytes, open);

    const QByteArray packed = pack(input);
    const StreamContent twice = checkStream(packed + packed, mostBytes, open);
    FUZZ_VERIFY(twice.error.isEmpty() && twice.bytes == input + input);
}

} // namespace ticker::fuzz
