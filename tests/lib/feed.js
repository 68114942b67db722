// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients of the plain feed at /ws.
import assert from "node:assert/strict";
import WebSocket from "ws";
import { until } from "./ticker.js";

const open = new Set();

/** To be called after each test. */
export function terminateFeeds() {
    for (const socket of open)
        socket.terminate();
    open.clear();
}

export const feedUrl = (url, path = "/ws") => new URL(path, url.replace("http", "ws"));

/**
 * A client that was greeted and keeps all it hears: { socket, texts, messages, hello, ticks(), say(), ask(), close },
 * where `close` comes last. It has subscribed to symbols, if there are any, and has the `snapshot` then.
 */
export async function joinFeed(url, { path = "/ws", symbols, maxRate, ...options } = {}) {
    const socket = new WebSocket(feedUrl(url, path), options);
    open.add(socket);
    const feed = { socket, messages: [], texts: [], close: null };
    feed.ticks = () => feed.messages.filter(({ type }) => type === "tick");
    /** Resolves to the next message that is no tick. */
    feed.say = async (message) => {
        const before = feed.messages.length;
        socket.send(message);
        return until(() => feed.messages.slice(before).find(({ type }) => type !== "tick"),
            `an answer to ${message.slice(0, 100)}`);
    };
    feed.ask = (message) => feed.say(JSON.stringify(message));
    socket.on("message", (data, isBinary) => {
        assert.equal(isBinary, false);
        feed.texts.push(data.toString());
        feed.messages.push(JSON.parse(data));
    });
    socket.on("close", (code, reason) => { feed.close = { code, reason: reason.toString() }; });
    await until(() => feed.messages.length > 0, "the greeting");
    [feed.hello] = feed.messages;
    if (symbols !== undefined)
        feed.snapshot = await feed.ask({ action: "subscribe", symbols, max_rate: maxRate });
    return feed;
}

export const untilTicks = (feed, count, limitMs = 30_000) =>
    until(() => feed.ticks().length >= count, () => `${count} ticks, there were ${feed.ticks().length}`, limitMs);

/** How many ticks a tick message stands for. */
export const weightOf = ({ merged = 0 }) => 1 + merged;

export const symbolsOf = ({ quotes }) => quotes.map(({ symbol }) => symbol);

/** The newest quote of each symbol in messages that come in their order. */
export function newestQuotes(messages) {
    const newest = new Map();
    for (const { quotes = [] } of messages) {
        for (const quote of quotes)
            newest.set(quote.symbol, quote);
    }
    return newest;
}
