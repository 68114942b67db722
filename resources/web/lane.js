// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { ways } from "./ticker_ways.js";

const againAfterMs = 1000;
const maxSamples = 3600; // a minute of frames

/** The ways that are compared, each by what ticker_ways.js makes of it. */
export const laneKinds = [
    { id: "poll", way: "polling", asks: true, options: { unconditional: true } },
    { id: "conditional", way: "polling", asks: true, options: {} },
    { id: "long", way: "socketio", asks: true, options: { transports: ["polling"] } },
    { id: "events", way: "events", asks: false, options: {} },
    { id: "websocket", way: "websocket", asks: false, options: {} },
    { id: "socketio", way: "socketio", asks: false, options: { transports: ["websocket"] } },
];

/** What came: answers with news, ticks, the first and last of them; and whether such an answer is being read. */
const noCount = () => ({ news: 0, received: 0, first: 0, last: 0, answer: false });

/** The value below which a share of them lies; null when there are none. */
export function percentile(values, share) {
    if (values.length === 0)
        return null;
    const sorted = Float64Array.from(values).sort();
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** One way of reading one instrument, and what it is like. Times of the page are in milliseconds since it opened. */
export class Lane {
    kind;
    state = "off"; // "connecting", "on", "lost"; "refused" with its reason
    reason = "";
    shown = null; // the quote on the screen: { price, time }
    #options = null;
    #newest = null; // what came last, to be drawn with the next frame
    #hangUp = () => {};
    #timer = 0;
    #count = noCount();
    #startedAt = 0;
    #newsAt = null;
    #longestGapMs = 0;
    #ages = [];
    #oldest = 0; // in #ages, which is written round and round
    #recent = { sum: 0, frames: 0 };

    constructor(kind) {
        this.kind = kind;
    }

    get isOn() {
        return this.#options !== null;
    }

    /** Begins, and forgets what was. Options: those of ticker_ways.js. */
    start(options) {
        this.stop();
        this.#count = noCount();
        [this.#newest, this.shown, this.#newsAt, this.#longestGapMs] = [null, null, null, 0];
        [this.#ages, this.#oldest] = [[], 0];
        this.#startedAt = performance.now();
        this.#options = { ...options, ...this.kind.options };
        this.#open();
    }

    stop() {
        if (this.state !== "connecting") // Browsers complain of what is closed before it is open.
            this.#hangUp();
        clearTimeout(this.#timer);
        this.#hangUp = () => {};
        this.#options = null;
        this.state = "off";
    }

    #open() {
        const options = this.#options;
        const isMine = (handler) => (value) => { if (this.#options === options) handler(value); };
        const again = isMine((reason) => {
            this.#hangUp();
            [this.state, this.reason] = ["lost", reason];
            clearTimeout(this.#timer);
            this.#timer = setTimeout(() => this.#open(), againAfterMs);
        });
        let hangUp = () => {};
        const take = isMine((message) => this.#take(message, performance.now()));
        this.state = "connecting";
        hangUp = ways[this.kind.way](options, {
            transport: () => {
                if (this.#options === options)
                    this.state = "on";
                else
                    hangUp(); // stopped meanwhile
            },
            snapshot: take,
            tick: take,
            changed: again,
            lost: again,
            refused: isMine((reason) => {
                this.#hangUp();
                [this.state, this.reason] = ["refused", reason];
            }),
            parse: (text) => { try { return JSON.parse(text); } catch { return null; } },
        });
        this.#hangUp = hangUp;
    }

    #take(message, now) {
        const quote = message?.quotes?.[0];
        if (!Number.isSafeInteger(message?.seq) || !Number.isFinite(quote?.price) || message.seq <= this.#count.last)
            return;
        const count = this.#count;
        count.first ||= message.seq;
        count.last = message.seq;
        count.received += 1;
        if (!count.answer) {
            count.news += 1; // an answer may bring several ticks, all at once
            count.answer = true;
            setTimeout(() => { count.answer = false; });
        }
        if (this.#newsAt !== null)
            this.#longestGapMs = Math.max(this.#longestGapMs, now - this.#newsAt);
        this.#newsAt = now;
        this.#newest = { price: quote.price, time: message.time };
    }

    /** A frame is drawn while the server's clock shows that: what came is on the screen from now on. */
    frame(serverNow) {
        this.shown = this.#newest;
        if (this.shown === null || !Number.isFinite(serverNow))
            return;
        const age = Math.max(0, serverNow - this.shown.time);
        this.#recent.sum += age;
        this.#recent.frames += 1;
        this.#ages[this.#oldest] = age;
        this.#oldest = (this.#oldest + 1) % maxSamples;
    }

    /** The mean age since this was asked last; null without a frame. */
    takeRecentAge() {
        const { sum, frames } = this.#recent;
        this.#recent = { sum: 0, frames: 0 };
        return frames === 0 ? null : sum / frames;
    }

    /**
     * With what the server has counted for it ({ requests, bytesUp, bytesDown }, or null). Answers that were asked for
     * have news or are for nothing; what is pushed was not asked for.
     */
    figures(counted, now) {
        const { news, received, first, last } = this.#count;
        const gap = this.#newsAt === null ? 0 : now - this.#newsAt;
        return {
            requests: counted?.requests ?? null,
            news: this.kind.asks ? news : received,
            nothing: this.kind.asks && counted ? Math.max(0, counted.requests - news) : this.kind.asks ? null : 0,
            up: counted?.bytesUp ?? null,
            down: counted?.bytesDown ?? null,
            age50: percentile(this.#ages, 0.5),
            age95: percentile(this.#ages, 0.95),
            age: this.#ages.length === 0 ? null : this.#ages.reduce((sum, age) => sum + age, 0) / this.#ages.length,
            ticks: first === 0 ? 0 : last - first + 1,
            missed: first === 0 ? 0 : last - first + 1 - received,
            gap: Math.max(this.#longestGapMs, gap),
            elapsed: now - this.#startedAt,
        };
    }
}
