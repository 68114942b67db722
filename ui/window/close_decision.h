// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop_values/window_settings.h"

#include <QtGlobal>

namespace ticker {

/// What closing the window means, as a pure function of what is known at that moment.
class CloseDecision final
{
public:
    enum Action : quint8 {
        Hide,     ///< The tray icon brings it back.
        Ask,      ///< No tray: only the user knows.
        Quit,     ///< Let it close; the program ends.
        Minimise, ///< No tray, but the server stays: the task bar brings it back.
    };

    struct Situation final
    {
        bool quitting = false;   ///< The program or the session is ending: closing must not be refused.
        bool trayActive = false; ///< A tray shows our icon now.
        NoTrayChoice noTrayChoice = NoTrayChoice::Ask;
    };

    static Action decide(const Situation &situation);
};

} // namespace ticker
