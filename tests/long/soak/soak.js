// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients of all kinds come, go, stall and lie for an hour, while rates, seeds and files change; every tick that they
// get is compared, and in the end the program must be as it was. Exit code 1: a check failed.
//
//     TICKERTRAY=PROGRAM node soak.js [MINUTES] [--seed N] [--clients N] [--no-window] [--event-loop epoll|qt]
//         [--into FOLDER]
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startDesktop } from "../../desktop/desktop.js";
import { isMemoryTelling, usesEpoll } from "../../lib/process_figures.js";
import { seededRandom } from "../../lib/random.js";
import { startTicker, until } from "../../lib/ticker.js";
import { startWindow } from "../../lib/window.js";
import { kinds } from "./clients.js";
import { startCrowd } from "./crowd.js";
import { disturbances } from "./disturbances.js";
import { compareSeeds, control, files, openMarket } from "./market.js";
import { makePlan } from "./plan.js";
import { failedOf, writeBroken, writeReport } from "./report.js";
import { figuresOf, startBystander, startSampling, statusOf } from "./watch.js";

const folder = fileURLToPath(new URL("../../../build-long/soak/", import.meta.url));
const firstSeed = "20261130";
const firstRate = "20";
/** Short enough that sessions which were left alone are gone soon, and longer than anybody stalls. */
const heartbeats = ["--ping-interval", "3000", "--ping-timeout", "12000"];
/** So many ticks fill the history, which is compared when it is full; a short soak fills but a part. */
const [fullHistory, partOfHistory, longMinutes] = [100_000, 2000, 5];
const fillRate = 10_000;
const historyEveryMs = 5000;
const mostSamples = 600;
const mostGrowthBytes = 24 * 1024 * 1024;
const settleMs = 60_000;

/**
 * { ticker, market, env, stop() }; env is null without a window. With one, files are played, after which a second start
 * can only give it a market that is a file, too: `market` is the option for that.
 */
async function startProgram(withWindow, eventLoop) {
    const args = ["--seed", firstSeed, "--rate", firstRate, ...heartbeats];
    process.env.TICKERTRAY_EVENT_LOOP = eventLoop;
    if (!withWindow) {
        const ticker = await startTicker(args);
        return { ticker, market: [], env: null, stop: () => ticker.stop() };
    }
    const market = ["--market", files.market];
    const desktop = await startDesktop();
    const ticker = await startWindow(desktop, [...args, ...market]);
    return {
        ticker,
        market,
        env: desktop.env,
        async stop() {
            await ticker.stop();
            await desktop.stop();
        },
    };
}

/** The figures without clients, with so much history of the same seed. */
async function figuresAtRest(ticker, ticks) {
    await control(ticker, { action: "seed", value: firstSeed });
    await control(ticker, { action: "rate", value: fillRate });
    await until(async () => (await statusOf(ticker)).seq >= ticks, `${ticks} ticks`, settleMs, 100);
    await control(ticker, { action: "rate", value: Number(firstRate) });
    return figuresOf(ticker);
}

/** Carries the plan out: how often there was each disturbance, and what went wrong with it. */
async function carryOut(plan, ticker, crowd, market) {
    const disturbed = {};
    const problems = [];
    const began = performance.now();
    let nextHistory = historyEveryMs;
    let busy = Promise.resolve(); // one disturbance at a time
    for (const { atMs, what, name, seed, lifeMs } of plan) {
        const wait = began + atMs - performance.now();
        if (wait > 0)
            await new Promise((resolve) => { setTimeout(resolve, wait); });
        if (ticker.child.exitCode !== null || ticker.child.signalCode !== null)
            throw new Error(`the program ended; stderr: ${ticker.stderr}`);
        if (what === "client") {
            await crowd.call("start", { name, seed, lifeMs });
            continue;
        }
        const { run } = disturbances.find((one) => one.name === name);
        busy = busy.then(() => run(market, seededRandom(seed)))
            .then(() => { disturbed[name] = (disturbed[name] ?? 0) + 1; })
            .catch((error) => problems.push(`${name}, seed ${seed}: ${error.message}`));
        if (atMs >= nextHistory) {
            busy = busy.then(market.beforeChange).catch((error) => problems.push(String(error)));
            nextHistory = atMs + historyEveryMs;
        }
    }
    await busy;
    await crowd.call("empty");
    return { disturbed, problems };
}

/** Waits until the program has no more clients and descriptors than it had: what is left over. */
async function leftOver(ticker, before) {
    const problems = { sessions: [], descriptors: [] };
    let now = before;
    await until(async () => {
        now = await figuresOf(ticker);
        return now.clients <= before.clients && now.descriptors <= before.descriptors;
    }, "rest", settleMs, 250).catch(() => {}); // the two lines tell more
    if (now.clients > before.clients)
        problems.sessions.push(`${now.clients} clients, before ${before.clients}`);
    if (now.descriptors > before.descriptors)
        problems.descriptors.push(`${now.descriptors} descriptors, before ${before.descriptors}`);
    return { ...problems, now };
}

