// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page while its server goes away, politely or not, and comes back.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { screenshot, startBrowser, textOf } from "../lib/browser.js";
import { finish, freePort, startTicker, until } from "../lib/ticker.js";

let browser;
before(async () => { browser = await startBrowser(); });
afterEach(() => browser.closeTabs());
after(async () => {
    await browser.close();
    await finish();
});

for (const signal of ["SIGTERM", "SIGKILL"]) {
    test(`the page comes back after ${signal} and a restart`, { timeout: 90_000 }, async () => {
        const port = String(await freePort());
        let ticker = await startTicker(["--port", port, "--interval", "50"]);
        const [tab] = await browser.newTabs(ticker.url, 1);
        const ticks = async () => Number(await textOf(tab, "#ticks"));
        const state = () => textOf(tab, "#state-words");
        await until(async () => await ticks() > 5, "ticks");

        ticker.child.kill(signal);
        await ticker.exited;
        const said = [];
        // Two attempts in vain.
        await until(async () => {
            const words = await state();
            if (said.at(-1) !== words)
                said.push(words);
            return /\(attempt 3\)/.test(words);
        }, () => `a third attempt after ${said}`, 30_000);
        assert.ok(said.some((words) => /^Reconnecting in \d s \(attempt 1\): .+/.test(words)), `${said}`);
        const second = /^Reconnecting in \d s \(attempt 2\): the server can't be reached$/;
        assert.ok(said.some((words) => second.test(words)), `${said}`);
        assert.equal(await tab.getAttribute("#price", "data-stale"), "");
        assert.match(await textOf(tab, "#detail"), /^Last price, \d+ s old$/);
        await screenshot(tab, `page-reconnecting-${signal.toLowerCase()}`);

        const lost = await ticks();
        ticker = await startTicker(["--port", port, "--interval", "50"]);
        await until(async () => /^Connected via /.test(await state()), "the connection", 30_000);
        await until(async () => await ticks() > lost + 5, "more ticks");
        assert.equal(await tab.getAttribute("#price", "data-stale"), null);
        await ticker.stop();
    });
}

test("the button connects without waiting", { timeout: 60_000 }, async () => {
    const port = String(await freePort());
    let ticker = await startTicker(["--port", port, "--interval", "50"]);
    const [tab] = await browser.newTabs(ticker.url, 1);
    await until(async () => Number(await textOf(tab, "#ticks")) > 2, "ticks");
    await ticker.stop();
    await until(async () => /in [3-9] s/.test(await textOf(tab, "#state-words")), "a longer wait", 30_000);
    ticker = await startTicker(["--port", port, "--interval", "50"]);
    await tab.click("#reconnect");
    await until(async () => /^Connected via /.test(await textOf(tab, "#state-words")), "the connection", 2500);
    assert.equal(await tab.isVisible("#reconnect"), false);
    assert.equal(await tab.isVisible("#hold"), true);
    await ticker.stop();
});
