// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A process that runs out of descriptors serves those it has and accepts again when some are given back.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createConnection } from "node:net";
import { afterEach, test } from "node:test";
import { assertRunOf, connect, connected, disconnectAll, received } from "../lib/clients.js";
import { isAsNewAs, joined, listen, moreTicks, terminateAll, watchEveryTick } from "../lib/listener.js";
import { processorMs } from "../lib/process_figures.js";
import { cleanEnvironment, launch, until } from "../lib/ticker.js";

afterEach(() => {
    disconnectAll();
    terminateAll();
});

const descriptors = 64;
/** The check of virtual tables opens pipes to see whether memory can be read, and takes a failure for a fault. */
const skip = process.env.TICKER_SANITIZE ? "a sanitizer needs descriptors of its own" : false;

async function startWithFewDescriptors() {
    // The shell sets the limit and then becomes the program.
    const script = `ulimit -n ${descriptors} && exec "$TICKERTRAY" --headless --port 0 --interval 20`;
    const ticker = launch("sh", ["-c", script], { env: cleanEnvironment() });
    const line = await until(() => /^Listening on (http:\/\/\S+:(\d+)\/)$/m.exec(ticker.stdout), "the address");
    return { ...ticker, url: line[1], port: Number(line[2]) };
}

test("descriptors run out and come back", { timeout: 60_000, skip }, async () => {
    const ticker = await startWithFewDescriptors();
    const witness = await connected(connect(ticker.url));
    const crowd = [];
    for (let i = 0; i < 2 * descriptors; ++i) {
        const socket = createConnection(ticker.port, "127.0.0.1");
        socket.on("error", () => {});
        crowd.push(socket);
    }
    await Promise.all(crowd.map((socket) => once(socket, "connect"))); // by the kernel, whoever accepts them
    await received(witness, witness.prices.length + 20); // the old client notices nothing

    let answered = false;
    const late = fetch(new URL("/api/quote", ticker.url)).then((reply) => { answered = reply.ok; });
    await received(witness, witness.prices.length + 20);
    assert.equal(answered, false, "more were accepted than there are descriptors: the test tests nothing");
    const freed = performance.now();
    for (const socket of crowd)
        socket.destroy();
    await late;
    assert.equal(answered, true);
    assert.ok(performance.now() - freed < 5000, "it took long to accept again");
    assert.deepEqual(witness.reasons, []);
    ticker.child.kill();
    assert.deepEqual(await ticker.exited, { code: 0, signal: null });
});

/** Whether those who joined are as many as there are descriptors: none more gets in while 20 ticks come. */
async function untilFull(clients, witness) {
    const countJoined = () => clients.filter(({ isJoined }) => isJoined).length;
    let count = 0;
    await until(async () => {
        const before = count;
        await moreTicks(witness, 20);
        count = countJoined();
        return count > 0 && count === before;
    }, () => `no more to join than the ${count} so far`);
    return count;
}

test("WebSocket clients up to the limit, and more when some leave", { timeout: 60_000, skip }, async () => {
    const ticker = await startWithFewDescriptors();
    const witness = await joined(listen(ticker.url, "the witness"));
    const gotEveryTick = await watchEveryTick(ticker.url, witness);
    const clients = Array.from({ length: 2 * descriptors }, (_, i) => listen(ticker.url, `client ${i}`));
    const count = await untilFull(clients, witness);
    assert.ok(count > descriptors / 2 && count < descriptors, `${count} clients with ${descriptors} descriptors`);
    const usedBefore = processorMs(ticker);
    const since = performance.now();
    await moreTicks(witness, 100);
    const share = (processorMs(ticker) - usedBefore) / (performance.now() - since);
    assert.ok(share < 0.25, `it takes ${Math.round(share * 100)} % of a processor to accept nobody`);

    const inside = clients.filter(({ isJoined }) => isJoined);
    const leaving = inside.filter((_, i) => i % 2 === 0);
    const staying = inside.filter((_, i) => i % 2 === 1);
    for (const [i, { socket }] of leaving.entries()) {
        if (i % 2 === 0)
            socket.close();
        else
            socket.terminate();
    }
    const waiting = clients.filter(({ isJoined }) => !isJoined);
    const newcomers = () => waiting.filter(({ isJoined }) => isJoined);
    await until(() => newcomers().length >= leaving.length,
        () => `${leaving.length} newcomers, there are ${newcomers().length}`);
    assert.equal(await untilFull(clients, witness), inside.length + leaving.length);
    for (const client of [...staying, ...newcomers()]) {
        assert.equal(client.closeCode, null, client.who);
        const got = client.prices.slice();
        await until(() => isAsNewAs(got, witness.prices, 0), () => `what ${client.who} got, at the witness`);
        assertRunOf(witness.prices, got, client.who);
    }
    for (const { socket } of clients)
        socket.terminate(); // a quote needs a descriptor
    await gotEveryTick();
    ticker.child.kill();
    assert.deepEqual(await ticker.exited, { code: 0, signal: null });
});
