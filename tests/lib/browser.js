// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Chromium without a screen, with a profile of its own, and a record of what its tabs show, ask for and complain about.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before } from "node:test";
import { chromium } from "playwright-core";
import { finish, until } from "./ticker.js";

const screenshots = process.env.TICKERTRAY_OUTPUT;

/** How Chromium is started, for Playwright's launch(). */
export const chromiumOptions = () => ({
    executablePath: process.env.TICKERTRAY_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
        "--disable-background-networking", "--disable-component-update"],
});

/**
 * { newTabs(), closeTabs(), requests, complaints, close() }; complaints are errors of scripts and of the console. With
 * the port of a proxy all goes through that (name_proxy.js).
 */
export async function startBrowser({ proxy } = {}) {
    const browser = await chromium.launch({
        ...chromiumOptions(), ...(proxy && { proxy: { server: `http://127.0.0.1:${proxy}` } }),
    });
    const result = { requests: [], complaints: [] };

    /** Tabs of one window, each with `seen` (see recordPrices) and `frames`, the prices as they came by WebSocket. */
    result.newTabs = async (url, count, options = {}) => {
        const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
        await context.addInitScript(recordPrices);
        context.on("request", (request) => result.requests.push(request.url()));
        const open = async () => {
            const tab = await context.newPage();
            tab.on("pageerror", (error) => result.complaints.push(String(error)));
            tab.on("console", (message) => {
                if (message.type() === "error" || message.type() === "warning")
                    result.complaints.push(message.text());
            });
            tab.frames_ = [];
            tab.on("websocket", (socket) => {
                result.requests.push(socket.url());
                socket.on("framereceived", ({ payload }) => {
                    const match = /^42\["stock price update",(.*)\]$/.exec(String(payload));
                    if (match)
                        tab.frames_.push(match[1]);
                });
            });
            await tab.goto(url);
            return tab;
        };
        return Promise.all(Array.from({ length: count }, open));
    };
    result.closeTabs = () => Promise.all(browser.contexts().map((context) => context.close()));
    result.close = () => browser.close();
    return result;
}

/** One for all tests of a file: its tabs and complaints are gone after each, and what was left running after all. */
export function browserForTests() {
    const shared = {};
    before(async () => { Object.assign(shared, await startBrowser()); });
    afterEach(async () => {
        await shared.closeTabs();
        shared.complaints.length = 0; // also those of a page whose server ended first
    });
    after(async () => {
        await shared.close();
        await finish();
    });
    return shared;
}

/** Runs in the page, before its own scripts: each text that #price has shown, from the document's own on. */
function recordPrices() {
    window.seen = [];
    document.addEventListener("DOMContentLoaded", () => {
        const price = document.getElementById("price");
        if (!price)
            return;
        window.seen.push(price.textContent.trim());
        new MutationObserver((records) => {
            for (const record of records) {
                for (const node of record.addedNodes)
                    window.seen.push(node.textContent.trim());
            }
        }).observe(price, { childList: true });
    });
}

export const seen = (tab) => tab.evaluate(() => window.seen);
export const textOf = async (tab, selector) => (await tab.textContent(selector)).trim();

export async function untilSeen(tab, count) {
    await until(async () => (await seen(tab)).length >= count, () => `${count} prices on the page`, 30_000);
}

export async function screenshot(tab, name, options = {}) {
    if (!screenshots)
        return;
    mkdirSync(screenshots, { recursive: true });
    await tab.screenshot({ path: join(screenshots, `${name}.png`), ...options });
}

/** The pages must work where no other host can be reached. */
export function assertOnlyAsked(browser, ticker) {
    const { host } = new URL(ticker.url);
    assert.ok(browser.requests.length > 0);
    for (const url of browser.requests)
        assert.ok(url.startsWith("data:") || new URL(url).host === host, `asked for ${url}`);
}