function grown(before, after) {
    const growth = after.bytes - before.bytes;
    return isMemoryTelling && growth > mostGrowthBytes ? [`${growth} bytes more than before`] : [];
}

async function carryOutWatched({ ticker, env, plan, seconds, crowd }) {
    const checkHistory = () => crowd.call("checkHistory");
    const market = openMarket(ticker, { seed: firstSeed, env, beforeChange: checkHistory });
    const bystander = startBystander(ticker);
    const sampling = startSampling(() => figuresOf(ticker), Math.max(1, seconds / mostSamples) * 1000);
    const { disturbed, problems } = await carryOut(plan, ticker, crowd, market).finally(async () => {
        await sampling.stop();
        await bystander.stop();
    });
    await checkHistory();
    return {
        seeds: market.seeds, disturbed, samples: sampling.samples, answersMs: bystander.answersMs,
        checks: [
            { name: "disturbances", problems },
            { name: "answers to a bystander", problems: [...bystander.problems, ...sampling.problems] },
        ],
    };
}

/** The crowd, whose witness was there before the first tick. */
async function joinedCrowd(ticker) {
    const crowd = await startCrowd();
    await control(ticker, { action: "pause" });
    await control(ticker, { action: "seed", value: firstSeed });
    await crowd.call("join", { url: ticker.url, port: ticker.port });
    await control(ticker, { action: "play" });
    return crowd;
}

/** A whole soak: the result as writeReport() wants it. */
export async function soak({ minutes, seed, clients, withWindow, eventLoop }) {
    const seconds = minutes * 60;
    const possible = disturbances.filter(({ needsWindow }) => withWindow || !needsWindow);
    const plan = makePlan({ seed, seconds, atOnce: clients, kinds, disturbances: possible });
    const ticks = minutes >= longMinutes ? fullHistory : partOfHistory;
    const { ticker, market, env, stop } = await startProgram(withWindow, eventLoop);
    assert.equal(usesEpoll(ticker), eventLoop === "epoll", "the other event loop");
    const before = await figuresAtRest(ticker, ticks);
    const crowd = await joinedCrowd(ticker);
    const run = await carryOutWatched({ ticker, env, plan, seconds, crowd });
    const compared = await compareSeeds(run.seeds, market, (own) => crowd.call("headlineOf", { seed: own }));
    const figures = await crowd.call("figures");
    await crowd.call("leave");
    const { sessions, descriptors, now } = await leftOver(ticker, before);
    const { bytes } = await figuresAtRest(ticker, ticks);
    const after = { ...now, bytes };
    crowd.child.kill();
    const ended = await stop().then(() => [], (error) => [error.message]);
    return {
        ...figures, ...run, seed, minutes, before, after, compared: compared.ticks,
        title: `${clients} clients at once, ${withWindow ? "with" : "without"} the window, event loop: ${eventLoop}`,
        checks: [
            { name: "ticks of clients", problems: figures.problems.map(({ who, text }) => `${who}: ${text}`) },
            { name: "the same from a second program", problems: compared.problems },
            ...run.checks,
            { name: "sessions", problems: sessions },
            { name: "descriptors", problems: descriptors },
            { name: "memory", problems: grown(before, after) },
            { name: "end of the program", problems: ended },
        ],
    };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const { values, positionals } = parseArgs({
        allowPositionals: true,
        options: {
            seed: { type: "string", default: String(Date.now() % 1e9) },
            clients: { type: "string", default: "60" },
            "no-window": { type: "boolean", default: false },
            "event-loop": { type: "string", default: "epoll" },
            into: { type: "string", default: folder },
        },
    });
    const [minutes, seed, clients] = [positionals[0] ?? "60", values.seed, values.clients].map(Number);
    const eventLoop = values["event-loop"];
    if (!(minutes > 0) || !Number.isInteger(seed) || !(clients >= 1) || !["epoll", "qt"].includes(eventLoop)) {
        console.error("usage: soak.js [MINUTES] [--seed N] [--clients N] [--no-window] [--event-loop epoll|qt] " +
            "[--into FOLDER]");
        process.exit(2);
    }
    console.error(`soaking for ${minutes} minutes with --seed ${seed}`);
    const run = { minutes, seed, clients, withWindow: !values["no-window"], eventLoop };
    const result = await soak(run).catch((error) => {
        console.log(`FAILED: it broke off: ${error.message}`);
        writeBroken(values.into, { seed, minutes, reason: error.message });
        process.exit(1);
    });
    const path = writeReport(values.into, result);
    for (const { name, problems } of result.checks)
        console.log(problems.length === 0 ? `passed: ${name}` : `FAILED: ${name}: ${problems.slice(0, 5).join("; ")}`);
    console.log(`${path} has the report.`);
    process.exit(failedOf(result).length === 0 ? 0 : 1);
}
