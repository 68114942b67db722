// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two builds of the program side by side, in pairs, for the machine's speed varies with time. Every other pair has the
// new one first: what is measured first suffers from what ran just before.
//
//     TICKERTRAY=NEW TICKERTRAY_BEFORE=OLD BENCH_PROGRAMS=FOLDER node against.js COMMIT [--pairs N] [--lines A,B]
//
// --keep also writes the table to tests/bench/results. Both are measured by the same load generator. COMMIT only names
// the old one in what is printed and kept.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { chromiumOptions } from "../lib/browser.js";
import { chosenLines, comparedRows, lines } from "./against_lines.js";
import { timesToPrice } from "./first_price.js";
import { describeMachine } from "./machine.js";
import { makeServers } from "./servers.js";
import { markdown } from "./table.js";

const fewestPairs = 9;
const usualPairs = 10;

const { values: options, positionals: [commit] } = parseArgs({ allowPositionals: true, options: {
    pairs: { type: "string", default: String(usualPairs) },
    lines: { type: "string" },
    keep: { type: "boolean", default: false },
} });
const pairCount = Number(options.pairs);
const programs = resolve(process.env.BENCH_PROGRAMS);
const load = join(programs, "bench_load");
const builds = [process.env.TICKERTRAY_BEFORE, process.env.TICKERTRAY]
    .map((path) => makeServers({ tickertray: resolve(path), programs }));

/** The figures of a line for both builds, [old, new]. */
async function measurePair({ measure }, pair, inBrowser) {
    const values = [];
    for (const build of pair % 2 === 1 ? [0, 1] : [1, 0])
        values[build] = await measure({ servers: builds[build], load, timesToPrice: inBrowser });
    return values;
}

/** [[what, [[old, new], ...]], ...] of the lines of these names. */
async function measureAll(names, browser) {
    const measured = new Map(names.flatMap((name) => lines[name].figures).map((what) => [what, []]));
    const inBrowser = (server, rounds) => timesToPrice(browser, server, rounds);
    for (let pair = 1; pair <= pairCount; ++pair) {
        for (const name of names) {
            const values = await measurePair(lines[name], pair, inBrowser);
            lines[name].figures.forEach((what, figure) =>
                measured.get(what).push(values.map((ofBuild) => ofBuild[figure])));
        }
        process.stderr.write(`${pair} of ${pairCount} pairs\n`);
    }
    return [...measured];
}

function report(measured, seconds) {
    const { processor, cores, kernel } = describeMachine();
    return [
        `# Against ${commit}`, "", `${pairCount} pairs in ${seconds} s. ${processor}, ${cores} cores, ${kernel}.`, "",
        markdown(comparedRows(measured)), "",
    ].join("\n");
}

if (!(pairCount >= fewestPairs))
    throw new Error(`fewer than ${fewestPairs} pairs tell nothing`);
const names = chosenLines(options.lines);
const began = performance.now();
const browser = names.includes("page") ? await chromium.launch(chromiumOptions()) : null;
try {
    const measured = await measureAll(names, browser);
    const text = report(measured, Math.round((performance.now() - began) / 1000));
    console.log(text);
    if (options.keep) {
        const folder = join(dirname(fileURLToPath(import.meta.url)), "results");
        mkdirSync(folder, { recursive: true });
        const date = new Date().toISOString().slice(0, 10);
        writeFileSync(join(folder, `${date}-against-${commit.slice(0, 7)}.md`), text);
    }
} finally {
    await browser?.close();
}
