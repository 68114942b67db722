// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A client of TickerTray for browsers, to be copied with ticker_ways.js. It connects by any of four ways, comes back
 * after a break, subscribes again and tells what was missed. Only the way "socketio" needs something else: io() of
 * npm's socket.io-client, version 4.
 *
 *     const client = new TickerClient({ way: "websocket", symbols: ["ACME", "SLOTH"] }, {
 *         onTick: ({ seq, time, quotes }) => console.log(seq, quotes),
 *     });
 *     client.start();
 *
 * Options: way ("socketio", "websocket", "events", "polling"), symbols (a list, or "*" for all), server (the page's own
 * if not given), io, pollMs. Handlers, all of which may be left out:
 *   onMarket(status)    what /api/status says, first and whenever prices begin anew: forget what you knew.
 *                       What it returns is waited for before the first snapshot
 *   onSnapshot(message) { seq, time, quotes }: how things stand, on each connection, before its first tick
 *   onTick(message)     the same of one tick, with `merged` when it stands for more than one
 *   onGap({ from, to }) ticks of the same tape that did not arrive, lost on their way or made while there was no
 *                       connection: /api/history has them. Comes before the message that shows it
 *   onStatus(message)   { state: "paused", "running", "ended" or "failed" }, perhaps with `halted`, all symbols that
 *                       are; or { symbols, state: "halted", "trading" or "gone" }: why no prices come, or do again
 *   onOdd(text)         a message that makes no sense, and was left out
 *   onState(state)      { kind: "connecting" }, { kind: "connected", transport }, { kind: "reconnecting", attempt },
 *                       { kind: "waiting", until, attempt, reason }, { kind: "refused", reason }, { kind: "resting" }
 */

import { answerWithinMs, isTrouble, refusal, ways } from "./ticker_ways.js";

const firstDelayMs = 1000;
const longestDelayMs = 5000;
const heartbeatSeconds = 5;
/** Two heartbeats and some: after so long a silence the connection is taken for dead, though nobody has said so. */
const silentAfter = (seconds) => (2 * seconds + 2) * 1000;

const isQuote = (quote) => typeof quote?.symbol === "string" && Number.isFinite(quote.price);

export class TickerClient {
    #options;
    #on;
    #state = { kind: "idle" };
    #attempt = 0;
    #timer = 0;
    #watch = 0; // while there are heartbeats
    #heardAt = 0;
    #turn = 0; // What an earlier line still says is not heard.
    #hangUp = () => {};
    #tape = null;
    #seq = null; // the newest that is known
    #last = null; // the tick that the next one comes after, unless a message is lost

    constructor(options, handlers) {
        this.#options = { server: location.origin, symbols: "*", pollMs: 1000, ...options };
        this.#on = (name, value) => handlers[name]?.(value);
    }

