// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/followed_file.h"

#include <QFileInfo>

#include <sys/stat.h>

namespace ticker {

std::optional<LocalizedText> whyNoMore(const QFile &file, const QString &path, quint64 bytesRead)
{
    struct stat open
    {
    };
    struct stat named
    {
    };
    const QString name = QFileInfo(path).fileName();
    if (::fstat(file.handle(), &open) == 0 && quint64(open.st_size) < bytesRead)
        return LocalizedText::tr("%1 was truncated after it was opened.").arg(name);
    // One that was deleted may still be written.
    const bool isThere = ::stat(QFile::encodeName(path).constData(), &named) == 0;
    if (isThere && (named.st_dev != open.st_dev || named.st_ino != open.st_ino))
        return LocalizedText::tr("%1 was replaced by another file after it was opened.").arg(name);
    return std::nullopt;
}

} // namespace ticker
