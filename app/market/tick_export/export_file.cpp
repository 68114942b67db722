// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_export/export_file.h"

#include "part_file.h"

#include <array>

#include <zlib.h>

namespace ticker {

namespace {

LocalizedText writeFailed(const LocalizedText &why)
{
    return LocalizedText::tr("The file cannot be written: %1.").arg(why);
}

} // namespace

Expected<std::unique_ptr<ExportFile>, LocalizedText> ExportFile::create(const QString &path, bool isPacked,
                                                                        bool overwrite)
{
    if (const QString part = partName(path); overwrite && QFile::exists(part))
        return LocalizedText::tr("%1 already exists. Move it away first.").arg(part);
    auto file = openPartFile(path, overwrite);
    if (!file)
        return file.error();
    return std::unique_ptr<ExportFile>(new ExportFile(path, file.takeValue(), isPacked, overwrite));
}

ExportFile::ExportFile(const QString &path, std::unique_ptr<QFile> file, bool isPacked, bool overwrite)
    : m_path(path), m_file(std::move(file)), m_zlib(isPacked ? std::make_unique<z_stream>() : nullptr),
      m_overwrite(overwrite)
{
    if (!m_zlib)
        return;
    constexpr int asGzip = 16;
    constexpr int usualMemory = 8;
    // Packing is what takes longest, and better levels take several times as long.
    if (deflateInit2(m_zlib.get(), Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + asGzip, usualMemory, Z_DEFAULT_STRATEGY)
        != Z_OK) // only without memory, or with another zlib than compiled for
        qFatal("zlib cannot be used");
}

ExportFile::~ExportFile()
{
    if (m_zlib)
        deflateEnd(m_zlib.get());
    m_file->close();
    if (!m_isFinished)
        (void)QFile::remove(partName(m_path));
}

std::optional<LocalizedText> ExportFile::write(QByteArrayView bytes)
{
    return m_zlib ? pack(bytes, Z_NO_FLUSH) : writeAll(bytes);
}

std::optional<LocalizedText> ExportFile::restart()
{
    if (m_zlib)
        deflateReset(m_zlib.get());
    if (m_file->resize(0) && m_file->seek(0))
        return std::nullopt;
    return writeFailed(m_file->errorString());
}

std::optional<LocalizedText> ExportFile::finish()
{
    if (m_zlib) {
        if (auto why = pack({}, Z_FINISH))
            return why;
    }
    if (const auto why = finishPartFile(*m_file, m_path, m_overwrite))
        return writeFailed(*why);
    m_isFinished = true;
    return std::nullopt;
}

std::optional<LocalizedText> ExportFile::pack(QByteArrayView bytes, int flush)
{
    constexpr std::size_t room = 64 * 1024;
    std::array<char, room> packed;
    m_zlib->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // zlib only reads it
    m_zlib->avail_in = uInt(bytes.size());
    do {
        m_zlib->next_out = reinterpret_cast<Bytef *>(packed.data());
        m_zlib->avail_out = uInt(packed.size());
        deflate(m_zlib.get(), flush);
        const qsizetype length = qsizetype(packed.size()) - qsizetype(m_zlib->avail_out);
        if (auto why = writeAll({packed.data(), length}))
            return why;
    } while (m_zlib->avail_out == 0);
    return std::nullopt;
}

/// A disk that is nearly full takes a part; only the next try says why.
std::optional<LocalizedText> ExportFile::writeAll(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = m_file->write(bytes.data(), bytes.size());
        if (written <= 0)
            return writeFailed(m_file->errorString());
        bytes = bytes.sliced(qsizetype(written));
    }
    return std::nullopt;
}

} // namespace ticker
