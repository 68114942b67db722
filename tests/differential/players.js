// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the scenarios do with a server. All that they do, and all that comes of it, goes into the transcript.
import { RawConnection, readReply, requestBytes, within } from "./raw_connection.js";
import { RawWebSocket } from "./raw_websocket.js";
import { shown, shownReply, Transcript } from "./transcript.js";

const separator = "\x1e";
const roundsToSettle = 2;

export class Player {
    transcript = new Transcript();
    #port;
    #path;
    #open = new Set();

    constructor(port, path) {
        this.#port = port;
        this.#path = path;
    }

    /** One request on a connection of its own: the reply, or null when the connection ended without a whole one. */
    async request(what) {
        const exchange = await this.begin(what);
        return exchange.reply();
    }

    get(query, headers) {
        return this.request({ query, headers });
    }

    post(query, body, headers = { "Content-Type": "text/plain;charset=UTF-8" }) {
        return this.request({ method: "POST", query, body, headers });
    }

    /** Sends a request of which the body may lack a part: { send(bytes), abort(), reset(), reply() }. */
    async begin({ connection, ...what }) {
        const { method = "GET", query = "", path = this.#path, headers, body } = what;
        const target = `${path}${query && "?"}${query}`;
        const own = connection ?? await this.#connect();
        const lane = this.transcript.lane(`${method} ${path === this.#path ? "" : path}?${query}`);
        if (body !== undefined || headers !== undefined)
            lane.sent.push(`${JSON.stringify(headers ?? {})} ${shown(body ?? "")}`);
        await own.write(requestBytes(this.#port, { method, target, headers, body }));
        const read = async () => {
            const reply = await readReply(own, method);
            lane.received.push(...(reply ? shownReply(reply) : ["end without a reply"]));
            if (!connection)
                own.destroy();
            return reply;
        };
        let coming = null;
        return {
            send: (bytes) => own.write(bytes),
            abort: () => own.destroy(),
            reset: () => own.socket.resetAndDestroy(),
            reply: () => coming ??= within(read(), `a reply to ${method} ${target}`),
        };
    }

    /** A request that the server has certainly seen, when this returns, and may not have answered. */
    async hang(query, what = {}) {
        const exchange = await this.begin({ query, ...what });
        await this.settle();
        return exchange;
    }

    /** A connection for several requests, which the server has accepted. */
    async connection() {
        const connection = await this.#connect();
        await this.#ask(connection);
        return connection;
    }

    async ws(query, { path = this.#path, method, headers, followedBy } = {}) {
        const lane = this.transcript.lane(`WebSocket ${method ?? ""}?${query}`);
        if (headers !== undefined)
            lane.sent.push(JSON.stringify(headers));
        const target = `${path}?${query}`;
        const socket = await RawWebSocket.open(this.#port, lane, { target, method, headers, followedBy });
        this.#open.add(socket);
        return socket;
    }

    /** A handshake by polling: the session. */
    async poll({ eio = 4, extra = "" } = {}) {
        const query = `EIO=${eio}&transport=polling${extra}`;
        const reply = await this.get(query);
        const [, sid] = /\\?"sid\\?":\\?"([^"\\]*)/.exec(reply?.body.toString() ?? "") ?? [];
        if (sid === undefined)
            throw new Error("the handshake failed");
        return new Session(this, eio, sid, extra);
    }

    /** Returns when the server has seen all that was sent before, by asking it twice something else. */
    async settle() {
        for (let round = 0; round < roundsToSettle; ++round) {
            const connection = await this.#connect();
            await this.#ask(connection);
            connection.destroy();
        }
    }

    /** Whether the time from `since` to now is at least the limit; a tenth less counts as well, as clocks differ. */
    tookAtLeast(limitMs, since, what) {
        const isLong = performance.now() - since >= limitMs * 0.9;
        this.transcript.note(`${what}: ${isLong ? "after" : "before"} ${limitMs} ms`);
    }

    note(text) {
        this.transcript.note(text);
    }

    /** Closes all WebSockets, so that frames no one has waited for are in the transcript, too. */
    async finish() {
        try {
            for (const socket of this.#open) {
                if (socket.isOpen)
                    await socket.close();
            }
        } finally {
            for (const connection of this.#open)
                connection.destroy();
        }
    }

    async #connect() {
        const connection = await RawConnection.open(this.#port);
        this.#open.add(connection);
        connection.socket.once("close", () => this.#open.delete(connection));
        return connection;
    }

    async #ask(connection) {
        const request = requestBytes(this.#port, { target: `${this.#path}?EIO=4&transport=none` });
        await connection.write(request);
        await within(readReply(connection), "an answer to a question beside");
    }
}

/** A session that was opened by polling. */
export class Session {
    constructor(player, eio, sid, extra) {
        this.player = player;
        this.sid = sid;
        this.extra = extra;
        this.eio = eio;
        this.query = `EIO=${eio}&transport=polling${extra}&sid=${sid}`;
    }

    get() {
        return this.player.get(this.query);
    }

    hang() {
        return this.player.hang(this.query);
    }

    /** Texts go out as one payload of the session's protocol. */
    post(...packets) {
        return this.player.post(this.query, this.payload(...packets));
    }

    payload(...packets) {
        return this.eio === 3 ? packets.map((packet) => `${packet.length}:${packet}`).join("")
            : packets.join(separator);
    }

    /** A WebSocket for this session that has not said anything yet. */
    ws(options) {
        return this.player.ws(`EIO=${this.eio}&transport=websocket&sid=${this.sid}`, options);
    }

    /** The whole upgrade with nothing in between. */
    async upgrade() {
        const socket = await this.ws();
        await socket.send("2probe");
        await socket.until("3probe");
        await socket.send("5");
        return socket;
    }
}

/** A session by WebSocket from the beginning, past the open packet. */
export async function openWs(player, { eio = 4, extra = "" } = {}) {
    const socket = await player.ws(`EIO=${eio}&transport=websocket${extra}`);
    if (socket.isOpen)
        await socket.next("the open packet");
    return socket;
}

/**
 * Scenarios of Socket.IO by WebSocket from rows of a name and steps: packets are sent on what connect() gives, each
 * when the server has dealt with the one before.
 */
export const conversations = (connect, rows) => rows.map(([name, ...steps]) => ({
    name,
    server: "socket",
    async play(player) {
        const socket = await connect(player);
        for (const step of steps) {
            await socket.send(...[step].flat());
            await player.settle();
        }
        await socket.close();
    },
}));
