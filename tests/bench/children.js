// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Starts servers and load generators, each on a core of its own where there are two, and makes sure that they end.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const running = new Set();
let folder = null;

process.on("exit", () => {
    for (const child of running)
        child.kill("SIGKILL");
    if (folder !== null)
        rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => process.exit(1));

/** An environment in which no settings of the user, no desktop and no other instance are seen. */
function environment() {
    folder ??= mkdtempSync(join(tmpdir(), "tickertray-bench-"));
    const rest = { ...process.env };
    delete rest.DISPLAY;
    delete rest.WAYLAND_DISPLAY;
    delete rest.NODE_OPTIONS;
    const own = ["TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"];
    return { ...rest, ...Object.fromEntries(own.map((name) => [name, folder])) };
}

/** Whether servers are kept to the first core and load generators to the second one. */
export const pinned = availableParallelism() >= 2;
const cores = { server: "0", load: "1", any: null };

/**
 * { child, stdout, stderr, exited }; `exited` resolves to its code after the last output. It may open as many
 * descriptors as the system allows, and ends with this process whatever happens to it.
 */
export function launch(command, role = "any") {
    const pin = pinned && cores[role] !== null ? `taskset -c ${cores[role]}` : "";
    const script = `ulimit -n "$(ulimit -Hn)"; exec setpriv --pdeathsig KILL ${pin} "$@"`;
    const child = spawn("sh", ["-c", script, "sh", ...command.map(String)],
        { env: environment(), stdio: ["ignore", "pipe", "pipe"] });
    const result = { child, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => { result.stdout += text; });
    child.stderr.setEncoding("utf8").on("data", (text) => { result.stderr += text; });
    running.add(child);
    result.exited = new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => {
            running.delete(child);
            resolve(code);
        });
    });
    return result;
}

/** A server that has said where it listens: { pid, url, port, stop() }. */
export async function startServer(command, role = "server") {
    const limitMs = 15_000;
    const limit = performance.now() + limitMs;
    const server = launch(command, role);
    let ended = false;
    server.exited.then(() => { ended = true; }, () => { ended = true; });
    for (;;) {
        const line = /^Listening on (http:\/\/\S+:(\d+)\/)$/m.exec(server.stdout);
        if (line) {
            return {
                pid: server.child.pid,
                url: line[1],
                port: Number(line[2]),
                stop() {
                    server.child.kill("SIGKILL");
                    return server.exited;
                },
            };
        }
        if (ended || performance.now() > limit) {
            server.child.kill("SIGKILL");
            throw new Error(`${command.join(" ")} does not serve: ${(server.stderr || server.stdout).trim()}`);
        }
        await wait(1);
    }
}

/** What the load generator found, see load.cpp; { error } when it could not measure. */
export async function runLoad(program, server, options) {
    const given = Object.entries({ port: server.port, server: server.pid, ...options });
    const load = launch([program, ...given.flatMap(([name, value]) => [`--${name}`, value])], "load");
    await load.exited;
    try {
        return JSON.parse(load.stdout);
    } catch {
        return { error: load.stderr.trim() || "the load generator said nothing", clients: options.clients };
    }
}
