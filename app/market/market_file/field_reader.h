// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace ticker {

/// What is wrong with a field of a market file.
struct FieldProblem final
{
    QString path;          ///< "model.volatility"; empty for the object as a whole.
    LocalizedText message; ///< As in MarketFileError.
};

/// What a number may be.
struct NumberRange final
{
    double lowest = 0;
    double highest = 1;
    bool withLowest = true; ///< Else it is more than that.

    [[nodiscard]] bool contains(double number) const;
    /// "from 0 to 1", "more than 0 and at most 1".
    [[nodiscard]] LocalizedText text() const;
};

/// Reads the fields of one object and keeps the first problem, after which every value that it gives is without meaning.
/// Lives as long as a function that reads an object; the problem, which several may share, outlives it.
class FieldReader final
{
public:
    /// The path is the object's own: "model".
    FieldReader(const QJsonObject &object, const QString &path, std::optional<FieldProblem> &problem);

    /// Only these may be in it; the owner, "A regime", is for the message.
    void expectOnly(const LocalizedText &owner, const QStringList &names);
    /// A text that must be there.
    [[nodiscard]] QString requiredText(const QString &name);
    [[nodiscard]] QString text(const QString &name, const QString &otherwise);
    /// A number that must be there.
    [[nodiscard]] double requiredNumber(const QString &name, const NumberRange &range);
    [[nodiscard]] double number(const QString &name, const NumberRange &range, double otherwise);
    [[nodiscard]] QJsonValue value(const QString &name) const { return m_object.value(name); }

    void fail(const QString &name, const LocalizedText &message);
    [[nodiscard]] bool hasFailed() const { return m_problem.has_value(); }
    /// Of a field, in the file's own words.
    [[nodiscard]] QString pathOf(const QString &name) const;

private:
    const QJsonObject m_object;
    const QString m_path;
    std::optional<FieldProblem> &m_problem;
};

/// "a number", "a list".
[[nodiscard]] LocalizedText kindOf(const QJsonValue &value);

} // namespace ticker
