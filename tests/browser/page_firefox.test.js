// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The served page's main path in Firefox: each way, a break, another rate, no complaint.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { startFirefox } from "../lib/firefox.js";
import { finish, freePort, startTicker, until } from "../lib/ticker.js";
import { control, rowsOf, ticksOf, untilMoreTicks, untilState, ways } from "../lib/ticker_page.js";

let browser;
before(async () => { browser = await startFirefox(); });
afterEach(() => { browser.complaints.length = 0; });
after(async () => {
    await browser.close();
    await finish();
});

test("ticks come by each way", { timeout: 90_000 }, async () => {
    const ticker = await startTicker(["--interval", "50"]);
    const tab = await browser.newTab(ticker.url);
    for (const [way, connected] of Object.entries(ways)) {
        await tab.selectOption("#way", way);
        await untilState(tab, connected);
        await untilMoreTicks(tab);
        assert.equal(Object.keys(await rowsOf(tab)).length, 12);
    }
    await tab.screenshot("page-firefox");
    assert.deepEqual(browser.complaints, []);
    await tab.close();
    await ticker.stop();
});

test("the server ends and comes back", { timeout: 60_000 }, async () => {
    const port = String(await freePort());
    let ticker = await startTicker(["--port", port, "--interval", "50"]);
    const tab = await browser.newTab(ticker.url);
    await untilMoreTicks(tab);
    await ticker.stop();
    await untilState(tab, /^Reconnecting in \d+ s/);
    ticker = await startTicker(["--port", port, "--interval", "50"]);
    await untilState(tab, ways.socketio);
    await untilMoreTicks(tab);
    await tab.close();
    await ticker.stop();
});

test("a thousand ticks a second are received and drawn once a frame", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "1000"]);
    const tab = await browser.newTab(ticker.url);
    await untilMoreTicks(tab, 1);
    await control(ticker, { action: "rate", value: 1000 });
    const from = await ticksOf(tab);
    await until(async () => await ticksOf(tab) > from + 3000, "three thousand ticks", 30_000);
    assert.deepEqual(browser.complaints, []);
    await tab.close();
    await ticker.stop();
});
