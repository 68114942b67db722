// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file/replay_start.h"

#include "file_streams/file_stream.h"
#include "tick_file/tick_file_reader.h"

#include <utility>

#include <sys/stat.h>

namespace ticker {

namespace {

/// Up to the last end of a line that has come.
QByteArrayView wholeLines(QByteArrayView bytes)
{
    const qsizetype newline = bytes.lastIndexOf('\n');
    return bytes.first((newline < 0 ? bytes.lastIndexOf('\r') : newline) + 1);
}

} // namespace

bool isRegularFile(const QFile &file)
{
    struct stat info
    {
    };
    return ::fstat(file.handle(), &info) == 0 && S_ISREG(info.st_mode);
}

ReplayStart::ReplayStart(const std::shared_ptr<QFile> &file, const QString &path, const ReplayOptions &options)
    : m_path(path), m_options(options), m_isPipe(!isRegularFile(*file)), m_file(file)
{
    m_text.emplace(std::make_unique<FileStream>(file, m_isPipe ? QString() : path));
}

Expected<bool, ReplayError> ReplayStart::look()
{
    if (m_text) {
        auto isOpen = openText();
        if (!isOpen || !*isOpen)
            return isOpen;
    }
    const auto block = m_replay->readAt(0);
    if (!block)
        return block.error();
    const bool isEnough = block->size() >= TickFileReader::sniffedBytes;
    const bool isAll = m_isPipe && !m_replay->isWaiting();
    if (isEnough || isAll)
        return true;
    return isQuiet(m_replay->bytesOfFile()) && findLayout(*block);
}

Expected<bool, ReplayError> ReplayStart::openText()
{
    auto isOpen = m_text->open(false);
    if (isOpen && !*isOpen && isQuiet(m_text->bytesOfFile()))
        isOpen = m_text->open(true);
    if (!isOpen)
        return ReplayError{isOpen.error()};
    if (!*isOpen)
        return false;
    ReplayText text = m_text->take();
    if (!m_isPipe && text.form == ReplayTextForm()) {
        text.file = m_file;
        text.stream.reset();
    }
    m_replay = ReplayFile::growing(std::move(text), m_path);
    m_text.reset();
    return true;
}

/// Nothing more has come for a while.
bool ReplayStart::isQuiet(quint64 bytesOfFile)
{
    const auto now = std::chrono::steady_clock::now();
    if (std::exchange(m_bytes, bytesOfFile) != bytesOfFile)
        m_cameAt = now;
    return !m_isPipe || now - m_cameAt >= quietTime;
}

/// Understands the lines by what has come, if one of them can be read. Else more must come: a header, or the first price.
bool ReplayStart::findLayout(QByteArrayView bytes)
{
    TickFileReader reader(m_options.symbol(), m_options.reading);
    reader.append(wholeLines(bytes));
    reader.finish();
    for (;;) {
        const auto line = reader.next();
        if (line && *line)
            break;
        if (line || reader.isBeyondHope())
            return false;
    }
    m_replay->setLayout(*reader.layout());
    return true;
}

} // namespace ticker
