// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Socket.IO 5 by polling: several packets in a request, and ends that the next request learns of.
import { within } from "./raw_connection.js";

/** Each request of packets is followed by a GET; the session may end. */
const exchanges = (rows) => rows.map(([name, ...requests]) => ({
    name,
    server: "socket",
    async play(player) {
        const session = await player.poll();
        for (const packets of requests) {
            await session.post(...[packets].flat());
            await session.get();
        }
    },
}));

async function connect(player) {
    const session = await player.poll();
    await session.post("40");
    await session.get();
    return session;
}

/** What a connected session is told to do, with and without a GET that hangs; then two more requests. */
const endings = (rows) => rows.flatMap(([name, ...packets]) => [
    {
        name: `${name} while no GET hangs`,
        server: "socket",
        async play(player) {
            const session = await connect(player);
            await session.post(...packets);
            await session.get();
            await session.get();
        },
    },
    {
        name: `${name} while a GET hangs`,
        server: "socket",
        async play(player) {
            const session = await connect(player);
            const hanging = await session.hang();
            await session.post(...packets);
            await hanging.reply();
            await session.get();
        },
    },
]);

export default [
    ...exchanges([
        ["CONNECT", "40"],
        ["CONNECT with data", "40{\"a\":\"€\"}"],
        ["CONNECT to an unknown namespace", "40/unknown,"],
        ["CONNECT to two namespaces", ["40", "40/custom,{\"a\":1}"]],
        ["CONNECT and events one after another", "40", "42[\"message\",1]", "427[\"message-with-ack\",2]"],
        ["CONNECT, then several events", "40", ["42[\"message\",1]", "427[\"message-with-ack\",2]",
            "42[\"message\",3]"]],
        ["binary data in one request", "40", ["451-[\"message\",{\"_placeholder\":true,\"num\":0}]", "bAQID"]],
        ["data outside of ASCII", "40", "42[\"message\",\"ü€😀\"]"],
    ]),
    ...endings([
        ["garbage of Socket.IO", "4x"],
        ["garbage of Engine.IO", "x"],
        ["an event, then garbage", "42[\"message\"]", "4x"],
        ["garbage, then an event", "4x", "42[\"message\"]"],
        ["CONNECT twice", "40"],
        ["a reserved event", "42[\"disconnect\"]"],
        ["a close packet", "1"],
        ["an event, then a close packet", "42[\"message\"]", "1"],
        ["DISCONNECT and CONNECT", "41", "40"],
        ["kick", "42[\"kick\"]"],
        ["an event, then kick", "42[\"message\"]", "42[\"kick\"]"],
    ]),
    ...[["an event and DISCONNECT", "42[\"message\"]", "41"], ["DISCONNECT and an event", "41", "42[\"message\"]"]]
        .map(([name, ...packets]) => ({
            name: `${name} in one request`,
            server: "socket",
            async play(player) {
                const session = await connect(player);
                await session.post(...packets);
                await session.post("40");
                await session.get();
            },
        })),
    {
        name: "CONNECT and an event in one request",
        server: "socket",
        async play(player) {
            const session = await player.poll();
            await session.post("40", "42[\"message\",1]");
            await session.get();
        },
    },
    {
        name: "the next request after CONNECT does not wait for the reply",
        server: "socket",
        async play(player) {
            const session = await player.poll();
            await session.post("40");
            await session.post("42[\"message\",1]");
            await session.get();
        },
    },
    {
        name: "binary data in requests of its own",
        server: "socket",
        async play(player) {
            const session = await connect(player);
            await session.post("452-[\"message\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]");
            await session.post("bAQ==");
            await session.post("bAg==");
            await session.get();
        },
    },
    {
        name: "a hanging GET and many events",
        server: "socket",
        async play(player) {
            const session = await connect(player);
            const hanging = await session.hang();
            await session.post("42[\"message\",1]");
            await within(hanging.reply(), "the first");
            await session.post("42[\"message\",2]", "42[\"message\",3]");
            await session.get();
        },
    },
    {
        name: "an answer by polling",
        server: "socket",
        async play(player) {
            const session = await connect(player);
            await session.post("42[\"ask\",1]");
            const [, id] = /42(\d+)/.exec((await session.get()).body.toString());
            await session.post(`43${id}["answered"]`);
            await session.get();
        },
    },
];
