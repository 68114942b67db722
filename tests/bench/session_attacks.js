// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Attacks with more sessions, connections and unread data than anybody needs, each as { name, start(server) }: start()
// resolves, once it is under way, to stop(). The attacker is a process of its own, whose priority is low.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("session_attacker.js", import.meta.url));

const running = new Set();
process.on("exit", stopAll);

/** Ends what failed tests have left behind. */
export function stopAll() {
    for (const child of running)
        child.kill("SIGKILL");
}

/** `prefix` is put before the command, to run it somewhere else. */
export function attack(name, how, prefix = []) {
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

export const attacks = [
    attack("sessions without end over one connection", { what: "openSessions", agentBytes: 0, tellAfter: 12_000 }),
    attack("the same with user agents of 15 kB", { what: "openSessions", agentBytes: 15_000, tellAfter: 12_000 }),
    attack("a thousand sessions that subscribe and do not read",
        { what: "subscribeUnread", sessions: 1000, subscriptions: 20 }),
    attack("the halves of 10,010 heads", { what: "halfHeads", connections: 10_010 }),
];
