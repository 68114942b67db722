// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The clients in resources/examples, run as a reader of them would.
// Takes a minute: the example for Qt is compiled, each one has to find a server that was away, and heartbeats to fail.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startCutLink } from "../lib/cut_link.js";
import { ask } from "../lib/http.js";
import { finish, freePort, launch, startTicker, temporaryFolder, until } from "../lib/ticker.js";

const examples = fileURLToPath(new URL("../../resources/examples/", import.meta.url));
const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));
// Debian's packages are seen by Debian's Python only, which need not be the first in the path.
const python = process.env.TICKERTRAY_PYTHON ?? "/usr/bin/python3";
const symbols = ["ACME", "SLOTH", "TEAPOT"];
const folder = temporaryFolder();
let feed; // the program made of the example for Qt

before(async () => {
    for (const name of readdirSync(examples)) {
        if (/\.(js|json|py|sh)$/.test(name))
            copyFileSync(join(examples, name), join(folder, name));
    }
    // As by npm install.
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(modules, "ws"), join(folder, "node_modules", "ws"));
    symlinkSync(join(modules, "sioc4"), join(folder, "node_modules", "socket.io-client"));
});
const links = new Set();
afterEach(async () => {
    for (const link of links)
        await link.stop();
    links.clear();
});
after(() => finish());

/** Runs a command to its end, which has to be a good one; gives what it printed. */
async function run(command, args) {
    const program = launch(command, args, { cwd: folder });
    const { code } = await program.exited;
    assert.equal(code, 0, `${command} ${args.join(" ")}: ${program.stderr}${program.stdout}`);
    return program.stdout;
}

const node = (name) => (url) => launch(process.execPath, [name, url], { cwd: folder });
const snake = (name) => (url) => launch(python, [name, url], { cwd: folder });
const printers = {
    "node-websocket.js": { start: node("node-websocket.js"), losesNothing: true },
    "node-events.js": { start: node("node-events.js"), losesNothing: true },
    "node-socketio.js": { start: node("node-socketio.js"), headline: true },
    "python-websocket.py": { start: snake("python-websocket.py") },
    "python-socketio.py": { start: snake("python-socketio.py"), headline: true },
    "qt/feed.cpp": { start: (url) => launch(feed, [url]) },
};

/** What an example has printed of ticks: [{ seq, symbol, price }]; without the last line, which may not be whole. */
const ticksOf = ({ stdout }) => stdout.split("\n").slice(0, -1).flatMap((line) => {
    const match = /^(\d+) ([A-Z]+) ([\d.]+)/.exec(line);
    return match ? [{ seq: Number(match[1]), symbol: match[2], price: Number(match[3]) }] : [];
});
const said = (example) => `it printed ${JSON.stringify([example.stdout.slice(-1000), example.stderr])}`;
/** Waits for so many ticks more than those that were there, and for one of each symbol among them. */
const getsTicks = (example, count, known = 0) => until(() => {
    const ticks = ticksOf(example).slice(known);
    return ticks.length >= count && symbols.every((symbol) => ticks.some((tick) => tick.symbol === symbol));
}, () => `${count} ticks after ${known}; ${said(example)}`, 30_000);

async function historyOf(ticker, symbol) {
    const { status, body } = await ask(ticker.url, `/api/history?symbol=${symbol}&from=1&limit=10000`);
    assert.equal(status, 200);
    return JSON.parse(body).ticks;
}

/**
 * All that was printed is true, and in order; without gaps from tick to tick, where nothing may be lost. Else ticks may
 * be merged, so that a price is the newest one at that tick.
 */
async function assertTrue(ticker, example, losesNothing) {
    const ticks = ticksOf(example);
    for (const symbol of symbols) {
        const history = await historyOf(ticker, symbol);
        const own = ticks.filter((tick) => tick.symbol === symbol);
        assert.ok(own.length > 0, `no tick of ${symbol}; ${said(example)}`);
        for (const { seq, price } of own)
            assert.equal(price, history.findLast((tick) => tick.seq <= seq)?.price, `${symbol} in tick ${seq}`);
        const seqs = own.map(({ seq }) => seq);
        assert.deepEqual(seqs, [...new Set(seqs)].sort((a, b) => a - b), `${symbol}: in order, none twice`);
        if (losesNothing) {
            const all = history.map(({ seq }) => seq).filter((seq) => seq >= seqs[0] && seq <= seqs.at(-1));
            assert.deepEqual(seqs, all, `${symbol}: every tick`);
        }
    }
}

