// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients in a process of their own, which a test may stop or kill: startClientProcess(). This file is what runs there.
import { once } from "node:events";
import { createConnection } from "node:net";
import { frame, opcodes } from "../differential/raw_websocket.js";
import { answerCalls, startCalledProcess } from "./called_process.js";
import { connect, connected } from "./clients.js";
import { joinFeed, newestQuotes } from "./feed.js";
import { until } from "./ticker.js";

const upgradeRequest = ["GET /socket.io/?EIO=4&transport=websocket HTTP/1.1", "Host: localhost", "Upgrade: websocket",
    "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "", ""]
    .join("\r\n");
const tickPattern = /42\["stock price update",(\d+)\]/g;
const longestControlFrame = 125;
const longMessageBytes = 100_000;
/** Of the client library: megabytes, more than the kernel takes for one who does not read. */
const manyReplies = 100;

/** As startCalledProcess(); the names are those of `calls` below. */
export const startClientProcess = () => startCalledProcess(import.meta.url);

let official = null;
let feed = null;
let crowd = [];

/** Raw bytes both ways: { socket, text, connectedMs, joinedMs, firstTickMs }, times since `began`. */
function startRawClient(port, began) {
    const socket = createConnection({ host: "127.0.0.1", port, noDelay: true });
    const client = { socket, text: "", connectedMs: null, joinedMs: null, firstTickMs: null, isClosed: false };
    const since = () => performance.now() - began;
    socket.setEncoding("latin1");
    socket.on("connect", () => {
        client.connectedMs = since();
        socket.write(upgradeRequest);
        socket.write(frame(opcodes.text, "40"));
    });
    socket.on("data", (text) => {
        client.text += text;
        if (client.joinedMs === null && client.text.includes("40{"))
            client.joinedMs = since();
        if (client.firstTickMs === null && client.text.includes('42["'))
            client.firstTickMs = since();
    });
    socket.on("error", () => {});
    socket.on("close", () => { client.isClosed = true; });
    return client;
}

async function startCrowd(port, count) {
    const began = performance.now();
    crowd = Array.from({ length: count }, () => startRawClient(port, began));
    const beginningMs = performance.now() - began;
    await until(() => crowd.every(({ joinedMs }) => joinedMs !== null),
        () => `all to join, ${crowd.filter(({ joinedMs }) => joinedMs === null).length} have not`, 30_000);
    return beginningMs;
}

const calls = {
    /** The official client: the port it has. */
    async joinOfficially({ url }) {
        official = await connected(connect(url));
        return official.socket.io.engine.transport.ws._socket.localPort;
    },
    /** What that client got, and why it was disconnected. */
    officialRecord() {
        const { prices, reasons, socket } = official;
        return { prices, reasons, isConnected: socket.connected };
    },
    /** A client of the plain feed. */
    async joinFeed({ url, symbols }) {
        feed = await joinFeed(url, { symbols });
        return null;
    },
    /** What that client got. */
    feedRecord() {
        const ticks = feed.ticks();
        return {
            ticks: ticks.length,
            merged: ticks.reduce((sum, { merged = 0 }) => sum + merged, 0),
            snapshotSeq: feed.snapshot.seq,
            lastSeq: ticks.at(-1)?.seq ?? 0,
            newest: Object.fromEntries(newestQuotes(feed.messages)),
        };
    },
    /** So many at once: how long it took to begin. */
    rush({ port, count }) {
        return startCrowd(port, count);
    },
    /** What each of them got. */
    crowdRecords() {
        return crowd.map(({ text, connectedMs, joinedMs, firstTickMs }) => ({
            isUpgraded: text.startsWith("HTTP/1.1 101"),
            prices: Array.from(text.matchAll(tickPattern), (match) => Number(match[1])),
            connectedMs, joinedMs, firstTickMs,
        }));
    },
    /**
     * Clients that join, read no more and are in the middle of a long message, and as many that are in the middle of
     * long replies and of one more request: the ports of those that joined.
     */
    async tangle({ port, count, path }) {
        await startCrowd(port, count);
        const message = frame(opcodes.text, Buffer.alloc(longMessageBytes, "x"));
        for (const { socket } of crowd) {
            socket.pause();
            socket.write(message.subarray(0, message.length / 2));
        }
        const ports = crowd.map(({ socket }) => socket.localPort);
        for (let i = 0; i < count; ++i) {
            const socket = createConnection({ host: "127.0.0.1", port, noDelay: true });
            socket.on("error", () => {});
            socket.pause();
            const request = `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
            socket.write(request.repeat(manyReplies) + request.slice(0, i));
            crowd.push({ socket });
            await once(socket, "connect");
        }
        return ports;
    },
    resetAll() {
        for (const { socket } of crowd)
            socket.resetAndDestroy();
    },
    /** Pings of the greatest length, and not a byte read: what was sent before the connection ended, if it did. */
    async floodPings({ port, bytes }) {
        await startCrowd(port, 1);
        const [client] = crowd;
        client.socket.pause();
        const ping = frame(opcodes.ping, Buffer.alloc(longestControlFrame, "p"));
        const pings = Buffer.concat(Array(1000).fill(ping));
        let sent = 0;
        for (; sent < bytes && !client.isClosed; sent += pings.length)
            await new Promise((resolve) => { client.socket.write(pings, resolve); });
        return sent;
    },
};

answerCalls(import.meta.url, calls);
