// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

export const flashMs = 250;
const apartMs = 400;

/**
 * Lets the page flash at most three times in any second, however fast ticks come (WCAG 2.3.1): all that may flash does
 * so together, at beats. What changes faster than beats does not flash at all: that would say nothing.
 */
export class FlashGate {
    #beat = -Infinity;

    /** Whether what changed before at `previous` may flash for its change at `now`; times of one frame are equal. */
    allows(previous, now) {
        if (now - previous < apartMs || (now !== this.#beat && now - this.#beat < apartMs))
            return false;
        this.#beat = now;
        return true;
    }
}
