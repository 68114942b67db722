// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The served page when messages do not arrive as they were sent.
import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { browserForTests, textOf } from "../lib/browser.js";
import { startCutLink } from "../lib/cut_link.js";
import { startTicker, until } from "../lib/ticker.js";
import { numberIn, untilMoreTicks, untilState, ways, withChoices } from "../lib/ticker_page.js";

const browser = browserForTests();
const links = new Set();
afterEach(async () => {
    for (const link of links)
        await link.stop();
    links.clear();
});

async function linkTo(ticker) {
    const link = await startCutLink(ticker.port);
    links.add(link);
    return link;
}

/** The page by a WebSocket whose messages pass `filter(message, text)`: what it gives back is sent, a list of texts. */
async function openBehind(filter) {
    const ticker = await startTicker(["--rate", "50", "--seed", "42"]);
    const [tab] = await browser.newTabs("about:blank", 1, withChoices(ticker, { way: "websocket" }));
    const counts = { connections: 0, histories: 0 };
    await tab.routeWebSocket(/\/ws$/, (socket) => {
        counts.connections += 1;
        const server = socket.connectToServer();
        server.onMessage((text) => filter(JSON.parse(text), text).forEach((one) => socket.send(one)));
    });
    await tab.route(/\/api\/history/, (route) => {
        counts.histories += 1;
        return route.continue();
    });
    await tab.goto(ticker.url);
    await untilState(tab, ways.websocket);
    return { ticker, tab, counts };
}

test("lost messages are noticed, marked and asked for", { timeout: 60_000 }, async () => {
    let isLosing = false;
    const { ticker, tab, counts } = await openBehind(({ type }, text) => isLosing && type === "tick" ? [] : [text]);
    await untilMoreTicks(tab);
    assert.equal(await tab.isVisible("#gap-mark"), false);
    const asked = counts.histories;
    const seq = await numberIn(tab, "#seq");
    isLosing = true;
    await until(async () => (await (await fetch(new URL("api/status", ticker.url))).json()).seq > seq + 40, "ticks");
    isLosing = false;
    await until(() => tab.isVisible("#gap-mark"), "the gap to be marked");
    await until(() => counts.histories > asked, "the past to be asked for");
    await untilMoreTicks(tab);
    assert.equal(counts.connections, 1);
    assert.equal(await tab.isVisible("#odd"), false);
    assert.deepEqual(browser.complaints, []);
    await ticker.stop();
});

test("messages out of order do not make it connect again", { timeout: 60_000 }, async () => {
    let held = null;
    let swaps = 0;
    const { ticker, tab, counts } = await openBehind(({ type }, text) => {
        if (type !== "tick")
            return [text];
        if (held === null) {
            held = text;
            return [];
        }
        swaps += 1;
        const both = [text, held];
        held = null;
        return both;
    });
    await until(() => swaps > 40, "swaps");
    await untilMoreTicks(tab);
    await untilState(tab, ways.websocket);
    assert.equal(counts.connections, 1);
    assert.match(await textOf(tab, "#odd"), /^\d+ invalid messages were ignored/);
    await ticker.stop();
});

test("a single 502 does not end polling, nor does a missing answer", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--rate", "50"]);
    const [tab] = await browser.newTabs("about:blank", 1, withChoices(ticker, { way: "polling" }));
    let [isBad, isSilent] = [false, false];
    let answers = 0;
    await tab.route(/\/api\/quotes/, (route) => {
        answers += 1;
        if (isSilent)
            return undefined;
        return isBad ? route.fulfill({ status: 502, body: "Bad gateway" }) : route.continue();
    });
    await tab.goto(ticker.url);
    await untilState(tab, ways.polling);
    isBad = true;
    await untilState(tab, /^Reconnecting in \d s \(attempt \d\): HTTP 502$/);
    isBad = false;
    const before_ = answers;
    await untilState(tab, ways.polling);
    await until(() => answers > before_ + 1, "polling to go on");
    isSilent = true;
    await untilState(tab, /^Reconnecting in \d s \(attempt 1\): the server stopped responding$/);
    isSilent = false;
    await untilState(tab, ways.polling);
    await ticker.stop();
});

test("a connection that is dead without a word is given up", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--rate", "20"]);
    const pushed = Object.entries(ways).filter(([way]) => way !== "polling");
    await Promise.all(pushed.map(async ([way, connected]) => {
        const link = await linkTo(ticker);
        const [tab] = await browser.newTabs(link.url, 1, withChoices(link, { way }));
        await untilState(tab, connected);
        await untilMoreTicks(tab);
        // The browser would try others that it keeps open, one after the other.
        link.freeze(/^GET \/(ws|events|socket\.io)/);
        await untilState(tab, /^Reconnecting in \d s \(attempt 1\): the server stopped responding$/, 25_000);
        await untilState(tab, connected);
        await untilMoreTicks(tab);
    }));
    await ticker.stop();
});

test("an event stream is taken up again by the browser, and nothing is missing", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--rate", "50"]);
    const link = await linkTo(ticker);
    const [tab] = await browser.newTabs(link.url, 1, withChoices(link, { way: "events" }));
    await untilState(tab, ways.events);
    await untilMoreTicks(tab);
    const streams = () => link.heads.filter((head) => head.startsWith("GET /events")).length;
    const before_ = streams();
    link.cut();
    await untilState(tab, /^Reconnecting \(attempt \d\)$/);
    link.mend();
    await untilState(tab, ways.events);
    await untilMoreTicks(tab);
    assert.ok(streams() > before_);
    const last = link.heads.findLast((head) => head.startsWith("GET /events"));
    assert.match(last, /^last-event-id: \d+$/im);
    const [ticks, seq] = [await numberIn(tab, "#ticks"), await numberIn(tab, "#seq")];
    assert.ok(ticks > 0 && seq > ticks);
    assert.equal(await tab.isVisible("#gap-mark"), false);
    await ticker.stop();
});
