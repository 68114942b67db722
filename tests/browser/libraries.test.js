// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Chromium with pages of Socket.IO 2 and 4: by WebSocket, by polling, from one to the other, and by script elements.
// Takes a minute: for each client and way three tabs get 1,000 ticks.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { startBrowser } from "../lib/browser.js";
import { assertSameTicks, connect, connected, disconnectAll, received } from "../lib/clients.js";
import { startConformance } from "../lib/conformance.js";
import {
    browserWays, libraryPageFolder, libraryWays, reasonsOf, startClient, takePrices,
} from "../lib/library_page.js";
import { environmentWith } from "../lib/settings.js";
import { finish, startTicker } from "../lib/ticker.js";

const wanted = 1000;

let browser;
before(async () => { browser = await startBrowser(); });
afterEach(async () => {
    disconnectAll();
    await browser.closeTabs();
    browser.requests.length = 0;
    browser.complaints.length = 0;
});
after(async () => {
    await browser.close();
    await finish();
});

/** That it went the way it was told to, by the addresses that were asked for. */
function assertWent(way, version) {
    const asked = browser.requests.map((url) => new URL(url)).filter((url) => url.pathname === "/socket.io/");
    const count = (test_) => asked.filter(test_).length;
    const sockets = count((url) => url.protocol === "ws:");
    const polls = count((url) => url.searchParams.get("transport") === "polling");
    const scripts = count((url) => url.searchParams.has("j"));
    assert.equal(sockets > 0, way === "websocket" || way === "upgrade", `${sockets} WebSockets`);
    assert.equal(polls > 0, way !== "websocket", `${polls} polls`);
    assert.equal(scripts > 0, way === "jsonp", `${scripts} script elements`);
    for (const url of asked)
        assert.equal(url.searchParams.get("EIO"), version === "2" ? "3" : "4");
}

for (const { version, way } of libraryWays) {
    const who = `client ${version} over ${way}`;

    test(`${who}: two tabs and one of another origin get every tick`, { timeout: 240_000 }, async () => {
        const folder = libraryPageFolder(version);
        const env = environmentWith({ allowJsonp: way === "jsonp" });
        const ticker = await startTicker(["--interval", "5", "--web-root", folder], { env });
        const neighbour = await startTicker(["--web-root", folder]);
        const witness = await connected(connect(ticker.url));
        await received(witness, 1);
        const from = witness.prices.length;
        const tabs = [...await browser.newTabs(ticker.url, 2), ...await browser.newTabs(neighbour.url, 1)];
        await Promise.all(tabs.map((tab) => startClient(tab, way, { url: ticker.url })));
        const taken = await Promise.all(tabs.map((tab) => takePrices(tab, wanted)));
        for (const [i, { prices, reasons }] of taken.entries()) {
            assert.deepEqual(reasons, []);
            await assertSameTicks(witness, { prices, who: `tab ${i}, ${who}` }, from);
        }
        assertWent(way, version);
        assert.deepEqual(browser.complaints, []);
        await browser.closeTabs();
        await neighbour.stop();
        await ticker.stop();
    });
}

/** Runs in the page. What an event, an acknowledged one and a question bring back, binary as lists of numbers. */
function exchangeInPage() {
    const { socket } = window;
    const binary = (...bytes) => new Uint8Array(bytes).buffer;
    const sent = ["Gr\u00fc\u00dfe, \u4fa1\u683c, \ud83d\ude80", binary(0, 1, 127, 128, 255),
        { z: binary(7), a: [binary(), { deep: binary(10, 13, 0) }], "\u043a": "\"\\\n" }];
    const shown = (value) => JSON.stringify(value, (key, part) => part instanceof ArrayBuffer
        ? { binary: Array.from(new Uint8Array(part)) } : part);
    const heard = (event) => new Promise((resolve) => { socket.once(event, (...args) => resolve(shown(args))); });
    const question = new Promise((resolve) => {
        socket.once("question", (...args) => {
            const acknowledge = args.pop();
            acknowledge(...args);
            resolve(shown(args));
        });
    });
    const results = [heard("message-back"), question, heard("answer"),
        new Promise((resolve) => { socket.emit("message-with-ack", ...sent, (...args) => resolve(shown(args))); })];
    socket.emit("message", ...sent);
    socket.emit("ask", ...sent);
    return Promise.all(results).then((got) => ({ sent: shown(sent), got }));
}

for (const { version, way } of libraryWays) {
    test(`client ${version} over ${way}, from another origin: acknowledgements and binary`, { timeout: 240_000 },
        async () => {
            const ticker = await startTicker(["--web-root", libraryPageFolder(version)]);
            const server = await startConformance(way === "jsonp" ? ["--jsonp"] : []);
            const [tab] = await browser.newTabs(ticker.url, 1);
            // The server allows all origins, by "*", which browsers take without credentials only.
            await startClient(tab, way, { url: server.url, options: { withCredentials: false } });
            const { sent, got } = await tab.evaluate(exchangeInPage);
            assert.deepEqual(got, [sent, sent, sent, sent]);
            assert.deepEqual(await reasonsOf(tab), []);
            assertWent(way, version);
            assert.deepEqual(browser.complaints, []);
            await browser.closeTabs();
            await server.stop();
            await ticker.stop();
        });
}

test("without the setting no script element gets anything", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "20", "--web-root", libraryPageFolder("2")]);
    const [tab] = await browser.newTabs(ticker.url, 1);
    await tab.evaluate((options) => window.start(location.origin, options), browserWays.jsonp);
    const refused = () => tab.evaluate(() => new Promise((resolve) => {
        window.socket.on("connect_error", (error) => resolve(String(error)));
    }));
    assert.match(await refused(), /jsonp/);
    assert.deepEqual(await tab.evaluate(() => window.prices), []);
    await browser.closeTabs();
    await ticker.stop();
});
