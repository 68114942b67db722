// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/candle_interval.h"
#include "market_values/file_reading.h"
#include "market_values/tick_interval.h"
#include "server_values/slow_client_policy.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <variant>

namespace ticker {

/// What the command line asks for; what it leaves out comes from the settings. A value.
struct CommandLine final
{
    bool headless = false;
    bool hidden = false;
    bool noHistory = false; ///< None of the time before the start.
    std::optional<QString> bindAddress;
    std::optional<quint16> port;
    std::optional<TickInterval> interval;
    std::optional<quint64> seed;
    std::optional<std::chrono::milliseconds> pingInterval;
    std::optional<std::chrono::milliseconds> pingTimeout;
    std::optional<SlowClientPolicy> slowClients;
    std::optional<QString> marketFile;
    QString replayFile; ///< Empty: none.
    double replaySpeed = 1;
    bool replayLoop = false;
    bool replaySkipGaps = false;
    bool exitAtEnd = false;    ///< Of the file that is played.
    QString inspectFile;       ///< To be read and described in place of all else; empty: none.
    FileReading replayReading; ///< Of either file.
    QString exportFile;        ///< Of --export; empty: nothing is exported.
    std::optional<CandleInterval> exportBars;
    QString recordFile; ///< Empty: nothing is recorded.
    QString logFile;    ///< Empty: what happens is written nowhere; "-": to standard output.
    std::optional<QString> webRoot;
    QString configFile;                                ///< Empty: the settings are those of the profile.
    QString profile;                                   ///< Empty: the default one. Safe as part of a file name.
    std::optional<std::chrono::milliseconds> duration; ///< How long to run; nothing: until told to end.
    QStringList arguments;                             ///< All of it, as it was given.
    QStringList options;                               ///< Names of those that were given, as "rate".
};

/// The program has only something to say: help or version (exit code 0) or what is wrong (one line, exit code 2).
struct CommandLineMessage final
{
    QString text;
    int exitCode = 0;
};

/// The arguments without the program's name. Pure.
std::variant<CommandLine, CommandLineMessage> parseCommandLine(const QStringList &arguments);

} // namespace ticker
