// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The benchmark: every server on this machine, one after the other, and what they cost side by side.
//
//     TICKERTRAY=PROGRAM BENCH_PROGRAMS=FOLDER node bench.js [--output FOLDER] [--keep] [--quick] [--largest CLIENTS]
//
// --keep also writes the results to tests/bench/results, --quick takes a short look, which is good for nothing else.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { attackRows, measureAttacks } from "./attack_figures.js";
import { pinned, runLoad, startServer } from "./children.js";
import { makeFigures, median, thinned } from "./figures.js";
import { fileRows, fileSizes, measureFiles } from "./file_figures.js";
import { judge } from "./judge.js";
import { describeMachine, describeVersions } from "./machine.js";
import { measureHistory, measurePast, measureRequests, writeMarket } from "./market_figures.js";
import { makePlan, marketSize, sizes } from "./plan.js";
import { plot } from "./plot.js";
import { makeServers } from "./servers.js";
import { measureIdle, measureStartUp } from "./single_figures.js";
import { judgedRows, makeTable, markdown } from "./table.js";

const here = dirname(fileURLToPath(import.meta.url));
const skipAfterMs = 370_000;
const endAfterMs = 395_000;
const began = performance.now();
const elapsedMs = () => performance.now() - began;

const { values: options } = parseArgs({ options: {
    output: { type: "string" },
    keep: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    largest: { type: "string" },
} });
const tickertray = resolve(process.env.TICKERTRAY);
const programs = resolve(process.env.BENCH_PROGRAMS);
const load = join(programs, "bench_load");
const servers = makeServers({ tickertray, programs });
const notes = [];

function say(text) {
    process.stderr.write(`${text}\n`);
}

/** The length of a tick on the plain WebSocket feed, or 0 when the program has none. */
async function probeFeed(given, symbol) {
    const server = await startServer(servers.oursWebSocket.command(100, given));
    try {
        const result = await runLoad(load, server,
            { clients: 1, rate: 100, mode: "websocket", symbol, seconds: 0.3, "warm-up": 0.1 });
        if (result.error === undefined && result.ticks.total > 0)
            return Math.round(result.ticks.textBytes / result.ticks.total);
        notes.push(`TickerTray has no plain WebSocket feed at /ws (${result.error ?? "no tick came"}).`);
        return 0;
    } finally {
        await server.stop();
    }
}

function probeHeartbeats() {
    if (execFileSync(tickertray, ["--help"], { encoding: "utf8" }).includes("--ping-interval"))
        return true;
    notes.push("Heartbeats were not measured: TickerTray has no --ping-interval.");
    return false;
}

/** How many clients a process can have here, or were asked for. */
function largestSize() {
    const asked = Number(options.largest ?? sizes.at(-1));
    const limits = readFileSync("/proc/self/limits", "utf8");
    const limit = Number(/^Max open files +\d+ +(\d+)/m.exec(limits)?.[1] ?? Infinity);
    const own = 100; // descriptors that are no clients
    if (limit - own < asked)
        notes.push(`No more than ${limit - own} clients could be measured: the hard limit of descriptors is ${limit}.`);
    return Math.min(asked, limit - own);
}

/** `market` is a file, and `textBytes` are the lengths of ticks, by whether they are of it. */
async function measure({ kind, server: name, ...given }, { market, textBytes }) {
    const { command, mode } = servers[name];
    const ofMarket = kind === "market" || kind === "subscriptions";
    const how = ofMarket
        ? { market, textBytes: textBytes.market }
        : { heartbeats: kind === "heartbeats", textBytes: textBytes.usual };
    try {
        const server = await startServer(command(given.rate, how));
        try {
            const result = await runLoad(load, server, { ...given, mode });
            return result.error === undefined ? { ...result, spreadsUs: thinned(result.spreadsUs) } : result;
        } finally {
            await server.stop();
        }
    } catch (error) {
        return { error: error.message, clients: given.clients };
    }
}

