// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether what a client got is what the tape says: each function returns what is wrong, as texts.

const mostTold = 5;
/** A client may be that much ahead of the witness when it comes, or behind. */
const slackTicks = 1000;

/** Two quotes, but for their state: a halt is no tick, and so the tape knows nothing of it. */
export function isSame(one, other) {
    const text = (quote) => JSON.stringify(quote && { ...quote, state: undefined });
    return text(one) === text(other);
}

/** What a message must say that stands for the ticks after one place and up to another. */
function wantedQuotes(tape, symbols, after, at) {
    const newest = new Map();
    let ticks = 0;
    for (const { quotes } of tape.entries.slice(after + 1, at + 1)) {
        const own = (quotes ?? []).filter(({ symbol }) => symbols.has(symbol));
        ticks += own.length > 0 ? 1 : 0;
        for (const quote of own)
            newest.set(quote.symbol, quote);
    }
    return { ticks, newest };
}

/** A walk along the tape with what one client got. */
class Walk {
    problems = [];
    #tape;
    #mayMerge;
    #mayBeLate;
    #symbols = new Set();
    /** The newest tick that the client knows of; null until that is known. */
    at = null;
    /** Which market it is in, see Tape.eras; null until a tick said it. */
    #era = null;
    #isAfterSnapshot = false;
    /** By the message's own numbers, as WIRE.md tells a client to look. */
    #last = null;
    #tapeId = undefined;

    constructor(tape, { mayMerge = false, mayBeLate = mayMerge }) {
        this.#tape = tape;
        this.#mayMerge = mayMerge;
        this.#mayBeLate = mayBeLate;
    }

