// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/command_json.h"

#include "control/command_fields.h"
#include "json_text.h"

#include <QJsonObject>

#include <optional>

namespace ticker {

namespace {

std::optional<double> numberIn(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<bool> flagIn(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

// Of fields that were checked.

ServerCommand makeRate(const QJsonObject &object)
{
    const auto interval = TickInterval::fromHertz(numberIn(object, "value").value_or(0));
    Q_ASSERT(interval);
    return {*interval};
}

ServerCommand makeMarketAction(MarketAction::Kind kind, const QJsonObject &object)
{
    MarketAction action{kind, object.value(QStringLiteral("symbol")).toString(),
                        numberIn(object, "value").value_or(MarketAction::rangeOf(kind).usual)};
    if (action.symbol == u"*")
        action.symbol.clear();
    return {action};
}

ServerCommand makeReplay(const QJsonObject &object)
{
    return {PlaybackCommand{numberIn(object, "seek"), numberIn(object, "speed"), flagIn(object, "loop"),
                            flagIn(object, "skip_gaps")}};
}

ServerCommand makeCommand(const QString &action, const QJsonObject &object)
{
    if (action == u"pause" || action == u"play")
        return {ServerCommand::SetPaused{action == u"pause"}};
    if (action == u"tick")
        return {ServerCommand::SingleTick{}};
    if (action == u"rate")
        return makeRate(object);
    if (action == u"seed")
        return {ServerCommand::SetSeed{seedOf(object.value(QStringLiteral("value")))}};
    if (action == u"replay")
        return makeReplay(object);
    const auto kind = MarketAction::fromName(action);
    Q_ASSERT(kind);
    return makeMarketAction(*kind, object);
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
    const auto fields = fieldsOfAction(action);
    if (!fields) {
        return CommandProblem{QStringLiteral("Unknown action %1. Valid actions are pause, play, tick, rate, seed, "
                                             "replay, spike, crash, halt, resume, flat, burst and drift.")
                                  .arg(jsonQuote(name))};
    }
    if (const auto problem = problemOfFields(action, *fields, object))
        return CommandProblem{*problem};
    if (const auto key = repeatedJsonKey(json))
        return CommandProblem{QStringLiteral("The field %1 must not be given more than once.").arg(jsonQuote(*key))};
    return makeCommand(action, object);
}

} // namespace ticker
