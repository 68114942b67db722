// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The example for browsers, resources/examples/browser.html, served by the program itself and from another port.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startBrowser } from "../lib/browser.js";
import { finish, startTicker, until } from "../lib/ticker.js";

const folder = fileURLToPath(new URL("../../resources/examples/", import.meta.url));
const symbols = ["ACME", "SLOTH", "TEAPOT"];
const ways = ["websocket", "events", "fetch"];

let browser;
before(async () => { browser = await startBrowser(); });
after(async () => {
    await browser.close();
    await finish();
});

/** What the cells of the table show: { "ACME-fetch": "636" }. */
const shownBy = (tab) => tab.evaluate(() => Object.fromEntries(
    [...document.querySelectorAll("td[id]")].map(({ id, textContent }) => [id, textContent])));

for (const [where, serve] of Object.entries({
    "the program itself": (ticker) => ticker,
    "another port": () => startTicker(["--interval", "100000", "--web-root", folder]),
})) {
    test(`served by ${where}, it shows the same price three ways`, { timeout: 120_000 }, async () => {
        const ticker = await startTicker(["--interval", "20", "--web-root", folder]);
        const site = await serve(ticker);
        const server = ticker.url.replace(/\/$/, "");
        const [tab] = await browser.newTabs(new URL(`/browser.html?server=${server}`, site.url).href, 1);
        const first = await shownBy(tab);
        assert.equal(Object.keys(first).length, symbols.length * ways.length);
        await until(async () => Object.entries(await shownBy(tab)).every(([id, text]) =>
            text !== "" && text !== first[id]), "a price in each cell, and another one after it", 30_000);

        const reply = await fetch(new URL("/api/control", ticker.url), {
            method: "POST", headers: { "Content-Type": "application/json" }, body: "{\"action\":\"pause\"}",
        });
        assert.equal(reply.status, 200);
        const { quotes } = await (await fetch(new URL(`/api/quotes?symbols=${symbols}`, ticker.url))).json();
        assert.equal(quotes.length, symbols.length);
        for (const { symbol, price } of quotes) {
            for (const way of ways) {
                await until(async () => Number((await shownBy(tab))[`${symbol}-${way}`]) === price,
                    `${symbol} by ${way} to be ${price}`);
            }
        }
        assert.deepEqual(browser.complaints, []);
        await browser.closeTabs();
        await ticker.stop();
        if (site !== ticker)
            await site.stop();
    });
}
