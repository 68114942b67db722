// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients of the plain feed that keep what they get and say when they were let down: feed().
import { request } from "node:http";
import WebSocket from "ws";
import { feedUrl } from "../../lib/feed.js";
import { until as untilLimit } from "../../lib/ticker.js";

const patienceMs = 20_000;
const lookAgainMs = 50;

/** As in ticker.js, but a crowd looks less often. */
export const until = (condition, what = "a client") => untilLimit(condition, what, patienceMs, lookAgainMs);

const expected = new Set(["snapshot", "tick", "heartbeat"]);

function take(client, text) {
    const message = JSON.parse(text);
    if (expected.has(message.type))
        client.messages.push(message);
    else if (message.type === "status")
        client.statuses.push(message);
    else if (message.type !== "hello")
        client.problems.push(`got ${text.slice(0, 200)}`);
    else
        client.isGreeted = true;
}

const letDown = (client, text) => {
    if (!client.isLeaving)
        client.problems.push(text);
};

async function webSocket(client, { url }, { symbols, maxRate }) {
    const socket = new WebSocket(feedUrl(url), { perMessageDeflate: false });
    client.socket = socket;
    client.close = (breaksOff) => {
        client.isLeaving = true;
        if (breaksOff)
            socket._socket?.resetAndDestroy();
        else
            socket.close();
    };
    socket.on("message", (data) => take(client, data.toString()));
    socket.on("error", ({ message }) => letDown(client, `error: ${message}`));
    socket.on("close", (code) => letDown(client, `closed with ${code}`));
    await until(() => client.isGreeted || client.problems.length > 0, "the greeting");
    if (client.problems.length === 0) {
        socket.send(JSON.stringify({ action: "subscribe", symbols, max_rate: maxRate }));
        socket.send(JSON.stringify({ action: "heartbeat", every: 1 }));
    }
}

function eventStream(client, { url }, { symbols }) {
    const path = `/events?heartbeat=1&symbols=${encodeURIComponent(symbols)}`;
    let rest = "";
    const outgoing = request(new URL(path, url), { agent: false }, (reply) => {
        reply.setEncoding("utf8");
        reply.on("data", (part) => {
            if (reply.statusCode !== 200)
                letDown(client, `status ${reply.statusCode}: ${part}`);
            const lines = (rest + part).split("\n");
            rest = lines.pop();
            for (const line of lines) {
                if (line.startsWith("data: "))
                    take(client, line.slice("data: ".length));
            }
        });
        reply.on("error", () => {}); // "close" follows
        reply.on("close", () => letDown(client, "the stream ended"));
    });
    outgoing.on("error", ({ message }) => letDown(client, `error: ${message}`));
    outgoing.end();
    client.socket = outgoing;
    client.close = (breaksOff) => {
        client.isLeaving = true;
        if (breaksOff)
            outgoing.socket?.resetAndDestroy();
        outgoing.destroy();
    };
}

/** A client at /ws or /events that has its first snapshot: { messages, problems, socket, close(breaksOff) }. */
export async function feed(path, ticker, wanted) {
    const client = { messages: [], statuses: [], problems: [], isGreeted: false, isLeaving: false };
    await (path === "/ws" ? webSocket : eventStream)(client, ticker, wanted);
    await until(() => client.messages.length > 0 || client.problems.length > 0, `a snapshot at ${path}`);
    return client;
}
