// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/look_settings.h"

#include <QIcon>
#include <QString>

namespace ticker {

/// A coloured icon of the program ("tray-running", "tickertray") in the sizes that trays and task bars ask for.
/// Drawn from the SVG in the program itself: no icon theme and no icon engine plugin is needed.
QIcon programIcon(const QString &name);

/// The same for the tray, in colour or in one colour that stands out on a panel; there the white marks are cut out.
QIcon trayIcon(const QString &name, TrayIconStyle style);

/// A one-colour icon for a button or menu ("copy", "pause"), drawn in the text colour of the palette at the moment of
/// painting, so that it follows a change between light and dark by itself.
QIcon symbolicIcon(const QString &name);

} // namespace ticker
