// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/start_answer.h"
#include "startup/command_line.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace ticker {

class TickerServer;

/// What a second start of the program tells the first. A value.
struct ForwardedStart final
{
    /// Lets a window come to the front where the desktop asks for one (Wayland).
    QByteArray activationToken;
    QStringList arguments; ///< Without the program's name; understood already.
    QString folder;        ///< In which it was started: file names among the arguments are seen from there.

    friend bool operator==(const ForwardedStart &, const ForwardedStart &) = default;
};

/// As it goes through the local socket: a line, with its end.
QByteArray toLine(const ForwardedStart &start);
/// Nothing: it is no such line. Pure.
std::optional<ForwardedStart> forwardedStartFromLine(const QByteArray &line);

/// The same with every file and folder named from the root on.
CommandLine absolutePath(const QString &folder, CommandLine commandLine);
/// Has a server that runs do what it says about prices: seed, rate, market, file to play, file to record to. What of it
/// was refused. On the server's thread.
Refusals applyMarketOptions(const CommandLine &commandLine, TickerServer &server);
/// What only the start of a program can do.
Refusals notTakenOver(const CommandLine &commandLine);

} // namespace ticker
