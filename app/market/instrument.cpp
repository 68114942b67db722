// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instrument.h"

namespace ticker {

Instrument headlineInstrument()
{
    return {QStringLiteral("ACME"), QStringLiteral("Acme Rockets (invented)")};
}

} // namespace ticker
