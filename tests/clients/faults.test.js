// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients that come in crowds, are killed, flood, or come and go without pause: those who only listen notice nothing.
// Takes half a minute: 2,000 clients have to come, and 500 ticks at 20 ms with a coming or going at each.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { startClientProcess } from "../lib/client_process.js";
import { assertRunOf, indexOfRun } from "../lib/clients.js";
import { isAsNewAs, joined, listen, moreTicks, terminateAll, watchEveryTick } from "../lib/listener.js";
import {
    isMemoryTelling, openDescriptors, residentBytes, unacknowledgedBytes, untilDescriptors,
} from "../lib/process_figures.js";
import { finish, startTicker, until } from "../lib/ticker.js";

const mebibyte = 1024 * 1024;

after(() => finish());
afterEach(terminateAll);

test("2000 clients within a second all get in and get the next tick", { timeout: 120_000 }, async (t) => {
    const count = 2000;
    const intervalMs = 100;
    const ticker = await startTicker(["--interval", String(intervalMs)]);
    const descriptors = openDescriptors(ticker);
    const witness = await joined(listen(ticker.url, "the witness"));
    const crowd = await startClientProcess();
    const gotEveryTick = await watchEveryTick(ticker.url, witness);
    const beginningMs = await crowd.call("rush", { port: ticker.port, count });
    const joinedBy = witness.prices.length;
    await moreTicks(witness, 8);
    let records;
    await until(async () => {
        records = await crowd.call("crowdRecords");
        return records.every(({ prices }) => prices.length >= 8);
    }, "eight ticks for each", 30_000, 100);

    const latest = (name) => Math.max(...records.map((record) => record[name]));
    const longestWaitMs = Math.max(...records.map(({ joinedMs, firstTickMs }) => firstTickMs - joinedMs));
    t.diagnostic(`begun within ${Math.round(beginningMs)} ms, connected ${Math.round(latest("connectedMs"))}, joined ` +
        `${Math.round(latest("joinedMs"))}; the first tick at most ${Math.round(longestWaitMs)} ms later`);
    assert.ok(beginningMs < 1000, `the test took ${beginningMs} ms to begin`);
    assert.ok(records.every(({ isUpgraded }) => isUpgraded));
    assert.ok(latest("joinedMs") < 5000, `the last one joined after ${latest("joinedMs")} ms`);
    assert.ok(longestWaitMs < intervalMs + 1000, `the first tick came ${longestWaitMs} ms after the client had joined`);
    await until(() => records.every(({ prices }) => isAsNewAs(prices, witness.prices, joinedBy - prices.length)),
        "the witness to get what all others got");
    for (const { prices } of records)
        assert.notEqual(indexOfRun(witness.prices, prices), -1, `got ${prices}, the witness ${witness.prices}`);
    await gotEveryTick();
    crowd.child.kill("SIGKILL");
    await untilDescriptors(ticker, descriptors + 1);
    await ticker.stop();
});

for (const way of ["killed", "reset"]) {
    test(`clients that are ${way} in the middle of everything leave nothing behind`, { timeout: 120_000 }, async () => {
        const count = 30;
        const ticker = await startTicker(["--rate", "5000"]);
        const descriptors = openDescriptors(ticker) + 1;
        const witness = await joined(listen(ticker.url, "the witness"));
        const gotEveryTick = await watchEveryTick(ticker.url, witness);
        const path = "/socket.io/socket.io.js";
        for (let round = 0; round < 3; ++round) {
            const clients = await startClientProcess();
            const ports = await clients.call("tangle", { port: ticker.port, count, path });
            let waiting;
            await until(() => {
                waiting = unacknowledgedBytes(ticker.port, ports);
                return Math.min(...waiting) > 64 * 1024;
            }, () => `much to wait for each: ${waiting}`, 30_000, 100);
            assert.ok(openDescriptors(ticker) >= descriptors + 2 * count, "some have left by themselves");
            if (way === "reset")
                await clients.call("resetAll");
            else
                clients.child.kill("SIGKILL");
            await untilDescriptors(ticker, descriptors);
            clients.child.kill("SIGKILL");
            await clients.exited;
        }
        await gotEveryTick();
        await ticker.stop();
    });
}

