// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/replay_file.h"

#include <QFileInfo>

namespace ticker {

Expected<std::shared_ptr<ReplayFile>, ReplayError> ReplayFile::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return ReplayError{LocalizedText::tr("%1 does not exist.").arg(path)};
    if (!info.isFile())
        return ReplayError{LocalizedText::tr("%1 is not a file.").arg(path)};
    std::shared_ptr<ReplayFile> file(new ReplayFile);
    file->m_file.setFileName(path);
    // Blocks are large enough; a buffer would also keep what has changed meanwhile.
    if (!file->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return ReplayError{LocalizedText::tr("Cannot open %1: %2.").arg(path).arg(file->m_file.errorString())};
    file->m_size = quint64(file->m_file.size());
    return file;
}

Expected<QByteArray, ReplayError> ReplayFile::readAt(quint64 offset)
{
    QByteArray block(qsizetype(blockBytes), Qt::Uninitialized);
    const qint64 read = m_file.seek(qint64(offset)) ? m_file.read(block.data(), block.size()) : -1;
    if (read < 0)
        return ReplayError{LocalizedText::tr("Cannot read %1: %2.").arg(name()).arg(m_file.errorString())};
    if (read == 0 && offset < m_size)
        return ReplayError{LocalizedText::tr("%1 was truncated after it was opened.").arg(name())};
    block.truncate(qsizetype(read));
    return block;
}

QString ReplayFile::name() const
{
    return QFileInfo(m_file.fileName()).fileName();
}

} // namespace ticker
