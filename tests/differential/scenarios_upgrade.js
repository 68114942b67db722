// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The way from polling to a WebSocket, with all that can happen on it.
import { openWs } from "./players.js";

/** Starts to upgrade; a GET that hangs is no longer there. */
async function probe(session) {
    const socket = await session.ws();
    await socket.send("2probe");
    await socket.until("3probe");
    return socket;
}

async function echoes(socket, data = "4echo") {
    await socket.send(data);
    await socket.until(data);
}

const each = [3, 4].flatMap((eio) => [
    {
        name: `revision ${eio}: an upgrade with nothing in between`,
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio });
            const socket = await session.upgrade();
            await echoes(socket);
            await session.get();
            await session.post("4hello");
            await echoes(socket, "4again");
        },
    },
    {
        name: `revision ${eio}: a hanging GET is let go, as often as one comes`,
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio });
            const first = await session.hang();
            const socket = await probe(session);
            await first.reply();
            for (let i = 0; i < 3; ++i)
                await session.get();
            await socket.send("5");
            await echoes(socket);
            await session.get();
        },
    },
    {
        name: `revision ${eio}: what waited comes by WebSocket, in order`,
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio });
            await session.post("4one", "4two");
            const socket = await probe(session);
            await session.post("4three");
            await session.post("4four");
            await socket.send("5");
            await socket.until("4four");
            await echoes(socket, "4five");
            await session.get();
        },
    },
    {
        name: `revision ${eio}: messages by both ways in the meantime`,
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio });
            await session.post("4one");
            const socket = await probe(session);
            await session.get();
            await session.post("4two");
            await session.get();
            await session.post("4three");
            await socket.send("5", "4four");
            await socket.until("4four");
        },
    },
    {
        name: `revision ${eio}: the whole upgrade in one piece while a GET hangs`,
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio });
            const hanging = await session.hang();
            const socket = await session.ws();
            await socket.send("2probe", "5", "4hello");
            await socket.until("4hello");
            await hanging.reply();
            await session.get();
        },
    },
    {
        name: `revision ${eio}: a POST that is still being sent`,
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio });
            const headers = { "Content-Type": "text/plain", "Content-Length": 100 };
            const post = await player.begin({ method: "POST", query: session.query, headers, body: "4ha" });
            const socket = await probe(session);
            await socket.send("5");
            await echoes(socket);
            await post.reply();
        },
    },
    {
        name: `revision ${eio}: the WebSocket comes with the probe`,
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio });
            const socket = await session.ws({ followedBy: ["2probe"] });
            await socket.until("3probe");
            await socket.send("5");
            await echoes(socket);
        },
    },
]);

export default [
    ...each,
    {
        name: "binary messages that waited come as binary frames",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            await session.post("4one", "bAQID", "4two");
            const socket = await session.upgrade();
            await socket.until("4two");
        },
    },
    {
        name: "an upgrade without a probe",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            await session.post("4one");
            const socket = await session.ws();
            await socket.send("5");
            await echoes(socket);
            await session.get();
        },
    },
    {
        name: "an upgrade packet with data",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const socket = await probe(session);
            await socket.send("5hello");
            await echoes(socket);
        },
    },
    {
        name: "two probes",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const socket = await probe(session);
            await socket.send("2probe");
            await socket.until("3probe");
            await socket.send("5");
            await echoes(socket);
        },
    },
    {
        name: "an upgrade packet twice",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const socket = await session.upgrade();
            await socket.send("5");
            await echoes(socket);
        },
    },
    {
        name: "events of Socket.IO that waited come by WebSocket",
        server: "socket",
        async play(player) {
            const session = await player.poll();
            await session.post("40{\"a\":1}");
            const socket = await probe(session);
            await session.post("42[\"message\",1]", "451-[\"message\",{\"_placeholder\":true,\"num\":0}]", "bAQID");
            await session.post("427[\"message-with-ack\",2]");
            await socket.send("5");
            await socket.until("437[2]");
        },
    },
    {
        name: "a group of binary data is cut in two by the upgrade",
        server: "socket",
        async play(player) {
            const session = await player.poll();
            await session.post("40");
            await session.get();
            const socket = await probe(session);
            const place = (num) => `{"_placeholder":true,"num":${num}}`;
            await session.post(`452-["message",${place(0)},${place(1)}]`, "bAQ==");
            await socket.send("5", Buffer.from([2]), "427[\"message-with-ack\"]");
            await socket.until("437[]");
        },
    },
    {
        name: "upgrades of ten sessions at once",
        server: "engine",
        async play(player) {
            const open = async (i) => {
                const session = await player.poll();
                await session.post(`4first of ${i}`);
                return session;
            };
            const sessions = [];
            for (let i = 0; i < 10; ++i)
                sessions.push(await open(i));
            const sockets = [];
            for (const session of sessions)
                sockets.push(await session.ws());
            await Promise.all(sockets.map((socket) => socket.send("2probe", "5", "4second")));
            await Promise.all(sockets.map((socket) => socket.until("4second")));
            const direct = await openWs(player);
            await echoes(direct);
        },
    },
];
