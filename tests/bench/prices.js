// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** A function that gives the same prices as the floor: three digits, and never the same twice in a row. */
export function prices() {
    const values = 900;
    const step = 373;
    const smallest = 100;
    let value = 0;
    return () => {
        const price = smallest + value;
        value = (value + step) % values;
        return price;
    };
}
