// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs in, figures out. What was measured several times is taken together.

export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The smallest of the values that this share of them does not exceed. */
export function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

const sum = (values) => values.reduce((total, value) => total + value, 0);

/**
 * The figures of some runs of one server with the same clients; null when there is none that worked. `spread` is null
 * when the clients did not all get the same ticks, or not at moments that can be told apart. `quietestMs`: the
 * intervals' percentiles where the machine disturbed them least, which it only ever does for the worse.
 */
export function figuresOf(results) {
    const worked = results.filter((result) => result.error === undefined);
    if (worked.length === 0)
        return null;
    const { clients, rate } = worked[0];
    const of = (name) => worked.map((result) => result[name]);
    const ticks = sum(worked.map((result) => result.ticks.total));
    const elapsed = sum(of("elapsedMs")) / 1000;
    const spreads = of("spreadsUs").flat();
    const aligned = spreads.length > 0 && !spreads.includes(null);
    return {
        clients,
        rate,
        cpuUs: sum(of("serverCpuMs")) * 1000 / ticks,
        delivered: ticks / (clients * rate * elapsed),
        actualRate: ticks / (clients * elapsed),
        leastRate: Math.min(...worked.map((result) => result.ticks.least * 1000 / result.elapsedMs)),
        spreadMs: aligned ? { p50: quantile(spreads, 0.5) / 1000, p99: quantile(spreads, 0.99) / 1000 } : null,
        intervalMs: Object.fromEntries(["p1", "p50", "p99"].map((name) =>
            [name, median(worked.map((result) => result.intervalMs[name]))])),
        quietestMs: {
            p1: Math.max(...worked.map(({ intervalMs }) => intervalMs.p1)),
            p99: Math.min(...worked.map(({ intervalMs }) => intervalMs.p99)),
        },
        kbPerClient: median(worked.map((result) =>
            (result.residentConnectedKb - result.residentBeforeKb) / result.clients)),
        connectMs: median(of("connectMs")),
        busy: Math.max(...worked.map((result) => result.serverCpuMs / result.elapsedMs)),
        loadBusy: Math.max(...worked.map((result) => result.loadCpuMs / result.elapsedMs)),
        lost: sum(of("lost")),
    };
}

/** A list as short as its percentiles, which take its place when it is longer. */
export function thinned(values) {
    const steps = 100;
    if (values === null || values === undefined || values.length <= 4 * steps)
        return values;
    return Array.from({ length: steps + 1 }, (_, step) => quantile(values, step / steps));
}

/** A function (kind, server, clients) that gives their figures or null; its problem() says why. */
export function makeFigures(runs) {
    const found = (kind, server, clients) => runs.filter((run) =>
        run.kind === kind && run.server === server && run.clients === clients);
    const cache = new Map();
    const figures = (kind, server, clients) => {
        const key = `${kind} ${server} ${clients}`;
        if (!cache.has(key))
            cache.set(key, figuresOf(found(kind, server, clients).map(({ result }) => result)));
        return cache.get(key);
    };
    figures.problem = (kind, server, clients) =>
        found(kind, server, clients).find(({ result }) => result.error !== undefined)?.result.error ?? null;
    return figures;
}

/** The floor for a server with that many clients: that of its own frames where it was measured. */
export function baseOf(figures, servers, server, clients) {
    return figures("cost", servers[server].base, clients) ?? figures("cost", "floor", clients);
}
