// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// That two builds are compared rightly.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { bound, chosenLines, compare, comparedRows, lines } from "./against_lines.js";
import { makeServers } from "./servers.js";

test("the ratio is that within a pair, whatever the machine does between pairs", () => {
    const slower = [[10, 11], [20, 22], [40, 44], [100, 90], [5, 9]];
    const { before, now, ratio, quartiles, within } = compare(slower);
    assert.deepEqual([before, now, ratio, quartiles, within], [20, 22, 1.1, [1.1, 1.1], false]);
    assert.equal(compare([[10, 9], [10, 11], [10, 12]]).within, null);
    assert.equal(compare([[100, 100 * bound]]).within, true);
    assert.equal(compare([[100, 100 * bound + 0.1]]).within, false);
});

test("each figure is a line of the table", () => {
    const disturbed = [[10, 9], [10, 11], [10, 12]];
    const rows = comparedRows([["start", [[100, 90]]], ["connect", [[10, 12]]], ["page", disturbed]]);
    assert.deepEqual(rows.slice(1), [
        ["start", "100", "90.0", "0.900", "0.900 to 0.900", "met"],
        ["connect", "10.0", "12.0", "1.200", "1.200 to 1.200", "NOT MET"],
        ["page", "10.0", "11.0", "1.100", "0.900 to 1.200", "unclear, measure again"],
    ]);
});

test("lines are chosen by name", () => {
    assert.deepEqual(chosenLines("start,page"), ["start", "page"]);
    assert.deepEqual(chosenLines(undefined), Object.keys(lines));
    assert.throws(() => chosenLines("start,pages"), /no line 'pages', only fan-out, connect, start, page/);
});

test("a build is measured", async () => {
    const programs = process.env.BENCH_PROGRAMS;
    const servers = makeServers({ tickertray: process.env.TICKERTRAY, programs });
    const given = { servers, load: join(programs, "bench_load"), timesToPrice: async () => [30, 10, 20] };
    for (const [name, { figures, measure }] of Object.entries(lines)) {
        const values = await measure(given);
        assert.equal(values.length, figures.length, name);
        assert.ok(values.every((value) => value > 0), `${name}: ${values}`);
    }
});
