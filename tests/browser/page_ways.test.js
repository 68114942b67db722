// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The served page by each of its ways to the server: ticks, breaks, a hidden tab, other markets.
// Takes a minute and a half: four ways, each with a break that is waited out, and polling asks once a second.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browserForTests, screenshot, textOf } from "../lib/browser.js";
import { ask } from "../lib/http.js";
import { freePort, startTicker, until } from "../lib/ticker.js";
import {
    control, numberIn, rowsOf, setVisibility, stateOf, ticksOf, untilMoreTicks, untilState, ways, withChoices,
} from "../lib/ticker_page.js";

const browser = browserForTests();

const quotesOf = async (ticker) => JSON.parse((await ask(ticker.url, "/api/quotes")).body).quotes;

for (const [way, connected] of Object.entries(ways)) {
    test(`${way}: all instruments, chosen in the page, and the same numbers as the server's`, { timeout: 60_000 },
        async () => {
            const ticker = await startTicker(["--interval", "50", "--seed", "42"]);
            const [tab] = await browser.newTabs(ticker.url, 1);
            await untilState(tab, ways.socketio);
            await tab.selectOption("#way", way);
            await untilState(tab, connected);
            await untilMoreTicks(tab);
            await control(ticker, { action: "pause" });
            await untilState(tab, /; paused on the server$/);
            if (way === "polling") {
                await tab.waitForResponse((reply) => /\/api\/quotes/.test(reply.url()) && reply.status() === 304,
                    { timeout: 10_000 });
            }
            const quotes = await quotesOf(ticker);
            assert.equal(quotes.length, 12);
            for (const { symbol, price, size } of quotes) {
                await until(async () => {
                    const row = (await rowsOf(tab))[symbol];
                    return Number(row.price.replace(",", "")) === price && Number(row.size.replace(",", "")) === size;
                }, `${symbol} to be ${price}`);
            }
            const [symbol, price] = [await textOf(tab, "#symbol"), await textOf(tab, "#price")];
            assert.equal(symbol, "TEAPOT"); // the featured one
            assert.equal(Number(price), quotes.find((quote) => quote.symbol === symbol).price);
            await control(ticker, { action: "play" });
            await untilMoreTicks(tab);
            assert.deepEqual(browser.complaints, []);
            await ticker.stop();
        });

    test(`${way}: the server ends and comes back, and the choice of the way is kept`, { timeout: 60_000 }, async () => {
        const port = String(await freePort());
        let ticker = await startTicker(["--port", port, "--interval", "50"]);
        const [tab] = await browser.newTabs(ticker.url, 1, withChoices(ticker, { way }));
        await untilState(tab, connected);
        await untilMoreTicks(tab);
        await ticker.stop();
        await untilState(tab, /^Reconnecting .*\(attempt \d\)/);
        const lost = await ticksOf(tab);
        ticker = await startTicker(["--port", port, "--interval", "50"]);
        await untilState(tab, connected, 30_000);
        await until(async () => await ticksOf(tab) > lost + 3, "more ticks");
        const { seq } = JSON.parse((await ask(ticker.url, "/api/status")).body);
        assert.ok(await numberIn(tab, "#seq") <= seq + 100, "of the new server, not of the old one");
        await ticker.stop();
    });

    test(`${way}: a hidden tab hangs up; shown again it knows the newest and marks the gap`, { timeout: 60_000 },
        async () => {
            const ticker = await startTicker(["--interval", "50"]);
            const [tab] = await browser.newTabs(ticker.url, 1, withChoices(ticker, { way }));
            await untilState(tab, connected);
            await untilMoreTicks(tab);
            assert.equal(await tab.isVisible("#gap-mark"), false);
            await setVisibility(tab, "hidden");
            await untilState(tab, /^Paused while this tab is hidden$/);
            const [ticks, seq] = [await ticksOf(tab), await numberIn(tab, "#seq")];
            const served = async () => JSON.parse((await ask(ticker.url, "/api/status")).body);
            await until(async () => (await served()).seq > seq + 40, "ticks meanwhile");
            await until(async () => (await served()).clients === 0, "no connection to be kept");
            assert.equal(await ticksOf(tab), ticks);
            await setVisibility(tab, "visible");
            await untilState(tab, connected);
            await until(async () => await numberIn(tab, "#seq") > seq + 40, "the newest");
            await until(() => tab.isVisible("#gap-mark"), "the gap to be marked");
            await untilMoreTicks(tab);
            if (way === "socketio")
                await screenshot(tab, "page-gap");
            assert.deepEqual(browser.complaints, []);
            await ticker.stop();
        });

    test(`${way}: another seed shows without another connection by hand`, { timeout: 60_000 }, async () => {
        const ticker = await startTicker(["--interval", "50", "--seed", "1"]);
        const [tab] = await browser.newTabs(ticker.url, 1, withChoices(ticker, { way }));
        await untilState(tab, connected);
        await until(async () => await numberIn(tab, "#seq") > 60, "some ticks");
        await control(ticker, { action: "seed", value: "42" });
        await until(async () => await numberIn(tab, "#seq") < 50, "numbers from the beginning");
        await control(ticker, { action: "pause" });
        const quotes = await quotesOf(ticker);
        await until(async () => Number((await rowsOf(tab)).ACME?.price) === quotes[0].price, "the new price");
        assert.ok(!/^(Refused|Reconnecting in)/.test(await stateOf(tab)));
        assert.deepEqual(browser.complaints, []);
        await ticker.stop();
    });
}

test("a feed that falls silent without a reason is called stale", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "50"]);
    const [tab] = await browser.newTabs(ticker.url, 1, withChoices(ticker, { way: "websocket" }));
    await untilMoreTicks(tab);
    await control(ticker, { action: "halt", symbol: "*" });
    await untilState(tab, /^Connected via WebSocket; stale for \d+\.\d s$/);
    await control(ticker, { action: "resume", symbol: "*" });
    await untilState(tab, ways.websocket);
    await ticker.stop();
});