function lineOf({ kind, server, clients, rate }, result) {
    const special = ["heartbeats", "market", "subscriptions"].includes(kind) ? `, ${kind}` : "";
    const what = `${servers[server].title}, ${clients} x ${rate}/s${special}`;
    if (result.error !== undefined)
        return `${what}: ${result.error} (${result.ready ?? 0} ready)`;
    const cost = (result.serverCpuMs * 1000 / result.ticks.total).toFixed(2);
    return `${what}: ${result.ticks.total} ticks, ${cost} µs each`;
}

async function measureAll(plan, conditions) {
    const runs = [];
    let skipped = 0;
    for (const run of plan) {
        if (elapsedMs() > skipAfterMs) {
            ++skipped;
            continue;
        }
        const result = await measure(run, conditions);
        runs.push({ ...run, result });
        say(`${Math.round(elapsedMs() / 1000)} s: ${lineOf(run, result)}`);
    }
    if (skipped > 0)
        notes.push(`${skipped} of ${plan.length} measurements were left out for want of time.`);
    return runs;
}

/** What the action gives, or undefined with a note of why not: what was measured before must not be lost. */
async function orNote(what, action) {
    try {
        return await action();
    } catch (error) {
        notes.push(`${what}: ${error.message}`);
        return undefined;
    }
}

function noteTroubles(runs, figures) {
    for (const { server, clients, rate, result } of runs) {
        const where = `${servers[server].title}, ${clients} clients at ${rate}/s`;
        const busy = result.error === undefined ? result.loadCpuMs / result.elapsedMs : 0;
        const tooBusy = 0.9;
        if (result.error !== undefined)
            notes.push(`${where}: ${result.error}${result.ready ? ` (${result.ready} were ready)` : ""}.`);
        else if (busy > tooBusy)
            notes.push(`${where}: the load generator was busy ${Math.round(100 * busy)} % of the time.`);
        if (result.lost > 0)
            notes.push(`${where}: ${result.lost} clients lost their connection.`);
    }
    noteDisturbance(runs.map(({ result }) => result).filter(({ error }) => error === undefined));
    const series = Object.keys(servers).map((name) => figures("cost", name, 1000)).filter((one) => one !== null);
    if (series.some(({ spreadMs }) => spreadMs === null))
        notes.push("No spread is told where the clients did not get the same ticks, or ticks ran into each other.");
}

/** Ratios mean little when something else was running too. */
function noteDisturbance(results) {
    const tolerable = 0.05; // of a core
    const shares = results.map((result) =>
        (result.machineCpuMs - result.serverCpuMs - result.loadCpuMs) / result.elapsedMs)
        .filter((share) => share > tolerable);
    if (shares.length === 0)
        return;
    const most = Math.round(100 * Math.max(...shares));
    notes.push(`THE MACHINE WAS BUSY: during ${shares.length} of ${results.length} measurements other programs used ` +
        `up to ${most} % of a core. Do not trust these figures.`);
}

function seriesOf(figures, columns) {
    return columns.filter((name) => name !== "floorWebSocket").map((name) => ({
        title: servers[name].title,
        colour: servers[name].colour,
        points: sizes.map((clients) => figures("cost", name, clients)).filter((one) => one !== null)
            .map(({ clients, cpuUs }) => [clients, cpuUs]),
    })).filter(({ points }) => points.length > 0);
}

function report({ machine, versions, date, table, judged, attacked, files }) {
    const where = `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.kernel}; ` +
        `${versions.tickertray} on Qt ${versions.qt}, node ${versions.node}, socket.io ${versions["socket.io"]}, ` +
        `ws ${versions.ws}; loopback, ${pinned ? "servers on one core and clients on another" : "cores not assigned"}.`;
    return [
        `# Benchmark of ${date}`, "", where, "",
        "CPU is the server's processor time, user and system, per tick that arrived at a client. The floor is a bare",
        "loop over epoll with one send() of a ready frame per client. What was delivered is exact to one tick.", "",
        markdown(table), "", markdown(judgedRows(judged)), "",
        ...(attacked === undefined ? [] : [markdown(attackRows(attacked)), ""]),
        ...(files === undefined ? [] : [markdown(fileRows(files)), ""]),
        ...notes.map((note) => `* ${note}`), "",
    ].join("\n");
}

