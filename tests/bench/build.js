// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a newcomer and a developer wait for, in fresh clones of what is committed and with nothing compiled before.
//
//     node build.js [--test] [--ci] [--keep]
//
// --test adds all tests, --ci the whole of .ci/run, first with nothing cached, then with everything; --keep also writes
// the table to tests/bench/results. Debian's packages are there already; what npm downloads is not.
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { durationRows, timed } from "./build_times.js";
import { describeMachine } from "./machine.js";
import { markdown } from "./table.js";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const seconds = 1000;
const minutes = 60 * seconds;
const { values: options } = parseArgs({ options: {
    test: { type: "boolean", default: false },
    ci: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
} });
const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
const folder = mkdtempSync(join(tmpdir(), "tickertray-build-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => process.exit(1));

/** An environment with caches of its own, empty at first: of the compiler, of clang-tidy, of npm. */
function freshCaches(name) {
    const caches = join(folder, `${name}-caches`);
    const rest = { ...process.env };
    for (const inherited of ["CI", "CCACHE_BASEDIR", "CCACHE_NOHASHDIR"])
        delete rest[inherited];
    return {
        ...rest,
        CCACHE_DIR: join(caches, "ccache"),
        XDG_CACHE_HOME: join(caches, "home"),
        npm_config_cache: join(caches, "npm"),
    };
}

const measured = [];

/** Measures what some commands take, one after the other: [[command, options of timed()], ...]. */
async function line(what, boundMs, steps) {
    const sum = { wallMs: 0, processorMs: 0 };
    for (const [command, given] of steps) {
        const { wallMs, processorMs } = await timed(command, given);
        sum.wallMs += wallMs;
        sum.processorMs += processorMs;
    }
    measured.push({ what, boundMs, ...sum });
    process.stderr.write(`${what}: ${Math.round(sum.wallMs / seconds)} s\n`);
}

/** The step that makes a clone in this folder. */
const cloning = (clone) => [["sh", "-c",
    'git clone --quiet --no-checkout "$1" "$2" && git -C "$2" checkout --quiet --detach "$3"',
    "sh", root, clone, commit], {}];

/** Changes a source so that no cache knows what comes of it. */
function edit(room) {
    const source = readdirSync(room).filter((name) => name.endsWith(".cpp")).sort()[0];
    appendFileSync(join(room, source), "static_assert(sizeof(int) > 0);\n");
}

async function measureChange(clone, env, { room, test, boundMs }) {
    const command = ["./dev", "test", "-R", test];
    await timed(command, { cwd: clone, env }); // what is not compiled yet
    edit(join(clone, room));
    await line(`after a change in ${room}: ./dev test -R ${test}`, boundMs, [[command, { cwd: clone, env }]]);
}

async function measureNewcomer() {
    const clone = join(folder, "newcomer");
    const env = freshCaches("newcomer");
    await line("git clone, ./dev run --headless: until it listens", 5 * minutes, [cloning(clone),
        [["./dev", "run", "--headless", "--port", "0"], { cwd: clone, env, until: /^Listening on /m }]]);
    await measureChange(clone, env,
        { room: "app/protocol/feed_codec", test: "feed_message", boundMs: 15 * seconds });
    await measureChange(clone, env,
        { room: "ui/clients", test: "tst_clients_model", boundMs: 40 * seconds });
}

async function measureTests() {
    const clone = join(folder, "tests");
    await line("git clone, ./dev test", 20 * minutes,
        [cloning(clone), [["./dev", "test"], { cwd: clone, env: freshCaches("tests") }]]);
}

async function measureCi() {
    const env = { ...freshCaches("ci"), CI: "true" };
    for (const [what, name, boundMs] of [["nothing", "first", 45 * minutes], ["everything", "second", 20 * minutes]]) {
        const clone = join(folder, name);
        await line(`git clone, .ci/run with ${what} cached`, boundMs,
            [cloning(clone), [[".ci/run"], { cwd: clone, env }]]);
        rmSync(clone, { recursive: true });
    }
}

await measureNewcomer();
if (options.test)
    await measureTests();
if (options.ci)
    await measureCi();
const { processor, cores, kernel } = describeMachine();
const date = new Date().toISOString().slice(0, 10);
const text = [`# Building ${commit} on ${date}`, "", `${processor}, ${cores} cores, ${kernel}.`, "",
    markdown(durationRows(measured)), ""].join("\n");
console.log(text);
if (options.keep) {
    mkdirSync(join(here, "results"), { recursive: true });
    writeFileSync(join(here, "results", `${date}-build.md`), text);
}
