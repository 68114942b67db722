// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that are exported on the command line, and what others read of them.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { cleanEnvironment, finish, launch, launchTicker, startTicker, temporaryFolder, until } from "../lib/ticker.js";

after(() => finish());

const limit = { timeout: 60_000 };
const folder = temporaryFolder();
const at = (name) => join(folder, name);
const read = (name) => readFileSync(at(name), "utf8");

function write(name, lines) {
    writeFileSync(at(name), `${lines.join("\n")}\n`);
    return at(name);
}

const ticks = write("ticks.csv", ["time;symbol;price;size", "05.01.2026 10:30:00,250;acme;1.512,50;3",
    "05.01.2026 10:30:01;tea;-0,5;4", "nonsense", "05.01.2026 10:31:00;acme;1.513,25;5"]);
const reading = ["--replay", ticks, "--time-zone", "Europe/Berlin", "--decimal", "comma"];

/** Returns the exit code, standard output and standard error. */
async function exported(to, ...options) {
    const ticker = launchTicker(["--export", at(to), ...options]);
    const { code, signal } = await ticker.exited;
    assert.equal(signal, null);
    return { code, stdout: ticker.stdout, stderr: ticker.stderr };
}

test("ticks as CSV, without a display", limit, async () => {
    const { code, stdout, stderr } = await exported("ticks_out.csv", ...reading);
    assert.equal(code, 0, stderr);
    assert.equal(stdout, "");
    assert.equal(stderr, `tickertray: Exported 3 rows to ${at("ticks_out.csv")}, from 2026-01-05 09:30:00 to ` +
        `2026-01-05 09:31:00 UTC.\ntickertray: ${ticks}: 1 of 4 lines left out, the first one: line 4: time: ` +
        "nonsense is not a time (a number since 1970, or like 2026-01-05T09:30:00Z)\n");
    assert.equal(read("ticks_out.csv"), ["time,symbol,price,size", "2026-01-05T09:30:00.250Z,ACME,1512.50,3",
        "2026-01-05T09:30:01.000Z,TEA,-0.5,4", "2026-01-05T09:31:00.000Z,ACME,1513.25,5", ""].join("\n"));
    assert.ok(!existsSync(at("ticks_out.csv.part")));
});

test("bars as JSON Lines in gzip", limit, async () => {
    const { code, stderr } = await exported("bars.jsonl.gz", ...reading, "--bars", "1m");
    assert.equal(code, 0, stderr);
    const lines = gunzipSync(readFileSync(at("bars.jsonl.gz"))).toString().trimEnd().split("\n");
    assert.deepEqual(lines.map((line) => JSON.parse(line)), [
        { time: "2026-01-05T09:30:00Z", symbol: "ACME", open: 1512.5, high: 1512.5, low: 1512.5, close: 1512.5,
            volume: 3, ticks: 1 },
        { time: "2026-01-05T09:30:00Z", symbol: "TEA", open: -0.5, high: -0.5, low: -0.5, close: -0.5, volume: 4,
            ticks: 1 },
        { time: "2026-01-05T09:31:00Z", symbol: "ACME", open: 1513.25, high: 1513.25, low: 1513.25, close: 1513.25,
            volume: 5, ticks: 1 },
    ]);
});

test("a recording, exported twice, has the prices that were served", limit, async () => {
    const recording = at("recording.csv");
    const ticker = await startTicker(["--rate", "200", "--record", recording]);
    const answer = async () => (await fetch(`${ticker.url}api/history?symbol=ACME&limit=10000&times=1`)).json();
    await until(async () => (await answer()).ticks?.length > 100, "100 ticks");
    const { ticks: served } = await answer();
    await ticker.stop();
    assert.equal((await exported("once.csv", "--replay", recording)).code, 0);
    assert.equal((await exported("twice.csv", "--replay", at("once.csv"))).code, 0);
    assert.equal(read("twice.csv"), read("once.csv"));
    const rows = read("once.csv").trimEnd().split("\n").slice(1).map((line) => line.split(","));
    const recorded = readFileSync(recording, "utf8").trimEnd().split("\n").slice(1).map((line) => line.split(","));
    assert.deepEqual(rows.map(([time, ...rest]) => [String(Date.parse(time)), ...rest]), recorded);
    const acme = new Map(rows.filter(([, , symbol]) => symbol === "ACME").map((row) => [Number(row[1]), row]));
    for (const { seq, time, price, size } of served) {
        const [text, , , exportedPrice, exportedSize] = acme.get(seq);
        assert.deepEqual([Date.parse(text), Number(exportedPrice), Number(exportedSize)], [time, price, size]);
    }
});

