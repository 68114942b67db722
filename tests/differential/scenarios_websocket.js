// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Engine.IO sessions over WebSocket, and the WebSocket protocol itself.
import { openWs } from "./players.js";
import { closePayload, opcodes } from "./raw_websocket.js";

const query = "EIO=4&transport=websocket";
const maxPayload = 1_000_000;
const { text, binary, continuation, close, ping, pong } = opcodes;

/** Messages are sent, then one more, which shows whether the session is still there. */
const messages = (rows) => rows.map(([name, ...list]) => ({
    name,
    server: "engine",
    async play(player) {
        const socket = await openWs(player);
        await socket.send(...list, "4after");
        await socket.until("4after");
        await socket.close();
    },
}));

/** Frames as [opcode, data, options], in one piece with a message, and each by itself. */
const frames = (rows) => rows.flatMap(([name, ...list]) => [
    {
        name: `frames: ${name}`,
        server: "engine",
        async play(player) {
            const socket = await openWs(player);
            await socket.sendFrames(...list, [text, "4after"]);
            await socket.until("4after");
            await socket.close();
        },
    },
    {
        name: `frames one by one: ${name}`,
        server: "engine",
        async play(player) {
            const socket = await openWs(player);
            for (const one of [...list, [text, "4after"]]) {
                await socket.sendFrames(one);
                await player.settle();
            }
            await socket.close();
        },
    },
]);

const upgrades = (rows) => rows.map(([name, asked, options = {}]) => ({
    name,
    server: "engine",
    async play(player) {
        const socket = await player.ws(asked, options);
        if (socket.isOpen)
            await socket.next("a first frame");
    },
}));

