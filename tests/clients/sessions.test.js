// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Namespaces, leaving, and the upgrade of a session.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import {
    connect, connected, disconnectAll, generations, received, revisionOf, settled, transportOf,
} from "../lib/clients.js";
import { finish, startTicker, until } from "../lib/ticker.js";

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
        for (const event of ["connect_error", "error"])
            stranger.on(event, (error) => refused.push(error?.message ?? error));
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
            await settled(client, way);
            // The client has moved over before the server hears of it; a tick that comes this way shows that both have.
            await received(client, client.prices.length + 1);
            const { id } = client.socket.io.engine;
            const asked = new URL(`/socket.io/?EIO=${revisionOf(generation)}&transport=polling&sid=${id}`, ticker.url);
            const code = async () => (await (await fetch(asked)).json()).code;
            assert.equal(await code(), 3); // known, by another transport
            client.socket.disconnect();
            await until(async () => await code() === 1, "the session to be unknown");
            assert.deepEqual(client.reasons, ["io client disconnect"]);
            await received(other, other.prices.length + 5);
        });
    }

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
