// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** A function that gives a number from 0 up to a limit, the limit left out; the same ones for the same seed. */
export function seededRandom(seed) {
    // The linear congruence of Numerical Recipes; its high bits are good enough to vary times.
    const [factor, step, range] = [1664525, 1013904223, 2 ** 32];
    let state = seed;
    return (limit) => {
        state = (Math.imul(state, factor) + step) >>> 0;
        return limit * state / range;
    };
}
