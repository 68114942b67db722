// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/look_settings.h"
#include "server_values/access_rules.h"
#include "server_values/chosen_limits.h"
#include "server_values/listen_address.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace ticker {

/// Whether the program is started when the user logs in.
struct Autostart final
{
    bool available = true; ///< The desktop has such a thing and lets us use it.
    bool on = false;
    bool hidden = false; ///< Without its window, where there is a tray.

    friend bool operator==(const Autostart &, const Autostart &) = default;
};

/// All that the settings dialog shows and changes. A value.
struct Preferences final
{
    ListenAddress listen;
    bool lanForAnHour =
        false; ///< Once the network is let in, it is shut out again after an hour, and at the next start.
    AccessRules access;
    ChosenLimits limits;
    LookSettings look;
    Autostart login;

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// An address by which other computers of the network may reach the server, and whether it answered there.
struct LanAddress final
{
    enum class State : quint8 { Asking, Reachable, Unreachable };

    QString interfaceName; ///< "eth0"
    QString url;           ///< "http://192.0.2.2:8000/"
    State state = State::Asking;
    QString why; ///< The system's words, when it is unreachable.

    friend bool operator==(const LanAddress &, const LanAddress &) = default;
};

/// What is known of the way from the network to the server; empty while it is closed.
struct LanView final
{
    QList<LanAddress> addresses;
    /// What to type if a firewall is in the way; empty while there is no reason to think so.
    QStringList firewallCommands;
    QDateTime closesAt{}; ///< When the way is closed; invalid: not before somebody closes it.

    friend bool operator==(const LanView &, const LanView &) = default;
};

/// What tells whether a text is what it should be; the layers that know are not visible from here.
struct SettingsChecks final
{
    std::function<bool(const QString &)> isAddress; ///< An IP address.
    /// The form in which it is kept; nothing: it is none.
    std::function<std::optional<QString>(const QString &)> hostFromText;
    std::function<std::optional<QString>(const QString &)> originFromText;
};

} // namespace ticker
