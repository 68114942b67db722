// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The served page when something is odd: messages, names, addresses, a browser that keeps nothing, a refusal.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { browserForTests, textOf } from "../lib/browser.js";
import { startTicker, temporaryFolder, until } from "../lib/ticker.js";
import { rowsOf, untilMoreTicks, untilState, ways, withChoices } from "../lib/ticker_page.js";

const browser = browserForTests();

const hello = JSON.stringify({ type: "hello", seed: "1", headline: "ACME", instruments: [] });
const snapshot = JSON.stringify({ type: "snapshot", symbols: ["ACME"], seq: 1, time: 1, quotes: [] });
const tick = (seq, quotes) => JSON.stringify({ type: "tick", seq, time: Date.now(), quotes });
const good = (price) => ({ symbol: "ACME", price, previous: 1, size: 1, open: 1, high: 9, low: 1 });
const garbage = [
    "", "no JSON", "{", "null", "7", "[]", "\"tick\"", "{}", "{\"type\":7}", "{\"type\":\"tick\"}", "\u0000\u{1f680}",
    "{\"type\":\"tick\",\"seq\":\"2\",\"quotes\":[]}", "{\"type\":\"tick\",\"seq\":2,\"quotes\":{}}",
    "{\"type\":\"tick\",\"seq\":1e400,\"quotes\":[]}", "{\"type\":\"unheard of\",\"seq\":3}",
    tick(2, [null, 7, "ACME", {}, { symbol: "ACME" }, { symbol: "ACME", price: "9" }, { symbol: "ACME", price: null },
        { symbol: 7, price: 7 }, { symbol: "__proto__", price: 7 }, { symbol: "NOPE", price: 7 }]),
    tick(3, [{ symbol: "ACME", price: 5 }]),
];

test("garbage in messages is left out, and what makes sense goes on", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "100000"]);
    const [tab] = await browser.newTabs("about:blank", 1, withChoices(ticker, { way: "websocket" }));
    let connections = 0;
    // A server of the test's own in place of ours.
    await tab.routeWebSocket(/\/ws$/, (socket) => {
        connections += 1;
        socket.onMessage(() => {
            socket.send(snapshot);
            for (const text of garbage)
                socket.send(text);
            socket.send(tick(4, [good(8), { symbol: "ACME" }]));
        });
        socket.send(hello);
    });
    await tab.goto(`${ticker.url}#/ACME`);
    await until(async () => await textOf(tab, "#price") === "8", "the price that makes sense");
    assert.equal(connections, 1);
    await untilState(tab, ways.websocket);
    await until(async () => /^\d+ invalid messages were ignored/.test(await textOf(tab, "#odd")), "a count");
    assert.equal((await rowsOf(tab)).ACME.price, "8");
    assert.equal(await textOf(tab, "#day-open"), "1");
    assert.deepEqual(browser.complaints, []);
    await ticker.stop();
});

test("a refusal is said in words, and the page waits to be asked", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "100000"]);
    const [tab] = await browser.newTabs("about:blank", 1, withChoices(ticker, { way: "websocket" }));
    await tab.routeWebSocket(/\/ws$/, (socket) => {
        socket.onMessage(() => socket.send("{\"type\":\"error\",\"code\":\"x\",\"message\":\"Not <b>you</b>.\"}"));
        socket.send(hello);
    });
    await tab.goto(ticker.url);
    await untilState(tab, /^Refused: Not <b>you<\/b>\.$/);
    assert.equal(await tab.isVisible("#reconnect"), true);
    await tab.selectOption("#way", "events");
    await untilState(tab, ways.events);
    assert.equal(await tab.isVisible("#reconnect"), false);
    await ticker.stop();
});

const names = ["<img src=x onerror=\"window.hacked=1\">", "</script><script>window.hacked=1</script>",
    "\"'&amp;<b>", "🚀 Ω"];

test("names of a market file are texts, whatever is in them", { timeout: 60_000 }, async () => {
    const file = join(temporaryFolder(), "market.json");
    writeFileSync(file, JSON.stringify({
        instruments: names.map((name, i) => ({ symbol: `S${i}`, name, start: 100 + i, tickSize: 0.01 })),
    }));
    const ticker = await startTicker(["--interval", "50", "--market", file]);
    const [tab] = await browser.newTabs(`${ticker.url}#/S0`, 1);
    await untilMoreTicks(tab);
    assert.deepEqual(await tab.locator("#rows .name").allTextContents(), names);
    assert.equal(await textOf(tab, "#name"), names[0]);
    assert.equal(await tab.locator("#rows img, #rows b, h1 img").count(), 0);
    assert.equal(await tab.evaluate(() => window.hacked), undefined);
    await tab.fill("#search", "onerror");
    assert.deepEqual(Object.keys(await rowsOf(tab)), ["S0"]);
    assert.deepEqual(browser.complaints, []);
    await ticker.stop();
});

