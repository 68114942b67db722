// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pages of other websites, in Chromium and in Firefox: what they try against a server at a name of the local network,
// by a frame without an origin, and by a name that is theirs first and then leads to the server.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { startBrowser } from "../lib/browser.js";
import { startFirefox } from "../lib/firefox.js";
import { startNameProxy } from "../lib/name_proxy.js";
import { environmentWith } from "../lib/settings.js";
import { finish, startTicker } from "../lib/ticker.js";
import { untilMoreTicks, untilState, ways } from "../lib/ticker_page.js";

let proxy;
let website;
const browsers = {};
before(async () => {
    proxy = await startNameProxy();
    website = createServer((incoming, outgoing) => {
        outgoing.writeHead(200, { "Content-Type": "text/html" });
        outgoing.end("<!doctype html><title>A website</title><link rel=icon href=data:,><body>");
    });
    website.listen(0, "127.0.0.1");
    await once(website, "listening");
    proxy.names.set(`website.test:${website.address().port}`, website.address().port);
    const chromium = await startBrowser({ proxy: proxy.port });
    browsers.chromium = {
        newTab: async (url) => (await chromium.newTabs(url, 1))[0],
        close: chromium.close,
    };
    browsers.firefox = await startFirefox({ proxy: proxy.port });
});
after(async () => {
    await Promise.all(Object.values(browsers).map((browser) => browser.close()));
    website.close();
    proxy.close();
    await finish();
});

const websiteUrl = () => `http://website.test:${website.address().port}/`;

/** A server that the local network knows as feed.test. */
async function startFeed(settings = {}) {
    const ticker = await startTicker(["--interval", "50"],
        { env: environmentWith({ allowedHosts: ["feed.test"], ...settings }) });
    proxy.names.set(`feed.test:${ticker.port}`, ticker.port);
    ticker.name = `http://feed.test:${ticker.port}`;
    ticker.status = async () => (await fetch(new URL("/api/status", ticker.url))).json();
    return ticker;
}

/** Runs in a page: all ways to reach a server, one after the other, and what the page notices of each. */
async function tryEverything(base) {
    const polling = `${base}/socket.io/?EIO=4&transport=polling`;
    const settled = (target, good, bad) => new Promise((resolve) => {
        target.addEventListener(good, () => resolve(good));
        target.addEventListener(bad, () => resolve(bad));
    });
    const loaded = (name, attributes) => {
        const element = document.createElement(name);
        const result = settled(element, "load", "error");
        Object.assign(element, attributes);
        document.body.append(element);
        return result;
    };
    const fetched = (url, options) => fetch(url, options).then((reply) => String(reply.status), () => "error");
    const result = {};
    for (const address of [polling, `${base}/events`]) {
        await loaded("img", { src: address });
        await loaded("img", { src: address, referrerPolicy: "no-referrer" });
        await loaded("script", { src: address });
        await loaded("iframe", { src: address });
        await fetched(address, { mode: "no-cors" });
        result[`read ${address}`] = await fetched(address);
    }
    const frame = document.createElement("iframe");
    frame.name = "target";
    document.body.append(frame);
    const form = document.createElement("form");
    Object.assign(form, { method: "POST", enctype: "text/plain", action: `${base}/api/control`, target: "target" });
    const field = document.createElement("input");
    Object.assign(field, { name: "{\"action\":\"pause\",\"x\":\"", value: "\"}" });
    form.append(field);
    document.body.append(form);
    const answered = settled(frame, "load", "error");
    form.submit();
    await answered;
    const body = "{\"action\":\"pause\"}";
    const json = { method: "POST", body, headers: { "Content-Type": "application/json" } };
    await fetched(`${base}/api/control`, { method: "POST", body, mode: "no-cors" });
    result.control = await fetched(`${base}/api/control`, json);
    result.quote = await fetched(`${base}/api/quote`);
    const stream = new EventSource(`${base}/events`);
    result.stream = await settled(stream, "open", "error");
    stream.close();
    result.socket = await settled(new WebSocket(`${base.replace("http", "ws")}/ws`), "open", "close");
    return result;
}

