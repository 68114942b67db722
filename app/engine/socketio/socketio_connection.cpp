// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio/socketio_connection.h"

namespace ticker {

void SocketIoConnection::noteRefused(const QString &code, const QString &quote) const
{
    note(Activity::Kind::MessageRefused, [&](Activity &line) {
        line.detail = code;
        line.text = quote;
    });
}

} // namespace ticker
