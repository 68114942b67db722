// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/file_kind.h"

#include "file_streams/zstd_frame.h"
#include "utf8_mark.h"

#include <QByteArray>

#include <algorithm>
#include <array>

namespace ticker {

namespace {

struct Mark final
{
    qsizetype at;
    QByteArrayView bytes;
    LocalizedText why;
};

constexpr QByteArrayView bytesOf(const char *bytes, qsizetype size)
{
    return {bytes, size};
}

/// Formats by their first bytes.
std::optional<LocalizedText> whyNotThisFormat(QByteArrayView start)
{
    const std::array marks{
        Mark{0, bytesOf("\x89PNG", 4), LocalizedText::tr("This is a picture (PNG). Open the file with the data.")},
        Mark{0, bytesOf("\xff\xd8\xff", 3),
             LocalizedText::tr("This is a picture (JPEG). Open the file with the data.")},
        Mark{0, bytesOf("GIF8", 4), LocalizedText::tr("This is a picture (GIF). Open the file with the data.")},
        Mark{0, bytesOf("%PDF", 4), LocalizedText::tr("This is a PDF document. Open the file with the data.")},
        Mark{0, bytesOf("\xd0\xcf\x11\xe0", 4),
             LocalizedText::tr("This is an old Excel workbook. Save the sheet as CSV and open that.")},
        Mark{0, bytesOf("PAR1", 4),
             LocalizedText::tr("This is a Parquet file. Write it as CSV, for example with pandas, and open that.")},
        Mark{0, bytesOf("ARROW1", 6),
             LocalizedText::tr("This is an Arrow file. Write it as CSV, for example with pandas, and open that.")},
        Mark{0, bytesOf("\x89HDF", 4),
             LocalizedText::tr("This is an HDF5 file. Write it as CSV, for example with pandas, and open that.")},
        Mark{0, bytesOf("SQLite format 3", 15),
             LocalizedText::tr("This is an SQLite database. Export the table as CSV and open that.")},
        Mark{0, bytesOf("7z\xbc\xaf", 4), LocalizedText::tr("This is a 7-Zip file. Unpack it first.")},
        Mark{0, bytesOf("Rar!", 4), LocalizedText::tr("This is a RAR file. Unpack it first.")},
        Mark{0, bytesOf("BZh", 3), LocalizedText::tr("This is a bzip2 file. Unpack it first.")},
        Mark{0,
             bytesOf("\xfd"
                     "7zXZ",
                     5),
             LocalizedText::tr("This is an xz file. Unpack it first.")},
        Mark{0, bytesOf("]\0\0", 3),
             LocalizedText::tr("This is an LZMA file, as Dukascopy's .bi5. Convert it to CSV first.")},
        Mark{257, bytesOf("ustar", 5),
             LocalizedText::tr("This is a tar archive. Unpack it and open one of its files.")},
    };
    const auto *const mark = std::ranges::find_if(marks, [&](const Mark &each) {
        return start.size() >= each.at + each.bytes.size() && start.sliced(each.at).startsWith(each.bytes);
    });
    return mark == marks.end() ? std::nullopt : std::optional(mark->why);
}

bool isWebPage(QByteArrayView start)
{
    constexpr qsizetype enough = 256;
    start = withoutUtf8Mark(start).trimmed();
    const QByteArray text = start.first(std::min(start.size(), enough)).toByteArray().toLower();
    return text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head")
        || (text.startsWith("<?xml") && text.contains("<html"));
}

} // namespace

FilePacking findPacking(QByteArrayView start)
{
    if (start.startsWith("\x1f\x8b"))
        return FilePacking::Gzip;
    if (start.startsWith("PK\x03\x04") || start.startsWith("PK\x05\x06"))
        return FilePacking::Zip;
    if (isZstdFrame(start))
        return FilePacking::Zstd;
    return FilePacking::None;
}

std::optional<LocalizedText> whyNoText(QByteArrayView start)
{
    if (auto why = whyNotThisFormat(start))
        return why;
    if (isWebPage(start))
        return LocalizedText::tr("This is a web page (HTML). Download the file itself, not the page that shows it.");
    return std::nullopt;
}

} // namespace ticker
