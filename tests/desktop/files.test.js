// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files as a person at the keyboard opens, plays and records them, and what clients get of it.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { connect, connected, disconnectAll, received } from "../lib/clients.js";
import { joinFeed, terminateFeeds } from "../lib/feed.js";
import { mainWindow, pressUntil, startDesktop } from "./desktop.js";
import { startTicker, temporaryFolder, until } from "../lib/ticker.js";

const started = [];
let desktop;
before(async () => { desktop = await startDesktop(); });
after(() => desktop?.stop());
afterEach(async () => {
    disconnectAll();
    terminateFeeds();
    for (const ticker of started.splice(0)) {
        ticker.child.kill("SIGKILL");
        await ticker.exited;
    }
});

/** The program with its window, and a folder for its settings and the files of the test. */
async function startOnDesktop(...args) {
    const folder = temporaryFolder();
    const env = { ...desktop.env, HOME: folder, XDG_CONFIG_HOME: join(folder, "config") };
    const ticker = await startTicker(["--interval", "20", "--seed", "42", ...args], { env, headless: false });
    started.push(ticker);
    ticker.folder = folder;
    ticker.path = (name) => join(folder, name);
    ticker.write = (name, text) => {
        writeFileSync(ticker.path(name), text);
        return ticker.path(name);
    };
    ticker.status = async () => (await fetch(new URL("/api/status", ticker.url))).json();
    ticker.settings = () => JSON.parse(readFileSync(join(folder, "config", "tickertray", "settings.json"), "utf8"));
    ticker.window = await mainWindow(desktop);
    return ticker;
}

const windowCount = async () => (await desktop.windows("tickertray")).length;

/** Opens the dialog by its key, types a path and accepts. */
async function choose(ticker, key, path) {
    await pressUntil(desktop, ticker.window, key, async () => await windowCount() > 1, "the dialog");
    const dialog = await until(async () => (await desktop.windows("tickertray")).find((id) => id !== ticker.window),
        "the dialog's window");
    await desktop.tool("windowactivate", "--sync", dialog);
    await desktop.tool("key", "--clearmodifiers", "ctrl+a");
    await desktop.tool("type", "--delay", 10, path);
    await desktop.tool("key", "Return");
    await until(async () => await windowCount() === 1, "the dialog to close");
}

function secondsOfTicks(count) {
    const lines = Array.from({ length: count }, (_, i) => `${1767605400 + i},FILE,${100 + i % 7}`);
    return `time,symbol,price\n${lines.join("\n")}\n`;
}

test("plays a file, and goes back to the market", { timeout: 90_000 }, async () => {
    const ticker = await startOnDesktop();
    const client = await connected(connect(ticker.url));
    const feed = await joinFeed(ticker.url, { symbols: "*" });
    await received(client, 5);
    await choose(ticker, "ctrl+l", ticker.write("ticks.csv", secondsOfTicks(5000)));
    const playing = await until(async () => (await ticker.status()).replay, "the file");
    assert.equal(playing.file, "ticks.csv");
    await until(async () => (await ticker.status()).replay.indexed === 1, "the end of the file to be known");
    // Keys may come before the window is active again, and are lost then.
    await until(async () => {
        await desktop.tool("windowactivate", ticker.window);
        await desktop.tool("key", "--clearmodifiers", "alt+p", "ctrl+a"); // S&peed
        await desktop.tool("type", "--delay", 10, "50");
        await desktop.tool("key", "Return");
        return (await ticker.status()).replay.speed === 50;
    }, "the speed", 15_000, 500);
    const prices = client.prices.length;
    await received(client, prices + 20);
    assert.ok(client.prices.slice(prices).every((price) => price >= 100 && price < 107), "prices of the file");
    await desktop.screenshot("window-playing");

    const isBack = async () => (await ticker.status()).replay === null;
    await pressUntil(desktop, ticker.window, "ctrl+b", isBack, "the market");
    assert.equal((await ticker.status()).seed, "42");
    await received(client, client.prices.length + 5);
    assert.deepEqual(client.reasons, []);
    // Who wants everything gets everything of each, and is told of the change.
    const hellos = feed.messages.filter(({ type }) => type === "hello");
    assert.deepEqual(hellos.map(({ seed, headline }) => [seed, headline]),
        [["42", "ACME"], ["0", "FILE"], ["42", "ACME"]]);
    const heard = (symbol, from, to) => feed.messages.slice(feed.messages.indexOf(from), feed.messages.indexOf(to))
        .some(({ type, quotes }) => type === "tick" && quotes.some((quote) => quote.symbol === symbol));
    assert.ok(heard("FILE", hellos[1], hellos[2]));
    assert.ok(heard("ACME", hellos[2]));
    await ticker.stop();
    assert.equal(ticker.settings().market, null);
    assert.equal(ticker.settings().window.folder, ticker.folder);
});

test("records to a file until it is told to stop", { timeout: 90_000 }, async () => {
    const ticker = await startOnDesktop();
    await choose(ticker, "ctrl+r", ticker.path("out"));
    await until(() => existsSync(ticker.path("out.csv.part")), "the recording");
    const { seq } = await ticker.status();
    await until(async () => (await ticker.status()).seq > seq + 60, "ticks");
    await desktop.screenshot("window-recording");
    await pressUntil(desktop, ticker.window, "ctrl+r", () => existsSync(ticker.path("out.csv")), "the file");
    assert.equal(existsSync(ticker.path("out.csv.part")), false);
    const lines = readFileSync(ticker.path("out.csv"), "utf8").trimEnd().split("\n");
    assert.equal(lines[0], "time,seq,symbol,price,size");
    const seqs = [...new Set(lines.slice(1).map((line) => Number(line.split(",")[1])))];
    assert.ok(seqs.length > 60);
    assert.deepEqual(seqs, seqs.map((_, i) => seqs[0] + i), "no tick is missing");
    await ticker.stop();
});

test("a market that is opened is that of the next start; a bad file changes nothing", { timeout: 90_000 }, async () => {
    const ticker = await startOnDesktop();
    await choose(ticker, "ctrl+m", ticker.write("bad.csv", "symbol,start,tick size\nA,5,0\n"));
    const { market, seq } = await ticker.status();
    await until(async () => (await ticker.status()).seq > seq + 5, "the feed to go on");
    await desktop.screenshot("window-bad-file");
    const file = ticker.write("lone.csv", "symbol,start\nLONE,100\n");
    await choose(ticker, "ctrl+m", file);
    await until(async () => (await ticker.status()).headline === "LONE", "the market of the file");
    assert.notEqual(market, "lone");
    await ticker.stop();
    assert.equal(ticker.settings().market, file);
});
