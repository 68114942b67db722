// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The served page for everyone: judged by axe-core, by keyboard alone, in German, in other colours, on a phone.
// Takes half a minute: axe-core looks at each look of the page, and the layout is watched for 30 ticks at a time.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { complaintsOfAxe, focused, tabTo } from "../lib/access.js";
import { screenshot, startBrowser, textOf } from "../lib/browser.js";
import { finish, startTicker, until } from "../lib/ticker.js";
import { numberIn, rowsOf, untilMoreTicks, withChoices } from "../lib/ticker_page.js";

const phone = { viewport: { width: 360, height: 760 } };

let browser;
let ticker;
before(async () => {
    browser = await startBrowser();
    ticker = await startTicker(["--interval", "100", "--seed", "42"]);
});
afterEach(async () => {
    await browser.closeTabs();
    browser.complaints.length = 0;
});
after(async () => {
    await browser.close();
    await finish(ticker);
});

const looks = {
    light: { options: { colorScheme: "light" } },
    dark: { options: { colorScheme: "dark" } },
    "dark by choice, green and red": { choices: { theme: "dark", palette: "green-red" } },
    "light by choice, red and green, candles": {
        options: { colorScheme: "dark" }, choices: { theme: "light", palette: "red-green", shape: "candles" },
    },
    "phone in German": { options: { ...phone, locale: "de-DE" } },
    "an unknown instrument": { path: "#/NOPE" },
    "settings open": { press: "summary" },
};

for (const [name, { options = {}, choices = {}, path = "", press }] of Object.entries(looks)) {
    test(`axe-core finds nothing: ${name}`, { timeout: 60_000 }, async () => {
        const [tab] = await browser.newTabs(ticker.url + path, 1, { ...options, ...withChoices(ticker, choices) });
        await untilMoreTicks(tab);
        if (press)
            await tab.click(press);
        assert.deepEqual(await complaintsOfAxe(tab), []);
        assert.deepEqual(browser.complaints, []);
    });
}

test("everything by keyboard", { timeout: 90_000 }, async () => {
    const [tab] = await browser.newTabs(ticker.url, 1);
    await untilMoreTicks(tab);
    await tabTo(tab, "Skip to the instruments", 1);
    await tabTo(tab, "way");
    await tab.keyboard.press("ArrowDown");
    await until(async () => /via WebSocket$/.test(await textOf(tab, "#state-words")), "another way");
    await tabTo(tab, "Settings");
    await tab.keyboard.press("Enter");
    await tabTo(tab, "system");
    assert.equal(await tab.isVisible(".sheet"), true);
    await tab.keyboard.press("Escape");
    assert.equal(await tab.isVisible(".sheet"), false);
    assert.equal((await focused(tab)).what, "Settings");

    await tabTo(tab, "line");
    await tab.keyboard.press("ArrowRight");
    assert.equal(await tab.isChecked("input[value='candles']"), true);
    await tabTo(tab, "1m");
    await tab.keyboard.press("ArrowRight");
    assert.equal(await tab.isChecked("input[value='5m']"), true);
    await tabTo(tab, "chart");
    await until(async () => {
        await tab.keyboard.press("ArrowLeft");
        return /^\d\d:\d\d:\d\d {2}Open [\d.]+ {2}High [\d.]+ {2}Low [\d.]+ {2}Close [\d.]+$/.test(
            await tab.getAttribute("#chart", "aria-valuetext"));
    }, "what the crosshair is on");
    await screenshot(tab, "page-crosshair");
    await tab.keyboard.press("Escape");
    assert.equal(await textOf(tab, "#readout"), "");

    await tabTo(tab, "hold");
    await tab.keyboard.press("Space");
    assert.equal(await tab.getAttribute("#hold", "aria-pressed"), "true");
    await tab.keyboard.press("Space");
    await tabTo(tab, "search");
    await tab.keyboard.type("tea");
    assert.deepEqual(Object.keys(await rowsOf(tab)), ["TEAPOT"]);
    await tabTo(tab, "Favourite: TEAPOT");
    await tab.keyboard.press("Enter");
    await tabTo(tab, "TEAPOT");
    await tab.keyboard.press("Enter");
    // The browser tells the page of its new address a moment later.
    await until(async () => await textOf(tab, "#symbol") === "TEAPOT", "the other instrument");
    assert.equal(new URL(tab.url()).hash, "#/TEAPOT");
    assert.equal(await tab.getAttribute("#plain-page", "href"), "/company/TEAPOT");
    assert.deepEqual(browser.complaints, []);
});

