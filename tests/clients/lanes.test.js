// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server counts for each way of reading, and whether that is what goes over the wire.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { Agent, get } from "node:http";
import { connect as connectTcp } from "node:net";
import { after, afterEach, before, test } from "node:test";
import WebSocket from "ws";
import { connect, connected, disconnectAll } from "../lib/clients.js";
import { finish, launch, startTicker, until } from "../lib/ticker.js";

let ticker;
const cleanUps = [];

before(async () => { ticker = await startTicker(["--rate", "50"]); });
after(() => finish(ticker));
afterEach(() => {
    disconnectAll();
    for (const cleanUp of cleanUps.splice(0))
        cleanUp();
});

async function lanes(...names) {
    const reply = await fetch(new URL(`/api/lanes?names=${names.join(",")}`, ticker.url));
    return (await reply.json()).lanes;
}

/** Gets an address over a kept-alive connection: { status, headers, bytes }. */
function ask(agent, path, headers = {}) {
    return new Promise((resolve, reject) => {
        get(new URL(path, ticker.url), { agent, headers }, (reply) => {
            let bytes = 0;
            reply.on("data", (data) => { bytes += data.length; });
            reply.on("end", () => resolve({ status: reply.statusCode, headers: reply.headers, bytes }));
        }).on("error", reject);
    });
}

function keptAlive() {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    cleanUps.push(() => agent.destroy());
    return agent;
}

function events(lane) {
    const stream = { received: 0 };
    const request = get(new URL(`/events?lane=${lane}`, ticker.url), (reply) => {
        reply.on("data", (data) => { stream.received += data.length; }).on("error", () => {});
    }).on("error", () => {});
    stream.close = () => request.destroy();
    cleanUps.push(stream.close);
    return stream;
}

async function feed(lane) {
    const socket = new WebSocket(`${ticker.url.replace("http", "ws")}ws?lane=${lane}`);
    const state = { socket, messages: 0 };
    socket.on("message", () => { state.messages += 1; });
    cleanUps.push(() => socket.terminate());
    await until(() => state.messages > 0, "a greeting");
    socket.send(JSON.stringify({ action: "subscribe", symbols: ["ACME"] }));
    return state;
}

const head = (method, lane, more = "") => `${method} /api/quote?lane=${lane} HTTP/1.1\r\nHost: 127.0.0.1\r\n`
    + `Connection: close\r\n${more}\r\n`;

/** One request on a connection of its own, as it is written here: { reply, port }, the port being ours. */
function exchange(text) {
    return new Promise((resolve, reject) => {
        let [reply, port] = ["", 0];
        connectTcp(ticker.port, "127.0.0.1", function send() {
            port = this.localPort;
            this.write(text);
        }).on("data", (data) => { reply += data.toString("latin1"); })
            .on("close", () => resolve({ reply, port })).on("error", reject);
    });
}

test("a request's bytes are counted, with its head, its body and the reply's head", async () => {
    for (const [lane, request] of [
        ["get", head("GET", "get")],
        ["head", head("HEAD", "head")],
        ["post", `${head("POST", "post", "Content-Length: 5\r\n")}12345`],
        ["chunks", `${head("POST", "chunks", "Transfer-Encoding: chunked\r\n")}3\r\nabc\r\n0\r\n\r\n`],
    ]) {
        const { reply } = await exchange(request);
        assert.deepEqual(await lanes(lane), [{
            name: lane, requests: 1, notModified: 0, open: 0, bytesUp: request.length, bytesDown: reply.length,
        }]);
    }
});

test("lanes that share a connection are told apart, and what names no lane is not counted", async () => {
    const agent = keptAlive();
    for (let i = 0; i < 10; ++i) {
        await ask(agent, "/api/quote?lane=share-1");
        await ask(agent, "/api/status");
        await ask(agent, "/api/status?a=b&lane=share-2&c=d");
        await ask(agent, "/api/status?plane=share-1&lane=&lane=share-2");
        await ask(agent, "/api/status?lane=not%20a%20name");
    }
    const [first, second, ...others] = await lanes("share-1", "share-2", "nobody");
    assert.deepEqual(others, []);
    assert.deepEqual([first.requests, second.requests], [10, 10]);
});

test("replies that say that nothing is new are counted apart", async () => {
    const agent = keptAlive();
    let { headers } = await ask(agent, "/api/instruments?lane=tagged");
    for (let i = 0; i < 5; ++i)
        ({ headers } = await ask(agent, "/api/instruments?lane=tagged", { "If-None-Match": headers.etag }));
    const [lane] = await lanes("tagged");
    assert.deepEqual([lane.requests, lane.notModified], [6, 5]);
});

