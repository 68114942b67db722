// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bytes to and from a server, and HTTP replies read from them. Nothing is tidied up on the way.
import { once } from "node:events";
import { connect } from "node:net";

const waitLimitMs = 5_000;

/** The promise's value, or an error that says what did not come in time. */
export async function within(promise, what, limitMs = waitLimitMs) {
    let timer;
    const late = new Promise((resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), limitMs);
    });
    try {
        return await Promise.race([promise, late]);
    } finally {
        clearTimeout(timer);
    }
}

/** A TCP connection that is read by asking for what comes next; null means that it ended before. */
export class RawConnection {
    #unread = Buffer.alloc(0);
    #hasEnded = false;
    #wake = () => {};

    constructor(socket) {
        this.socket = socket;
        socket.setNoDelay(true);
        socket.on("data", (bytes) => {
            this.#unread = Buffer.concat([this.#unread, bytes]);
            this.#wake();
        });
        socket.on("error", () => {}); // a reset is an end
        socket.on("close", () => {
            this.#hasEnded = true;
            this.#wake();
        });
    }

    static async open(port) {
        const socket = connect(port, "127.0.0.1");
        await within(once(socket, "connect"), "a connection");
        return new RawConnection(socket);
    }

    /** Resolves when the system has the bytes. */
    write(bytes) {
        return new Promise((resolve) => { this.socket.write(bytes, () => resolve()); });
    }

    destroy() {
        this.socket.destroy();
    }

    async take(count) {
        while (this.#unread.length < count) {
            if (!await this.#more())
                return null;
        }
        return this.#cut(count);
    }

    async takeThrough(mark) {
        for (;;) {
            const at = this.#unread.indexOf(mark);
            if (at !== -1)
                return this.#cut(at + mark.length);
            if (!await this.#more())
                return null;
        }
    }

    async takeRest() {
        while (await this.#more());
        return this.#cut(this.#unread.length);
    }

    #cut(count) {
        const result = this.#unread.subarray(0, count);
        this.#unread = this.#unread.subarray(count);
        return result;
    }

    async #more() {
        if (this.#hasEnded)
            return false;
        const before = this.#unread.length;
        await new Promise((resolve) => { this.#wake = resolve; });
        return this.#unread.length > before || !this.#hasEnded;
    }
}

/** The bytes of a request; fields that are null are left out. */
export function requestBytes(port, { method = "GET", target, headers = {}, body }) {
    const fields = { Host: `127.0.0.1:${port}`, ...headers };
    if (body !== undefined && !("Content-Length" in fields))
        fields["Content-Length"] = Buffer.byteLength(body);
    const lines = Object.entries(fields).filter(([, value]) => value !== null)
        .map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`),
        Buffer.from(body ?? "")]);
}

/** Reads one reply: { status, headers, body }, or null if the connection ends before it is whole. */
export async function readReply(connection, method = "GET") {
    const head = (await connection.takeThrough("\r\n\r\n"))?.toString("latin1");
    if (head === undefined)
        return null;
    const [statusLine, ...fields] = head.trimEnd().split("\r\n");
    const status = Number(statusLine.split(" ")[1]);
    const headers = {};
    for (const field of fields) {
        const [, name, value] = /^([^:]+):\s*(.*)$/.exec(field);
        const key = name.toLowerCase();
        headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
    }
    const body = await readBody(connection, method, status, headers);
    return body && { status, headers, body };
}

async function readBody(connection, method, status, headers) {
    const noContent = 204;
    const notModified = 304;
    if (method === "HEAD" || status === noContent || status === notModified || status === 101)
        return Buffer.alloc(0);
    if (headers["transfer-encoding"] === "chunked")
        return readChunks(connection);
    if ("content-length" in headers)
        return connection.take(Number(headers["content-length"]));
    return connection.takeRest();
}

async function readChunks(connection) {
    const parts = [];
    for (;;) {
        const line = await connection.takeThrough("\r\n");
        const size = line && parseInt(line.toString("latin1"), 16);
        const chunk = line && await connection.take(size + "\r\n".length);
        if (!chunk)
            return null;
        if (size === 0)
            return Buffer.concat(parts);
        parts.push(chunk.subarray(0, size));
    }
}