test("what is chosen is there at the next visit", { timeout: 60_000 }, async () => {
    const [tab] = await browser.newTabs(ticker.url, 1);
    await untilMoreTicks(tab);
    for (const symbol of ["GOUDA", "ACME"])
        await tab.click(`button[aria-label='Favourite: ${symbol}']`);
    await tab.click("label:has(input[value='chosen'])");
    await tab.reload();
    await until(async () => Object.keys(await rowsOf(tab)).join() === "ACME,GOUDA", "the two that were chosen");
    assert.equal(await textOf(tab, "#chosen-words"), "Favourites 2");
    for (const symbol of ["GOUDA", "ACME"])
        await tab.click(`button[aria-label='Favourite: ${symbol}']`);
    assert.match(await textOf(tab, "#nothing"), /^No favourites yet/);
    await tab.click("label:has(input[value='all'])");
    await tab.fill("#search", "no such thing <b>");
    assert.equal(await textOf(tab, "#nothing"), "No instrument matches “no such thing <b>”.");
});

test("in German, by the browser or by choice, with numbers to match", { timeout: 60_000 }, async () => {
    const [tab] = await browser.newTabs(`${ticker.url}#/GOUDA`, 1, { locale: "de-DE" });
    await untilMoreTicks(tab);
    assert.equal(await tab.getAttribute("html", "lang"), "de");
    assert.match(await textOf(tab, "#state-words"), /^Verbunden über websocket$/);
    assert.match(await textOf(tab, "#price"), /^\d+,\d\d$/);
    assert.match(await textOf(tab, "#percent"), /^[+−]?\d+,\d\d\u00a0%$/);
    assert.match(await textOf(tab, "h1"), /Simulierte Kurse/);
    await screenshot(tab, "page-german", { fullPage: true });
    await tab.click("summary");
    await tab.selectOption("[data-preference='language']", "en");
    await until(async () => /^\d+\.\d\d$/.test(await textOf(tab, "#price")), "English numbers");
    assert.equal(await tab.getAttribute("html", "lang"), "en");
    // No text of the other language is left anywhere.
    // While it is held, too, what was on the display is there in the other language.
    await tab.click("#hold");
    await tab.click("summary");
    await tab.selectOption("[data-preference='language']", "de");
    await until(async () => /^\d+,\d\d$/.test((await rowsOf(tab)).GOUDA.price), "the table in German");
    await tab.selectOption("[data-preference='language']", "en");
    assert.doesNotMatch(await tab.innerText("body"), /Verb[iu]nd|Kurse?\b|Einstellungen|\bWerte?\b/);
});

test("the summary for screen readers can be turned off", { timeout: 60_000 }, async () => {
    const [tab] = await browser.newTabs(ticker.url, 1, withChoices(ticker, { announce: false }));
    await untilMoreTicks(tab, 5);
    assert.equal(await textOf(tab, "#summary"), "");
    await tab.click("summary");
    await tab.click("[data-preference='announce']");
    await until(async () => /^Price [\d.]+\. .* ticks per second\.$/.test(await textOf(tab, "#summary")), "a summary");
    await tab.click("[data-preference='announce']");
    assert.equal(await textOf(tab, "#summary"), "");
});

test("nothing moves when digits change", { timeout: 60_000 }, async () => {
    for (const options of [{}, phone]) {
        const [tab] = await browser.newTabs(ticker.url, 1, options);
        await untilMoreTicks(tab);
        const places = ["#price", "#move", "#chart", "#hold", ".figures", "#rows", "td.low", "#ways"];
        const layout = () => tab.evaluate((all) => all.map((what) => {
            const { left, top } = document.querySelector(what).getBoundingClientRect();
            return [what, left, top].join(" ");
        }), places);
        const first = await layout();
        const seq = await numberIn(tab, "#seq");
        await until(async () => {
            assert.deepEqual(await layout(), first);
            return await numberIn(tab, "#seq") > seq + 30;
        }, "30 ticks");
    }
});
