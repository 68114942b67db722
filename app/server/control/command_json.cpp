// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/command_json.h"

#include "json_text.h"

#include <QJsonObject>

#include <optional>

namespace ticker {

namespace {

constexpr qsizetype longestQuote = 100;

QString quoteOf(const QJsonValue &value)
{
    return value.isUndefined() ? QStringLiteral("nothing") : QString::fromUtf8(jsonText(value)).left(longestQuote);
}

Expected<ServerCommand, CommandProblem> decodeRate(const QJsonValue &value)
{
    const auto interval = value.isDouble() ? TickInterval::fromHertz(value.toDouble()) : std::nullopt;
    if (interval)
        return ServerCommand{*interval};
    return CommandProblem{
        QStringLiteral("The value of \"rate\" must be a number of ticks per second from 0.01 to 10000, not %1.")
            .arg(quoteOf(value))};
}

/// A text, for a JSON number may lose digits; a small number will do too.
Expected<ServerCommand, CommandProblem> decodeSeed(const QJsonValue &value)
{
    bool isNumber = value.isString() || value.isDouble();
    const QString text = value.isDouble() ? QString::fromUtf8(jsonText(value)) : value.toString();
    const quint64 seed = text.toULongLong(isNumber ? &isNumber : nullptr);
    if (isNumber)
        return ServerCommand{ServerCommand::SetSeed{seed}};
    return CommandProblem{
        QStringLiteral(
            "The value of \"seed\" must be a whole number from 0 to 18446744073709551615, as a string, not %1.")
            .arg(quoteOf(value))};
}

Expected<ServerCommand, CommandProblem> decodeMarketAction(MarketAction::Kind kind, const QJsonObject &object)
{
    const MarketAction::Range range = MarketAction::rangeOf(kind);
    MarketAction action{kind, {}, range.usual};
    const QJsonValue symbol = object.value(QStringLiteral("symbol"));
    if (!symbol.isUndefined() && !symbol.isString())
        return CommandProblem{QStringLiteral("\"symbol\" must be a string, or left out for all instruments, not %1.")
                                  .arg(quoteOf(symbol))};
    if (symbol.toString() != QLatin1String("*"))
        action.symbol = symbol.toString();
    const QJsonValue value = object.value(QStringLiteral("value"));
    const bool takesValue = range.lowest < range.highest;
    if (value.isUndefined() || !takesValue)
        return ServerCommand{action};
    action.value = value.toDouble();
    if (value.isDouble() && action.value >= range.lowest && action.value <= range.highest)
        return ServerCommand{action};
    return CommandProblem{QStringLiteral("The value of \"%1\" must be a number from %2 to %3, not %4.")
                              .arg(MarketAction::nameOf(kind))
                              .arg(range.lowest)
                              .arg(range.highest)
                              .arg(quoteOf(value))};
}

/// False: it is there, and not in its range.
bool readNumber(const QJsonValue &value, double lowest, double highest, std::optional<double> &number)
{
    if (value.isUndefined())
        return true;
    number = value.toDouble(lowest - 1);
    return *number >= lowest && *number <= highest;
}

bool readFlag(const QJsonValue &value, std::optional<bool> &flag)
{
    if (value.isBool())
        flag = value.toBool();
    return value.isBool() || value.isUndefined();
}

Expected<ServerCommand, CommandProblem> decodeReplay(const QJsonObject &object)
{
    PlaybackCommand replay;
    if (readNumber(object.value(QStringLiteral("seek")), 0, 1, replay.seek)
        && readNumber(object.value(QStringLiteral("speed")), Playback::lowestSpeed, Playback::highestSpeed,
                      replay.speed)
        && readFlag(object.value(QStringLiteral("loop")), replay.loop)
        && readFlag(object.value(QStringLiteral("skip_gaps")), replay.skipGaps))
        return ServerCommand{replay};
    return CommandProblem{
        QStringLiteral("\"replay\" takes \"seek\" from 0 to 1, \"speed\" from 0.1 to 1000, and \"loop\" and "
                       "\"skip_gaps\", true or false.")};
}

} // namespace

Expected<ServerCommand, CommandProblem> readCommand(const QByteArray &json)
{
    const std::optional<QJsonValue> parsed = parseJson(json);
    const QJsonObject object = parsed.value_or(QJsonValue()).toObject();
    const QJsonValue name = object.value(QStringLiteral("action"));
    if (!name.isString())
        return CommandProblem{QStringLiteral("The body must be a JSON object like {\"action\":\"pause\"}.")};
    const QString action = name.toString();
    if (action == QLatin1String("pause") || action == QLatin1String("play"))
        return ServerCommand{ServerCommand::SetPaused{action == QLatin1String("pause")}};
    if (action == QLatin1String("tick"))
        return ServerCommand{ServerCommand::SingleTick{}};
    if (action == QLatin1String("rate"))
        return decodeRate(object.value(QStringLiteral("value")));
    if (action == QLatin1String("seed"))
        return decodeSeed(object.value(QStringLiteral("value")));
    if (action == QLatin1String("replay"))
        return decodeReplay(object);
    if (const auto kind = MarketAction::fromName(action))
        return decodeMarketAction(*kind, object);
    return CommandProblem{QStringLiteral("Unknown action %1. Valid actions are pause, play, tick, rate, seed, replay, "
                                         "spike, crash, halt, resume, flat, burst and drift.")
                              .arg(quoteOf(name))};
}

} // namespace ticker