    /** Connects now, unless there is a connection or one on its way. */
    start() {
        if (["idle", "waiting", "refused", "resting"].includes(this.#state.kind))
            this.#open();
    }

    /** Hangs up until start(), which takes a snapshot: for a page that nobody sees. */
    rest() {
        this.#end();
        this.#last = null;
        this.#set({ kind: "resting" });
    }

    /** The same market by another way. */
    use(way) {
        this.#end();
        this.#options.way = way;
        this.#attempt = 0;
        this.#open();
    }

    async #open() {
        this.#end();
        const turn = this.#turn;
        const isMine = (handler) => (value) => { if (turn === this.#turn) handler(value); };
        this.#set(this.#attempt === 0 ? { kind: "connecting" } : { kind: "reconnecting", attempt: this.#attempt });
        const lost = isMine((reason) => this.#wait(reason));
        const refused = isMine((reason) => { this.#end(); this.#set({ kind: "refused", reason }); });
        this.#timer = setTimeout(() => lost("ping timeout"), answerWithinMs);
        try {
            const reply = await fetch(`${this.#options.server}/api/status`, { cache: "no-store" });
            if (isTrouble(reply))
                return lost(`HTTP ${reply.status}`);
            if (!reply.ok)
                return refused(await refusal(reply));
            const status = await reply.json();
            if (turn === this.#turn)
                await this.#compare(status);
        } catch {
            return lost("unreachable");
        }
        if (turn !== this.#turn)
            return undefined;
        const options = { ...this.#options, heartbeat: heartbeatSeconds, lastId: this.#last };
        this.#hangUp = ways[this.#options.way](options, {
            lost,
            refused,
            transport: isMine((transport) => this.#set({ kind: "connected", transport })),
            changed: isMine(() => this.#open()),
            snapshot: isMine((message) => this.#take("onSnapshot", message)),
            tick: isMine((message) => this.#take("onTick", message)),
            heartbeat: isMine((message) => this.#beat(message, lost)),
            status: isMine((message) => this.#on("onStatus", message)),
            returning: isMine(() => this.#return(lost)),
            resumed: isMine((message) => this.#resume(message)),
            parse: (text) => this.#parse(text),
        });
        return undefined;
    }

    async #compare(status) {
        if (status.tape === this.#tape)
            return;
        this.#seq = null;
        this.#last = null;
        await this.#on("onMarket", status);
        this.#tape = status.tape; // Where that failed, it is told again.
    }

    #parse(text) {
        try {
            return JSON.parse(text);
        } catch {
            this.#on("onOdd", String(text));
            return null;
        }
    }

    #take(name, message) {
        if (!Number.isSafeInteger(message?.seq) || !Array.isArray(message.quotes))
            return this.#on("onOdd", JSON.stringify(message) ?? "");
        if (message.tape !== undefined && message.tape !== this.#tape)
            return this.#open(); // another market
        this.#heardAt = performance.now();
        if (this.#seq !== null && message.seq < this.#seq)
            return this.#on("onOdd", JSON.stringify(message)); // older than what is known
        if (name === "onSnapshot")
            this.#isThere();
        // A snapshot stands for all before it; a tick says which one it comes after.
        if (name === "onSnapshot" && this.#seq !== null && message.seq > this.#seq)
            this.#on("onGap", { from: this.#seq + 1, to: message.seq });
        else if (name === "onTick" && message.after > this.#last)
            this.#on("onGap", { from: this.#last + 1, to: message.after });
        this.#seq = message.seq;
        this.#last = message.last ?? message.seq;
        return this.#on(name, { ...message, quotes: message.quotes.filter(isQuote) });
    }

    /** Nothing is lost if the newest tick that was sent has come. From the first one on silence is a sign, too. */
    #beat(message, lost) {
        if (message?.tape !== this.#tape)
            return this.#open(); // another market
        this.#heardAt = performance.now();
        if (this.#watch === 0 && message.every > 0)
            this.#watchFor(silentAfter(message.every), lost);
        if (this.#last !== null && message.last > this.#last) {
            this.#on("onGap", { from: this.#last + 1, to: message.last });
            this.#last = message.last;
        }
        return this.#tellState(message);
    }

    #tellState({ state = "running", halted = [] }) {
        this.#on("onStatus", { state, halted });
    }

    #watchFor(silentMs, lost) {
        const look = () => {
            const restMs = this.#heardAt + silentMs - performance.now();
            if (restMs <= 0)
                lost("ping timeout");
            else
                this.#watch = setTimeout(look, restMs);
        };
        this.#watch = setTimeout(look, silentMs);
    }

    /** The browser connects again by itself. It may wait for an answer for ever, but we don't. */
    #return(lost) {
        this.#stopTimers();
        this.#attempt += 1;
        this.#set({ kind: "reconnecting", attempt: this.#attempt });
        this.#timer = setTimeout(() => lost("ping timeout"), answerWithinMs);
    }

    /** What was missed comes next. */
    #resume(message) {
        if (message.tape !== this.#tape)
            return this.#open(); // another market
        this.#isThere();
        this.#heardAt = performance.now();
        this.#last = message.after;
        return this.#tellState(message);
    }

    #isThere() {
        clearTimeout(this.#timer);
        this.#attempt = 0;
    }

    #wait(reason) {
        this.#end();
        this.#attempt += 1;
        // Spread, so that many pages don't all come back at the same moment.
        const delay = Math.min(firstDelayMs * 1.5 ** (this.#attempt - 1), longestDelayMs) * (0.75 + Math.random() / 2);
        this.#set({ kind: "waiting", until: performance.now() + delay, attempt: this.#attempt, reason });
        this.#timer = setTimeout(() => this.#open(), delay);
    }

    #end() {
        this.#turn += 1;
        this.#stopTimers();
        this.#hangUp();
        this.#hangUp = () => {};
    }

    #stopTimers() {
        clearTimeout(this.#timer);
        clearTimeout(this.#watch);
        this.#watch = 0;
    }

    #set(state) {
        this.#state = state;
        this.#on("onState", state);
    }
}
