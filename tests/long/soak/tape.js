// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a witness at /ws heard of every instrument: the ticks that the others must have got, over all seeds and files.

/** Longer than any client lives: of older ticks only the headline is kept. */
const keptMs = 300_000;

export class Tape {
    /** In their order: { seq, time, era, quotes, headline }; headline is null where it did not trade. */
    entries = [];
    /** { seed, headline, start }: where the entries of one market and seed begin. */
    eras = [];
    problems = [];
    #positions = new Map();
    #shortened = 0;
    #hello = null;

    /** A message that the witness got. */
    add(message) {
        if (message.type === "hello")
            this.#begin(message);
        else if (message.type === "tick")
            this.#addTick(message);
        else if (!["snapshot", "status", "heartbeat"].includes(message.type))
            this.problems.push(`the witness got ${JSON.stringify(message).slice(0, 200)}`);
    }

    #begin({ seed, headline, instruments }) {
        this.#hello = { seed, headline, instruments: instruments.map(({ symbol }) => symbol) };
        this.eras.push({ seed, headline, start: this.entries.length });
    }

    #addTick({ seq, time, quotes, merged }) {
        const last = this.entries.at(-1);
        const era = this.eras.length - 1;
        if (merged !== undefined)
            this.problems.push(`the witness got ${merged} ticks merged with ${seq}`);
        if (last?.era === era && seq <= last.seq)
            this.problems.push(`the witness got ${seq} after ${last.seq}`);
        const headline = quotes.find(({ symbol }) => symbol === this.#hello.headline)?.price ?? null;
        this.#positions.set(`${seq}@${time}`, this.entries.length);
        this.entries.push({ seq, time, era, quotes, headline });
        for (; this.entries[this.#shortened].time < time - keptMs; ++this.#shortened)
            this.entries[this.#shortened].quotes = null;
    }

    get symbols() { return this.#hello.instruments; }

    /** Where the tick stands, or -1. */
    find({ seq, time }) {
        return this.#positions.get(`${seq}@${time}`) ?? -1;
    }

    /**
     * The last entry that is no newer than that, or -1. Nobody may have traded in a tick, which is not here then, and
     * in none since the market began: then it is the last one of the market before.
     */
    lastUpTo({ seq, time }) {
        return this.entries.findLastIndex((entry) => entry.time < time || (entry.time === time && entry.seq <= seq));
    }

    eraStartOf(at) {
        return this.eras[this.entries[at].era].start;
    }

    /** The last place of the era that an entry belongs to, or of the first one for -1. */
    eraEndOf(at) {
        const era = at < 0 ? 0 : this.entries[at].era;
        return (this.eras[era + 1]?.start ?? this.entries.length) - 1;
    }

    /** The newest entry of now's market with one of the symbols, or -1. */
    newestOf(symbols) {
        const now = this.eras.length - 1;
        for (let at = this.entries.length - 1; at >= 0 && this.entries[at].era === now; --at) {
            if (this.entries[at].quotes?.some(({ symbol }) => symbols.includes(symbol)))
                return at;
        }
        return -1;
    }

    /** The newest quote of a symbol up to a place, in its market; undefined when that is not known any more. */
    quoteUpTo(place, symbol) {
        for (let at = place; at >= 0 && at >= this.eraStartOf(place); --at) {
            const quote = this.entries[at].quotes?.find((one) => one.symbol === symbol);
            if (quote)
                return quote;
        }
        return undefined;
    }

    get headline() { return this.#hello.headline; }

    /** The headline of the first era with that seed: [[seq, price], …]. */
    headlineOf(wanted) {
        const first = this.eras.findIndex(({ seed }) => seed === wanted);
        return this.entries.filter(({ era, headline }) => era === first && headline !== null)
            .map(({ seq, headline }) => [seq, headline]);
    }
}
