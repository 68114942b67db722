// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is measured, and in which order. Ratios count within a batch, for the processor's speed varies with time: so
// each size is measured for all servers in turn, and those that are judged several times.

/** Messages a second in all, at most 200 ticks. */
export const rateFor = (clients) => Math.min(200, 20_000 / clients);
export const sizes = [1, 100, 1000, 5000, 10_000];
export const judgedSizes = [1000, 10_000];
export const heartbeatSizes = [100, 10_000];

const most = 10_000;

/** Seconds of measurement and of warm-up. */
function times(clients) {
    if (clients === 1)
        return { seconds: 1, "warm-up": 0.3 };
    if (clients <= 1000)
        return { seconds: 2, "warm-up": 0.5 };
    return clients < most ? { seconds: 2.5, "warm-up": 0.7 } : { seconds: 4, "warm-up": 1.1 };
}

/** How often a judged size is measured, and for how long: the machine is fast or slow for some seconds at a time. */
const judgedRounds = (clients) => (clients < most
    ? { rounds: 5, seconds: 1.3, "warm-up": 0.4 }
    : { rounds: 2, ...times(clients) });

function cost(server, clients, kind = "cost") {
    return { kind, server, clients, rate: rateFor(clients), ...times(clients) };
}

const atRate = (kind, server, clients, rate) => ({ kind, server, clients, rate, seconds: 2, "warm-up": 0.5 });

const heartbeatRounds = 2;

/** How often the intervals are measured: a virtual machine that is put aside for some ms ruins a run. */
const intervalRounds = 4;

/** The market of the runs that are about many instruments, all of which trade with each tick. */
export const marketSize = 500;
export const subscribers = 1000;
const marketRate = 10;
/** Often and for a short time each: copying that much runs at half the speed for a while where others copy too. */
const marketRounds = { rounds: 4, seconds: 1.2, "warm-up": 0.3 };
/** Clients with a subscription of their own, of so many instruments. */
const ownSubscription = { rate: 20, different: 10, instruments: marketSize };

/** Everything to everybody beside the floor with frames of that size, and to everybody something else. */
function marketRuns(quick) {
    const { rounds, ...lasting } = marketRounds;
    const all = ["floorWebSocket", "oursWebSocket"].map((server) =>
        ({ kind: "market", server, clients: subscribers, rate: marketRate, symbol: "*", ...lasting }));
    const own = atRate("subscriptions", "oursWebSocket", subscribers, ownSubscription.rate);
    return [...Array(quick ? 1 : rounds).fill(all).flat(), { ...own, ...ownSubscription }];
}

/**
 * Runs as { kind, server, clients, rate, seconds, warm-up }. `feed`: there is a plain WebSocket feed. `heartbeats`: the
 * program's heartbeats can be made fast. `quick`: a short look at a few of them.
 */
export function makePlan({ feed, heartbeats, largest = most, quick = false }) {
    const plan = [];
    const add = (...runs) => plan.push(...runs.filter(({ clients }) => clients <= largest));
    const feeds = feed ? ["floorWebSocket", "oursWebSocket"] : [];
    const compare = (clients) => {
        const judged = judgedSizes.includes(clients);
        const measured = ["floor", "ours", ...feeds.filter((name) => judged || name !== "floorWebSocket"), "socketio"];
        const { rounds, ...lasting } = judged ? judgedRounds(clients) : { rounds: 1, ...times(clients) };
        for (let round = 0; round < (quick ? 1 : rounds); ++round) {
            for (const server of measured)
                add({ ...cost(server, clients), ...lasting });
        }
        add(cost("ws", clients));
    };
    for (const clients of [100, ...judgedSizes])
        compare(clients);
    if (heartbeats) {
        for (let round = 0; round < (quick ? 1 : heartbeatRounds); ++round) {
            for (const clients of heartbeatSizes)
                add(cost("floor", clients, "heartbeats"), cost("ours", clients, "heartbeats"));
        }
    }
    const all = ["floor", "ours", "socketio", "ws"];
    const again = quick ? [] : Array(intervalRounds - 1).fill(["floor", "ours"]).flat();
    for (const [clients, names] of [[1, all], [100, [...all, ...again]]]) {
        for (const server of names)
            add(atRate("rate", server, clients, 1000));
    }
    for (const server of ["floor", "ours"])
        add(atRate("fast", server, 1, 10_000));
    if (feed)
        add(...marketRuns(quick));
    // Last what no line depends on, for it is left out when time runs short.
    for (const clients of sizes.filter((size) => size !== 100 && !judgedSizes.includes(size)))
        compare(clients);
    return quick ? plan.map((run) => ({ ...run, seconds: 1 })) : plan;
}
