// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A client of TickerTray for browsers, in one file that may be copied. It connects by any of four ways, comes back
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
 *   onGap({ from, to }) ticks of the same tape that were made while there was no connection: /api/history has them
 *   onOdd(text)         a message that makes no sense, and was left out
 *   onState(state)      { kind: "connecting" }, { kind: "connected", transport }, { kind: "reconnecting", attempt },
 *                       { kind: "waiting", until, attempt, reason }, { kind: "refused", reason }, { kind: "resting" }
 */

const firstDelayMs = 1000;
const longestDelayMs = 5000;
const answerWithinMs = 8000;

const isQuote = (quote) => typeof quote?.symbol === "string" && Number.isFinite(quote.price);
const listOf = (symbols) => symbols === "*" ? "*" : symbols.map(encodeURIComponent).join(",");

/** Why an HTTP answer is none: its problem's detail, or its text, in one line. */
async function refusal(reply) {
    const text = await reply.text();
    try {
        return JSON.parse(text).detail ?? text;
    } catch {
        return text.trim().split("\n", 1)[0].slice(0, 200) || `HTTP ${reply.status}`;
    }
}

/** Each opens a line, tells `line` what comes, and gives back a function that hangs up. */
const ways = {
    socketio({ server, io, symbols }, line) {
        const socket = io(server, { forceNew: true, reconnection: false, timeout: answerWithinMs });
        const { engine } = socket.io;
        socket.on("connect", () => {
            line.transport(engine.transport.name);
            engine.once("upgrade", ({ name }) => line.transport(name));
            socket.emit("subscribe", symbols, (answer) =>
                answer?.error ? line.refused(answer.error.message) : line.snapshot(answer));
        });
        socket.on("quotes", line.tick);
        socket.on("snapshot", line.changed); // unasked: another market
        socket.on("disconnect", line.lost);
        // One that leaves the connection open is the server's "no".
        socket.on("connect_error", ({ message }) =>
            engine.readyState === "open" ? line.refused(message) : line.lost("unreachable"));
        return () => socket.disconnect();
    },
    websocket({ server, symbols }, line) {
        const socket = new WebSocket(`${server.replace(/^http/, "ws")}/ws`);
        let greeted = false;
        socket.onmessage = ({ data }) => {
            const message = line.parse(data);
            if (message?.type === "tick")
                line.tick(message);
            else if (message?.type === "snapshot")
                line.snapshot(message);
            else if (message?.type === "error")
                line.refused(String(message.message));
            else if (message?.type === "hello" && greeted)
                line.changed();
            else if (message?.type === "hello")
                socket.send(JSON.stringify({ action: "subscribe", symbols }));
            greeted ||= message?.type === "hello";
        };
        socket.onopen = () => line.transport("WebSocket");
        socket.onclose = ({ code }) => line.lost(`close ${code}`);
        return () => socket.close();
    },
    events({ server, symbols }, line) {
        const source = new EventSource(`${server}/events?symbols=${listOf(symbols)}`);
        source.onopen = () => line.transport("server-sent events");
        source.onmessage = ({ data }) => {
            const message = line.parse(data);
            if (message?.type === "tick")
                line.tick(message);
            else if (message?.type === "snapshot")
                line.snapshot(message);
            else if (message?.type === "hello")
                line.changed();
        };
        // It would connect again by itself, but does not say when; so all ways wait alike.
        source.onerror = () => line.lost("transport close");
        return () => source.close();
    },
    polling({ server, symbols, pollMs }, line) {
        const stop = new AbortController();
        let [tag, isFirst, timer] = ["", true, 0];
        const ask = async () => {
            try {
                const reply = await fetch(`${server}/api/quotes?symbols=${listOf(symbols)}`,
                    { headers: { "If-None-Match": tag }, cache: "no-store", signal: stop.signal });
                if (reply.status !== 304 && !reply.ok)
                    return line.refused(await refusal(reply));
                tag = reply.headers.get("ETag") ?? "";
                if (reply.status !== 304)
                    (isFirst ? line.snapshot : line.tick)(line.parse(await reply.text()));
                if (isFirst)
                    line.transport("polling /api/quotes");
                isFirst = false;
                timer = setTimeout(ask, pollMs);
            } catch {
                line.lost("unreachable");
            }
        };
        ask();
        return () => {
            stop.abort();
            clearTimeout(timer);
        };
    },
};

export class TickerClient {
    #options;
    #on;
    #state = { kind: "idle" };
    #attempt = 0;
    #timer = 0;
    #turn = 0; // What an earlier line still says is not heard.
    #hangUp = () => {};
    #seed = null;
    #seq = null;

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
        this.#hangUp = ways[this.#options.way](this.#options, {
            lost,
            refused,
            transport: isMine((transport) => this.#set({ kind: "connected", transport })),
            changed: isMine(() => this.#open()),
            snapshot: isMine((message) => this.#take("onSnapshot", message)),
            tick: isMine((message) => this.#take("onTick", message)),
            parse: (text) => this.#parse(text),
        });
        return undefined;
    }

    /** The seed says whether it is still the same tape; that a tape can't run backwards says it too. */
    async #compare(status) {
        if (status.seed === this.#seed && status.seq >= this.#seq)
            return;
        this.#seq = null;
        await this.#on("onMarket", status);
        this.#seed = status.seed; // Where that failed, it is told again.
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
        if (this.#seq !== null && message.seq < this.#seq)
            return this.#open(); // Prices began anew.
        if (name === "onSnapshot") {
            clearTimeout(this.#timer);
            this.#attempt = 0;
            if (this.#seq !== null && message.seq > this.#seq)
                this.#on("onGap", { from: this.#seq + 1, to: message.seq });
        }
        this.#seq = message.seq;
        return this.#on(name, { ...message, quotes: message.quotes.filter(isQuote) });
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
        clearTimeout(this.#timer);
        this.#hangUp();
        this.#hangUp = () => {};
    }

    #set(state) {
        this.#state = state;
        this.#on("onState", state);
    }
}
