// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Subscriptions over Socket.IO, by npm's clients.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { connect, connected, disconnectAll, received } from "../lib/clients.js";
import { joinFeed, newestQuotes, symbolsOf, terminateFeeds, untilTicks, weightOf } from "../lib/feed.js";
import { finish, startTicker, until } from "../lib/ticker.js";

let ticker;
afterEach(() => {
    disconnectAll();
    terminateFeeds();
});
after(() => finish(ticker));

/** A client that keeps its quotes; `ask` resolves to the acknowledgement. */
async function join(pair) {
    ticker ??= await startTicker(["--interval", "10", "--seed", "7"]);
    const client = await connected(connect(ticker.url, pair));
    client.quotes = [];
    client.others = [];
    client.socket.on("quotes", (message) => client.quotes.push(message));
    for (const event of ["snapshot", "subscribed", "subscription error"])
        client.socket.on(event, (message) => client.others.push([event, message]));
    client.ask = (event, ...args) => new Promise((resolve) => { client.socket.emit(event, ...args, resolve); });
    return client;
}

const untilQuotes = (client, count) =>
    until(() => client.quotes.length >= count, () => `${count} quotes for ${client.who}`, 30_000);

const kinds = [2, 4].flatMap((generation) => ["polling", "websocket"].map((way) => ({ generation, way })));
for (const kind of kinds) {
    test(`client ${kind.generation} over ${kind.way} subscribes and leaves`, { timeout: 60_000 }, async () => {
        const client = await join(kind);
        await received(client, 3);
        assert.deepEqual(client.quotes, []);
        const snapshot = await client.ask("subscribe", ["ACME", "DUCKY"]);
        assert.deepEqual(Object.keys(snapshot), ["tape", "symbols", "seq", "last", "time", "quotes"]);
        assert.deepEqual(snapshot.symbols, ["ACME", "DUCKY"]);
        assert.deepEqual(symbolsOf(snapshot), ["ACME", "DUCKY"]);
        const witness = await joinFeed(ticker.url, { symbols: ["ACME", "DUCKY"] });
        await untilQuotes(client, 50);
        let { seq } = snapshot;
        for (const message of client.quotes) {
            assert.equal(message.simulated, true);
            assert.equal(message.seq, seq += weightOf(message));
            assert.deepEqual(symbolsOf(message), ["ACME", "DUCKY"]);
        }
        await until(() => witness.ticks().at(-1)?.seq >= seq, "the witness");
        const bySeq = new Map(witness.ticks().map((tick) => [tick.seq, tick.quotes]));
        const both = client.quotes.filter((message) => bySeq.has(message.seq));
        assert.ok(both.length > 20);
        for (const { seq: at, quotes } of both)
            assert.deepEqual(quotes, bySeq.get(at));
        assert.deepEqual((await client.ask("unsubscribe", "ACME")).symbols, ["DUCKY"]);
        assert.deepEqual((await client.ask("unsubscribe", "*")).symbols, []);
        const count = client.quotes.length;
        const heard = client.prices.length;
        await received(client, heard + 20); // the headline goes on
        assert.equal(client.quotes.length, count);
        assert.deepEqual(client.others, []);
    });
}

test("a list may be a text, with spaces and with nothing in it", { timeout: 30_000 }, async () => {
    const client = await join({ generation: 4, way: "websocket" });
    for (const symbols of ["ACME, SLOTH", ",ACME,,SLOTH ,", [" ACME", "", "SLOTH "]]) {
        assert.deepEqual((await client.ask("subscribe", symbols)).symbols, ["ACME", "SLOTH"]);
        assert.deepEqual((await client.ask("unsubscribe", symbols)).symbols, []);
    }
    const feed = await joinFeed(ticker.url, { symbols: "ACME, SLOTH," });
    assert.deepEqual(feed.snapshot.symbols, ["ACME", "SLOTH"]);
});

test("without an acknowledgement the answers are events", { timeout: 30_000 }, async () => {
    const client = await join({ generation: 4, way: "websocket" });
    client.socket.emit("subscribe", "*");
    client.socket.emit("unsubscribe", ["SLOTH"]);
    client.socket.emit("subscribe", ["NONE"]);
    await until(() => client.others.length === 3, "three answers");
    const [[first, snapshot], [second, { symbols }], [third, { error }]] = client.others;
    assert.deepEqual([first, second, third], ["snapshot", "subscribed", "subscription error"]);
    assert.ok(snapshot.symbols.includes("SLOTH") && !symbols.includes("SLOTH"));
    assert.equal(error.code, "unknown_symbol");
    await untilQuotes(client, 10);
});

test("what cannot be followed is acknowledged with an error", { timeout: 30_000 }, async () => {
    const client = await join({ generation: 4, way: "websocket" });
    for (const [code, ...args] of [
        ["bad_symbols"], ["bad_symbols", 7], ["bad_symbols", [7]], ["unknown_symbol", ["ACME", "NONE"]],
        ["too_many_symbols", Array(100_000).fill("ACME")], ["bad_max_rate", "*", { max_rate: -1 }],
    ]) {
        const { error } = await client.ask("subscribe", ...args);
        assert.equal(error.code, code);
        assert.ok(error.message.length > 10 && error.message.length < 300);
    }
    const heard = client.prices.length;
    await received(client, heard + 10);
    assert.deepEqual(client.quotes, []);
});

test("at most so many a second, beside every headline", { timeout: 30_000 }, async () => {
    const client = await join({ generation: 4, way: "websocket" });
    const snapshot = await client.ask("subscribe", "*", { max_rate: 10 });
    const heard = client.prices.length;
    await untilQuotes(client, 10);
    const headlines = client.prices.length - heard;
    assert.ok(headlines > 60, `${headlines} headlines in the time of ten quotes`);
    const newest = newestQuotes([snapshot, ...client.quotes]);
    assert.equal(newest.get("ACME").price, client.quotes.at(-1).quotes[0].price);
    let { seq } = snapshot;
    for (const message of client.quotes)
        assert.equal(message.seq, seq += weightOf(message));
    const witness = await joinFeed(ticker.url, { symbols: "*" });
    await untilTicks(witness, 1);
});
