// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole_file.h"

#include <QDir>
#include <QSaveFile>

namespace ticker {

std::optional<QString> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    // Flushed apart: commit() does not notice when the last bytes, which are all of a small file, find no room.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return std::nullopt;
    return file.errorString();
}

QString absolutePath(const QString &folder, const QString &file)
{
    return file.isEmpty() ? file : QDir::cleanPath(QDir(folder).absoluteFilePath(file));
}

} // namespace ticker
