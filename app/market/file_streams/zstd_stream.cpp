// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/zstd_stream.h"

#include "file_streams/zstd_frame.h"

#include <QByteArrayView>

#include <zstd.h>
#include <zstd_errors.h>

namespace ticker {

namespace {

constexpr qsizetype mostHeaderBytes = 18; // of a frame

LocalizedText zstdDamaged()
{
    return LocalizedText::tr("The zstd file is damaged. Download or pack it again.");
}

} // namespace

void ZstdStream::Free::operator()(ZSTD_DCtx_s *context) const
{
    ZSTD_freeDCtx(context);
}

ZstdStream::ZstdStream(std::unique_ptr<InputStream> source) : Unpacker(std::move(source)), m_context(ZSTD_createDCtx())
{
    if (!m_context) // only without memory
        qFatal("zstd cannot be used");
    ZSTD_DCtx_setParameter(m_context.get(), ZSTD_d_windowLogMax, mostWindowLog);
}

ZstdStream::~ZstdStream() = default;

Expected<qsizetype, LocalizedText> ZstdStream::unpack(QByteArrayView input, QByteArray *bytes)
{
    if (m_ofFrame == 0 && input.size() < zstdMarkBytes)
        return 0;
    if (m_ofFrame == 0 && !isZstdFrame(input))
        return zstdDamaged();
    // The library reads a frame that it has as a whole in another way, which finds other faults. It never has, with these.
    if (m_ofFrame < mostHeaderBytes)
        input = input.first(1);
    const qsizetype before = bytes->size();
    bytes->resize(before + mostBytesOfPiece);
    ZSTD_inBuffer in{input.data(), std::size_t(input.size()), 0};
    ZSTD_outBuffer out{bytes->data() + before, std::size_t(mostBytesOfPiece), 0};
    const std::size_t result = ZSTD_decompressStream(m_context.get(), &out, &in);
    bytes->resize(before + qsizetype(out.pos));
    if (ZSTD_isError(result) == 0) {
        m_ofFrame = result == 0 ? 0 : m_ofFrame + qsizetype(in.pos);
        return qsizetype(in.pos);
    }
    bytes->resize(before);
    if (ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge) {
        return LocalizedText::tr("The zstd file needs more memory to unpack than %1 MiB. Unpack it first.")
            .arg(qint64(1) << (mostWindowLog - 20));
    }
    return zstdDamaged();
}

std::optional<LocalizedText> ZstdStream::finish(QByteArrayView rest, QByteArray * /*bytes*/)
{
    if (m_ofFrame == 0 && rest.isEmpty())
        return std::nullopt;
    if (m_ofFrame == 0 && !beginsAsZstdFrame(rest))
        return zstdDamaged();
    return LocalizedText::tr("The zstd file ends in the middle. Download or pack it again.");
}

} // namespace ticker