test("the example for Qt is built by its own CMakeLists.txt", { timeout: 240_000 }, async () => {
    const build = join(folder, "qt-build");
    await run("cmake", ["-G", "Ninja", "-S", join(examples, "qt"), "-B", build, "-DCMAKE_BUILD_TYPE=Debug"]);
    await run("cmake", ["--build", build]);
    feed = join(build, "feed");
});

for (const [name, { start, losesNothing = false, headline = false }] of Object.entries(printers)) {
    test(`${name} prints prices, and goes on after its connection was cut`, { timeout: 120_000 }, async () => {
        const ticker = await startTicker(["--interval", "20"]);
        await until(async () => JSON.parse((await ask(ticker.url, `/api/quotes?symbols=${symbols}`)).body).quotes.length
            === symbols.length, "a first trade of each");
        const link = await startCutLink(ticker.port);
        links.add(link);
        const example = start(link.url);
        await getsTicks(example, 50);
        link.cut();
        const { length } = ticksOf(example);
        const sinceCut = ticksOf(example).at(-1).seq;
        await until(async () => (await historyOf(ticker, "ACME")).at(-1).seq > sinceCut + 20, "ticks while it is cut");
        link.mend();
        await getsTicks(example, 50, length);
        example.child.kill();
        await example.exited;
        await assertTrue(ticker, example, losesNothing);
        const shown = example.stdout.split("\n");
        for (const symbol of symbols)
            assert.ok(shown.some((line) => line.startsWith(`now ${symbol} `)), said(example));
        assert.ok(shown.some((line) => line.startsWith("not connected")), said(example));
        assert.equal(shown.some((line) => /^headline \d+$/.test(line)), headline, said(example));
        assert.doesNotMatch(example.stderr, /Traceback|Error/);
        await ticker.stop();
    });

    test(`${name} goes on with a server that takes the place of the first`, { timeout: 120_000 },
        async () => {
            const port = await freePort();
            const args = ["--interval", "20", "--port", String(port)];
            const first = await startTicker(args);
            const example = start(first.url);
            await getsTicks(example, 10);
            await first.stop();
            const { length } = ticksOf(example);
            const second = await startTicker(args);
            await getsTicks(example, 10, length);
            const newer = { ...example, stdout: example.stdout.slice(example.stdout.lastIndexOf("not connected")) };
            await assertTrue(second, newer, losesNothing);
            example.child.kill();
            await example.exited;
            await second.stop();
        });
}

test("who watches for heartbeats leaves a connection that is dead without a word", { timeout: 120_000 }, async () => {
    const ticker = await startTicker(["--interval", "20"]);
    const watching = ["node-websocket.js", "node-events.js", "python-websocket.py", "qt/feed.cpp"];
    await Promise.all(watching.map(async (name) => {
        const link = await startCutLink(ticker.port);
        links.add(link);
        const example = printers[name].start(link.url);
        await getsTicks(example, 10);
        link.freeze();
        const { length } = ticksOf(example);
        await getsTicks(example, 10, length);
        assert.match(example.stdout, /^not connected/m);
        example.child.kill();
        await example.exited;
        await assertTrue(ticker, example, printers[name].losesNothing);
        assert.doesNotMatch(example.stdout, /lost/);
    }));
    await ticker.stop();
});

test("curl.sh asks for everything once", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "20"]);
    const output = await run("sh", ["curl.sh", ticker.url]);
    const parts = output.split(/^# /m).slice(1);
    assert.equal(parts.length, 8, output);
    for (const part of parts.slice(0, 6))
        JSON.parse(part.slice(part.indexOf("\n")));
    assert.match(parts[6], /^304$/m);
    assert.match(parts[7], /^data: \{"type":"snapshot"/m);
    assert.ok(parts[7].split("\"type\":\"tick\"").length > 50, "three seconds of ticks");
    await ticker.stop();
});

test("the examples name what they need, as the tests have it", () => {
    const { dependencies } = JSON.parse(readFileSync(join(examples, "package.json"), "utf8"));
    const { devDependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    assert.equal(dependencies.ws, devDependencies.ws);
    assert.equal(`npm:socket.io-client@${dependencies["socket.io-client"]}`, devDependencies.sioc4);
});
