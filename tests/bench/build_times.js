// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a command takes, and how much processor time it and all that it starts.
import { spawn } from "node:child_process";

/** Bash prints what its children used, and theirs; it outlives the signal that ends the command. */
const script = "trap : TERM; TIMEFORMAT='processor %U %S'; time \"$@\"";

/**
 * Runs a command and resolves to { wallMs, processorMs }. With `until`, a pattern, the command is ended when a line
 * that it prints matches, and has taken until then. Rejects with the last lines of its output when it fails or never
 * says so.
 */
export function timed([...command], { until = null, ...options } = {}) {
    const began = performance.now();
    const child = spawn("bash", ["-c", script, "bash", ...command],
        { stdio: ["ignore", "pipe", "pipe"], detached: true, ...options });
    const end = (signal) => {
        try {
            process.kill(-child.pid, signal);
        } catch {
            // It has ended already.
        }
    };
    // Before others take away the folders in which it writes.
    const kill = () => end("SIGKILL");
    process.prependOnceListener("exit", kill);
    let output = "";
    let matchedMs = null;
    const listen = (stream) => stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        if (until !== null && matchedMs === null && until.test(output)) {
            matchedMs = performance.now() - began;
            end("SIGTERM");
        }
    });
    listen(child.stdout);
    listen(child.stderr);
    return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => {
            process.off("exit", kill);
            const used = /^processor (\d+\.\d+) (\d+\.\d+)$/m.exec(output);
            const wallMs = until === null ? performance.now() - began : matchedMs;
            const last = output.split("\n").slice(-30).join("\n");
            if (wallMs === null || used === null || (until === null && code !== 0))
                reject(new Error(`${command.join(" ")}: failed (${code})\n${last}`));
            else
                resolve({ wallMs, processorMs: 1000 * (Number(used[1]) + Number(used[2])) });
        });
    });
}

function duration(ms) {
    const seconds = ms / 1000;
    const tenths = Math.round(10 * seconds) / 10;
    if (seconds < 60)
        return `${tenths.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** Rows for markdown() of [{ what, boundMs, wallMs, processorMs }, ...]. */
export function durationRows(measured) {
    return [
        ["what", "time", "processor", "at most", ""],
        ...measured.map(({ what, boundMs, wallMs, processorMs }) => [what, duration(wallMs), duration(processorMs),
            duration(boundMs), wallMs <= boundMs ? "met" : "NOT MET"]),
    ];
}
