// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ticker {

/// What a line for a person is about. Where lines stay to be read, one goes once that is over. A value.
struct NoticeSubject final
{
    enum class Kind : quint8 {
        Event,         ///< Something that happened, and stays true.
        Command,       ///< One that was refused: over with the next one.
        File,          ///< That could not be opened or played: over with the next one that can.
        Playback,      ///< That came to an end: over when the file is left or plays on.
        Reading,       ///< That of the last file was taken: over when another one plays, or none.
        Recording,     ///< That failed: over with the next one.
        Address,       ///< That cannot be listened on: over once the server listens where it is told to.
        NetworkOpened, ///< Over when only this computer can reach the server again.
        NetworkClosed, ///< Over when others can.
        Access,        ///< That was refused to an origin or a host: over when that is allowed.
        Storage,       ///< Settings that could not be stored: over when they are.
        ChartExport,   ///< That failed: over with the next one that does not.
        ActivityExport ///< Likewise.
    };

    Kind kind = Kind::Event;
    QString of{}; ///< Access: the origin or host, as it came.

    friend bool operator==(const NoticeSubject &, const NoticeSubject &) = default;
};

} // namespace ticker
