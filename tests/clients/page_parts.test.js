// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of the page that need no browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { RateMeter } from "../../resources/web/rate_meter.js";
import { announcement, rateWords, stateWords } from "../../resources/web/words.js";

test("each state in words", () => {
    const table = [
        [{ kind: "connecting" }, "Connecting"],
        [{ kind: "connected", transport: "websocket" }, "Connected via websocket"],
        [{ kind: "connected", transport: "polling" }, "Connected via long-polling"],
        [{ kind: "waiting", until: 3500, attempt: 2, reason: "unreachable" },
            "Reconnecting in 3 s (try 2): the server can't be reached"],
        [{ kind: "waiting", until: 400, attempt: 1, reason: "odd" }, "Reconnecting in 1 s (try 1): odd"],
        [{ kind: "reconnecting", attempt: 4 }, "Reconnecting (try 4)"],
        [{ kind: "disconnected", reason: "io server disconnect" }, "Disconnected: the server ended the connection"],
    ];
    for (const [state, words] of table)
        assert.equal(stateWords(state, 500), words);
});

test("rates in as many digits as can be read", () => {
    const table = [[0, "0"], [0.001, "under 0.01"], [0.01, "0.01"], [0.5, "0.5"], [1, "1.0"], [19.96, "20.0"],
        [99.97, "100"], [998.2, "998"], [9999.6, "10,000"]];
    for (const [rate, words] of table)
        assert.equal(rateWords(rate), words);
});

test("what a screen reader is told", () => {
    const on = { kind: "connected", transport: "websocket" };
    assert.equal(announcement(on, null, 0), "Connected, no data yet.");
    assert.equal(announcement(on, 512, 20), "Price 512. 20.0 ticks a second.");
    assert.equal(announcement({ kind: "reconnecting", attempt: 1 }, 7, 0),
        "Connection lost, reconnecting. The last price was 7.");
    assert.equal(announcement({ kind: "connecting" }, null, 0), "Connecting.");
});

/** The rate that is shown after so many ticks at that distance, asked for a little later. */
function steady(intervalMs, ticks, later = 0, from = 123) {
    const meter = new RateMeter();
    let now = from;
    for (let i = 0; i < ticks; ++i, now += intervalMs)
        meter.count(now);
    return meter.rate(now - intervalMs + later);
}

test("a steady rate is measured as it is, fast or slow", () => {
    for (const hertz of [0.01, 0.2, 1, 3, 20, 100, 1000, 10_000])
        for (const from of [0, 123, 999.5, 1e6])
            assert.ok(Math.abs(steady(1000 / hertz, 50_000, 0, from) / hertz - 1) < 0.001, `${hertz} from ${from}`);
    assert.ok(Math.abs(steady(50, 10) - 20) < 0.01, "after few ticks too");
});

test("nothing yet, then silence", () => {
    const meter = new RateMeter();
    assert.equal(meter.rate(10), 0);
    meter.count(20);
    assert.equal(meter.rate(30), 0);
    assert.equal(steady(50, 100, 1000), 1, "a second of silence is at most one tick a second");
    assert.ok(steady(50, 100, 100_000) <= 0.01);
});

test("a change of the rate shows within the window", () => {
    const meter = new RateMeter();
    for (let now = 0; now < 20_000; now += 1000)
        meter.count(now);
    for (let now = 20_000; now < 25_000; now += 50)
        meter.count(now);
    assert.ok(Math.abs(meter.rate(25_000) - 20) < 0.5, `${meter.rate(25_000)}`);
});
