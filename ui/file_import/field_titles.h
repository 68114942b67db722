// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace ticker {

/// What the columns of a tick file can mean, in words. Pure.
class FieldTitles final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::FieldTitles)

public:
    /// Of a field, named as --columns names it: "time-of-day" is "Time of day". Empty: there is no such field.
    static QString of(const QString &field);
    /// Of each field that a column can be given, as --columns names them.
    static QStringList all();
};

} // namespace ticker
