// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The kinds of clients, each as { name, weight, start(ticker, random) }. start() resolves, once the client is there, to
// { stop(), problems(), ticks }: stop() resolves when it has gone, and problems() tells then what was wrong, as texts.
// ticker: { url, port, tape }. A new way to be served is one more entry here.
import { generations, ways } from "../../lib/clients.js";
import { checkMessages, checkPrices } from "./checks.js";
import { feed, until } from "./feeds.js";
import { startLiar } from "./liar.js";
import { startPoller } from "./poller.js";

const stallMs = { least: 500, most: 8000 };
const pauseMs = 1000;
const wholeLists = 3;

const oneOf = (list, random) => list[Math.floor(random(list.length))];

/** Everything, or some of it. */
function someSymbols({ tape }, random) {
    const wanted = Math.floor(random(wholeLists));
    if (wanted === 0)
        return "*";
    return [...new Set([tape.headline, ...Array.from({ length: wanted - 1 }, () => oneOf(tape.symbols, random))])];
}

/**
 * A client of start(symbols). A file with other instruments may begin between the choice and the subscription, which is
 * refused then: another client chooses anew.
 */
async function subscribed(ticker, random, start) {
    for (;;) {
        const symbols = someSymbols(ticker, random);
        const client = await start(symbols);
        const isRefused = client.problems.some((problem) =>
            /unknown_symbol|unknown symbol|no instrument/.test(problem));
        const isGone = () => symbols !== "*" && symbols.some((symbol) => !ticker.tape.symbols.includes(symbol));
        if (!isRefused || !await until(isGone).then(() => true, () => false))
            return client;
        client.close();
    }
}

/** What stop() and problems() are for whoever reads messages with numbers. */
function reader({ tape }, client, { mayMerge = false, mayBeLate = mayMerge, breaksOff = false } = {}) {
    const newest = () => client.messages.findLast(({ type }) => type !== "heartbeat");
    const upToDate = () => {
        const last = newest();
        return last?.type === "tick" ? tape.find(last) : tape.lastUpTo(last ?? { seq: -1, time: 0 });
    };
    return {
        get ticks() { return client.messages.filter(({ type }) => type === "tick").length; },
        async stop() {
            const goal = tape.newestOf(client.messages.findLast(({ symbols }) => symbols)?.symbols ?? []);
            if (!breaksOff && client.problems.length === 0)
                await until(() => upToDate() >= goal || client.problems.length > 0).catch(() => client.problems.push(
                    `late: tick ${tape.entries[goal].seq} did not come, only ${newest()?.seq}`));
            client.close(breaksOff);
        },
        problems: () => [...client.problems, ...checkMessages(tape, client.messages, { mayMerge, mayBeLate }).problems],
    };
}

const startFeed = (path) => async (ticker, random) =>
    reader(ticker, await subscribed(ticker, random, (symbols) => feed(path, ticker, { symbols })));

/** Wants less than every tick. */
async function startLimited(ticker, random) {
    const maxRate = 1 + Math.floor(random(20));
    const client = await subscribed(ticker, random, (symbols) => feed("/ws", ticker, { symbols, maxRate }));
    return reader(ticker, client, { mayMerge: true });
}

/** Stops reading for seconds, again and again. */
async function startStalling(ticker, random) {
    const client = await feed("/ws", ticker, { symbols: "*" });
    const own = reader(ticker, client, { mayMerge: true });
    let timer = null;
    const stall = () => {
        client.socket.pause();
        timer = setTimeout(readOn, stallMs.least + random(stallMs.most - stallMs.least));
    };
    const readOn = () => {
        client.socket.resume();
        timer = setTimeout(stall, random(pauseMs));
    };
    stall();
    return {
        ...own,
        get ticks() { return own.ticks; },
        stop() {
            clearTimeout(timer);
            client.socket.resume();
            return own.stop();
        },
    };
}

/** Goes without a word: the connection is reset. */
async function startBreakingOff(ticker, random) {
    const path = oneOf(["/ws", "/events"], random);
    const client = await subscribed(ticker, random, (symbols) => feed(path, ticker, { symbols }));
    return reader(ticker, client, { breaksOff: true });
}

/** One of a generation that takes prices, and quotes of these symbols; null: it does not subscribe. */
async function connectOfficial(ticker, generation, way, symbols) {
    const from = ticker.tape.entries.length;
    const client = { from, messages: [], prices: [], problems: [], isLeaving: false };
    const socket = generations[generation](ticker.url, {
        transports: ways[way], forceNew: true, reconnection: false,
    });
    const tell = (what) => (reason) => {
        if (!client.isLeaving)
            client.problems.push(`client ${generation}: ${what}: ${reason?.message ?? reason}`);
    };
    for (const event of ["connect_error", "error", "disconnect"])
        socket.on(event, tell(event));
    const takeSnapshot = (message) => {
        if (message.error)
            tell("refused")(JSON.stringify(message.error));
        else
            client.messages.push({ type: "snapshot", ...message });
    };
    socket.on("stock price update", (price) => client.prices.push(price));
    socket.on("snapshot", takeSnapshot);
    socket.on("quotes", (message) => client.messages.push({ type: "tick", ...message }));
    socket.on("heartbeat", (message) => client.messages.push({ type: "heartbeat", ...message }));
    client.close = () => {
        client.isLeaving = true;
        socket.disconnect();
        socket.io.engine?.close();
    };
    await until(() => socket.connected || client.problems.length > 0);
    if (symbols !== null) {
        socket.emit("subscribe", symbols, takeSnapshot);
        socket.emit("heartbeat", 1);
        await until(() => client.messages.length > 0 || client.problems.length > 0);
    }
    return client;
}

/** The official client, of any generation: its prices, and mostly a subscription too. */
const startOfficial = (way) => async (ticker, random) => {
    const generation = Number(oneOf(Object.keys(generations), random));
    const connect = (symbols) => connectOfficial(ticker, generation, way, symbols);
    const client = random(3) >= 1 ? await subscribed(ticker, random, connect) : await connect(null);
    return official(ticker, client, { mayBeLate: way !== "websocket" });
};

function official(ticker, client, options) {
    const own = reader(ticker, client, options);
    const { tape } = ticker;
    const { from } = client;
    return {
        get ticks() { return client.prices.length; },
        async stop() {
            const goal = tape.newestOf([tape.headline]);
            if (client.problems.length === 0)
                await until(() => client.problems.length > 0 || client.prices.length === 0 ||
                    checkPrices(tape, client.prices, from).at >= goal).catch(() => {}); // problems() says it
            const wasLate = client.problems.length === 0 && client.prices.length > 0 &&
                checkPrices(tape, client.prices, from).at < goal;
            if (wasLate)
                client.problems.push(`late: the price of tick ${tape.entries[goal].seq} did not come`);
            await own.stop();
        },
        problems: () => [...own.problems(), ...checkPrices(tape, client.prices, from).problems],
    };
}

export const kinds = [
    ...Object.keys(ways).map((way) => ({ name: `Socket.IO, ${way}`, weight: 3, start: startOfficial(way) })),
    { name: "/ws", weight: 3, start: startFeed("/ws") },
    { name: "/ws, limited", weight: 1, start: startLimited },
    { name: "/events", weight: 2, start: startFeed("/events") },
    { name: "REST", weight: 1, start: startPoller },
    { name: "stalls", weight: 2, start: startStalling },
    { name: "breaks off", weight: 2, start: startBreakingOff },
    { name: "lies", weight: 1, start: startLiar },
];
