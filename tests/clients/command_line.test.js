// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the program says and how it ends, seen from a shell.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
    closeSync, constants, existsSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, realpathSync,
    writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { basename, join } from "node:path";
import { after, afterEach, test } from "node:test";
import { connect, connected, disconnectAll, received, ways } from "../lib/clients.js";
import { cleanEnvironment, finish, launchTicker, startTicker, temporaryFolder, until } from "../lib/ticker.js";

afterEach(disconnectAll);
after(() => finish());

const lines = (text) => text.split("\n").filter((line) => line !== "");

const wrong = [
    ["--nonsense"],
    ["--headless=yes"],
    ["--port"],
    ["--port", "abc"],
    ["--port", "65536"],
    ["--port", "-1"],
    ["--port", "80.5"],
    ["--interval", "0"],
    ["--interval", "-5"],
    ["--interval", "nan"],
    ["--interval", "1e9"],
    ["--interval", "5ms"],
    ["--rate", "0"],
    ["--rate", "10001"],
    ["--rate", "inf"],
    ["--interval", "5", "--rate", "10"],
    ["--seed", "abc"],
    ["--seed", "-1"],
    ["--bind", "nowhere.invalid"],
    ["--bind", "999.1.1.1"],
    ["--profile", "../outside"],
    ["--profile", "a/b"],
    ["--profile", ""],
    ["--web-root", ""],
    ["--config", ""],
    ["--duration", "0"],
    ["--duration", "nan"],
    ["--duration", "1e9"],
    ["--duration", "5s"],
    ["stray"],
];
for (const args of wrong) {
    test(`refuses ${JSON.stringify(args)}`, { timeout: 30_000 }, async () => {
        const ticker = launchTicker(args[0] === "--headless=yes" ? args : ["--headless", ...args]);
        const { code } = await ticker.exited;
        assert.equal(code, 2, ticker.stderr);
        assert.equal(lines(ticker.stderr).length, 1, `one line, not: ${ticker.stderr}`);
        const name = args[0].replace(/^-*/, "").replace(/=.*/, "");
        assert.ok(ticker.stderr.includes(name), `it names ${name}: ${ticker.stderr}`);
        assert.equal(ticker.stdout, "");
    });
}

test("--version and --help say what they should", { timeout: 30_000 }, async () => {
    const version = launchTicker(["--version"]);
    assert.deepEqual(await version.exited, { code: 0, signal: null });
    assert.match(version.stdout, /^tickertray \d+\.\d+\.\d+\n$/);
    const help = launchTicker(["--help"]);
    assert.deepEqual(await help.exited, { code: 0, signal: null });
    for (const option of ["headless", "bind", "port", "interval", "rate", "seed", "web-root", "profile", "hidden"])
        assert.match(help.stdout, new RegExp(`--${option}\\b`));
    assert.equal(help.stderr, "");
});

test("--duration ends it, as a signal would", { timeout: 30_000 }, async () => {
    const began = performance.now();
    const ticker = await startTicker(["--duration", "2"]);
    const client = await connected(connect(ticker.url));
    const { code } = await ticker.exited;
    assert.equal(code, 0, ticker.stderr);
    assert.ok(performance.now() - began >= 2000, "not before");
    await until(() => client.reasons.length === 1, "the client to hear of it");
    assert.equal(ticker.stderr, "");
});

function activities(text) {
    return lines(text).filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
}

test("--log writes what happens, to the last line", { timeout: 30_000 }, async () => {
    const file = join(temporaryFolder(), "log.jsonl");
    writeFileSync(file, '{"kind":"earlier"}\n');
    const ticker = await startTicker(["--log", file]);
    const client = await connected(connect(ticker.url));
    const refused = await fetch(`${ticker.url}api/quote`, { headers: { Origin: "https://evil.example" } });
    assert.equal(refused.status, 403);
    await until(() => activities(readFileSync(file, "utf8")).length >= 4, "the lines while it runs");
    await ticker.stop();
    const found = activities(readFileSync(file, "utf8"));
    assert.equal(found[0].kind, "earlier");
    assert.equal(found[1].text, ticker.url);
    assert.ok(found.some((line) => line.text === "https://evil.example"));
    assert.ok(found.some((line) => line.reason !== undefined && line.ticks >= 0), "the end of the client");
    assert.equal(found.at(-1).kind, "stopped");
    assert.ok(client.reasons.length <= 1);
});

