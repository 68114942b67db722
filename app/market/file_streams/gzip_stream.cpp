// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/gzip_stream.h"

#include <QByteArrayView>

#include <algorithm>

#include <zlib.h>

namespace ticker {

namespace {

LocalizedText gzipDamaged()
{
    return LocalizedText::tr("The gzip file is damaged. Download or pack it again.");
}

} // namespace

GzipStream::GzipStream(std::unique_ptr<InputStream> source)
    : Unpacker(std::move(source)), m_zlib(std::make_unique<z_stream>())
{
    constexpr int gzipOnly = 16;
    if (inflateInit2(m_zlib.get(), MAX_WBITS + gzipOnly)
        != Z_OK) // only without memory, or with another zlib than compiled for
        qFatal("zlib cannot be used");
}

GzipStream::~GzipStream()
{
    inflateEnd(m_zlib.get());
}

Expected<qsizetype, LocalizedText> GzipStream::unpack(QByteArrayView input, QByteArray *bytes)
{
    if (!m_isInMember) {
        // What begins with a zero behind a member is padding to the end: tapes and some tools leave zeros there.
        m_isPadding = m_isPadding || (m_hadMember && input.front() == '\0');
        if (m_isPadding) {
            if (std::ranges::any_of(input, [](char c) { return c != '\0'; }))
                return gzipDamaged();
            return input.size();
        }
        if (m_hadMember && input.front() != '\x1f')
            return gzipDamaged();
        inflateReset(m_zlib.get());
        m_isInMember = true;
    }
    const qsizetype before = bytes->size();
    bytes->resize(before + mostBytesOfPiece);
    m_zlib->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(input.data())); // zlib only reads it
    m_zlib->avail_in = uInt(input.size());
    m_zlib->next_out = reinterpret_cast<Bytef *>(bytes->data() + before);
    m_zlib->avail_out = uInt(mostBytesOfPiece);
    const int result = inflate(m_zlib.get(), Z_NO_FLUSH);
    bytes->resize(before + mostBytesOfPiece - qsizetype(m_zlib->avail_out));
    if (result == Z_STREAM_END) {
        m_isInMember = false;
        m_hadMember = true;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
        bytes->resize(before);
        return gzipDamaged();
    }
    return input.size() - qsizetype(m_zlib->avail_in);
}

std::optional<LocalizedText> GzipStream::finish(QByteArrayView /*rest*/, QByteArray * /*bytes*/)
{
    if (!m_isInMember)
        return std::nullopt;
    return LocalizedText::tr("The gzip file ends in the middle. Download or pack it again.");
}

} // namespace ticker
