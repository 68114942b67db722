// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/prices_settings.h"

#include <QByteArray>
#include <QString>

namespace ticker {

/// What closing the window does on a desktop without a tray.
enum class NoTrayChoice : quint8 { Ask, Quit, KeepServing };

/// What the window wants remembered between two starts. A plain value: app/ stores it and hands it back; ui/ reads no
/// settings.
struct WindowSettings final
{
    QByteArray geometry;         ///< QWidget::saveGeometry(); empty for the default size.
    QByteArray clientsHeader;    ///< QHeaderView::saveState() of the clients table; empty for the default columns.
    QString view;                ///< The name of the page that was last in front; empty: the first one.
    QString folder;              ///< Where a file was last chosen; empty: nowhere yet.
    bool closeHintShown = false; ///< The user was told where the window goes when it is closed.
    NoTrayChoice noTrayChoice = NoTrayChoice::Ask;
    PricesSettings prices; ///< Of that page, which the window itself knows nothing of.

    friend bool operator==(const WindowSettings &, const WindowSettings &) = default;
};

} // namespace ticker
