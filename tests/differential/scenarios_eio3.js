// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Revision 3 of Engine.IO: lengths before the packets, binary payloads, pings from the client.
import { openWs } from "./players.js";

const textType = { "Content-Type": "text/plain;charset=UTF-8" };
const octets = { "Content-Type": "application/octet-stream" };

/** One packet of a binary payload: a string counts as text, in which each byte is one character. */
function binaryPacket(data) {
    const isText = typeof data === "string";
    const bytes = isText ? Buffer.from(data, "utf8") : Buffer.concat([Buffer.from([4]), data]);
    const digits = [...String(bytes.length)].map(Number);
    return Buffer.concat([Buffer.from([isText ? 0 : 1, ...digits, 0xff]), bytes]);
}
const binaryPayload = (...list) => Buffer.concat(list.map(binaryPacket));

/** A payload, what came back, and whether the session is still there. */
const payloads = (headers, rows, extra = "") => rows.map(([name, body]) => ({
    name,
    server: "engine",
    async play(player) {
        const session = await player.poll({ eio: 3, extra });
        await player.post(session.query, body, headers);
        await player.post(session.query, "6:4after", textType);
        await player.get(session.query);
    },
}));

const messages = (rows) => rows.map(([name, ...list]) => ({
    name: `by WebSocket: ${name}`,
    server: "engine",
    async play(player) {
        const socket = await openWs(player, { eio: 3 });
        await socket.send(...list, "4after");
        await socket.until("4after");
        await socket.close();
    },
}));

const manyBytes = (count) => Buffer.from(Array.from({ length: count }, (unused, i) => i % 256));

