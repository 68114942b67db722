// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity_file.h"

#include "whole_file.h"

#include <QJsonDocument>

namespace ticker {

std::optional<QString> saveActivities(const QString &path, const Activities &lines)
{
    QByteArray bytes;
    for (const Activity &line : lines)
        bytes += QJsonDocument(line.toJson()).toJson(QJsonDocument::Compact) + '\n';
    return writeWholeFile(path, bytes);
}

} // namespace ticker
