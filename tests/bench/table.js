// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures as one Markdown table, which is also what is printed.
import { baseOf, median } from "./figures.js";
import { marketSize, rateFor, sizes, subscribers } from "./plan.js";

const none = "–";

const digits = (value, places) => value.toLocaleString("en", {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
});
/** About three digits. */
export function short(value) {
    if (!Number.isFinite(value))
        return none;
    const size = Math.abs(value);
    return digits(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}
const percent = (share) => `${digits(100 * share, share === 0 || share > 0.1 ? 1 : 3)} %`;
const count = (clients) => `${clients.toLocaleString("en")} ${clients === 1 ? "client" : "clients"}`;

/** Rows of one size: [label, function of a server and its figures]. */
function costRows(figures, servers) {
    return [
        ["CPU per tick, µs", (server, { cpuUs }) => short(cpuUs)],
        ["ratio to the floor", (server, { cpuUs, clients }) =>
            digits(cpuUs / (baseOf(figures, servers, server, clients)?.cpuUs ?? NaN), 2)],
        ["delivered", (server, { delivered }) => percent(delivered)],
        ["spread p50 / p99, ms", (server, { spreadMs, clients }) => spreadMs === null || clients === 1
            ? none
            : `${short(spreadMs.p50)} / ${short(spreadMs.p99)}`],
        ["memory per client, kB", (server, { kbPerClient, clients }) => clients < 100 ? none : short(kbPerClient)],
        ["time to connect all, ms", (server, { connectMs }) => short(connectMs)],
    ];
}

const rateRows = [
    ["actual rate", (server, { actualRate }) => digits(actualRate, 1)],
    ["interval p1 / p50 / p99, ms", (server, { intervalMs }) =>
        [intervalMs.p1, intervalMs.p50, intervalMs.p99].map((value) => digits(value, 2)).join(" / ")],
];

/** [[first, ...cells], ...] of a kind of run. */
function rowsOf({ figures, columns, kind, clients, title, rows }) {
    if (columns.every((server) => figures(kind, server, clients) === null && !figures.problem(kind, server, clients)))
        return [];
    return rows.map(([label, cell]) => [`${title}: ${label}`, ...columns.map((server) => {
        const own = figures(kind, server, clients);
        if (own !== null)
            return cell(server, own);
        return figures.problem(kind, server, clients) === null ? none : "failed";
    })]);
}

const marketRows = [
    ["CPU per tick, µs", (server, { cpuUs }) => short(cpuUs)],
    ["delivered", (server, { delivered }) => percent(delivered)],
    ["CPU, share of a core", (server, { busy }) => percent(busy)],
];

function singleRows(columns, startUp, idle) {
    const idleCell = (server) => {
        const result = idle?.[server];
        return result === undefined || result.error !== undefined
            ? none
            : percent(result.serverCpuMs / result.elapsedMs);
    };
    const startCell = (server) => startUp?.[server] ? short(median(startUp[server])) : none;
    return [
        ["no client, 1 tick/s: CPU, share of a core", ...columns.map(idleCell)],
        ["start-up to first answer, ms", ...columns.map(startCell)],
    ];
}

/** The whole table, as rows of texts; the first one is the heading. */
export function makeTable({ figures, servers, columns, startUp, idle }) {
    const rows = costRows(figures, servers);
    const cpuOnly = rows.slice(0, 1);
    return [
        ["", ...columns.map((server) => servers[server].title)],
        ...sizes.flatMap((clients) => rowsOf({ figures, columns, kind: "cost", clients, rows,
            title: `${count(clients)}, ${rateFor(clients)}/s` })),
        ...[100, 10_000].flatMap((clients) => rowsOf({ figures, columns, kind: "heartbeats", clients, rows: cpuOnly,
            title: `${count(clients)}, ${rateFor(clients)}/s, heartbeats each second` })),
        ...[1, 100].flatMap((clients) => rowsOf({ figures, columns, kind: "rate", clients, rows: rateRows,
            title: `${count(clients)}, 1,000/s` })),
        ...rowsOf({ figures, columns, kind: "fast", clients: 1, title: "1 client, 10,000/s",
            rows: [["delivered", (server, { delivered }) => percent(delivered)]] }),
        ...rowsOf({ figures, columns, kind: "market", clients: subscribers, rows: marketRows,
            title: `${count(subscribers)}, ${marketSize} instruments, 10/s` }),
        ...rowsOf({ figures, columns, kind: "subscriptions", clients: subscribers, rows: marketRows,
            title: `${count(subscribers)} with subscriptions of their own, 20/s` }),
        ...singleRows(columns, startUp, idle),
    ];
}

/** Rows as Markdown whose columns stand in line as text too. */
export function markdown(rows) {
    const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
    const line = (row) => `| ${row.map((cell, column) => column === 0
        ? cell.padEnd(widths[column])
        : cell.padStart(widths[column])).join(" | ")} |`;
    const rule = `|${widths.map((width, column) => column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)
        .join("|")}|`;
    return [line(rows[0]), rule, ...rows.slice(1).map(line)].join("\n");
}

/** The judged lines as rows for markdown(). */
export function judgedRows(lines) {
    const verdicts = new Map([[true, "met"], [false, "NOT MET"], [null, "not measured"]]);
    const text = (value) => value >= 100 ? digits(value, 1) : digits(value, 3);
    return [
        ["line", "value", "the floor's", "bound", ""],
        ...lines.map(({ what, value, most, least, met, floor = null }) => [
            what,
            value === null ? none : text(value),
            floor === null ? none : text(floor),
            most === undefined ? `at least ${least}` : `at most ${most}`,
            verdicts.get(met),
        ]),
    ];
}
