// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// python-socketio, as Debian has it, is a client that others wrote after the protocol's text.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { assertSameTicks, connect, connected, disconnectAll, received, ways } from "../lib/clients.js";
import { startConformance } from "../lib/conformance.js";
import { finish, launch, startTicker } from "../lib/ticker.js";

// Debian's packages are seen by Debian's Python only, which need not be the first in the path.
const python = process.env.TICKERTRAY_PYTHON ?? "/usr/bin/python3";
const script = fileURLToPath(new URL("python_client.py", import.meta.url));
const wanted = 1000;

before(async () => {
    const probe = launch(python, ["-c", "import aiohttp, socketio"]);
    // There may be no such program at all.
    const result = await Promise.race([probe.exited, new Promise((resolve) => { probe.child.on("error", resolve); })]);
    assert.equal(result.code, 0, `${python} needs Debian's packages python3-socketio and python3-aiohttp, which ` +
        `./dev test installs: ${result.message ?? probe.stderr}`);
});
afterEach(disconnectAll);
after(() => finish());

/** What the script found out. */
async function run(...args) {
    const client = launch(python, [script, ...args]);
    const result = await client.exited;
    assert.deepEqual(result, { code: 0, signal: null }, client.stderr);
    return JSON.parse(client.stdout);
}

for (const [way, transports] of Object.entries(ways)) {
    const lastTransport = transports.at(-1);

    test(`python-socketio over ${way} gets every tick in order`, { timeout: 60_000 }, async () => {
        const ticker = await startTicker(["--interval", "2"]);
        const witness = await connected(connect(ticker.url));
        await received(witness, 1);
        const from = witness.prices.length;
        const { prices, transport } = await run("ticks", ticker.url, transports.join(), String(wanted));
        assert.ok(prices.length >= wanted, `${prices.length} ticks`);
        assert.equal(transport, lastTransport);
        await assertSameTicks(witness, { prices, who: `python over ${way}` }, from);
        await ticker.stop();
    });

    test(`python-socketio over ${way}: events, acknowledgements and binary, both ways`, { timeout: 60_000 },
        async () => {
            const server = await startConformance();
            const { sent, event, acknowledgement, question, answer, transport } =
                await run("exchange", server.url, transports.join());
            assert.equal(transport, lastTransport);
            for (const got of [event, acknowledgement, question, answer])
                assert.deepEqual(got, sent);
            assert.equal(sent.length, 3);
            await server.stop();
        });
}
