// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// JSONP, the polling of browsers from before CORS. It is off in ours unless it is asked for.

const jsonp = "EIO=3&transport=polling&j=0";
const form = { "Content-Type": "application/x-www-form-urlencoded" };

const single = (server, rows) => rows.map(([name, query]) => ({ name, server, play: (player) => player.get(query) }));

const bodies = (rows) => rows.map(([name, ...list]) => ({
    name,
    server: "engineJsonp",
    async play(player) {
        const session = await player.poll({ eio: 3, extra: "&j=0" });
        for (const body of [...list, "d=6%3A4after"])
            await player.post(session.query, body, form);
        await player.get(session.query);
    },
}));

export default [
    ...single("engineJsonp", [
        ["a handshake", jsonp],
        ["a handshake of revision 4", "EIO=4&transport=polling&j=0"],
        ["a larger index", "EIO=3&transport=polling&j=12"],
        ["an index with other characters", "EIO=3&transport=polling&j=1a2%3Balert(3)"],
        ["an empty index", "EIO=3&transport=polling&j="],
        ["an index without digits", "EIO=3&transport=polling&j=abc"],
        ["an index with digits outside of ASCII", "EIO=3&transport=polling&j=%D9%A1"],
        ["an unknown sid", `${jsonp}&sid=x`],
        ["an unknown transport", "EIO=3&transport=abc&j=0"],
        ["without an index it is ordinary polling", "EIO=3&transport=polling"],
    ]),
    ...bodies([
        ["a message", "d=6%3A4hello"],
        ["a message that is not escaped", "d=6:4hello"],
        ["a message with a plus and a blank", "d=6%3A4a+b%2Bc"],
        ["a message outside of ASCII", "d=4%3A4%C3%BC%E2%82%AC%F0%9F%98%80".replace("4%3A", "5%3A")],
        ["a message with a line end", "d=4%3A4a%5Cnb"],
        ["a message with an escaped line end", "d=5%3A4a%5C%5Cnb"],
        ["a message with quotes and tags", "d=17%3A4%22%3C%2Fscript%3E%5C%27%3E%20%3C!"],
        ["a message with U+2028", "d=4%3A4a%E2%80%A8b"],
        ["several messages", "d=4%3A4one4%3A4two"],
        ["a binary message", "d=6%3Ab4AQID"],
        ["another field before", "x=1&d=6%3A4hello"],
        ["another field behind", "d=6%3A4hello&x=1"],
        ["no d", "x=1"],
        ["an empty body", ""],
        ["an empty d", "d="],
        ["d twice", "d=4%3A4one&d=4%3A4two"],
        ["d with brackets", "d%5B%5D=4%3A4one"],
        ["percent signs that mean nothing", "d=6%3A4%zz%4"],
        ["a wrong length", "d=9%3A4hello"],
        ["an unknown packet", "d=3%3Axyz"],
    ]),
    {
        name: "another index in each request",
        server: "engineJsonp",
        async play(player) {
            const session = await player.poll({ eio: 3, extra: "&j=0" });
            await player.post(`EIO=3&transport=polling&sid=${session.sid}&j=1`, "d=6%3A4hello", form);
            await player.get(`EIO=3&transport=polling&sid=${session.sid}&j=2`);
        },
    },
    {
        name: "requests without an index in a session that began with one",
        server: "engineJsonp",
        async play(player) {
            const session = await player.poll({ eio: 3, extra: "&j=0" });
            await player.post(`EIO=3&transport=polling&sid=${session.sid}`, "d=6%3A4hello", form);
            await player.get(`EIO=3&transport=polling&sid=${session.sid}`);
        },
    },
    {
        name: "requests with an index in a session that began without one",
        server: "engineJsonp",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            await player.post(`${session.query}&j=1`, "6:4hello");
            await player.get(`${session.query}&j=1`);
        },
    },
    {
        name: "messages of revision 4",
        server: "engineJsonp",
        async play(player) {
            const session = await player.poll({ extra: "&j=0" });
            for (const body of ["d=4hello", "d=4%22quoted%22%1e4two", "d=bAQID"]) {
                await player.post(session.query, body, form);
                await player.get(session.query);
            }
        },
    },
    {
        name: "a close packet while a GET hangs",
        server: "engineJsonp",
        async play(player) {
            const session = await player.poll({ eio: 3, extra: "&j=0" });
            const hanging = await session.hang();
            await player.post(session.query, "d=1%3A1", form);
            await hanging.reply();
            await session.get();
        },
    },
    {
        name: "an upgrade of a session that began with JSONP",
        server: "engineJsonp",
        async play(player) {
            const session = await player.poll({ eio: 3, extra: "&j=0" });
            await player.post(session.query, "d=4%3A4one", form);
            const socket = await session.upgrade();
            await socket.until("4one");
        },
    },
    ...single("engine", [["where it is off", jsonp], ["revision 4 where it is off", "EIO=4&transport=polling&j=0"]]),
];
