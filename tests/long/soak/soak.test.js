// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// That a soak notices what goes wrong, and one of a few seconds. Takes 30 s.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, test } from "node:test";
import { finish, temporaryFolder } from "../../lib/ticker.js";
import { checkHistory, checkMessages, checkPrices } from "./checks.js";
import { kinds } from "./clients.js";
import { disturbances } from "./disturbances.js";
import { makePlan } from "./plan.js";
import { failedOf, makeReport, writeReport } from "./report.js";
import { soak } from "./soak.js";
import { Tape } from "./tape.js";

after(() => finish());

const symbols = ["A", "B"];
const hello = (seed) => ({ type: "hello", seed, headline: "A", instruments: symbols.map((symbol) => ({ symbol })) });
const snapshot = (seq, quotes = []) => ({ type: "snapshot", symbols, seq, time: seq === 0 ? 0 : 1000 + seq, quotes });
/** B trades in every second tick. */
const tick = (seq, time = 1000 + seq) => ({
    type: "tick", seq, time,
    quotes: [{ symbol: "A", price: seq * 7 % 100 }, { symbol: "B", price: seq }].slice(0, seq % 2 === 0 ? 2 : 1),
});
const ticks = (first, last, later = 1000) => Array.from({ length: last - first + 1 }, (_, i) =>
    tick(first + i, later + first + i));
const secondEra = 2000;

/** Ticks 1 to 50 of a seed, then 1 to 50 of another one. */
function someTape() {
    const tape = new Tape();
    for (const message of [hello("1"), ...ticks(1, 50), hello("2"), ...ticks(1, 50, secondEra)])
        tape.add(message);
    return tape;
}

const problemsOf = (messages, options) => checkMessages(someTape(), messages, options).problems;
const whole = [snapshot(4, tick(4).quotes), ...ticks(5, 50), snapshot(0), ...ticks(1, 50, secondEra)];
const without = (at) => whole.filter((_, i) => i !== at);

/** The whole with something else at a place. */
const changed = (at, change) =>
    [...whole.slice(0, at), change(whole[at]), ...whole.slice(at + 1)];

test("who got every tick is in order, over a change of the seed", () => {
    assert.deepEqual(problemsOf(whole), []);
    assert.deepEqual(problemsOf(whole, { mayMerge: true }), []);
    assert.deepEqual(someTape().problems, []);
});

const wrongs = {
    missing: [without(20), without(1), without(46), without(48)],
    doubled: [[...whole.slice(0, 20), ...whole.slice(19)], [...whole.slice(0, 2), ...whole.slice(1)]],
    disordered: [[...whole.slice(0, 10), whole[12], whole[11], whole[10], ...whole.slice(13)]],
    changed: [
        changed(7, (one) => ({ ...one, quotes: [{ symbol: "A", price: 1 }] })),
        changed(8, (one) => ({ ...one, quotes: one.quotes.slice(1) })),
        changed(8, (one) => ({ ...one, time: one.time + 1 })),
        changed(0, (one) => ({ ...one, quotes: [{ symbol: "A", price: 1 }] })),
    ],
};
for (const [what, cases] of Object.entries(wrongs)) {
    test(`a ${what} tick is noticed`, () => {
        for (const [i, messages] of cases.entries()) {
            for (const mayMerge of [false, true]) {
                // Who may merge is not told of what a change of the market dropped.
                const isDropped = mayMerge && messages === wrongs.missing[2];
                const problems = problemsOf(messages, { mayMerge }).join("\n");
                const wanted = isDropped ? /^$/ : new RegExp(what);
                assert.match(problems, wanted, `case ${i}, mayMerge ${mayMerge}`);
            }
        }
    });
}

test("what was merged has to be counted, and the newest", () => {
    const merged = { ...tick(11), merged: 5, quotes: [tick(11).quotes[0], tick(10).quotes[1]] };
    const withOther = (fields = {}) => [...whole.slice(0, 2), { ...merged, ...fields }, ...whole.slice(8)];
    const found = (messages) => problemsOf(messages, { mayMerge: true }).join();
    assert.equal(found(withOther()), "");
    assert.match(problemsOf(withOther()).join(), /missing/);
    assert.match(found(withOther({ merged: 4 })), /missing/);
    assert.match(found(withOther({ quotes: tick(11).quotes })), /changed/);
    assert.match(found(withOther({ quotes: [tick(11).quotes[0], tick(8).quotes[1]] })), /changed/);
});

test("what was merged behind a snapshot may repeat what that told, and lacks nothing", () => {
    const repeated = (seq, mergedTicks) => [
        whole[0], { ...tick(seq), merged: mergedTicks }, ...whole.slice(seq - 3),
    ];
    const found = (messages) => problemsOf(messages, { mayMerge: true }).join();
    assert.equal(found(repeated(4, 2)), "");
    assert.equal(found(repeated(6, 3)), "");
    assert.match(found(repeated(10, 3)), /missing/);
    assert.match(found(repeated(2, 1)), /disordered/);
    assert.match(problemsOf(repeated(4, 2)).join(), /doubled/);
    const late = (messages) => problemsOf(messages, { mayBeLate: true }).join();
    const twice = [whole[0], tick(4), ...whole.slice(1)];
    assert.equal(late(twice), "");
    assert.match(problemsOf(twice).join(), /doubled/);
    assert.equal(late(repeated(6, 3)), "");
    assert.match(late([whole[0], tick(4), tick(4), ...whole.slice(1)]), /doubled/);
    assert.match(late([...whole.slice(0, 4), { ...tick(9), merged: 1 }, ...whole.slice(6)]), /missing/);
});

