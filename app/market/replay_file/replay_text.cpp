// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file/replay_text.h"

#include "file_streams/file_stream.h"
#include "file_streams/file_at.h"
#include "file_streams/gzip_stream.h"
#include "file_streams/peeked_stream.h"
#include "file_streams/zip_stream.h"
#include "file_streams/zstd_stream.h"
#include "json_rows/find_json_rows.h"
#include "json_rows/json_row_stream.h"

#include <optional>
#include <utility>

namespace ticker {

namespace {

/// By which a file is known.
constexpr qsizetype lookedAt = 64 * 1024;

LocalizedText notText()
{
    return LocalizedText::tr("This is not a text file. Write its data as CSV and open that.");
}

QByteArrayView withoutMark(QByteArrayView start)
{
    constexpr QByteArrayView utf8Mark = "\xef\xbb\xbf";
    return start.startsWith(utf8Mark) ? start.sliced(utf8Mark.size()) : start;
}

/// Unpacks a stream step by step, as its start says each time. One use.
class TextOpener final
{
public:
    explicit TextOpener(std::unique_ptr<InputStream> stream) : m_stream(std::move(stream)) { }

    [[nodiscard]] std::optional<LocalizedText> unpack();
    [[nodiscard]] std::optional<LocalizedText> readText();
    [[nodiscard]] ReplayText take();

private:
    [[nodiscard]] std::optional<LocalizedText> look();
    [[nodiscard]] std::unique_ptr<InputStream> takePeeked()
    {
        return std::make_unique<PeekedStream>(std::exchange(m_start, {}), std::move(m_stream));
    }

    ReplayText m_text;
    std::unique_ptr<InputStream> m_stream;
    QByteArray m_start;
    bool m_isWhole = false;
};

/// What is damaged further on is found out there.
std::optional<LocalizedText> TextOpener::look()
{
    const auto piece = readAtLeast(lookedAt, *m_stream, &m_start);
    if (!piece && m_start.isEmpty())
        return piece.error();
    m_isWhole = piece && *piece == InputStream::Piece::End;
    return std::nullopt;
}

std::optional<LocalizedText> TextOpener::unpack()
{
    constexpr int mostTimes = 3; // a gzip file in a zip file
    for (int i = 0; i < mostTimes; ++i) {
        if (auto why = look())
            return why;
        const FilePacking packing = findPacking(m_start);
        if (packing == FilePacking::None)
            return std::nullopt;
        if (packing == FilePacking::Zip)
            return LocalizedText::tr("The zip file cannot be read here. Unpack it first.");
        m_text.form.packing = packing;
        if (packing == FilePacking::Gzip)
            m_stream = std::make_unique<GzipStream>(takePeeked());
        else
            m_stream = std::make_unique<ZstdStream>(takePeeked());
    }
    return LocalizedText::tr("The file is packed several times. Unpack it first.");
}

std::optional<LocalizedText> TextOpener::readText()
{
    if (auto why = whyNoText(m_start))
        return why;
    const auto encoding = findEncoding(m_start, m_isWhole);
    if (!encoding)
        return notText();
    if (*encoding != TextEncoding::Utf8) {
        m_text.form.encoding = *encoding;
        m_stream = std::make_unique<TextStream>(takePeeked(), *encoding);
        if (auto why = look())
            return why;
    }
    const auto rows = findJsonRows(withoutMark(m_start));
    if (!rows)
        return rows.error();
    m_text.form.isJsonList = rows->has_value();
    if (*rows)
        m_stream = std::make_unique<JsonRowStream>(takePeeked(), **rows);
    return std::nullopt;
}

ReplayText TextOpener::take()
{
    m_text.stream = m_start.isEmpty() ? std::move(m_stream) : takePeeked();
    return std::move(m_text);
}

} // namespace

Expected<ReplayText, LocalizedText> openReplayText(std::unique_ptr<InputStream> stream)
{
    TextOpener opener(std::move(stream));
    if (const auto why = opener.unpack())
        return *why;
    if (const auto why = opener.readText())
        return *why;
    return opener.take();
}

Expected<ReplayText, LocalizedText> openReplayText(const std::shared_ptr<QFile> &file)
{
    if (findPacking(readAt(*file, 0, lookedAt)) == FilePacking::Zip) {
        auto entry = ZipStream::open(*file);
        if (!entry)
            return entry.error();
        auto text = openReplayText(entry.takeValue());
        if (!text)
            return text.error();
        ReplayText unpacked = text.takeValue();
        unpacked.form.packing = FilePacking::Zip;
        return unpacked;
    }
    auto text = openReplayText(std::make_unique<FileStream>(file));
    if (!text || !(text->form == ReplayTextForm()))
        return text;
    ReplayText asItIs;
    asItIs.file = file;
    return asItIs;
}

} // namespace ticker
