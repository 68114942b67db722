// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every official client gets every tick, in order, whatever its generation and transport.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import {
    assertRunOf, connect, connected, disconnectAll, generations, indexOfRun, received, transportOf, ways,
} from "../lib/clients.js";
import { finish, startTicker, until } from "../lib/ticker.js";

const wanted = 300;
afterEach(disconnectAll);
after(() => finish());

/** Waits until the witness has got everything that the client has got. */
async function caughtUp(witness, client) {
    const last = client.prices.slice(-8);
    await until(() => indexOfRun(witness.prices.slice(-400), last) !== -1, "the witness to get the same ticks", 5000);
}

for (const generation of Object.keys(generations)) {
    for (const way of Object.keys(ways)) {
        test(`socket.io-client ${generation} over ${way} gets every tick in order`, { timeout: 60_000 }, async () => {
            const ticker = await startTicker(["--interval", "5"]);
            const witness = await connected(connect(ticker.url));
            await received(witness, 1);
            const client = connect(ticker.url, { generation, way });
            await received(client, wanted);
            assert.equal(transportOf(client), way === "polling" ? "polling" : "websocket");
            client.socket.disconnect();
            await caughtUp(witness, client);
            assertRunOf(witness.prices, client.prices, `client ${generation} over ${way}`);
            assert.deepEqual(client.errors, []);
            for (const price of client.prices)
                assert.ok(Number.isInteger(price) && price >= 0 && price <= 999, `a price of ${price}`);
            assert.ok(new Set(client.prices).size > 100, "prices that vary");
            await ticker.stop();
        });
    }
}

test("the upgrade happens in the midst of ticks and loses none", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--interval", "2"]);
    const witness = await connected(connect(ticker.url));
    await received(witness, 1);
    for (const generation of Object.keys(generations)) {
        for (let round = 0; round < 5; ++round) {
            const client = connect(ticker.url, { generation, way: "upgrade" });
            await connected(client);
            const { engine } = client.socket.io;
            await until(() => engine.transport.name === "websocket", "the upgrade", 5000, 1);
            await received(client, client.prices.length + 50);
            client.socket.disconnect();
            await caughtUp(witness, client);
            assertRunOf(witness.prices, client.prices, `client ${generation}, upgrade ${round}`);
        }
    }
    await ticker.stop();
});

test("all six at once get the same ticks", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--rate", "100"]);
    const witness = await connected(connect(ticker.url));
    await received(witness, 1);
    const all = Object.keys(generations).flatMap((generation) =>
        Object.keys(ways).map((way) => (
            { who: `${generation} ${way}`, client: connect(ticker.url, { generation, way }) })));
    await Promise.all(all.map(({ client }) => received(client, wanted)));
    for (const { client } of all)
        client.socket.disconnect();
    for (const { client, who } of all) {
        await caughtUp(witness, client);
        assertRunOf(witness.prices, client.prices, who);
    }
    await ticker.stop();
});

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
