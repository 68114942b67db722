// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A WebSocket client that sends any frame, right or wrong, and notes each frame that comes.
import { createHash, randomBytes } from "node:crypto";
import { RawConnection, readReply, requestBytes, within } from "./raw_connection.js";
import { shown, shownReply, withPlainJson } from "./transcript.js";

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };
const names = Object.fromEntries(Object.entries(opcodes).map(([name, value]) => [value, name]));
const acceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const finBit = 0x80;
const maskBit = 0x80;

/** A frame as a client sends it: masked, unless told otherwise. `rsv` holds the three reserved bits. */
export function frame(opcode, data, { fin = true, masked = true, rsv = 0 } = {}) {
    const payload = Buffer.from(data);
    const first = (fin ? finBit : 0) | (rsv << 4) | opcode;
    const flag = masked ? maskBit : 0;
    let head;
    if (payload.length < 126) {
        head = Buffer.from([first, flag | payload.length]);
    } else if (payload.length <= 0xffff) {
        head = Buffer.from([first, flag | 126, 0, 0]);
        head.writeUInt16BE(payload.length, 2);
    } else {
        head = Buffer.from([first, flag | 127, 0, 0, 0, 0, 0, 0, 0, 0]);
        head.writeBigUInt64BE(BigInt(payload.length), 2);
    }
    if (!masked)
        return Buffer.concat([head, payload]);
    const mask = randomBytes(4);
    const hidden = Buffer.from(payload);
    for (let i = 0; i < hidden.length; ++i)
        hidden[i] ^= mask[i % 4];
    return Buffer.concat([head, mask, hidden]);
}

export const messageFrame = (data) => frame(typeof data === "string" ? opcodes.text : opcodes.binary, data);

/** The payload of a close frame. */
export function closePayload(code) {
    const payload = Buffer.alloc(2);
    payload.writeUInt16BE(code);
    return payload;
}

export class RawWebSocket {
    #connection;
    #lane;
    #messages = [];
    #wake = () => {};
    #hasSentClose = false;
    isOpen = false;

    /** Asks for the upgrade; whether it was granted is in `isOpen`, and a refusal in the transcript. */
    static async open(port, lane, { target, method, headers = {}, followedBy = [] }) {
        const socket = new RawWebSocket();
        socket.#lane = lane;
        socket.#connection = await RawConnection.open(port);
        const key = randomBytes(16).toString("base64");
        const fields = { Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": key, ...headers };
        const request = requestBytes(port, { method, target, headers: fields });
        for (const data of followedBy)
            lane.sent.push(`with the request ${shown(data)}`);
        await socket.#connection.write(Buffer.concat([request, ...followedBy.map(messageFrame)]));
        await within(socket.#readHandshake(key), `an answer to the upgrade of ${target}`);
        socket.ended = socket.isOpen ? socket.#readFrames() : Promise.resolve();
        return socket;
    }

    async #readHandshake(key) {
        const reply = await readReply(this.#connection);
        const { received } = this.#lane;
        if (reply === null) {
            received.push("end without a reply");
        } else if (reply.status !== 101) {
            received.push(...shownReply(reply));
            this.#connection.destroy();
        } else {
            const accept = createHash("sha1").update(key + acceptSuffix).digest("base64");
            const isRight = reply.headers["sec-websocket-accept"] === accept;
            const chosen = ["sec-websocket-protocol", "sec-websocket-extensions"]
                .filter((name) => name in reply.headers)
                .map((name) => ` ${name}: ${reply.headers[name]}`);
            received.push(`101${isRight ? "" : " with a wrong Sec-WebSocket-Accept"}${chosen.join("")}`);
            this.isOpen = true;
        }
    }

    async #readFrames() {
        for (;;) {
            const head = await this.#connection.take(2);
            const payload = head && await this.#readPayload(head[1]);
            if (!payload)
                break;
            this.#onFrame(head[0], payload);
        }
        this.#lane.received.push("end");
        this.isOpen = false;
        this.#wake();
    }

    async #readPayload(second) {
        let length = second & ~maskBit;
        if (second & maskBit)
            this.#lane.received.push("a masked frame");
        if (length === 126)
            length = (await this.#connection.take(2))?.readUInt16BE();
        else if (length === 127)
            length = Number((await this.#connection.take(8))?.readBigUInt64BE());
        return length === 0 ? Buffer.alloc(0) : this.#connection.take(length);
    }

    #onFrame(first, payload) {
        const opcode = first & 0x0f;
        const flags = first & ~0x0f;
        const odd = flags === finBit ? "" : ` with flags ${flags.toString(16)}`;
        if (opcode === opcodes.close) {
            // A reason is for people, so only the code is compared.
            this.#lane.received.push(payload.length < 2 ? "close without a code" : `close ${payload.readUInt16BE()}`);
            if (!this.#hasSentClose)
                this.#connection.write(frame(opcodes.close, payload.subarray(0, 2)));
            this.#hasSentClose = true;
            return;
        }
        const data = opcode === opcodes.text ? withPlainJson(payload.toString("utf8")) : Buffer.from(payload);
        this.#lane.received.push(`${names[opcode] ?? opcode} ${shown(data)}${odd}`);
        this.#messages.push(data);
        this.#wake();
    }

    /** Sends messages in one piece: strings as text, anything else as binary. */
    send(...list) {
        this.#lane.sent.push(...list.map(shown));
        return this.#connection.write(Buffer.concat(list.map(messageFrame)));
    }

    /** Sends one frame of any kind. */
    sendFrame(opcode, data, options) {
        return this.sendFrames([opcode, data, options]);
    }

    /** Sends frames of any kind in one piece, each as [opcode, data, options]. */
    sendFrames(...list) {
        for (const [opcode, data = "", options = {}] of list) {
            this.#hasSentClose ||= opcode === opcodes.close;
            this.#lane.sent.push(`${names[opcode] ?? `opcode ${opcode}`} ${shown(data)} ${JSON.stringify(options)}`);
        }
        return this.#connection.write(Buffer.concat(list.map(([opcode, data = "", options]) =>
            frame(opcode, data, options))));
    }

    /** Sends what need not be a whole frame. */
    sendBytes(bytes) {
        this.#lane.sent.push(`bytes ${shown(bytes)}`);
        return this.#connection.write(bytes);
    }

    /** Waits for the next frame that no one has waited for yet; null if the connection ends instead. */
    async next(what = "a frame") {
        const wait = async () => {
            while (this.#messages.length === 0 && this.isOpen)
                await new Promise((resolve) => { this.#wake = resolve; });
            return this.#messages.shift() ?? null;
        };
        return within(wait(), what);
    }

    /** Waits for this message, past others; false if the connection ends instead. */
    async until(message) {
        for (;;) {
            const data = await this.next(shown(message));
            if (data === null || data === message)
                return data !== null;
        }
    }

    /** Waits for the server to end the connection. */
    async closed() {
        await within(this.ended, "the end of the WebSocket");
    }

    /** Says goodbye and waits for the end. */
    async close() {
        if (!this.#hasSentClose && this.isOpen) {
            this.#hasSentClose = true;
            await this.#connection.write(frame(opcodes.close, closePayload(1000)));
        }
        await this.closed();
    }

    /** Leaves without a word. */
    destroy() {
        this.#connection.destroy();
    }
}