test("who wants less than every tick is told the number of the newest one, in which nobody may have traded", () => {
    const tape = new Tape();
    for (const message of [hello("1"), ...ticks(1, 4), ...ticks(8, 9)])
        tape.add(message);
    const messages = [snapshot(2), { ...tick(4), seq: 6, time: 1006, merged: 1 }, ...ticks(8, 9)];
    assert.deepEqual(checkMessages(tape, messages, { mayMerge: true }).problems, []);
    assert.match(checkMessages(tape, messages).problems.join(), /there was no tick 6/);
});

test("who comes when nobody has traded since the market began misses nothing", () => {
    const tape = new Tape();
    for (const message of [hello("1"), ...ticks(1, 50), hello("2"), ...ticks(8, 20, secondEra)])
        tape.add(message);
    const came = { ...snapshot(5), time: secondEra + 5 };
    assert.deepEqual(checkMessages(tape, [came, ...ticks(8, 20, secondEra)]).problems, []);
    assert.match(checkMessages(tape, [came, ...ticks(9, 20, secondEra)]).problems.join(), /missing/);
});

test("prices alone: a missing, doubled, changed and disordered one is noticed", () => {
    const tape = someTape();
    const prices = tape.entries.slice(10, 80).map(({ headline }) => headline);
    assert.deepEqual(checkPrices(tape, prices, 0), { problems: [], at: 79 });
    const swapped = [...prices.slice(0, 5), prices[6], prices[5], ...prices.slice(7)];
    for (const wrong of [prices.filter((_, i) => i !== 30), [...prices.slice(0, 30), ...prices.slice(29)],
        prices.map((price, i) => i === 30 ? price + 1 : price), swapped])
        assert.equal(checkPrices(tape, wrong, 0).problems.length, 1);
});

test("history: what it lacks, and what it changed, is noticed", () => {
    const history = ticks(1, 50).map(({ seq, time, quotes: [{ price }] }) => ({ seq, time, price }));
    assert.deepEqual(checkHistory(someTape(), history), []);
    assert.match(checkHistory(someTape(), history.filter((_, i) => i !== 9)).join(), /lacks ticks before 11/);
    assert.match(checkHistory(someTape(), [{ ...history[0], price: 3 }, ...history.slice(1)]).join(), /history has/);
});

test("the witness itself is watched", () => {
    for (const message of [tick(50, secondEra + 50), { ...tick(51, secondEra + 51), merged: 1 }, { type: "error" }]) {
        const tape = someTape();
        tape.add(message);
        assert.equal(tape.problems.length, 1);
    }
});

test("the same seed gives the same plan, another one another", () => {
    const plan = (seed) => makePlan({ seed, seconds: 600, atOnce: 60, kinds, disturbances });
    const steps = plan(5);
    assert.deepEqual(plan(5), steps);
    assert.notDeepEqual(plan(6), steps);
    for (const { name } of [...kinds, ...disturbances])
        assert.ok(steps.some((step) => step.name === name), name);
    for (const { atMs } of steps.filter(({ what }) => what === "client")) {
        const there = steps.filter((one) => one.atMs <= atMs && atMs < one.atMs + (one.lifeMs ?? 0));
        assert.ok(there.length <= 60, `${there.length} clients at ${atMs} ms`);
    }
});

test("the report says what failed", () => {
    const figures = { bytes: 1e6, descriptors: 9, clients: 0 };
    const result = {
        title: "A few", seed: 7, minutes: 1, ticks: 5, history: 6, compared: 7, counts: [], disturbed: { rate: 2 },
        before: figures, after: figures, answersMs: [1, 2, 3], samples: [],
        checks: [{ name: "memory", problems: ["grew"] }, { name: "sessions", problems: [] }],
    };
    assert.deepEqual(failedOf(result), ["memory"]);
    const text = makeReport(result);
    assert.match(text, /^# Soak: FAILED: memory\n/);
    assert.match(text, /--seed 7/);
    assert.match(text, /\n## memory\n\n {4}grew\n/);
    assert.match(makeReport({ ...result, checks: [{ name: "memory", problems: [] }] }), /^# Soak: passed\n/);
});

async function soakForTenSeconds(t, eventLoop) {
    const result = await soak({ minutes: 1 / 6, seed: 20, clients: 14, withWindow: false, eventLoop });
    t.diagnostic(`${result.ticks} ticks of clients, ${result.compared} from a second program`);
    assert.deepEqual(result.checks.flatMap(({ name, problems }) => problems.map((text) => `${name}: ${text}`)), []);
    for (const { name, came, ticks: got } of result.counts) {
        assert.ok(came > 0, name);
        assert.ok(got > 0 || name === "lies", `${name} got nothing`);
    }
    assert.ok(result.history > 0 && result.compared > 0 && result.samples.length > 0, "nothing was compared");
    const folder = temporaryFolder();
    assert.match(readFileSync(writeReport(folder, result), "utf8"), /^# Soak: passed\n/);
    assert.deepEqual(readdirSync(folder).sort(),
        ["clients.svg", "descriptors.svg", "memory.svg", "rate.svg", "soak.md"]);
}

for (const eventLoop of ["epoll", "qt"])
    test(`ten seconds against the program, ${eventLoop}`, { timeout: 110_000 }, (t) => soakForTenSeconds(t, eventLoop));
