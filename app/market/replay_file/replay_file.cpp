// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file/replay_file.h"

#include "file_streams/file_at.h"
#include "file_streams/followed_file.h"
#include "open_file.h"

#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace ticker {

Expected<std::shared_ptr<ReplayFile>, ReplayError> ReplayFile::open(const QString &path)
{
    // Unbuffered: blocks are large enough, and a buffer would also keep what has changed meanwhile.
    auto opened = openToRead(path);
    if (!opened)
        return ReplayError{opened.error().why};
    return open(std::shared_ptr<QFile>(opened.takeValue()), path);
}

Expected<std::shared_ptr<ReplayFile>, ReplayError> ReplayFile::open(const std::shared_ptr<QFile> &file,
                                                                    const QString &path)
{
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

std::shared_ptr<ReplayFile> ReplayFile::growing(ReplayText text, const QString &path)
{
    auto stream = std::move(text.stream);
    std::shared_ptr<ReplayFile> file(new ReplayFile(std::move(text), QFileInfo(path).fileName(), 0));
    file->m_isGrowing = true;
    if (stream)
        file->m_spool = std::make_unique<ReplaySpool>(std::move(stream), ReplaySpool::Endless());
    else
        file->m_growingPath = path;
    return file;
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
    if (m_isGrowing) {
        m_size = std::max(m_size, offset + quint64(block.size()));
        if (block.isEmpty()) {
            if (auto why = whyNoMore(*m_file, m_growingPath, m_size))
                return ReplayError{*why};
        }
        m_isWaiting = block.isEmpty();
    } else if (block.isEmpty() && offset < m_size) {
        return ReplayError{LocalizedText::tr("%1 was truncated after it was opened.").arg(name())};
    }
    return block;
}

} // namespace ticker
