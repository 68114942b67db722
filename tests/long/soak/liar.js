// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sends what no client should: rubbish, halves of heads, frames and packets that are none. It wants to be refused.
import { createConnection } from "node:net";
import { frame, opcodes } from "../../differential/raw_websocket.js";

const betweenMs = { least: 100, most: 800 };
const lingerMs = 3000;

const head = (line, fields = "") => `${line} HTTP/1.1\r\nHost: localhost\r\n${fields}\r\n`;
const upgrade = (path) => head(`GET ${path}`, "Upgrade: websocket\r\nConnection: Upgrade\r\n" +
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
const engine = "/socket.io/?EIO=4&transport=";
const rubbish = (random, length) => Buffer.from(Array.from({ length }, () => Math.floor(random(256))));

/** Requests that must be answered with 4xx, or not at all. */
const requests = [
    (random) => rubbish(random, 200),
    () => "GET / HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n",
    () => "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
    () => head("GET /nothing/of/the/kind"),
    () => head("DANCE /api/quote"),
    () => head("GET /api/history?limit=many"),
    () => head("GET /api/quote?symbol=%FF%00"),
    () => head("POST /api/control", "Content-Type: application/json\r\nContent-Length: 9\r\n") + "{\"action\"",
    () => head("POST /api/control", "Content-Length: -1\r\n"),
    () => head(`GET ${engine}polling&sid=none`),
    () => head(`GET ${engine}pigeon`),
    () => "GET / HTTP/1.1\r\nHost: local",
    () => head("POST /socket.io/?EIO=4&transport=polling", "Transfer-Encoding: chunked\r\n") + "zz\r\n",
];

/** What is said after an upgrade. */
const sayings = [
    (random) => rubbish(random, 300),
    () => frame(opcodes.text, Buffer.from([0xff, 0xfe, 0xfd])),
    () => frame(opcodes.text, "42[\"subscribe\",{\"max_rate\":-1}]"),
    () => frame(opcodes.text, "451-[\"x\",{\"_placeholder\":true,\"num\":9}]"),
    () => frame(opcodes.text, "{\"action\":\"subscribe\",\"symbols\":[\"NOPE\",7]}"),
    () => frame(opcodes.text, "[".repeat(5000)),
    () => frame(opcodes.ping, Buffer.alloc(120)).subarray(0, 60),
    () => Buffer.from([0x81, 0x05, 1, 2, 3, 4, 5]), // not masked
    () => Buffer.from([0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]), // 2^63 bytes
];

export async function startLiar({ port }, random) {
    const sockets = new Set();
    const problems = [];
    let lies = 0;
    let timer = null;
    const lie = () => {
        ++lies;
        const socket = createConnection({ host: "127.0.0.1", port });
        sockets.add(socket);
        let answer = "";
        socket.on("error", () => {}); // "close" follows
        socket.on("close", () => sockets.delete(socket));
        if (random(2) < 1) {
            const request = requests[Math.floor(random(requests.length))](random);
            socket.write(request);
            socket.on("data", (part) => { answer += part.toString("latin1"); });
            socket.on("close", () => {
                if (answer !== "" && !/^HTTP\/1\.1 [45]\d\d /.test(answer))
                    problems.push(`${JSON.stringify(request.toString("latin1"))} was answered ${answer.slice(0, 100)}`);
            });
        } else {
            socket.write(upgrade(random(2) < 1 ? "/ws" : `${engine}websocket`));
            socket.write(sayings[Math.floor(random(sayings.length))](random));
            socket.resume();
        }
        socket.setTimeout(lingerMs, () => socket.destroy());
        timer = setTimeout(lie, betweenMs.least + random(betweenMs.most - betweenMs.least));
    };
    lie();
    return {
        ticks: 0,
        get lies() { return lies; },
        async stop() {
            clearTimeout(timer);
            for (const socket of sockets)
                socket.destroy();
        },
        problems: () => problems,
    };
}
