// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pings, pongs and the times after which a silent client is given up.
import { openWs } from "./players.js";
import { limits } from "./servers.js";

const { pingIntervalMs, pingTimeoutMs, connectMs } = limits;
const silenceMs = pingIntervalMs + pingTimeoutMs;

/** Answers this many pings, and thereby sees that the connection lives that long. */
async function answerPings(socket, count) {
    for (let i = 0; i < count; ++i) {
        await socket.until("2");
        await socket.send("3");
    }
}

/** Answers pings until the server ends the connection. */
async function answerPingsToTheEnd(socket) {
    while (await socket.until("2"))
        await socket.send("3");
    await socket.closed();
}

/** The time limit itself is what these scenarios are about, so they wait for a part of it. */
const pass = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

export default [
    {
        name: "pings by WebSocket go on while they are answered",
        server: "engineQuick",
        async play(player) {
            const began = performance.now();
            const socket = await openWs(player);
            await answerPings(socket, 3);
            player.tookAtLeast(3 * pingIntervalMs, began, "three pings");
            await socket.close();
        },
    },
    {
        name: "a client by WebSocket that does not answer is given up",
        server: "engineQuick",
        async play(player) {
            const began = performance.now();
            const socket = await openWs(player);
            await socket.until("2");
            player.tookAtLeast(pingIntervalMs, began, "the ping");
            await socket.closed();
            player.tookAtLeast(silenceMs, began, "the end");
        },
    },
    {
        name: "a client that answers once and then no more",
        server: "engineQuick",
        async play(player) {
            const socket = await openWs(player);
            await answerPings(socket, 1);
            const began = performance.now();
            await socket.until("2");
            await socket.closed();
            player.tookAtLeast(silenceMs, began, "the end");
        },
    },
    {
        name: "messages are no answer to a ping",
        server: "engineQuick",
        async play(player) {
            const socket = await openWs(player);
            await socket.until("2");
            await socket.send("4hello");
            await socket.closed();
        },
    },
    {
        name: "a message gives more time for the answer",
        server: "engineQuick",
        async play(player) {
            const socket = await openWs(player);
            await socket.until("2");
            await pass(pingTimeoutMs / 2);
            const began = performance.now();
            await socket.send("4hello");
            await socket.closed();
            player.tookAtLeast(pingTimeoutMs, began, "the end");
        },
    },
    {
        name: "a second message does not give more time",
        server: "engineQuick",
        async play(player) {
            const socket = await openWs(player);
            await socket.until("2");
            await pass(pingTimeoutMs / 2);
            await socket.send("4first");
            await pass(pingTimeoutMs / 2);
            const began = performance.now();
            await socket.send("4second");
            await socket.closed();
            player.tookAtLeast(pingTimeoutMs, began, "the end");
        },
    },
    {
        name: "stray pongs do not make more pings",
        server: "engineQuick",
        async play(player) {
            const socket = await openWs(player);
            await socket.send(...Array(10).fill("3"));
            await answerPings(socket, 2);
            await socket.send(...Array(10).fill("3"));
            await socket.until("2");
            await socket.close();
        },
    },
    {
        name: "a pong with data is an answer",
        server: "engineQuick",
        async play(player) {
            const socket = await openWs(player);
            await socket.until("2");
            await socket.send("3hello");
            await answerPings(socket, 1);
            await socket.close();
        },
    },
    {
        name: "pings of WebSocket's own do not replace those of Engine.IO",
        server: "engineQuick",
        async play(player) {
            const socket = await openWs(player);
            await socket.until("2");
            await socket.sendFrame(9, "alive");
            await socket.closed();
        },
    },
    {
        name: "pings by polling go on while they are answered",
        server: "engineQuick",
        async play(player) {
            const session = await player.poll();
            for (let i = 0; i < 3; ++i) {
                await session.get();
                await session.post("3");
            }
        },
    },
    {
        name: "a client by polling that does not answer is given up",
        server: "engineQuick",
        async play(player) {
            const began = performance.now();
            const session = await player.poll();
            await session.get();
            await session.get();
            player.tookAtLeast(silenceMs, began, "the end");
            await session.get();
        },
    },
    {
        name: "a client that does not even ask is given up",
        server: "engineQuick",
        async play(player) {
            const session = await player.poll();
            // Another one that is given up later shows that the time is over.
            const other = await openWs(player);
            await other.closed();
            await session.get();
        },
    },
    {
        name: "an upgraded session is pinged by WebSocket",
        server: "engineQuick",
        async play(player) {
            const session = await player.poll();
            const socket = await session.upgrade();
            await answerPings(socket, 2);
            await socket.closed();
        },
    },
    {
        name: "revision 3: the client pings, the server answers",
        server: "engineQuick",
        async play(player) {
            const began = performance.now();
            const socket = await openWs(player, { eio: 3 });
            for (let i = 0; i < 5; ++i) {
                await socket.send("2");
                await socket.until("3");
                await pass(pingIntervalMs / 2);
            }
            player.tookAtLeast(silenceMs, began, "five pings");
            await socket.send("4alive");
            await socket.until("4alive");
            await socket.close();
        },
    },
    {
        name: "revision 3: a client by WebSocket that does not ping is given up",
        server: "engineQuick",
        async play(player) {
            const began = performance.now();
            const socket = await openWs(player, { eio: 3 });
            await socket.closed();
            player.tookAtLeast(silenceMs, began, "the end");
        },
    },
    {
        name: "revision 3: messages are no pings",
        server: "engineQuick",
        async play(player) {
            const socket = await openWs(player, { eio: 3 });
            const began = performance.now();
            await pass(silenceMs / 2);
            await socket.send("4hello");
            const sent = performance.now();
            await socket.closed();
            player.tookAtLeast(silenceMs, began, "the end since the handshake");
            player.tookAtLeast(silenceMs, sent, "the end since the message");
        },
    },
    {
        name: "revision 3: a client by polling that does not ping is given up",
        server: "engineQuick",
        async play(player) {
            const began = performance.now();
            const session = await player.poll({ eio: 3 });
            await session.get();
            player.tookAtLeast(silenceMs, began, "the end");
            await session.get();
        },
    },
    {
        name: "revision 3: pings by polling",
        server: "engineQuick",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            for (let i = 0; i < 2; ++i) {
                const hanging = await session.hang();
                await session.post("2");
                await hanging.reply();
            }
        },
    },
    {
        name: "a client that answers pings but never connects is given up",
        server: "socketQuick",
        async play(player) {
            const began = performance.now();
            const socket = await openWs(player);
            await answerPingsToTheEnd(socket);
            player.tookAtLeast(connectMs, began, "the end");
        },
    },
    {
        name: "a client by polling that answers pings but never connects is given up",
        server: "socketQuick",
        async play(player) {
            const began = performance.now();
            const session = await player.poll();
            for (let i = 0; i < 2; ++i) {
                await session.get();
                await session.post("3");
            }
            await session.get();
            player.tookAtLeast(connectMs, began, "the end");
            await session.get();
        },
    },
    {
        name: "to be refused by a namespace is not to be connected",
        server: "socketQuick",
        async play(player) {
            const began = performance.now();
            const socket = await openWs(player);
            await socket.send("40/unknown,");
            await answerPingsToTheEnd(socket);
            player.tookAtLeast(connectMs, began, "the end");
        },
    },
    {
        name: "a client that has connected stays",
        server: "socketQuick",
        async play(player) {
            const socket = await openWs(player);
            await socket.send("40");
            await answerPings(socket, 4);
            await socket.close();
        },
    },
    {
        name: "a client that has connected to another namespace stays",
        server: "socketQuick",
        async play(player) {
            const socket = await openWs(player);
            await socket.send("40/custom,");
            await answerPings(socket, 4);
            await socket.close();
        },
    },
    {
        name: "a client that has left its namespace stays",
        server: "socketQuick",
        async play(player) {
            const socket = await openWs(player);
            await socket.send("40");
            await socket.next("the reply");
            await socket.send("41");
            await answerPings(socket, 4);
            await socket.close();
        },
    },
    {
        name: "revision 3: there is no time limit for a connection",
        server: "socketQuick",
        async play(player) {
            const socket = await openWs(player, { eio: 3 });
            for (let i = 0; i < 5; ++i) {
                await pass(connectMs / 4);
                await socket.send("2");
                await socket.until("3");
            }
            await socket.send("41", "2");
            await socket.until("3");
            await socket.close();
        },
    },
];