test("120 MiB of pings from a client that reads nothing", { timeout: 120_000 }, async (t) => {
    const wantedBytes = 120 * mebibyte;
    const ticker = await startTicker(["--rate", "1000", "--ping-timeout", "300000"]);
    const witness = await joined(listen(ticker.url, "the witness"));
    const gotEveryTick = await watchEveryTick(ticker.url, witness);
    const client = await startClientProcess();
    await moreTicks(witness, 1000); // and the memory of the server has its size
    const usual = residentBytes(ticker);
    let most = 0;
    let sentBytes = null;
    const flood = client.call("floodPings", { port: ticker.port, bytes: wantedBytes });
    flood.then((bytes) => { sentBytes = bytes; }, () => {});
    await until(() => {
        most = Math.max(most, residentBytes(ticker));
        return sentBytes !== null;
    }, "the end of the pings", 60_000);
    most = Math.max(most, residentBytes(ticker));
    t.diagnostic(`${sentBytes / mebibyte} MiB sent; the server grew by ${(most - usual) / 1024} KiB`);
    assert.ok(sentBytes >= wantedBytes, `the connection ended after ${await flood} bytes`);
    assert.ok(!isMemoryTelling || most - usual < 4 * mebibyte, `the server grew by ${most - usual} bytes`);
    await gotEveryTick();
    client.child.kill();
    await ticker.stop();
});

/** The ways to leave: by Socket.IO, by WebSocket, by a reset. */
const farewells = [
    ({ socket }) => socket.send("41"),
    ({ socket }) => socket.close(),
    ({ socket }) => socket._socket.resetAndDestroy(),
];

test("one among fifty comes or goes at each tick, and none of the fifty misses one", { timeout: 120_000 }, async () => {
    const ticksOfComingAndGoing = 500;
    const fewestTicksOfAGuest = 4; // ten are among the listeners, and each stays until nine others have left
    const ticker = await startTicker(["--interval", "20"]);
    const listeners = [];
    const guests = [];
    for (let i = 0; i < 50; ++i) { // one after the other, so that the guests are among them in the server's list
        listeners.push(await joined(listen(ticker.url, `listener ${i}`)));
        if (i % 5 === 0)
            guests.push(await joined(listen(ticker.url, "a guest")));
    }
    const [first] = listeners;
    const gotEveryTick = await watchEveryTick(ticker.url, first);
    const from = listeners.map(({ prices }) => prices.length);
    const end = first.prices.length + ticksOfComingAndGoing;
    const left = [];
    let gone = 0;
    first.socket.on("message", () => { // right at a tick, while the others are about to get it
        if (first.prices.length > end || guests.length === 0)
            return;
        const guest = guests.shift();
        if (guest.isJoined)
            farewells[gone++ % farewells.length](guest);
        else
            guest.socket.terminate(); // in the middle of its handshake
        left.push(guest);
        guests.push(listen(ticker.url, "a guest"));
    });
    await moreTicks(first, ticksOfComingAndGoing);
    assert.ok(gone > ticksOfComingAndGoing / 2, `only ${gone} guests joined and left`);
    await gotEveryTick();
    for (const [i, listener] of listeners.entries()) {
        const got = listener.prices.slice(from[i]);
        await until(() => isAsNewAs(got, first.prices, 0), () => `what ${listener.who} got, at the first listener`);
        assertRunOf(first.prices, got, listener.who);
        assert.ok(got.length >= ticksOfComingAndGoing, `${listener.who} got ${got.length} ticks`);
        assert.equal(listener.closeCode, null, listener.who);
    }
    const stayed = left.filter(({ prices }) => prices.length >= fewestTicksOfAGuest);
    assert.ok(stayed.length > gone / 2, `only ${stayed.length} guests got ticks`);
    for (const { prices } of stayed)
        assert.notEqual(indexOfRun(first.prices, prices), -1, `a guest got ${prices}`);
    await ticker.stop();
});
