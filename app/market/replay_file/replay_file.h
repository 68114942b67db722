// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "replay_file/replay_options.h"
#include "replay_file/replay_spool.h"
#include "replay_file/replay_text.h"

#include <QByteArray>
#include <QFile>

#include <memory>
#include <optional>

namespace ticker {

/// A file that is open for reading, which may be renamed, deleted, or made shorter meanwhile: nothing of it is mapped into
/// memory. One that is packed, or no UTF-8, or a JSON list, is read as lines of UTF-8. One thread; shared by those who
/// read at different places of it.
class ReplayFile final
{
public:
    static constexpr quint64 blockBytes = 256 * 1024;

    /// A regular file, open and unbuffered, as it is now.
    [[nodiscard]] static Expected<std::shared_ptr<ReplayFile>, ReplayError> open(const std::shared_ptr<QFile> &file,
                                                                                 const QString &path);
    /// The same of the file at a path.
    [[nodiscard]] static Expected<std::shared_ptr<ReplayFile>, ReplayError> open(const QString &path);
    /// What grows while it is read: a pipe, or the file at this path. See ReplayStart.
    [[nodiscard]] static std::shared_ptr<ReplayFile> growing(ReplayText text, const QString &path);

    /// What is in the file from here on, at most a block; empty at its end, and where nothing more has come yet:
    /// isWaiting(). An error when it ends earlier than it did when it was opened, is damaged, or cannot be read.
    [[nodiscard]] Expected<QByteArray, ReplayError> readAt(quint64 offset);
    /// What the last readAt() returned is not all: more may come.
    [[nodiscard]] bool isWaiting() const { return m_spool ? m_spool->isWaiting() : m_isWaiting; }
    /// It grows, or did while it was read. Lines that are late are not waited for.
    [[nodiscard]] bool isGrowing() const { return m_isGrowing; }
    /// It grows, and is read once from its start to its end by one reader, who may then begin anew.
    [[nodiscard]] bool isStream() const { return m_isGrowing && m_spool; }

    /// Of its lines, in bytes; of a plain file when it was opened, of a packed one an estimate until all of it was read, of
    /// one that grows what was read.
    [[nodiscard]] quint64 size() const { return m_spool ? m_spool->size() : m_size; }
    /// The bytes that came through a pipe, packed or not; 0 of a plain file.
    [[nodiscard]] quint64 bytesOfFile() const { return m_spool ? m_spool->bytesOfFile() : 0; }
    /// Without its folder.
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const ReplayTextForm &form() const { return m_form; }
    /// Any place of it can be read at once.
    [[nodiscard]] bool isPlain() const { return m_file != nullptr; }

    /// The same with its lines in another order: what they are, their bytes and how they are read.
    [[nodiscard]] std::shared_ptr<ReplayFile> sorted(std::unique_ptr<InputStream> lines, quint64 bytes,
                                                     const TickLayout &layout) const;
    /// How the lines are read, of a file that is sorted or grows; nothing: their start tells.
    [[nodiscard]] const std::optional<TickLayout> &layout() const { return m_layout; }
    void setLayout(const TickLayout &layout) { m_layout = layout; }

private:
    ReplayFile(ReplayText text, const QString &name, quint64 size);

    ReplayTextForm m_form;
    std::shared_ptr<QFile> m_file;        ///< Of a plain file; or null, and there is
    std::unique_ptr<ReplaySpool> m_spool; ///< what it becomes.
    QString m_name;
    quint64 m_size = 0;
    bool m_isGrowing = false;
    QString m_growingPath;    ///< Of a plain file.
    bool m_isWaiting = false; ///< Of a plain file that grows.
    std::optional<TickLayout> m_layout;
};

} // namespace ticker
