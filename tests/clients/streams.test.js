// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Standard output, standard error and the log, when nobody reads them: the feed goes on, and the program ends when it
// is asked to.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, openSync, readlinkSync, writeSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { connect, connected, disconnectAll, received } from "../lib/clients.js";
import { cleanEnvironment, finish, freePort, launch, temporaryFolder, until } from "../lib/ticker.js";

afterEach(disconnectAll);
after(() => finish());

const refusedRequests = 60;

/** The status of an answer to a request with these headers. */
async function statusOf(port, path, headers = {}) {
    const sent = request({ host: "127.0.0.1", port, path, headers, agent: false }).end();
    const [answer] = await once(sent, "response");
    answer.resume();
    await once(answer, "close");
    return answer.statusCode;
}

/** A shell that becomes the program, with what its streams are at the end of the command. */
async function startWith(streams, environment = {}, options = "") {
    const port = await freePort();
    const script = `exec "$TICKERTRAY" --headless --port ${port} --interval 20 ${options} ${streams}`;
    const ticker = launch("sh", ["-c", script], { env: { ...cleanEnvironment(), ...environment } });
    await until(() => statusOf(port, "/api/status").then((status) => status === 200, () => false), "an answer");
    return { ...ticker, port, url: `http://127.0.0.1:${port}/` };
}

/** Lines are printed, clients served, and it ends at a signal. */
async function assertServes(ticker) {
    const client = await connected(connect(ticker.url));
    for (let i = 0; i < refusedRequests; ++i)
        assert.equal(await statusOf(ticker.port, "/api/status", { Host: `evil${i}.example` }), 421);
    await received(client, 20);
    assert.equal(await statusOf(ticker.port, "/api/status"), 200);
    ticker.child.kill("SIGTERM");
    assert.deepEqual(await ticker.exited, { code: 0, signal: null });
}

/** A named pipe whose reader only holds it open; `leave` ends that. */
async function unreadPipe() {
    const path = join(temporaryFolder(), "pipe");
    execFileSync("mkfifo", [path]);
    const reader = launch("sh", ["-c", "exec sleep 1000 <\"$PIPE\""], { env: { ...process.env, PIPE: path } });
    const writer = await until(() => {
        try {
            return { descriptor: openSync(path, constants.O_WRONLY | constants.O_NONBLOCK) };
        } catch {
            return null; // there is no reader yet
        }
    }, "a reader");
    const fill = () => {
        try {
            for (;;)
                writeSync(writer.descriptor, "\n");
        } catch (error) {
            assert.equal(error.code, "EAGAIN");
        }
    };
    const leave = async () => {
        reader.child.kill("SIGKILL");
        await reader.exited;
        closeSync(writer.descriptor);
    };
    return { path, fill, leave };
}

test("closed streams become /dev/null, and no client's socket", { timeout: 60_000 }, async () => {
    const ticker = await startWith("<&- >&- 2>&-");
    for (const stream of [0, 1, 2])
        assert.equal(readlinkSync(`/proc/${ticker.child.pid}/fd/${stream}`), "/dev/null");
    await assertServes(ticker);
});

const streams = [
    ["standard output", ">\"$PIPE\"", ""],
    ["standard error", "2>\"$PIPE\"", ""],
    ["both", ">\"$PIPE\" 2>&1", ""],
    ["the log on standard output", ">\"$PIPE\"", "--log -"],
    ["the log in a pipe", "", "--log \"$PIPE\""],
];

for (const [name, redirection, options] of streams) {
    test(`${name}: a reader that leaves`, { timeout: 60_000 }, async () => {
        const { path, leave } = await unreadPipe();
        const ticker = await startWith(redirection, { PIPE: path }, options);
        await leave();
        await assertServes(ticker);
    });

    test(`${name}: a full pipe`, { timeout: 60_000 }, async () => {
        const { path, fill, leave } = await unreadPipe();
        fill();
        const ticker = await startWith(redirection, { PIPE: path }, options);
        await assertServes(ticker);
        await leave();
    });

    test(`${name}: a pipe that fills`, { timeout: 60_000 }, async () => {
        const { path, fill, leave } = await unreadPipe();
        const ticker = await startWith(redirection, { PIPE: path }, options);
        fill();
        await assertServes(ticker);
        await leave();
    });
}
