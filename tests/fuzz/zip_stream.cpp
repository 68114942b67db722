// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/zip_stream.h"

#include "memory_file.h"
#include "stream_reading.h"

#include <QFile>

using namespace ticker;

namespace {

constexpr qsizetype mostBytes = 1024 * 1024;

fuzz::StreamContent contentOf(const QFile &file)
{
    auto stream = ZipStream::open(file);
    if (stream)
        return fuzz::readContent(**stream, mostBytes);
    fuzz::checkSentence(stream.error().english());
    return {{}, stream.error().english(), false};
}

} // namespace

/// The input is a zip file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const fuzz::MemoryFile memory(fuzz::toBytes(data, size));
    QFile file;
    FUZZ_VERIFY(file.open(memory.descriptor(), QIODevice::ReadOnly | QIODevice::Unbuffered));
    const fuzz::StreamContent once = contentOf(file);
    const fuzz::StreamContent again = contentOf(file); // the first one has left the file as it was
    FUZZ_VERIFY(once.bytes == again.bytes && once.error == again.error);
    return 0;
}
