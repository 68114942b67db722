// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is measured without clients: how soon a server answers, and what it uses while nobody is there.
import { request } from "node:http";
import { runLoad, startServer } from "./children.js";

/** Resolves when the whole answer is there. */
function get(url) {
    return new Promise((resolve, reject) => {
        const asking = request(url, { agent: false }, (answer) => {
            answer.on("end", resolve).on("error", reject).resume();
        });
        asking.on("error", reject).end();
    });
}

/** Milliseconds from the start of a server's process to its first answer. */
export async function startUp(command) {
    const began = performance.now();
    const server = await startServer(command, "any");
    try {
        await get(server.url);
        return performance.now() - began;
    } finally {
        await server.stop();
    }
}

/** Milliseconds from the start of the process to its first answer, by server: a list, for the servers take turns. */
export async function measureStartUp(servers, names, rounds) {
    const result = Object.fromEntries(names.map((name) => [name, []]));
    for (let round = 0; round < rounds; ++round) {
        for (const name of names)
            result[name].push(await startUp(servers[name].command(1)));
    }
    return result;
}

/** What the load generator says of servers without a client, by server. They use so little that all run at once. */
export async function measureIdle(load, servers, names, seconds) {
    const watch = async (name) => {
        const server = await startServer(servers[name].command(1));
        try {
            return [name, await runLoad(load, server, { clients: 0, rate: 1, seconds, "warm-up": 1 })];
        } finally {
            await server.stop();
        }
    };
    return Object.fromEntries(await Promise.all(names.map(watch)));
}
