// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Socket.IO 4, which clients of version 2 speak over Engine.IO 3: the server connects the main namespace itself.
import { conversations, openWs } from "./players.js";

/** Past the CONNECT and the first event, which the server sends by itself. */
async function connect(player) {
    const socket = await openWs(player, { eio: 3 });
    await socket.until("42[\"auth\",{}]");
    return socket;
}

/** A binary frame of revision 3. */
const bytes = (...list) => Buffer.from([4, ...list]);
const place = (num) => `{"_placeholder":true,"num":${num}}`;

export default [
    ...conversations(connect, [
        ["nothing but the handshake"],
        ["an event", "42[\"message\",1,\"2\"]"],
        ["an acknowledgement", "427[\"message-with-ack\",1]"],
        ["CONNECT to a namespace", "40/custom,"],
        ["CONNECT to a namespace without a comma", "40/custom"],
        ["CONNECT to a namespace with a query", "40/custom?a=1&b=two%20words,"],
        ["CONNECT to a namespace with a query without a comma", "40/custom?token=abc"],
        ["CONNECT to a namespace with an empty query", "40/custom?,"],
        ["CONNECT to a namespace with a value twice", "40/custom?a=1&a=2,"],
        ["CONNECT to a namespace with a prototype's name", "40/custom?__proto__=1&constructor=2,"],
        ["CONNECT to a namespace with odd percent signs", "40/custom?a=%zz&b=%c3%bc&c=+&d,"],
        ["CONNECT to a namespace with data", "40/custom,{\"a\":1}"],
        ["CONNECT to a namespace with a fragment", "40/custom#a,"],
        ["CONNECT to a namespace by way of another", "40/other/../custom,"],
        ["CONNECT to an unknown namespace", "40/unknown,"],
        ["CONNECT to an unknown namespace with a query", "40/unknown?a=1,"],
        ["CONNECT to the main namespace", "40"],
        ["CONNECT to the main namespace with a query", "40/?a=1,"],
        ["CONNECT to the namespace __proto__", "40/__proto__,"],
        ["CONNECT to a namespace twice", "40/custom,", "40/custom,"],
        ["an event to a namespace that is not joined", "42/custom,[\"message\"]"],
        ["an event to a namespace with a query", "40/custom?a=1,", "42/custom?a=1,[\"message\",1]"],
        ["an event to a namespace", "40/custom?a=1,", "42/custom,[\"message\",1]"],
        ["an acknowledgement of a namespace", "40/custom,", "42/custom,7[\"message-with-ack\",1]"],
        ["DISCONNECT", "41"],
        ["DISCONNECT, then an event", "41", "42[\"message\"]"],
        ["DISCONNECT, then CONNECT", "41", "40"],
        ["DISCONNECT of a namespace, then an event", "40/custom,", "41/custom,", "42/custom,[\"message\"]"],
        ["DISCONNECT of a namespace, then an event to the main one", "40/custom,", "41/custom,", "42[\"message\"]"],
        ["DISCONNECT of a namespace with a query", "40/custom,", "41/custom?a=1,"],
        ["a reserved event", "42[\"connect\"]"],
        ["broken JSON", "42[\"message\""],
        ["an unknown type", "47"],
        ["an empty message", "4"],
        ["CONNECT_ERROR", "44\"x\""],
        ["kick", "42[\"kick\"]"],
        ["a binary event", ["451-[\"message\",".concat(place(0), "]"), bytes(1, 2, 3)]],
        ["a binary event in Base64", ["451-[\"message\",".concat(place(0), "]"), "b4AQID"]],
        ["a binary event of two parts", [`452-["message",${place(1)},${place(0)}]`, bytes(1), bytes(2)]],
        ["a binary event to be acknowledged", [`451-7["message-with-ack",${place(0)}]`, bytes(1)]],
        ["binary data that is not due", bytes(1)],
        ["text while binary data is due", [`451-["message",${place(0)}]`, "42[\"message\"]"]],
        ["a ping while binary data is due", [`451-["message",${place(0)}]`, "2", bytes(1)]],
    ]),
    {
        name: "the handshake by polling",
        server: "socket",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            await session.get();
        },
    },
    {
        name: "an exchange by polling",
        server: "socket",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            await session.get();
            await session.post("42[\"message\",\"ü€😀\"]", "427[\"message-with-ack\",1]");
            await session.get();
            await session.post("40/custom?a=1,");
            await session.get();
            await session.post("40/unknown");
            await session.get();
            await session.post("41/custom");
            await session.post("42/custom,[\"message\"]");
            await session.get();
            await session.get();
        },
    },
    {
        name: "binary data by polling",
        server: "socket",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            await session.get();
            await session.post(`451-["message","ü",${place(0)}]`, "b4AQIDBAUGBwgJCgsM");
            await session.get();
        },
    },
    {
        name: "binary data by polling in Base64",
        server: "socket",
        async play(player) {
            const session = await player.poll({ eio: 3, extra: "&b64=1" });
            await session.get();
            await session.post(`451-["message","ü",${place(0)}]`, "b4AQIDBAUGBwgJCgsM");
            await session.get();
        },
    },
    {
        name: "the main namespace once more after an upgrade",
        server: "socket",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            const socket = await session.upgrade();
            await socket.until("42[\"auth\",{}]");
            await socket.send("427[\"message-with-ack\",1]");
            await socket.until("437[1]");
        },
    },
    {
        name: "the server asks, the client answers",
        server: "socket",
        async play(player) {
            const socket = await connect(player);
            await socket.send("42[\"ask\",1]");
            const [, id] = /^42(\d+)/.exec(await socket.next("the question"));
            await socket.send(`43${id}["answered"]`);
            await socket.until("42[\"answer\",\"answered\"]");
        },
    },
];
