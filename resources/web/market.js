// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { Bars } from "./bars.js";

const trendMs = 1000;
export const trendBars = 60;
const maxDecimals = 12;

/** 2 for 0.05, 0 for 1 and for what is no tick size. */
export function decimalsOf(tickSize) {
    if (!(tickSize > 0))
        return 0;
    let decimals = 0;
    while (decimals < maxDecimals && Number(tickSize.toFixed(decimals)) !== tickSize)
        ++decimals;
    return decimals;
}

/** A quote of the past has no open, high and low: they are those of the one before, with its price in them. */
function completed(before, quote) {
    if (!Number.isFinite(before?.high))
        return quote;
    return { ...before, ...quote, high: Math.max(before.high, quote.price), low: Math.min(before.low, quote.price) };
}

/**
 * The instruments and the newest that is known of each: { symbol, name, decimals, quote, trend }, the trend being the
 * last minute. Everything that comes is taken in; what has changed since it was last drawn is in `changed`.
 */
export class Market {
    rows = new Map();
    featured = ""; // the symbol that is shown before a person chooses
    changed = new Set();
    seq = 0;
    timeMs = null;

    /** Another market, of which nothing is known yet. */
    begin(featured, instruments) {
        this.featured = featured;
        this.rows = new Map(instruments.map(({ symbol, name, tickSize }) => [symbol, {
            symbol, name: name ?? "", decimals: decimalsOf(tickSize), quote: null,
            trend: new Bars(trendMs, trendBars),
        }]));
        this.changed = new Set(this.rows.values());
        this.seq = 0;
        this.timeMs = null;
    }

    /** Trading of these is halted, or goes on. */
    setHalted(symbols, isHalted) {
        for (const row of symbols.map((symbol) => this.rows.get(symbol)).filter((one) => one?.quote)) {
            row.quote = { ...row.quote, state: isHalted ? "halted" : undefined };
            this.changed.add(row);
        }
    }

    /** Of these alone, of no others. */
    setAllHalted(symbols) {
        for (const row of this.rows.values()) {
            const isHalted = symbols.includes(row.symbol);
            if (isHalted !== (row.quote?.state === "halted"))
                this.setHalted([row.symbol], isHalted);
        }
    }

    get decimals() {
        return Math.max(0, ...[...this.rows.values()].map(({ decimals }) => decimals));
    }

    /** A snapshot or a tick. */
    take({ seq, time, quotes }) {
        this.seq = seq;
        this.timeMs = Number.isFinite(time) ? time : this.timeMs;
        for (const quote of quotes) {
            const row = this.rows.get(quote.symbol);
            if (!row)
                continue;
            row.quote = quote.high === undefined ? completed(row.quote, quote) : quote;
            if (this.timeMs !== null)
                row.trend.add(this.timeMs, quote.price);
            this.changed.add(row);
        }
    }
}

/** { change, share } since the opening, either null when there is none. Both say up or down also below zero. */
export function changeOf(quote) {
    if (!quote || !Number.isFinite(quote.open))
        return { change: null, share: null };
    const change = quote.price - quote.open;
    return { change, share: quote.open === 0 ? null : change / Math.abs(quote.open) };
}
