// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

#include <zip.h>
#include <zlib.h>
#include <zstd.h>

#include <utility>
#include <vector>

namespace ticker {

// What programs that pack files make of some bytes.

inline QByteArray gzipped(const QByteArray &bytes)
{
    z_stream zlib{};
    constexpr int asGzip = 16;
    constexpr int memoryLevel = 8;
    if (deflateInit2(&zlib, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + asGzip, memoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib");
    QByteArray packed(qsizetype(deflateBound(&zlib, uLong(bytes.size()))), Qt::Uninitialized);
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    zlib.avail_in = uInt(bytes.size());
    zlib.next_out = reinterpret_cast<Bytef *>(packed.data());
    zlib.avail_out = uInt(packed.size());
    if (deflate(&zlib, Z_FINISH) != Z_STREAM_END)
        qFatal("deflate");
    packed.truncate(packed.size() - qsizetype(zlib.avail_out));
    deflateEnd(&zlib);
    return packed;
}

inline QByteArray zstdPacked(const QByteArray &bytes, int windowLog = 0)
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    if (windowLog > 0) {
        ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog);
        ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
    }
    QByteArray packed(qsizetype(ZSTD_compressBound(std::size_t(bytes.size()))) + 64, Qt::Uninitialized);
    ZSTD_inBuffer in{bytes.data(), std::size_t(bytes.size()), 0};
    ZSTD_outBuffer out{packed.data(), std::size_t(packed.size()), 0};
    // In two steps, so that the size is not known at the start.
    if (ZSTD_isError(ZSTD_compressStream2(context, &out, &in, ZSTD_e_flush)) != 0
        || ZSTD_compressStream2(context, &out, &in, ZSTD_e_end) != 0)
        qFatal("zstd");
    ZSTD_freeCCtx(context);
    packed.truncate(qsizetype(out.pos));
    return packed;
}

/// The same without a block behind the last one that has bytes.
inline QByteArray zstdPackedAtOnce(const QByteArray &bytes)
{
    QByteArray packed(qsizetype(ZSTD_compressBound(std::size_t(bytes.size()))), Qt::Uninitialized);
    const std::size_t size = ZSTD_compress(packed.data(), std::size_t(packed.size()), bytes.data(),
                                           std::size_t(bytes.size()), ZSTD_CLEVEL_DEFAULT);
    if (ZSTD_isError(size) != 0)
        qFatal("zstd");
    packed.truncate(qsizetype(size));
    return packed;
}

/// Names and contents; locked by a password if there is one.
inline void writeZip(const QString &path, const std::vector<std::pair<QByteArray, QByteArray>> &entries,
                     const char *password = nullptr)
{
    int error = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive)
        qFatal("zip: %d", error);
    for (const auto &[name, content] : entries) {
        zip_source_t *source = zip_source_buffer(archive, content.data(), zip_uint64_t(content.size()), 0);
        const zip_int64_t place = zip_file_add(archive, name.constData(), source, 0);
        if (place < 0
            || (password && zip_file_set_encryption(archive, zip_uint64_t(place), ZIP_EM_AES_256, password) != 0))
            qFatal("zip: %s", zip_strerror(archive));
    }
    if (zip_close(archive) != 0)
        qFatal("zip: %s", zip_strerror(archive));
}

} // namespace ticker
