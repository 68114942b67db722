// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an attack costs the program in memory, and others in time.
import { request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { attacks } from "../lib/attacks.js";
import { residentBytes } from "../lib/process_figures.js";
import { startServer } from "./children.js";
import { quantile } from "./figures.js";
import { attacks as sessionAttacks } from "./session_attacks.js";

const megabyte = 1_000_000;
const askEveryMs = 5;
/** How long the program may take to give memory back. */
const settleMs = 3000;

/** Milliseconds until a connection of its own has brought a quote. */
function askForQuote(url) {
    const began = performance.now();
    return new Promise((resolve, reject) => {
        const asking = request(new URL("/api/quote", url), { agent: false }, (answer) => {
            answer.on("error", reject).on("end", () => resolve(performance.now() - began)).resume();
        });
        asking.on("error", reject).end();
    });
}

/** One bystander asks again and again, while the memory is looked at: { mostBytes, waitsMs }. */
export async function watch(server, seconds) {
    const process_ = { child: { pid: server.pid } };
    const end = performance.now() + 1000 * seconds;
    const waitsMs = [];
    let mostBytes = 0;
    while (performance.now() < end) {
        waitsMs.push(await askForQuote(server.url));
        mostBytes = Math.max(mostBytes, residentBytes(process_));
        await wait(askEveryMs);
    }
    return { mostBytes, waitsMs };
}

/** One attack on a server of its own: { name, aboveBaseMb, p99Ms, keptMb }, of which the last is still to come. */
async function measureAttack(servers, attack, seconds) {
    const server = await startServer(servers.ours.command(20));
    try {
        const { mostBytes: base } = await watch(server, seconds / 4);
        const aboveBaseMb = (bytes) => Math.max(0, bytes - base) / megabyte;
        const stop = await attack.start(server);
        const { mostBytes, waitsMs } = await watch(server, seconds).finally(stop);
        const keptMb = wait(settleMs).then(() => aboveBaseMb(residentBytes({ child: { pid: server.pid } })))
            .finally(server.stop);
        return { name: attack.name, aboveBaseMb: aboveBaseMb(mostBytes), p99Ms: quantile(waitsMs, 0.99), keptMb };
    } catch (error) {
        await server.stop();
        throw error;
    }
}

/** What each attack costs: [{ name, aboveBaseMb, p99Ms, keptMb }, ...]. */
export async function measureAttacks(servers, { seconds, list = [...attacks, ...sessionAttacks] }) {
    const found = [];
    for (const attack of list)
        found.push(await measureAttack(servers, attack, seconds)); // while the server before comes to rest
    return Promise.all(found.map(async (one) => ({ ...one, keptMb: await one.keptMb })));
}

/** What measureAttacks() found, as rows for markdown(). */
export function attackRows(figures) {
    const cell = (value) => value.toFixed(1);
    return [
        ["under attack by", "RSS above base, MB", "bystander's p99, ms", "kept afterwards, MB"],
        ...figures.map(({ name, aboveBaseMb, p99Ms, keptMb }) => [name, ...[aboveBaseMb, p99Ms, keptMb].map(cell)]),
    ];
}
