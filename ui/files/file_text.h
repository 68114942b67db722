// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_command.h"
#include "market_values/playback.h"
#include "market_values/recording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace ticker {

/// What is told about files that are opened, played and recorded. Pure.
class FileText final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::FileText)

public:
    /// The name of a file as it fits into a line: a long one without its middle.
    static QString shortName(const QString &name);
    /// Of a command that could not be done: what, of which file, why.
    static QString problem(const FileResult &answer);
    /// "Recording to x.csv, 12,345 ticks, 1.2 MB"
    static QString recording(const Recording &recording, const QLocale &locale = QLocale());
    /// "Playing", "Paused", "Ended"
    static QString state(const Playback &playback, bool paused);
    /// "2026-01-05 09:30:00 UTC", by the file.
    static QString moment(const Playback &playback);
    /// "42 %" of the way.
    static QString share(double share, const QLocale &locale = QLocale());
    /// "Reading the file: 42 %"; empty when all of it is known.
    static QString reading(const Playback &playback, const QLocale &locale = QLocale());
    /// "All of the file is read first: 42 %"
    static QString opening(const FileOpening &opening, const QLocale &locale = QLocale());
    /// Why it cannot be played any further; empty: nothing is wrong.
    static QString error(const Playback &playback);
    /// "4 of 8 lines left out", of those that were looked through; empty: none.
    static QString leftOut(const Playback &playback, const QLocale &locale = QLocale());
    /// Why they are, a line for each reason.
    static QString whyLeftOut(const Playback &playback);
    /// Why what needs a market cannot be done while a file is played.
    static QString needsMarket();
};

} // namespace ticker
