// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

// What the fuzz targets have in common. Each defines this function, which is called with one input after the other, by
// libFuzzer in a build with TICKER_FUZZ and by replay.cpp in every other. It returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data,
                                      std::size_t size); // NOLINT(readability-identifier-naming)

namespace ticker::fuzz {

inline QByteArray toBytes(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

/// Ends the process, upon which the fuzzer keeps the input.
[[noreturn]] inline void fail(const char *property, const char *file, int line)
{
    std::fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, property);
    std::abort();
}

} // namespace ticker::fuzz

/// What must hold for every input.
#define FUZZ_VERIFY(property) ((property) ? void() : ticker::fuzz::fail(#property, __FILE__, __LINE__))

namespace ticker::fuzz {

/// Feeds the input to the reader at once, and to others byte by byte and in pieces whose sizes follow from the input.
/// However it is cut, they must read alike.
template<typename Reader>
void checkCuts(const QByteArray &input, Reader &whole, void (Reader::*feed)(const QByteArray &))
{
    constexpr qsizetype mostBytesOfPiece = 31;
    (whole.*feed)(input);

    Reader bytewise;
    for (const char c : input)
        (bytewise.*feed)(QByteArray(1, c));
    FUZZ_VERIFY(bytewise.isLike(whole));

    Reader piecewise;
    for (qsizetype start = 0; start < input.size();) {
        const qsizetype piece = std::min(1 + uchar(input[start]) % mostBytesOfPiece, input.size() - start);
        (piecewise.*feed)(input.sliced(start, piece));
        start += piece;
    }
    FUZZ_VERIFY(piecewise.isLike(whole));
}

} // namespace ticker::fuzz
