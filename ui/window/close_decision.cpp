// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/close_decision.h"

namespace ticker {

CloseDecision::Action CloseDecision::decide(const Situation &situation)
{
    if (situation.quitting)
        return Quit;
    if (situation.trayActive)
        return Hide;
    switch (situation.noTrayChoice) {
    case NoTrayChoice::Ask:
        return Ask;
    case NoTrayChoice::Quit:
        return Quit;
    case NoTrayChoice::KeepServing:
        return Minimise;
    }
    Q_UNREACHABLE();
}

} // namespace ticker
