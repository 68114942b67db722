// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program ends and starts again on the same port: every official client is back soon, by its own patience.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { connect, connected, disconnectAll, pairs, received, settled } from "../lib/clients.js";
import { finish, freePort, startTicker, until } from "../lib/ticker.js";

const limitMs = 6000;
/** The library's own: the first try 0.5 to 1.5 s after the loss, each next one twice as late, up to 5 s. */
const ownPatience = { reconnectionDelay: undefined, reconnectionDelayMax: undefined };

after(() => finish());
afterEach(disconnectAll);

for (const signal of ["SIGTERM", "SIGKILL"]) {
    test(`after ${signal} all twelve are back within ${limitMs} ms of the restart`, { timeout: 90_000 }, async (t) => {
        const port = String(await freePort());
        let ticker = await startTicker(["--port", port, "--interval", "20"]);
        const clients = pairs.map((pair) => connect(ticker.url, { ...pair, options: ownPatience }));
        await Promise.all(clients.map(connected));
        await Promise.all(clients.map((client, i) => settled(client, pairs[i].way)));
        await Promise.all(clients.map((client) => received(client, client.prices.length + 3)));
        for (const client of clients) {
            client.connections = [];
            client.socket.on("connect", () => client.connections.push(performance.now()));
        }

        const stopped = performance.now();
        ticker.child.kill(signal);
        await ticker.exited;
        ticker = await startTicker(["--port", port, "--interval", "20"]);
        const listening = performance.now();
        const away = () => clients.filter(({ connections }) => connections.length === 0).map(({ who }) => who);
        await until(() => away().length === 0, () => `${away()} to be back`, 30_000);
        await Promise.all(clients.map((client) => received(client, client.prices.length + 3)));
        for (const client of clients) {
            assert.equal(client.connections.length, 1, `${client.who}: back once`);
            // Not "io server disconnect", after which a client stays away for good.
            assert.match(client.reasons.join(), /^transport (close|error)$/, client.who);
        }
        const latest = clients.reduce((a, b) => a.connections[0] > b.connections[0] ? a : b);
        const tookMs = latest.connections[0] - listening;
        t.diagnostic(`${Math.round(listening - stopped)} ms until it listened again; the last one, ` +
            `${latest.who}, was back ${Math.round(tookMs)} ms later`);
        assert.ok(tookMs < limitMs, `${latest.who} came back after ${tookMs} ms`);
        await ticker.stop();
    });
}
