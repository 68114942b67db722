// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <vector>

namespace ticker {

/// One field of a command in JSON, and what may stand in it. A value. The schema ControlRequest of openapi.json says the
/// same; a test compares the two.
struct CommandField final
{
    enum class Type : quint8 {
        Number, ///< From `lowest` to `highest`.
        Whole,  ///< The same without a fraction.
        Flag,   ///< true or false.
        Symbol, ///< Of one instrument, or "*".
        Seed    ///< 64 bits: digits in a string, for a JSON number may lose some; a small number will do, too.
    };

    QString name;
    Type type = Type::Number;
    bool required = false;
    double lowest = 0;
    double highest = 0;

    [[nodiscard]] bool accepts(const QJsonValue &value) const;
    /// "a number from 0.01 to 10000"
    [[nodiscard]] QString allowed() const;
};

/// The fields of an action beside "action"; nothing: there is no such action.
[[nodiscard]] std::optional<std::vector<CommandField>> fieldsOfAction(const QString &action);

/// What a field that accepts it means as a seed.
[[nodiscard]] quint64 seedOf(const QJsonValue &value);

/// Why an object is not such an action: a sentence for a person that names the field and what is allowed in it. Nothing: it
/// is one.
[[nodiscard]] std::optional<QString> problemOfFields(const QString &action, const std::vector<CommandField> &fields,
                                                     const QJsonObject &object);

/// How a value begins, in JSON, which has no control characters; text from outside.
[[nodiscard]] QString jsonQuote(const QJsonValue &value);

} // namespace ticker
