// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "replay/replay_options.h"

#include <QByteArray>
#include <QFile>

#include <memory>

namespace ticker {

/// A file that is open for reading, which may be renamed, deleted, or made shorter meanwhile: nothing of it is mapped into
/// memory. One thread; shared by those who read at different places of it.
class ReplayFile final
{
public:
    static constexpr quint64 blockBytes = 256 * 1024;

    /// Only of a regular file: a pipe could make everybody wait.
    [[nodiscard]] static Expected<std::shared_ptr<ReplayFile>, ReplayError> open(const QString &path);

    /// What is in the file from here on, at most a block; empty at its end. An error when it ends earlier than it did
    /// when it was opened, or cannot be read.
    [[nodiscard]] Expected<QByteArray, ReplayError> readAt(quint64 offset);

    /// When it was opened, in bytes.
    [[nodiscard]] quint64 size() const { return m_size; }
    /// Without its folder.
    [[nodiscard]] const QString &name() const { return m_name; }

private:
    ReplayFile(std::unique_ptr<QFile> file, const QString &name);

    std::unique_ptr<QFile> m_file;
    QString m_name;
    quint64 m_size = 0;
};

} // namespace ticker
