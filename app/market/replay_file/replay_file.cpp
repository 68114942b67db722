// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file/replay_file.h"

#include "file_streams/file_at.h"
#include "open_file.h"

#include <QFileInfo>

#include <cerrno>
#include <utility>

namespace ticker {

Expected<std::shared_ptr<ReplayFile>, ReplayError> ReplayFile::open(const QString &path)
{
    // Unbuffered: blocks are large enough, and a buffer would also keep what has changed meanwhile.
    auto opened = openToRead(path);
    if (!opened)
        return ReplayError{opened.error().why};
    const std::shared_ptr<QFile> file = opened.takeValue();
    const auto size = quint64(file->size());
    auto text = openReplayText(file);
    if (!text)
        return ReplayError{text.error()};
    return std::shared_ptr<ReplayFile>(new ReplayFile(text.takeValue(), QFileInfo(path).fileName(), size));
}

ReplayFile::ReplayFile(ReplayText text, const QString &name, quint64 size)
    : m_form(text.form), m_file(std::move(text.file)),
      m_spool(text.stream ? std::make_unique<ReplaySpool>(std::move(text.stream), size) : nullptr), m_name(name),
      m_size(size)
{
}

std::shared_ptr<ReplayFile> ReplayFile::sorted(std::unique_ptr<InputStream> lines, quint64 bytes,
                                               const TickLayout &layout) const
{
    ReplayText text;
    text.form = m_form;
    text.stream = std::move(lines);
    std::shared_ptr<ReplayFile> file(new ReplayFile(std::move(text), m_name, bytes));
    file->m_layout = layout;
    return file;
}

Expected<QByteArray, ReplayError> ReplayFile::readAt(quint64 offset)
{
    if (m_spool) {
        auto block = m_spool->readAt(offset, qsizetype(blockBytes));
        if (!block)
            return ReplayError{block.error()};
        return block.takeValue();
    }
    QByteArray block = ticker::readAt(*m_file, offset, qsizetype(blockBytes));
    if (block.isNull())
        return ReplayError{LocalizedText::tr("Cannot read %1: %2.").arg(name()).arg(qt_error_string(errno))};
    if (block.isEmpty() && offset < m_size)
        return ReplayError{LocalizedText::tr("%1 was truncated after it was opened.").arg(name())};
    return block;
}

} // namespace ticker
