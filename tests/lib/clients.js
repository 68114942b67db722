// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The official clients of all generations, and what they receive.
import assert from "node:assert/strict";
import { afterEach } from "node:test";
import io1 from "sioc1";
import io2 from "sioc2";
import { io as io3 } from "sioc3";
import { io as io4 } from "sioc4";
import { until } from "./ticker.js";

export const generations = { 4: io4, 3: io3, 2: io2, 1: io1 };
export const ways = {
    websocket: ["websocket"],
    polling: ["polling"],
    upgrade: ["polling", "websocket"],
};
/** Every generation by every way, each to be given to connect(). */
export const pairs = Object.keys(generations).map(Number).flatMap((generation) =>
    Object.keys(ways).map((way) => ({ generation, way, who: `client ${generation} over ${way}` })));

/** The revision of Engine.IO that a generation speaks. */
export const revisionOf = (generation) => Number(generation) >= 3 ? 4 : 3;

const open = new Set();

/**
 * A connected-soon client: { socket, who, prices, errors, reasons }. Nothing is shared between two of them. Clients 1
 * and 2 tell of a refused namespace by "error", 3 and 4 by "connect_error".
 */
export function connect(url, { generation = 4, way = "websocket", namespace = "", options = {} } = {}) {
    const socket = generations[generation](new URL(namespace, url).href, {
        transports: ways[way],
        forceNew: true,
        reconnectionDelay: 100,
        reconnectionDelayMax: 300,
        ...options,
    });
    const client = { socket, who: `client ${generation} over ${way}`, prices: [], errors: [], reasons: [] };
    socket.on("stock price update", (...args) => {
        assert.equal(args.length, 1);
        client.prices.push(args[0]);
    });
    for (const event of ["connect_error", "error"])
        socket.on(event, (error) => client.errors.push(error?.message ?? error));
    socket.on("disconnect", (reason) => client.reasons.push(reason));
    open.add(socket);
    return client;
}

/** Closes all clients after each test, these too: gives a function that takes what closes another one. */
export function closeAfterEach() {
    const others = new Set();
    afterEach(() => {
        disconnectAll();
        for (const close of others)
            close();
        others.clear();
    });
    return (close) => others.add(close);
}

/** To be called after each test: a client that is left open keeps the tests from ending. */
export function disconnectAll() {
    for (const socket of open) {
        socket.io.reconnection(false);
        socket.disconnect();
        socket.io.engine?.close();
    }
    open.clear();
}

export async function connected(client) {
    await until(() => client.socket.connected, () => `a connection of ${client.who} (errors: ${client.errors})`);
    return client;
}

export async function received(client, count) {
    await until(() => client.prices.length >= count,
        () => `${count} ticks for ${client.who}, there were ${client.prices.length} (errors: ${client.errors})`,
        60_000);
}

export const transportOf = (client) => client.socket.io.engine.transport.name;

/** Waits until the client has moved over to its last transport. */
export async function settled(client, way) {
    const wanted = ways[way].at(-1);
    await until(() => transportOf(client) === wanted, () => `${client.who} to use ${wanted}`);
}

/** Where the whole part occurs in the whole, or -1. */
export function indexOfRun(whole, part, from = 0) {
    for (let at = from; at + part.length <= whole.length; ++at) {
        if (part.every((value, i) => whole[at + i] === value))
            return at;
    }
    return -1;
}

/**
 * Two clients listened to the same server for a time. Everything that the first one got must stand in what the second
 * one got, in one piece: nothing lost, doubled or out of order. The second must have listened from before to after.
 */
export function assertRunOf(whole, part, who) {
    assert.ok(part.length >= 20, `${who}: too few ticks to compare, ${part.length}`);
    if (indexOfRun(whole, part) !== -1)
        return;
    const begin = indexOfRun(whole, part.slice(0, 8));
    const wrong = begin === -1 ? 0 : part.findIndex((value, i) => whole[begin + i] !== value);
    assert.fail(`${who}: differs from its ${wrong}th tick on: got ${part.slice(wrong, wrong + 8)}, the other got ` +
        `${begin === -1 ? "nothing like it" : whole.slice(begin + wrong, begin + wrong + 8)}`);
}

/**
 * The same for a client that is not listening any more and a witness that still is, which may have to catch up. The
 * witness had `from` ticks before the client came.
 */
export async function assertSameTicks(witness, { prices, who }, from) {
    const last = prices.slice(-8);
    await until(() => indexOfRun(witness.prices, last, from) !== -1,
        () => `the witness to get ${last}, the last ticks of ${who}`, 30_000);
    assertRunOf(witness.prices.slice(from), prices, who);
}
