// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/zstd_stream.h"

#include "packed_bytes.h"
#include "stream_reading.h"

using namespace ticker;

namespace {

constexpr qsizetype mostBytes = 1024 * 1024;

auto unpacked(std::unique_ptr<InputStream> source)
{
    return std::make_unique<ZstdStream>(std::move(source));
}

} // namespace

/// The input is a packed file, and then one that is packed here.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::toBytes(data, size);
    fuzz::checkStream(input, mostBytes, unpacked);

    const QByteArray packed = zstdPacked(input);
    const fuzz::StreamContent twice = fuzz::checkStream(packed + packed, mostBytes, unpacked);
    FUZZ_VERIFY(twice.error.isEmpty() && twice.bytes == input + input);
    return 0;
}
