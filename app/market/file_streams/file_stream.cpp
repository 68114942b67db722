// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/file_stream.h"

#include <algorithm>
#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace ticker {

namespace {

/// A pipe whose writer has not come yet reads as if it had gone.
bool isPipeWithoutWriter(int descriptor)
{
    pollfd entry{descriptor, POLLIN, 0};
    return ::poll(&entry, 1, 0) == 0;
}

} // namespace

Expected<InputStream::Piece, LocalizedText> FileStream::read(QByteArray *bytes)
{
    if (m_error)
        return *m_error;
    const qsizetype before = bytes->size();
    bytes->resize(before + mostBytesOfPiece);
    ssize_t got = -1;
    do
        got = ::read(m_file->handle(), bytes->data() + before, std::size_t(mostBytesOfPiece));
    while (got < 0 && errno == EINTR);
    const int error = errno;
    bytes->resize(before + std::max<qsizetype>(got, 0));
    if (got > 0) {
        m_read += quint64(got);
        return Piece::Some;
    }
    if (got == 0)
        return isPipeWithoutWriter(m_file->handle()) ? Piece::NotYet : Piece::End;
    if (error == EAGAIN)
        return Piece::NotYet;
    m_error = LocalizedText::tr("The file cannot be read: %1.").arg(qt_error_string(error));
    return *m_error;
}

} // namespace ticker
