// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A page as tutorials have it, unchanged but for jQuery, which comes from the folder instead of from another host.
import assert from "node:assert/strict";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startDesktop } from "../desktop/desktop.js";
import { assertOnlyAsked, screenshot, seen, startBrowser, untilSeen } from "../lib/browser.js";
import { assertRunOf } from "../lib/clients.js";
import { ask } from "../lib/http.js";
import { finish, temporaryFolder, until } from "../lib/ticker.js";
import { startWindow } from "../lib/window.js";

const page = `<!doctype html>
<html>
<head>
    <title>Stock ticker</title>
    <script src="/jquery-3.2.1.min.js"></script>
    <script src="/socket.io/socket.io.js"></script>
</head>
<body>
    <h1>Stock price</h1>
    <div id="price">no data yet</div>
    <script>
        var socket = io();
        socket.on('stock price update', function (price) {
            $('#price').text(price);
        });
    </script>
</body>
</html>
`;

let browser;
let desktop;
before(async () => {
    browser = await startBrowser();
    desktop = await startDesktop({ tray: false });
});
after(async () => {
    await browser.close();
    await desktop.stop();
    await finish();
});

function tutorialFolder() {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "index.html"), page);
    copyFileSync(fileURLToPath(import.meta.resolve("jquery/dist/jquery.min.js")), join(folder, "jquery-3.2.1.min.js"));
    return folder;
}

test("a tutorial's page runs unchanged, and its tabs agree at 1000 ms and at 50 ms", { timeout: 120_000 }, async () => {
    const ticker = await startWindow(desktop, ["--interval", "1000", "--web-root", tutorialFolder()]);
    const tabs = await browser.newTabs(ticker.url, 2);
    for (const tab of tabs) {
        assert.equal((await seen(tab))[0], "no data yet");
        await untilSeen(tab, 5);
    }
    await screenshot(tabs[0], "tutorial-1000ms");

    const slow = (await seen(tabs[0])).length;
    await ticker.setInterval(50);
    await until(async () => (await seen(tabs[0])).length > slow + 10, "a faster rate");
    // By the ticks' own numbers and times, which a machine at work elsewhere does not stretch.
    const quote = async () => JSON.parse((await ask(ticker.url, "/api/quote")).body);
    const began = await quote();
    const from = (await seen(tabs[0])).length;
    await untilSeen(tabs[0], from + 60);
    const ended = await quote();
    const took = (ended.time - began.time) / (ended.seq - began.seq);
    assert.ok(took > 40 && took < 75, `${took} ms a price`);
    await screenshot(tabs[0], "tutorial-50ms");

    // At rest, so that both have got the last one.
    await ticker.setInterval(100000);
    const last = async (tab) => (await seen(tab)).at(-1);
    await until(async () => await last(tabs[0]) === await last(tabs[1]), "both tabs to show the same");
    const [first, second] = await Promise.all(tabs.map(seen));
    for (const text of [...first.slice(1), ...second.slice(1)])
        assert.match(text, /^(0|[1-9]\d{0,2})$/);
    const [longer, shorter] = first.length > second.length ? [first, second] : [second, first];
    assertRunOf(longer, shorter.slice(1), "the other tab");
    assertOnlyAsked(browser, ticker);
    // A tutorial's page has no icon, which is all that may be missing.
    assert.deepEqual(browser.complaints.filter((text) => !/404/.test(text)), []);
    assert.deepEqual(browser.requests.filter((url) => /favicon/.test(url) && !url.endsWith("/favicon.ico")), []);
    await ticker.stop();
});
