// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/start_answer.h"

#include "startup/reading_options.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace ticker {

namespace {

const QString doneKey = QStringLiteral("done");
const QString refusedKey = QStringLiteral("refused");
const QString optionKey = QStringLiteral("option");
const QString whyKey = QStringLiteral("why");

/// The options that say how another one is meant, and share its fate; the rest are their own.
QString mainOption(const QString &option)
{
    return optionsOfReplay().contains(option) ? QStringLiteral("replay") : option;
}

bool isOfSecondStart(const QString &option)
{
    return option == QLatin1String("hidden") || option == QLatin1String("profile");
}

} // namespace

StartAnswer startAnswer(const QStringList &options, const Refusals &refusals)
{
    StartAnswer answer;
    for (const QString &option : options) {
        const QString name = QStringLiteral("--") + option;
        const QString why = refusals.value(mainOption(option));
        const bool isRefused = std::any_of(answer.refused.begin(), answer.refused.end(),
                                           [&](const StartAnswer::Refused &each) { return each.option == name; });
        if (isOfSecondStart(option) || isRefused || answer.done.contains(name))
            continue;
        if (why.isEmpty())
            answer.done.append(name);
        else
            answer.refused.append({name, why});
    }
    return answer;
}

QByteArray toLine(const StartAnswer &answer)
{
    QJsonArray refused;
    for (const auto &[option, why] : answer.refused)
        refused.append(QJsonObject{{optionKey, option}, {whyKey, why}});
    const QJsonObject object{{doneKey, QJsonArray::fromStringList(answer.done)}, {refusedKey, refused}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<StartAnswer> startAnswerFromLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object[doneKey].isArray() || !object[refusedKey].isArray())
        return std::nullopt;
    StartAnswer answer;
    const QJsonArray done = object[doneKey].toArray();
    for (const auto &option : done)
        answer.done.append(option.toString());
    const QJsonArray refused = object[refusedKey].toArray();
    for (const auto &each : refused) {
        const QJsonObject one = each.toObject();
        answer.refused.append({one[optionKey].toString(), one[whyKey].toString()});
    }
    return answer;
}

} // namespace ticker
