// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The lines that the program has to keep to, held against the figures.
import { baseOf } from "./figures.js";
import { worstOfFiles } from "./file_figures.js";
import { heartbeatSizes, judgedSizes, marketSize, subscribers } from "./plan.js";

const mostClients = 10_000;
const names = { ours: "Socket.IO", oursWebSocket: "WebSocket" };
const count = (clients) => clients.toLocaleString("en");

export const bounds = {
    toFloor: 1.15,
    toSocketIo: 0.5,
    flatness: 1.6,
    leastRate: 998,
    intervalMs: 0.15,
    delivered: 0.999, // the window of measurement may cut off one wake-up's ticks
    connect: 3,
    spread: 1.25,
    kbPerClient: 12,
    idlePercent: 0.3,
    marketToFloor: 1.3,
    subscriptionsPercent: 60,
    quotesPerSecond: 20_000,
    quoteP99Ms: 5,
    historyMb: 64,
    pastMs: 30,
    pastOfManyMs: 60,
    attackedMb: 64,
    attackedP99Ms: 50,
    firstTickMs: 100,
    firstTickOfGzipMs: 1000,
    sniffMs: 20,
    linesPerSecond: 1_500_000,
    megabytesPerSecond: 100,
    filesMb: 64,
};

/** Of two figures' values; null where one is missing. */
function ratio(ours, other, value) {
    return ours === null || other === null || value(ours) === null || value(other) === null
        ? null
        : value(ours) / value(other);
}

function costs(figures, servers, server) {
    const lines = [];
    for (const clients of judgedSizes) {
        const what = `CPU per tick, ${names[server]}, ${count(clients)} clients`;
        const ours = figures("cost", server, clients);
        const floor = baseOf(figures, servers, server, clients);
        const socketIo = figures("cost", "socketio", clients);
        const cpu = ({ cpuUs }) => cpuUs;
        lines.push({
            what: `${what}, to the floor`,
            of: ["cost", server, clients],
            value: ratio(ours, floor, cpu),
            most: bounds.toFloor,
        }, {
            what: `${what}, to npm socket.io`,
            of: ["cost", server, clients],
            value: ratio(ours, socketIo, cpu),
            most: bounds.toSocketIo,
            floor: ratio(floor, socketIo, cpu),
        });
    }
    return lines;
}

function atMostClients(figures, servers, server) {
    const ours = figures("cost", server, mostClients);
    const floor = baseOf(figures, servers, server, mostClients);
    const where = `${names[server]}, ${count(mostClients)} clients`;
    const of = ["cost", server, mostClients];
    return [{
        what: `time to accept, ${where}, to the floor`,
        of,
        value: ratio(ours, floor, ({ connectMs }) => connectMs),
        most: bounds.connect,
    }, {
        what: `spread p99, ${where}, to the floor`,
        of,
        value: ratio(ours, floor, ({ spreadMs }) => spreadMs?.p99 ?? null),
        most: bounds.spread,
    }, {
        what: `memory per client, ${where}, kB`,
        of,
        value: ours?.kbPerClient ?? null,
        most: bounds.kbPerClient,
    }];
}

function flatness(figures) {
    const [few, many] = heartbeatSizes;
    const growth = (server) => ratio(figures("heartbeats", server, many), figures("heartbeats", server, few),
        ({ cpuUs }) => cpuUs);
    const [ours, floor] = [growth("ours"), growth("floor")];
    return {
        what: `CPU per tick with heartbeats each second, ${count(many)} clients to ${count(few)}, beyond the floor's`,
        of: ["heartbeats", "ours", many],
        value: ours === null || floor === null ? null : ours / floor,
        most: bounds.flatness,
    };
}

function rates(figures) {
    const clients = 100;
    const [ours, floor] = ["ours", "floor"].map((server) => figures("rate", server, clients));
    // By how much it is worse than the floor, in the quietest round of each.
    const worse = { p1: -1, p99: 1 };
    const difference = (name) => ours === null || floor === null
        ? null
        : worse[name] * (ours.quietestMs[name] - floor.quietestMs[name]);
    const of = ["rate", "ours", clients];
    return [{
        what: `1,000 ticks a second asked: least rate of ${clients} clients`,
        of,
        value: ours?.leastRate ?? null,
        least: bounds.leastRate,
    }, ...["p1", "p99"].map((name) => ({
        what: `1,000 ticks a second, ${clients} clients: interval ${name}, ms worse than the floor's`,
        of,
        value: difference(name),
        most: bounds.intervalMs,
    })), {
        what: "10,000 ticks a second to one client: delivered",
        of: ["fast", "ours", 1],
        value: figures("fast", "ours", 1)?.delivered ?? null,
        least: bounds.delivered,
    }];
}

