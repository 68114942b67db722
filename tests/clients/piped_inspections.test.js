// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pipes that are inspected and exported: what comes through them comes when its writer likes.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createWriteStream, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { cleanEnvironment, finish, launch, launchTicker, temporaryFolder, until } from "../lib/ticker.js";

after(() => finish());

const limit = { timeout: 60_000 };
const folder = temporaryFolder();
const header = "time,symbol,price\n";
/** So many ticks, one a second, from the first of these numbers on. */
const ticks = (count, from = 1) => Array.from({ length: count },
    (_, i) => `${1_767_605_400 + from + i},ACME,${from + i}\n`).join("");

function pipeOf(name) {
    execFileSync("mkfifo", [join(folder, name)]);
    return join(folder, name);
}

/** The exit code and the texts behind these labels. */
async function reportOf(program, ...labels) {
    const { code } = await program.exited;
    const lines = program.stdout.split("\n");
    return [code, ...labels.map((label) => lines.find((line) => line.startsWith(`${label}:`))?.slice(12))];
}

const pieces = [
    ["at once", [header + ticks(3)], 3, "CSV"],
    ["in pieces", [header, ticks(1), ticks(2, 2)], 3, "CSV"],
    ["after most of a long one", [header + ticks(20_000), ticks(5, 20_001)], 20_005, "CSV"],
    ["packed, in pieces", [100, 200, 900_000].map((end, i, ends) =>
        gzipSync(header + ticks(20_000)).subarray(i === 0 ? 0 : ends[i - 1], end)), 20_000, "CSV in gzip"],
    ["newest line first", [`${header}3,A,30\n2,A,20\n`, "1,A,10\n"], 3, "CSV"],
];
for (const [what, parts, rows, form] of pieces) {
    test(`a named pipe whose writer comes later: ${what}`, limit, async () => {
        const pipe = pipeOf(what.replaceAll(" ", "-"));
        const program = launchTicker(["--inspect", pipe]);
        const writer = createWriteStream(pipe);
        for (const part of parts) {
            await new Promise((resolve) => { writer.write(part, resolve); });
            await new Promise((resolve) => { setTimeout(resolve, 700); }); // longer than a start that is quiet
        }
        writer.end();
        const [code, plays, format, count] = await reportOf(program, "Plays", "Format", "Rows");
        assert.deepEqual([code, plays], [0, "yes"], program.stdout + program.stderr);
        assert.ok(format.startsWith(`${form}, `), format);
        assert.ok(count.startsWith(`${rows} (`) || count.startsWith(`${rows.toLocaleString("en")} (`), count);
    });
}

test("a named pipe whose writer writes nothing", limit, async () => {
    const pipe = pipeOf("empty");
    const program = launchTicker(["--inspect", pipe]);
    createWriteStream(pipe).end();
    assert.deepEqual(await reportOf(program, "Plays"), [1, "no: empty contains no ticks."]);
});

for (const signal of ["SIGINT", "SIGTERM"]) {
    test(`${signal} ends the wait for a writer`, limit, async () => {
        const program = launchTicker(["--inspect", pipeOf(signal)]);
        await new Promise((resolve) => { setTimeout(resolve, 300); });
        assert.equal(program.child.exitCode, null);
        program.child.kill(signal);
        const { code, signal: by } = await program.exited;
        assert.ok(by === signal || code === 1, `${code} ${by}`);
    });
}

const shell = (line, env = cleanEnvironment()) => launch("sh", ["-c", line, process.env.TICKERTRAY],
    { env, cwd: folder, detached: true });

test("standard input", limit, async () => {
    writeFileSync(join(folder, "ticks.csv"), header + ticks(3));
    for (const line of ['"$0" --inspect - < ticks.csv', 'cat ticks.csv | "$0" --inspect -',
        'gzip -c ticks.csv | "$0" --inspect /dev/stdin']) {
        const program = shell(line);
        const [code, plays, rows, command] = await reportOf(program, "Plays", "Rows", "To play it");
        assert.deepEqual([code, plays, rows], [0, "yes", "3 (ticks: 3), in the order of time"], program.stdout);
        assert.equal(command, "tickertray --replay -");
    }
});

test("its own output", limit, async () => {
    const program = shell('"$0" --inspect /dev/stdout | cat');
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    assert.equal(program.child.exitCode, null); // it waits for what it will never write
    process.kill(-program.child.pid, "SIGINT");
    await program.exited;
    assert.equal(program.stderr, "");
});

test("an export waits for the end of the pipe, without spinning", limit, async () => {
    const pipe = pipeOf("export");
    const program = launchTicker(["--export", join(folder, "out.csv"), "--replay", pipe]);
    const writer = createWriteStream(pipe);
    writer.write(header + ticks(20_000));
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    assert.equal(program.child.exitCode, null);
    const spent = () => {
        const fields = readFileSync(`/proc/${program.child.pid}/stat`, "utf8").split(") ")[1].split(" ");
        return Number(fields[11]) + Number(fields[12]); // in hundredths of a second
    };
    const before = spent();
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
    assert.ok(spent() - before < 30, `${spent() - before} of 100`);
    writer.end(ticks(1, 20_001));
    assert.deepEqual(await program.exited, { code: 0, signal: null }, program.stderr);
    assert.equal(readFileSync(join(folder, "out.csv"), "utf8").trimEnd().split("\n").length, 20_002);
    await until(() => program.stderr.includes("Exported"), "the summary");
});
