// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/temporary_file.h"

#include "file_streams/file_at.h"
#include "open_file.h"

#include <algorithm>
#include <cerrno>

#include <sys/statvfs.h>
#include <unistd.h>

namespace ticker {

namespace {

quint64 freeBytesBeside(const QFile &file)
{
    struct statvfs info
    {
    };
    if (::fstatvfs(file.handle(), &info) != 0)
        return 0;
    return quint64(info.f_bavail) * info.f_frsize;
}

bool writeAt(const QFile &file, quint64 offset, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::pwrite(file.handle(), bytes.data(), std::size_t(bytes.size()), off_t(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        offset += quint64(written);
        bytes = bytes.sliced(written);
    }
    return true;
}

} // namespace

std::optional<LocalizedText> TemporaryFile::append(QByteArrayView bytes)
{
    if (!m_file)
        m_file = openTemporary();
    if (!m_file)
        return LocalizedText::tr("No temporary file can be made. Set TMPDIR to a folder that can be written to.");
    if (m_size + quint64(bytes.size()) > mostBytes)
        return LocalizedText::tr("Unpacked, the file is larger than %1 GiB.").arg(qint64(mostBytes >> 30));
    if (auto why = whyNoRoom())
        return why;
    if (!writeAt(*m_file, m_size, bytes))
        return LocalizedText::tr("The temporary file cannot be written: %1.").arg(qt_error_string(errno));
    m_size += quint64(bytes.size());
    return std::nullopt;
}

std::optional<LocalizedText> TemporaryFile::whyNoRoom()
{
    constexpr quint64 bytesBetweenChecks = 16 * 1024 * 1024;
    if (m_size < m_nextCheck)
        return std::nullopt;
    m_nextCheck = m_size + bytesBetweenChecks;
    if (freeBytesBeside(*m_file) >= bytesLeftFree)
        return std::nullopt;
    return LocalizedText::tr("The disk for temporary files is nearly full. Make room, or set TMPDIR to a folder on "
                             "another one.");
}

Expected<QByteArray, LocalizedText> TemporaryFile::readAt(quint64 offset, qsizetype most) const
{
    const quint64 size = offset < m_size ? std::min<quint64>(quint64(most), m_size - offset) : 0;
    if (size == 0)
        return QByteArray();
    QByteArray bytes = ticker::readAt(*m_file, offset, qsizetype(size));
    if (quint64(bytes.size()) == size)
        return bytes;
    return LocalizedText::tr("The temporary file cannot be read: %1.").arg(qt_error_string(errno));
}

} // namespace ticker