test("--log - writes to standard output", { timeout: 30_000 }, async () => {
    const ticker = await startTicker(["--log", "-"]);
    await until(() => activities(ticker.stdout).length === 1, "a line");
    await ticker.stop();
    assert.deepEqual(activities(ticker.stdout).map((line) => line.kind), ["listening", "stopped"]);
});

test("--log: a full disk is told once, and the feed goes on", { timeout: 30_000 }, async () => {
    const ticker = await startTicker(["--log", "/dev/full", "--interval", "20"]);
    await until(() => ticker.stderr.includes("/dev/full"), "the error");
    const client = await connected(connect(ticker.url));
    await received(client, 20);
    assert.equal(lines(ticker.stderr).length, 1, ticker.stderr);
    await ticker.stop();
});

test("--log: a reader of a pipe that leaves is told once, and the feed goes on", { timeout: 30_000 }, async () => {
    const pipe = join(temporaryFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK); // there before the program
    const ticker = await startTicker(["--log", pipe, "--interval", "20"]);
    const read = () => {
        try {
            return readSync(reader, Buffer.alloc(1000));
        } catch (error) {
            assert.equal(error.code, "EAGAIN");
            return 0;
        }
    };
    await until(() => read() > 0, "a line");
    closeSync(reader);
    const client = await connected(connect(ticker.url)); // which makes lines
    await until(() => ticker.stderr.includes(pipe), "the error");
    await received(client, 20);
    assert.equal(lines(ticker.stderr).length, 1, ticker.stderr);
    await ticker.stop();
});

test("--log: a file that cannot be written ends the start", { timeout: 30_000 }, async () => {
    const file = join(temporaryFolder(), "missing", "log.jsonl");
    const ticker = launchTicker(["--headless", "--port", "0", "--log", file]);
    const { code } = await ticker.exited;
    assert.equal(code, 1);
    assert.equal(lines(ticker.stderr).length, 1, ticker.stderr);
    assert.ok(ticker.stderr.includes(file), ticker.stderr);
    assert.equal(ticker.stdout, "");
});

/** Files of settings that end the start, and what is said of each. */
const badSettings = [
    ["not there", null, "Cannot read"],
    ["not JSON", "{\"version\":1,\"port\":80", "at byte 22"],
    ["something else", "{\"name\":\"x\",\"version\":\"1.0.0\"}", "is not a TickerTray settings file"],
    ["newer", "{\"version\":2}", "newer"],
    ["a wrong type and an unknown key", "{\"version\":1,\"port\":\"x\",\"prot\":1}", "port, prot"],
    ["a wrong value inside", "{\"version\":1,\"look\":{\"theme\":\"purple\"}}", "look.theme"],
];
for (const [name, text, words] of badSettings) {
    test(`--config: ${name}`, { timeout: 30_000 }, async () => {
        const file = join(temporaryFolder(), "feed.json");
        if (text !== null)
            writeFileSync(file, text);
        for (const args of [["--headless"], []]) {
            const env = cleanEnvironment(undefined, { QT_QPA_PLATFORM: "offscreen" });
            const ticker = launchTicker([...args, "--port", "0", "--config", file], env);
            const { code } = await ticker.exited;
            assert.equal(code, 1);
            assert.equal(lines(ticker.stderr).length, 1, ticker.stderr);
            assert.ok(ticker.stderr.includes(file) && ticker.stderr.includes(words), ticker.stderr);
            assert.equal(ticker.stdout, "");
        }
        assert.equal(text, existsSync(file) ? readFileSync(file, "utf8") : null);
    });
}

test("--config: its settings count, a market beside it is found, and options win", { timeout: 30_000 }, async () => {
    const folder = temporaryFolder();
    const config = join(folder, "feed.json");
    const text = JSON.stringify({
        version: 1, port: 1, intervalMs: 20, seed: "42", market: "one.json", allowedOrigins: ["https://dev.example"],
    });
    writeFileSync(config, text);
    writeFileSync(join(folder, "one.json"), JSON.stringify({
        name: "One alone", instruments: [{ symbol: "ALONE", start: 10 }],
    }));
    const ticker = await startTicker(["--config", config, "--rate", "10"]);
    const status = await (await fetch(`${ticker.url}api/status`)).json();
    assert.equal(status.seed, "42");
    assert.equal(status.rate, 10);
    assert.equal(status.market, "One alone");
    for (const [Origin, expected] of [["https://dev.example", 200], ["https://other.example", 403]])
        assert.equal((await fetch(`${ticker.url}api/quote`, { headers: { Origin } })).status, expected);
    await ticker.stop();
    assert.equal(readFileSync(config, "utf8"), text);
    assert.deepEqual(readdirSync(folder).sort(), ["feed.json", "one.json"]);
});

