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

void applyMarketOptions(const CommandLine &commandLine, TickerServer &server)
{
    using Kind = FileCommand::Kind;
    if (commandLine.marketFile) // first: rate and seed are a market's, not those of a file that is played
        server.execute({FileCommand{Kind::UseMarket, *commandLine.marketFile}});
    if (commandLine.interval)
        server.execute({*commandLine.interval});
    if (commandLine.seed)
        server.execute({ServerCommand::SetSeed{*commandLine.seed}});
    if (!commandLine.replayFile.isEmpty()) {
        const PlaybackCommand how{{}, commandLine.replaySpeed, commandLine.replayLoop, commandLine.replaySkipGaps};
        server.execute({FileCommand{Kind::Play, commandLine.replayFile, how}});
    }
    if (!commandLine.recordFile.isEmpty())
        server.execute({FileCommand{Kind::RecordNew, commandLine.recordFile}});
}

QStringList notTakenOver(const CommandLine &commandLine)
{
    QStringList names;
    if (!commandLine.configFile.isEmpty())
        names.append(QStringLiteral("--config"));
    if (commandLine.webRoot)
        names.append(QStringLiteral("--web-root"));
    if (!commandLine.logFile.isEmpty())
        names.append(QStringLiteral("--log"));
    if (commandLine.duration)
        names.append(QStringLiteral("--duration"));
    return names;
}

} // namespace ticker
