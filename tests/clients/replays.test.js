// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that are played, as a person asks for it on the command line.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { connect, connected, disconnectAll } from "../lib/clients.js";
import { joinFeed, terminateFeeds } from "../lib/feed.js";
import { cleanEnvironment, finish, launchTicker, startTicker, temporaryFolder, until } from "../lib/ticker.js";

afterEach(() => {
    terminateFeeds();
    disconnectAll();
});
after(() => finish());

const limit = { timeout: 60_000 };
const folder = temporaryFolder();

function write(name, lines) {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join("\n")}\n`);
    return path;
}

const quotes = write("quotes.csv", ["when,bid,ask,volume", "1767605400,10.10,10.20,3", "1767605401,10.30,10.40,4"]);

test("--columns says which column is the price", limit, async () => {
    const ticker = await startTicker(["--replay", quotes, "--columns", "time=When,price=ask,size=", "--speed", "10"]);
    const history = async () => (await (await fetch(`${ticker.url}api/history?symbol=ACME`)).json()).ticks;
    await until(async () => (await history()).length === 2, "both ticks");
    assert.deepEqual((await history()).map(({ price, size }) => [price, size]), [[10.2, 1], [10.4, 1]]);
    await ticker.stop();
});

test("--columns with a column that is not there", limit, async () => {
    const ticker = launchTicker(["--headless", "--port", "0", "--replay", quotes, "--columns", "time=when,price=mid"]);
    assert.deepEqual(await ticker.exited, { code: 1, signal: null });
    assert.ok(ticker.stderr.includes("there is no column mid; there are when, bid, ask, volume"), ticker.stderr);
});

test("a second start hands on --columns", limit, async () => {
    const env = cleanEnvironment(undefined, { QT_QPA_PLATFORM: "offscreen" });
    const ticker = await startTicker([], { env, headless: false });
    const again = launchTicker(["--replay", quotes, "--columns", "time=when,price=bid"], env);
    assert.deepEqual(await again.exited, { code: 0, signal: null });
    const quote = async () => (await fetch(`${ticker.url}api/quote?symbol=ACME`)).json();
    await until(async () => [10.1, 10.3].includes((await quote()).price), "the bid");
    await ticker.stop();
});

/** Of one instrument: a first tick, then after two seconds so many within one. */
function burst(count) {
    const start = Date.parse("2026-01-05T09:30:00Z");
    const line = (ms, price) => `${start + ms},ACME,${price},1`;
    return ["time,symbol,price,size", line(0, 1),
        ...Array.from({ length: count }, (_, i) => line(2000 + Math.floor(i * 1000 / count), 2 + i))];
}

const pricesOf = (feed) => feed.ticks().map(({ quotes: [{ price }] }) => price);

test("--exit-at-end: clients get all ticks, the end and a close, then the exit code is 0", limit, async () => {
    const ticker = await startTicker(["--replay", write("burst.csv", burst(500)), "--exit-at-end"]);
    const feed = await joinFeed(ticker.url, { symbols: "*" });
    const limited = await joinFeed(ticker.url, { symbols: "*", maxRate: 0.5 });
    const polling = await connected(connect(ticker.url, { way: "polling" }));
    assert.deepEqual(await ticker.exited, { code: 0, signal: null }, ticker.stderr);
    await until(() => feed.close !== null && limited.close !== null, "the close");
    assert.deepEqual(pricesOf(feed), Array.from({ length: 500 }, (_, i) => 2 + i));
    assert.equal(feed.messages.at(-1).state, "ended");
    assert.equal(feed.close.code, 1001);
    assert.equal(pricesOf(limited).at(-1), 501, "the last one, though its turn had not come");
    assert.equal(limited.messages.at(-1).state, "ended");
    assert.equal(polling.prices.at(-1), 501);
    assert.match(ticker.stderr, /Playback of burst\.csv has finished\./);
});

test("--exit-at-end: a client that polls only after the last tick", limit, async () => {
    const ticker = await startTicker(["--replay", write("poll.csv", burst(5)), "--exit-at-end"]);
    const address = (sid) => `${ticker.url}socket.io/?EIO=4&transport=polling${sid}`;
    const { sid } = JSON.parse((await (await fetch(address(""))).text()).slice(1));
    await fetch(address(`&sid=${sid}`), { method: "POST", body: "40" });
    assert.match(await (await fetch(address(`&sid=${sid}`))).text(), /40\{"sid"/);
    await until(() => ticker.stderr.includes("has finished"), "the end of the file");
    const last = await fetch(address(`&sid=${sid}`));
    assert.match(await last.text(), /"stock price update",6/);
    assert.deepEqual(await ticker.exited, { code: 0, signal: null }, ticker.stderr);
});

const broken = {
    "a line that cannot be read": [["--bad-rows", "stop"], [...burst(5), "nonsense"]],
    "too many lines that cannot be read": [[], [...burst(500), ...Array.from({ length: 200 }, () => "nonsense")]],
    "a time limit": [["--duration", "1"], burst(5)],
};
for (const [what, [options, lines]] of Object.entries(broken)) {
    test(`--exit-at-end: ${what}: exit code 5`, limit, async () => {
        const ticker = await startTicker(["--replay", write("broken.csv", lines), "--exit-at-end", ...options]);
        assert.deepEqual(await ticker.exited, { code: 5, signal: null }, ticker.stderr);
    });
}

test("--exit-at-end: a few lines that are left out, and a file that is not there", limit, async () => {
    const played = await startTicker(["--replay", write("few.csv", [...burst(5), "nonsense"]), "--exit-at-end"]);
    assert.deepEqual(await played.exited, { code: 0, signal: null }, played.stderr);
    const none = launchTicker(["--headless", "--port", "0", "--replay", join(folder, "none.csv"), "--exit-at-end"]);
    assert.deepEqual(await none.exited, { code: 1, signal: null });
});

test("--exit-at-end: a signal before the end", limit, async () => {
    const ticker = await startTicker(["--replay", write("long.csv", burst(5)), "--exit-at-end"]);
    ticker.child.kill("SIGTERM");
    assert.deepEqual(await ticker.exited, { code: 5, signal: null });
});

test("--exit-at-end: with the window", limit, async () => {
    const env = cleanEnvironment(undefined, { QT_QPA_PLATFORM: "offscreen" });
    const start = (lines, ...options) => startTicker(["--replay", write("window.csv", lines), "--exit-at-end",
        ...options], { env, headless: false });
    assert.deepEqual(await (await start(burst(5))).exited, { code: 0, signal: null });
    assert.deepEqual(await (await start([...burst(5), "nonsense"], "--bad-rows", "stop")).exited,
        { code: 5, signal: null });
});
