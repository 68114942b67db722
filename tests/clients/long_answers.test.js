// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Long answers of the interface come in pieces, as the client takes them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask } from "../lib/http.js";
import { isMemoryTelling, residentBytes } from "../lib/process_figures.js";
import { finish, startTicker, until } from "../lib/ticker.js";
import { askRaw, askUnread } from "../lib/unread.js";

const mebibyte = 1024 * 1024;
const most = 10_000;
let ticker;

async function get(path, options) {
    const reply = await ask(ticker.url, path, options);
    assert.equal(reply.status, 200, path);
    return { ...reply, json: reply.body.length > 0 ? JSON.parse(reply.body) : null };
}
async function command(json) {
    const headers = { "Content-Type": "application/json" };
    const reply = await fetch(`${ticker.url}api/control`, { method: "POST", headers, body: JSON.stringify(json) });
    assert.equal(reply.status, 200, await reply.text());
}

before(async () => {
    ticker = await startTicker(["--rate", "5000", "--seed", "7"]);
    await until(async () => (await get("/api/status")).json.seq > 20_000, "20,000 ticks", 60_000);
});
after(() => finish(ticker));

test("while the market goes on, a long history has no holes", { timeout: 60_000 }, async () => {
    for (let i = 0; i < 5; ++i) {
        const before_ = (await get("/api/status")).json.seq;
        const { json, headers } = await get(`/api/history?limit=${most}&times=1`);
        const after_ = (await get("/api/status")).json.seq;
        assert.equal(headers["transfer-encoding"], "chunked");
        assert.equal(json.ticks.length, most);
        // The headline trades in each tick of the built-in market.
        json.ticks.forEach((tick, place) => assert.equal(tick.seq, json.ticks[0].seq + place));
        assert.ok(json.ticks.at(-1).seq >= before_ && json.ticks.at(-1).seq <= after_);
        const from = json.ticks[0].seq;
        const same = await get(`/api/history?from=${from}&limit=${most}&times=1`);
        assert.deepEqual(same.json.ticks, json.ticks);
    }
});

test("few and many are the same ticks", { timeout: 60_000 }, async () => {
    await command({ action: "pause" });
    const many = await get("/api/history?limit=1000");
    for (const limit of [1, 199, 200, 201, 999]) {
        const few = await get(`/api/history?limit=${limit}`);
        assert.deepEqual(few.json.ticks, many.json.ticks.slice(-limit), `${limit}`);
        assert.equal(few.headers["content-length"] !== undefined, limit <= 200, `${limit}`);
        assert.equal(few.headers.etag, many.headers.etag);
    }
    const head = await get("/api/history?limit=1000", { method: "HEAD" });
    assert.equal(head.body.length, 0);
    assert.equal(head.headers.etag, many.headers.etag);
    const again = { headers: { "If-None-Match": many.headers.etag } };
    assert.equal((await ask(ticker.url, "/api/history?limit=1000", again)).status, 304);
    const old = await askRaw(ticker.port, "GET /api/history?limit=1000 HTTP/1.0\r\nHost: localhost\r\n\r\n");
    const body = old.subarray(old.indexOf("\r\n\r\n") + 4);
    assert.deepEqual(JSON.parse(body), many.json);
    await command({ action: "play" });
});

test("an answer about a market that is gone breaks off", { timeout: 60_000 }, async () => {
    const socket = await askUnread(ticker.port, `/api/history?limit=${most}&times=1`, 20);
    await until(() => socket.bytesRead > 0, "the first bytes");
    await command({ action: "seed", value: "8" });
    let text = "";
    socket.setEncoding("latin1").on("data", (part) => { text += part; });
    socket.resume();
    await until(() => socket.destroyed, "the end", 30_000);
    const answers = text.split("HTTP/1.1 200 OK").slice(1);
    assert.ok(answers.length < 20 || !answers.at(-1).endsWith("\r\n0\r\n\r\n"), `${answers.length} answers`);
    assert.equal((await get("/api/status")).json.seed, "8");
});

test("who asks for much and does not read costs little", { timeout: 120_000 }, async (t) => {
    await until(async () => (await get("/api/status")).json.seq > most, "enough ticks", 60_000);
    await get(`/api/history?limit=${most}`);
    await command({ action: "pause" }); // or the history grows
    const usual = residentBytes(ticker);
    const sockets = await Promise.all(Array.from({ length: 200 }, () =>
        askUnread(ticker.port, `/api/history?limit=${most}&times=1`, 5)));
    for (let i = 0; i < 300; ++i)
        await get("/api/quote");
    const growth = residentBytes(ticker) - usual;
    t.diagnostic(`grew by ${Math.round(growth / 1024)} KiB`);
    if (isMemoryTelling)
        assert.ok(growth < 32 * mebibyte, `${growth} bytes`);
    for (const socket of sockets)
        socket.destroy();
    await command({ action: "play" });
});
