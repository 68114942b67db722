// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a hostile client may do to a server, each as attackBy() makes it. The clients are those of attacker.js.
import { fileURLToPath } from "node:url";
import { attackBy } from "./attack.js";

const program = fileURLToPath(new URL("attacker.js", import.meta.url));
const limits = { bodyBytes: 1_000_000 };

/**
 * An attack of connections that send an opening, then a text again and again: without end, or until so many bytes have
 * left. Whoever is thrown out comes back. `reads`: they take what the server says.
 */
export function flood(name, { connections = 1, opening, repeated, bytes = null, reads = true }) {
    return attackBy(program, connections === 1 ? name : `${name}, ${connections} times`,
        { connections, opening, repeated, bytes, reads });
}

const post = (fields) => `POST /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n${fields}\r\n`;
const inChunks = post("Transfer-Encoding: chunked\r\n");
const upgrade = "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

/** The head of a client's frame with a length of 64 bits and a mask of zeros, as Latin-1. */
function frameHead(firstByte, length) {
    const head = Buffer.alloc(14);
    head.writeUInt8(firstByte, 0);
    head.writeUInt8(0x80 | 127, 1);
    head.writeBigUInt64BE(BigInt(length), 2);
    return head.toString("latin1");
}

/** Parts of a request or a message that never end, or that are never finished. */
const unfinished = [
    ["an endless trailer", { opening: `${inChunks}1\r\nx\r\n0\r\nX: `, repeated: "a" }],
    ["an endless chunk extension", { opening: `${inChunks}1;x=`, repeated: "a" }],
    ["an endless chunk size", { opening: inChunks, repeated: "0" }],
    ["an endless head", { opening: "GET / HTTP/1.1\r\nHost: localhost\r\nX: ", repeated: "a" }],
    ["a body without its last byte", {
        opening: post(`Content-Length: ${limits.bodyBytes}\r\n`),
        repeated: "x",
        bytes: limits.bodyBytes - 1,
    }],
    ["a WebSocket message without its last byte", {
        opening: `${upgrade}${frameHead(0x82, limits.bodyBytes)}`,
        repeated: "x",
        bytes: limits.bodyBytes - 1,
    }],
];

export const attacks = [
    ...unfinished.flatMap(([name, how]) => [1, 100].map((connections) => flood(name, { ...how, connections }))),
    flood("requests whose answers nobody reads", {
        connections: 100,
        opening: "",
        repeated: "GET /api/quote HTTP/1.1\r\nHost: localhost\r\n\r\n",
        reads: false,
    }),
];
