// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ticker {

/// What a client has subscribed to, as far as it is shown. Cheap to copy: clients that want the same share the text.
struct Subscription final
{
    /// Symbols that are named; of more there is only the number.
    static constexpr int mostNamed = 3;

    quint16 instruments = 0; ///< How many; 0: none.
    bool all = false;        ///< These are all that the market has.
    QString symbols;         ///< "ACME, TEAPOT"; empty when there are more than mostNamed.

    friend bool operator==(const Subscription &, const Subscription &) = default;
};

} // namespace ticker
