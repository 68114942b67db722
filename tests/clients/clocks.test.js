// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Somebody sets the clock of the computer while the program runs: by the library faketime, which the program is started
// with. The rate, the sessions and the order of ticks do not depend on that clock.
import assert from "node:assert/strict";
import { existsSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, test } from "node:test";
import { connect, connected, disconnectAll } from "../lib/clients.js";
import { cleanEnvironment, finish, startTicker, temporaryFolder, until } from "../lib/ticker.js";

afterEach(disconnectAll);
after(() => finish());

const day = 24 * 3600 * 1000;
const libraries = "/usr/lib";

/** Of Debian's package libfaketime; undefined where there is none. */
function findLibrary() {
    return readdirSync(libraries).map((machine) => join(libraries, machine, "faketime", "libfaketimeMT.so.1"))
        .find((path) => existsSync(path));
}

/** The program with a clock of its own: `set` moves it, in ms from now. */
async function startWithClock(args) {
    const file = join(temporaryFolder(), "clock");
    // In one step: from an empty file the program would read that its clock is ours.
    const set = (ms) => {
        writeFileSync(`${file}.new`, `${ms < 0 ? "" : "+"}${ms / 1000}\n`);
        renameSync(`${file}.new`, file);
    };
    set(0);
    const library = findLibrary();
    assert.ok(library, "libfaketime is needed");
    const ticker = await startTicker(args, { env: cleanEnvironment(temporaryFolder(), {
        LD_PRELOAD: library,
        FAKETIME_TIMESTAMP_FILE: file,
        FAKETIME_NO_CACHE: "1",
        FAKETIME_DONT_FAKE_MONOTONIC: "1",
        // The sanitizer's library would have to be the first one.
        ASAN_OPTIONS: `${process.env.ASAN_OPTIONS ?? ""}:verify_asan_link_order=0`,
    }) });
    const ask = async (path) => {
        const reply = await fetch(new URL(path, ticker.url)).catch((error) => {
            throw new Error(`/${path}: ${error.cause ?? error}; standard error: ${ticker.stderr}`);
        });
        return reply.json();
    };
    return { ...ticker, set, ask };
}

/** By how much the program's clock differs from ours. */
async function offset(ticker) {
    const { time } = await ticker.ask("api/time");
    return time - Date.now();
}

function moreOf(client, prices) {
    const wanted = client.prices.length + prices;
    return until(() => client.prices.length >= wanted, `${prices} prices`);
}

for (const [name, jumps] of [
    ["forwards", [day, 400 * day]],
    ["backwards", [-3600 * 1000, -400 * day]],
    ["to 1970 and to 2040", [-Date.now() + day, 14 * 365 * day]],
    ["there and back", [400 * day, 0]],
]) {
    test(`a clock that jumps ${name}`, { timeout: 60_000 }, async () => {
        const ticker = await startWithClock(["--interval", "20"]);
        const client = await connected(connect(ticker.url));
        for (const jump of jumps) {
            await moreOf(client, 5);
            const before = await ticker.ask("api/quotes");
            ticker.set(jump);
            await until(async () => Math.abs(await offset(ticker) - jump) < 5000, "the clock");
            const began = performance.now();
            await moreOf(client, 50);
            const took = performance.now() - began;
            assert.ok(took > 500 && took < 5000, `50 ticks of 20 ms took ${took} ms`);
            assert.ok(client.socket.connected);
            const { seq, time } = await ticker.ask("api/quotes");
            assert.ok(seq >= before.seq + 50 && seq < before.seq + 1000, `${before.seq}, then ${seq}`);
            assert.ok(Math.abs(time - Date.now() - jump) < 5000);
            const { ticks } = await ticker.ask("api/history?limit=50&times=1");
            assert.ok(ticks.every(({ time: at }) => Math.abs(at - Date.now() - jump) < 10_000));
            // Candles go on at the new time, none of them in the future.
            const { candles } = await ticker.ask("api/candles?interval=1s");
            const age = Date.now() + jump - candles.at(-1).time;
            assert.ok(age > -5000 && age < 5000, `${age}`);
            const times = candles.map(({ time: at }) => at);
            assert.deepEqual(times, [...times].sort((one, other) => one - other));
        }
        await ticker.stop();
    });
}
