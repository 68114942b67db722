// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// That nothing from outside is obeyed by the terminal in which the program runs.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { after, test } from "node:test";
import { cleanEnvironment, finish, launchTicker, startTicker, temporaryFolder, until } from "../lib/ticker.js";

after(() => finish());

/** Sets the title and rings, in C0 and C1; turns the text around; ends the line. */
const hostile = "a\x1b]0;title\x07b\u009b31mc\u202ed\u2066e\u2028f\x7fg\u200f";
const escaped = "a\\u001b]0;title\\u0007b\\u009b31mc\\u202ed\\u2066e\\u2028f\\u007fg\\u200f";
/** What may stand in a header: the gate refuses C0 there. */
const header = "a\u009b31mb\u009d0;title\u009cc\u202ed\u2028e";

function assertHarmless(text) {
    const found = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.exec(text);
    assert.equal(found, null, `U+${found?.[0].codePointAt(0).toString(16)} in ${JSON.stringify(text)}`);
}

const lines = (text) => text.split("\n").filter((line) => line !== "");

const wrong = [
    [`--${hostile}`],
    ["--port", hostile],
    ["--interval", hostile],
    ["--seed", hostile],
    ["--bind", hostile],
    ["--profile", hostile],
    ["--slow-clients", hostile],
    ["--ping-interval", hostile],
    ["--duration", hostile],
    ["--replay", "x.csv", "--speed", hostile],
    ["--port", `1\nListening on http://127.0.0.1:1/\r${hostile}`],
    [hostile],
    ["--config", `/nowhere/${hostile}`],
    ["--log", `/nowhere/${hostile}`],
    ["--web-root", `/nowhere/${hostile}`],
    ["--market", `/nowhere/${hostile}`],
    ["--replay", `/nowhere/${hostile}`],
    ["--record", `/nowhere/${hostile}`],
];
for (const args of wrong) {
    test(`options: ${JSON.stringify(args)}`, { timeout: 30_000 }, async () => {
        const ticker = launchTicker(["--headless", "--duration", "20", ...(args[0] === "--port" ? [] : ["--port", "0"]),
            ...args]);
        assert.notEqual((await ticker.exited).code, 0);
        assertHarmless(ticker.stderr);
        assertHarmless(ticker.stdout);
        assert.equal(lines(ticker.stderr).length, 1, ticker.stderr);
        assert.ok(ticker.stderr.includes("\\u001b"), ticker.stderr);
    });
}

test("keys and names of settings", { timeout: 30_000 }, async () => {
    const text = JSON.stringify({ version: 1, [hostile]: 1, look: { [`x${hostile}`]: 1, theme: hostile } });
    const config = join(temporaryFolder(), `${hostile.replaceAll("/", "")}.json`);
    writeFileSync(config, text);
    const refused = launchTicker(["--headless", "--port", "0", "--config", config]);
    assert.equal((await refused.exited).code, 1);
    assertHarmless(refused.stderr);
    assert.ok(refused.stderr.includes(`${escaped}.json`), refused.stderr);
    assert.ok(refused.stderr.includes(escaped), refused.stderr);

    const folder = temporaryFolder();
    mkdirSync(join(folder, "config", "tickertray"), { recursive: true });
    writeFileSync(join(folder, "config", "tickertray", "settings.json"), JSON.stringify({ port: hostile }));
    const warned = await startTicker([], { env: cleanEnvironment(folder) });
    await warned.stop();
    assertHarmless(warned.stderr);
});

/** Sends one request as it stands and waits for the end of the answer. */
async function send(ticker, head) {
    const socket = connect(new URL(ticker.url).port, "127.0.0.1");
    socket.on("error", () => {});
    socket.resume();
    socket.write(`${head}Connection: close\r\n\r\n`);
    await once(socket, "close");
}

test("Host, Origin and agent, on the console and in the log", { timeout: 30_000 }, async () => {
    const file = join(temporaryFolder(), "log.jsonl");
    const ticker = await startTicker(["--log", file]);
    const { host } = new URL(ticker.url);
    await send(ticker, `GET / HTTP/1.1\r\nHost: ${header}\r\n`);
    await send(ticker, `GET / HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${header}\r\n`);
    // Cut within a character: 200 bytes of an origin are told, and 300 are logged.
    for (let length = 180; length < 310; ++length)
        await send(ticker, `GET / HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${"x".repeat(length)}${header}\r\n`);
    await send(ticker, `GET /events HTTP/1.1\r\nHost: ${host}\r\nOrigin: null\r\n`);
    const stream = connect(new URL(ticker.url).port, "127.0.0.1");
    stream.write(`GET /events HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: ${header}\r\n\r\n`);
    await once(stream, "data");
    stream.destroy();
    await until(() => readFileSync(file, "utf8").includes("\"disconnected\""), "the end of the client");
    await ticker.stop();
    assertHarmless(ticker.stderr);
    assert.ok(ticker.stderr.includes("\\u009b31m"), ticker.stderr);
    const log = readFileSync(file, "utf8");
    assertHarmless(log);
    const told = lines(log).map((line) => JSON.parse(line));
    const expected = [["host refused", header], ["origin refused", `http://${header}`], ["connected", header]];
    for (const [kind, text] of expected)
        assert.equal(told.find((line) => line.kind === kind).text, text);
});

test("the log on standard output", { timeout: 30_000 }, async () => {
    const ticker = await startTicker(["--log", "-"]);
    await send(ticker, `GET / HTTP/1.1\r\nHost: ${header}\r\n`);
    await until(() => ticker.stdout.includes("host refused"), "the line");
    await ticker.stop();
    assertHarmless(ticker.stdout);
});

test("a display of that name", { timeout: 30_000 }, async () => {
    const env = cleanEnvironment(undefined, { QT_QPA_PLATFORM: hostile.replaceAll(";", "").replaceAll(":", "") });
    const ticker = launchTicker(["--port", "0"], env);
    await ticker.exited;
    assert.match(ticker.stderr, /the display cannot be reached/);
    assert.ok(ticker.stderr.includes("\\u001b"), ticker.stderr);
    assertHarmless(ticker.stderr);
});

test("invented hosts do not hide a front end, and their number is told", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--log", "-"]);
    const { host } = new URL(ticker.url);
    const invented = 150;
    for (let i = 0; i < invented; ++i)
        await send(ticker, `GET / HTTP/1.1\r\nHost: h${i}.example\r\n`);
    await send(ticker, `GET / HTTP/1.1\r\nHost: ${host}\r\nOrigin: https://my.front.end\r\n`);
    await until(() => ticker.stderr.includes("https://my.front.end"), "the line of the front end");
    await until(() => ticker.stdout.includes("https://my.front.end"), "the front end in the log");
    await ticker.stop();
    const hosts = lines(ticker.stderr).filter((line) => line.includes(".example")).length;
    assert.ok(hosts > 0 && hosts < invented, ticker.stderr);
    const [, hidden] = /not shown: (\d+)\./.exec(ticker.stderr);
    assert.equal(hosts + Number(hidden), invented);
    const log = lines(ticker.stdout).filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
    const omitted = log.filter((line) => line.kind === "omitted").reduce((sum, line) => sum + line.count, 0);
    assert.equal(log.filter((line) => line.kind === "host refused").length + omitted, invented);
});
