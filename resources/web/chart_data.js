// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { askCandles, askHistory } from "./api.js";
import { Bars } from "./bars.js";

const [second, minute, hour] = [1000, 60_000, 3_600_000];
const maxTicks = 10_000; // that one answer of /api/history has
const maxGaps = 20;
const maxLate = 20_000;

/** Of each time shown: how long it is, what a point of the line covers, and the candles that the server has for it. */
const windows = {
    "1m": { spanMs: minute, pointMs: 100, pointCandle: "1s", candle: "1s", candleMs: second },
    "5m": { spanMs: 5 * minute, pointMs: second, pointCandle: "1s", candle: "5s", candleMs: 5 * second },
    "15m": { spanMs: 15 * minute, pointMs: second, pointCandle: "1s", candle: "15s", candleMs: 15 * second },
    "1h": { spanMs: hour, pointMs: 5 * second, pointCandle: "5s", candle: "1m", candleMs: minute },
};

/** What the chart shows of one instrument: first what the server still has, then what comes. */
export class ChartData {
    bars = new Bars(second, 1);
    generatedTo = -Infinity; // what is before that time never was; it is there to fill the chart
    gaps = []; // { from, to } by the server's clock: what was not received live
    #symbol = "";
    #wish = 0;
    #late = null; // what comes while the past is on its way

    /** `onLoaded` is called when the past has come. */
    async show(symbol, windowName, shape, onLoaded) {
        const wanted = windows[windowName];
        const intervalMs = shape === "candles" ? wanted.candleMs : wanted.pointMs;
        const wish = ++this.#wish;
        this.#symbol = symbol;
        this.spanMs = wanted.spanMs;
        this.intervalMs = intervalMs;
        this.bars = new Bars(intervalMs, Math.ceil(wanted.spanMs / intervalMs) + 2);
        this.#late = [];
        const interval = shape === "candles" ? wanted.candle : wanted.pointCandle;
        const candleMs = Math.max(intervalMs, second);
        const limit = Math.ceil(wanted.spanMs / intervalMs) + 1;
        const fine = shape === "line" && intervalMs < second;
        const [candles, ticks] = await Promise.all([
            askCandles(symbol, interval, fine ? wanted.spanMs / second + 1 : limit),
            fine ? askHistory(symbol, maxTicks) : [],
        ]);
        if (wish !== this.#wish)
            return;
        const newest = candles.findLast(({ generated }) => generated);
        this.generatedTo = newest ? newest.time + candleMs : -Infinity;
        const firstTick = ticks[0]?.time ?? Infinity;
        for (const candle of candles.filter(({ time }) => time + second <= firstTick))
            this.bars.merge(candle);
        for (const { time, price } of ticks)
            this.bars.add(time, price);
        const { times } = this.bars;
        for (const { time, price } of this.#late.filter((each) => each.time >= (times.at(-1) ?? 0)))
            this.bars.add(time, price);
        this.#late = null;
        onLoaded();
    }

    take(timeMs, quotes) {
        const quote = quotes.find(({ symbol }) => symbol === this.#symbol);
        if (!quote || !Number.isFinite(timeMs))
            return;
        if (this.#late === null)
            this.bars.add(timeMs, quote.price);
        else if (this.#late.length < maxLate)
            this.#late.push({ time: timeMs, price: quote.price });
    }

    addGap(from, to) {
        this.gaps.push({ from, to });
        if (this.gaps.length > maxGaps)
            this.gaps.shift();
    }

    clear() {
        this.bars.clear();
        this.generatedTo = -Infinity;
        this.gaps.length = 0;
    }
}