function markets(figures, { requests, history, past } = {}) {
    const ours = figures("market", "oursWebSocket", subscribers);
    const own = figures("subscriptions", "oursWebSocket", subscribers);
    const all = `${marketSize} instruments to ${count(subscribers)} clients`;
    const several = `${count(subscribers)} clients with different subscriptions`;
    return [{
        what: `CPU per tick, ${all}, to the floor`,
        of: ["market", "oursWebSocket", subscribers],
        value: ratio(ours, figures("market", "floorWebSocket", subscribers), ({ cpuUs }) => cpuUs),
        most: bounds.marketToFloor,
    }, {
        what: `${several}, 20 ticks a second: % of a core`,
        of: ["subscriptions", "oursWebSocket", subscribers],
        value: own === null ? null : 100 * own.busy,
        most: bounds.subscriptionsPercent,
    }, {
        what: `${several}: delivered`,
        of: ["subscriptions", "oursWebSocket", subscribers],
        value: own?.delivered ?? null,
        least: bounds.delivered,
    }, {
        what: "/api/quote over 32 connections: answers a second",
        of: null,
        value: requests?.perSecond ?? null,
        least: bounds.quotesPerSecond,
    }, {
        what: "/api/quote over 32 connections: p99, ms",
        of: null,
        value: requests?.p99Ms ?? null,
        most: bounds.quoteP99Ms,
    }, {
        what: "history of 100,000 ticks of 12 instruments, MB",
        of: null,
        value: history?.megabytes ?? null,
        most: bounds.historyMb,
    }, {
        what: "from listening to the generated past of 12 instruments, ms",
        of: null,
        value: past?.twelve ?? null,
        most: bounds.pastMs,
    }, {
        what: `the same of ${marketSize} instruments, ms`,
        of: null,
        value: past?.many ?? null,
        most: bounds.pastOfManyMs,
    }];
}

/** The worst of all attacks. */
function attackLines(attacked) {
    const worst = (value) => attacked ? Math.max(...attacked.map(value)) : null;
    return [{
        what: "the worst attack: RSS above base, MB",
        of: null,
        value: worst(({ aboveBaseMb }) => aboveBaseMb),
        most: bounds.attackedMb,
    }, {
        what: "the worst attack: bystander's p99, ms",
        of: null,
        value: worst(({ p99Ms }) => p99Ms),
        most: bounds.attackedP99Ms,
    }];
}

/** The worst of all files. */
function fileLines(files) {
    const worst = worstOfFiles(files);
    const lines = [
        { what: "1 GB of ticks: first tick, ms", value: worst.firstTickMs, most: bounds.firstTickMs },
        { what: "1 GB of ticks in a gzip file: first tick, ms", value: worst.firstTickOfGzipMs,
            most: bounds.firstTickOfGzipMs },
        { what: "the start of a file is understood, ms", value: worst.sniffMs, most: bounds.sniffMs },
        { what: "ticks of a file looked through, lines a second", value: worst.linesPerSecond,
            least: bounds.linesPerSecond },
        { what: "order of a file found, MB a second", value: worst.megabytesPerSecond,
            least: bounds.megabytesPerSecond },
        { what: "files of ticks: RSS, MB", value: worst.residentMb, most: bounds.filesMb },
    ];
    return lines.map((line) => ({ ...line, of: null }));
}

/**
 * Lines as { what, value, most or least, met, floor }. A value that could not be had is null: `met` is false when the
 * program itself failed (that run is `of`), and null when something was not measured. `floor` is what the floor would
 * have in the program's place, where that depends on the machine. `feed`: there is a plain WebSocket feed; `market`:
 * what measureRequests(), measureHistory() and measurePast() found, as { requests, history, past }; `attacked`: what
 * measureAttacks() found; `files`: what measureFiles() found.
 */
export function judge({ figures, servers, feed, idle, market, attacked, files }) {
    const ours = feed ? ["ours", "oursWebSocket"] : ["ours"];
    const idlePercent = idle?.ours?.error === undefined && idle?.ours
        ? 100 * idle.ours.serverCpuMs / idle.ours.elapsedMs
        : null;
    const lines = [
        ...ours.flatMap((server) => costs(figures, servers, server)),
        flatness(figures),
        ...rates(figures),
        ...ours.flatMap((server) => atMostClients(figures, servers, server)),
        ...(feed ? markets(figures, market) : []),
        ...attackLines(attacked),
        ...fileLines(files),
        { what: "no client, one tick a second: % of a core", of: null, value: idlePercent, most: bounds.idlePercent },
    ];
    return lines.map(({ of, ...line }) => {
        const failed = of !== null && figures.problem(...of) !== null;
        return { ...line, met: isMet(line) ?? (failed ? false : null) };
    });
}

function isMet({ value, most, least }) {
    if (value === null || !Number.isFinite(value))
        return null;
    return most === undefined ? value >= least : value <= most;
}
