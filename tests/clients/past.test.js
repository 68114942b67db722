// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The time before the first tick, which is made up so that charts are full at once: who gets it, and who does not.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { joinFeed, terminateFeeds } from "../lib/feed.js";
import { finish, startTicker, temporaryFolder, until } from "../lib/ticker.js";

after(() => {
    terminateFeeds();
    finish();
});

const most = 10_000;
const slow = ["--interval", "100000", "--seed", "42"];

async function get(ticker, path, headers = {}) {
    const reply = await fetch(new URL(path, ticker.url), { headers });
    const text = await reply.text();
    return { status: reply.status, text, headers: reply.headers, json: text === "" ? null : JSON.parse(text) };
}
const ticksOf = async (ticker, query) => (await get(ticker, `/api/history?${query}`)).json.ticks;
const statusOf = async (ticker) => (await get(ticker, "/api/status")).json;
const candlesOf = async (ticker, query) => (await get(ticker, `/api/candles?${query}`)).json.candles;
async function control(ticker, body) {
    const reply = await fetch(new URL("/api/control", ticker.url),
        { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    assert.equal(reply.status, 200, await reply.text());
}
const withoutTape = (text) => text.replace(/"tape":"\w+",/, "");

/** A server whose past is there, which takes some milliseconds. */
async function startWithPast(args) {
    const ticker = await startTicker(args);
    await until(async () => (await statusOf(ticker)).generated !== null, "the past", 5000, 1);
    return ticker;
}

test("history has it from 0 downwards, and goes on with the ticks from 1", { timeout: 30_000 }, async () => {
    const ticker = await startWithPast(slow);
    for (let i = 0; i < 3; ++i)
        await control(ticker, { action: "tick" });
    const { generated, history, seq } = await statusOf(ticker);
    assert.deepEqual([seq, history, generated.last], [3, { first: 1, last: 3 }, 0]);
    assert.ok(generated.first < -5400, `only ${-generated.first} s`);

    const ticks = await ticksOf(ticker, `from=${generated.first}&limit=${most}&times=1`); // of ACME, in each tick
    assert.deepEqual(ticks.map((tick) => tick.seq),
        Array.from({ length: 4 - generated.first }, (_, i) => generated.first + i));
    ticks.forEach(({ seq: own, time, previous, generated: mark }, i) => {
        assert.equal(mark, own < 1 ? true : undefined, own);
        if (i > 0)
            assert.equal(previous, ticks[i - 1].price, own);
        if (i > 0 && own < 1)
            assert.equal(time - ticks[i - 1].time, 1000, own);
    });
    assert.ok(ticks.at(-3).time > ticks.at(-4).time);
    assert.equal(ticks.at(-4).price, 500); // the start price
    assert.deepEqual(await ticksOf(ticker, `from=-99999999&limit=${most}&times=1`), ticks);
    assert.deepEqual(await ticksOf(ticker, "from=0&limit=2&times=1"), ticks.slice(-4, -2));
    assert.deepEqual(await ticksOf(ticker, "from=-250&limit=253&times=1"), ticks.slice(-254, -1)); // in pieces
    assert.deepEqual(await ticksOf(ticker, "from=-1999&limit=1500&times=1"), ticks.slice(-2003, -503));
    await ticker.stop();
});

test("who does not ask for it gets what there was", { timeout: 30_000 }, async () => {
    const [ticker, without] = await Promise.all([startWithPast(slow), startTicker([...slow, "--no-history"])]);
    assert.equal((await statusOf(without)).generated, null);
    for (const query of ["", "from=1", "limit=3", "from=1&limit=5", "symbol=SLOTH"]) {
        assert.deepEqual(await ticksOf(ticker, query), [], query);
        assert.deepEqual(await ticksOf(without, query), [], query);
    }
    assert.deepEqual(await ticksOf(without, "from=-100"), []);
    assert.deepEqual(await candlesOf(without, "interval=1m"), []);
    for (const path of ["/api/quotes", "/api/quote?symbol=TEAPOT", "/company/ACME", "/api/instruments"]) {
        const [one, other] = await Promise.all([ticker, without].map(async ({ url }) =>
            withoutTape(await (await fetch(new URL(path, url))).text())));
        assert.equal(one, other, path);
    }
    for (let i = 0; i < 30; ++i)
        await Promise.all([ticker, without].map((each) => control(each, { action: "tick" })));
    for (const path of ["/api/history", "/api/history?from=1&symbol=GOUDA", "/api/history?from=7&limit=3"]) {
        const [one, other] = await Promise.all([ticker, without].map((each) => get(each, path)));
        assert.equal(withoutTape(one.text), withoutTape(other.text), path);
    }
    assert.deepEqual(await ticksOf(without, "from=-5"), await ticksOf(without, "from=1"));
    await Promise.all([ticker.stop(), without.stop()]);
});

test("the same seed has the same past, at any rate; another seed another one", { timeout: 30_000 }, async () => {
    const query = `/api/history?symbol=GOUDA&from=-99999&limit=${most}`;
    const ticker = await startWithPast(slow);
    const known = await get(ticker, query);
    const past = (text) => JSON.parse(text).ticks.filter(({ generated }) => generated);
    assert.ok(past(known.text).length > 3000);
    const other = await startWithPast(["--seed", "42", "--rate", "1000"]);
    assert.deepEqual(past((await get(other, query)).text), past(known.text));
    await other.stop();

    const tag = known.headers.get("etag");
    assert.equal((await get(ticker, query, { "If-None-Match": tag })).status, 304);
    await control(ticker, { action: "seed", value: "43" });
    const changed = await get(ticker, query, { "If-None-Match": tag });
    assert.equal(changed.status, 200);
    assert.notDeepEqual(past(changed.text), past(known.text));
    await control(ticker, { action: "seed", value: "42" });
    const again = await get(ticker, query, { "If-None-Match": tag });
    assert.deepEqual(past(again.text), past(known.text));
    await ticker.stop();
});

test("candles have it, marked as long as nothing else is in them", { timeout: 30_000 }, async () => {
    const ticker = await startWithPast(slow);
    for (const [interval, least] of [["1s", 900], ["5s", 900], ["1m", 90], ["5m", 18], ["1d", 1]]) {
        const candles = await candlesOf(ticker, `symbol=TEAPOT&interval=${interval}&limit=1000`);
        assert.ok(candles.length >= least, `${candles.length} of ${interval}`);
        assert.ok(candles.every(({ generated }) => generated === true), interval);
    }
    await control(ticker, { action: "tick" });
    const [{ time }] = await ticksOf(ticker, "from=1&times=1");
    for (const interval of ["1s", "1m", "1d"]) {
        const candles = await candlesOf(ticker, `interval=${interval}`); // of ACME, in each tick
        assert.ok(candles.at(-1).time <= time);
        assert.ok(!("generated" in candles.at(-1)), interval);
        assert.ok(candles.slice(0, -1).every(({ generated }) => generated === true), interval);
    }
    await ticker.stop();
});

test("feeds, recordings and files have none", { timeout: 30_000 }, async () => {
    const folder = temporaryFolder();
    const recording = join(folder, "ticks.csv");
    const ticker = await startWithPast([...slow, "--record", recording]);
    const feed = await joinFeed(ticker.url, { symbols: "*" });
    assert.deepEqual([feed.hello.headline, feed.hello.featured], ["ACME", "TEAPOT"]);
    await control(ticker, { action: "tick" });
    await until(() => feed.messages.some(({ type }) => type === "tick"), "the tick");
    assert.deepEqual(feed.messages.map(({ type, seq }) => [type, seq]), [["hello", undefined], ["snapshot", 0],
        ["tick", 1]]);
    for (const id of ["-1", "-5000", "0"]) {
        const abort = new AbortController();
        const stream = await fetch(new URL("/events?symbols=ACME&heartbeat=off", ticker.url),
            { headers: { "Last-Event-ID": id }, signal: abort.signal });
        let text = "";
        const reader = stream.body.pipeThrough(new TextDecoderStream()).getReader();
        while (!/"seq":1,/.test(text))
            text += (await reader.read()).value;
        assert.ok(!/"seq":(-|0)/.test(text) && !text.includes("generated"), text);
        abort.abort();
    }
    await ticker.stop();
    assert.match(readFileSync(recording, "utf8"), /^[^\n]*\n([^\n]*\n){7,12}$/); // those of one tick

    const file = join(folder, "bars.csv");
    writeFileSync(file, "time,price\n1,2\n2,3\n");
    const player = await startTicker(["--replay", file]);
    assert.equal((await statusOf(player)).generated, null);
    assert.ok((await ticksOf(player, "from=-10")).every(({ seq, generated }) => seq > 0 && !generated));
    assert.ok((await candlesOf(player, "interval=1s")).every(({ generated }) => !generated));
    await player.stop();
});
