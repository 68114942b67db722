// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Namespaces, leaving, and coming back after the server went away.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { connect, connected, disconnectAll, generations, received, transportOf, ways } from "../lib/clients.js";
import { finish, freePort, startTicker, until } from "../lib/ticker.js";

let ticker;
before(async () => { ticker = await startTicker(["--interval", "20"]); });
after(() => finish(ticker));
afterEach(disconnectAll);

for (const generation of Object.keys(generations)) {
    test(`client ${generation}: an unknown namespace is refused, the main one stays`, { timeout: 30_000 }, async () => {
        const main = await connected(connect(ticker.url, { generation }));
        // By the same manager, so over the same connection.
        const refused = [];
        const stranger = main.socket.io.socket("/nowhere");
        stranger.on("connect_error", (error) => refused.push(error.message));
        await until(() => refused.length > 0, "the refusal");
        assert.deepEqual(refused, ["Invalid namespace"]);
        assert.equal(stranger.connected, false);
        assert.equal(main.socket.connected, true);
        await received(main, main.prices.length + 5);
        assert.deepEqual(main.reasons, []);
    });

    for (const way of ["websocket", "upgrade"]) { // To ask after a session that polls is to end it.
        test(`client ${generation} over ${way}: leaving ends the session`, { timeout: 30_000 }, async () => {
            const other = await connected(connect(ticker.url));
            const client = await connected(connect(ticker.url, { generation, way }));
            await until(() => transportOf(client) === "websocket", "the upgrade");
            // The client has moved over before the server hears of it; a tick that comes this way shows that both have.
            await received(client, client.prices.length + 1);
            const asked = new URL(`/socket.io/?EIO=4&transport=polling&sid=${client.socket.io.engine.id}`, ticker.url);
            const code = async () => (await (await fetch(asked)).json()).code;
            assert.equal(await code(), 3); // known, by another transport
            client.socket.disconnect();
            await until(async () => await code() === 1, "the session to be unknown");
            assert.deepEqual(client.reasons, ["io client disconnect"]);
            await received(other, other.prices.length + 5);
        });
    }

    for (const way of Object.keys(ways)) {
        test(`client ${generation} over ${way}: comes back after a restart on the same port`, { timeout: 30_000 },
            async () => {
                const port = String(await freePort());
                let server = await startTicker(["--port", port, "--interval", "20"]);
                const client = await connected(connect(server.url, { generation, way }));
                await received(client, 3);
                await server.stop();
                await until(() => client.reasons.length > 0, "the client to see the end");
                // Not "io server disconnect", after which a client stays away for good.
                assert.equal(client.reasons.length, 1);
                assert.match(client.reasons[0], /^transport (close|error)$/);
                const seen = client.prices.length;
                server = await startTicker(["--port", port, "--interval", "20"]);
                await received(client, seen + 3);
                assert.equal(client.socket.connected, true);
                await server.stop();
            });
    }
}

for (const generation of Object.keys(generations)) {
    test(`client ${generation}: polls first, then is upgraded`, { timeout: 30_000 }, async () => {
        const seen = [];
        const client = connect(ticker.url, { generation, way: "upgrade" });
        client.socket.io.on("open", () => {
            seen.push(transportOf(client));
            client.socket.io.engine.on("upgrade", () => seen.push(transportOf(client)));
        });
        await connected(client);
        await until(() => seen.length === 2, () => `the upgrade after ${seen}`);
        assert.deepEqual(seen, ["polling", "websocket"]);
    });
}