function write(folder, name, { text, results, picture }) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(results)}\n`);
    writeFileSync(join(folder, `${name}.svg`), picture);
    writeFileSync(join(folder, `${name}.md`), `${text}\n![Cost against clients](${name}.svg)\n`);
    say(`written to ${join(folder, name)}.{md,json,svg}`);
}

/** Milliseconds from listening until there is a past, of the built-in market and that of the file: { twelve, many }. */
async function measurePasts(market, rounds) {
    await measurePast(servers, { rounds: 1 }); // this reads the program's file
    return {
        twelve: median(await measurePast(servers, { rounds })),
        many: median(await measurePast(servers, { market, rounds })),
    };
}

/** What is measured once, without the load generator's clients. */
async function measureApart(market) {
    const [rounds, idleSeconds, readSeconds, ticks, attackSeconds] = options.quick
        ? [1, 1, 1, 1000, 0.5]
        : [5, 8, 3, 100_000, 1.5];
    const startUp = await orNote("start-up", () => measureStartUp(servers, ["ours", "socketio"], rounds));
    const idle = await orNote("no client", () =>
        measureIdle(load, servers, ["floor", "ours", "socketio", "ws"], idleSeconds));
    const requests = await orNote("/api/quote", () => measureRequests(servers, { seconds: readSeconds }));
    const history = await orNote("history", () => measureHistory(servers, { ticks }));
    const past = await orNote("the past", () => measurePasts(market, rounds));
    const attacked = await orNote("attacks", () => measureAttacks(servers, { seconds: attackSeconds }));
    const few = Object.fromEntries(Object.keys(fileSizes).map((size) => [size, 2]));
    const files = await orNote("files of ticks", () =>
        measureFiles(join(programs, "bench_replay"), { sizes: options.quick ? few : fileSizes }));
    return { startUp, idle, attacked, files, reads: { requests, history, past } };
}

async function main() {
    setTimeout(() => {
        say("bench: took too long");
        process.exit(1);
    }, endAfterMs).unref();
    const date = new Date().toISOString().slice(0, 10);
    const market = writeMarket(marketSize);
    process.on("exit", market.remove);
    const textBytes = { usual: await probeFeed({}, "ACME"), market: await probeFeed({ market: market.file }, "*") };
    const feed = textBytes.usual > 0;
    const plan = makePlan({
        feed,
        heartbeats: probeHeartbeats(),
        largest: largestSize(),
        quick: options.quick,
    });
    const { startUp, idle, attacked, files, reads } = await measureApart(market.file);
    say(`${Math.round(elapsedMs() / 1000)} s: ${JSON.stringify(reads)}`);
    const runs = await measureAll(plan, { market: market.file, textBytes });

    const figures = makeFigures(runs);
    noteTroubles(runs, figures);
    const columns = Object.keys(servers).filter((name) => feed || !["floorWebSocket", "oursWebSocket"].includes(name));
    const table = makeTable({ figures, servers, columns, startUp, idle });
    const judged = judge({ figures, servers, feed, idle, market: reads, attacked, files });
    const [machine, versions] = [describeMachine(), describeVersions(tickertray)];
    const took = Math.round(elapsedMs() / 1000);
    if (options.quick)
        notes.push("This was a quick look of a second each: nothing can be judged by it.");
    notes.push(`It took ${Math.floor(took / 60)} min ${took % 60} s.`);
    const text = report({ machine, versions, date, table, judged, attacked, files });
    const results = {
        date, machine, versions, pinned, tookSeconds: took, notes, judged, startUpMs: startUp, idle, reads, attacked,
        files, runs,
    };
    const title = "Server CPU per delivered tick: 20,000 ticks a second in all, 200 to one client";
    const picture = plot(seriesOf(figures, columns), title);
    process.stdout.write(`${text}\n`);
    write(resolve(options.output ?? programs), "bench", { text, results, picture });
    if (options.keep)
        write(join(here, "results"), date, { text, results, picture });
}

await main();
