// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the served page is like in Chromium at 1,000 ticks a second of twelve instruments, with its chart.
//
//     TICKERTRAY=PROGRAM node page.js [--minutes N]
//
// Its heap is looked at after each minute from the second on, when its windows of the past are full, each time after
// the garbage collector was there.
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { chromiumOptions } from "../lib/browser.js";
import { finish, startTicker, until } from "../lib/ticker.js";
import { control, numberIn, untilState, ways } from "../lib/ticker_page.js";
import { median, quantile } from "./figures.js";
import { openWatched, timesToPrice } from "./first_price.js";
import { judgedRows, markdown } from "./table.js";

const { values: options } = parseArgs({ options: { minutes: { type: "string", default: "3" } } });
const bounds = { firstPriceMs: 150, frameMs: 20, growthMegabytes: 1, missed: 0 };
const rounds = 15;
const secondsOfFrames = 20;
const bytesPerMegabyte = 1e6;

const pass = (seconds) => new Promise((resolve) => { setTimeout(resolve, seconds * 1000); });

/** Milliseconds from frame to frame. */
const frameTimes = (tab, seconds) => tab.evaluate((span) => new Promise((resolve) => {
    const frames = [];
    const step = (now) => {
        frames.push(now);
        if (now - frames[0] < span)
            requestAnimationFrame(step);
        else
            resolve(frames.slice(1).map((at, i) => at - frames[i]));
    };
    requestAnimationFrame(step);
}), seconds * 1000);

async function heapMegabytes(session) {
    await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize / bytesPerMegabyte;
}

/** Two halves of what was seen are compared: single figures go up and down with what is under way. */
async function growth(tab, minutes) {
    const session = await tab.context().newCDPSession(tab);
    const seen = [];
    for (let minute = 1; minute <= minutes; ++minute) {
        await pass(60);
        if (minute > 1)
            seen.push(await heapMegabytes(session));
    }
    console.log(`heap, MB: ${seen.map((value) => value.toFixed(2)).join(", ")}`);
    const half = Math.ceil(seen.length / 2);
    return median(seen.slice(-half)) - median(seen.slice(0, half));
}

const browser = await chromium.launch(chromiumOptions());
try {
    const slow = await startTicker(["--rate", "20"]);
    const firstPrices = await timesToPrice(browser, slow, rounds);
    const fast = await startTicker(["--rate", "1"]);
    const tab = await openWatched(browser, fast);
    await untilState(tab, ways.websocket, 30_000);
    const timing = frameTimes(tab, secondsOfFrames);
    await pass(secondsOfFrames / 4);
    await control(fast, { action: "rate", value: 1000 });
    const frames = await timing;
    const grown = await growth(tab, Math.max(3, Number(options.minutes)));
    await control(fast, { action: "pause" });
    await untilState(tab, /paused on the server$/);
    const { received, first, last } = await tab.evaluate(() => window.watched);
    await until(async () => await numberIn(tab, "#seq") === last, "the last one to be shown");
    console.log(markdown(judgedRows([
        ["first price on the screen after navigation, ms", median(firstPrices), bounds.firstPriceMs],
        ["from 1 to 1,000 ticks a second: from frame to frame, 95 %, ms", quantile(frames, 0.95), bounds.frameMs],
        [`1,000 ticks a second: heap grown over ${options.minutes} minutes, MB`, grown, bounds.growthMegabytes],
        [`ticks missed of ${last - first + 1}`, last - first + 1 - received, bounds.missed],
    ].map(([what, value, most]) => ({ what, value, most, met: value <= most })))));
} finally {
    await browser.close();
    await finish();
}
