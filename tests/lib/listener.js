// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients by a bare WebSocket, which cost little and can be told not to read, and what proves that none missed a tick.
import assert from "node:assert/strict";
import WebSocket from "ws";
import { indexOfRun } from "./clients.js";
import { ask } from "./http.js";
import { until } from "./ticker.js";

const tickStart = '42["stock price update",';
/** So many prices in a row occur only once in any record: each is one of a thousand, by chance. */
const runLength = 8;
const quotesAtOnce = 8;

const open = new Set();

/**
 * A client of Socket.IO 5: { socket, who, prices, isJoined, closeCode }. `socket` is of the package ws; closeCode is
 * null until the connection is over.
 */
export function listen(url, who = "a listener") {
    const address = new URL("/socket.io/?EIO=4&transport=websocket", url).href.replace(/^http/, "ws");
    const socket = new WebSocket(address, { perMessageDeflate: false });
    const listener = { socket, who, prices: [], isJoined: false, closeCode: null, longestGapMs: 0 };
    let last = null;
    const onTick = (text) => {
        const now = performance.now();
        listener.longestGapMs = Math.max(listener.longestGapMs, last === null ? 0 : now - last);
        last = now;
        listener.prices.push(Number(text.slice(tickStart.length, -1)));
    };
    socket.on("message", (data) => {
        const text = data.toString();
        if (text.startsWith(tickStart))
            onTick(text);
        else if (text.startsWith("0"))
            socket.send("40");
        else if (text === "2")
            socket.send("3");
        else if (text.startsWith("40"))
            listener.isJoined = true;
    });
    socket.on("error", () => {}); // "close" follows
    socket.on("close", (code) => {
        listener.closeCode = code;
        open.delete(socket);
    });
    open.add(socket);
    return listener;
}

/** To be called after each test. */
export function terminateAll() {
    for (const socket of open)
        socket.terminate();
    open.clear();
}

export async function joined(listener) {
    await until(() => listener.isJoined, () => `${listener.who} to join (closed: ${listener.closeCode})`, 30_000);
    return listener;
}

/** Waits for so many ticks from now on. */
export async function moreTicks(listener, count, limitMs = 60_000) {
    const wanted = listener.prices.length + count;
    await until(() => listener.prices.length >= wanted,
        () => `${wanted} ticks for ${listener.who}, it has ${listener.prices.length}`, limitMs);
}

/** The longest time between two ticks since this was asked before. */
export function takeLongestGap(listener) {
    const gap = listener.longestGapMs;
    listener.longestGapMs = 0;
    return gap;
}

/** What /api/quote says, a few times: [{ seq, price }]. */
export async function takeQuotes(url) {
    const quotes = [];
    for (let i = 0; i < quotesAtOnce; ++i)
        quotes.push(JSON.parse((await ask(url, "/api/quote")).body));
    return quotes;
}

/**
 * The number of the first price's tick, if each quote stands in the record where its number says. With quotes from the
 * record's begin and from its end, no tick between them is missing or there twice.
 */
export function firstTickOf(prices, quotes) {
    const fits = (first) => quotes.every(({ seq, price }) => prices[seq - first] === price);
    const [{ seq, price }] = quotes;
    const candidates = prices.flatMap((one, at) => one === price ? [seq - at] : []).filter(fits);
    assert.equal(candidates.length, 1, `ways in which ${prices.length} prices in a row fit to the quotes`);
    return candidates[0];
}

/** Watches that the listener gets every tick: call the result at the end. */
export async function watchEveryTick(url, listener) {
    await moreTicks(listener, runLength);
    const quotes = await takeQuotes(url);
    return async () => {
        quotes.push(...await takeQuotes(url));
        await moreTicks(listener, runLength);
        firstTickOf(listener.prices, quotes);
        assert.equal(listener.closeCode, null, listener.who);
    };
}

/**
 * The runs of which a record consists that lacks some ticks: [{ at, length }], places in the whole record, in order. A
 * price that stands alone belongs to no run, but has to occur between the runs before and after it.
 */
export function runsIn(whole, part) {
    const runs = [];
    let next = 0; // in the whole
    for (let i = 0; i < part.length;) {
        const at = indexOfRun(whole, part.slice(i, i + runLength), next);
        if (at === -1 || part.length - i < runLength) {
            next = whole.indexOf(part[i], next) + 1;
            assert.notEqual(next, 0, `price ${i} of ${part.length} is not one that came later`);
            ++i;
            continue;
        }
        let length = 0;
        while (i + length < part.length && whole[at + length] === part[i + length])
            ++length;
        runs.push({ at, length });
        i += length;
        next = at + length;
    }
    return runs;
}

/** Whether the last prices of one are among what the other got from a place on. */
export function isAsNewAs(prices, whole, from) {
    return prices.length >= runLength && indexOfRun(whole, prices.slice(-runLength), Math.max(0, from)) !== -1;
}
