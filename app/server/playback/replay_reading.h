// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_reading.h"
#include "market_values/playback.h"
#include "replay_file/replay_options.h"

#include <optional>
#include <vector>

namespace ticker {

class ReplayPlayer;
class SkippedLines;

/// How a file is read, by what a person says of it. If its ticks have no symbol: the one that the person names, else the
/// one that the file's name says, else the given one.
[[nodiscard]] ReplayOptions replayOptions(const FileReading &reading, const QString &path, const QString &symbol);

/// Why a file is not played, for people: one without ticks may have nothing in it at all.
[[nodiscard]] LocalizedText whyUnplayable(const QString &path, const LocalizedText &why);

/// A doubt whether the times are meant as they were read: those of the 1970s are what numbers of another unit become, and so
/// are times before 1970 that numbers say, and before 1995 if they are taken as ns. By the first time, as it was read and
/// as the file writes it. Nothing: there is none.
[[nodiscard]] std::optional<LocalizedText> doubtOfTimes(qint64 firstTimeNs, const QByteArray &text);

/// The kinds of lines that are left out, as values.
[[nodiscard]] std::vector<SkippedKind> skippedKinds(const SkippedLines &skipped);

/// The lines that are left out, of those that were looked through.
[[nodiscard]] const SkippedLines &skippedOf(const ReplayPlayer &player);

/// How playing stands, for people.
[[nodiscard]] Playback playbackOf(const ReplayPlayer &player, const QString &path);

} // namespace ticker
