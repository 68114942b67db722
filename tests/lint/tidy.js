// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// tidy.js BUILD_FOLDER JOBS [--all]: clang-tidy on every source of ours that the build compiles, each by itself, also
// where the build takes a room for one source: so no missing include hides behind a neighbour. A source that was clean
// is not looked at again, in any checkout, until something that it is made of has changed: itself, a header of ours
// that it includes, the flags, the checks, clang-tidy, or a package of the system with headers; for a whole run takes
// minutes.
//
// Tests are not looked at for what is slow or not to everybody's taste: most of clang-tidy's time goes into trying each
// check on each line of each header, so that with all of them the tests would take nearly as long as the product. With
// --all they are looked at like it.
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { filesOf, readEntries } from "./compile_commands.js";

const [build, jobs, all] = process.argv.slice(2);
const began = Date.now();
const database = join(build, "tidy");
const clean = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "tickertray-lint");
const keptForMs = 30 * 24 * 3600 * 1000;
// The flags are written for g++. The analyzer gives a function up after that many states: its default, 225,000, takes
// a third of the time of everything. Templates of headers that nobody instantiates are not even parsed, which spares
// a quarter of it.
const extra = ["-Wno-unknown-warning-option", "-fdelayed-template-parsing",
    "-Xclang", "-analyzer-config", "-Xclang", "max-nodes=30000"].map((flag) => `--extra-arg=${flag}`);
const checksOfTests = "--checks=-performance-*,-misc-*,-readability-*,-modernize-*,-bugprone-infinite-loop," +
    "-bugprone-sizeof-expression,-bugprone-unused-*,-bugprone-dangling-handle,-bugprone-misplaced-widening-cast," +
    "-bugprone-not-null-terminated-result";
const argumentsFor = (source) =>
    (source.startsWith("tests/") && all !== "--all" ? [...extra, checksOfTests] : extra);

const sha = (bytes) => createHash("sha256").update(bytes).digest("hex");
const digests = new Map();
function digestOf(path) {
    if (!digests.has(path))
        digests.set(path, sha(readFileSync(path)));
    return digests.get(path);
}

/** What headers the system has, as text; null when that cannot be told. */
function readSystem() {
    try {
        return execFileSync("dpkg-query", ["-W", "-f", "${db:Status-Status} ${Package} ${Version}\n", "*-dev"],
            { encoding: "utf8" });
    } catch {
        return null;
    }
}

/** The sources, each with what tells whether it has changed since it was clean: a stamp, or null where nothing does. */
function readSources() {
    const root = process.cwd();
    const system = readSystem();
    const judge = [execFileSync("clang-tidy", ["--version"], { encoding: "utf8" }), system, digestOf(".clang-tidy")];
    const entries = readEntries(build)
        .filter(({ file }) => /^(app|ui|resources|tests)\/.*\.cpp$/.test(relative(root, file)));
    mkdirSync(database, { recursive: true });
    writeFileSync(join(database, "compile_commands.json"), JSON.stringify(entries));
    const known = new Map();
    for (const entry of entries) {
        const paths = filesOf(entry);
        const madeOf = paths.map((path) => `${relative(root, path)} ${digestOf(path)}`).sort();
        const source = relative(root, entry.file);
        const before = known.get(source) ?? { parts: [...judge, ...argumentsFor(source)], paths: [] };
        known.set(source, {
            parts: [...before.parts, entry.command.replaceAll(root, "."), ...madeOf],
            paths: [...before.paths, ...paths],
        });
    }
    return [...known].map(([source, { parts, paths }]) =>
        ({ source, paths, stamp: system === null ? null : join(clean, sha(parts.join("\n"))) }));
}

/** Whether all is as it was when it was read. */
const isAsRead = (paths) => paths.every((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs < began);

/** True: nothing was found. What was found is printed. */
async function isClean(source) {
    try {
        await promisify(execFile)("clang-tidy", ["--quiet", "-p", database, ...argumentsFor(source), source],
            { maxBuffer: 1 << 26 });
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
    if (source.stamp !== null && existsSync(source.stamp))
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
        if (next.stamp !== null && isAsRead(next.paths))
            writeFileSync(next.stamp, "");
        console.log(`  ok ${next.source}`);
    }
}));
