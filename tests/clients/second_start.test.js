// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a second start tells of what became of its options.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { cleanEnvironment, finish, launchTicker, startTicker, temporaryFolder } from "../lib/ticker.js";

const folder = temporaryFolder();
const file = (name) => join(folder, name);
const env = cleanEnvironment(folder, { QT_QPA_PLATFORM: "offscreen" });
let first;

before(async () => {
    execFileSync("mkfifo", [file("pipe")]);
    writeFileSync(file("market.json"), JSON.stringify({
        name: "One alone", instruments: [{ symbol: "ALONE", start: 10 }],
    }));
    writeFileSync(file("there.csv"), "precious");
    first = await startTicker([], { env, headless: false });
});
after(() => finish(first));

const status = async () => (await fetch(`${first.url}api/status`)).json();

/** A second start: its exit code, and a line for each option that was refused. */
async function second(args, wanted = {}) {
    const start = launchTicker(args, { ...env, ...wanted });
    const { code } = await start.exited;
    assert.match(start.stdout, /^TickerTray is already running[^\n]*\n$/);
    return { code, done: start.stdout, refused: start.stderr.split("\n").filter((line) => line !== "") };
}

test("without options it brings the window to the front", { timeout: 30_000 }, async () => {
    assert.deepEqual(await second([]), {
        code: 0, done: "TickerTray is already running; its window was brought to the front.\n", refused: [],
    });
});

test("what can be done is done, and said", { timeout: 30_000 }, async () => {
    const { code, done, refused } = await second(["--market", file("market.json"), "--rate", "8", "--seed", "5",
        "--ping-timeout", "5000", "--hidden"]);
    assert.deepEqual(refused, []);
    assert.equal(code, 0);
    assert.equal(done, "TickerTray is already running. It took over --market, --rate, --seed, --ping-timeout.\n");
    const now = await status();
    assert.deepEqual([now.market, now.rate, now.seed], ["One alone", 8, "5"]);
});

const files = [
    ["--market", "none.json", "This file does not exist"],
    ["--market", "pipe", "This is a pipe"],
    ["--market", ".", "This is a folder"],
    ["--market", "there.csv", "line 1"],
    ["--replay", "none.csv", "This file does not exist"],
    ["--replay", ".", "This is a folder"],
    ["--record", "there.csv", "already exists"],
    ["--record", "pipe", "This is a pipe"],
    ["--record", "no/folder.csv", "No such file"],
];
for (const [option, name, words] of files) {
    test(`${option} ${name} is refused, and the rest is done`, { timeout: 30_000 }, async () => {
        const { code, done, refused } = await second([option, file(name), "--ping-interval", "9000"]);
        assert.equal(code, 1);
        assert.equal(refused.length, 1);
        assert.ok(refused[0].startsWith(`tickertray: ${option}: `), refused[0]);
        assert.ok(refused[0].includes(words) && refused[0].split(file(name)).length === 2, refused[0]);
        assert.match(done, /It took over --ping-interval\.\n$/);
        assert.equal((await status()).rate, 8); // it serves on
    });
}

test("a port that is taken, and an address that nobody has", { timeout: 30_000 }, async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const port = String(holder.address().port);
    const taken = await second(["--port", port]);
    holder.close();
    assert.equal(taken.code, 1);
    assert.match(taken.refused.join("\n"), new RegExp(`^tickertray: --port: .*${port}.*$`));
    const nowhere = await second(["--bind", "192.0.2.1"]);
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.refused.join("\n"), /^tickertray: --bind: .*192\.0\.2\.1.*$/);
    assert.equal((await status()).rate, 8);
});

test("what only a start can do", { timeout: 30_000 }, async () => {
    const { code, refused } = await second(["--web-root", folder, "--log", file("log"), "--duration", "5",
        "--no-history"]);
    assert.equal(code, 1);
    assert.deepEqual(refused.map((line) => line.split(": ")[1]), ["--web-root", "--log", "--duration", "--no-history"]);
    assert.equal(existsSync(file("log")), false);
});

test("while a file is played, a rate is refused", { timeout: 30_000 }, async () => {
    writeFileSync(file("ticks.csv"), "time,symbol,price\n2026-01-05T09:30:00Z,A,1\n2026-01-05T10:30:00Z,A,2\n");
    assert.equal((await second(["--replay", file("ticks.csv"), "--loop"])).code, 0);
    const { code, refused } = await second(["--rate", "3", "--seed", "4"]);
    assert.equal(code, 1);
    assert.deepEqual(refused.map((line) => line.split(": ")[1]), ["--rate", "--seed"]);
});

test("where they meet: in a folder for this user alone", { timeout: 60_000 }, async () => {
    const shared = temporaryFolder();
    chmodSync(shared, 0o1777);
    const own = cleanEnvironment(undefined, { QT_QPA_PLATFORM: "offscreen", TMPDIR: shared });
    delete own.XDG_RUNTIME_DIR;
    const ticker = await startTicker([], { env: own, headless: false });
    const [name] = readdirSync(shared).filter((each) => each.startsWith("tickertray-"));
    assert.equal(name, `tickertray-${process.getuid()}`);
    assert.equal(statSync(join(shared, name)).mode & 0o7777, 0o700);
    assert.equal(statSync(join(shared, name)).uid, process.getuid());
    const again = launchTicker([], own);
    assert.deepEqual(await again.exited, { code: 0, signal: null });
    assert.match(again.stdout, /already running/);
    await ticker.stop();

    // One that others can write to is somebody else's.
    const squatted = temporaryFolder();
    mkdirSync(join(squatted, name));
    chmodSync(join(squatted, name), 0o777);
    const warned = await startTicker([], { env: { ...own, TMPDIR: squatted }, headless: false });
    assert.ok(warned.stderr.includes(join(squatted, name)), warned.stderr);
    assert.deepEqual(readdirSync(join(squatted, name)), []);
    await warned.stop();
});
