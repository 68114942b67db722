// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pipes, devices, folders and links to nothing in place of files: the program says what they are and waits for none.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { connect, connected, disconnectAll, received } from "../lib/clients.js";
import { cleanEnvironment, finish, launch, launchTicker, startTicker, temporaryFolder } from "../lib/ticker.js";

after(() => {
    disconnectAll();
    return finish();
});

const folder = temporaryFolder();
const odd = {
    "a pipe": join(folder, "pipe"),
    "a folder": folder,
    "a device": "/dev/zero",
    "a link to a pipe": join(folder, "link"),
};
execFileSync("mkfifo", [odd["a pipe"]]);
symlinkSync(odd["a pipe"], odd["a link to a pipe"]);

for (const [what, path] of Object.entries(odd)) {
    const options = ["--market", "--record", "--config", ...(what.endsWith("pipe") ? [] : ["--replay"])];
    for (const option of options) {
        test(`${option}: ${what}`, { timeout: 30_000 }, async () => {
            const ticker = launchTicker(["--headless", "--port", "0", option, path]);
            assert.deepEqual(await ticker.exited, { code: 1, signal: null });
            const kind = what.split(" ").at(-1);
            assert.ok(ticker.stderr.includes(`This is a ${kind}. `), ticker.stderr);
            assert.equal(ticker.stderr.split(path).length, 2, `its name, once: ${ticker.stderr}`);
            assert.match(ticker.stderr, /^[^\n]+\n$/);
        });
    }
}

test("--log: a pipe that nobody reads, and a folder", { timeout: 30_000 }, async () => {
    for (const path of [odd["a pipe"], odd["a folder"]]) {
        const ticker = launchTicker(["--headless", "--port", "0", "--log", path]);
        assert.deepEqual(await ticker.exited, { code: 1, signal: null });
        assert.match(ticker.stderr, /Cannot write the log to .*(Start its reader first|This is a folder)/);
    }
});

test("--log /dev/stderr", { timeout: 30_000 }, async () => {
    // Node gives its children sockets, which nobody can open once more.
    const env = cleanEnvironment();
    const command = `"$0" --headless --port 0 --duration 1 --log /dev/stderr 2>&1 >/dev/null | cat`;
    const shell = launch("sh", ["-c", command, process.env.TICKERTRAY], { env });
    await shell.exited;
    assert.match(shell.stdout, /"kind":"listening"/);
});

test("settings that are a pipe are put aside, and the program serves", { timeout: 30_000 }, async () => {
    const home = temporaryFolder();
    const settings = join(home, "config", "tickertray");
    mkdirSync(settings, { recursive: true });
    execFileSync("mkfifo", [join(settings, "settings.json")]);
    const ticker = await startTicker([], { env: cleanEnvironment(home) });
    await ticker.stop();
    assert.match(ticker.stderr, /This is a pipe/);
    assert.ok(existsSync(join(settings, "settings.json.broken")));
});

test("a market from standard input: a file is read, a pipe is refused", { timeout: 30_000 }, async () => {
    const file = join(folder, "market.json");
    const market = JSON.stringify({ name: "One alone", instruments: [{ symbol: "ALONE", start: 10 }] });
    writeFileSync(file, market);
    const args = ["--headless", "--port", "0", "--duration", "1", "--market", "/dev/stdin"];
    const env = cleanEnvironment();
    const fromFile = launch(process.env.TICKERTRAY, args, { env, stdio: [openSync(file, "r"), "pipe", "pipe"] });
    assert.deepEqual(await fromFile.exited, { code: 0, signal: null }, fromFile.stderr);
    const piped = launch("sh", ["-c", 'cat "$1" | "$0" --headless --port 0 --market /dev/stdin', process.env.TICKERTRAY,
        file], { env });
    assert.deepEqual(await piped.exited, { code: 1, signal: null });
    assert.match(piped.stderr, /This is a pipe\. Use a regular file instead\./);
});

test("--record: a link to nothing is refused at the start", { timeout: 30_000 }, async () => {
    const link = join(folder, "dangling.csv");
    symlinkSync(join(folder, "nothing.csv"), link);
    const ticker = launchTicker(["--headless", "--port", "0", "--record", link]);
    assert.deepEqual(await ticker.exited, { code: 1, signal: null });
    assert.match(ticker.stderr, /link to a file that does not exist/);
    assert.equal(existsSync(`${link}.part`), false);
});

for (const headless of [true, false]) {
    const where = headless ? "headless" : "with a window";
    test(`--record: a name that is taken meanwhile is told at the end, ${where}`, { timeout: 30_000 }, async () => {
        const file = join(temporaryFolder(), "taken.csv");
        const env = cleanEnvironment(undefined, { QT_QPA_PLATFORM: "offscreen" });
        const ticker = await startTicker(["--interval", "10", "--record", file], { env, headless });
        await received(await connected(connect(ticker.url)), 3);
        writeFileSync(file, "precious");
        ticker.child.kill();
        assert.deepEqual(await ticker.exited, { code: 1, signal: null });
        assert.match(ticker.stderr, /taken\.csv\.part could not be renamed/);
        assert.equal(readFileSync(file, "utf8"), "precious");
        assert.match(readFileSync(`${file}.part`, "utf8"), /^time,seq,/);
    });
}
