// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes the pictures of README and metainfo anew, in resources/screenshots; needs what the tests with a browser and a
// desktop need, and takes two minutes: TICKERTRAY=build/tickertray node tests/browser/pictures.js
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { mainWindow, startDesktop } from "../desktop/desktop.js";
import { startBrowser, textOf } from "../lib/browser.js";
import { connect, connected, disconnectAll, received } from "../lib/clients.js";
import { finish, startTicker, until } from "../lib/ticker.js";
import { numberIn, withChoices } from "../lib/ticker_page.js";
import { startWindow } from "../lib/window.js";

const folder = fileURLToPath(new URL("../../resources/screenshots/", import.meta.url));
const minuteOfTicks = 1200;

/** A minute of prices, with the crosshair in it. */
async function takePage(browser, ticker) {
    const [tab] = await browser.newTabs(`${ticker.url}#/GOUDA`, 1,
        { ...withChoices(ticker, { chosen: ["ACME", "GOUDA"] }), viewport: { width: 1100, height: 1200 } });
    await until(async () => await numberIn(tab, "#seq") > minuteOfTicks, "a minute of prices", 90_000);
    await tab.hover("#chart");
    await until(async () => await textOf(tab, "#readout") !== "", "what the crosshair is on");
    await tab.screenshot({ path: join(folder, "page.png") });
}

/** Plots of half a minute. */
async function takeLanes(browser, ticker) {
    const [tab] = await browser.newTabs(`${ticker.url}lanes.html`, 1, { viewport: { width: 1440, height: 1000 } });
    await until(async () => Number(await textOf(tab, "[data-lane='poll'] td:nth-of-type(2)")) >= 30, "thirty requests",
        60_000);
    await tab.screenshot({ path: join(folder, "lanes.png"), fullPage: true });
}

async function takeWindow() {
    const desktop = await startDesktop({ tray: false });
    const ticker = await startWindow(desktop, ["--interval", "1000"]);
    const clients = [
        await connected(connect(ticker.url)),
        await connected(connect(ticker.url, { way: "polling" })),
        await connected(connect(ticker.url, { generation: 3 })),
    ];
    await received(clients[0], 5);
    await promisify(execFile)("import", ["-frame", "-window", await mainWindow(desktop), join(folder, "window.png")],
        { env: desktop.env });
    disconnectAll();
    await ticker.stop();
    await desktop.stop();
}

const browser = await startBrowser();
const ticker = await startTicker(["--rate", "20", "--seed", "42"]);
await takePage(browser, ticker);
await takeLanes(browser, ticker);
await browser.close();
await takeWindow();
await finish(ticker);
