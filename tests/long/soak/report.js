// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a soak found, as Markdown with plots.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markdown, short } from "../../bench/table.js";
import { timePlot } from "./time_plot.js";
import { percentile } from "./watch.js";

const bytesPerMegabyte = 1e6;
const count = (value) => value.toLocaleString("en");

const plots = [
    ["memory", "Memory of the program, MB", ({ bytes }) => bytes / bytesPerMegabyte],
    ["descriptors", "Open descriptors of the program", ({ descriptors }) => descriptors],
    ["clients", "Clients", ({ clients }) => clients],
    ["rate", "Ticks per second", ({ rate }) => rate],
];

/** The names of the checks that failed. */
export const failedOf = ({ checks }) => checks.filter(({ problems }) => problems.length > 0).map(({ name }) => name);

function figureRows({ before, after, answersMs }) {
    const megabytes = ({ bytes }) => short(bytes / bytesPerMegabyte);
    return [
        ["", "before", "after"],
        ["memory, MB", megabytes(before), megabytes(after)],
        ["descriptors", String(before.descriptors), String(after.descriptors)],
        ["clients", String(before.clients), String(after.clients)],
        ["a bystander's answers", "", count(answersMs.length)],
        ["their p50, ms", "", short(percentile(answersMs, 0.5))],
        ["their p99, ms", "", short(percentile(answersMs, 0.99))],
        ["the longest, ms", "", short(percentile(answersMs, 1))],
    ];
}

/** @param result { title, seed, minutes, checks: [{ name, problems }], counts, disturbed, before, after, answersMs } */
export function makeReport(result) {
    const { title, seed, minutes, checks, counts, disturbed, ticks, history, compared } = result;
    const failed = failedOf(result);
    return [
        `# Soak: ${failed.length === 0 ? "passed" : `FAILED: ${failed.join(", ")}`}`,
        "",
        `${title}; ${minutes} minutes, \`--seed ${seed}\`. ${count(ticks)} ticks of clients were checked, ` +
            `${count(history)} against the history, ${count(compared)} against a second program.`,
        "",
        markdown([["check", "result"], ...checks.map(({ name, problems }) =>
            [name, problems.length === 0 ? "passed" : `FAILED (${problems.length})`])]),
        "",
        ...checks.filter(({ problems }) => problems.length > 0).flatMap(({ name, problems }) =>
            [`## ${name}`, "", ...problems.map((text) => `    ${text}`), ""]),
        markdown(figureRows(result)),
        "",
        markdown([["clients", "came", "ticks"], ...counts.map(({ name, came, ticks: own }) =>
            [name, count(came), count(own)])]),
        "",
        markdown([["disturbance", "times"], ...Object.entries(disturbed).map(([name, times]) => [name, count(times)])]),
        "",
        ...plots.map(([name, heading]) => `![${heading}](${name}.svg)`),
        "",
    ].join("\n");
}

/** The report of a soak that could not go on. */
export function writeBroken(folder, { seed, minutes, reason }) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, "soak.md");
    writeFileSync(path, `# Soak: FAILED: it broke off\n\n${minutes} minutes, \`--seed ${seed}\`.\n\n` +
        `${reason.replace(/^/gm, "    ")}\n`);
    return path;
}

/** soak.md and its plots, in a folder that is made: the path of the report. */
export function writeReport(folder, result) {
    mkdirSync(folder, { recursive: true });
    for (const [name, heading, value] of plots) {
        const points = result.samples.map((one) => [one.seconds, value(one)]);
        writeFileSync(join(folder, `${name}.svg`), timePlot(points, heading));
    }
    const path = join(folder, "soak.md");
    writeFileSync(path, makeReport(result));
    return path;
}
