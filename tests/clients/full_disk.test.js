// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A disk without room, and files that may not grow: settings, log and recording. The disk is a small one in memory that
// the test mounts for the program alone, in a namespace.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { connect, connected, disconnectAll, received } from "../lib/clients.js";
import { cleanEnvironment, finish, freePort, launch, temporaryFolder, until } from "../lib/ticker.js";

afterEach(disconnectAll);
after(() => finish());

const namespace = process.getuid() === 0 ? ["--mount"] : ["--mount", "--user", "--map-root-user"];
const canMount = spawnSync("unshare", [...namespace, "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;
const skip = canMount ? false : "this user may mount nothing, not even in a namespace";

/** The program in a home folder that has room for 256 KiB; `disk` is the path by which others see that folder. */
async function startOnSmallDisk(options, extra = {}) {
    const folder = temporaryFolder();
    const port = await freePort();
    const script = "mount -t tmpfs -o size=256k none \"$HOME\" && cd \"$HOME\" && mkdir -p config/tickertray && " +
        `echo '{"version":1,"intervalMs":50}' >config/tickertray/settings.json && ` +
        `exec "$TICKERTRAY" --port ${port} ${options}`;
    const ticker = launch("unshare", [...namespace, "sh", "-c", script], { env: cleanEnvironment(folder, extra) });
    await until(() => {
        assert.equal(ticker.child.exitCode, null, ticker.stderr);
        return ticker.stdout.includes("Listening on ");
    }, "the address");
    const disk = `/proc/${ticker.child.pid}/root${folder}`;
    return { ...ticker, ticker, port, url: `http://127.0.0.1:${port}/`, disk, folder };
}

function fill(disk) {
    const path = join(disk, "filling");
    writeFileSync(path, "");
    for (const size of [4096, 1]) {
        try {
            for (;;)
                appendFileSync(path, Buffer.alloc(size));
        } catch (error) {
            assert.equal(error.code, "ENOSPC");
        }
    }
}

async function assertServes(url) {
    const client = await connected(connect(url));
    await received(client, 20);
}

test("settings: the old ones stay, and it is said", { timeout: 60_000, skip }, async () => {
    const { ticker, url, disk } = await startOnSmallDisk("--hidden", { QT_QPA_PLATFORM: "offscreen" });
    const settings = join(disk, "config/tickertray/settings.json");
    const before = readFileSync(settings, "utf8");
    fill(disk);
    await assertServes(url);
    const descriptor = openSync(settings); // the disk goes with the program
    ticker.child.kill("SIGTERM");
    assert.deepEqual(await ticker.exited, { code: 0, signal: null });
    assert.match(ticker.stderr, /Cannot write the settings to [^\n]*No space left/);
    assert.equal(readFileSync(descriptor, "utf8"), before);
    closeSync(descriptor);
});

for (const [what, options] of [["a recording", "--record ticks.csv"], ["the log", "--log log.jsonl --interval 1"]]) {
    test(`${what} on a disk that fills: it is said once, and the feed goes on`, { timeout: 60_000, skip }, async () => {
        const { ticker, url, disk } = await startOnSmallDisk(`--headless ${options}`);
        fill(disk);
        await assertServes(url);
        await until(() => /No space left/.test(ticker.stderr), "the message");
        ticker.child.kill("SIGTERM");
        const { code, signal } = await ticker.exited;
        assert.equal(signal, null);
        // What was to be recorded is not there; a log is beside the matter.
        assert.equal(code, what === "a recording" ? 1 : 0);
    });
}

test("a file that may not grow ends nothing", { timeout: 60_000 }, async () => {
    const folder = temporaryFolder();
    const port = await freePort();
    mkdirSync(join(folder, "config"));
    const script = `ulimit -f 8; exec "$TICKERTRAY" --headless --port ${port} --interval 1 --record ticks.csv`;
    const ticker = launch("sh", ["-c", script], { env: cleanEnvironment(folder), cwd: folder });
    await until(() => ticker.stdout.includes("Listening on "), "the address");
    await until(() => ticker.stderr.includes("File too large"), "the message");
    await assertServes(`http://127.0.0.1:${port}/`);
    ticker.child.kill("SIGTERM");
    assert.deepEqual(await ticker.exited, { code: 1, signal: null });
});
