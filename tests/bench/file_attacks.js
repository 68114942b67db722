// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients that ask for long replies, and what others notice of them. By itself:
//     TICKERTRAY=build/tickertray node tests/bench/file_attacks.js
import { closeSync, ftruncateSync, openSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { residentBytes } from "../lib/process_figures.js";
import { finish, startTicker, temporaryFolder, until } from "../lib/ticker.js";
import { askEndlessly, askUnread } from "../lib/unread.js";
import { watch } from "./attack_figures.js";
import { quantile } from "./figures.js";

const mebibyte = 1024 * 1024;
const fileBytes = 60 * mebibyte;
const history = "/api/history?limit=10000&times=1";
const file = "/large.bin";

const portOf = (server) => Number(new URL(server.url).port);

/** So many clients that read what they ask for, and ask again. */
const reading = (count, path) => (server) => {
    const clients = Array.from({ length: count }, () => askEndlessly(portOf(server), path));
    return () => clients.forEach((client) => client.stop());
};

/** So many that ask for several replies each and read none. */
const unread = (count, path) => async (server) => {
    const sockets = await Promise.all(Array.from({ length: count }, () => askUnread(portOf(server), path, 5)));
    return () => sockets.forEach((socket) => socket.destroy());
};

/** Each one: { name, start(server) → stop() }, of a server with a url that was started with fileAttackOptions(). */
export const fileAttacks = [
    { name: "200 connections ask for 10,000 ticks", start: reading(200, history) },
    { name: "200 connections ask for 10,000 ticks and do not read", start: unread(200, history) },
    { name: "200 connections ask for all quotes and do not read", start: unread(200, "/api/quotes") },
    { name: "20 connections read a file of 60 MB", start: reading(20, file) },
    { name: "20 connections ask for a file of 60 MB and do not read", start: unread(20, file) },
];

/** With a folder that has the file. */
export function fileAttackOptions() {
    const root = temporaryFolder();
    const descriptor = openSync(join(root, "large.bin"), "w");
    ftruncateSync(descriptor, fileBytes);
    closeSync(descriptor);
    return ["--rate", "2000", "--web-root", root];
}

/** What a bystander sees, and how much the server grows, for some seconds. */
async function measure(server, attack, seconds) {
    const before = residentBytes(server);
    const stop = await attack.start(server);
    const { mostBytes, waitsMs } = await watch({ pid: server.child.pid, url: server.url }, seconds).finally(stop);
    const [p50, p99, longest] = [0.5, 0.99, 1].map((share) => quantile(waitsMs, share));
    return { p50, p99, longest, growth: mostBytes - before };
}

async function main() {
    const server = await startTicker(fileAttackOptions());
    await until(async () => (await (await fetch(`${server.url}api/status`)).json()).seq > 12_000, "ticks", 60_000);
    const pause = { method: "POST", headers: { "Content-Type": "application/json" }, body: "{\"action\":\"pause\"}" };
    await fetch(`${server.url}api/control`, pause); // or its history grows
    for (const attack of fileAttacks) {
        const { p50, p99, longest, growth } = await measure(server, attack, 5);
        console.log(`${attack.name}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ` +
            `${longest.toFixed(1)} ms, grew by ${(growth / mebibyte).toFixed(1)} MiB`);
    }
    await finish(server);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
    await main();
