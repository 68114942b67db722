// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/forwarded_start.h"

#include "server_values/chosen_limits.h"
#include "server_values/listen_address.h"
#include "startup/startup.h"
#include "ticker/ticker_server.h"
#include "whole_file.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ticker {

namespace {

const QString tokenKey = QStringLiteral("activationToken");
const QString argumentsKey = QStringLiteral("arguments");
const QString folderKey = QStringLiteral("folder");

/// The file is another one in each program.
bool isOfOneProgram(const QString &path)
{
    return path == QLatin1String("/dev/stdin") || path.startsWith(QLatin1String("/dev/fd/"))
        || path.startsWith(QLatin1String("/proc/self/"));
}

} // namespace

QByteArray toLine(const ForwardedStart &start)
{
    const QJsonObject object{
        {tokenKey, QString::fromLatin1(start.activationToken)},
        {argumentsKey, QJsonArray::fromStringList(start.arguments)},
        {folderKey, start.folder},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<ForwardedStart> forwardedStartFromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object[tokenKey].isString() || !object[argumentsKey].isArray() || !object[folderKey].isString())
        return std::nullopt;
    ForwardedStart start;
    start.activationToken = object[tokenKey].toString().toLatin1();
    start.folder = object[folderKey].toString();
    const QJsonArray arguments = object[argumentsKey].toArray();
    for (const auto &argument : arguments) {
        if (!argument.isString())
            return std::nullopt;
        start.arguments.append(argument.toString());
    }
    return start;
}

CommandLine absolutePath(const QString &folder, CommandLine commandLine)
{
    commandLine.replayFile = absolutePath(folder, commandLine.replayFile);
    commandLine.recordFile = absolutePath(folder, commandLine.recordFile);
    if (commandLine.marketFile)
        commandLine.marketFile = absolutePath(folder, *commandLine.marketFile);
    if (commandLine.webRoot)
        commandLine.webRoot = absolutePath(folder, *commandLine.webRoot);
    return commandLine;
}

Refusals applyMarketOptions(const CommandLine &commandLine, TickerServer &server)
{
    using Kind = FileCommand::Kind;
    Refusals refusals;
    const auto apply = [&](const QString &option, const ServerCommand &command) {
        const auto why = server.execute(command);
        if (!why)
            return;
        const auto *file = std::get_if<FileCommand>(&command.what);
        refusals.insert(option, file ? QStringLiteral("%1: %2").arg(file->path, why->english()) : why->english());
    };
    if (commandLine.marketFile) // first: rate and seed are a market's, not those of a file that is played
        apply(QStringLiteral("market"), {FileCommand{Kind::UseMarket, *commandLine.marketFile}});
    if (commandLine.interval) {
        const bool asRate = commandLine.options.contains(QStringLiteral("rate"));
        apply(asRate ? QStringLiteral("rate") : QStringLiteral("interval"), {*commandLine.interval});
    }
    if (commandLine.seed)
        apply(QStringLiteral("seed"), {ServerCommand::SetSeed{*commandLine.seed}});
    if (isOfOneProgram(commandLine.replayFile)) {
        refusals.insert(QStringLiteral("replay"),
                        QStringLiteral("standard input cannot be passed on to the running program. Use a named pipe "
                                       "(mkfifo)."));
    } else if (!commandLine.replayFile.isEmpty()) {
        const PlaybackCommand how{{}, commandLine.replaySpeed, commandLine.replayLoop, commandLine.replaySkipGaps};
        apply(QStringLiteral("replay"),
              {FileCommand{Kind::Play, commandLine.replayFile, how, commandLine.replayReading}});
    }
    if (!commandLine.recordFile.isEmpty())
        apply(QStringLiteral("record"), {FileCommand{Kind::RecordNew, commandLine.recordFile}});
    return refusals;
}

Refusals notTakenOver(const CommandLine &commandLine)
{
    Refusals refusals;
    for (const char *name : {"config", "web-root", "log", "duration", "exit-at-end", "no-history"}) {
        const QString option = QString::fromLatin1(name);
        if (commandLine.options.contains(option)) {
            refusals.insert(option,
                            QStringLiteral("cannot be changed while TickerTray is running. Quit it first, or use "
                                           "--profile for a second instance."));
        }
    }
    return refusals;
}

} // namespace ticker
