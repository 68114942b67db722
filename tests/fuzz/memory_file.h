// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fuzz.h"

#include <QByteArray>
#include <QString>

#include <sys/mman.h>
#include <unistd.h>

namespace ticker::fuzz {

/// A file in memory, which is gone with this. It has a path, too.
class MemoryFile final
{
public:
    explicit MemoryFile(const QByteArray &bytes) : m_descriptor(::memfd_create("fuzz", MFD_CLOEXEC))
    {
        FUZZ_VERIFY(m_descriptor >= 0);
        FUZZ_VERIFY(::pwrite(m_descriptor, bytes.constData(), std::size_t(bytes.size()), 0) == bytes.size());
    }
    ~MemoryFile() { ::close(m_descriptor); }
    Q_DISABLE_COPY_MOVE(MemoryFile)

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_descriptor); }

private:
    int m_descriptor = -1;
};

} // namespace ticker::fuzz
