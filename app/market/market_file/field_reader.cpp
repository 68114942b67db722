// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/field_reader.h"

#include "market_file/market_file_words.h"

namespace ticker {

bool NumberRange::contains(double number) const
{
    return (withLowest ? number >= lowest : number > lowest) && number <= highest;
}

LocalizedText NumberRange::text() const
{
    const LocalizedText words = withLowest ? LocalizedText::tr("from %1 to %2")
                                           : LocalizedText::tr("more than %1 and at most %2");
    return words.arg(numberText(lowest)).arg(numberText(highest));
}

LocalizedText kindOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return LocalizedText::tr("true or false");
    case QJsonValue::Double:
        return LocalizedText::tr("a number");
    case QJsonValue::String:
        return LocalizedText::tr("a string");
    case QJsonValue::Array:
        return LocalizedText::tr("a list");
    case QJsonValue::Object:
        return LocalizedText::tr("an object");
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return LocalizedText::tr("null");
}

FieldReader::FieldReader(const QJsonObject &object, const QString &path, std::optional<FieldProblem> &problem)
    : m_object(object), m_path(path), m_problem(problem)
{
}

void FieldReader::expectOnly(const LocalizedText &owner, const QStringList &names)
{
    for (auto field = m_object.constBegin(); field != m_object.constEnd(); ++field) {
        if (names.contains(field.key()))
            continue;
        fail(QString(),
             LocalizedText::tr("%1 has no field %2. Valid fields are %3.%4")
                 .arg(owner)
                 .arg(quoted(field.key()))
                 .arg(listed(names))
                 .arg(suggestion(field.key(), names)));
        return;
    }
}

QString FieldReader::requiredText(const QString &name)
{
    if (!m_object.contains(name))
        fail(name, LocalizedText::tr("This field is missing. Write a string."));
    return text(name, QString());
}

QString FieldReader::text(const QString &name, const QString &otherwise)
{
    const QJsonValue found = m_object.value(name);
    if (found.isUndefined())
        return otherwise;
    if (!found.isString())
        fail(name, LocalizedText::tr("This is %1. Write a string, in quotes.").arg(kindOf(found)));
    return found.toString();
}

double FieldReader::requiredNumber(const QString &name, const NumberRange &range)
{
    if (!m_object.contains(name))
        fail(name, LocalizedText::tr("This field is missing. Write a number %1.").arg(range.text()));
    return number(name, range, range.highest);
}

double FieldReader::number(const QString &name, const NumberRange &range, double otherwise)
{
    const QJsonValue found = m_object.value(name);
    if (found.isUndefined())
        return otherwise;
    if (!found.isDouble())
        fail(name,
             LocalizedText::tr("This is %1. Write a number %2, without quotes.").arg(kindOf(found)).arg(range.text()));
    else if (!range.contains(found.toDouble()))
        fail(name,
             LocalizedText::tr("%1 is out of range. Write a number %2.")
                 .arg(numberText(found.toDouble()))
                 .arg(range.text()));
    return found.toDouble();
}

void FieldReader::fail(const QString &name, const LocalizedText &message)
{
    if (!m_problem)
        m_problem = FieldProblem{pathOf(name), message};
}

QString FieldReader::pathOf(const QString &name) const
{
    if (m_path.isEmpty() || name.isEmpty())
        return m_path + name;
    return m_path + QLatin1Char('.') + name;
}

} // namespace ticker
