// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {

/// What became of what the program was started for, beside serving. A value.
struct ProgramOutcome final
{
    bool exitsAtEnd = false; ///< Of the file that is played.
    bool isPlayed = false;   ///< All of it, in the end.
    bool isRecorded = true;

    /// Of the program, whose event loop has ended with this code.
    [[nodiscard]] int exitCode(int ofLoop) const
    {
        constexpr int couldNot = 1;
        constexpr int notPlayed = 5;
        if (ofLoop != 0)
            return ofLoop;
        if (!isRecorded)
            return couldNot;
        return exitsAtEnd && !isPlayed ? notPlayed : 0;
    }
};

} // namespace ticker
