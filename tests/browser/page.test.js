// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The served page in Chromium, while the rate is changed in the program's window.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { startDesktop } from "../desktop/desktop.js";
import { assertOnlyAsked, browserForTests, screenshot, seen, textOf, untilSeen } from "../lib/browser.js";
import { assertRunOf } from "../lib/clients.js";
import { ask } from "../lib/http.js";
import { startTicker, until } from "../lib/ticker.js";
import { control } from "../lib/ticker_page.js";
import { startWindow } from "../lib/window.js";

const browser = browserForTests();

/** Whether the part can be had from the whole by leaving some out. */
function isThinned(whole, part) {
    let at = 0;
    for (const value of part) {
        at = whole.indexOf(value, at) + 1;
        if (at === 0)
            return false;
    }
    return true;
}

/** As they come now: the page's own number covers some seconds. */
async function ticksASecond(tab) {
    const count = tab.frames_.length;
    await until(() => tab.frames_.length > count, "a tick", 15_000, 1);
    const from = { at: performance.now(), count: tab.frames_.length };
    await until(() => tab.frames_.length >= from.count + 3, "more ticks", 15_000, 1);
    return (tab.frames_.length - from.count) * 1000 / (performance.now() - from.at);
}

/** The lamp beside the state: its colour, and what makes its shape. */
const lampOf = (tab) => tab.evaluate(async () => {
    const lamp = document.querySelector(".lamp");
    await Promise.allSettled(lamp.getAnimations().map((animation) => animation.finished));
    const style = window.getComputedStyle(lamp);
    return { colour: style.borderLeftColor, shape: `${style.borderRadius} ${style.borderTopWidth}` };
});
const isPaused = (lamp, live) => lamp.colour !== live.colour && lamp.shape !== live.shape;

test("two tabs show the same, while the slider is moved", { timeout: 120_000 }, async () => {
    const desktop = await startDesktop({ tray: false });
    const ticker = await startWindow(desktop, ["--interval", "100000"]);
    const tabs = await browser.newTabs(`${ticker.url}#/ACME`, 2); // which is what the frames of Socket.IO have
    for (const tab of tabs) {
        assert.equal(await textOf(tab, "#price"), "no data yet");
        await until(async () => await textOf(tab, "#state-words") === "Connected via websocket", "the upgrade");
    }
    await screenshot(tabs[0], "page-no-data");

    await ticker.setInterval(1000);
    for (const tab of tabs)
        await untilSeen(tab, 3);
    await until(async () => await textOf(tabs[0], "#rate") === "1.0", "one tick a second");
    await screenshot(tabs[0], "page-1000ms");

    const begin = await seen(tabs[0]);
    for (let moves = 0; await ticksASecond(tabs[0]) < 15; ++moves) {
        assert.ok(moves < 40, "the slider reaches 15 ticks a second");
        await ticker.moveSlider("Page_Up");
    }
    for (const tab of tabs)
        await untilSeen(tab, begin.length + 30);
    await screenshot(tabs[0], "page-slider-moved");

    // At rest, all show the newest price.
    await ticker.setInterval(100000);
    const quote = async () => String(JSON.parse((await ask(ticker.url, "/api/quote")).body).price);
    await until(async () => {
        const price = await quote();
        return await textOf(tabs[0], "#price") === price && await textOf(tabs[1], "#price") === price;
    }, "both tabs to show the quote");

    const [first, second] = tabs.map((tab) => tab.frames_);
    const [longer, shorter] = first.length > second.length ? [first, second] : [second, first];
    assertRunOf(longer, shorter.slice(1), "the other tab");
    for (const tab of tabs) {
        const [initial, ...shown] = await seen(tab);
        assert.equal(initial, "no data yet");
        assert.ok(shown.every((text) => /^\d{1,3}$/.test(text)), `${shown}`);
        assert.ok(isThinned(tab.frames_, shown), "what is drawn is what came, in order");
    }
    assertOnlyAsked(browser, ticker);
    assert.deepEqual(browser.complaints, []);
    await ticker.stop();
    await desktop.stop();
});

