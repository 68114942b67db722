// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace ticker {

/// What the activity log says about what has happened. Pure.
class ActivityText final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::ActivityText)

public:
    /// What a person may want to see alone.
    enum class Group : quint8 { Server, Clients, Refused, Control };

    static Group groupOf(Activity::Kind kind);
    static QString groupName(Group group);
    /// "Disconnected"
    static QString title(Activity::Kind kind);
    /// "The client closed; connected for 3 min 20 s, 4,000 ticks, 1.2 MB"
    static QString details(const Activity &line, const QLocale &locale = QLocale());
    /// "127.0.0.1:40000"; empty when it is about nobody.
    static QString peer(const Activity &line);
    /// "11:12:13.456", local time.
    static QString time(const Activity &line);
    /// "The client closed"
    static QString reason(DisconnectReason reason);
};

} // namespace ticker