for (const name of ["chromium", "firefox"]) {
    test(`${name}: another website opens nothing at a name of the network`, { timeout: 120_000 }, async () => {
        const ticker = await startFeed();
        const tab = await browsers[name].newTab(websiteUrl());
        const seenBefore = proxy.seen.length;
        const result = await tab.evaluate(tryEverything, ticker.name);
        assert.deepEqual(new Set(Object.values(result)), new Set(["error", "close"]), JSON.stringify(result));
        const asked = proxy.seen.slice(seenBefore).filter(({ url }) => url.startsWith(ticker.name));
        for (const { method, url, status, headers } of asked)
            assert.equal(status, 403, `${method} ${url} ${JSON.stringify(headers)}`);
        // That is what this is about: here the browser does not say where a request comes from.
        const silent = asked.filter(({ headers }) => !headers.origin && !headers["sec-fetch-site"]);
        assert.ok(silent.length >= 10, `${silent.length} of ${asked.length}`);
        const { clients, paused } = await ticker.status();
        assert.deepEqual({ clients, paused }, { clients: 0, paused: false });
        await tab.close();
        await ticker.stop();
    });

    test(`${name}: the server's own page works at a name of the network`, { timeout: 120_000 }, async () => {
        const ticker = await startFeed();
        const tab = await browsers[name].newTab(`${ticker.name}/`);
        for (const [way, connected] of Object.entries(ways)) {
            await tab.selectOption("#way", way);
            await untilState(tab, connected);
            await untilMoreTicks(tab);
        }
        await tab.close();
        await ticker.stop();
    });

    test(`${name}: a frame without an origin reads if it may, and never steers`, { timeout: 120_000 }, async () => {
        /** Runs in the website's page: what a sandboxed frame can do. */
        const fromSandbox = (base) => new Promise((resolve) => {
            window.addEventListener("message", ({ data }) => resolve(data));
            const frame = document.createElement("iframe");
            frame.sandbox = "allow-scripts";
            frame.srcdoc = `<script>
                const status = (path, options) => fetch("${base}" + path, options).then((r) => r.status, () => "error");
                const json = { method: "POST", body: '{"action":"pause"}',
                    headers: { "Content-Type": "application/json" } };
                const plain = { method: "POST", body: '{"action":"pause"}', mode: "no-cors" };
                (async () => parent.postMessage([await status("/api/quote"), await status("/api/control", json),
                    await status("/api/control", plain)], "*"))();
            </script>`;
            document.body.append(frame);
        });
        for (const [allowNullOrigin, expected] of [[true, 200], [false, "error"]]) {
            const ticker = await startFeed({ allowNullOrigin });
            const tab = await browsers[name].newTab(websiteUrl());
            const [quote, control] = await tab.evaluate(fromSandbox, ticker.name);
            assert.deepEqual([quote, control], [expected, "error"]);
            const asked = proxy.seen.filter(({ url }) => url === `${ticker.name}/api/control`);
            assert.deepEqual(new Set(asked.map(({ headers, status }) => `${headers.origin} ${status}`)),
                new Set(["null 403"]));
            assert.equal((await ticker.status()).paused, false);
            await tab.close();
            await ticker.stop();
        }
    });

    test(`${name}: a name that is rebound leads nowhere`, { timeout: 120_000 }, async () => {
        const ticker = await startTicker(["--interval", "50"]);
        const host = `rebound.test:${ticker.port}`;
        proxy.names.set(host, website.address().port);
        const tab = await browsers[name].newTab(`http://${host}/`);
        proxy.names.set(host, ticker.port);
        const result = await tab.evaluate(tryEverything, `http://${host}`);
        const { stream, socket, ...read } = result;
        assert.deepEqual([stream, socket], ["error", "close"]);
        assert.deepEqual(new Set(Object.values(read)), new Set(["421"]), JSON.stringify(read));
        const { clients, paused } = await (await fetch(new URL("/api/status", ticker.url))).json();
        assert.deepEqual({ clients, paused }, { clients: 0, paused: false });
        await tab.close();
        await ticker.stop();
    });
}
