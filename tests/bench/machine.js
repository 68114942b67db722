// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// On what and with what was measured.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = join(dirname(fileURLToPath(import.meta.url)), "..", "node_modules");

const packageVersion = (name) => JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;

/** The Qt that the program is linked to, by the name of the library's file, or "unknown". */
function qtVersion(program) {
    const libraries = spawnSync("ldd", [program], { encoding: "utf8" }).stdout;
    const core = /libQt6Core\S* => (\S+)/.exec(libraries)?.[1];
    if (core === undefined)
        return "unknown";
    return /\.so\.(\S+)/.exec(realpathSync(core))?.[1] ?? "unknown";
}

export function describeMachine() {
    const bytesPerGb = 2 ** 30;
    return {
        processor: cpus()[0].model,
        cores: cpus().length,
        memoryGb: Math.round(totalmem() / bytesPerGb),
        kernel: `Linux ${release()}`,
    };
}

export function describeVersions(program) {
    return {
        tickertray: execFileSync(program, ["--version"], { encoding: "utf8" }).trim(),
        qt: qtVersion(program),
        node: process.versions.node,
        "socket.io": packageVersion("socket.io"),
        ws: packageVersion("ws"),
    };
}
