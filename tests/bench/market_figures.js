// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What only this program has: a market of many instruments, quotes for the asking, and a history.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { launch, startServer } from "./children.js";

/** A file with a market of instruments S0, S1 and so on, all of which trade with each tick: { file, remove() }. */
export function writeMarket(count) {
    const folder = mkdtempSync(join(tmpdir(), "tickertray-market-"));
    const file = join(folder, "market.json");
    const instruments = Array.from({ length: count }, (_, i) => ({
        symbol: `S${i}`,
        name: `Company ${i} (invented)`,
        start: 100 + i,
        activity: 1,
        model: { type: "gbm", drift: 0, volatility: 0.001 },
    }));
    writeFileSync(file, JSON.stringify({ instruments }));
    return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const unitsInMs = new Map([["us", 0.001], ["ms", 1], ["s", 1000]]);

/** What wrk printed, as { perSecond, p99Ms, failed }; `failed` counts answers that were none or no 2xx. */
export function readWrk(text) {
    const perSecond = /^Requests\/sec:\s+([\d.]+)/m.exec(text);
    const p99 = /^\s+99%\s+([\d.]+)(us|ms|s)$/m.exec(text);
    if (perSecond === null || p99 === null)
        throw new Error(`wrk said: ${text.trim()}`);
    const other = /^\s*Non-2xx or 3xx responses: (\d+)/m.exec(text);
    const broken = /^\s*Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/m.exec(text);
    const failed = [other?.[1] ?? 0, ...(broken?.slice(1) ?? [])].reduce((sum, count) => sum + Number(count), 0);
    return { perSecond: Number(perSecond[1]), p99Ms: Number(p99[1]) * unitsInMs.get(p99[2]), failed };
}

/** Quotes by kept-alive requests while the market goes on at 20 ticks a second: { perSecond, p99Ms }. */
export async function measureRequests(servers, { seconds, connections = 32 }) {
    const server = await startServer(servers.ours.command(20));
    try {
        const url = new URL("/api/quote?symbol=ACME", server.url).href;
        const wrk = launch(["wrk", "--latency", "-t", 1, "-c", connections, "-d", `${seconds}s`, url], "load");
        await wrk.exited;
        const { failed, ...found } = readWrk(wrk.stdout || wrk.stderr);
        if (failed > 0)
            throw new Error(`${failed} of the answers were none`);
        return found;
    } finally {
        await server.stop();
    }
}

/**
 * How long after it listens the program has generated the time before its start, for the market of a file or the
 * built-in one: the milliseconds of each round.
 */
export async function measurePast(servers, { market, rounds }) {
    const times = [];
    for (let round = 0; round < rounds; ++round) {
        const server = await startServer(servers.ours.command(1, { market }), "any");
        const began = performance.now();
        try {
            const limit = began + 5000;
            for (;;) {
                const { generated } = await (await fetch(new URL("/api/status", server.url))).json();
                if (generated !== null)
                    break;
                if (performance.now() > limit)
                    throw new Error("no past came");
            }
            times.push(performance.now() - began);
        } finally {
            await server.stop();
        }
    }
    return times;
}

function residentKb(pid) {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);
}

/** By how much the program grows while its history fills with this many ticks of 12 instruments: { megabytes }. */
export async function measureHistory(servers, { ticks }) {
    const fastest = 10_000;
    const limitMs = 3 * 1000 * ticks / fastest;
    const stepMs = 200;
    const kbPerMb = 1000;
    const market = writeMarket(12);
    const server = await startServer(servers.ours.command(fastest, { market: market.file }));
    try {
        const before = residentKb(server.pid);
        const limit = performance.now() + limitMs;
        for (;;) {
            const { seq } = await (await fetch(new URL("/api/status", server.url))).json();
            if (seq >= ticks)
                return { megabytes: (residentKb(server.pid) - before) / kbPerMb };
            if (performance.now() > limit)
                throw new Error(`only ${seq} of ${ticks} ticks came`);
            await wait(stepMs);
        }
    } finally {
        await server.stop();
        market.remove();
    }
}
