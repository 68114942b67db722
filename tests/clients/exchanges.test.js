// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events, acknowledgements and binary in both directions, namespaces and their data, with every official client.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { connect, connected, disconnectAll, pairs, revisionOf, settled } from "../lib/clients.js";
import { startConformance } from "../lib/conformance.js";
import { largeSamples, nonAsciiSamples, samples, shown } from "../lib/samples.js";
import { finish, until } from "../lib/ticker.js";

let server;
before(async () => { server = await startConformance(); });
afterEach(disconnectAll);
after(async () => {
    await server.stop();
    await finish();
});

/** All that the socket gets by this event from now on. */
function record(socket, event) {
    const lists = [];
    socket.on(event, (...args) => lists.push(args));
    return lists;
}

/** Everything at once, so that many packets share a payload; `socket` may be of any namespace. */
async function exchange(socket, sent, who) {
    const lists = Object.values(sent);
    const names = Object.keys(sent);
    const echoed = record(socket, "message-back");
    const answered = record(socket, "answer");
    const questions = [];
    const replyTo = (...args) => {
        const acknowledge = args.pop();
        questions.push(args);
        acknowledge(...args, "acknowledged");
    };
    socket.on("question", replyTo);

    const acknowledged = lists.map(() => null);
    for (const [i, list] of lists.entries()) {
        socket.emit("message", ...list);
        socket.emit("message-with-ack", ...list, (...args) => { acknowledged[i] = args; });
        socket.emit("ask", ...list);
    }
    await until(() => [echoed, questions, answered, acknowledged.filter(Boolean)]
        .every((got) => got.length >= lists.length),
    () => `all answers for ${who}: ${[echoed, questions, answered].map((got) => got.length)} of ${lists.length}`);
    for (const [i, list] of lists.entries()) {
        assert.equal(shown(echoed[i]), shown(list), `${who}: ${names[i]} as an event`);
        assert.equal(shown(acknowledged[i]), shown(list), `${who}: ${names[i]} acknowledged by the server`);
        assert.equal(shown(questions[i]), shown(list), `${who}: ${names[i]} as a question`);
        assert.equal(shown(answered[i]), shown([...list, "acknowledged"]), `${who}: ${names[i]} as an answer`);
    }
    assert.equal(echoed.length, lists.length, `${who}: events that nobody sent`);
    for (const event of ["message-back", "question", "answer"])
        socket.off(event);
}

for (const { generation, way, who } of pairs) {
    test(`${who}: events and acknowledgements, text and binary, both ways`, { timeout: 60_000 }, async () => {
        const client = await connected(connect(server.url, { generation, way }));
        // Client 1 encodes text twice for polling only: what moves to another transport on its way comes back garbled,
        // from any server.
        const everything = { ...samples, ...nonAsciiSamples };
        await exchange(client.socket, generation === 1 && way === "upgrade" ? samples : everything, who);
        await settled(client, way);
        await exchange(client.socket, everything, who);
        for (const [name, list] of Object.entries(largeSamples))
            await exchange(client.socket, { [name]: list }, who);
        assert.deepEqual(client.errors, []);
        assert.deepEqual(client.reasons, []);
    });

    test(`${who}: another namespace on the same connection`, { timeout: 60_000 }, async () => {
        const main = await connected(connect(server.url, { generation, way }));
        const custom = main.socket.io.socket("/custom");
        await until(() => custom.connected, "the namespace");
        const mainGot = record(main.socket, "message-back");
        await exchange(custom, samples, `${who} in /custom`);
        assert.deepEqual(mainGot, [], "what belongs to the other namespace");

        const reasons = record(custom, "disconnect");
        custom.disconnect();
        await until(() => reasons.length > 0, "the namespace to be left");
        await exchange(main.socket, samples, `${who} after leaving /custom`);
        assert.deepEqual(main.reasons, []);
    });

    test(`${who}: what a client says of itself when it connects`, { timeout: 60_000 }, async () => {
        const isNew = revisionOf(generation) === 4;
        const said = { token: "abc", "b=": "1 2&3" };
        if (generation !== 1) // It cannot read such text by polling, from any server, unless it wrote it itself.
            said["né"] = "🗝";
        const query = new URLSearchParams(said);
        const client = connect(server.url, {
            generation, way,
            namespace: isNew ? "/custom" : `/custom?${query}`,
            options: isNew ? { auth: said } : {},
        });
        const heard = record(client.socket, "auth");
        await until(() => heard.length > 0, () => `the echo (errors: ${client.errors})`);
        assert.deepEqual(heard, [[said]]);
        assert.equal(client.socket.connected, true);
    });
}
