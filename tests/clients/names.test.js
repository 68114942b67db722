// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a client calls itself and what it speaks: client=NAME in any query, and subprotocols of WebSocket.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import WebSocket from "ws";
import { closeAfterEach, connect, connected } from "../lib/clients.js";
import { feedUrl } from "../lib/feed.js";
import { finish, startTicker, temporaryFolder, until } from "../lib/ticker.js";

const folder = temporaryFolder();
const closeLater = closeAfterEach();
after(() => finish());

async function open(url, protocols, options) {
    const socket = new WebSocket(url, protocols, options);
    closeLater(() => socket.terminate());
    await once(socket, "open");
    return socket;
}

/** The status and text of a handshake that is refused. */
async function refusal(url, protocols) {
    const socket = new WebSocket(url, protocols);
    socket.on("error", () => {}); // that it was refused
    const [, reply] = await once(socket, "unexpected-response");
    let text = "";
    for await (const part of reply)
        text += part;
    return [reply.statusCode, text.trim()];
}

const linesOf = (log) => readFileSync(log, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

test("a subprotocol of ours is answered, others are named in the log and left out", { timeout: 60_000 }, async () => {
    const log = join(folder, "subprotocols.jsonl");
    const ticker = await startTicker(["--log", log]);
    const url = feedUrl(ticker.url);
    assert.equal((await open(url)).protocol, "");
    assert.equal((await open(url, ["json"])).protocol, "json");
    assert.equal((await open(url, ["json", "tickertray.v1"])).protocol, "json");
    assert.equal((await open(url, ["mine", "tickertray.v1", "graphql-ws"])).protocol, "tickertray.v1");
    await until(() => linesOf(log).some(({ kind, detail, text }) => kind === "message refused" &&
        detail === "unknown_subprotocol" && text === "mine, graphql-ws"), () => `a line: ${readFileSync(log, "utf8")}`);

    // Those that get none: ws takes that for an error, as browsers do.
    const none = new WebSocket(url, ["mine"]);
    const [{ message }] = await once(none, "error");
    assert.match(message, /no subprotocol/i);

    // Engine.IO gives them no meaning, and so takes the first one, as npm's server does.
    const engineIo = `${ticker.url.replace("http", "ws")}socket.io/?EIO=4&transport=websocket`;
    assert.equal((await open(engineIo, ["mine", "yours"])).protocol, "mine");

    const many = Array.from({ length: 100 }, (_, i) => `name${i}`);
    assert.deepEqual(await refusal(url, many), [400, "At most 32 subprotocols can be offered, not 100."]);
    assert.deepEqual(await refusal(url, ["x".repeat(10_240)]),
        [400, "A subprotocol must have at most 64 characters, not 10240."]);
    await ticker.stop();
});

test("a name is kept over connections by all ways, and logged", { timeout: 60_000 }, async () => {
    const log = join(folder, "names.jsonl");
    const ticker = await startTicker(["--log", log]);
    const named = (kind) => linesOf(log).filter((line) => line.kind === kind && line.name !== undefined)
        .map(({ name, transport }) => `${name} ${transport}`).sort();
    const socket = await open(`${feedUrl(ticker.url)}?client=bot%201`);
    const abort = new AbortController();
    closeLater(() => abort.abort());
    await fetch(new URL("/events?client=%3Cb%3E", ticker.url), { signal: abort.signal });
    for (const way of ["polling", "websocket"]) {
        const query = { client: `by ${way}` };
        const { socket: own } = await connected(connect(ticker.url, { way, options: { query } }));
        own.disconnect();
    }
    socket.close();
    const expected = ["<b> sse", "bot 1 websocket", "by polling socket.io/polling",
        "by websocket socket.io/websocket"];
    await until(() => named("connected").length === 4 && named("disconnected").length === 3,
        () => `the lines: ${readFileSync(log, "utf8")}`);
    assert.deepEqual(named("connected"), expected);
    assert.deepEqual(named("disconnected"), expected.slice(1));

    const tooLong = "x".repeat(65);
    const text = "The name of a client must have at most 64 characters, not 65.";
    assert.deepEqual(await refusal(`${feedUrl(ticker.url)}?client=${tooLong}`), [400, text]);
    for (const path of ["/events?", "/api/quotes?", "/socket.io/?EIO=4&transport=polling&"]) {
        const reply = await fetch(new URL(`${path}client=${tooLong}`, ticker.url));
        assert.deepEqual([reply.status, (await reply.text()).trim()], [400, text], path);
    }
    for (const odd of ["%00%1b%5b31m", "%FF%FE", "%E2%80%AE", "a".repeat(64), "+++", "%"])
        assert.equal((await fetch(new URL(`/api/quotes?client=${odd}`, ticker.url))).status, 200, odd);
    await ticker.stop();
});
