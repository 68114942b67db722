// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every message of every kind, as it comes from the running program, is as the schema says.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import WebSocket from "ws";
import { closeAfterEach, connect, connected, pairs } from "../lib/clients.js";
import { assertMessage, compileMessage, messages } from "../lib/contract.js";
import { finish, startTicker, until } from "../lib/ticker.js";

let ticker;
const closeLater = closeAfterEach();
before(async () => { ticker = await startTicker(["--interval", "5", "--seed", "42"]); });
after(() => finish(ticker));

const kindsOf = (list) => [...new Set(list.map(({ type }) => type))].sort();

async function control(body) {
    const reply = await fetch(new URL("/api/control", ticker.url), {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
    assert.equal(reply.status, 200, await reply.text());
}

/** A client at /ws that was greeted, all of whose messages are as described: { messages, say(), await answer }. */
async function join() {
    const socket = new WebSocket(new URL("/ws", ticker.url.replace("http", "ws")));
    closeLater(() => socket.terminate());
    const client = { messages: [], wrong: null };
    socket.on("message", (data) => {
        const message = JSON.parse(data);
        client.messages.push(message);
        try {
            assertMessage("WebSocketServerMessage", message);
        } catch (error) {
            client.wrong ??= error;
        }
    });
    client.until = (condition, what) => until(() => {
        if (client.wrong)
            throw client.wrong;
        return client.messages.find(condition);
    }, what);
    /** Says something and gives the answer, which is the next message that is of no tick. */
    client.say = async (message) => {
        const from = client.messages.length;
        socket.send(typeof message === "object" && !Buffer.isBuffer(message) ? JSON.stringify(message) : message);
        const isTick = ({ type, tape }) => type === "tick" || (type === "book" && !tape);
        return client.until((answer) => !isTick(answer) && client.messages.indexOf(answer) >= from,
            `an answer to ${message}`);
    };
    await client.until(({ type }) => type === "hello", "the greeting");
    return client;
}

test("the schema is strict, and every definition of it can be used", () => {
    for (const name of Object.keys(messages.$defs))
        assert.equal(typeof compileMessage(name), "function", name);
    for (const wrong of [{}, { type: "tick" }, { type: "pong", time: -1 }, { type: "pong", time: 1, more: 1 }])
        assert.throws(() => assertMessage("WebSocketServerMessage", wrong), assert.AssertionError);
});

/** Halts an instrument and lets it go on, and pauses the clock; `comes` waits for one of some states. */
async function tellsHalts(comes) {
    const quote = async () => (await fetch(new URL("/api/quote", ticker.url))).json();
    await control({ action: "halt", symbol: "ACME" });
    const status = await comes(["halted"]);
    assert.deepEqual(status.symbols, ["ACME"]);
    const { state, tape } = await quote();
    assert.deepEqual([state, tape], ["halted", status.tape]);
    await control({ action: "resume", symbol: "ACME" });
    await comes(["trading"]);
    assert.ok(!("state" in await quote()));
    await control({ action: "pause" });
    await comes(["paused"]);
    await control({ action: "play" });
    await comes(["running"]);
}

test("over a WebSocket", { timeout: 60_000 }, async () => {
    const client = await join();
    const asked = async (request) => {
        assertMessage("WebSocketClientMessage", request);
        return client.say(request);
    };
    const { symbols } = await asked({ action: "subscribe", symbols: ["ACME", "SLOTH"] });
    assert.deepEqual(symbols, ["ACME", "SLOTH"]);
    assert.equal((await asked({ action: "subscribe", symbols: "TEAPOT", max_rate: 1000 })).symbols.length, 3);
    assert.ok((await asked({ action: "subscribe", symbols: "*" })).symbols.length >= 3);
    await client.until(({ type }) => type === "tick", "a tick");
    assert.deepEqual(await asked({ action: "max_rate", max_rate: 20 }), { type: "max_rate", max_rate: 20 });
    await client.until(({ merged }) => merged > 1, "ticks merged into one");
    assert.deepEqual(await asked({ action: "max_rate", max_rate: 0 }), { type: "max_rate", max_rate: 0 });
    assert.equal((await asked({ action: "max_rate" })).max_rate, 0);
    assert.equal((await asked({ action: "ping" })).type, "pong");
    assert.ok(!(await asked({ action: "unsubscribe", symbols: ["TEAPOT"] })).symbols.includes("TEAPOT"));

    const codes = [];
    for (const wrong of ["hello", "[]", "{\"action\":\"dance\"}", Buffer.from([1, 2]),
        { action: "subscribe" }, { action: "subscribe", symbols: [3] }, { action: "subscribe", symbols: ["NOPE"] },
        { action: "unsubscribe", symbols: "NOPE" },
        { action: "subscribe", symbols: Array.from({ length: 1001 }, (_, i) => `S${i}`) },
        { action: "subscribe", symbols: "*", max_rate: 1001 }, { action: "max_rate", max_rate: "fast" },
        { action: "subscribe", symbols: "*", fields: ["bids"] }, { action: "subscribe", symbols: "*", fields: [1] },
        { action: "subscribe", symbols: "*", channel: "news" },
        { action: "subscribe", symbols: "*", channel: "book", depth: 0 },
        { action: "subscribe", symbols: "*", channel: "book", updates: "all" }, { action: "heartbeat", every: 0 }]) {
        const { type, code } = await client.say(wrong);
        assert.equal(type, "error");
        codes.push(code);
    }
    assert.deepEqual([...new Set(codes)].sort(), [...messages.$defs.ErrorCode.enum].sort());

    await asked({ action: "heartbeat", every: 1 });
    const heartbeat = await client.until(({ type, last }) => type === "heartbeat" && last > 0, "a heartbeat");
    assert.ok(heartbeat.every === 1 && heartbeat.last <= heartbeat.seq && !("state" in heartbeat));
    await tellsHalts((states) => client.until(({ type, state }) => type === "status" && states.includes(state),
        `a status ${states}`));
    assert.equal((await asked({ action: "heartbeat", every: "off" })).every, 0);

    const book = { action: "subscribe", channel: "book", symbols: ["SLOTH"], updates: "differences" };
    assert.equal((await asked(book)).books.length, 1);
    await client.until(({ books }) => books?.[0].first > 0, "a difference");

    const from = client.messages.length;
    await control({ action: "seed", value: "43" });
    await client.until((message) => client.messages.indexOf(message) >= from && message.type === "hello"
        && message.seed === "43", "the greeting of another market");
    await client.until((message) => client.messages.indexOf(message) >= from && message.type === "snapshot",
        "how that one stands");
    await control({ action: "pause" });
    const paused = await join();
    assert.equal(paused.messages[0].rate, 0);
    assert.equal(paused.messages[0].state, "paused");
    assert.equal((await paused.say({ action: "subscribe", symbols: "*" })).state, "paused");
    assert.equal((await paused.say({ action: "heartbeat", every: 1 })).state, "paused");
    await control({ action: "play" });
    await paused.until(({ type, state }) => type === "status" && state === "running", "the clock's return");
    assert.equal((await asked({ action: "unsubscribe", symbols: "*" })).symbols.length, 0);
    assert.deepEqual(kindsOf(client.messages),
        ["book", "error", "heartbeat", "hello", "max_rate", "pong", "snapshot", "status", "subscribed", "tick"]);
});

/** A client of /events, all of whose events are as described: { events: [{ id, message }], close() }. */
async function listen(query = "", headers = {}) {
    const abort = new AbortController();
    const reply = await fetch(new URL(`/events${query}`, ticker.url), { headers, signal: abort.signal });
    assert.equal(reply.status, 200);
    const client = { events: [], wrong: null, close: () => abort.abort() };
    closeLater(client.close);
    const read = (text) => {
        const fields = Object.fromEntries(text.split("\n").map((line) => [line.slice(0, line.indexOf(":")),
            line.slice(line.indexOf(":") + 1).trim()]));
        if (fields.data === undefined)
            return;
        const message = JSON.parse(fields.data);
        assertMessage("EventStreamMessage", message);
        assert.equal(fields.event, message.type === "heartbeat" ? "heartbeat" : undefined);
        if (message.state === "changed")
            assert.equal(fields.id, "new"); // those of the market before mean nothing any more
        else if (["heartbeat", "status", "hello"].includes(message.type))
            assert.equal(fields.id, undefined);
        else
            assert.match(fields.id, /^\d+$/);
        client.events.push({ id: fields.id, type: message.type, message });
    };
    (async () => {
        let rest = "";
        for await (const part of reply.body) {
            const texts = (rest + Buffer.from(part).toString("latin1")).split("\n\n");
            rest = texts.pop();
            texts.forEach(read);
        }
    })().catch((error) => { client.wrong ??= error.name === "AbortError" ? null : error; });
    client.until = (condition, what) => until(() => {
        if (client.wrong)
            throw client.wrong;
        return client.events.find(condition);
    }, what);
    return client;
}

test("as server-sent events", { timeout: 60_000 }, async () => {
    const first = await listen("?symbols=ACME,SLOTH&max_rate=50");
    await first.until(({ type }) => type === "snapshot", "a snapshot");
    await first.until(({ message }) => message.merged > 0, "ticks merged into one");
    const beat = await first.until(({ type }) => type === "heartbeat", "the first heartbeat");
    assert.equal(beat.message.every, 15);
    await tellsHalts(async (states) => (await first.until(({ message: { type, state } }) =>
        type === "status" && states.includes(state), `a status ${states}`)).message);
    const { id } = first.events.findLast((event) => event.id !== undefined);
    first.close();

    await until(async () => {
        const { seq } = await (await fetch(new URL("/api/status", ticker.url))).json();
        return seq > Number(id) + 20;
    }, "ticks that are missed");
    const again = await listen("?symbols=*", { "Last-Event-ID": id });
    const missed = await again.until(({ type }) => type === "tick", "a missed tick");
    assert.equal(Number(missed.id), Number(id) + 1);
    assert.equal(missed.message.after, Number(id));
    assert.equal(again.events[0].message.tape, first.events[0].message.tape);
    assertMessage("MissedTick", missed.message);
    await again.until(({ message }) => message.quotes?.[0] && "high" in message.quotes[0], "a tick of now");
    const ids = again.events.map((event) => event.id).filter((own) => own !== undefined);
    assert.ok(ids.every((own, i) => Number(own) === Number(id) + i), "none is lost or twice");

    for (const name of ["lastEventId", "evs_last_event_id", "Last-Event-Id"]) {
        const resumed = await listen(`?symbols=*&${name}=${id}`);
        assert.equal((await resumed.until(({ type }) => type === "tick", name)).message.after, Number(id));
        resumed.close();
    }
    // The header is the newer one, since a browser that comes back uses the address that it had.
    const both = await listen(`?symbols=*&lastEventId=3`, { "Last-Event-ID": id });
    assert.equal((await both.until(({ type }) => type === "resumed", "the resumption")).message.after, Number(id));
    for (const query of ["lastEventId=1&evs_last_event_id=2", "lastEventId=-1", "Last-Event-Id=ab",
        "evs_last_event_id=18446744073709551616"]) {
        const { status, detail } = await (await fetch(new URL(`/events?${query}`, ticker.url))).json();
        assert.equal(status, 400);
        assert.match(detail, /"(lastEventId|Last-Event-Id|evs_last_event_id)" (and|must be)/);
    }

    const lost = await listen("", { "Last-Event-ID": "1000000000" });
    await lost.until(({ type }) => type === "tick", "a tick");
    assert.deepEqual(lost.events.slice(0, 2).map(({ type }) => type), ["gap", "snapshot"]);
    for (const [query, every] of [["?heartbeat=1", 1], ["?heartbeat=59.5", 59.5]]) {
        const beating = await listen(query);
        await beating.until(({ message }) => message.type === "heartbeat" && message.every === every, query);
        beating.close();
    }
    const silent = await listen("?heartbeat=off");
    await silent.until(({ type }) => type === "tick", "a tick");
    assert.ok(!silent.events.some(({ type }) => type === "heartbeat"));
    for (const wrong of ["0", "1000000", "-1", "soon", ""]) {
        const { status, detail } = await (await fetch(new URL(`/events?heartbeat=${wrong}`, ticker.url))).json();
        assert.equal(status, 400);
        assert.match(detail, /heartbeat must be a number of seconds from 1 to 60, or "off", not: /);
    }

    await control({ action: "seed", value: "44" });
    const hello = await lost.until(({ type }) => type === "hello", "the greeting of another market");
    assert.equal(hello.message.seed, "44");
    assert.equal(lost.events[lost.events.indexOf(hello) + 1].type, "snapshot");
    const kinds = kindsOf([...first.events, ...again.events, ...lost.events]);
    assert.deepEqual(kinds, ["gap", "heartbeat", "hello", "resumed", "snapshot", "status", "tick"]);
});

for (const { generation, way, who } of pairs.filter(({ way: by }) => by !== "upgrade")) {
    test(`by Socket.IO: ${who}`, { timeout: 60_000 }, async () => {
        const { socket } = await connected(connect(ticker.url, { generation, way }));
        const schemas = {
            "stock price update": "SocketIoStockPriceUpdate", quotes: "SocketIoQuotes", snapshot: "SocketIoSnapshot",
            subscribed: "SocketIoSubscribed", "subscription error": "SocketIoSubscriptionError",
            heartbeat: "SocketIoHeartbeat", status: "SocketIoStatus",
        };
        const seen = Object.fromEntries(Object.keys(schemas).map((event) => [event, []]));
        let wrong = null;
        for (const [event, schema] of Object.entries(schemas)) {
            socket.on(event, (...args) => {
                seen[event].push(args);
                try {
                    assertMessage(schema, args);
                } catch (error) {
                    wrong ??= error;
                }
            });
        }
        const comes = (event, condition = () => true) => until(() => {
            if (wrong)
                throw wrong;
            return seen[event].find(condition);
        }, `${event} for ${who}`);
        const ask = (event, ...args) => new Promise((resolve) => { socket.emit(event, ...args, resolve); });
        const asked = async (event, ...args) => {
            assertMessage(event === "subscribe" ? "SocketIoSubscribe" : "SocketIoUnsubscribe", args);
            const answer = await ask(event, ...args);
            assertMessage(event === "subscribe" ? "SocketIoSubscribeAck" : "SocketIoUnsubscribeAck", [answer]);
            return answer;
        };
        await comes("stock price update");
        assert.deepEqual((await asked("subscribe", ["ACME", "SLOTH"])).symbols, ["ACME", "SLOTH"]);
        await comes("quotes");
        assertMessage("SocketIoHeartbeatRequest", [1]);
        const started = await ask("heartbeat", 1);
        assertMessage("SocketIoHeartbeatAck", [started]);
        assert.equal(started.every, 1);
        await comes("heartbeat", ([{ last, seq }]) => last > 0 && last <= seq);
        const refused = await ask("heartbeat", 1e9);
        assertMessage("SocketIoHeartbeatAck", [refused]);
        assert.match(refused.error.message, /The nearest is 60\./);
        await tellsHalts(async (states) => (await comes("status", ([{ state }]) => states.includes(state)))[0]);
        assert.ok((await asked("subscribe", "*", { max_rate: 20 })).quotes.length > 2);
        await comes("quotes", ([{ merged }]) => merged > 0);
        assert.deepEqual((await asked("unsubscribe", "*")).symbols, []);

        const codes = new Set();
        const many = Array.from({ length: 1001 }, () => "ACME");
        for (const args of [[7], ["NOPE"], [["ACME"], { max_rate: -1 }], [many]]) {
            const answer = await ask("subscribe", ...args);
            assertMessage("SocketIoSubscribeAck", [answer]);
            codes.add(answer.error.code);
        }
        assert.deepEqual([...codes].sort(), ["bad_max_rate", "bad_symbols", "too_many_symbols", "unknown_symbol"]);

        socket.emit("subscribe", "TEAPOT");
        await comes("snapshot", ([{ symbols }]) => symbols[0] === "TEAPOT");
        socket.emit("unsubscribe", "NOPE");
        await comes("subscription error");
        // Made when the client can take it: who polls may get one of the first ticks.
        const snapshots = seen.snapshot.length;
        await control({ action: "seed", value: "45" });
        await comes("snapshot", (args) => seen.snapshot.indexOf(args) >= snapshots
            && (way === "polling" || args[0].seq === 0));
        socket.emit("unsubscribe", "TEAPOT");
        await comes("subscribed");
    });
}
