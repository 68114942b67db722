// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What disturbances may do to the program, and which ticks a second program must make, too: openMarket().
import { fileURLToPath } from "node:url";
import { ask } from "../../lib/http.js";
import { launchTicker, startTicker, until } from "../../lib/ticker.js";
import { statusOf } from "./watch.js";

const example = (name) => fileURLToPath(new URL(`../../../resources/examples/${name}`, import.meta.url));
export const files = { replay: example("ticks.csv"), market: example("market.json") };
/** Of a seed's ticks, and of the seeds, that the second program makes again: it takes a core for as long. */
const [mostComparedTicks, mostComparedSeeds] = [2000, 20];
const fastest = 10_000;

async function post(ticker, command) {
    const reply = await fetch(new URL("/api/control", ticker.url), {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(command),
    });
    return { status: reply.status, value: await reply.json() };
}

/** Carries a command out: the status after it. */
export async function control(ticker, command) {
    const { status, value } = await post(ticker, command);
    if (status !== 200)
        throw new Error(`${JSON.stringify(command)} was answered with ${status}: ${value.detail}`);
    return value;
}

/** `env` is that of a program with a window, which takes second starts; beforeChange() comes before a new market. */
export function openMarket(ticker, { seed, env = null, beforeChange }) {
    /** { seed, upTo }: the tape is that of the seed until an event changed it. */
    const seeds = [{ seed, upTo: Infinity }];
    const secondStart = async (...args) => {
        const start = launchTicker(args, env);
        const { code } = await start.exited;
        if (code !== 0)
            throw new Error(`a second start with ${args} ended with ${code}: ${start.stderr}`);
    };
    return {
        files,
        seeds,
        control: (command) => control(ticker, command),
        secondStart: env && secondStart,
        beforeChange,
        wait: (ms) => new Promise((resolve) => { setTimeout(resolve, ms); }),
        /** A seed began. */
        began(value) { seeds.push({ seed: value, upTo: Infinity }); },
        /** An event was applied, and the status after it is that: the next tick is another one than the seed's. */
        disturbed({ seq }) {
            const now = seeds.at(-1);
            now.upTo = Math.min(now.upTo, seq);
        },
    };
}

/** The ticks of the headline that another program makes of a seed: [[seq, price], …]. */
async function madeAgain(other, seed, count) {
    await control(other, { action: "seed", value: seed });
    await until(async () => (await statusOf(other)).seq >= count, `${count} ticks of ${seed}`, 30_000);
    const { body } = await ask(other.url, `/api/history?from=1&limit=${count}`);
    return JSON.parse(body).ticks.map(({ seq, price }) => [seq, price]);
}

/**
 * Makes the ticks of the seeds again by a second program, which is started with these options: { problems, ticks }.
 * tapeOf() resolves to those of the first one.
 */
export async function compareSeeds(seeds, args, tapeOf) {
    const problems = [];
    let ticks = 0;
    const other = await startTicker(["--rate", String(fastest), ...args]);
    for (const { seed, upTo } of seeds.slice(-mostComparedSeeds)) {
        const own = (await tapeOf(seed)).filter(([seq]) => seq <= Math.min(upTo, mostComparedTicks));
        if (own.length === 0)
            continue;
        const again = new Map(await madeAgain(other, seed, own.at(-1)[0]));
        const wrong = own.find(([seq, price]) => again.get(seq) !== price);
        ticks += own.length;
        if (wrong)
            problems.push(`seed ${seed}: tick ${wrong[0]} is ${wrong[1]}, in a second program ${again.get(wrong[0])}`);
    }
    await other.stop();
    return { problems, ticks };
}
