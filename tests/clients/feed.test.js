// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The plain feed at /ws, as any WebSocket client gets it.
import assert from "node:assert/strict";
import { once } from "node:events";
import { after, afterEach, test } from "node:test";
import WebSocket from "ws";
import { assertRunOf, connect, connected, disconnectAll, received } from "../lib/clients.js";
import { feedUrl, joinFeed, symbolsOf, terminateFeeds, untilTicks } from "../lib/feed.js";
import { ask } from "../lib/http.js";
import { environmentWith } from "../lib/settings.js";
import { finish, startTicker, until } from "../lib/ticker.js";

afterEach(() => {
    disconnectAll();
    terminateFeeds();
});
after(() => finish());

/** Why a WebSocket is refused: the HTTP reply that comes instead. */
async function refusal(ticker, { path = "/ws", ...options } = {}) {
    const socket = new WebSocket(feedUrl(ticker.url, path), options);
    const [, reply] = await once(socket, "unexpected-response");
    reply.resume();
    await once(reply, "end");
    return reply;
}

const quoteOf = async (ticker) => JSON.parse((await ask(ticker.url, "/api/quote")).body);

test("a greeting, a snapshot, then every tick without a gap, one every 5 ms", { timeout: 60_000 }, async () => {
    const seed = "18446744073709551615";
    const ticker = await startTicker(["--interval", "5", "--seed", seed]);
    await until(async () => (await quoteOf(ticker)).seq > 0, "the first tick");
    const symbols = ["ACME"];
    const feeds = await Promise.all([
        joinFeed(ticker.url, { symbols }), joinFeed(ticker.url, { path: "/ws?a=b", symbols }),
    ]);
    await Promise.all(feeds.map((feed) => untilTicks(feed, 1000)));
    for (const { texts, messages, hello } of feeds) {
        assert.match(hello.tape, /^[0-9a-z]{12}$/);
        const beginning = `{"type":"hello","tape":"${hello.tape}","seed":"${seed}","rate":200,"headline":"ACME",` +
            '"featured":"TEAPOT","instruments":[{"symbol":';
        assert.ok(texts[0].startsWith(beginning), texts[0]);
        assert.equal(hello.simulated, true);
        assert.deepEqual(Object.keys(hello.instruments[0]), ["symbol", "name", "tickSize"]);
        assert.ok(hello.instruments.some(({ symbol, tickSize }) => symbol === "ACME" && tickSize === 1));
        assert.ok(texts[1].startsWith(`{"type":"snapshot","tape":"${hello.tape}","symbols":["ACME"],"seq":`));
        for (const [i, message] of messages.slice(1).entries()) {
            assert.equal(message.type, i === 0 ? "snapshot" : "tick");
            assert.equal(message.seq, messages[1].seq + i);
            assert.equal(message.merged, undefined);
            assert.equal(message.after, i === 0 ? undefined : message.seq - 1);
            assert.deepEqual(symbolsOf(message), symbols);
            const [{ price, size, high, low }] = message.quotes;
            assert.ok(Number.isInteger(price) && price >= 0 && price <= 999, `a price of ${price}`);
            assert.ok(size > 0 && low <= price && price <= high);
            assert.ok(Math.abs(message.time - Date.now()) < 60_000, "the time is in milliseconds since 1970");
        }
        for (const [i, { quotes: [{ previous }] }] of messages.slice(2).entries())
            assert.equal(previous, messages[i + 1].quotes[0].price);
    }
    await ticker.stop();
});

test("nothing but answers before the first tick", { timeout: 30_000 }, async () => {
    const ticker = await startTicker(["--interval", "100000"]);
    const feed = await joinFeed(ticker.url, { symbols: "*" });
    await feed.ask({ action: "ping" });
    assert.deepEqual(feed.messages.map(({ type }) => type), ["hello", "snapshot", "pong"]);
    assert.equal(feed.hello.rate, 0.01);
    assert.deepEqual(feed.snapshot.quotes, []);
    assert.equal(feed.snapshot.seq, 0);
    await ticker.stop();
});

test("the prices are those of Socket.IO and of the quote", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "5"]);
    const witness = await connected(connect(ticker.url));
    await received(witness, 1);
    const feed = await joinFeed(ticker.url, { symbols: ["ACME"] });
    const quotes = [];
    await until(async () => {
        quotes.push(await quoteOf(ticker));
        return feed.ticks().length >= 300;
    }, "300 ticks", 30_000);
    feed.socket.terminate();
    const ticks = feed.ticks();
    const count = witness.prices.length + 10;
    await received(witness, count);
    assertRunOf(witness.prices, ticks.map(({ quotes: [{ price }] }) => price), "the plain feed");

    const bySeq = new Map(ticks.map((tick) => [tick.seq, tick]));
    const both = quotes.filter(({ seq }) => bySeq.has(seq));
    assert.ok(both.length > 10, `only ${both.length} quotes to compare`);
    for (const { symbol, price, seq, time } of both) {
        const tick = bySeq.get(seq);
        assert.deepEqual([symbol, price, time], [tick.quotes[0].symbol, tick.quotes[0].price, tick.time]);
    }
    await ticker.stop();
});

