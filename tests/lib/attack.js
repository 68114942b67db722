// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The clients of an attack run in a process of their own, whose priority is low: who measures comes first.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { ask } from "./http.js";
import { residentBytes } from "./process_figures.js";

const running = new Set();
process.on("exit", stopAttacks);

/** Ends what failed tests have left behind. */
export function stopAttacks() {
    for (const child of running)
        child.kill("SIGKILL");
}

/**
 * An attack by a program of ours, which is told a port and how, and prints something once it is under way: { name,
 * start(server) }, where start() resolves then, to stop(). `prefix` is put before the command, to run it elsewhere.
 */
export function attackBy(program, name, how, prefix = []) {
    return {
        name,
        async start({ port }) {
            const [command, ...args] = [...prefix, "nice", "-n", "19", process.execPath, program, String(port),
                JSON.stringify(how)];
            const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
            running.add(child);
            const ended = once(child, "close").then(() => running.delete(child));
            await Promise.race([once(child.stdout, "data"), ended]);
            if (!running.has(child))
                throw new Error(`${name}: the attacker ended before it began`);
            return async () => {
                child.kill("SIGKILL");
                await ended;
            };
        },
    };
}

/** While that many ticks come, somebody else asks for quotes: the most memory that was seen. */
export async function mostBytesWhile(ticker, witness, ticks) {
    const end = witness.prices.length + ticks;
    let most = 0;
    do {
        const { status } = await ask(ticker.url, "/api/quote");
        assert.equal(status, 200);
        most = Math.max(most, residentBytes(ticker));
    } while (witness.prices.length < end);
    return most;
}
