// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

const keptSamples = 8;

/**
 * The server's clock, guessed by the quickest of the latest answers of /api/time: half of its way took the answer. All
 * times are in milliseconds since 1970.
 */
export class ServerClock {
    #samples = [];

    add({ time, sent, received }) {
        this.#samples.push({ offset: time - (sent + received) / 2, tripMs: received - sent });
        if (this.#samples.length > keptSamples)
            this.#samples.shift();
    }

    /** What the server's clock shows when ours shows `now`. */
    at(now) {
        const best = this.#samples.reduce((a, b) => b.tripMs < a.tripMs ? b : a, { offset: 0, tripMs: Infinity });
        return now + best.offset;
    }

    /** How old something of that time is now; null while that can't be known. Rounded clocks could say -1. */
    age(time, now) {
        return this.#samples.length === 0 ? null : Math.max(0, this.at(now) - time);
    }
}
