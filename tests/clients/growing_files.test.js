// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that grow while they are played, and what comes through a pipe.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, createWriteStream, openSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { cleanEnvironment, finish, launch, launchTicker, startTicker, temporaryFolder, until } from "../lib/ticker.js";

after(() => finish());

const limit = { timeout: 60_000 };
const folder = temporaryFolder();
const file = (name) => join(folder, name);

const header = "time,symbol,price\n";
const start = 1_767_605_400_000;
/** So many ticks, one a millisecond, from the first of these numbers on, which are their prices. */
const ticks = (count, from = 1) => Array.from({ length: count },
    (_, i) => `${start + from + i},ACME,${from + i}\n`).join("");

writeFileSync(file("ticks.csv"), header + ticks(2000));
writeFileSync(file("ticks.csv.gz"), gzipSync(header + ticks(2000)));
writeFileSync(file("bars.csv"), `time,open,high,low,close\n${Array.from({ length: 500 },
    (_, i) => `${start + i},1,4,1,3\n`).join("")}`);

/** What it has served of the file, newest last. */
async function pricesAt(url) {
    const { ticks: all } = await (await fetch(`${url}api/history?symbol=ACME&from=1&limit=10000`)).json();
    return all.map(({ price }) => price);
}
const statusAt = async (url) => (await fetch(`${url}api/status`)).json();

/** The program at the end of a line of the shell, serving. */
async function piped(line) {
    const command = line.replace("TICKERTRAY", '"$0" --headless --port 0 --speed 10 --duration 30');
    const shell = launch("sh", ["-c", command, process.env.TICKERTRAY],
        { env: cleanEnvironment(), cwd: folder, detached: true });
    const [, url] = await until(() => /^Listening on (\S+)$/m.exec(shell.stdout), () => shell.stderr);
    return { shell, url };
}

for (const [what, line, count] of [
    ["a file, by cat", "cat ticks.csv | TICKERTRAY --replay -", 2000],
    ["a packed file", "cat ticks.csv.gz | TICKERTRAY --replay -", 2000],
    ["an unpacked file", "zcat ticks.csv.gz | TICKERTRAY --replay /dev/stdin", 2000],
    ["bars", "cat bars.csv | TICKERTRAY --replay - --replay-symbol ACME", 2000],
    ["a file in place of a pipe", "TICKERTRAY --replay - < ticks.csv", 2000],
]) {
    test(`standard input: ${what}`, limit, async () => {
        const { shell, url } = await piped(line);
        await until(async () => (await pricesAt(url)).length === count, "all ticks");
        await until(async () => (await statusAt(url)).state === "ended", "the end");
        const { replay } = await statusAt(url);
        assert.deepEqual([replay.file, replay.following, replay.error], ["stdin", false, null]);
        process.kill(-shell.child.pid); // all of the line
        await shell.exited;
    });
}

test("the end of standard input is the end of the file", limit, async () => {
    const shell = launch("sh", ["-c", 'cat ticks.csv | "$0" --headless --port 0 --replay - --exit-at-end',
        process.env.TICKERTRAY], { env: cleanEnvironment(), cwd: folder });
    assert.deepEqual(await shell.exited, { code: 0, signal: null }, shell.stderr);
    assert.match(shell.stderr + shell.stdout, /Playback of stdin has finished\./);
});

/** The program with a socket as its standard input, as Node gives its children. */
const withStandardInput = (args) => launch(process.env.TICKERTRAY,
    ["--headless", "--port", "0", "--replay", "-", ...args],
    { env: cleanEnvironment(), stdio: ["pipe", "pipe", "pipe"] });

