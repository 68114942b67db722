// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A client that does not read: what it gets afterwards by each policy, and that nobody else notices.
// TICKER_FROZEN_SECONDS=60 has the stopped process stopped for that long; beyond 30 s it is dropped as stalled.
// Takes 20 s: a client has to be stopped for longer than the buffers of the kernel last.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startClientProcess } from "../lib/client_process.js";
import { connect, connected, disconnectAll, indexOfRun } from "../lib/clients.js";
import {
    isAsNewAs, joined, listen, moreTicks, runsIn, takeLongestGap, terminateAll, watchEveryTick,
} from "../lib/listener.js";
import {
    isMemoryTelling, openDescriptors, residentBytes, unacknowledgedBytes, untilDescriptors,
} from "../lib/process_figures.js";
import { finish, startTicker, until } from "../lib/ticker.js";

const mebibyte = 1024 * 1024;
/** One instrument: what history keeps of more would hide what waits for a client. */
const market = fileURLToPath(new URL("../lib/one_instrument.json", import.meta.url));
const seed = ["--seed", "7", "--market", market];
const patient = ["--ping-timeout", "300000"];

after(() => finish());
afterEach(() => {
    disconnectAll();
    terminateAll();
});

const frozenSeconds = Number(process.env.TICKER_FROZEN_SECONDS ?? 8);
/** More than the 256 KiB that wait in the server and what the kernel takes: some 1.2 MB. */
const ticksWhileFrozen = 40_000;
const stallSeconds = 30;
const mostUnacknowledgedBytes = 512 * 1024;
const mostGrowthBytes = 4 * mebibyte;
/** A server that waits for the frozen client does nothing for as long; a machine that has other work, for a second. */
const mostGapMs = frozenSeconds * 500;
const catchUpMs = mostGapMs;

test(`a process stopped for ${frozenSeconds} s is bounded, unnoticed and soon up to date`,
    { timeout: 60_000 + frozenSeconds * 4000 }, async (t) => {
        const rate = Math.max(1000, ticksWhileFrozen / frozenSeconds);
        const ticker = await startTicker(["--rate", String(rate), ...seed, ...patient]);
        const witness = await joined(listen(ticker.url, "the witness"));
        const other = await connected(connect(ticker.url));
        const frozen = await startClientProcess();
        const port = await frozen.call("joinOfficially", { url: ticker.url });
        const gotEveryTick = await watchEveryTick(ticker.url, witness);
        await moreTicks(witness, rate); // and the memory of the server has its size
        const usualGapMs = takeLongestGap(witness);
        const usualBytes = residentBytes(ticker);
        const from = witness.prices.length;
        const otherFrom = other.prices.length;

        frozen.child.kill("SIGSTOP");
        const began = performance.now();
        let mostUnacknowledged = 0;
        let mostResident = 0;
        await until(() => {
            mostUnacknowledged = Math.max(mostUnacknowledged, ...unacknowledgedBytes(ticker.port, [port]));
            mostResident = Math.max(mostResident, residentBytes(ticker));
            const hasPassed = performance.now() - began >= frozenSeconds * 1000;
            return hasPassed && witness.prices.length - from >= ticksWhileFrozen;
        }, "the ticks of the frozen time", frozenSeconds * 4000, 50);
        const gapMs = takeLongestGap(witness);

        const newest = witness.prices.length;
        frozen.child.kill("SIGCONT");
        const thawed = performance.now();
        let record;
        await until(async () => {
            record = await frozen.call("officialRecord");
            return isAsNewAs(record.prices, witness.prices, newest);
        }, () => `the newest price; it got ${record?.prices.length}, disconnections: ${record?.reasons}`);
        const tookMs = performance.now() - thawed;
        t.diagnostic(`up to date after ${Math.round(tookMs)} ms (disconnections: ${record.reasons}); the longest gap ` +
            `of another client ${gapMs.toFixed(1)} ms, before ${usualGapMs.toFixed(1)}; the server grew by ` +
            `${(mostResident - usualBytes) / 1024} KiB; unacknowledged ${mostUnacknowledged / 1024} KiB at most`);

        assert.ok(tookMs < catchUpMs, `up to date after ${tookMs} ms`);
        assert.ok(gapMs < Math.max(usualGapMs, mostGapMs), `a gap of ${gapMs} ms, before it was ${usualGapMs} ms`);
        assert.ok(mostUnacknowledged > 64 * 1024, "little waited for it: the test tests nothing");
        assert.ok(mostUnacknowledged < mostUnacknowledgedBytes, `${mostUnacknowledged} bytes unacknowledged`);
        assert.ok(!isMemoryTelling || mostResident - usualBytes < mostGrowthBytes,
            `the server grew by ${mostResident - usualBytes} bytes`);
        if (frozenSeconds < stallSeconds) {
            assert.deepEqual(record.reasons, []);
            const runs = runsIn(witness.prices, record.prices);
            assert.ok(runs.length > 1, "it missed nothing: the test tests nothing");
        } else {
            assert.match(record.reasons.join(), /^transport (close|error)$/);
            assert.equal(record.isConnected, true);
        }
        await gotEveryTick();
        const others = other.prices.slice(otherFrom);
        assert.notEqual(indexOfRun(witness.prices, others.slice(0, others.length - rate)), -1, "the other lost a tick");
        assert.deepEqual(other.reasons, []);
        frozen.child.kill();
        await ticker.stop();
    });

