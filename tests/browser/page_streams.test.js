// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// More tabs with event streams than a browser opens connections to one server.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser, textOf } from "../lib/browser.js";
import { finish, startTicker, until } from "../lib/ticker.js";
import { untilMoreTicks, untilState, ways } from "../lib/ticker_page.js";

let browser;
before(async () => { browser = await startBrowser(); });
after(async () => {
    await browser.close();
    await finish();
});

test("the seventh tab says what it waits for, and goes on once there is room", { timeout: 120_000 }, async () => {
    const ticker = await startTicker(["--interval", "50"]);
    const tabs = await browser.newTabs(ticker.url, 7, { locale: "en" });
    for (const tab of tabs)
        await untilState(tab, ways.socketio);
    for (const tab of tabs.slice(0, 6)) {
        await tab.selectOption("#way", "events");
        await untilState(tab, ways.events);
    }
    const last = tabs[6];
    assert.equal(await textOf(last, "#detail"), "");
    await last.selectOption("#way", "events");
    const crowded = /^This browser allows 6 connections to the server/;
    await until(async () => crowded.test(await textOf(last, "#detail")), "the seventh tab's word");
    await tabs[0].close();
    await untilState(last, ways.events, 30_000);
    await untilMoreTicks(last);
    await until(async () => await textOf(last, "#detail") === "", "no word any more");
    await browser.closeTabs();
    await ticker.stop();
});
