// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Starts the program under test, whose path is in TICKERTRAY, and makes sure that it ends.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const running = new Set();
const folders = new Set();
function killAll() {
    for (const child of running)
        child.kill("SIGKILL");
}
process.on("exit", () => {
    killAll();
    for (const folder of folders)
        rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own that is gone when the tests end. */
export function temporaryFolder() {
    const folder = mkdtempSync(join(tmpdir(), "tickertray-test-"));
    folders.add(folder);
    return folder;
}

/** An environment in which no settings of the user and no other instance are seen. */
export function cleanEnvironment(folder = temporaryFolder(), extra = {}) {
    const rest = { ...process.env };
    delete rest.DISPLAY;
    delete rest.WAYLAND_DISPLAY;
    return {
        ...rest,
        HOME: folder,
        XDG_CONFIG_HOME: join(folder, "config"),
        XDG_CACHE_HOME: join(folder, "cache"),
        XDG_DATA_HOME: join(folder, "data"),
        XDG_RUNTIME_DIR: folder,
        LC_ALL: "C.UTF-8",
        ...extra,
    };
}

/** Starts any program and collects what it prints; `exited` resolves to { code, signal }. */
export function launch(command, args, options = {}) {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    running.add(child);
    const process_ = { child, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => { process_.stdout += text; });
    child.stderr.setEncoding("utf8").on("data", (text) => { process_.stderr += text; });
    // "close" comes after the last output.
    process_.exited = once(child, "close").then(([code, signal]) => {
        running.delete(child);
        return { code, signal };
    });
    return process_;
}

export function launchTicker(args, env = cleanEnvironment()) {
    const program = process.env.TICKERTRAY;
    assert.ok(program, "TICKERTRAY must be the path of the program under test");
    return launch(program, args, { env });
}

/** Waits until the condition holds, looking again at each event; the message says what was waited for. */
export async function until(condition, what, limitMs = 15_000, everyMs = 10) {
    const limit = performance.now() + limitMs;
    for (;;) {
        const value = await condition();
        if (value)
            return value;
        const text = typeof what === "function" ? what() : what;
        assert.ok(performance.now() < limit, `waited ${limitMs} ms in vain for: ${text}`);
        await new Promise((resolve) => { setTimeout(resolve, everyMs); });
    }
}

/** The program, serving: { url, port, stdout, stderr, child, exited, startMs, stop() }. */
export async function startTicker(args = [], { env = cleanEnvironment(), headless = true } = {}) {
    const began = performance.now();
    const all = [...(headless ? ["--headless"] : []), ...(args.includes("--port") ? [] : ["--port", "0"]), ...args];
    const ticker = launchTicker(all, env);
    let ended = null;
    ticker.exited.then((result) => { ended = result; });
    const said = () => `the address; it printed ${JSON.stringify([ticker.stdout, ticker.stderr])}`;
    const line = await until(() => {
        assert.equal(ended, null, `the program ended instead of serving; stderr: ${ticker.stderr}`);
        return /^Listening on (http:\/\/\S+:(\d+)\/)$/m.exec(ticker.stdout);
    }, said, 15_000, 1);
    ticker.startMs = performance.now() - began;
    ticker.url = line[1];
    ticker.port = Number(line[2]);
    ticker.stop = async (signal = "SIGTERM") => {
        ticker.child.kill(signal);
        const result = await ticker.exited;
        assert.deepEqual(result, { code: 0, signal: null }, `how it ended; stderr: ${ticker.stderr}`);
    };
    return ticker;
}

/** For after(): ends the program that a file's tests share, then whatever failed tests have left behind. */
export async function finish(ticker) {
    try {
        await ticker?.stop();
    } finally {
        killAll();
    }
}

/** A port that nothing listens on now, and a moment ago was free to take. */
export async function freePort() {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address();
    server.close();
    await once(server, "close");
    return port;
}
