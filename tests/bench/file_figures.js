// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What it costs to read files of ticks, beside a floor that reads the same bytes and counts the ends of lines.
// By itself:
//     BENCH_PROGRAMS=build-release/bench node tests/bench/file_figures.js
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./children.js";
import { markdown } from "./table.js";

/** The files that are made, and what is measured with each. `large` ones have the size that a requirement names. */
export const fileKinds = [
    { kind: "ticks", size: "large", title: "1 GB in the order of time", measured: ["first-tick"] },
    { kind: "gzip", size: "large", title: "1 GB in a gzip file", measured: ["first-tick"] },
    { kind: "ticks", size: "middle", title: "5 million lines", measured: ["sniff", "index"] },
    { kind: "newest-first", size: "small", title: "64 MB, newest first", measured: ["sniff", "open"] },
    { kind: "by-symbol", size: "small", title: "64 MB, by symbol", measured: ["sniff", "open"] },
    { kind: "late-date", size: "small", title: "64 MB, dates that the last line decides", measured: ["sniff", "open"] },
];
/** In MB; the second one has 5 million lines. */
export const fileSizes = { large: 1000, middle: 150, small: 64 };

const csvReader = "import csv, json, sys, time\nrows = 0\nwith open(sys.argv[1], newline='') as file:\n" +
    "    for row in csv.reader(file):\n        rows += 1\n" +
    "print(json.dumps({'ms': 1000 * time.process_time(), 'count': rows}))";

/** What a program prints as one line of JSON. */
async function ask(command) {
    const child = launch(command, "server");
    if (await child.exited !== 0)
        throw new Error(child.stderr.trim());
    return JSON.parse(child.stdout);
}

async function askOrNothing(command) {
    try {
        return await ask(command);
    } catch {
        return undefined;
    }
}

/** One file: { kind, title, bytes, lines, floor, peer } and what was measured by name, each as { ms, count, … }. */
async function measureFile(program, file, { kind, title, size, measured }, sizes) {
    const run = (...given) => ask([program, ...given, "--file", file]);
    const made = await run("--make", kind, "--megabytes", sizes[size]);
    const found = { kind, title, ...made };
    if (!measured.includes("first-tick"))
        found.floor = await run("--measure", "floor");
    for (const what of measured)
        found[what] = await run("--measure", what);
    if (measured.includes("index"))
        found.peer = await askOrNothing(["python3", "-c", csvReader, file]);
    return found;
}

/** All files, of which one after the other is made and removed. `program` is bench_replay. */
export async function measureFiles(program, { sizes = fileSizes } = {}) {
    const folder = mkdtempSync(join(tmpdir(), "tickertray-files-"));
    const removeAll = () => rmSync(folder, { recursive: true, force: true });
    process.once("exit", removeAll);
    const found = [];
    try {
        for (const each of fileKinds) {
            const file = join(folder, "ticks.csv");
            found.push(await measureFile(program, file, each, sizes));
            rmSync(file);
        }
        return found;
    } finally {
        removeAll();
        process.removeListener("exit", removeAll);
    }
}

const kbPerMb = 1000;
const megabytesPerSecond = (bytes, ms) => bytes / ms / 1000;
const names = { "first-tick": "first tick", sniff: "start understood", index: "all lines read", open: "order found" };

/** What measureFiles() found, as rows for markdown(). */
export function fileRows(files) {
    const cell = (value, places) => (value === undefined ? "–" : value.toFixed(places));
    return [
        ["a file", "ms", "floor, ms", "ratio", "MB/s", "Python's csv, ms", "RSS, MB"],
        ...files.flatMap((file) => Object.keys(names).filter((what) => file[what] !== undefined).map((what) => {
            const { ms, residentKb } = file[what];
            const isAll = what === "index" || what === "open";
            return [
                `${file.title}: ${names[what]}`,
                cell(ms, 1),
                cell(isAll ? file.floor.ms : undefined, 1),
                cell(isAll ? ms / file.floor.ms : undefined, 1),
                cell(isAll ? megabytesPerSecond(file.bytes, ms) : undefined, 0),
                cell(what === "index" ? file.peer?.ms : undefined, 0),
                cell(residentKb / kbPerMb, 1),
            ];
        })),
    ];
}

/** The figures that are judged, each of them the worst; null where there is none. */
export function worstOfFiles(files) {
    const of = (choose, value) => {
        const values = (files ?? []).map(value).filter((one) => one !== undefined);
        return values.length === 0 ? null : choose(...values);
    };
    const most = (value) => of(Math.max, value);
    const least = (value) => of(Math.min, value);
    const memory = (file) => Math.max(...Object.keys(names).map((what) => file[what]?.residentKb ?? 0));
    const firstTick = (kind) => most((file) => (file.kind === kind ? file["first-tick"]?.ms : undefined));
    return {
        firstTickMs: firstTick("ticks"),
        firstTickOfGzipMs: firstTick("gzip"),
        sniffMs: most((file) => file.sniff?.ms),
        linesPerSecond: least((file) => file.index && 1000 * file.index.count / file.index.ms),
        megabytesPerSecond: least((file) => file.open && megabytesPerSecond(file.bytes, file.open.ms)),
        residentMb: most((file) => memory(file) / kbPerMb),
    };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
    console.log(markdown(fileRows(await measureFiles(join(process.env.BENCH_PROGRAMS, "bench_replay")))));
