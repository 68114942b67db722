// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clients that ask for something long over plain TCP: they do not read it, or throw it away.
import { once } from "node:events";
import { createConnection } from "node:net";

const requestOf = (path) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

/** Asks so many times and reads no more than what fits into the buffer of the socket, until that is destroyed. */
export async function askUnread(port, path, requests = 1) {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.on("error", () => {}); // the server may give up
    await once(socket, "connect");
    socket.pause();
    socket.write(requestOf(path).repeat(requests));
    return socket;
}

/** Asks again and again over one connection and throws away what comes, until stop(). */
export function askEndlessly(port, path) {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.on("error", () => {});
    // For each reply that begins, one request: there is always one that waits.
    socket.on("connect", () => socket.write(requestOf(path).repeat(2)));
    socket.on("data", (part) => {
        if (part.includes("HTTP/1.1 200"))
            socket.write(requestOf(path));
    });
    return { stop() { socket.destroy(); } };
}

/** The whole reply to a request that makes the server close, byte for byte. */
export async function askRaw(port, request) {
    const socket = createConnection({ host: "127.0.0.1", port });
    const parts = [];
    socket.on("data", (part) => parts.push(part));
    socket.write(request);
    await once(socket, "close");
    return Buffer.concat(parts);
}
