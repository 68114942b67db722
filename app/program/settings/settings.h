// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/look_settings.h"
#include "desktop_values/window_settings.h"
#include "market_values/tick_interval.h"
#include "server_values/access_rules.h"
#include "server_values/chosen_limits.h"
#include "server_values/listen_address.h"
#include "settings/reading_memory.h"

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
    ListenAddress listen;
    TickInterval interval;
    std::optional<quint64> seed; ///< Nothing: a new one at each start.
    QString marketFile;          ///< Empty: the built-in market.
    AccessRules access;
    ChosenLimits limits;
    LookSettings look;
    WindowSettings window;
    ReadingMemory readings; ///< Of files of ticks.

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
