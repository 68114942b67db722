// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ticker {

/// Instruments that go together, because they are of one trade. The random numbers that move them are
/// sqrt(correlation) F + sqrt(1 - correlation) e, where F is the sector's and e their own, all of them standard normal:
/// one-factor models as of W. Sharpe, "A simplified model for portfolio analysis", 1963, with a factor for each sector.
struct Sector final
{
    QString name;             ///< For people, and for the random numbers: unique in its market.
    double correlation = 0.5; ///< Of any two of its instruments; from 0 to 1.

    friend bool operator==(const Sector &, const Sector &) = default;
};

} // namespace ticker
