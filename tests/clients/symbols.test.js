// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Symbols as vendors write them, by each way in which a client names them, and in files.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { connect, connected, disconnectAll } from "../lib/clients.js";
import { assertReply, isRequest } from "../lib/contract.js";
import { joinFeed, symbolsOf, terminateFeeds } from "../lib/feed.js";
import { ask } from "../lib/http.js";
import { finish, startTicker, temporaryFolder, until } from "../lib/ticker.js";

const symbols = ["BTC/USDT", "BTC/USDT:USDT", "^GSPC", "EURUSD=X", "O:SPY240610P00536000", "BRK.B", "BRK-B", "ES=F",
    "BTC_USDT", "$SPX", "@ES#", "#AAPL", "M&M.NS", "USD(TOM)", "ES1!", "[SP500]", "BRK+B", "/ES", ".SPX",
    "X".repeat(64)];
const folder = temporaryFolder();
const market = join(folder, "market.csv");
writeFileSync(market, `symbol,start\n${symbols.map((symbol) => `"${symbol}",100\n`).join("")}`);
let ticker;
afterEach(() => {
    terminateFeeds();
    disconnectAll();
});
after(() => finish(ticker));

/** One program for all tests. */
async function sharedTicker() {
    ticker ??= await startTicker(["--interval", "20", "--market", market]);
    return ticker.url;
}

async function get(path) {
    const { status, headers, body } = await ask(await sharedTicker(), path);
    return { status, headers: { get: (name) => headers[name.toLowerCase()] ?? null }, body: body.toString() };
}

test("in addresses, percent-encoded", { timeout: 60_000 }, async () => {
    for (const symbol of symbols) {
        for (const path of ["/api/quote", "/api/history", "/api/candles"]) {
            const { status, body } = await get(`${path}?symbol=${encodeURIComponent(symbol)}`);
            assert.deepEqual([status, JSON.parse(body).symbol], [200, symbol], path);
        }
        const page = await get(`/company/${encodeURIComponent(symbol)}`);
        assert.equal(page.status, 200, symbol);
        assert.ok(page.body.includes(`<h1>${symbol.replace("&", "&amp;")}</h1>`), symbol);
    }
    assert.equal((await get("/company/BTC/USDT")).status, 404);
    assert.equal((await get("/company%2FBRK.B")).status, 404);
    const some = await get(`/api/quotes?symbols=${encodeURIComponent(symbols.slice(0, 12).join(","))}`);
    assert.deepEqual(symbolsOf(JSON.parse(some.body)), symbols.slice(0, 12));
    const all = await get("/api/instruments");
    assert.equal(assertReply("/api/instruments", "get", all).instruments.length, symbols.length);
    const events = await fetch(`${await sharedTicker()}events?symbols=${encodeURIComponent("M&M.NS,#AAPL")}`);
    const { value } = await events.body.getReader().read();
    assert.match(new TextDecoder().decode(value), /"symbols":\["#AAPL","M&M.NS"\]/);
});

test("in messages", { timeout: 60_000 }, async () => {
    const url = await sharedTicker();
    const feed = await joinFeed(url, { symbols });
    assert.deepEqual(feed.snapshot.symbols, symbols);
    const listed = await joinFeed(url, { symbols: "BTC/USDT, M&M.NS" });
    assert.deepEqual(listed.snapshot.symbols, ["BTC/USDT", "M&M.NS"]);
    const { socket } = await connected(connect(url));
    const answer = await new Promise((resolve) => { socket.emit("subscribe", ["^GSPC", "X".repeat(64)], resolve); });
    assert.deepEqual(answer.symbols, ["^GSPC", "X".repeat(64)]);
    const unknown = await feed.ask({ action: "subscribe", symbols: ["X".repeat(65)] });
    assert.equal(unknown.code, "unknown_symbol");
});

test("in commands", { timeout: 60_000 }, async () => {
    const control = async (body) => (await fetch(`${await sharedTicker()}api/control`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
    })).status;
    for (const symbol of symbols) {
        assert.equal(isRequest("/api/control", { action: "halt", symbol }), true, symbol);
        assert.equal(await control({ action: "halt", symbol }), 200, symbol);
    }
    for (const symbol of ["BTC USDT", "A,B", "-A", "..", "X".repeat(65), "A*"]) {
        assert.equal(isRequest("/api/control", { action: "halt", symbol }), false, symbol);
        assert.equal(await control({ action: "halt", symbol }), 400, symbol);
    }
    await control({ action: "resume" });
});

test("a recording is played with the same symbols", { timeout: 60_000 }, async () => {
    const file = join(folder, "recorded.csv");
    const recorder = await startTicker(["--interval", "1", "--market", market, "--record", file]);
    await until(async () => (await (await fetch(`${recorder.url}api/status`)).json()).seq > 50, "ticks");
    await recorder.stop();
    const second = readFileSync(file, "utf8").split("\n")[1].split(",");
    assert.equal(second[2], symbols[0]);
    const player = await startTicker(["--replay", file]);
    const { instruments } = await (await fetch(`${player.url}api/instruments`)).json();
    assert.deepEqual(instruments.map(({ symbol }) => symbol), symbols);
    await player.stop();
});
