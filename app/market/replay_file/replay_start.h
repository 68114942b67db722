// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "replay_file/replay_file.h"
#include "replay_file/replay_options.h"
#include "replay_file/replay_text.h"

#include <QFile>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace ticker {

/// The start of what grows while it is read, a pipe or a file that is followed. It is understood when enough of it has
/// come, or the end; or a row that can be read, and then nothing for a while. Never waits. One thread; owned by
/// ReplayOpening.
class ReplayStart final
{
public:
    /// After a row, of a pipe. A file has at once all that was written.
    static constexpr std::chrono::milliseconds quietTime{500};

    /// Open for reading, unbuffered and without waiting; a regular file is followed.
    ReplayStart(const std::shared_ptr<QFile> &file, const QString &path, const ReplayOptions &options);

    /// Reads what has come. True: it is understood. Why it never will be.
    [[nodiscard]] Expected<bool, ReplayError> look();
    /// When it is understood.
    [[nodiscard]] const std::shared_ptr<ReplayFile> &file() const { return m_replay; }

private:
    [[nodiscard]] Expected<bool, ReplayError> openText();
    [[nodiscard]] bool isQuiet(quint64 bytesOfFile);
    [[nodiscard]] bool findLayout(QByteArrayView bytes);

    QString m_path;
    ReplayOptions m_options;
    bool m_isPipe;
    std::optional<ReplayTextOpener> m_text; ///< Until that is open.
    std::shared_ptr<QFile> m_file;
    std::shared_ptr<ReplayFile> m_replay;
    quint64 m_bytes = 0;                                                               ///< So many had come
    std::chrono::steady_clock::time_point m_cameAt = std::chrono::steady_clock::now(); ///< then.
};

/// Not a pipe or a socket.
[[nodiscard]] bool isRegularFile(const QFile &file);

} // namespace ticker
