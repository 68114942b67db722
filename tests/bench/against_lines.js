// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What two builds of the program are compared by, and what is made of the pairs.
import { runLoad, startServer } from "./children.js";
import { median, quantile } from "./figures.js";
import { startUp } from "./single_figures.js";
import { short } from "./table.js";

/** The new build may take so much more than the old one. */
export const bound = 1.03;

const starts = 7;
const navigations = 15; // a frame more or less is a sixth of the time
const rate = 20;

async function serving(server, ticks, action) {
    const running = await startServer(server.command(ticks, {}));
    try {
        return await action(running);
    } finally {
        await running.stop();
    }
}

async function loaded(load, server, options) {
    const result = await serving(server, options.rate, (running) => runLoad(load, running,
        { ...options, mode: server.mode }));
    if (result.error !== undefined)
        throw new Error(result.error);
    return result;
}

async function fanOut(load, server) {
    const result = await loaded(load, server, { clients: 1000, rate, seconds: 2, "warm-up": 0.5 });
    return result.serverCpuMs * 1000 / result.ticks.total;
}

async function connect(load, server) {
    const result = await loaded(load, server, { clients: 2000, rate: 1, seconds: 0.5, "warm-up": 0.1 });
    const kb = result.residentConnectedKb - result.residentBeforeKb;
    return [result.connectMs, kb / result.clients];
}

async function start(server) {
    const times = [];
    for (let round = 0; round <= starts; ++round)
        times.push(await startUp(server.command(1, {})));
    return median(times.slice(1)); // the first one reads the program's file
}

/**
 * By the name of a line, what it measures: `figures`, and a function that resolves to their values for one build. This
 * is given its servers (see servers.js), the load generator and, for the page, a function that makes a browser.
 */
export const lines = {
    "fan-out": {
        figures: ["fan-out, Socket.IO, 1,000 clients at 20/s: CPU per tick, µs",
            "fan-out, WebSocket, 1,000 clients at 20/s: CPU per tick, µs"],
        measure: async ({ servers, load }) =>
            [await fanOut(load, servers.ours), await fanOut(load, servers.oursWebSocket)],
    },
    connect: {
        figures: ["connect, 2,000 clients: ms", "connect, 2,000 clients: memory of each, kB"],
        measure: ({ servers, load }) => connect(load, servers.ours),
    },
    start: {
        figures: ["start to the first answer, ms"],
        measure: async ({ servers }) => [await start(servers.ours)],
    },
    page: {
        figures: ["page to the first price in Chromium, ms"],
        measure: async ({ servers, timesToPrice }) => serving(servers.ours, rate, async (running) =>
            [median(await timesToPrice(running, navigations))]),
    },
};

/** The lines that are asked for, "start,page", as a list of names. Throws for one that is not there. */
export function chosenLines(text) {
    const names = text === undefined ? Object.keys(lines) : text.split(",");
    const unknown = names.find((name) => !Object.hasOwn(lines, name));
    if (unknown !== undefined)
        throw new Error(`there is no line '${unknown}', only ${Object.keys(lines).join(", ")}`);
    return names;
}

/**
 * What pairs of values, [old, new], say: medians, quartiles of the ratio, and whether it is within the bound; null when
 * it is not, but in a quarter of the pairs the new one was as good: then something else disturbed them.
 */
export function compare(pairs) {
    const ratios = pairs.map(([before, now]) => now / before);
    const ratio = median(ratios);
    const quartiles = [quantile(ratios, 0.25), quantile(ratios, 0.75)];
    return {
        before: median(pairs.map(([before]) => before)),
        now: median(pairs.map(([, now]) => now)),
        ratio,
        quartiles,
        within: ratio <= bound ? true : quartiles[0] <= 1 ? null : false,
    };
}

/** Rows for markdown() of [[what, pairs], ...]. */
export function comparedRows(measured) {
    const fixed = (value) => value.toFixed(3);
    const verdicts = new Map([[true, "met"], [false, "NOT MET"], [null, "unclear, measure again"]]);
    return [
        ["median of pairs", "old", "new", "new / old", "quartiles", `at most ${bound}`],
        ...measured.map(([what, pairs]) => {
            const { before, now, ratio, quartiles, within } = compare(pairs);
            return [what, short(before), short(now), fixed(ratio), quartiles.map(fixed).join(" to "),
                verdicts.get(within)];
        }),
    ];
}
