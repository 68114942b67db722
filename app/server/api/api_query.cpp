// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/api_query.h"

#include "http_codec/raw_parameter.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace ticker {

namespace {

constexpr qsizetype longestQuote = 100;
/// Ticks before the first one: as far as every reader of JSON can count.
constexpr quint64 mostBack = (quint64(1) << 53) - 1;

/// Digits and nothing else, where Qt also takes spaces, signs and zeros at the end.
std::optional<quint64> wholeNumber(const QString &text)
{
    bool isNumber = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const quint64 number = isNumber ? text.toULongLong(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

ApiQuery::ApiQuery(const QByteArray &rawQuery)
{
    for (qsizetype begin = 0; begin < rawQuery.size();) {
        qsizetype end = rawQuery.indexOf('&', begin);
        end = end < 0 ? rawQuery.size() : end;
        const QByteArray part = rawQuery.mid(begin, end - begin);
        const qsizetype equals = part.indexOf('=');
        m_parameters.emplace_back(decodedParameter(part.left(equals < 0 ? part.size() : equals)),
                                  equals < 0 ? QString() : decodedParameter(part.mid(equals + 1)));
        begin = end + 1;
    }
}

std::optional<QString> ApiQuery::text(const QString &name) const
{
    const auto found = std::ranges::find(m_parameters, name, &Parameter::first);
    return found == m_parameters.end() ? std::nullopt : std::optional(found->second);
}

std::optional<QString> ApiQuery::list(const QString &name) const
{
    QStringList values;
    for (const Parameter &each : m_parameters) {
        if (each.first == name)
            values.append(each.second);
    }
    return values.isEmpty() ? std::nullopt : std::optional(values.join(u','));
}

std::optional<ApiQueryError> ApiQuery::contradiction() const
{
    const QStringList lists{QStringLiteral("symbols"), QStringLiteral("names"), QStringLiteral("fields")};
    QHash<QString, QString> seen;
    for (const auto &[name, value] : m_parameters) {
        const QString first = seen.value(name, value);
        if (first != value && !lists.contains(name)) {
            return ApiQueryError{
                QStringLiteral("\"%1\" is given more than once: as \"%2\" and as \"%3\". Give it once.")
                    .arg(name.left(longestQuote), first.left(longestQuote), value.left(longestQuote))};
        }
        seen.insert(name, value);
    }
    return std::nullopt;
}

Expected<quint64, ApiQueryError> ApiQuery::number(const QString &name, quint64 lowest, quint64 highest,
                                                  quint64 otherwise) const
{
    const std::optional<QString> value = text(name);
    if (!value)
        return otherwise;
    const auto number = wholeNumber(*value);
    if (number && *number >= lowest && *number <= highest)
        return *number;
    const QString nearest = number ? QStringLiteral(" The nearest is %1.").arg(std::clamp(*number, lowest, highest))
                                   : QString();
    return ApiQueryError{QStringLiteral("\"%1\" must be a whole number from %2 to %3, not \"%4\".%5")
                             .arg(name)
                             .arg(lowest)
                             .arg(highest)
                             .arg(value->left(longestQuote), nearest)};
}

Expected<std::optional<qint64>, ApiQueryError> ApiQuery::seq(const QString &name) const
{
    constexpr auto highest = quint64(std::numeric_limits<qint64>::max());
    const std::optional<QString> value = text(name);
    if (!value)
        return std::optional<qint64>();
    const bool isNegative = value->startsWith(u'-');
    if (const auto number = wholeNumber(isNegative ? value->sliced(1) : *value); number && !isNegative)
        return std::optional(qint64(std::min(*number, highest)));
    else if (number && *number <= mostBack)
        return std::optional(-qint64(*number));
    return ApiQueryError{QStringLiteral("\"%1\" must be a whole number from -%2 to %3, not \"%4\".")
                             .arg(name)
                             .arg(mostBack)
                             .arg(std::numeric_limits<quint64>::max())
                             .arg(value->left(longestQuote))};
}

Expected<bool, ApiQueryError> ApiQuery::flag(const QString &name) const
{
    const std::optional<QString> value = text(name);
    if (!value || *value == QLatin1String("0") || *value == QLatin1String("false"))
        return false;
    if (*value == QLatin1String("1") || *value == QLatin1String("true"))
        return true;
    return ApiQueryError{QStringLiteral("\"%1\" is 1 or 0, not \"%2\".").arg(name, value->left(longestQuote))};
}

} // namespace ticker