test("streams count while they are open, and keep their count when they close", { timeout: 60_000 }, async () => {
    const stream = events("stream");
    const socket = await feed("stream");
    await until(() => stream.received > 10_000 && socket.messages > 50, "ticks");
    const [open] = await lanes("stream");
    assert.equal(open.open, 2);
    assert.equal(open.requests, 2);
    assert.ok(open.bytesDown > 10_000 + socket.messages * 50, JSON.stringify(open));
    stream.close();
    socket.socket.close();
    const closed = await until(async () => (await lanes("stream")).find((lane) => lane.open === 0), "both closed");
    assert.ok(closed.bytesDown >= open.bytesDown && closed.bytesUp > open.bytesUp);
    assert.deepEqual(await lanes("stream"), [closed]);
});

test("a subscriber who polls gets all of a tick with one answer", { timeout: 60_000 }, async () => {
    const client = await connected(connect(ticker.url, { way: "polling", options: { query: { lane: "whole" } } }));
    let quotes = 0;
    client.socket.on("quotes", () => { quotes += 1; });
    client.socket.emit("subscribe", "*");
    await until(() => quotes > 10, "quotes");
    const from = { quotes, prices: client.prices.length, requests: (await lanes("whole"))[0].requests };
    await until(() => quotes > from.quotes + 100, "more quotes");
    const requests = (await lanes("whole"))[0].requests - from.requests;
    assert.ok(Math.abs(client.prices.length - from.prices - (quotes - from.quotes)) <= 1);
    assert.ok(requests < 1.1 * (quotes - from.quotes), `${requests} requests for ${quotes - from.quotes} ticks`);
});

/** Bytes that TCP carries to and from a port, as the kernel shows each packet. */
async function capture(port) {
    const watch = launch("tcpdump", ["-i", "lo", "-nn", "-q", "-l", "-s", "96", "-B", "16384", `tcp port ${port}`]);
    cleanUps.push(() => watch.child.kill());
    await until(() => /listening on/.test(watch.stderr), () => `tcpdump; ${watch.stderr}`);
    return async () => {
        // What the kernel has not shown yet is lost at the end.
        const last = await exchange(head("GET", "wire-end"));
        const shown = new RegExp(`\\.${port} > \\S+\\.${last.port}: tcp [1-9]`);
        await until(() => shown.test(watch.stdout), "the last packet");
        watch.child.kill("SIGINT");
        await watch.exited;
        assert.match(watch.stderr, /^0 packets dropped by kernel/m);
        const sums = { up: 0, down: 0 };
        for (const [, to, size] of watch.stdout.matchAll(/ > \S+\.(\d+): tcp (\d+)/g))
            sums[Number(to) === port ? "up" : "down"] += Number(size);
        return sums;
    };
}

const mayCapture = spawnSync("tcpdump", ["--list-interfaces"]).status === 0 && process.getuid() === 0;

test("all that is counted is what a capture of the packets shows, within 2 %",
    { timeout: 60_000, skip: !mayCapture && "only root may capture packets, with tcpdump" }, async () => {
        const stop = await capture(ticker.port);
        const agent = keptAlive();
        const stream = events("wire-events");
        const socket = await feed("wire-socket");
        const clients = ["polling", "websocket", "upgrade"].map((way) =>
            connect(ticker.url, { way, options: { query: { lane: `wire-${way}` } } }));
        await Promise.all(clients.map(connected));
        let tag = "";
        const enough = () => stream.received > 10_000 && socket.messages > 100
            && clients.every(({ prices }) => prices.length > 100);
        await until(async () => {
            const { headers } = await ask(agent, "/api/quote?lane=wire-poll", { "If-None-Match": tag });
            tag = headers.etag;
            return enough();
        }, "ticks by all ways");
        stream.close();
        socket.socket.terminate();
        disconnectAll();
        agent.destroy();
        const names = ["events", "socket", "polling", "websocket", "upgrade", "poll"].map((name) => `wire-${name}`);
        const seen = await stop();
        const counted = await lanes(...names, "wire-end");
        assert.equal(counted.length, names.length + 1);
        assert.ok(counted.every(({ open }) => open === 0));
        assert.ok(counted.find(({ name }) => name === "wire-poll").notModified > 0);
        for (const [way, field] of [["up", "bytesUp"], ["down", "bytesDown"]]) {
            const sum = counted.reduce((total, lane) => total + lane[field], 0);
            assert.ok(sum > 20_000, `only ${sum} ${way}`);
            assert.ok(Math.abs(sum / seen[way] - 1) < 0.02, `${way}: ${sum} counted, ${seen[way]} seen`);
            console.log(`${way}: ${sum} bytes counted, ${seen[way]} in packets`);
        }
    });
