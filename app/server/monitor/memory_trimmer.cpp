// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/memory_trimmer.h"

#include "open_file.h"

#include <algorithm>

#ifdef __GLIBC__
#include <malloc.h>
#include <unistd.h>
#endif

namespace ticker {

namespace {

#ifdef __GLIBC__

/// Resident and of no file, which is what the allocator has and some more.
qint64 anonymousBytes()
{
    const auto file = openToRead(QStringLiteral("/proc/self/statm"));
    const QByteArrayList pages = file ? (*file)->readAll().split(' ') : QByteArrayList();
    constexpr qsizetype resident = 1;
    constexpr qsizetype shared = 2;
    if (pages.size() <= shared)
        return 0;
    return (pages[resident].toLongLong() - pages[shared].toLongLong()) * ::sysconf(_SC_PAGESIZE);
}

/// Beside what is in use.
qint64 restBytes()
{
    const auto heap = ::mallinfo2();
    return std::max<qint64>(0, anonymousBytes() - qint64(heap.uordblks) - qint64(heap.hblkhd));
}

void trim()
{
    ::malloc_trim(0);
}

#else

qint64 restBytes()
{
    return 0;
}

void trim() { }

#endif

} // namespace

MemoryTrimmer::MemoryTrimmer(DeadlineQueue &deadlines) : m_next(deadlines), m_rest(restBytes())
{
    m_next.start(interval, [this] { look(); });
}

void MemoryTrimmer::look()
{
    qint64 rest = restBytes();
    if (rest > m_rest + worthBytes) {
        trim();
        rest = restBytes();
        m_rest = rest; // what cannot be given back is not tried again
    }
    m_rest = std::min(m_rest, rest);
    m_next.start(interval, [this] { look(); });
}

} // namespace ticker
