// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/gzip_stream.h"

#include "packed_bytes.h"
#include "stream_reading.h"

using namespace ticker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::checkUnpacker<GzipStream>(fuzz::toBytes(data, size), [](const QByteArray &bytes) { return gzipped(bytes); });
    return 0;
}
