// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { test } from "node:test";
import { durationRows, timed } from "./build_times.js";

const node = (text) => [process.execPath, "-e", text];
/** Uses 300 ms of processor time, however long that takes. */
const busy = "while (process.cpuUsage().user < 300_000);";

test("wall and processor time of a command and of what it starts", async () => {
    const inside = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(busy)}]);`;
    const { wallMs, processorMs } = await timed(node(inside));
    assert.ok(wallMs >= 200, `${wallMs}`);
    assert.ok(processorMs >= 290, `${processorMs}`);
    const idle = await timed(node("setTimeout(() => {}, 1000)"));
    assert.ok(idle.wallMs >= 1000 && idle.processorMs < 800, JSON.stringify(idle));
});

test("a command that serves is ended when it says so", async () => {
    const serve = `${busy} console.log("Listening on http://"); setTimeout(() => {}, 60_000);`;
    const { wallMs, processorMs } = await timed(node(serve), { until: /^Listening on /m });
    assert.ok(wallMs >= 200 && wallMs < 30_000, `${wallMs}`);
    assert.ok(processorMs >= 290, `${processorMs}`);
});

test("a command that fails, or never says what is waited for, is told with its output", async () => {
    await assert.rejects(timed(node('console.log("no compiler"); process.exit(3)')), /failed \(3\)\n[^]*no compiler/);
    await assert.rejects(timed(node('console.log("Goodbye")'), { until: /^Listening on /m }),
        /failed \(0\)\n[^]*Goodbye/);
});

test("each line has its verdict", () => {
    const line = (wallMs) => ({ what: "test", boundMs: 1_200_000, wallMs, processorMs: 59_940 });
    assert.deepEqual(durationRows([line(1_200_000), line(1_200_001), line(14_960)]).slice(1), [
        ["test", "20 min 0 s", "59.9 s", "20 min 0 s", "met"],
        ["test", "20 min 0 s", "59.9 s", "20 min 0 s", "NOT MET"],
        ["test", "15.0 s", "59.9 s", "20 min 0 s", "met"],
    ]);
});
