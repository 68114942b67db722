// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "localized_text.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>

#include <memory>
#include <optional>

namespace ticker {

/// Bytes on a disk that are gone with this, or with the program. One thread; owned by who writes them.
///
/// openTemporary() says where.
class TemporaryFile final
{
public:
    /// A file that becomes larger is one that somebody made to fill disks.
    static constexpr quint64 mostBytes = quint64(64) * 1024 * 1024 * 1024;
    /// For the other programs that write to the disk.
    static constexpr quint64 bytesLeftFree = quint64(512) * 1024 * 1024;

    /// Behind what there is. Why it cannot be, as a sentence.
    [[nodiscard]] std::optional<LocalizedText> append(QByteArrayView bytes);
    /// At most so many bytes of what was appended; less at the end only. Why they cannot be read, as a sentence.
    [[nodiscard]] Expected<QByteArray, LocalizedText> readAt(quint64 offset, qsizetype most) const;
    [[nodiscard]] quint64 size() const { return m_size; }

private:
    [[nodiscard]] std::optional<LocalizedText> whyNoRoom();

    std::unique_ptr<QFile> m_file; ///< Null before the first byte.
    quint64 m_size = 0;
    quint64 m_nextCheck = 0; ///< At this size the disk's free space is looked at.
};

} // namespace ticker
