// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The served page at 1,000 ticks a second: nothing is missed, and what is drawn stays calm.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { screenshot, startBrowser, textOf } from "../lib/browser.js";
import { finish, startTicker, until } from "../lib/ticker.js";
import { control, numberIn, ticksOf, untilMoreTicks, untilState, ways, withChoices } from "../lib/ticker_page.js";

const wanted = 5000;

let browser;
before(async () => { browser = await startBrowser(); });
after(async () => {
    await browser.close();
    await finish();
});

/** Runs in the page, before its own scripts: frames that were asked for, and what the WebSocket brought. */
function watchPage() {
    window.watched = { frames: 0, seqs: [], merged: 0, texts: 0 };
    const { requestAnimationFrame: request, WebSocket: Socket } = window;
    window.requestAnimationFrame = (callback) => request((now) => {
        window.watched.frames += 1;
        callback(now);
    });
    window.WebSocket = class extends Socket {
        constructor(...args) {
            super(...args);
            this.addEventListener("message", ({ data }) => {
                const message = JSON.parse(data);
                if (message.type === "tick")
                    window.watched.seqs.push(message.seq);
                window.watched.merged += message.merged ?? 0;
            });
        }
    };
}

test("at 1,000 ticks a second each one is received, and drawn are frames", { timeout: 120_000 }, async () => {
    const ticker = await startTicker(["--interval", "1"]);
    const [tab] = await browser.newTabs("about:blank", 1, withChoices(ticker, { way: "websocket" }));
    await tab.addInitScript(watchPage);
    await tab.goto(ticker.url);
    await untilState(tab, ways.websocket, 30_000);
    await until(async () => await ticksOf(tab) >= wanted, `${wanted} ticks`, 60_000);
    const rates = Object.fromEntries(await Promise.all(["rate", "drawn", "lag"].map(async (id) =>
        [id, await textOf(tab, `#${id}`)])));
    await screenshot(tab, "page-1000-a-second");
    await control(ticker, { action: "pause" });
    await untilState(tab, /paused on the server$/);
    const facts = await tab.evaluate(() => window.watched);
    await until(async () => await ticksOf(tab) === facts.seqs.length, "the page to have counted each one");
    assert.equal(await numberIn(tab, "#seq"), facts.seqs.at(-1));
    // ACME trades in each tick, so no number may be missing but those that the server merged.
    const [first, last] = [facts.seqs[0], facts.seqs.at(-1)];
    assert.equal(last - first + 1, facts.seqs.length + facts.merged);
    assert.ok(facts.seqs.every((seq, i) => i === 0 || seq > facts.seqs[i - 1]), "in order");
    console.log(`${facts.seqs.length} ticks, ${facts.merged} merged, in ${facts.frames} frames; the page said ` +
        JSON.stringify(rates));
    assert.ok(facts.frames < facts.seqs.length, "not a frame for each tick");
    assert.deepEqual(browser.complaints, []);
    await browser.closeTabs();
    await ticker.stop();
});

for (const reducedMotion of ["no-preference", "reduce"]) {
    test(`flashes at 50 ms, motion ${reducedMotion}`, { timeout: 60_000 }, async () => {
        const ticker = await startTicker(["--interval", "50", "--seed", "42"]);
        const [tab] = await browser.newTabs(ticker.url, 1, { reducedMotion });
        await untilMoreTicks(tab);
        await tab.evaluate(() => {
            window.flashes = [];
            new MutationObserver((records) => {
                for (const { target } of records) {
                    if (target.dataset.flash)
                        window.flashes.push({
                            at: performance.now(), background: window.getComputedStyle(target).backgroundColor,
                        });
                }
            }).observe(document.getElementById("rows"), { subtree: true, attributeFilter: ["data-flash"] });
        });
        const flashes = await until(async () => {
            const so = await tab.evaluate(() => window.flashes);
            return so.length > 6 && so.at(-1).at - so[0].at > 3000 && so;
        }, "flashes", 40_000);
        // Those of one frame are one flash.
        const beats = flashes.map(({ at }) => at).filter((at, i, all) => i === 0 || at - all[i - 1] > 50);
        console.log(`${flashes.length} cells in ${beats.length} flashes`);
        for (const at of beats) {
            // A slow machine may tell of a flash some time after it.
            const within = beats.filter((each) => each >= at && each < at + 950);
            assert.ok(within.length <= 3, `${within}`);
        }
        if (reducedMotion === "reduce")
            assert.ok(flashes.every(({ background }) => background === "rgba(0, 0, 0, 0)"), JSON.stringify(flashes[0]));
        await browser.closeTabs();
        await ticker.stop();
    });
}
