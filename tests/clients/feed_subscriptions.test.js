// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What clients of the plain feed subscribe to, how often they want it, and what the slow ones get.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { startClientProcess } from "../lib/client_process.js";
import { joinFeed, newestQuotes, symbolsOf, terminateFeeds, untilTicks, weightOf } from "../lib/feed.js";
import { finish, startTicker, until } from "../lib/ticker.js";

let ticker;
afterEach(() => terminateFeeds());
after(() => finish(ticker));

/** One program for all tests that do not mind. */
async function sharedTicker() {
    ticker ??= await startTicker(["--interval", "5", "--seed", "7"]);
    return ticker.url;
}

const subscribe = (symbols) => ({ action: "subscribe", symbols });

test("no tick before a subscription, none of others after it", { timeout: 30_000 }, async () => {
    const url = await sharedTicker();
    const [idle, witness] = [await joinFeed(url), await joinFeed(url, { symbols: "*" })];
    await untilTicks(witness, 100);
    assert.deepEqual(idle.messages.map(({ type }) => type), ["hello"]);
    const snapshot = await idle.ask(subscribe(["DUCKY", "SLOTH"]));
    assert.deepEqual(snapshot.symbols, ["SLOTH", "DUCKY"]); // in the order of the market
    await untilTicks(idle, 200);
    const seen = new Set(idle.ticks().flatMap(symbolsOf));
    assert.deepEqual([...seen].sort(), ["DUCKY", "SLOTH"]);
    const seqs = idle.ticks().map(({ seq }) => seq); // DUCKY trades in every tick
    assert.deepEqual(seqs, seqs.map((_, i) => snapshot.seq + 1 + i));
});

test("everything, then less, then nothing", { timeout: 30_000 }, async () => {
    const url = await sharedTicker();
    const feed = await joinFeed(url, { symbols: "*" });
    const all = feed.hello.instruments.map(({ symbol }) => symbol);
    assert.ok(all.length > 10);
    assert.deepEqual(feed.snapshot.symbols, all);
    await until(() => newestQuotes(feed.messages).size === all.length, "a quote of each instrument");
    const less = await feed.ask({ action: "unsubscribe", symbols: all.slice(1) });
    assert.deepEqual([less.type, less.symbols], ["subscribed", ["ACME"]]);
    const at = feed.messages.length;
    await until(() => feed.messages.length > at + 50, "ticks");
    for (const tick of feed.messages.slice(at))
        assert.deepEqual(symbolsOf(tick), ["ACME"]);
    assert.deepEqual((await feed.ask({ action: "unsubscribe", symbols: "*" })).symbols, []);
    const last = feed.messages.length;
    await untilTicks(await joinFeed(url, { symbols: ["ACME"] }), 50);
    assert.equal(feed.messages.length, last);
});

test("what is refused changes nothing", { timeout: 30_000 }, async () => {
    const feed = await joinFeed(await sharedTicker(), { symbols: ["ACME"] });
    for (const [code, message] of [
        ["unknown_symbol", subscribe(["DUCKY", "NONE"])],
        ["unknown_symbol", subscribe("acme")],
        ["bad_symbols", subscribe(7)],
        ["bad_symbols", subscribe(["DUCKY", 7])],
        ["bad_symbols", { action: "unsubscribe" }],
        ["too_many_symbols", subscribe(Array(100_000).fill("DUCKY"))],
        ["bad_max_rate", { ...subscribe("*"), max_rate: "often" }],
        ["bad_max_rate", { action: "max_rate", max_rate: 1_000_000 }],
    ]) {
        const answer = await feed.ask(message);
        assert.deepEqual([answer.type, answer.code], ["error", code]);
        assert.ok(answer.message.length < 300, answer.message);
    }
    const at = feed.messages.length;
    await until(() => feed.messages.length > at + 20, "ticks");
    for (const tick of feed.messages.slice(at))
        assert.deepEqual(symbolsOf(tick), ["ACME"]);
});

test("a million symbols are more than a message may have", { timeout: 30_000 }, async () => {
    const url = await sharedTicker();
    const feed = await joinFeed(url);
    feed.socket.send(JSON.stringify(subscribe(Array(1_000_000).fill("ACME"))));
    await until(() => feed.close, "the end");
    assert.equal(feed.close.code, 1009);
    await untilTicks(await joinFeed(url, { symbols: ["ACME"] }), 10);
});

test("at most so many messages a second, and how many ticks are in each", { timeout: 30_000 }, async () => {
    const url = await sharedTicker();
    const maxRate = 20;
    const witness = await joinFeed(url, { symbols: ["ACME"] });
    const feed = await joinFeed(url, { symbols: ["ACME"], maxRate });
    const began = performance.now();
    await untilTicks(feed, 40);
    const seconds = (performance.now() - began) / 1000;
    assert.ok(seconds > 39 / maxRate * 0.95, `40 messages in ${seconds} s`);
    assert.deepEqual(await feed.ask({ action: "max_rate", max_rate: 0 }), { type: "max_rate", max_rate: 0 });
    await until(() => feed.ticks().at(-1).merged === undefined, "ticks one by one");
    const ticks = feed.ticks();
    assert.ok(ticks.some(({ merged }) => merged > 2), "nothing was merged: the test tests nothing");
    let seq = feed.snapshot.seq;
    for (const tick of ticks) {
        seq += weightOf(tick); // ACME trades in every tick
        assert.equal(tick.seq, seq);
    }
    const prices = new Map(witness.ticks().map(({ seq: at, quotes: [{ price }] }) => [at, price]));
    for (const { seq: at, quotes: [{ price }] } of ticks.slice(0, 40))
        assert.equal(price, prices.get(at));
});

const frozenTicks = 20_000;

test("a process that was stopped gets the newest quote of everything it wants", { timeout: 90_000 }, async (t) => {
    const own = await startTicker(["--rate", "5000", "--seed", "7", "--ping-timeout", "300000"]);
    const wanted = ["SLOTH", "ACME", "PERPM", "FLOSS"];
    const witness = await joinFeed(own.url, { symbols: "*" });
    const frozen = await startClientProcess();
    await frozen.call("joinFeed", { url: own.url, symbols: wanted });
    frozen.child.kill("SIGSTOP");
    const from = witness.ticks().length;
    await until(() => witness.ticks().length >= from + frozenTicks, "the ticks of the frozen time", 60_000, 50);
    frozen.child.kill("SIGCONT");
    const thawedAt = witness.messages.at(-1).seq;
    const record = await until(async () => {
        const got = await frozen.call("feedRecord");
        return got.lastSeq >= thawedAt ? got : null;
    }, "the newest tick", 30_000, 50);
    t.diagnostic(`${record.ticks} ticks, ${record.merged} merged in them`);
    assert.ok(record.merged > 0, "nothing was merged: the test tests nothing");
    assert.deepEqual(Object.keys(record.newest).sort(), [...wanted].sort());
    await until(() => witness.messages.at(-1).seq >= record.lastSeq, "the witness");
    const upToThen = newestQuotes(witness.messages.filter(({ seq = 0 }) => seq <= record.lastSeq));
    for (const symbol of wanted)
        assert.deepEqual(record.newest[symbol], upToThen.get(symbol));
    assert.equal(record.ticks + record.merged, record.lastSeq - record.snapshotSeq); // ACME trades in every tick
    frozen.child.kill();
    await own.stop();
});
