// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "market_values/file_inspection.h"
#include "replay/replay_source.h"
#include "replay_file/replay_opening.h"

#include <QByteArray>

#include <chrono>
#include <memory>
#include <optional>

namespace ticker {

/// Reads a file as playing it would, only as fast as it can, to tell what was understood of it and whether all of it
/// plays. It works in slices, and waits in them for what comes through a pipe. Any one thread; owned by who asks.
class FileInspector final
{
public:
    /// Looks at the start, which takes milliseconds; of a pipe, at what has come of it. The symbol is that of a file which
    /// names none.
    FileInspector(const QString &path, const FileReading &reading, const QString &symbol);

    /// Works for about this time, or less where nothing more has come.
    void work(std::chrono::nanoseconds atMost);
    /// Nothing will change any more.
    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// Of what is done now, which may be sorting or reading: from 0 to 1.
    [[nodiscard]] double progress() const;
    /// What is known so far; when it is done, all.
    [[nodiscard]] FileInspection inspection() const;

private:
    // False: nothing more has come yet.
    [[nodiscard]] bool open(std::chrono::nanoseconds atMost);
    [[nodiscard]] bool readSome(std::chrono::nanoseconds atMost);
    void openSource();
    void takeStart();
    void end(const LocalizedText &problem);
    void describeForm(FileInspection *inspection) const;
    void describePlayed(FileInspection *inspection) const;
    [[nodiscard]] FileInspection::Work work() const;
    [[nodiscard]] FileInspection::SymbolBy symbolBy(bool hasSymbols) const;

    QString m_path;
    FileReading m_reading;
    ReplayOptions m_options;
    std::optional<ReplayOpening> m_opening; ///< Nothing: the file cannot be read.
    std::optional<ReplaySource> m_source;   ///< Nothing: it was not opened as a whole, or has no ticks.
    QByteArray m_start;
    bool m_hasStart = false;
    bool m_isWhole = false; ///< The start is all, or all that had come.
    qint64 m_lastTimeNs = 0;
    LocalizedText m_problem;
    bool m_isDone = false;
};

} // namespace ticker
