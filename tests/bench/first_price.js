// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How soon the served page shows a price.
import { until } from "../lib/ticker.js";
import { withChoices } from "../lib/ticker_page.js";

/** Runs in the page, before its own scripts: when the first price was there, and what came by WebSocket. */
function watchPage() {
    window.watched = { price: null, received: 0, first: 0, last: 0 };
    const observer = new MutationObserver(() => {
        if (!/\d/.test(document.getElementById("price")?.textContent))
            return;
        observer.disconnect();
        requestAnimationFrame(() => { window.watched.price = performance.now(); });
    });
    observer.observe(document, { childList: true, subtree: true });
    const { WebSocket: Socket } = window;
    window.WebSocket = class extends Socket {
        constructor(...args) {
            super(...args);
            this.addEventListener("message", ({ data }) => {
                const { type, seq, merged = 0 } = JSON.parse(data);
                if (type !== "tick")
                    return;
                window.watched.received += 1 + merged;
                window.watched.first ||= seq - merged;
                window.watched.last = seq;
            });
        }
    };
}

/** A tab with the page of a server, { url }, in which `window.watched` tells what was seen. */
export async function openWatched(browser, server) {
    const context = await browser.newContext(withChoices(server, { way: "websocket" }));
    const tab = await context.newPage();
    await tab.addInitScript(watchPage);
    await tab.goto(server.url);
    return tab;
}

/** Milliseconds from navigation to the frame with the first price, in a tab that is there already. */
export async function timesToPrice(browser, server, rounds) {
    const tab = await openWatched(browser, server);
    const times = [];
    for (let round = 0; round < rounds; ++round) {
        await tab.goto(server.url);
        times.push(await until(() => tab.evaluate(() => window.watched.price), "a price"));
    }
    await tab.context().close();
    return times;
}
