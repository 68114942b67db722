// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every official client gets every tick, in order, whatever its generation and transport.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import {
    assertSameTicks, connect, connected, disconnectAll, indexOfRun, pairs, received, transportOf,
} from "../lib/clients.js";
import { finish, startTicker } from "../lib/ticker.js";

const wanted = 1000;
afterEach(disconnectAll);
after(() => finish());

for (const interval of ["2", "5"]) {
    test(`all twelve at once get every tick in order, one every ${interval} ms`, { timeout: 120_000 }, async () => {
        const ticker = await startTicker(["--interval", interval]);
        const witness = await connected(connect(ticker.url));
        await received(witness, 1);
        const from = witness.prices.length;
        const clients = pairs.map((pair) => connect(ticker.url, pair));
        await Promise.all(clients.map((client) => received(client, wanted)));
        const transports = clients.map(transportOf);
        for (const client of clients)
            client.socket.disconnect();
        for (const [i, client] of clients.entries()) {
            await assertSameTicks(witness, client, from);
            assert.equal(transports[i], pairs[i].way === "polling" ? "polling" : "websocket", client.who);
            assert.deepEqual(client.errors, [], client.who);
            assert.deepEqual(client.reasons, ["io client disconnect"], client.who);
        }
        for (const price of witness.prices)
            assert.ok(Number.isInteger(price) && price >= 0 && price <= 999, `a price of ${price}`);
        assert.ok(new Set(witness.prices).size > 100, "prices that vary");
        await ticker.stop();
    });
}

test("the same seed gives the same prices, another seed others", { timeout: 60_000 }, async () => {
    const tape = async (seed, interval) => {
        const ticker = await startTicker(["--seed", seed, "--interval", interval]);
        const client = connect(ticker.url);
        await received(client, 150);
        await ticker.stop();
        return client.prices;
    };
    const first = await tape("42", "10");
    // Where each tape was entered depends on the machine, so half of one is looked for in all of the other.
    const again = await tape("42", "5");
    assert.ok(indexOfRun(first, again.slice(20, 60)) !== -1 || indexOfRun(again, first.slice(20, 60)) !== -1,
        `two tapes of one seed: ${first.slice(0, 30)} and ${again.slice(0, 30)}`);
    const other = await tape("43", "5");
    assert.equal(indexOfRun(first, other.slice(20, 24)), -1);
});
