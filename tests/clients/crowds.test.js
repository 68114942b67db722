// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// More sessions, connections and unread data than the server keeps: its memory is bounded, others are served, and what
// is refused is logged. Takes a minute. As root on Linux also one other computer, which is a network namespace.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { attack, attacks } from "../bench/session_attacks.js";
import { mostBytesWhile, stopAttacks } from "../lib/attack.js";
import { ask } from "../lib/http.js";
import { joined, listen, moreTicks, terminateAll, watchEveryTick } from "../lib/listener.js";
import { isMemoryTelling, openDescriptors } from "../lib/process_figures.js";
import { finish, startTicker, temporaryFolder, until } from "../lib/ticker.js";

const mebibyte = 1024 * 1024;
const mostGrowth = 64 * mebibyte;
const instruments = 500;

after(async () => {
    stopAttacks();
    await finish();
});
afterEach(terminateAll);

/** A market of as many instruments as there may be. */
function largeMarket() {
    const file = join(temporaryFolder(), "market.json");
    const all = Array.from({ length: instruments }, (_, i) => ({ symbol: `SYM${i}`, name: `Firm ${i}`, start: 500 }));
    writeFileSync(file, JSON.stringify(all));
    return file;
}

const refusals = (log) => readFileSync(log, "utf8").split("\n").filter((line) => line.includes('"request refused"'));

for (const one of attacks) {
    test(one.name, { timeout: 180_000 }, async (t) => {
        const log = join(temporaryFolder(), "activity.jsonl");
        const ticker = await startTicker(["--interval", "20", "--market", largeMarket(), "--log", log]);
        const witness = await joined(listen(ticker.url, "the witness"));
        const gotEveryTick = await watchEveryTick(ticker.url, witness);
        await moreTicks(witness, 20);
        const base = await mostBytesWhile(ticker, witness, 20);
        const stop = await one.start(ticker);
        const most = await mostBytesWhile(ticker, witness, 100).finally(stop);
        t.diagnostic(`the server grew by ${((most - base) / mebibyte).toFixed(1)} MiB`);
        assert.ok(!isMemoryTelling || most - base <= mostGrowth, `the server grew by ${most - base} bytes`);
        await gotEveryTick();
        await ticker.stop();
        assert.ok(refusals(log).length <= 20, `${refusals(log).length} lines about refusals`);
    });
}

test("sessions beyond the limit are refused, told and let in again", { timeout: 60_000 }, async () => {
    const folder = temporaryFolder();
    const config = join(folder, "settings.json");
    const log = join(folder, "activity.jsonl");
    writeFileSync(config, JSON.stringify({ version: 1, maxSessions: 3, pingIntervalMs: 500, pingTimeoutMs: 500 }));
    const ticker = await startTicker(["--config", config, "--log", log]);
    const handshake = () => ask(ticker.url, "/socket.io/?EIO=4&transport=polling");
    for (let i = 0; i < 3; ++i)
        assert.equal((await handshake()).status, 200);
    const refused = await handshake();
    assert.equal(refused.status, 503);
    assert.equal(refused.headers["retry-after"], "5");
    assert.equal(String(refused.body), "Too many sessions are open.\n");
    assert.equal((await ask(ticker.url, "/api/quote")).status, 200);
    await until(async () => (await handshake()).status === 200, "a place, when nobody answers the pings");
    await ticker.stop();
    const lines = refusals(log);
    assert.equal(lines.length, 1);
    assert.match(lines[0], /Too many sessions are open/);
});

/** A network namespace that is another computer, joined to this one by a cable: { address, own, run, remove() }. */
function otherComputer() {
    const name = `tickertray${process.pid % 10_000}`;
    const [here, there] = [`tth${process.pid % 10_000}`, `ttt${process.pid % 10_000}`];
    // Of the addresses for measurements (RFC 2544), so that tests that run at the same time are in no other's way.
    const network = `198.18.${process.pid % 250}`;
    const ip = (...args) => execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });
    const remove = () => {
        for (const args of [["netns", "del", name], ["link", "del", here]]) {
            try {
                ip(...args);
            } catch { /* it is not there */ }
        }
    };
    try {
        ip("netns", "add", name);
        ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", name);
        ip("addr", "add", `${network}.1/30`, "dev", here);
        ip("link", "set", here, "up");
        ip("-n", name, "addr", "add", `${network}.2/30`, "dev", there);
        ip("-n", name, "link", "set", there, "up");
    } catch (error) {
        remove();
        return { missing: String(error.stderr ?? error.message).trim() };
    }
    process.on("exit", remove);
    return { own: `${network}.1`, run: ["ip", "netns", "exec", name], remove };
}

test("one other computer gets half of the connections", { timeout: 120_000 }, async (t) => {
    const other = otherComputer();
    if (other.missing) {
        t.skip(`a network namespace cannot be made here: ${other.missing}`);
        return;
    }
    try {
        const config = join(temporaryFolder(), "settings.json");
        writeFileSync(config, JSON.stringify({ version: 1, bind: "0.0.0.0", maxConnections: 400 }));
        const ticker = await startTicker(["--config", config]);
        const descriptors = openDescriptors(ticker);
        const how = { what: "halfHeads", connections: 500, host: other.own };
        const stop = await attack("half heads from elsewhere", how, other.run).start(ticker);
        const base = `http://127.0.0.1:${ticker.port}/`;
        const url = `http://${other.own}:${ticker.port}/api/quote`;
        const curl = [...other.run.slice(1), "curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", url];
        const fromThere = () => execFileSync(other.run[0], curl, { encoding: "utf8" });
        for (let i = 0; i < 50; ++i)
            assert.equal((await ask(base, "/api/quote")).status, 200);
        const more = openDescriptors(ticker) - descriptors;
        assert.ok(more > 150, `${more} connections of one other computer`);
        // With a few that give way or were answered, until those are closed.
        await until(() => openDescriptors(ticker) - descriptors <= 200,
            () => `at most 200 connections of one other computer: ${openDescriptors(ticker) - descriptors}`);
        assert.equal(fromThere(), "200", "whoever waits there gives way to who asks");
        await stop();
        await ticker.stop();
    } finally {
        other.remove();
    }
});
