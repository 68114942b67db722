// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The two servers that are compared, started once for each set of options that scenarios ask for.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const reference = fileURLToPath(new URL("reference_server.js", import.meta.url));
const engine = ["--mode", "engineio", "--path", "/engine.io/"];
const socket = ["--mode", "socketio", "--path", "/socket.io/"];
// Long enough that no scenario on such a server ever sees a ping.
const quiet = ["--ping-interval", "25000", "--ping-timeout", "20000", "--connect-timeout", "45000"];

/** Of the servers with short times. The scenarios judge times coarsely, and busy machines need room for that. */
export const limits = { pingIntervalMs: 500, pingTimeoutMs: 500, connectMs: 1250, upgradeMs: 700, maxPayload: 1000 };
const quick = ["--ping-interval", limits.pingIntervalMs, "--ping-timeout", limits.pingTimeoutMs,
    "--connect-timeout", limits.connectMs, "--upgrade-timeout", limits.upgradeMs].map(String);

/** What a scenario may name as its server. */
export const kinds = {
    engine: [...engine, ...quiet],
    engineQuick: [...engine, ...quick],
    engineUpgradeQuick: [...engine, ...quiet, "--upgrade-timeout", String(limits.upgradeMs)],
    engineJsonp: [...engine, ...quiet, "--jsonp"],
    engineStrict: [...engine, ...quiet, "--no-eio3", "--max-payload", String(limits.maxPayload)],
    socket: [...socket, ...quiet],
    socketQuick: [...socket, ...quick],
};
export const pathOf = (kind) => kind.startsWith("engine") ? "/engine.io/" : "/socket.io/";

const children = new Set();
process.on("exit", () => {
    for (const child of children)
        child.kill("SIGKILL");
});

async function start(program, args) {
    const isScript = program.endsWith(".js");
    const all = [...(isScript ? [program] : []), ...args, "--port", "0"];
    const child = spawn(isScript ? process.execPath : program, all, { stdio: ["ignore", "pipe", "inherit"] });
    children.add(child);
    const exited = once(child, "close");
    const first = await Promise.race([once(createInterface(child.stdout), "line"), exited]);
    const port = Number(/^Listening on http:\/\/\S+:(\d+)\/$/.exec(first[0])?.[1]);
    assert.ok(port > 0, `${program} ${args.join(" ")} said ${first[0]} instead of where it listens`);
    return {
        port,
        hasEnded: () => child.exitCode !== null || child.signalCode !== null,
        async stop() {
            child.kill("SIGTERM");
            const [code, signal] = await exited;
            children.delete(child);
            assert.ok(code === 0 || signal === "SIGTERM", `${program} ${args.join(" ")} ended by ${signal ?? code}`);
        },
    };
}

/** All kinds of one program: { server(kind), stop() }; `program` is null for the reference. */
export function startServers(program) {
    const running = new Map();
    return {
        async server(kind) {
            if (!running.has(kind))
                running.set(kind, start(program ?? reference, kinds[kind]));
            return running.get(kind);
        },
        async stop() {
            await Promise.all([...running.values()].map(async (server) => (await server).stop()));
        },
    };
}