/** The fewest ticks that 256 KiB are, a frame of them having at most 33 bytes. */
const ticksThatWait = Math.floor(256 * 1024 / 33);

/** The program with a witness and a client that has stopped reading; `paused` counts the witness's ticks until then. */
async function startWithSlowClient(policy) {
    const ticker = await startTicker(["--rate", "10000", ...seed, ...patient, "--slow-clients", policy]);
    const descriptors = openDescriptors(ticker);
    const witness = await joined(listen(ticker.url, "the witness"));
    const gotEveryTick = await watchEveryTick(ticker.url, witness);
    const slow = await joined(listen(ticker.url, "the slow client"));
    await moreTicks(slow, 20);
    slow.socket.pause();
    return { ticker, witness, gotEveryTick, slow, descriptors, paused: witness.prices.length };
}

/** Reads again after many ticks: the runs of ticks that the client got, and how many the witness had at that moment. */
async function readAgain({ witness, gotEveryTick, slow }) {
    await moreTicks(witness, ticksWhileFrozen);
    const resumed = witness.prices.length;
    slow.socket.resume();
    await until(() => isAsNewAs(slow.prices, witness.prices, resumed), "the newest price");
    await moreTicks(slow, 100);
    const got = slow.prices.slice();
    await until(() => isAsNewAs(got, witness.prices, resumed), "the witness to get what the slow client got");
    await gotEveryTick();
    assert.equal(slow.closeCode, null);
    const runs = runsIn(witness.prices, got);
    assert.ok(runs.length > 1, "it missed nothing: the test tests nothing");
    return { runs, resumed };
}

test("conflate: what waited, then the newest", { timeout: 120_000 }, async (t) => {
    const all = await startWithSlowClient("conflate");
    const { runs, resumed } = await readAgain(all);
    t.diagnostic(`it read again at ${resumed} and got ${JSON.stringify(runs)}`);
    assert.ok(runs[0].length > ticksThatWait, "the oldest that waited are kept");
    assert.ok(runs[1].at >= resumed - ticksThatWait / 2, "what comes after the gap is old");
    await all.ticker.stop();
});

test("drop-oldest: a gap, then the rest up to the newest", { timeout: 120_000 }, async (t) => {
    const all = await startWithSlowClient("drop-oldest");
    const { runs, resumed } = await readAgain(all);
    t.diagnostic(`it read again at ${resumed} and got ${JSON.stringify(runs)}`);
    const { at, length } = runs.at(-1);
    assert.ok(at < resumed - ticksThatWait / 2, "the newest that waited are kept");
    assert.ok(at + length > resumed, "up to the newest, without a gap");
    await all.ticker.stop();
});

test("disconnect: the slow client is dropped", { timeout: 120_000 }, async () => {
    const { ticker, witness, gotEveryTick, slow, descriptors, paused } = await startWithSlowClient("disconnect");
    await untilDescriptors(ticker, descriptors + 1); // the witness's
    slow.socket.resume();
    await until(() => slow.closeCode !== null, "the end of the slow client's connection");
    assert.equal(slow.closeCode, 1006);
    await moreTicks(witness, 20);
    const [{ at, length }, ...more] = runsIn(witness.prices, slow.prices);
    assert.deepEqual(more, [], "what it got is without a gap");
    assert.ok(at + length > paused, "it got what had left already");
    await gotEveryTick();
    await ticker.stop();
});
