// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// tidy.js BUILD_FOLDER JOBS: clang-tidy on every source of ours that the build compiles. A source that was clean is not
// looked at again, in any checkout, until something that it is made of has changed: itself, a header that it includes
// (of the system, too), the flags, the checks or clang-tidy; for a whole run takes many minutes.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative, resolve } from "node:path";
import { promisify } from "node:util";

const [build, jobs] = process.argv.slice(2);
const began = Date.now();
const clean = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "tickertray-lint");
const keptForMs = 30 * 24 * 3600 * 1000;
// The flags are written for g++. The analyzer gives a function up after that many states: its default, 225,000, takes
// a third of the time of everything.
const extra = ["-Wno-unknown-warning-option", "-Xclang", "-analyzer-config", "-Xclang", "max-nodes=30000"]
    .map((flag) => `--extra-arg=${flag}`);

const sha = (bytes) => createHash("sha256").update(bytes).digest("hex");
const digests = new Map();
function digestOf(path) {
    if (!digests.has(path))
        digests.set(path, existsSync(path) ? sha(readFileSync(path)) : "gone");
    return digests.get(path);
}

/** By object file, what it was compiled from, as ninja has written down. */
function readDependencies() {
    const text = execFileSync("ninja", ["-C", build, "-t", "deps"], { encoding: "utf8", maxBuffer: 1 << 30 });
    const all = new Map();
    let files = [];
    for (const line of text.split("\n")) {
        if (line.startsWith("    "))
            files.push(resolve(build, line.trim()));
        else if (line.includes(": #deps"))
            all.set(line.slice(0, line.indexOf(":")), files = []);
    }
    return all;
}

/** The sources, each with what tells whether it has changed since it was clean. */
function readSources() {
    const dependencies = readDependencies();
    const root = process.cwd();
    const judge = [execFileSync("clang-tidy", ["--version"], { encoding: "utf8" }), digestOf(".clang-tidy"), ...extra];
    const known = new Map();
    for (const { command, file } of JSON.parse(readFileSync(join(build, "compile_commands.json"), "utf8"))) {
        const source = relative(".", file);
        if (!/^(app|ui|resources|tests)\/.*\.cpp$/.test(source))
            continue;
        const object = / -o (\S+)/.exec(command)[1];
        if (!dependencies.has(object))
            throw new Error(`${object} is not built`);
        const paths = dependencies.get(object);
        const madeOf = paths.map((path) => `${path.replace(root, ".")} ${digestOf(path)}`).sort();
        const before = known.get(source) ?? { parts: judge, paths: [] };
        known.set(source, {
            parts: [...before.parts, command.replaceAll(root, "."), ...madeOf], paths: [...before.paths, ...paths],
        });
    }
    return [...known].map(([source, { parts, paths }]) =>
        ({ source, paths, stamp: join(clean, sha(parts.join("\n"))) }));
}

/** Whether all is as it was when it was read. */
const isAsRead = (paths) => paths.every((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs < began);

/** True: nothing was found. What was found is printed. */
async function isClean(source) {
    try {
        await promisify(execFile)("clang-tidy", ["--quiet", "-p", build, ...extra, source], { maxBuffer: 1 << 26 });
        return true;
    } catch (error) {
        // These lines only count what was found in other people's headers.
        const counts = /^\d+ warnings?( and \d+ errors?)? (generated|treated)|^Suppressed|^Use -header-filter/;
        const lines = `${error.stdout}${error.stderr}`.split("\n").filter((line) => !counts.test(line));
        console.log(lines.join("\n"));
        return false;
    }
}

mkdirSync(clean, { recursive: true });
for (const name of readdirSync(clean)) {
    if (Date.now() - statSync(join(clean, name)).mtimeMs > keptForMs)
        rmSync(join(clean, name));
}
const sources = readSources();
const stale = [];
for (const source of sources) {
    if (existsSync(source.stamp))
        utimesSync(source.stamp, new Date(), new Date()); // still in use
    else
        stale.push(source);
}
console.log(`${stale.length} of ${sources.length} sources to look at`);
await Promise.all(Array.from({ length: Number(jobs) }, async () => {
    for (let next = stale.shift(); next; next = stale.shift()) {
        if (!await isClean(next.source)) {
            process.exitCode = 1;
            continue;
        }
        if (isAsRead(next.paths))
            writeFileSync(next.stamp, "");
        console.log(`  ok ${next.source}`);
    }
}));
