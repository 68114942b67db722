// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

const clockCorrectionMs = 10_000; // by more than this a clock is set back, not corrected

/**
 * Prices over time as bars (open, high, low, close of each interval), the newest so many of them, in columns as charts
 * take them. Times are in milliseconds since 1970, in ascending order. What comes a little late belongs to the newest
 * bar; where the server's clock was set back, bars of a time that is yet to come are forgotten.
 */
export class Bars {
    times = []; // when each begins
    opens = [];
    highs = [];
    lows = [];
    closes = [];
    #intervalMs;
    #capacity;

    constructor(intervalMs, capacity) {
        this.#intervalMs = intervalMs;
        this.#capacity = capacity;
    }

    get length() {
        return this.times.length;
    }

    /** One price. */
    add(timeMs, price) {
        if (timeMs < (this.times.at(-1) ?? timeMs) - clockCorrectionMs)
            this.#forgetAfter(timeMs);
        const slot = Math.floor(timeMs / this.#intervalMs) * this.#intervalMs;
        this.merge({ time: slot, open: price, high: price, low: price, close: price });
    }

    /** A bar, or what came later of the newest one. */
    merge({ time, open, high, low, close }) {
        const last = this.length - 1;
        if (last >= 0 && time <= this.times[last]) {
            this.highs[last] = Math.max(this.highs[last], high);
            this.lows[last] = Math.min(this.lows[last], low);
            this.closes[last] = close;
            return;
        }
        for (const [column, value] of [[this.times, time], [this.opens, open], [this.highs, high], [this.lows, low],
            [this.closes, close]])
            column.push(value);
        // In batches, because each moves all that is kept.
        if (this.length >= this.#capacity * 1.25)
            this.#drop(this.length - this.#capacity);
    }

    clear() {
        this.#drop(this.length);
    }

    #forgetAfter(time) {
        const kept = this.times.findIndex((start) => start > time);
        for (const column of [this.times, this.opens, this.highs, this.lows, this.closes])
            column.length = kept;
    }

    #drop(count) {
        for (const column of [this.times, this.opens, this.highs, this.lows, this.closes])
            column.splice(0, count);
    }
}
