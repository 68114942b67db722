// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/file_at.h"

#include <cerrno>

#include <unistd.h>

namespace ticker {

QByteArray readAt(const QFile &file, quint64 offset, qsizetype mostBytes)
{
    QByteArray bytes(mostBytes, Qt::Uninitialized);
    qsizetype size = 0;
    while (size < mostBytes) {
        const ssize_t got = ::pread(file.handle(), bytes.data() + size, std::size_t(mostBytes - size),
                                    off_t(offset) + size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return {};
        if (got == 0)
            break;
        size += got;
    }
    bytes.truncate(size);
    return bytes;
}

} // namespace ticker
