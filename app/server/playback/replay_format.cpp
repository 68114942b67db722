// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/replay_format.h"

#include "file_streams/file_kind.h"
#include "file_streams/text_encoding.h"

namespace ticker {

namespace {

QString packingName(FilePacking packing)
{
    switch (packing) {
    case FilePacking::None:
        return {};
    case FilePacking::Gzip:
        return QStringLiteral("gzip");
    case FilePacking::Zip:
        return QStringLiteral("zip");
    case FilePacking::Zstd:
        return QStringLiteral("zstd");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

LocalizedText formName(const ReplayTextForm &form, TickLayout::Form lines)
{
    const bool isCsv = lines == TickLayout::Form::Csv && !form.isJsonList;
    const QString name = isCsv ? QStringLiteral("CSV")
        : form.isJsonList      ? QStringLiteral("JSON")
                               : QStringLiteral("JSON Lines");
    const QString packing = packingName(form.packing);
    return packing.isEmpty() ? LocalizedText(name) : LocalizedText::tr("%1 in %2").arg(name).arg(packing);
}

LocalizedText contentName(TickLayout::Content content)
{
    switch (content) {
    case TickLayout::Content::Ticks:
        return LocalizedText::tr("ticks");
    case TickLayout::Content::Bars:
        return LocalizedText::tr("bars");
    case TickLayout::Content::Quotes:
        return LocalizedText::tr("bid and ask");
    }
    Q_UNREACHABLE();
    return {};
}

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return QStringLiteral("UTF-8");
    case TextEncoding::Utf16LittleEndian:
    case TextEncoding::Utf16BigEndian:
        return QStringLiteral("UTF-16");
    case TextEncoding::Windows1252:
        return QStringLiteral("Windows-1252");
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace ticker