test("what cannot be exported: exit code 1, and nothing is left behind", limit, async () => {
    const before = readdirSync(folder);
    const taken = await exported("ticks.csv", "--replay", ticks);
    assert.deepEqual([taken.code, taken.stderr], [1,
        `tickertray: Cannot export ${ticks} to ${ticks}: This file already exists. Choose another name.\n`]);
    const stopped = await exported("none.csv", ...reading, "--bad-rows", "stop");
    assert.equal(stopped.code, 1);
    assert.match(stopped.stderr, /: line 4: time: nonsense is not a time .*\n$/);
    assert.equal((await exported("none.csv", "--replay", at("nothing.csv"))).code, 1);
    assert.equal((await exported("none.txt", "--replay", ticks)).code, 2);
    assert.equal((await exported("none.csv", "--replay", ticks, "--speed", "2")).code, 2);
    assert.deepEqual(readdirSync(folder), before);
});

test("a full disk: exit code 1, and nothing is left behind", limit, async () => {
    const start = Date.parse("2026-01-05T09:30:00Z");
    write("many.csv", ["time,price", ...Array.from({ length: 20_000 }, (_, i) => `${start + i},${i % 1000}`)]);
    for (const name of ["full.csv", "full.csv.gz"]) {
        const args = ["--export", at(name), "--replay", at("many.csv")];
        const ticker = launch("sh", ["-c", "ulimit -f 64; exec \"$0\" \"$@\"", process.env.TICKERTRAY, ...args],
            { env: cleanEnvironment() });
        assert.deepEqual(await ticker.exited, { code: 1, signal: null });
        assert.equal(ticker.stderr, `tickertray: Cannot export ${at("many.csv")} to ${at(name)}: ` +
            "The file cannot be written: File too large.\n");
    }
    assert.ok(!readdirSync(folder).some((name) => name.startsWith("full")));
});

test("a signal stops it, and nothing is left behind", limit, async () => {
    const start = Date.parse("2026-01-05T09:30:00Z");
    write("long.csv", ["time,price", ...Array.from({ length: 2_000_000 }, (_, i) => `${start + i},${i % 1000}`)]);
    const ticker = launchTicker(["--export", at("long_out.csv.gz"), "--replay", at("long.csv")]);
    await until(() => existsSync(at("long_out.csv.gz.part")), "the file that grows", 15_000, 1);
    ticker.child.kill("SIGINT");
    assert.deepEqual(await ticker.exited, { code: 1, signal: null });
    assert.equal(ticker.stderr, "tickertray: The export was stopped.\n");
    assert.ok(!readdirSync(folder).some((name) => name.startsWith("long_out")));
});

const hasPandas = spawnSync("python3", ["-c", "import pandas"]).status === 0;
test("pandas reads it in one line", { ...limit, skip: !hasPandas && "python3-pandas is not installed" }, async () => {
    const options = { "pandas.csv": [], "pandas.csv.gz": ["--bars", "1m"], "pandas.jsonl": [] };
    for (const [name, more] of Object.entries(options))
        assert.equal((await exported(name, ...reading, ...more)).code, 0);
    const said = execFileSync("python3", ["-c", `
import pandas as pd
for name in ["pandas.csv", "pandas.csv.gz"]:
    f = pd.read_csv(name, parse_dates=["time"], index_col="time")
    print(type(f.index).__name__, f.index[0].isoformat(), list(f.columns), f.head(1).to_json(orient="values"))
f = pd.read_json("pandas.jsonl", lines=True, convert_dates=["time"])
print(f.time[0].isoformat(), f.price.tolist())
`], { cwd: folder, encoding: "utf8" });
    assert.equal(said, ["DatetimeIndex 2026-01-05T09:30:00.250000+00:00 ['symbol', 'price', 'size'] " +
        '[["ACME",1512.5,3]]',
        "DatetimeIndex 2026-01-05T09:30:00+00:00 ['symbol', 'open', 'high', 'low', 'close', 'volume', 'ticks'] " +
            '[["ACME",1512.5,1512.5,1512.5,1512.5,3,1]]',
        "2026-01-05T09:30:00.250000+00:00 [1512.5, -0.5, 1513.25]", ""].join("\n"));
});
