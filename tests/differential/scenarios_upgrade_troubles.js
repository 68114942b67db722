// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Upgrades that go wrong, or get in the way of each other.
import { opcodes } from "./raw_websocket.js";
import { limits } from "./servers.js";

/** On a fresh session: what a WebSocket says instead of the right thing; then whether polling goes on. */
const wrongWords = (rows) => rows.map(([name, ...list]) => ({
    name,
    server: "engine",
    async play(player) {
        const session = await player.poll();
        const socket = await session.ws();
        for (const data of list)
            await socket.send(data);
        await socket.closed();
        await session.post("4after");
        await session.get();
    },
}));

/** Starts to upgrade; a GET that hangs is no longer there. */
async function probe(session) {
    const socket = await session.ws();
    await socket.send("2probe");
    await socket.until("3probe");
    return socket;
}

/** Shows that polling goes on. */
async function stillPolls(session) {
    await session.post("4still polling");
    await session.get();
}

async function echoes(socket, data = "4echo") {
    await socket.send(data);
    await socket.until(data);
}

export default [
    ...wrongWords([
        ["a ping with other data", "2other"],
        ["a ping without data", "2"],
        ["a message instead of a probe", "4hello"],
        ["a binary message instead of a probe", Buffer.from("hello")],
        ["a pong instead of a probe", "3probe"],
        ["a close packet instead of a probe", "1"],
        ["an open packet instead of a probe", "0"],
        ["a noop instead of a probe", "6"],
        ["an unknown packet instead of a probe", "xyz"],
        ["an empty frame instead of a probe", ""],
        ["a message after the probe", "2probe", "4hello"],
        ["a noop after the probe", "2probe", "6"],
        ["garbage after the probe", "2probe", "xyz"],
        ["a close packet after the probe", "2probe", "1"],
    ]),
    {
        name: "a second WebSocket before the first has spoken",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const first = await session.ws();
            const second = await session.ws();
            await second.closed();
            await first.send("2probe");
            await first.until("3probe");
            await first.send("5");
            await echoes(first);
        },
    },
    {
        name: "a second WebSocket while the first is probing",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const first = await probe(session);
            const second = await session.ws({ followedBy: ["2probe", "5"] });
            await second.closed();
            await first.send("5");
            await echoes(first);
        },
    },
    {
        name: "a second WebSocket after the upgrade",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const first = await session.upgrade();
            await echoes(first);
            const second = await session.ws();
            await second.closed();
            await echoes(first);
        },
    },
    {
        name: "a second WebSocket for a session that began with one",
        server: "engine",
        async play(player) {
            const first = await player.ws("EIO=4&transport=websocket");
            const { sid } = JSON.parse((await first.next()).slice(1));
            const second = await player.ws(`EIO=4&transport=websocket&sid=${sid}`);
            await second.send("2probe");
            if (await second.next("an answer to the probe") === null) {
                await echoes(first);
                return;
            }
            await second.send("5");
            await first.closed();
            await echoes(second);
        },
    },
    {
        name: "the upgrade of a session of the other revision",
        server: "engine",
        async play(player) {
            const fourth = await player.poll();
            await player.ws(`EIO=3&transport=websocket&sid=${fourth.sid}`);
            await stillPolls(fourth);
            const third = await player.poll({ eio: 3 });
            await player.ws(`EIO=4&transport=websocket&sid=${third.sid}`);
            await stillPolls(third);
        },
    },
    {
        name: "the upgrade to polling",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const socket = await player.ws(session.query);
            await socket.closed();
            await stillPolls(session);
        },
    },
    {
        name: "an upgrade with a wrong key",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            await session.ws({ headers: { "Sec-WebSocket-Key": "abc" } });
            await stillPolls(session);
            const socket = await session.upgrade();
            await echoes(socket);
        },
    },
    ...["close", "destroy"].map((way) => ({
        name: `the WebSocket goes before the upgrade is done: ${way}`,
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const socket = await probe(session);
            await socket[way]();
            await player.settle();
            await stillPolls(session);
            const again = await session.upgrade();
            await echoes(again);
        },
    })),
    {
        name: "a wrong frame before the upgrade is done",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const socket = await probe(session);
            await socket.sendFrame(opcodes.continuation, "x");
            await socket.closed();
            await stillPolls(session);
        },
    },
    {
        name: "a close packet by polling before the upgrade is done",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const socket = await probe(session);
            await session.post("1");
            await socket.closed();
            await session.get();
        },
    },
    {
        name: "garbage by polling before the upgrade is done",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const socket = await probe(session);
            await session.post("xyz");
            await socket.closed();
            await session.get();
        },
    },
    {
        name: "two GETs before the upgrade is done",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const socket = await session.ws();
            const first = await session.hang();
            await session.get();
            await first.reply();
            await socket.closed();
        },
    },
    ...[["that says nothing", []], ["that only probes", ["2probe"]]].map(([name, words]) => ({
        name: `a WebSocket ${name} is closed in time`,
        server: "engineUpgradeQuick",
        async play(player) {
            const session = await player.poll();
            const began = performance.now();
            const socket = await session.ws();
            await socket.send(...words);
            await socket.closed();
            player.tookAtLeast(limits.upgradeMs, began, "closed");
            await stillPolls(session);
            const again = await session.upgrade();
            await echoes(again);
        },
    })),
    {
        name: "an upgrade that was done in time is not closed later",
        server: "engineUpgradeQuick",
        async play(player) {
            const session = await player.poll();
            const first = await session.upgrade();
            await echoes(first);
            // Another session's time-out shows that the first one's time is over, too.
            const other = await player.poll();
            const silent = await other.ws();
            await silent.closed();
            await echoes(first);
        },
    },
    {
        name: "the client leaves after the upgrade, and the session ends",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const socket = await session.upgrade();
            await echoes(socket);
            socket.destroy();
            await player.settle();
            await session.get();
        },
    },
];