export default [
    ...payloads(textType, [
        ["a message", "6:4hello"],
        ["an empty message", "1:4"],
        ["several messages", "4:4one4:4two6:4three"],
        ["ten characters and more", "11:4helloworld101:4".concat("x".repeat(100))],
        ["lengths outside of ASCII", "2:4€"],
        ["lengths outside of the basic plane", "3:4😀"],
        ["a length in bytes", "4:4€"],
        ["a separator of revision 4 is data", "7:4a\x1e4b\x1ec"],
        ["a colon in the data", "5:4a:b:"],
        ["an empty body", ""],
        ["only a length", "3"],
        ["only a colon", ":"],
        ["a length of nought", "0:"],
        ["a length of nought before a message", "0:4:4one"],
        ["a negative length", "-1:4"],
        ["a length that is no number", "x:4one"],
        ["a length with a fraction", "4.0:4one"],
        ["a length in other notations", "4e0:4one"],
        ["a hexadecimal length", "0x4:4one"],
        ["a length with noughts", "004:4one"],
        ["a length with a plus", "+4:4one"],
        ["a length with a blank", " 4:4one"],
        ["a length that is too large", "9:4one"],
        ["a huge length", `${"9".repeat(400)}:4one`],
        ["a second length that is too large", "4:4one9:4two"],
        ["a rest without a colon", "4:4one4"],
        ["an unknown packet", "3:abc"],
        ["packet type 7", "1:7"],
        ["packet type 9", "2:9x"],
        ["an unknown packet after a message", "4:4one3:xyz4:4two"],
        ["a ping", "1:2"],
        ["a ping with data", "6:2probe"],
        ["two pings", "1:21:2"],
        ["a pong", "1:3"],
        ["a pong after a message", "4:4one1:3"],
        ["an open packet", "1:0"],
        ["an upgrade packet", "1:5"],
        ["a noop", "1:6"],
        ["a close packet", "1:1"],
        ["a close packet before a message", "1:14:4one"],
        ["a close packet after a message", "4:4one1:1"],
        ["a binary message in Base64", "10:b4AQIDBA=="],
        ["an empty binary message in Base64", "2:b4"],
        ["a binary message in Base64 without a type", "1:b"],
        ["a binary message in Base64 of another type", "6:b9AQID"],
        ["a ping in Base64", "2:b2"],
        ["a payload of revision 4", "4hello"],
        ["text and binary data in one answer", "4:4one10:b4AQIDBA==4:4two"],
        ["text outside of ASCII and binary data in one answer", "5:4ü€😀10:b4AQIDBA=="],
    ]),
    ...payloads(octets, [
        ["octets: a text", binaryPayload("4hello")],
        ["octets: a binary message", binaryPayload(Buffer.from([1, 2, 255]))],
        ["octets: an empty binary message", binaryPayload(Buffer.alloc(0))],
        ["octets: text and binary data", binaryPayload("4one", Buffer.from([1, 2]), "4two")],
        ["octets: 9 bytes", binaryPayload(manyBytes(8))],
        ["octets: 10 bytes", binaryPayload(manyBytes(9))],
        ["octets: 100 bytes", binaryPayload(manyBytes(99))],
        ["octets: 1000 bytes and a text", binaryPayload(manyBytes(999), "4hello")],
        ["octets: a text of 10 characters", binaryPayload("4hellohell")],
        ["octets: an empty body", ""],
        ["octets: a ping", binaryPayload("2")],
        ["octets: a close packet", binaryPayload("1")],
        ["octets: an unknown packet", binaryPayload("xyz")],
        ["octets: a text payload", "6:4hello"],
        ["octets: noughts before the digits", Buffer.from("00000006ff3468656c6c6f", "hex")],
        ["octets: a packet of type 9", Buffer.from("0103ff090102", "hex")],
    ]),
    // Two bytes of UTF-8 for each character that has any.
    ...payloads(octets, [["octets: text outside of ASCII", binaryPayload("4ü€")],
        ["octets: text outside of the basic plane", binaryPayload("4😀")]]),
    ...payloads(textType, [
        ["b64: a message", "6:4hello"],
        ["b64: a binary message", "10:b4AQIDBA=="],
        ["b64: text and binary data", "4:4one10:b4AQIDBA==4:4two"],
        ["b64: an empty binary message", "2:b4"],
        ["b64: ten bytes", "18:b4AAECAwQFBgcICQ=="],
    ], "&b64=1"),
    ...payloads(octets, [["b64: octets", binaryPayload("4one", Buffer.from([1, 2]))]], "&b64=1"),
    ...payloads(textType, [["b64=0 counts as well", "10:b4AQIDBA=="]], "&b64=0"),
    ...payloads(textType, [["an empty b64 does not count", "10:b4AQIDBA=="]], "&b64="),
    ...messages([
        ["messages", "4one", "4", "4€😀"],
        ["a binary message", Buffer.from([4, 1, 2, 255])],
        ["an empty binary message", Buffer.from([4])],
        ["a binary ping", Buffer.from([2])],
        ["a binary packet of another type", Buffer.from([9, 1])],
        ["a binary packet with a digit for its type", Buffer.from("4hello")],
        ["an empty binary frame", Buffer.alloc(0)],
        ["a binary message in Base64", "b4AQID"],
        ["a b alone", "b"],
        ["an empty frame", ""],
        ["a ping", "2"],
        ["a ping with data", "2hello"],
        ["a pong", "3"],
        ["a close packet", "1"],
        ["an open packet", "0"],
        ["an upgrade packet", "5"],
        ["a noop", "6"],
        ["packet type 7", "7"],
        ["an unknown packet", "xyz"],
    ]),
    {
        name: "by WebSocket: b64",
        server: "engine",
        async play(player) {
            const socket = await openWs(player, { eio: 3, extra: "&b64=1" });
            await socket.send(Buffer.from([4, 1, 2]), "b4AQID", "4after");
            await socket.until("4after");
        },
    },
    {
        name: "what waits goes into one answer",
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            await session.post("4one", "2", "4two");
            await session.post("4three");
            await session.get();
        },
    },
    {
        name: "two GETs",
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            const first = await session.hang();
            await session.get();
            await first.reply();
            await session.get();
        },
    },
    {
        name: "a close packet while a GET hangs",
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            const hanging = await session.hang();
            await session.post("1");
            await hanging.reply();
            await session.get();
        },
    },
    {
        name: "a pong while a GET hangs",
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            const hanging = await session.hang();
            await session.post("3");
            await hanging.reply();
            await session.get();
        },
    },
];