    #tell(text) {
        if (this.problems.length < mostTold)
            this.problems.push(text);
    }

    /** What was sent last has come, too. */
    heartbeat({ seq, last, tape }) {
        // One may be of a market that the client never saw, because the next one was there before it could read.
        if (last === undefined || tape !== this.#tapeId)
            return;
        if (this.#last !== null && last > this.#last)
            this.#tell(`missing: a heartbeat in ${seq} says that ${last} was sent, the last one was ${this.#last}`);
    }

    /** The place up to which a snapshot tells everything; null if only the next tick says it. */
    #placeOf(snapshot) {
        if (snapshot.seq !== 0)
            return this.#tape.lastUpTo(snapshot);
        // Of a client that listens it tells that the market is another one.
        this.#era = this.#era === null ? null : this.#era + 1;
        return this.#era === null ? null : (this.#tape.eras[this.#era]?.start ?? this.#tape.entries.length) - 1;
    }

    /** A loss that the client can see by itself. */
    #lookAfter({ seq, after, last = seq, tape = this.#tapeId }) {
        if (tape !== this.#tapeId)
            this.#last = null;
        this.#tapeId = tape;
        if (this.#last !== null && after > this.#last)
            this.#tell(`missing: ${seq} comes after ${after}, the last one was ${this.#last}`);
        this.#last = last;
    }

    snapshot(message) {
        this.#lookAfter(message);
        const place = this.#placeOf(message);
        // What came before a change of the market came whole.
        if (this.at !== null && place !== null && !this.#mayMerge) {
            const end = Math.min(place, this.#tape.eraEndOf(this.at));
            const { ticks } = wantedQuotes(this.#tape, this.#symbols, this.at, end);
            if (ticks > 0)
                this.#tell(`missing: ${ticks} ticks before the snapshot with ${message.seq}`);
        }
        this.at = place;
        this.#isAfterSnapshot = true;
        this.#symbols = new Set(message.symbols);
        for (const quote of message.quotes) {
            const wanted = this.#tape.quoteUpTo(place, quote.symbol);
            if (wanted !== undefined && !isSame(quote, wanted))
                this.#tell(`changed: the snapshot with ${message.seq} has ${JSON.stringify(quote)}, not ` +
                    JSON.stringify(wanted));
        }
    }

    tick(message) {
        this.#lookAfter(message);
        const { seq, quotes, merged = 0 } = message;
        const place = this.#find(message);
        if (place === -1) {
            this.#tell(`changed: there was no tick ${seq} at ${message.time}`);
            return;
        }
        const begin = this.#tape.eraStartOf(place) - 1;
        // A snapshot is made when the client takes it. What came meanwhile follows, merged; some of it may be in there.
        const mayRepeat = this.#mayBeLate && this.#isAfterSnapshot &&
            (merged > 0 ? place >= (this.at ?? begin) : place === this.at);
        const after = mayRepeat ? begin : this.at ?? begin;
        if (place <= after) {
            this.#tell(`${place === after ? "doubled" : "disordered"}: ${seq} after ${this.#tape.entries[after].seq}`);
            return;
        }
        if (mayRepeat && wantedQuotes(this.#tape, this.#symbols, this.at ?? begin, place).ticks > 1 + merged)
            this.#tell(`missing: ticks after the snapshot and before ${seq}`);
        this.#compare({ seq, quotes, merged }, after, place, mayRepeat);
        this.#isAfterSnapshot = false;
        this.at = place;
        this.#era = this.#tape.entries[place].era;
    }

    /** Where the tick stands, or -1. If nobody traded in the newest of several, the tape has none of that number. */
    #find(message) {
        const place = this.#tape.find(message);
        if (place !== -1 || !this.#mayMerge)
            return place;
        const before = this.#tape.lastUpTo(message);
        return this.#tape.entries[before]?.seq === message.seq ? -1 : before;
    }

    #compare({ seq, quotes, merged }, after, place, isPart) {
        const { ticks, newest } = wantedQuotes(this.#tape, this.#symbols, after, place);
        // What waited for a slow client is dropped when the market changes.
        const isWhole = !isPart && this.#tape.eraStartOf(place) <= after + 1;
        if (merged > 0 && !this.#mayMerge && !isPart)
            this.#tell(`missing: ${merged} ticks were merged with ${seq}`);
        if (isWhole ? ticks !== 1 + merged : !this.#mayMerge && !isPart)
            this.#tell(`missing: ${ticks - 1 - merged} ticks before ${seq}`);
        else if (isWhole && quotes.length !== newest.size)
            this.#tell(`changed: ${quotes.length} quotes in ${seq}, not ${newest.size}`);
        const wrong = quotes.find((quote) => !isSame(quote, newest.get(quote.symbol)));
        if (wrong)
            this.#tell(`changed: ${JSON.stringify(wrong)} in ${seq}, not ${JSON.stringify(newest.get(wrong.symbol))}`);
    }
}

/**
 * Snapshots and ticks in the order in which they came: { problems, at }, where `at` is the place of the newest one.
 * Who may merge gets the newest quotes of several ticks, and is told of how many. Who may be late, since it polls, gets
 * that only behind a snapshot.
 */
export function checkMessages(tape, messages, options = {}) {
    const walk = new Walk(tape, options);
    for (const message of messages) {
        if (message.type === "snapshot")
            walk.snapshot(message);
        else if (message.type === "heartbeat")
            walk.heartbeat(message);
        else
            walk.tick(message);
    }
    return { problems: walk.problems, at: walk.at ?? -1 };
}

/**
 * Prices alone, of one who came when the tape had `from` entries: they must stand there in one piece. { problems, at },
 * where `at` is the place of the last one, or -1.
 */
export function checkPrices(tape, prices, from) {
    if (prices.length === 0)
        return { problems: [], at: -1 };
    const begin = Math.max(0, from - slackTicks);
    const places = [];
    for (let i = begin; i < tape.entries.length; ++i) {
        if (tape.entries[i].headline !== null)
            places.push(i);
    }
    let best = 0;
    // The latest first: a price that stays the same fits in many places.
    for (let start = places.length - prices.length; start >= 0; --start) {
        let length = 0;
        while (length < prices.length && tape.entries[places[start + length]].headline === prices[length])
            ++length;
        if (length === prices.length)
            return { problems: [], at: places[start + length - 1] };
        best = Math.max(best, length);
    }
    return {
        problems: [`prices: of ${prices.length} only the first ${best} are some in a row on the tape, then came ` +
            `${prices.slice(best, best + 5)}`],
        at: -1,
    };
}

/** The answer of /api/history, with times, for the headline: the ticks that it lists are those of the tape. */
export function checkHistory(tape, ticks) {
    const problems = [];
    let last = null;
    for (const tick of ticks) {
        const place = tape.find(tick);
        if (place === -1 || tape.entries[place].headline !== tick.price)
            problems.push(`history has ${JSON.stringify(tick)}, the tape ${tape.entries[place]?.headline}`);
        else if (last !== null && tape.entries.slice(last + 1, place).some(({ headline }) => headline !== null))
            problems.push(`history lacks ticks before ${tick.seq}`);
        last = place === -1 ? last : place;
    }
    return problems.slice(0, mostTold);
}
