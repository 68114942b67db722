// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A client written from WIRE.md, from which a thousand tick messages are taken away at random: it finds each loss, and
// nothing else, on every way that carries `after`, over changes of the subscription, merged ticks and reconnects. What
// is lost last is shown by a heartbeat.
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
    heartbeats = 0;
    shownByHeartbeat = 0;
    problems = [];
    #random;
    #tape = null;
    #last = null; // what the next tick is after
    #isShort = false; // a message was taken away since the last one that says what was before it

    constructor(seed) {
        this.#random = seededRandom(seed);
    }

    /** Of a new connection that was not resumed: it says itself that it has gaps. */
    begin() {
        this.#last = null;
        this.#isShort = false;
    }

    /** Of one that was resumed: what was taken away before comes again. */
    resume() {
        this.#isShort = false;
    }

    takeHeartbeat({ last, tape }) {
        if (last === undefined || this.#last === null)
            return;
        this.heartbeats += 1;
        const isLoss = last > this.#last;
        if (isLoss !== this.#isShort || tape !== (this.#tape ?? tape))
            this.problems.push(`a heartbeat of ${tape} with ${last} after ${this.#last} of ${this.#tape}: ${isLoss}`);
        this.shownByHeartbeat += isLoss ? 1 : 0;
        this.#isShort = false;
        this.#last = Math.max(last, this.#last);
    }

    /** False: it was taken away. */
    take(message, isTick) {
        if (isTick && this.#random(1) < share) {
            this.losses += 1;
            this.#isShort = true;
            return false;
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
        this.#last = last ?? (isTick ? seq : before_ ?? this.#last);
        return true;
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
    t.diagnostic(`${follower.losses} messages taken away, ${follower.merged} ticks merged, ` +
        `${follower.shownByHeartbeat} losses shown by ${follower.heartbeats} heartbeats`);
    assert.deepEqual(follower.problems.slice(0, 5), []);
    assert.ok(follower.losses >= wantedLosses && follower.merged > 0);
    assert.ok(follower.heartbeats > 0);
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
            if (message.type === "heartbeat")
                follower.takeHeartbeat(message);
            else
                follower.take(message, message.type === "tick");
            answers += ["snapshot", "subscribed"].includes(message.type) ? 1 : 0;
        });
        await once(socket, "open");
        socket.send(JSON.stringify({ action: "heartbeat", every: 1 }));
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
        socket.on("heartbeat", (message) => follower.takeHeartbeat(message));
        socket.emit("heartbeat", 1);
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
    let id = null;
    const read = async (query) => {
        follower.resume();
        const headers = id === null ? {} : { "Last-Event-ID": id };
        const sent = request({ host: "127.0.0.1", port: ticker.port, path: `/events?${query}`, headers, agent: false })
            .end();
        closeLater(() => sent.destroy());
        const [answer] = await once(sent, "response");
        let rest = "";
        answer.setEncoding("utf8").on("data", (text) => {
            const events = (rest + text).split("\n\n");
            rest = events.pop();
            for (const event of events) {
                const [, ownId, data] = /^(?:id: (\d+)\n)?(?:event: \w+\n)?data: (.*)$/.exec(event) ?? [];
                if (!data)
                    continue;
                const message = JSON.parse(data);
                seen.add(message.type);
                if (message.type === "heartbeat")
                    follower.takeHeartbeat(message);
                else if (follower.take(message, message.type === "tick"))
                    id = ownId ?? id;
            }
        }).on("error", () => {});
        return sent;
    };
    await until(async () => {
        const sent = await read(`symbols=${symbols}&heartbeat=1&max_rate=${random(2) < 1 ? 0 : 300}`);
        await new Promise((resolve) => { setTimeout(resolve, 100 + random(300)); });
        sent.destroy();
        await once(sent, "close");
        return follower.losses >= wantedLosses;
    }, () => `${wantedLosses} losses, there were ${follower.losses}`, 90_000);
    judge(t, follower);
    assert.ok(seen.has("resumed") && seen.has("snapshot"), [...seen].join());
});
