// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ticker {

/// Something with a price.
struct Instrument final
{
    QString symbol; ///< Short and unique: "ACME".
    QString name;   ///< For people.

    friend bool operator==(const Instrument &, const Instrument &) = default;
};

/// The instrument whose price goes out as "stock price update".
[[nodiscard]] Instrument headlineInstrument();

} // namespace ticker
