// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ticker {

/// The state of the server as the tray and the window show it: both get the same words.
struct StatusView final
{
    enum class State : quint8 { Stopped, Running, Paused, Error };

    State state = State::Stopped;
    QString text;     ///< "Running"
    QString toolTip;  ///< "127.0.0.1:8000, 3 clients, 20 ticks/s, running"
    QString iconName; ///< For programIcon(): "tray-running"

    friend bool operator==(const StatusView &, const StatusView &) = default;
};

/// An error in the user's words.
struct ErrorText final
{
    QString title;  ///< What and where: "Cannot listen on 127.0.0.1:8000: another program uses this port."
    QString detail; ///< Why, as the system says it; may repeat the title in other words.

    friend bool operator==(const ErrorText &, const ErrorText &) = default;
};

} // namespace ticker
