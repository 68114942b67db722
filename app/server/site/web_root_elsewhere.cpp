// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/web_root.h"

#ifndef Q_OS_UNIX

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ticker {

WebRoot::WebRoot(const QString &path) : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath())) { }

/// By names alone: these systems keep who is no administrator from making links, and have no pipes in folders.
Expected<OpenedFile, WebRoot::Refusal> WebRoot::open(const QStringList &names) const
{
    const QFileInfo info(QDir(m_path), names.join(QLatin1Char('/')));
    if (names.isEmpty() || info.isDir())
        return Refusal::IsFolder;
    const QString root = QFileInfo(m_path).canonicalFilePath() + QLatin1Char('/');
    const QString canonical = info.canonicalFilePath();
    if (!info.isFile() || !canonical.startsWith(root) || canonical.mid(root.size() - 1).contains(QLatin1String("/.")))
        return Refusal::NotFound;
    auto file = std::make_unique<QFile>(canonical);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Refusal::Unreadable;
    const QDateTime modified = file->fileTime(QFileDevice::FileModificationTime);
    OpenedFile opened{std::move(file), info.fileName(), info.size(), modified.toSecsSinceEpoch(), {}};
    opened.version = QByteArray::number(modified.toMSecsSinceEpoch(), 16) + '-' + QByteArray::number(opened.size, 16);
    return opened;
}

} // namespace ticker

#endif // Q_OS_UNIX
