// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "market_values/file_reading.h"
#include "market_values/playback.h"

#include <QString>

namespace ticker {

/// What a person wants done with a file of this computer. A value; only the window makes it, never the network.
struct FileCommand final
{
    enum class Kind : quint8 {
        Open,          ///< Ticks are played, a market is used: whichever it is.
        Play,          ///< Its ticks come in place of the market's.
        UseMarket,     ///< From its first tick, with the seed that is set. An empty path: the built-in one.
        LeaveFile,     ///< Back from a file that is played to the market, from its first tick. No path.
        Record,        ///< Writes what goes out. A file that exists is replaced: the person was asked.
        RecordNew,     ///< The same, but a file that exists is left as it is, and the command refused.
        StopRecording, ///< Finishes that file. No path.
    };

    Kind kind = Kind::Open;
    QString path;
    PlaybackCommand how{};    ///< Of Play: what is other than usual from its start on; where to seek is not heeded.
    FileReading reading{};    ///< Of Play.
    bool showReading = false; ///< Of Play: the person is shown first how the file is read.

    friend bool operator==(const FileCommand &, const FileCommand &) = default;
};

/// What became of it.
struct FileResult final
{
    FileCommand
        command; ///< In place of Open, what the file turned out to be; of LeaveFile, if that fails, the market's file.
    LocalizedText
        why; ///< It could not be done, and nothing changed: a sentence with the place in the file. Empty: it is done.

    friend bool operator==(const FileResult &, const FileResult &) = default;
};

} // namespace ticker
