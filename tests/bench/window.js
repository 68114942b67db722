// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window costs on a desktop of its own: Xvfb, openbox, trayer. Drawing there is done by the processor, in the
// server's process and in that of X; the program's share is what counts here.
//
//     TICKERTRAY=PROGRAM node window.js [--minutes N]
//
// The memory is looked at when the history of ticks is full and at the end, N minutes later.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { clickOn, findMainWindow, mainWindow, pressUntil, startDesktop, trayIcon } from "../desktop/desktop.js";
import { connect, connected, disconnectAll } from "../lib/clients.js";
import { processorMs, residentBytes } from "../lib/process_figures.js";
import { cleanEnvironment, launchTicker, startTicker, until } from "../lib/ticker.js";
import { control } from "../lib/ticker_page.js";
import { median } from "./figures.js";
import { judgedRows, markdown } from "./table.js";

const { values: options } = parseArgs({ options: { minutes: { type: "string", default: "3" } } });
const bounds = { shownMs: 400, megabytes: 90, growthMegabytes: 2, openPercent: 6, hiddenPercent: 1 };
const rounds = 5;
const run = promisify(execFile);
const clients = 10;
const rate = 20;
const secondsOfCost = 20;
const [historyTicks, fillRate, settleSeconds] = [100_000, 1000, 10];
const bytesPerMegabyte = 1e6;

const pass = (seconds) => new Promise((resolve) => { setTimeout(resolve, seconds * 1000); });
const megabytes = (ticker) => residentBytes(ticker) / bytesPerMegabyte;

function environment(desktop) {
    const { HOME } = cleanEnvironment();
    return { ...desktop.env, HOME, XDG_CONFIG_HOME: join(HOME, "config") };
}

/** Whether there is more than one colour in a window. */
async function isPainted(desktop, window) {
    const { stdout } = await run("import", ["-silent", "-window", window, "-format", "%k", "info:"],
        { env: desktop.env });
    return Number(stdout) > 1;
}

/** Milliseconds from the start of the process to something in its window on the screen, and to our having seen it. */
async function timeToWindow(desktop) {
    const began = performance.now();
    const ticker = launchTicker(["--port", "0"], environment(desktop));
    // Not --sync, which looks twice a second.
    const window = await until(async () => (await desktop.tool("search", "--onlyvisible", "--name", "TickerTray")),
        "the window", 15_000, 0);
    await until(async () => await isPainted(desktop, window), "something in it", 15_000, 0);
    const took = performance.now() - began;
    await until(() => ticker.stdout.includes("Listening"), "the server");
    ticker.child.kill();
    await ticker.exited;
    return took;
}

/** Per cent of a core. */
async function cost(ticker) {
    const [before, began] = [processorMs(ticker), performance.now()];
    await pass(secondsOfCost);
    return 100 * (processorMs(ticker) - before) / (performance.now() - began);
}

/** What is kept of the past is bounded, and takes more until that bound is reached. */
async function fillHistory(ticker) {
    await control(ticker, { action: "rate", value: fillRate });
    const seq = async () => (await (await fetch(new URL("/api/status", ticker.url))).json()).seq;
    await until(async () => await seq() > historyTicks, "the history to be full", 300_000, 500);
    await control(ticker, { action: "rate", value: rate });
    await pass(settleSeconds);
}

async function measure(desktop) {
    const times = [];
    for (let round = 0; round < rounds; ++round)
        times.push(await timeToWindow(desktop));
    const ticker = await startTicker(["--rate", String(rate)], { env: environment(desktop), headless: false });
    await Promise.all(Array.from({ length: clients }, () => connected(connect(ticker.url))));
    const window = await mainWindow(desktop);
    const openClients = await cost(ticker);
    await pressUntil(desktop, window, "ctrl+2", () => true, "the prices");
    const openPrices = await cost(ticker);
    await fillHistory(ticker);
    const first = megabytes(ticker);
    await pass(60 * Number(options.minutes));
    const last = megabytes(ticker);
    await clickOn(desktop, await trayIcon(desktop));
    await until(async () => await findMainWindow(desktop) === null, "the window to be hidden");
    const hidden = await cost(ticker);
    disconnectAll();
    await ticker.stop();
    return [
        ["window on the screen after the start, ms", median(times), bounds.shownMs],
        [`window with clients open, ${rate} ticks a second: % of a core`, openClients, bounds.openPercent],
        [`window with prices and chart open, ${rate} ticks a second: % of a core`, openPrices, bounds.openPercent],
        [`window hidden, ${rate} ticks a second: % of a core`, hidden, bounds.hiddenPercent],
        ["memory with the window open and a full history, MB", last, bounds.megabytes],
        [`growth within ${options.minutes} minutes of that, MB`, last - first, bounds.growthMegabytes],
    ].map(([what, value, most]) => ({ what, value, most, met: value <= most }));
}

const desktop = await startDesktop();
try {
    console.log(markdown(judgedRows(await measure(desktop))));
} finally {
    await desktop.stop();
}
