// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A client written from WIRE.md, from which a thousand tick messages are taken away at random: it finds each loss, and
// nothing else, on every way that carries `after`, over changes of the subscription, merged ticks and reconnects.
import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import { after, before, test } from "node:test";
import WebSocket from "ws";
import { closeAfterEach, connect, connected } from "../lib/clients.js";
import { feedUrl } from "../lib/feed.js";
import { seededRandom } from "../lib/random.js";
import { finish, startTicker, until } from "../lib/ticker.js";

const wantedLosses = 1000;
const share = 0.3; // of the tick messages
const symbols = ["ACME", "SLOTH", "TEAPOT", "DUCKY"];

let ticker;
const closeLater = closeAfterEach();
before(async () => { ticker = await startTicker(["--rate", "1000", "--seed", "7"]); });
after(() => finish(ticker));

/** The client, and the thief in front of it. */
class Follower {
    losses = 0; // messages that were taken away
    reconnects = 0;
    merged = 0;
    problems = [];
    #random;
    #tape = null;
    #newest = null; // seq
    #last = null; // what the next tick is after
    #isShort = false; // a message was taken away since the last one that says what was before it

    constructor(seed) {
        this.#random = seededRandom(seed);
    }

    get newest() { return this.#newest; }

    /** Of a new connection that was not resumed: it says itself that it has gaps. */
    begin() {
        this.#newest = null;
        this.#last = null;
        this.#isShort = false;
    }

    /** Of one that was resumed: what was taken away before comes again. */
    resume() {
        this.#isShort = false;
    }

    take(message, isTick) {
        if (isTick && this.#random(1) < share) {
            this.losses += 1;
            this.#isShort = true;
            return;
        }
        const { seq, after: before_, last, tape, merged } = message;
        if (tape !== undefined && this.#tape !== null && tape !== this.#tape)
            this.problems.push(`tape ${tape} after ${this.#tape}`);
        this.#tape = tape ?? this.#tape;
        this.merged += merged ?? 0;
        if (before_ !== undefined) {
            const isLoss = this.#last !== null && before_ > this.#last;
            if (isLoss !== this.#isShort && this.#last !== null)
                this.problems.push(`${JSON.stringify(message).slice(0, 90)} after ${this.#last}: ${isLoss}`);
            this.#isShort = false;
        }
        this.#newest = Math.max(this.#newest ?? 0, seq ?? 0);
        this.#last = last ?? (isTick ? seq : before_ ?? this.#last);
    }
}

/** Changes the subscription again and again until enough was taken away: `change` does it once, with its answer. */
async function changeUntilDone(follower, random, change) {
    await until(async () => {
        const some = symbols.filter(() => random(2) < 1);
        const maxRate = [0, 0, 100, 300][Math.floor(random(4))];
        await change(random(2) < 1 ? "subscribe" : "unsubscribe", some.length > 0 ? some : symbols, maxRate);
        await new Promise((resolve) => { setTimeout(resolve, random(40)); });
        return follower.losses >= wantedLosses;
    }, () => `${wantedLosses} losses, there were ${follower.losses}`, 90_000);
}

function judge(t, follower) {
    t.diagnostic(`${follower.losses} messages taken away, ${follower.merged} ticks merged`);
    assert.deepEqual(follower.problems.slice(0, 5), []);
    assert.ok(follower.losses >= wantedLosses && follower.merged > 0);
}

test("over a WebSocket", { timeout: 120_000 }, async (t) => {
    const follower = new Follower(1);
    const random = seededRandom(2);
    let socket;
    let answers = 0;
    const join = async () => {
        socket = new WebSocket(feedUrl(ticker.url));
        const own = socket;
        closeLater(() => own.terminate());
        socket.on("message", (data) => {
            const message = JSON.parse(data);
            assert.notEqual(message.type, "error", data.toString());
            follower.take(message, message.type === "tick");
            answers += ["snapshot", "subscribed"].includes(message.type) ? 1 : 0;
        });
        await once(socket, "open");
    };
    await join();
    await changeUntilDone(follower, random, async (action, some, maxRate) => {
        if (random(20) < 1) {
            socket.terminate();
            await once(socket, "close");
            follower.begin();
            await join();
        }
        const before_ = answers;
        socket.send(JSON.stringify({ action, symbols: some, ...(action === "subscribe" && { max_rate: maxRate }) }));
        await until(() => answers > before_, "an answer");
    });
    judge(t, follower);
});

for (const way of ["websocket", "polling"]) {
    test(`by Socket.IO over ${way}`, { timeout: 120_000 }, async (t) => {
        const follower = new Follower(3);
        const { socket } = await connected(connect(ticker.url, { way }));
        socket.on("quotes", (message) => follower.take(message, true));
        for (const event of ["snapshot", "subscribed"])
            socket.on(event, (message) => follower.take(message, false));
        let answers = 0;
        await changeUntilDone(follower, seededRandom(4), async (action, some, maxRate) => {
            const before_ = answers;
            // The acknowledgement comes in its place among the events.
            socket.emit(action, some, ...(action === "subscribe" ? [{ max_rate: maxRate }] : []), (answer) => {
                follower.take(answer, false);
                answers += 1;
            });
            await until(() => answers > before_, "an acknowledgement");
        });
        judge(t, follower);
    });
}

test("as server-sent events, which are resumed again and again", { timeout: 120_000 }, async (t) => {
    const follower = new Follower(5);
    const random = seededRandom(6);
    const seen = new Set();
    const read = async (query) => {
        follower.resume();
        const headers = follower.newest === null ? {} : { "Last-Event-ID": String(follower.newest) };
        const sent = request({ host: "127.0.0.1", port: ticker.port, path: `/events?${query}`, headers, agent: false })
            .end();
        closeLater(() => sent.destroy());
        const [answer] = await once(sent, "response");
        let rest = "";
        answer.setEncoding("utf8").on("data", (text) => {
            const lines = (rest + text).split("\n");
            rest = lines.pop();
            for (const line of lines.filter((one) => one.startsWith("data: "))) {
                const message = JSON.parse(line.slice("data: ".length));
                seen.add(message.type);
                follower.take(message, message.type === "tick");
            }
        }).on("error", () => {});
        return sent;
    };
    await until(async () => {
        const sent = await read(`symbols=${symbols}&max_rate=${random(2) < 1 ? 0 : 300}`);
        await new Promise((resolve) => { setTimeout(resolve, 100 + random(300)); });
        sent.destroy();
        await once(sent, "close");
        return follower.losses >= wantedLosses;
    }, () => `${wantedLosses} losses, there were ${follower.losses}`, 90_000);
    judge(t, follower);
    assert.ok(seen.has("resumed") && seen.has("snapshot"), [...seen].join());
});
