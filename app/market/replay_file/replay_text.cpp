// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file/replay_text.h"

#include "file_streams/file_at.h"
#include "file_streams/file_stream.h"
#include "file_streams/gzip_stream.h"
#include "file_streams/peeked_stream.h"
#include "file_streams/zip_stream.h"
#include "file_streams/zstd_stream.h"
#include "json_rows/find_json_rows.h"
#include "json_rows/json_row_stream.h"
#include "utf8_mark.h"

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

Expected<ReplayText, LocalizedText> openReplayText(std::unique_ptr<InputStream> stream)
{
    ReplayTextOpener opener(std::move(stream));
    const auto isOpen = opener.open(true);
    if (!isOpen)
        return isOpen.error();
    Q_ASSERT(*isOpen); // a regular file has all of its bytes
    return opener.take();
}

} // namespace

std::unique_ptr<InputStream> ReplayTextOpener::takePeeked()
{
    return std::make_unique<PeekedStream>(std::exchange(m_start, {}), std::move(m_stream));
}

Expected<bool, LocalizedText> ReplayTextOpener::open(bool isQuiet)
{
    while (m_step != Step::Done) {
        auto isEnough = look(isQuiet);
        if (!isEnough || !*isEnough)
            return isEnough;
        std::optional<LocalizedText> why;
        if (m_step == Step::Unpack)
            why = unpack();
        else if (m_step == Step::FindEncoding)
            why = decode();
        else
            why = readRows();
        if (why)
            return *why;
    }
    return true;
}

/// Whether enough has come. What is damaged further on is found out there.
Expected<bool, LocalizedText> ReplayTextOpener::look(bool isQuiet)
{
    constexpr qsizetype fewBytes = 4; // by which most packed files are known
    const auto piece = readAtLeast(lookedAt, *m_stream, &m_start);
    if (!piece && m_start.isEmpty())
        return piece.error();
    m_isWhole = piece && *piece == InputStream::Piece::End;
    return !piece || *piece != InputStream::Piece::NotYet || (isQuiet && m_start.size() >= fewBytes);
}

std::optional<LocalizedText> ReplayTextOpener::unpack()
{
    constexpr int mostTimes = 3; // a gzip file in a zip file
    const FilePacking packing = findPacking(m_start);
    if (packing == FilePacking::None) {
        m_step = Step::FindEncoding;
        return std::nullopt;
    }
    if (++m_timesUnpacked == mostTimes)
        return LocalizedText::tr("The file is packed several times. Unpack it first.");
    if (packing == FilePacking::Zip)
        return LocalizedText::tr("The zip file cannot be read here. Unpack it first.");
    m_text.form.packing = packing;
    if (packing == FilePacking::Gzip)
        m_stream = std::make_unique<GzipStream>(takePeeked());
    else
        m_stream = std::make_unique<ZstdStream>(takePeeked());
    return std::nullopt;
}

std::optional<LocalizedText> ReplayTextOpener::decode()
{
    if (auto why = whyNoText(m_start))
        return why;
    const auto encoding = findEncoding(m_start, m_isWhole);
    if (!encoding)
        return notText();
    m_step = Step::FindRows;
    if (*encoding != TextEncoding::Utf8) {
        m_text.form.encoding = *encoding;
        m_stream = std::make_unique<TextStream>(takePeeked(), *encoding);
    }
    return std::nullopt;
}

std::optional<LocalizedText> ReplayTextOpener::readRows()
{
    const auto rows = findJsonRows(withoutUtf8Mark(m_start));
    if (!rows)
        return rows.error();
    m_text.form.isJsonList = rows->has_value();
    if (*rows)
        m_stream = std::make_unique<JsonRowStream>(takePeeked(), **rows);
    m_step = Step::Done;
    return std::nullopt;
}

ReplayText ReplayTextOpener::take()
{
    Q_ASSERT(m_step == Step::Done);
    m_text.stream = m_start.isEmpty() ? std::move(m_stream) : takePeeked();
    return std::move(m_text);
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