export default [
    ...upgrades([
        ["a handshake", query],
        ["a handshake with an empty sid", `${query}&sid=`],
        ["a handshake of revision 3", "EIO=3&transport=websocket"],
        ["no EIO", "transport=websocket"],
        ["EIO 5", "EIO=5&transport=websocket"],
        ["no transport", "EIO=4"],
        ["an unknown transport", "EIO=4&transport=abc"],
        ["transport=__proto__", "EIO=4&transport=__proto__"],
        ["transport=constructor", "EIO=4&transport=constructor"],
        ["transport=webtransport", "EIO=4&transport=webtransport"],
        ["transport=polling", "EIO=4&transport=polling"],
        ["an unknown sid", `${query}&sid=AAAAAAAAAAAAAAAAAAAA`],
        ["sid=__proto__", `${query}&sid=__proto__`],
        ["sid=constructor", `${query}&sid=constructor`],
        ["no key", query, { headers: { "Sec-WebSocket-Key": null } }],
        ["a short key", query, { headers: { "Sec-WebSocket-Key": "abc" } }],
        ["a key that is no Base64", query, { headers: { "Sec-WebSocket-Key": "!!!!!!!!!!!!!!!!!!!!!!==" } }],
        ["a long key", query, { headers: { "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==" } }],
        ["no version", query, { headers: { "Sec-WebSocket-Version": null } }],
        ["version 12", query, { headers: { "Sec-WebSocket-Version": "12" } }],
        ["version abc", query, { headers: { "Sec-WebSocket-Version": "abc" } }],
        ["version 8", query, { headers: { "Sec-WebSocket-Version": "8" } }],
        ["Upgrade in capitals", query, { headers: { Upgrade: "WebSocket" } }],
        ["another upgrade", query, { headers: { Upgrade: "h2c" } }],
        ["by POST", query, { method: "POST" }],
        ["compression is not taken up", query, { headers: { "Sec-WebSocket-Extensions": "permessage-deflate" } }],
        ["an Origin of its own", query, { headers: { Origin: "http://evil.example" } }],
    ]),
    {
        name: "revision 3 where it is refused",
        server: "engineStrict",
        async play(player) {
            const socket = await player.ws("EIO=3&transport=websocket");
            await socket.ended;
        },
    },
    {
        name: "no EIO where revision 3 is refused",
        server: "engineStrict",
        async play(player) {
            const socket = await player.ws("transport=websocket");
            await socket.ended;
        },
    },
    {
        name: "a message right behind the handshake",
        server: "engine",
        async play(player) {
            const socket = await player.ws(query, { followedBy: ["4early", "4later"] });
            await socket.until("4later");
        },
    },
    {
        name: "HTTP with the sid of a WebSocket",
        server: "engine",
        async play(player) {
            const socket = await player.ws(query);
            const { sid } = JSON.parse((await socket.next()).slice(1));
            await player.get(`EIO=4&transport=polling&sid=${sid}`);
            await player.post(`EIO=4&transport=polling&sid=${sid}`, "4hello");
            // The same by GET with transport=websocket is left out: the reference never answers it.
            await socket.send("4after");
            await socket.until("4after");
            await socket.close();
            await player.settle();
            await player.get(`EIO=4&transport=polling&sid=${sid}`);
        },
    },
    ...messages([
        ["messages", "4one", "4two"],
        ["an empty message", "4"],
        ["a separator is data here", "4a\x1e4b"],
        ["messages outside of ASCII", "4€uro 漢字", "4😀𝄞", "4\u0000\u2028\ufeff"],
        ["binary messages", Buffer.from([0, 1, 2, 255]), Buffer.from([4])],
        ["an empty binary message", Buffer.alloc(0)],
        ["a binary message as text", "bAAEC"],
        ["an empty binary message as text", "b"],
        ["a binary message as text that is no Base64", "b!!!!"],
        ["an empty frame", ""],
        ["an unknown packet", "xyz"],
        ["packet type 7", "7"],
        ["packet type 8", "8"],
        ["packet type 9", "9x"],
        ["an open packet", "0"],
        ["a close packet", "1"],
        ["a close packet with data", "1x"],
        ["a ping", "2"],
        ["a probe", "2probe"],
        ["a stray pong", "3"],
        ["a stray probe pong", "3probe"],
        ["an upgrade packet", "5"],
        ["a noop", "6"],
        ["text and binary mixed", "4a", Buffer.from([1]), "4b", Buffer.from([2]), "4c"],
        ["a message of 125 bytes", `4${"x".repeat(124)}`],
        ["a message of 126 bytes", `4${"x".repeat(125)}`],
        ["a message of 65535 bytes", `4${"x".repeat(65534)}`],
        ["a message of 65536 bytes", `4${"x".repeat(65535)}`],
        ["a message as large as allowed", `4${"x".repeat(maxPayload - 1)}`],
        ["a message one byte too large", `4${"x".repeat(maxPayload)}`],
        ["a binary message as large as allowed", Buffer.alloc(maxPayload, 7)],
        ["a binary message one byte too large", Buffer.alloc(maxPayload + 1, 7)],
        ["a message too large by its bytes, not by its characters", `4${"€".repeat(maxPayload / 2)}`],
    ]),
    ...frames([
        ["a message in fragments", [text, "4he", { fin: false }], [continuation, "ll", { fin: false }],
            [continuation, "o"]],
        ["a binary message in fragments", [binary, "ab", { fin: false }], [continuation, "cd"]],
        ["empty fragments", [text, "", { fin: false }], [continuation, "4x", { fin: false }], [continuation, ""]],
        ["a character in two fragments", [text, Buffer.from("34e282", "hex"), { fin: false }],
            [continuation, Buffer.from("ac", "hex")]],
        ["a ping between fragments", [text, "4he", { fin: false }], [ping, "p"], [continuation, "llo"]],
        ["fragments too large together", [text, `4${"x".repeat(maxPayload / 2)}`, { fin: false }],
            [continuation, "x".repeat(maxPayload / 2)]],
        ["a ping", [ping, "payload"]],
        ["an empty ping", [ping, ""]],
        ["a pong", [pong, "payload"]],
        ["a ping that is too long", [ping, "x".repeat(126)]],
        ["a ping in fragments", [ping, "x", { fin: false }]],
        ["a frame without a mask", [text, "4hello", { masked: false }]],
        ["a reserved bit", [text, "4hello", { rsv: 4 }]],
        ["another reserved bit", [text, "4hello", { rsv: 1 }]],
        ["a reserved opcode", [3, "4hello"]],
        ["a reserved control opcode", [11, ""]],
        ["a continuation of nothing", [continuation, "4hello"]],
        ["a new message within fragments", [text, "4he", { fin: false }], [text, "4hello"]],
        ["text that is no UTF-8", [text, Buffer.from("34ff", "hex")]],
        ["text with half a character", [text, Buffer.from("34e282", "hex")]],
        ["close with 1000", [close, closePayload(1000)]],
        ["close with 1001", [close, closePayload(1001)]],
        ["close with 3000", [close, closePayload(3000)]],
        ["close with 4999 and a reason", [close, Buffer.concat([closePayload(4999), Buffer.from("bye")])]],
        ["close without a code", [close, ""]],
        ["close with half a code", [close, "x"]],
        ["close with 1005", [close, closePayload(1005)]],
        ["close with 999", [close, closePayload(999)]],
        ["close with a reason that is no UTF-8", [close, Buffer.concat([closePayload(1000), Buffer.from([0xff])])]],
    ]),
    {
        name: "a frame that announces too much",
        server: "engine",
        async play(player) {
            const socket = await openWs(player);
            await socket.sendBytes(Buffer.from("81ff000001000000000001020304", "hex"));
            await socket.closed();
        },
    },
    {
        name: "the client leaves without a word, and the session ends",
        server: "engine",
        async play(player) {
            const socket = await player.ws(query);
            const { sid } = JSON.parse((await socket.next()).slice(1));
            socket.destroy();
            await player.settle();
            await player.get(`EIO=4&transport=polling&sid=${sid}`);
        },
    },
    {
        name: "a smaller limit",
        server: "engineStrict",
        async play(player) {
            const fits = await openWs(player);
            await fits.send(`4${"x".repeat(999)}`);
            await fits.next();
            const tooLarge = await openWs(player);
            await tooLarge.send(`4${"x".repeat(1000)}`);
            await tooLarge.closed();
        },
    },
    {
        name: "two hundred messages in one piece",
        server: "engine",
        async play(player) {
            const socket = await openWs(player);
            await socket.send(...Array.from({ length: 200 }, (unused, i) => `4message ${i}`));
            await socket.until("4message 199");
            await socket.close();
        },
    },
];
