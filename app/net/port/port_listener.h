// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/server_status.h"

#include <QList>
#include <QString>

#include <variant>

namespace ticker {

class Listener;
struct ConnectionContext;

/// The addresses that are listened on, all with the same port.
struct Listeners final
{
    QList<Listener *> listeners; ///< Without parent; the caller owns them.
    quint16 port = 0;
};

/// Listens on one address, and for 127.0.0.1 on ::1 as well where the machine has it, and for 0.0.0.0 on ::, all of IPv6:
/// browsers may try either, and another program on one of them would answer in our place. Port 0 finds one that is free
/// on both.
std::variant<Listeners, ServerError> listenOn(const QString &address, quint16 port, ConnectionContext &context);

/// "127.0.0.1:8000", "[::1]:8000".
QString endpointText(const QString &address, quint16 port);

} // namespace ticker
