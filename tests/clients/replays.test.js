// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that are played, as a person asks for it on the command line.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { joinFeed, terminateFeeds } from "../lib/feed.js";
import { cleanEnvironment, finish, launchTicker, startTicker, temporaryFolder, until } from "../lib/ticker.js";

afterEach(terminateFeeds);
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
