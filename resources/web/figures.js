// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { askStatus, askTime } from "./api.js";
import { element, write } from "./dom.js";
import { RateMeter } from "./rate_meter.js";
import { ServerClock } from "./server_clock.js";

const staleAfterMs = 2000; // and after three times what lies between two ticks
const lagShare = 0.1; // of the newest tick in the average that is shown
const earlySamples = 3;

const closedStates = ["paused", "ended", "failed"];

/** How fast ticks come, are drawn, and how old they are then; and what the server says of its own rate. */
export class Figures {
    ticks = 0;
    lastTickAt = -Infinity;
    odd = 0;
    #received = new RateMeter();
    #drawn = new RateMeter();
    #clock = new ServerClock();
    #lagMs = null;
    #server = { rate: 0 };
    #state = "running"; // of the market
    #samples = 0;

    /** A tick came, at that time of the page. */
    count(message, now) {
        this.ticks += 1;
        this.lastTickAt = now;
        this.#received.count(now);
        const age = this.#clock.age(message.time, performance.timeOrigin + now);
        if (Number.isFinite(age))
            this.#lagMs = this.#lagMs === null ? age : this.#lagMs + lagShare * (age - this.#lagMs);
    }

    countDrawn(now) {
        this.#drawn.count(now);
    }

    rate(now) {
        return this.#received.rate(now);
    }

    /** The server's clock now, in milliseconds since 1970. */
    serverNow(now) {
        return this.#clock.at(performance.timeOrigin + now);
    }

    /** Asks the server for its time and its rate; to be called now and then. */
    async refresh() {
        const [time, status] = await Promise.all([askTime(), askStatus()]);
        if (time)
            this.#clock.add(time);
        this.#server = status ?? this.#server;
        this.setState(status?.state ?? this.#state);
        if (time && ++this.#samples < earlySamples)
            await this.refresh();
    }

    /** Whether ticks come: "running" unless the server says "paused", "ended" or "failed". */
    setState(state = "running") {
        if (closedStates.includes(state) || state === "running")
            this.#state = state;
    }

    /** "connected" seen more closely: why no ticks come, or stale for so long. */
    judge(state, now) {
        if (state.kind !== "connected")
            return state;
        if (closedStates.includes(this.#state))
            return { ...state, kind: this.#state };
        const silentMs = now - this.lastTickAt;
        const usualMs = 1000 / this.#server.rate;
        return Number.isFinite(silentMs) && silentMs > Math.max(staleAfterMs, 3 * usualMs)
            ? { ...state, kind: "stale", silentMs } : state;
    }

    draw(now, seq, words) {
        write(element("ticks"), words.number(this.ticks));
        write(element("rate"), words.rate(this.rate(now)));
        write(element("drawn"), words.rate(this.#drawn.rate(now)));
        write(element("seq"), words.number(seq));
        write(element("lag"), words.lag(this.#lagMs));
        write(element("odd"), this.odd === 0 ? "" : words.t("odd", { count: words.number(this.odd) }));
    }
}
