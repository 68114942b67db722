// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A thousand clients move from polling to WebSocket in the midst of a fast stream, over links that hold bytes back.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import {
    assertSameTicks, connect, connected, disconnectAll, generations, received, transportOf,
} from "../lib/clients.js";
import { seededRandom } from "../lib/random.js";
import { environmentWith } from "../lib/settings.js";
import { startSlowLink } from "../lib/slow_link.js";
import { finish, startTicker, until } from "../lib/ticker.js";

const upgrades = 1000;
const atOnce = 20;
const ticksASecond = 500;
const seed = 20260701;
/** Bytes are this late at most: a few times the distance of two ticks, so that every order of events comes about. */
const maxDelayMs = 12;
/** More ticks than assertRunOf() asks for come by WebSocket, up to twice as many: so the next starts at any time. */
const fewestAfter = 25;
/** Far above the two seconds that a machine at rest keeps to; measured beside it. */
const hardLimitMs = 10_000;

const random = seededRandom(seed);
afterEach(disconnectAll);
after(() => finish());

/** One client from its start to its end: { durationMs, before }, the latter the ticks before the upgrade. */
async function upgradeOnce(url, generation, witness) {
    const from = witness.prices.length;
    const client = connect(url, { generation, way: "upgrade" });
    const moments = {};
    client.socket.io.on("open", () => {
        moments.open = performance.now();
        client.socket.io.engine.on("upgrade", () => {
            moments.upgrade = performance.now();
            client.ticksBefore = client.prices.length;
        });
    });
    await until(() => moments.upgrade, () => `the upgrade of ${client.who} (errors: ${client.errors})`, 30_000);
    await received(client, client.ticksBefore + Math.floor(fewestAfter + random(fewestAfter)));
    assert.equal(transportOf(client), "websocket");
    assert.deepEqual(client.errors, [], client.who);
    assert.deepEqual(client.reasons, [], client.who);
    client.socket.disconnect();
    await assertSameTicks(witness, client, from);
    return { durationMs: moments.upgrade - moments.open, before: client.ticksBefore };
}

test(`${upgrades} upgrades at random moments lose no tick, double none, keep the order`, { timeout: 200_000 },
    async (t) => {
        const link = await startSlowLink(maxDelayMs, random);
        const env = environmentWith({ allowedHosts: [`127.0.0.1:${link.port}`] });
        const ticker = await startTicker(["--rate", String(ticksASecond)], { env });
        link.to(ticker.port);
        const witness = await connected(connect(ticker.url));
        await received(witness, 1);

        const results = [];
        const names = Object.keys(generations);
        let started = 0;
        const lane = async () => {
            while (started < upgrades) {
                const generation = names[started++ % names.length];
                results.push(await upgradeOnce(`http://127.0.0.1:${link.port}/`, generation, witness));
            }
        };
        await Promise.all(Array.from({ length: atOnce }, lane));
        assert.equal(results.length, upgrades);

        const times = results.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
        const quantile = (share) => Math.round(times[Math.min(upgrades - 1, Math.floor(share * upgrades))]);
        const amidst = results.filter(({ before }) => before > 0).length;
        t.diagnostic(`seed ${seed}; ${amidst} of ${upgrades} clients had ticks by both transports`);
        t.diagnostic(`from open to upgrade, in ms: median ${quantile(0.5)}, p99 ${quantile(0.99)}, ` +
            `longest ${quantile(1)}`);
        assert.ok(amidst > upgrades / 4, `only ${amidst} were amidst the stream`);
        assert.ok(times.at(-1) < hardLimitMs, `an upgrade took ${times.at(-1)} ms`);
        await ticker.stop();
        await link.stop();
    });
