// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/command_fields.h"

#include "instruments/symbol.h"
#include "json_text.h"
#include "market_values/market_action.h"
#include "market_values/playback.h"
#include "market_values/seed.h"
#include "market_values/tick_interval.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

using Type = CommandField::Type;

constexpr qsizetype longestQuote = 100;
constexpr qsizetype longestSeed = 20;                    ///< Digits of 2^64.
constexpr double lastExactWhole = 9'007'199'254'740'991; ///< 2^53 - 1: up to here a double is every whole number.

QString numberText(double number)
{
    constexpr int digits = 16; // of the largest of them
    return QString::number(number, 'g', digits);
}

bool isWholeFrom(double lowest, double highest, double value)
{
    return value >= lowest && value <= highest && value == std::floor(value);
}

std::vector<CommandField> fieldsOf(MarketAction::Kind kind)
{
    const MarketAction::Range range = MarketAction::rangeOf(kind);
    std::vector<CommandField> fields{{QStringLiteral("symbol"), Type::Symbol}};
    if (!range.isNone()) {
        const Type type = range.whole ? Type::Whole : Type::Number;
        fields.push_back({QStringLiteral("value"), type, false, range.lowest, range.highest});
    }
    return fields;
}

QString unknownField(const QString &action, const std::vector<CommandField> &fields, const QString &name)
{
    QStringList names;
    for (const CommandField &field : fields)
        names.append(QLatin1Char('"') + field.name + QLatin1Char('"'));
    const QString known = names.isEmpty() ? QStringLiteral("It has none.")
                                          : QStringLiteral("It has %1.").arg(names.join(QStringLiteral(", ")));
    return QStringLiteral("The action \"%1\" has no field %2. %3").arg(action, jsonQuote(name), known);
}

} // namespace

QString jsonQuote(const QJsonValue &value)
{
    return QString::fromUtf8(jsonText(value)).left(longestQuote);
}

bool CommandField::accepts(const QJsonValue &value) const
{
    switch (type) {
    case Type::Number:
        return value.isDouble() && value.toDouble() >= lowest && value.toDouble() <= highest;
    case Type::Whole:
        return value.isDouble() && isWholeFrom(lowest, highest, value.toDouble());
    case Type::Flag:
        return value.isBool();
    case Type::Symbol:
        return value.toString() == u"*" || isSymbol(value.toString());
    case Type::Seed:
        return value.isString() ? value.toString().size() <= longestSeed && seedFromText(value.toString())
                                : value.isDouble() && isWholeFrom(0, lastExactWhole, value.toDouble());
    }
    return false;
}

QString CommandField::allowed() const
{
    switch (type) {
    case Type::Number:
        return QStringLiteral("a number from %1 to %2").arg(numberText(lowest), numberText(highest));
    case Type::Whole:
        return QStringLiteral("a whole number from %1 to %2").arg(numberText(lowest), numberText(highest));
    case Type::Flag:
        return QStringLiteral("true or false");
    case Type::Symbol:
        return QStringLiteral("a symbol (%1), or \"*\" for all").arg(symbolRule().english());
    case Type::Seed:
        return QStringLiteral("a whole number from 0 to 18446744073709551615 as a string of digits, or up to "
                              "9007199254740991 as a number");
    }
    return {};
}

std::optional<std::vector<CommandField>> fieldsOfAction(const QString &action)
{
    const QString value = QStringLiteral("value");
    if (action == u"pause" || action == u"play" || action == u"tick")
        return std::vector<CommandField>{};
    if (action == u"rate") {
        constexpr double lowest = 1e9 / double(TickInterval::longest.count());
        constexpr double highest = 1e9 / double(TickInterval::shortest.count());
        return std::vector<CommandField>{{value, Type::Number, true, lowest, highest}};
    }
    if (action == u"seed")
        return std::vector<CommandField>{{value, Type::Seed, true}};
    if (action == u"replay") {
        return std::vector<CommandField>{
            {QStringLiteral("seek"), Type::Number, false, 0, 1},
            {QStringLiteral("speed"), Type::Number, false, Playback::lowestSpeed, Playback::highestSpeed},
            {QStringLiteral("loop"), Type::Flag},
            {QStringLiteral("skip_gaps"), Type::Flag}};
    }
    if (const auto kind = MarketAction::fromName(action))
        return fieldsOf(*kind);
    return std::nullopt;
}

quint64 seedOf(const QJsonValue &value)
{
    return value.isString() ? seedFromText(value.toString()).value_or(0) : quint64(value.toDouble());
}

std::optional<QString> problemOfFields(const QString &action, const std::vector<CommandField> &fields,
                                       const QJsonObject &object)
{
    for (auto given = object.constBegin(); given != object.constEnd(); ++given) {
        const bool isKnown = given.key() == u"action"
            || std::any_of(fields.cbegin(), fields.cend(),
                           [&](const CommandField &field) { return field.name == given.key(); });
        if (!isKnown)
            return unknownField(action, fields, given.key());
    }
    for (const CommandField &field : fields) {
        const QJsonValue value = object.value(field.name);
        if (value.isUndefined() && field.required) {
            return QStringLiteral("The action \"%1\" needs the field \"%2\": %3.")
                .arg(action, field.name, field.allowed());
        }
        if (!value.isUndefined() && !field.accepts(value)) {
            return QStringLiteral("The field \"%1\" of \"%2\" must be %3, not %4.")
                .arg(field.name, action, field.allowed(), jsonQuote(value));
        }
    }
    return std::nullopt;
}

} // namespace ticker
