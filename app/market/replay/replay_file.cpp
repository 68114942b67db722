// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/replay_file.h"

#include "open_file.h"

#include <QFileInfo>

#include <utility>

namespace ticker {

Expected<std::shared_ptr<ReplayFile>, ReplayError> ReplayFile::open(const QString &path)
{
    // Unbuffered: blocks are large enough, and a buffer would also keep what has changed meanwhile.
    auto opened = openToRead(path);
    if (!opened)
        return ReplayError{opened.error().why};
    return std::shared_ptr<ReplayFile>(new ReplayFile(opened.takeValue(), QFileInfo(path).fileName()));
}

ReplayFile::ReplayFile(std::unique_ptr<QFile> file, const QString &name)
    : m_file(std::move(file)), m_name(name), m_size(quint64(m_file->size()))
{
}

Expected<QByteArray, ReplayError> ReplayFile::readAt(quint64 offset)
{
    QByteArray block(qsizetype(blockBytes), Qt::Uninitialized);
    const qint64 read = m_file->seek(qint64(offset)) ? m_file->read(block.data(), block.size()) : -1;
    if (read < 0)
        return ReplayError{LocalizedText::tr("Cannot read %1: %2.").arg(name()).arg(m_file->errorString())};
    if (read == 0 && offset < m_size)
        return ReplayError{LocalizedText::tr("%1 was truncated after it was opened.").arg(name())};
    block.truncate(qsizetype(read));
    return block;
}

} // namespace ticker
