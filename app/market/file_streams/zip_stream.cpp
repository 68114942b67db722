// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/zip_stream.h"

#include "file_values/text_for_people.h"

#include <algorithm>
#include <cstdio>

#include <unistd.h>
#include <zip.h>

namespace ticker {

namespace {

/// More are not looked at: one is already too many.
constexpr zip_int64_t mostEntries = 1000;

LocalizedText damaged()
{
    return LocalizedText::tr("The zip file is damaged. Download or pack it again.");
}

/// What packers add by themselves.
bool isHidden(QByteArrayView name)
{
    const QByteArrayView base = name.sliced(name.lastIndexOf('/') + 1);
    return base.isEmpty() || base.startsWith('.') || name.startsWith("__MACOSX/");
}

} // namespace

void ZipStream::CloseArchive::operator()(zip *archive) const
{
    zip_discard(archive);
}

void ZipStream::CloseEntry::operator()(zip_file *entry) const
{
    zip_fclose(entry);
}

ZipStream::~ZipStream() = default;

Expected<std::unique_ptr<InputStream>, LocalizedText> ZipStream::open(const QFile &file)
{
    auto archive = openArchive(file);
    if (!archive)
        return archive.error();
    std::unique_ptr<ZipStream> stream(new ZipStream(archive.takeValue()));
    const Content content = contentOf(stream->m_archive.get());
    if (const auto why = whyNotOne(content.names))
        return *why;
    if (const auto why = stream->openEntry(content.place))
        return *why;
    return std::unique_ptr<InputStream>(std::move(stream));
}

Expected<ZipStream::Archive, LocalizedText> ZipStream::openArchive(const QFile &file)
{
    // libzip closes what it is given.
    const int descriptor = ::dup(file.handle());
    std::FILE *stdFile = descriptor < 0 ? nullptr : ::fdopen(descriptor, "rb");
    if (!stdFile) {
        if (descriptor >= 0)
            ::close(descriptor);
        return damaged();
    }
    zip_error_t error{};
    zip_source_t *source = zip_source_filep_create(stdFile, 0, -1, &error);
    if (!source) {
        std::fclose(stdFile);
        return damaged();
    }
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (!archive) {
        zip_source_free(source);
        return damaged();
    }
    return Archive(archive);
}

ZipStream::Content ZipStream::contentOf(zip *archive)
{
    Content content;
    const zip_int64_t entries = std::min(zip_get_num_entries(archive, 0), mostEntries);
    for (zip_int64_t i = 0; i < entries; ++i) {
        const char *name = zip_get_name(archive, zip_uint64_t(i), ZIP_FL_ENC_RAW);
        if (!name || isHidden(name))
            continue;
        content.names.append(name);
        content.place = quint64(i);
    }
    return content;
}

std::optional<LocalizedText> ZipStream::whyNotOne(const QByteArrayList &names)
{
    if (names.contains("xl/workbook.xml") || names.contains("xl/workbook.bin"))
        return LocalizedText::tr("This is an Excel workbook. Save the sheet as CSV and open that.");
    if (names.contains("content.xml") && names.contains("mimetype"))
        return LocalizedText::tr("This is an OpenDocument file. Save the sheet as CSV and open that.");
    if (names.isEmpty())
        return LocalizedText::tr("The zip file is empty.");
    if (names.size() == 1)
        return std::nullopt;
    return LocalizedText::tr("The zip file contains %1 files (%2, %3 …). Unpack it and open one of them.")
        .arg(qint64(names.size()))
        .arg(quotedForPeople(names[0]))
        .arg(quotedForPeople(names[1]));
}

std::optional<LocalizedText> ZipStream::openEntry(quint64 place)
{
    zip_stat_t stat{};
    if (zip_stat_index(m_archive.get(), place, 0, &stat) != 0)
        return damaged();
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        return LocalizedText::tr("The zip file is protected by a password. Unpack it first.");
    if ((stat.valid & ZIP_STAT_COMP_METHOD) != 0
        && zip_compression_method_supported(zip_int32_t(stat.comp_method), 0) == 0)
        return LocalizedText::tr("The zip file is packed in an uncommon way. Unpack it first.");
    m_size = (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0;
    m_packedSize = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
    m_entry.reset(zip_fopen_index(m_archive.get(), place, 0));
    return m_entry ? std::nullopt : std::optional(damaged());
}

Expected<InputStream::Piece, LocalizedText> ZipStream::read(QByteArray *bytes)
{
    if (m_error)
        return *m_error;
    const qsizetype before = bytes->size();
    bytes->resize(before + mostBytesOfPiece);
    const zip_int64_t read = zip_fread(m_entry.get(), bytes->data() + before, zip_uint64_t(mostBytesOfPiece));
    bytes->resize(before + qsizetype(std::max<zip_int64_t>(read, 0)));
    if (read < 0) {
        m_error = damaged();
        return *m_error;
    }
    m_read += quint64(read);
    return read == 0 ? Piece::End : Piece::Some;
}

quint64 ZipStream::bytesOfFile() const
{
    return m_size == 0 ? 0 : quint64(double(m_packedSize) * std::min(double(m_read) / double(m_size), 1.0));
}

} // namespace ticker
