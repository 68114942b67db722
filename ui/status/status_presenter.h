// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/server_snapshot.h"
#include "server_values/server_status.h"

#include <QCoreApplication>
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

/// Turns the engine's values into what is shown. Pure.
class StatusPresenter final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::StatusPresenter)

public:
    static StatusView present(const ServerStatus &status, const ServerSnapshot &snapshot);
    static ErrorText describe(const ServerError &error);
    /// "127.0.0.1:8000"; nothing unless the server listens.
    static QString authority(const ServerStatus &status);
    /// "no clients", "1 client", "3 clients"
    static QString clientCount(qsizetype clients);
};

} // namespace ticker
