// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/file_stream.h"

#include "file_streams/followed_file.h"

#include <algorithm>
#include <cerrno>

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ticker {

namespace {

/// A pipe whose writer has not come yet reads as if it had gone.
bool isPipeWithoutWriter(int descriptor)
{
    pollfd entry{descriptor, POLLIN, 0};
    return ::poll(&entry, 1, 0) == 0;
}

bool isSocket(int descriptor)
{
    struct stat info
    {
    };
    return ::fstat(descriptor, &info) == 0 && S_ISSOCK(info.st_mode);
}

} // namespace

FileStream::FileStream(std::shared_ptr<QFile> file, const QString &growingPath)
    : m_file(std::move(file)), m_growingPath(growingPath), m_isSocket(isSocket(m_file->handle()))
{
}

/// A socket is shared with others, so it may be set to wait.
qint64 FileStream::readSome(char *bytes) const
{
    for (;;) {
        const ssize_t got = m_isSocket ? ::recv(m_file->handle(), bytes, std::size_t(mostBytesOfPiece), MSG_DONTWAIT)
                                       : ::read(m_file->handle(), bytes, std::size_t(mostBytesOfPiece));
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

Expected<InputStream::Piece, LocalizedText> FileStream::read(QByteArray *bytes)
{
    if (m_error)
        return *m_error;
    const qsizetype before = bytes->size();
    bytes->resize(before + mostBytesOfPiece);
    const qint64 got = readSome(bytes->data() + before);
    const int error = errno;
    bytes->resize(before + std::max<qsizetype>(got, 0));
    if (got > 0) {
        m_read += quint64(got);
        return Piece::Some;
    }
    if (got == 0)
        return atEnd();
    if (error == EAGAIN)
        return Piece::NotYet;
    m_error = LocalizedText::tr("The file cannot be read: %1.").arg(qt_error_string(error));
    return *m_error;
}

Expected<InputStream::Piece, LocalizedText> FileStream::atEnd()
{
    if (m_growingPath.isEmpty())
        return isPipeWithoutWriter(m_file->handle()) ? Piece::NotYet : Piece::End;
    if (auto why = whyNoMore(*m_file, m_growingPath, m_read)) {
        m_error = why;
        return *why;
    }
    return Piece::NotYet;
}

} // namespace ticker