test("a folder that is not there is refused as --web-root", { timeout: 30_000 }, async () => {
    const folder = join(temporaryFolder(), "missing");
    const ticker = launchTicker(["--headless", "--port", "0", "--web-root", folder]);
    const { code } = await ticker.exited;
    assert.notEqual(code, 0);
    assert.equal(lines(ticker.stderr).length, 1, ticker.stderr);
    assert.ok(ticker.stderr.includes(folder), ticker.stderr);
});

for (const address of ["127.0.0.1", "0.0.0.0"]) {
    test(`a port that ${address} holds: what, where and why, and the end`, { timeout: 30_000 }, async () => {
        const holder = createServer().listen(0, address);
        await once(holder, "listening");
        const { port } = holder.address();
        const began = performance.now();
        const ticker = launchTicker(["--headless", "--port", String(port)]);
        const { code } = await ticker.exited;
        const took = performance.now() - began;
        holder.close();
        assert.equal(code, 1, ticker.stderr);
        assert.ok(took < 3000, `it took ${took} ms`);
        assert.ok(ticker.stderr.includes("127.0.0.1"), ticker.stderr);
        assert.ok(ticker.stderr.includes(String(port)), ticker.stderr);
        const self = basename(realpathSync(process.execPath));
        assert.ok(ticker.stderr.includes(`${self} (process ${process.pid}) uses this port`), ticker.stderr);
        assert.equal(lines(ticker.stderr).length, 1);
        assert.equal(ticker.stdout, "");
    });
}

test("an address that this computer does not have", { timeout: 30_000 }, async () => {
    const ticker = launchTicker(["--headless", "--port", "0", "--bind", "192.0.2.1"]);
    assert.equal((await ticker.exited).code, 1);
    assert.ok(ticker.stderr.includes("192.0.2.1"), ticker.stderr);
});

for (const signal of ["SIGTERM", "SIGINT"]) {
    test(`${signal} ends it at once, with the clients told`, { timeout: 30_000 }, async () => {
        const ticker = await startTicker(["--interval", "20"]);
        const clients = Object.keys(ways).map((way) => connect(ticker.url, { way, options: { reconnection: false } }));
        await Promise.all(clients.map(connected));
        await Promise.all(clients.map((client) => received(client, 3)));
        const began = performance.now();
        await ticker.stop(signal); // exit code 0
        assert.ok(performance.now() - began < 5000);
        await until(() => clients.every((client) => client.reasons.length === 1), "all clients to see the end", 5000);
        for (const client of clients)
            assert.match(client.reasons[0], /^transport (close|error)$/);
        assert.equal(ticker.stderr, "");
    });
}

test("how long it takes to serve", { timeout: 60_000 }, async (t) => {
    const times = [];
    for (let i = 0; i < 5; ++i) {
        const ticker = await startTicker();
        times.push(Math.round(ticker.startMs));
        await ticker.stop();
    }
    t.diagnostic(`from the start of the program to its "Listening" line, in ms: ${times.join(", ")}`);
    assert.ok(Math.max(...times) < 5000);
});

const broken = {
    "empty": "",
    "garbage": "\u0000\u0001{{{ not JSON",
    "cut off": "{\"port\": 80",
    "not an object": "[1, 2, 3]",
    "of wrong types": "{\"port\": \"eight thousand\", \"interval\": [], \"allowedOrigins\": 7}",
};
for (const [name, text] of Object.entries(broken)) {
    for (const profile of ["", "second"]) {
        test(`settings that are ${name}${profile && ", of a profile"}`, { timeout: 30_000 }, async () => {
            const folder = temporaryFolder();
            const env = cleanEnvironment(folder);
            const settings = join(folder, "config", "tickertray");
            const file = join(settings, profile ? `settings-${profile}.json` : "settings.json");
            mkdirSync(settings, { recursive: true });
            const args = profile ? ["--profile", profile] : [];

            for (const aside of [`${file}.broken`, `${file}.broken-2`]) {
                writeFileSync(file, text);
                const ticker = await startTicker(args, { env });
                await ticker.stop();
                assert.equal(lines(ticker.stderr).length, 1, `said once: ${ticker.stderr}`);
                assert.ok(ticker.stderr.includes(file), ticker.stderr);
                assert.equal(existsSync(aside), true, `kept aside among ${readdirSync(settings)}`);
                assert.equal(readFileSync(aside, "utf8"), text);
            }
            const next = await startTicker(args, { env });
            await next.stop();
            assert.equal(next.stderr, "");
        });
    }
}
