// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tests of packaging share: where things are, other programs, and the options that the program knows.
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launchTicker } from "../lib/ticker.js";

export const run = promisify(execFile);
export const id = "org.tickertray.TickerTray";
export const source = join(fileURLToPath(new URL(".", import.meta.url)), "../..");
export const build = process.env.TICKERTRAY_BUILD;

/** Options of node's test() that skip it where this program is not installed. */
export function needs(program, options = {}) {
    const missing = spawnSync("sh", ["-c", "command -v \"$1\"", "sh", program]).status !== 0;
    return { timeout: 60_000, ...options, skip: missing && `${program} is not installed` };
}

/** The options as --help has them, without their dashes, sorted. */
export async function knownOptions() {
    const help = launchTicker(["--help"]);
    assert.deepEqual(await help.exited, { code: 0, signal: null });
    const options = matches(help.stdout, /^ +--([a-z-]+)/gm);
    assert.ok(options.length > 10, help.stdout);
    return options;
}

/** What the expression's first group matched, each once, sorted. */
export function matches(text, expression) {
    return [...new Set([...text.matchAll(expression)].map((match) => match[1]))].sort();
}

export async function programVersion() {
    const version = launchTicker(["--version"]);
    await version.exited;
    return version.stdout.trim().split(" ").at(-1);
}
