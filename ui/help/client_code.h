// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ticker {

/// A client in a few lines, to be copied.
struct ClientCode final
{
    QString name; ///< "Socket.IO"; the same in every language.
    QString text;
};

/// For the address that is served, "http://127.0.0.1:8000/". Pure.
[[nodiscard]] QList<ClientCode> clientCodeFor(const QString &url);

} // namespace ticker
