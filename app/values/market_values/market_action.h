// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace ticker {

/// What a person does to the running market, by the symbol. A value; see MarketEvent for what each kind does.
struct MarketAction final
{
    enum class Kind : quint8 { Spike, Crash, Halt, Resume, Flat, Burst, Drift };

    /// Where `value` may lie; Halt and Resume have none.
    struct Range final
    {
        double lowest = 0;
        double highest = 0;
        double usual = 0;   ///< When nothing is given.
        bool whole = false; ///< Whole numbers only.

        [[nodiscard]] bool isNone() const { return lowest == highest; }
        /// Never what is no number; 0 where there is none.
        [[nodiscard]] bool contains(double value) const;
    };
    [[nodiscard]] static Range rangeOf(Kind kind);
    /// "spike"; what programs call it, the same in every language.
    [[nodiscard]] static QString nameOf(Kind kind);
    [[nodiscard]] static std::optional<Kind> fromName(const QString &name);

    Kind kind = Kind::Spike;
    QString symbol; ///< Empty: every instrument.
    double value =
        0; ///< Spike and crash: a share of the price; flat: 1 or 0; burst: ticks; drift: of the logarithm a tick.

    friend bool operator==(const MarketAction &, const MarketAction &) = default;
};

} // namespace ticker
