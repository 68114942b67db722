// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity_file.h"

#include <QJsonDocument>
#include <QSaveFile>

namespace ticker {

std::optional<QString> saveActivities(const QString &path, const Activities &lines)
{
    QByteArray bytes;
    for (const Activity &line : lines)
        bytes += QJsonDocument(line.toJson()).toJson(QJsonDocument::Compact) + '\n';
    QSaveFile file(path);
    // Flushed apart: commit() does not notice when the last bytes, which are all of a small file, find no room.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return std::nullopt;
    return file.errorString();
}

} // namespace ticker
