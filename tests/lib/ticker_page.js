// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What tests look at in the served page, and how they prepare it.
import assert from "node:assert/strict";
import { textOf } from "./browser.js";
import { until } from "./ticker.js";

export const ways = {
    socketio: /^Connected via websocket$/,
    websocket: /^Connected via WebSocket$/,
    events: /^Connected via server-sent events$/,
    polling: /^Connected via polling \/api\/quotes$/,
};

export const numberIn = async (tab, selector) => Number((await textOf(tab, selector)).replaceAll(",", ""));
export const ticksOf = (tab) => numberIn(tab, "#ticks");
export const stateOf = (tab) => textOf(tab, "#state-words");
export const untilState = (tab, pattern, limitMs = 15_000) => until(async () => pattern.test(await stateOf(tab)),
    () => `the state ${pattern}`, limitMs);

/** Until more ticks have come than now, by some. */
export async function untilMoreTicks(tab, count = 3) {
    const from = await ticksOf(tab);
    await until(async () => await ticksOf(tab) >= from + count, `${count} more ticks after ${from}`, 20_000);
}

/** Options for newTabs(): a browser that keeps what was chosen in an earlier visit. */
export const withChoices = (ticker, choices) => ({
    storageState: {
        cookies: [],
        origins: [{
            origin: new URL(ticker.url).origin,
            localStorage: [{ name: "tickertray.page", value: JSON.stringify(choices) }],
        }],
    },
});

/** Orders the server about, as programs do. */
export async function control(ticker, body) {
    const reply = await fetch(new URL("/api/control", ticker.url),
        { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    assert.equal(reply.status, 200, JSON.stringify(body));
}

/** Lets the page believe that its tab was hidden or shown. */
export const setVisibility = (tab, state) => tab.evaluate((value) => {
    Object.defineProperty(document, "visibilityState", { value, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}, state);

/** The rows of the table that are shown: { ACME: { price, change, ... } }. */
export const rowsOf = (tab) => tab.evaluate(() => Object.fromEntries(
    [...document.querySelectorAll("#rows tr")].filter((row) => !row.hidden).map((row) => {
        const cell = (name) => row.querySelector(`td.${name}`)?.textContent;
        return [row.querySelector("a").textContent, {
            price: cell("price"), change: cell("change"), percent: cell("percent"),
            low: cell("low"), high: cell("high"), size: cell("size"),
        }];
    })));
