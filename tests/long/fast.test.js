// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The highest rate, 10,000 ticks a second: nobody who reads loses a tick, and nothing grows.
// TICKER_FAST_SECONDS=300 keeps it up for that long.
import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import WebSocket from "ws";
import { connect, connected, disconnectAll } from "../lib/clients.js";
import { feedUrl, weightOf } from "../lib/feed.js";
import { isMemoryTelling, residentBytes } from "../lib/process_figures.js";
import { finish, startTicker, until } from "../lib/ticker.js";
import { askUnread } from "../lib/unread.js";

const seconds = Number(process.env.TICKER_FAST_SECONDS ?? 5);
const rate = 10_000;
const mebibyte = 1024 * 1024;
const mostGrowthBytes = 64 * mebibyte;
/** So many ticks are kept for history; only then the program has its size. */
const fullHistory = 100_000;
const market = fileURLToPath(new URL("../lib/one_instrument.json", import.meta.url));

after(async () => {
    disconnectAll();
    await finish();
});

/** What a reader found: { ticks, last, problems }, where each message goes on where the one before has ended. */
class Account {
    ticks = 0;
    last = 0;
    problems = [];

    take(message) {
        if (message.type === "snapshot")
            this.last = message.seq;
        if (message.type !== "tick")
            return;
        const from = message.seq - weightOf(message);
        // What is merged behind a snapshot may repeat it.
        if (this.last !== from && this.problems.length < 10 && !(this.ticks === 0 && from < this.last))
            this.problems.push(`${message.seq} of ${weightOf(message)} ticks came after ${this.last}`);
        this.last = message.seq;
        this.ticks += weightOf(message);
    }
}

async function readWebSocket(url) {
    const account = new Account();
    const socket = new WebSocket(feedUrl(url));
    socket.on("message", (data) => account.take(JSON.parse(data)));
    await once(socket, "open");
    socket.send(JSON.stringify({ action: "subscribe", symbols: "*" }));
    return { account, isOpen: () => socket.readyState === WebSocket.OPEN, close: () => socket.terminate() };
}

async function readEvents(port) {
    const account = new Account();
    const sent = request({ host: "127.0.0.1", port, path: "/events?symbols=*", agent: false }).end();
    const [answer] = await once(sent, "response");
    let rest = "";
    let isOpen = true;
    answer.setEncoding("utf8").on("data", (text) => {
        const lines = (rest + text).split("\n");
        rest = lines.pop();
        for (const line of lines) {
            if (line.startsWith("data: "))
                account.take(JSON.parse(line.slice("data: ".length)));
        }
    }).on("close", () => { isOpen = false; });
    return { account, isOpen: () => isOpen, close: () => sent.destroy() };
}

test(`${rate} ticks a second for ${seconds} s`, { timeout: 120_000 + seconds * 4000 }, async (t) => {
    const ticker = await startTicker(["--rate", String(rate), "--seed", "7", "--market", market]);
    const status = async () => (await fetch(new URL("api/status", ticker.url))).json();
    const readers = {
        "a WebSocket": await readWebSocket(ticker.url),
        "an event stream": await readEvents(ticker.port),
    };
    const official = await connected(connect(ticker.url));
    const unread = await askUnread(ticker.port, "/events");
    await until(async () => (await status()).seq >= fullHistory, "a full history", 60_000, 200);
    const before = residentBytes(ticker);
    const { seq: first } = await status();
    const began = performance.now();
    let most = before;
    let longestMs = 0;
    await until(async () => {
        const asked = performance.now();
        await status();
        longestMs = Math.max(longestMs, performance.now() - asked);
        most = Math.max(most, residentBytes(ticker));
        return performance.now() - began >= seconds * 1000;
    }, "the time", seconds * 2000 + 10_000, 100);
    const { seq } = await status();
    const reached = (seq - first) / ((performance.now() - began) / 1000);
    t.diagnostic(`${Math.round(reached)} ticks a second, ${official.prices.length} prices of Socket.IO, grown by ` +
        `${(most - before) / 1024} KiB, an answer took ${Math.round(longestMs)} ms at most`);
    // A clock that stalls makes fewer; one that is throttled makes a fraction.
    assert.ok(reached > rate / 4, `${reached} ticks a second`);
    for (const [name, { account, isOpen, close }] of Object.entries(readers)) {
        await until(() => account.last >= seq, () => `${name} to be at ${seq}, it is at ${account.last}`);
        assert.ok(isOpen(), name);
        assert.deepEqual(account.problems, [], name);
        assert.ok(account.ticks > seconds * rate / 4, name);
        close();
    }
    assert.ok(official.socket.connected);
    assert.deepEqual(official.errors, []);
    unread.destroy();
    assert.ok(!isMemoryTelling || most - before < mostGrowthBytes, `grown by ${most - before} bytes`);
    await ticker.stop();
});
