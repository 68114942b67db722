// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page asks by HTTP: what there is, and what was before it came. Each answer is null if there is none.
import { refusal } from "./ticker_ways.js";

async function ask(path, parameters = {}, cache = "no-store") {
    const url = new URL(path, location.origin);
    for (const [name, value] of Object.entries(parameters))
        url.searchParams.set(name, value);
    try {
        const reply = await fetch(url, { cache });
        return reply.ok ? await reply.json() : null;
    } catch {
        return null;
    }
}

const list = (value) => Array.isArray(value) ? value : [];

export const askStatus = () => ask("/api/status");
/** What there is: { instruments, featured }, the latter being the symbol to show to somebody who has chosen none. */
export async function askMarket(cache) {
    const market = await ask("/api/instruments", {}, cache);
    return Array.isArray(market?.instruments) ? market : null;
}

export const askInstruments = async () => (await askMarket())?.instruments ?? null;

/** How things stand: { seq, time, quotes }. */
export const askQuotes = (cache) => ask("/api/quotes", {}, cache);

/** Ticks of an instrument with their times, oldest first. */
export const askHistory = async (symbol, limit) =>
    list((await ask("/api/history", { symbol, limit, times: 1 }))?.ticks);
export const askCandles = async (symbol, interval, limit) =>
    list((await ask("/api/candles", { symbol, interval, limit }))?.candles);

/** What the server has counted for each of these names: a Map to { requests, bytesUp, bytesDown, … }. */
export async function askLanes(names) {
    const lanes = (await ask("/api/lanes", { names: names.join(",") }))?.lanes;
    return Array.isArray(lanes) ? new Map(lanes.map((lane) => [lane.name, lane])) : null;
}

/** Has the server make so many ticks a second. Null: it does; otherwise why not. */
export async function setServerRate(rateHz) {
    try {
        const reply = await fetch("/api/control", {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ action: "rate", value: rateHz }),
        });
        return reply.ok ? null : await refusal(reply);
    } catch {
        return "unreachable";
    }
}

/** { time, sent, received }: the server's clock, and ours around it, in milliseconds since 1970. */
export async function askTime() {
    const sent = performance.timeOrigin + performance.now();
    const time = (await ask("/api/time"))?.time;
    return Number.isFinite(time) ? { time, sent, received: performance.timeOrigin + performance.now() } : null;
}
