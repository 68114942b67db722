// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace ticker {

/// What the program that runs tells a second start of its options. A value, in English: it is for a console.
struct StartAnswer final
{
    struct Refused final
    {
        QString option; ///< "--market"; empty: all of them.
        QString why;

        friend bool operator==(const Refused &, const Refused &) = default;
    };

    QStringList done; ///< Options that count now.
    QList<Refused> refused;

    friend bool operator==(const StartAnswer &, const StartAnswer &) = default;
};

/// Options by their names without dashes, and why each was refused.
using Refusals = QHash<QString, QString>;

/// Each option of a second start is in it, but for those that are only about that start. Pure.
StartAnswer startAnswer(const QStringList &options, const Refusals &refusals);

/// As it goes through the local socket: a line, with its end.
QByteArray toLine(const StartAnswer &answer);
/// Nothing: it is no such line. Pure.
std::optional<StartAnswer> startAnswerFromLine(const QByteArray &line);

} // namespace ticker