test("whatever a client says is answered", { timeout: 30_000 }, async () => {
    const ticker = await startTicker(["--interval", "20"]);
    const feed = await joinFeed(ticker.url, { symbols: ["ACME"] });
    await untilTicks(feed, 1);
    const pong = await feed.ask({ action: "ping" });
    assert.equal(pong.type, "pong");
    assert.ok(Math.abs(pong.time - Date.now()) < 60_000);
    for (const text of ["hello", "", "{}", "[", "\"\u0000\"", "{\"action\":\"dance\"}", "x".repeat(500_000)]) {
        const { type, code, message } = await feed.say(text);
        assert.deepEqual([type, code], ["error", "unknown_message"]);
        assert.ok(message.length > 10 && message.length < 250, message);
        assert.ok(message.includes(text.slice(0, 5)) || text.includes("dance"), message);
    }
    const { type, code } = await feed.say(Buffer.from([0, 255, 1]));
    assert.deepEqual([type, code], ["error", "binary_message"]);
    assert.equal(feed.close, null);
    await ticker.stop();
});

test("WebSocket's own pings are answered", { timeout: 30_000 }, async () => {
    const ticker = await startTicker();
    const { socket } = await joinFeed(ticker.url);
    socket.ping("are you there");
    const [payload] = await once(socket, "pong");
    assert.equal(payload.toString(), "are you there");
    await ticker.stop();
});

test("who is silent for too long is dropped, and nobody else", { timeout: 30_000 }, async () => {
    const [interval, timeout] = [150, 350];
    const ticker = await startTicker(["--ping-interval", String(interval), "--ping-timeout", String(timeout)]);
    const answering = await joinFeed(ticker.url);
    const talking = await joinFeed(ticker.url, { autoPong: false });
    const silent = await joinFeed(ticker.url, { autoPong: false });
    const since = performance.now();
    let pings = 0;
    answering.socket.on("ping", () => { ++pings; });
    const talk = setInterval(() => talking.socket.send("x"), interval);
    await until(() => silent.close, "the end of who is silent");
    const after_ = performance.now() - since;
    assert.ok(after_ > 0.9 * (interval + timeout), `dropped after ${after_} ms`);
    await until(() => pings >= 10, "ten pings");
    clearInterval(talk);
    assert.equal(answering.close, null);
    assert.equal(talking.close, null);
    await ticker.stop();
});

test("who may not connect, and what is no WebSocket", { timeout: 30_000 }, async () => {
    const env = environmentWith({ allowedOrigins: ["https://ok.example"] });
    const ticker = await startTicker(["--interval", "20"], { env });
    const foreign = await refusal(ticker, { origin: "https://evil.example" });
    assert.equal(foreign.statusCode, 403);
    assert.equal((await refusal(ticker, { headers: { Host: "evil.example" } })).statusCode, 421);
    assert.equal((await refusal(ticker, { path: "/ws/x" })).statusCode, 404);
    assert.equal((await refusal(ticker, { protocolVersion: 8 })).statusCode, 400);
    for (const origin of ["https://ok.example", "http://localhost:3000"])
        await untilTicks(await joinFeed(ticker.url, { origin, symbols: ["ACME"] }), 1);
    await ticker.stop();
});

test("plain HTTP at its address is told to upgrade", { timeout: 30_000 }, async () => {
    const ticker = await startTicker();
    const reply = await ask(ticker.url, "/ws");
    assert.equal(reply.status, 426);
    assert.equal(reply.headers.upgrade, "websocket");
    assert.match(reply.headers.connection, /\bupgrade\b/i);
    assert.match(reply.headers["content-type"], /^text\/plain/);
    assert.match(reply.body.toString(), /^[^\n]{10,200}\n$/);
    const head = await ask(ticker.url, "/ws", { method: "HEAD" });
    assert.equal(head.status, 426);
    assert.equal(head.body.length, 0);
    assert.equal((await ask(ticker.url, "/ws", { method: "POST" })).status, 405);
    await ticker.stop();
});

test("the end of the server is told with status 1001", { timeout: 30_000 }, async () => {
    const ticker = await startTicker(["--interval", "5"]);
    const feeds = await Promise.all([1, 2, 3].map(() => joinFeed(ticker.url, { symbols: ["ACME"] })));
    await until(() => feeds.every((feed) => feed.ticks().length > 10), "ticks");
    await ticker.stop();
    await until(() => feeds.every(({ close }) => close), "the close");
    for (const { close, messages } of feeds) {
        assert.equal(close.code, 1001);
        const seqs = messages.filter(({ seq }) => seq).map(({ seq }) => seq);
        assert.deepEqual(seqs, seqs.map((_, i) => seqs[0] + i));
    }
});