test("lines that a program writes one by one are played as they come", limit, async () => {
    const program = withStandardInput(["--speed", "1000"]);
    program.child.stdin.write(header + ticks(1));
    const [, url] = await until(() => /^Listening on (\S+)$/m.exec(program.stdout), () => program.stderr);
    for (let count = 2; count < 20; ++count) {
        program.child.stdin.write(ticks(1, count));
        await until(async () => (await pricesAt(url)).length === count, `${count} ticks`);
    }
    assert.equal((await statusAt(url)).state, "running");
    const seek = await fetch(`${url}api/control`, {
        method: "POST", headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ action: "replay", seek: 0.5 }),
    });
    assert.equal(seek.ok, false);
    assert.match((await seek.json()).detail, /comes through a pipe/);
    program.child.stdin.end();
    await until(async () => (await statusAt(url)).state === "ended", "the end");
    program.child.kill();
    assert.deepEqual(await program.exited, { code: 0, signal: null });
});

test("while nothing comes, the program can be ended", limit, async () => {
    const program = withStandardInput([]);
    await until(() => /stdin is played as soon as its first lines have come\./.test(program.stderr + program.stdout),
        () => program.stderr);
    program.child.kill();
    assert.deepEqual(await program.exited, { code: 0, signal: null });
});

test("a named pipe waits for its writer, and the window's program opens it, too", limit, async () => {
    const env = cleanEnvironment(undefined, { QT_QPA_PLATFORM: "offscreen" });
    const ticker = await startTicker([], { env, headless: false });
    const pipe = file("pipe");
    execFileSync("mkfifo", [pipe]);
    const again = launchTicker(["--replay", pipe, "--speed", "1000"], env);
    assert.deepEqual(await again.exited, { code: 0, signal: null });
    await until(async () => (await statusAt(ticker.url)).opening?.progress === 0, "the opening");
    const writer = createWriteStream(pipe);
    writer.write(header + ticks(1));
    await until(async () => (await statusAt(ticker.url)).opening === null, "the start");
    writer.end(ticks(1, 2));
    await until(async () => (await statusAt(ticker.url)).state === "ended", "the end");
    const refused = launchTicker(["--replay", "-"], env);
    assert.deepEqual(await refused.exited, { code: 1, signal: null });
    assert.match(refused.stderr, /--replay: standard input cannot be passed on/);
    await ticker.stop();
});

test("--follow: lines that are appended are played, until the file is truncated", limit, async () => {
    const path = file("growing.csv");
    writeFileSync(path, header + ticks(1));
    const ticker = await startTicker(["--replay", path, "--follow", "--speed", "1000"]);
    for (let count = 2; count < 20; ++count) {
        const text = ticks(1, count);
        appendFileSync(path, text.slice(0, count));
        appendFileSync(path, text.slice(count));
        await until(async () => (await pricesAt(ticker.url)).length === count, `${count} ticks`);
    }
    const { state, replay } = await statusAt(ticker.url);
    assert.deepEqual([state, replay.following, replay.ended], ["running", true, false]);
    truncateSync(path);
    await until(async () => (await statusAt(ticker.url)).state === "failed", "the end");
    assert.equal((await statusAt(ticker.url)).replay.error, "growing.csv was truncated after it was opened.");
    await ticker.stop();
});

test("--follow does not go with --loop or --exit-at-end", limit, async () => {
    for (const option of ["--loop", "--exit-at-end"]) {
        const ticker = launchTicker(["--headless", "--port", "0", "--replay", file("ticks.csv"), "--follow", option]);
        assert.deepEqual(await ticker.exited, { code: 2, signal: null });
        assert.ok(ticker.stderr.includes(`--follow and ${option} exclude each other`), ticker.stderr);
    }
});

test("standard input that is a device is refused", limit, async () => {
    const program = launch(process.env.TICKERTRAY, ["--headless", "--port", "0", "--replay", "-"],
        { env: cleanEnvironment(), stdio: [openSync("/dev/null", "r"), "pipe", "pipe"] });
    assert.deepEqual(await program.exited, { code: 1, signal: null });
    assert.match(program.stderr, /This is a device\. Use a regular file instead\./);
});
