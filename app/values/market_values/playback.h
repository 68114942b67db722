// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "market_values/file_reading.h"
#include "market_values/skipped_kind.h"

#include <QFileInfo>
#include <QString>

#include <optional>
#include <vector>

namespace ticker {

/// A file that is played in place of a market.
struct Playback final
{
    static constexpr double lowestSpeed = 0.1; ///< As ReplaySchedule's.
    static constexpr double highestSpeed = 1000;

    QString path;        ///< For people at this computer, not for the network.
    FileReading reading; ///< How it is read.
    double progress = 0; ///< What has been played, from 0 to 1, by bytes.
    double indexed = 0;  ///< How much of it has been looked through, from 0 to 1: so far one can seek.
    qint64 timeMs = 0;   ///< Of the tick that was played last, or will be the first: since 1970, UTC.
    double speed = 1;
    bool loop = false;
    bool skipGaps = false;
    bool following = false; ///< At the end of the file, more lines are waited for.
    bool canSeek = true;    ///< Not in what comes through a pipe.
    bool ended = false;
    LocalizedText error;                   ///< Why it cannot be played any further; empty: nothing is wrong.
    LocalizedText format;                  ///< "CSV in gzip, bars"; empty: it does not play yet.
    quint64 rows = 0;                      ///< That were looked through, without blank lines and comments.
    quint64 skippedLines = 0;              ///< Of those that were looked through: how many are left out,
    LocalizedText skipped;                 ///< and which is the first one; empty: none.
    std::vector<SkippedKind> skippedKinds; ///< The same by their reasons.
    std::optional<qint64> fromMs;          ///< Of the first tick, since 1970, UTC; nothing: it does not play yet.
    std::optional<qint64> toMs;            ///< Of the last one; nothing while that is not known.

    /// Without its folder.
    [[nodiscard]] QString name() const { return QFileInfo(path).fileName(); }

    friend bool operator==(const Playback &, const Playback &) = default;
};

/// A file that is to be played as soon as all of it has been read, once.
struct FileOpening final
{
    QString path;           ///< As Playback's.
    double progress = 0;    ///< The share that has been read.
    bool isAwaited = false; ///< Nothing has come yet through a pipe.

    /// Without its folder.
    [[nodiscard]] QString name() const { return QFileInfo(path).fileName(); }

    friend bool operator==(const FileOpening &, const FileOpening &) = default;
};

/// What is to change about the file that is played.
struct PlaybackCommand final
{
    std::optional<double> seek;  ///< A share of the file, from 0 to 1.
    std::optional<double> speed; ///< From Playback::lowestSpeed to highestSpeed.
    std::optional<bool> loop;
    std::optional<bool> skipGaps;

    friend bool operator==(const PlaybackCommand &, const PlaybackCommand &) = default;
};

} // namespace ticker
