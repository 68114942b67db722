// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/look_settings.h"
#include "desktop_values/window_settings.h"
#include "market_values/tick_interval.h"
#include "server_values/server_limits.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace ticker {

/// A file of settings with more bytes is not read: they are a few hundred.
constexpr qint64 mostSettingsBytes = 1'000'000;

/// What is kept between two starts. A value.
struct Settings final
{
    QString bindAddress = QStringLiteral("127.0.0.1");
    quint16 port = 8000;
    TickInterval interval;
    std::optional<quint64> seed; ///< Nothing: a new one at each start.
    QString marketFile;          ///< Empty: the built-in market.
    QStringList allowedHosts;
    QStringList allowedOrigins;
    bool allowNullOrigin = false;
    bool allowJsonp = false;
    std::chrono::milliseconds pingInterval = Limits().pingInterval;
    std::chrono::milliseconds pingTimeout = Limits().pingTimeout;
    SlowClientPolicy slowClients = SlowClientPolicy::Conflate;
    int maxConnections = Limits().maxConnections;
    LookSettings look;
    WindowSettings window;

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// The stored form. Pure.
QJsonObject toJson(const Settings &settings);
/// What was understood; the rest keeps its default. Each thing that was not understood is named in *problems.
Settings settingsFromJson(const QJsonObject &object, QStringList *problems);
/// The version of the stored form; nothing: the object says none, and so it holds no settings.
std::optional<int> settingsVersion(const QJsonObject &object);
constexpr int currentSettingsVersion = 1;

} // namespace ticker
