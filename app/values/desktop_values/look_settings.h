// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

enum class Theme : quint8 { System, Light, Dark };

/// How the icon in the tray is drawn.
enum class TrayIconStyle : quint8 {
    Automatic, ///< To the panel of the desktop where that is known, else in colour.
    Light,     ///< One light colour, for dark panels.
    Dark,      ///< One dark colour, for light panels.
    Colour,
};

/// How the window and the tray look and what they tell. A plain value: app/ stores it.
struct LookSettings final
{
    Theme theme = Theme::System;
    TrayIconStyle trayIcon = TrayIconStyle::Automatic;
    bool risingIsRed = false; ///< Rising prices are red and falling ones green, as in East Asia.
    bool notifications = true;

    friend bool operator==(const LookSettings &, const LookSettings &) = default;
};

} // namespace ticker
