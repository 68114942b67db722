// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "whole_file.h"

#include "open_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace ticker {

std::optional<LocalizedText> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    if (auto why = whyNotReplaced(path))
        return why;
    QSaveFile file(path);
    // Flushed apart: commit() does not notice when the last bytes, which are all of a small file, find no room.
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush() && file.commit())
        return std::nullopt;
    return LocalizedText(file.errorString());
}

void makeNameDurable(const QString &path)
{
#ifdef Q_OS_UNIX
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    (void)::fsync(descriptor);
    ::close(descriptor);
#else
    Q_UNUSED(path);
#endif
}

QString absolutePath(const QString &folder, const QString &file)
{
    return file.isEmpty() ? file : QDir::cleanPath(QDir(folder).absoluteFilePath(file));
}

} // namespace ticker
