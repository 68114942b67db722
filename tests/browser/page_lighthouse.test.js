// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Lighthouse says of the served page, and of the plain one, with its profile of a desktop computer.
// Takes half a minute, and longer when a busy machine needs another round: Lighthouse loads each page several times.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromium } from "playwright-core";
import { chromiumOptions } from "../lib/browser.js";
import { finish, freePort, startTicker } from "../lib/ticker.js";

const least = 0.95;
const rounds = 3; // Of what is timed the best one counts: a busy machine only ever makes it worse.

after(() => finish());

async function judge(url, port) {
    const { lhr } = await lighthouse(url,
        { port, onlyCategories: ["performance", "accessibility", "best-practices"], logLevel: "error" }, desktopConfig);
    assert.deepEqual(lhr.runWarnings, []);
    const lost = Object.values(lhr.categories).flatMap(({ auditRefs }) => auditRefs)
        .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
        .map(({ id }) => `${id}: ${lhr.audits[id].score} ${lhr.audits[id].displayValue ?? ""}`);
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, score]));
    return { scores, lost };
}

for (const path of ["/", "/company/ACME"]) {
    test(`${path}: performance, accessibility and best practices`, { timeout: 240_000 }, async () => {
        const ticker = await startTicker(["--interval", "50"]);
        const port = await freePort();
        const { args, ...options } = chromiumOptions();
        const browser = await chromium.launch({ ...options, args: [...args, `--remote-debugging-port=${port}`] });
        try {
            let found;
            for (let round = 0; round < rounds && !(found?.scores.performance >= least); ++round)
                found = await judge(new URL(path, ticker.url).href, port);
            for (const [name, score] of Object.entries(found.scores))
                assert.ok(score >= least, `${name}: ${score}; ${found.lost.join(", ")}`);
        } finally {
            await browser.close();
        }
        await ticker.stop();
    });
}