test("symbols with signs, and long ones", { timeout: 60_000 }, async () => {
    const long = `BTC/USDT:USDT-${"X".repeat(50)}`;
    const symbols = [long, "BTC/USDT", "^GSPC", "M&M.NS", "#AAPL", "O:SPY240610P00536000"];
    const file = join(temporaryFolder(), "market.json");
    writeFileSync(file, JSON.stringify(symbols.map((symbol) => ({ symbol, start: 100 }))));
    const ticker = await startTicker(["--interval", "50", "--market", file]);
    for (const width of [1200, 360]) {
        const [tab] = await browser.newTabs(ticker.url, 1, { viewport: { width, height: 800 } });
        await untilMoreTicks(tab);
        assert.deepEqual(await tab.locator("#rows .symbol").allTextContents(), symbols);
        for (const symbol of symbols) {
            const link = tab.locator("#rows .symbol").nth(symbols.indexOf(symbol));
            await link.click();
            await until(async () => await textOf(tab, "#symbol") === symbol, symbol);
            assert.equal(await link.getAttribute("title"), symbol);
            assert.equal(await tab.getAttribute("#symbol", "title"), symbol);
            assert.equal(await tab.isVisible("#known"), true, symbol);
            assert.equal(await tab.title(), `${symbol} · TickerTray`);
            await until(async () => /^\d+\.\d\d$/.test(await textOf(tab, "#price")), `the price of ${symbol}`);
            const reply = await tab.request.get(await tab.evaluate(() => document.getElementById("plain-page").href));
            assert.equal(reply.status(), 200, symbol);
        }
        const places = ["#rows tr:first-child .symbol", "#rows tr:first-child th"];
        const [link, cell] = await Promise.all(places.map((place) => tab.locator(place).boundingBox()));
        assert.ok(link.x + link.width <= cell.x + cell.width, `${link.x} + ${link.width}, ${cell.x} + ${cell.width}`);
        for (const path of ["", `#/${"Y".repeat(64)}`, "lanes.html"]) {
            await tab.goto(ticker.url + path);
            await until(() => tab.evaluate(() => document.body.textContent.includes("XXXX")), "the long symbol");
            const [wanted, shown] = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
            assert.ok(wanted <= shown, `${path} wants ${wanted}, there are ${shown}`);
        }
        assert.deepEqual(browser.complaints, []);
    }
    await ticker.stop();
});

test("addresses: an instrument, an unknown one, and what is none", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "100"]);
    const [tab] = await browser.newTabs(`${ticker.url}#/NOPE`, 1);
    await until(async () => await tab.isVisible("#unknown"), "that it is unknown");
    assert.equal(await textOf(tab, "#unknown-words"), "There is no instrument “NOPE” in this market.");
    assert.equal(await tab.isVisible("#price"), false);
    await tab.click("#back");
    await until(async () => await textOf(tab, "#symbol") === "TEAPOT" && tab.isVisible("#price"), "the featured one");
    for (const [hash, symbol, isKnown] of [["#/SLOTH", "SLOTH", true], ["#/%", "%", false],
        ["#/%3Cb%3E", "<b>", false], ["#/__proto__", "__proto__", false],
        ["#/", "TEAPOT", true], ["#ways", "TEAPOT", true], ["#/ACME", "ACME", true], ["#/GOUDA", "GOUDA", true]]) {
        await tab.evaluate((text) => { location.hash = text; }, hash);
        await until(async () => await textOf(tab, "#symbol") === symbol, `${symbol} at ${hash}`);
        assert.equal(await tab.isVisible("#known"), isKnown, hash);
    }
    await until(async () => /^\d+\.\d\d$/.test(await textOf(tab, "#price")), "its price");
    assert.equal(await tab.title(), "GOUDA · TickerTray");
    assert.deepEqual(browser.complaints, []);
    await tab.click("#plain-page"); // which has no icon
    assert.match(await textOf(tab, "h1"), /Lunar Gouda Mining/);
    await ticker.stop();
});

test("a browser that keeps nothing", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "50"]);
    const [tab] = await browser.newTabs("about:blank", 1);
    await tab.addInitScript(() => Object.defineProperty(window, "localStorage", {
        get() { throw new Error("refused"); },
    }));
    await tab.goto(ticker.url);
    await untilMoreTicks(tab);
    await tab.selectOption("#way", "websocket");
    await untilState(tab, ways.websocket);
    await tab.click("summary");
    await tab.selectOption("[data-preference='theme']", "dark");
    assert.equal(await tab.getAttribute("html", "data-theme"), "dark");
    assert.deepEqual(browser.complaints, []);
    await ticker.stop();
});

test("nothing that the content security policy forbids", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "50"]);
    const [tab] = await browser.newTabs("about:blank", 1);
    await tab.addInitScript(() => {
        window.violations = [];
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
            window.violations.push(`${violatedDirective} ${blockedURI}`));
    });
    await tab.goto(ticker.url);
    await untilMoreTicks(tab);
    for (const way of Object.keys(ways)) {
        await tab.selectOption("#way", way);
        await untilState(tab, ways[way]);
    }
    for (const value of ["candles", "5m", "15m", "1h", "line", "1m"])
        await tab.check(`input[value='${value}']`, { force: true });
    await tab.hover("#chart");
    await until(async () => await textOf(tab, "#readout") !== "", "what the crosshair is on");
    assert.deepEqual(await tab.evaluate(() => window.violations), []);
    // That one would be noticed.
    await tab.evaluate(() => {
        const picture = document.createElement("img");
        picture.src = "https://example.org/x.png";
        document.body.append(picture);
    });
    await until(async () => (await tab.evaluate(() => window.violations)).some((text) => /^img-src/.test(text)),
        "the violation made on purpose");
    await ticker.stop();
});
