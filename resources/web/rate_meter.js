// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

const slotMs = 500;
const slots = 8;

/**
 * Ticks a second over the last four seconds, in constant memory however fast they come; more slowly than that, the gap
 * between the last two tells. Times are in milliseconds, from any origin, never going back.
 */
export class RateMeter {
    #window = Array.from({ length: slots }, () => ({ count: 0, first: 0 }));
    #slot = 0;
    #last = null;
    #gap = null;

    count(now) {
        this.#moveTo(now);
        const slot = this.#window[this.#slot % slots];
        if (slot.count === 0)
            slot.first = now;
        slot.count += 1;
        if (this.#last !== null)
            this.#gap = now - this.#last;
        this.#last = now;
    }

    rate(now) {
        if (this.#gap === null)
            return 0;
        this.#moveTo(now);
        // From the first tick in the window to the last: whole gaps only, so that a steady rate gives a steady number.
        const used = this.#window.filter((slot) => slot.count !== 0);
        const gaps = used.reduce((sum, slot) => sum + slot.count, -1);
        const span = gaps > 0 ? this.#last - Math.min(...used.map((slot) => slot.first)) : 0;
        const usual = span > 0 ? span / gaps : Math.max(this.#gap, 0.1);
        const silence = now - this.#last;
        return 1000 / (silence > 2 * usual ? silence : usual);
    }

    #moveTo(now) {
        const slot = Math.floor(now / slotMs);
        const passed = Math.min(slot - this.#slot, slots);
        for (let i = 0; i < passed; ++i)
            this.#window[(slot - i) % slots].count = 0;
        this.#slot = Math.max(slot, this.#slot);
    }
}