test("holding the display, and what assistive technology hears", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "50"]);
    const [tab] = await browser.newTabs(ticker.url, 1);
    await untilSeen(tab, 5);
    assert.equal(await tab.getAttribute("#price", "aria-live"), "off");
    assert.equal(await tab.getAttribute("#summary", "aria-live"), "polite");
    await until(async () => await textOf(tab, "#summary") !== "", "a summary", 15_000);
    assert.match(await textOf(tab, "#summary"),
        /^(Connecting|Connected, no data yet|Price [\d.]+\. .* ticks per second)\.$/);

    const live = await lampOf(tab);
    await tab.click("#hold");
    assert.equal(await tab.getAttribute("#hold", "aria-pressed"), "true");
    assert.match(await textOf(tab, "#state-words"), /^Connected via \w+; display paused$/);
    await until(async () => isPaused(await lampOf(tab), live), "the lamp to be another");
    const held = await seen(tab);
    const ticks = Number(await textOf(tab, "#ticks"));
    await until(async () => Number(await textOf(tab, "#ticks")) > ticks + 20, "more ticks");
    assert.match(await textOf(tab, "#detail"), /^Paused; newer prices since then: \d+$/);
    assert.deepEqual(await seen(tab), held);
    await tab.click("#hold");
    await untilSeen(tab, held.length + 5);
    await until(async () => isDeepStrictEqual(await lampOf(tab), live), "the lamp of before");
    await control(ticker, { action: "pause" });
    await until(async () => /; paused on the server$/.test(await textOf(tab, "#state-words")), "the pause to be seen");
    await until(async () => isPaused(await lampOf(tab), live), "the lamp to be another");
    await control(ticker, { action: "play" });
    await until(async () => /^Connected via \w+$/.test(await textOf(tab, "#state-words")), "the feed again");
    await until(async () => isDeepStrictEqual(await lampOf(tab), live), "the lamp of before");
    assert.match(await textOf(tab, "h1"), /Simulated prices/);
    assert.equal(await tab.getAttribute("a[href='/api/quote']", "href"), "/api/quote");
    await ticker.stop();
});

test("light, dark, on a phone, with less motion", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "200"]);
    const looks = {
        light: { colorScheme: "light" },
        dark: { colorScheme: "dark" },
        phone: { colorScheme: "light", viewport: { width: 360, height: 760 } },
        "phone-dark": { colorScheme: "dark", viewport: { width: 320, height: 640 }, reducedMotion: "reduce" },
    };
    const backgrounds = {};
    for (const [name, options] of Object.entries(looks)) {
        const [tab] = await browser.newTabs(ticker.url, 1, options);
        await untilSeen(tab, 3);
        const facts = await tab.evaluate(() => ({
            overflow: document.documentElement.scrollWidth - window.innerWidth,
            background: window.getComputedStyle(document.body).backgroundColor,
            transition: window.getComputedStyle(document.querySelector(".lamp")).transitionDuration,
            button: document.querySelector("#hold").getBoundingClientRect().height,
        }));
        assert.equal(facts.overflow, 0, `${name} scrolls sideways`);
        assert.ok(facts.button >= 44, `a button of ${facts.button} px`);
        assert.equal(/^0s(, 0s)*$/.test(facts.transition), options.reducedMotion === "reduce", facts.transition);
        backgrounds[name] = facts.background;
        await screenshot(tab, `page-${name}`, { fullPage: true });
    }
    assert.notEqual(backgrounds.light, backgrounds.dark);
    assert.deepEqual(browser.complaints, []);
    await ticker.stop();
});

test("a newcomer sees an instrument that moves like a share, with a full chart", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "100000"]);
    const [tab] = await browser.newTabs(ticker.url, 1);
    await until(async () => await textOf(tab, "#symbol") === "TEAPOT", "the featured instrument");
    const readOutAt = async (key) => {
        await tab.focus("#chart");
        await tab.keyboard.press(key);
        return await tab.getAttribute("#chart", "aria-valuetext");
    };
    const pattern = /^(\d\d:\d\d:\d\d) {2}[\d.]+ {2}generated$/;
    for (const [range, leastSeconds] of [["1m", 50], ["1h", 3500]]) {
        await tab.check(`input[value='${range}']`);
        await until(async () => pattern.test(await readOutAt("Home")), "the oldest price");
        const [oldest, newest] = [await readOutAt("Home"), await readOutAt("End")].map((text) =>
            new Date(`2000-01-01T${pattern.exec(text)[1]}Z`).getTime());
        const seconds = ((newest - oldest) / 1000 + 86_400) % 86_400;
        assert.ok(seconds >= leastSeconds, `${range} has ${seconds} s`);
        assert.equal(await tab.getAttribute("#generated-mark", "hidden"), null);
    }
    await screenshot(tab, "page-generated");
    assert.deepEqual(browser.complaints, []);
    await ticker.stop();

    const without = await startTicker(["--interval", "50", "--no-history"]);
    const [bare] = await browser.newTabs(without.url, 1);
    await untilSeen(bare, 3);
    assert.notEqual(await bare.getAttribute("#generated-mark", "hidden"), null);
    await without.stop();
});
