// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Engine.IO sessions over HTTP: payloads, requests that overlap or break off, and all the ways to end.

const plain = { "Content-Type": "text/plain;charset=UTF-8" };
const maxPayload = 1_000_000;

/** A payload is sent, then it is looked at what came back and whether the session is still there. */
const payloads = (rows) => rows.map(([name, body, headers = plain]) => ({
    name,
    server: "engine",
    async play(player) {
        const session = await player.poll();
        await player.post(session.query, body, headers);
        await player.post(session.query, "4after");
        await player.get(session.query);
    },
}));

/** A request with another method, while the session goes on. */
const methods = (list) => list.map((method) => ({
    name: `${method} with a sid`,
    server: "engine",
    async play(player) {
        const session = await player.poll();
        await player.request({ method, query: session.query, body: method === "HEAD" ? undefined : "4hello" });
        await session.post("4after");
        await session.get();
    },
}));

export default [
    ...payloads([
        ["a message", "4hello"],
        ["an empty message", "4"],
        ["several messages", "4one\x1e4two\x1e4three"],
        ["a message outside of ASCII", "4€uro, ünïcode, 漢字"],
        ["a message outside of the basic plane", "4😀 and 𝄞"],
        ["a message with line ends and NUL", "4a\r\nb\n\u0000c"],
        ["a message with U+2028 and U+FEFF", "4\u2028\u2029\ufeff"],
        ["bytes that are no UTF-8", Buffer.from("34ff80c3", "hex")],
        ["a surrogate in UTF-8", Buffer.from("34eda08041", "hex")],
        ["a separator at the end", "4one\x1e"],
        ["a separator at the beginning", "\x1e4one"],
        ["two separators", "4one\x1e\x1e4two"],
        ["only a separator", "\x1e"],
        ["a binary message", "bAAECAwQ="],
        ["a binary message among texts", "4one\x1ebAQIDBA==\x1e4two"],
        ["a binary message without padding", "bAAECAwQ"],
        ["a binary message in the alphabet for addresses", "b-_-_"],
        ["an empty binary message", "b"],
        ["a binary message that is no Base64", "b!!!!"],
        ["a binary message with blanks", "bAAEC AwQ="],
        ["an empty body", ""],
        ["an unknown packet", "abc"],
        ["an unknown packet after a message", "4one\x1exyz\x1e4two"],
        ["packet type 7", "7"],
        ["packet type 8", "8x"],
        ["packet type 9", "9"],
        ["an open packet", "0"],
        ["an open packet with data", "0{}"],
        ["a ping", "2"],
        ["a probe", "2probe"],
        ["a ping before a message", "2\x1e4one"],
        ["a ping after a message", "4one\x1e2"],
        ["a stray pong", "3"],
        ["ten stray pongs", Array(10).fill("3").join("\x1e")],
        ["an upgrade packet", "5"],
        ["a noop", "6"],
        ["a close packet", "1"],
        ["a close packet with data", "1x"],
        ["a close packet after a message", "4one\x1e1"],
        ["a close packet before a message", "1\x1e4one"],
        ["a close packet before garbage", "1\x1exyz"],
        ["octets", "4hello", { "Content-Type": "application/octet-stream" }],
        ["octets with a parameter", "4hello", { "Content-Type": "application/octet-stream; x=y" }],
        ["octets in capitals", "4hello", { "Content-Type": "Application/Octet-Stream" }],
        ["no content type", "4hello", {}],
        ["a form", "d=4hello", { "Content-Type": "application/x-www-form-urlencoded" }],
        ["a payload of revision 3", "6:4hello"],
        ["a body as large as allowed", `4${"x".repeat(maxPayload - 1)}`],
        ["a body one byte too large", `4${"x".repeat(maxPayload)}`],
        ["a body too large by its bytes, not by its characters", `4${"€".repeat(maxPayload / 2)}`],
        ["an empty body of octets", "", { "Content-Type": "application/octet-stream" }],
    ]),
    ...methods(["PUT", "DELETE", "PATCH", "HEAD"]),
    {
        name: "the limit counts with any number of messages",
        server: "engineStrict",
        async play(player) {
            const session = await player.poll();
            await session.post(`4${"x".repeat(499)}`, `4${"y".repeat(498)}`);
            await session.post(`4${"x".repeat(499)}`, `4${"y".repeat(499)}`);
            await session.post("4after");
            await session.get();
        },
    },
    {
        name: "an answer may be larger than the limit",
        server: "engineStrict",
        async play(player) {
            const session = await player.poll();
            for (const letter of ["a", "b", "c"])
                await session.post(`4${letter.repeat(900)}`);
            await session.get();
        },
    },
    {
        name: "a body in chunks",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const headers = { ...plain, "Transfer-Encoding": "chunked" };
            const post = await player.begin({ method: "POST", query: session.query, headers });
            await post.send("3\r\n4he\r\n");
            await player.settle();
            await post.send("3\r\nllo\r\n0\r\n\r\n");
            await post.reply();
            await session.get();
        },
    },
    {
        name: "a body in chunks that is too large",
        server: "engineStrict",
        async play(player) {
            const session = await player.poll();
            const headers = { ...plain, "Transfer-Encoding": "chunked" };
            const post = await player.begin({ method: "POST", query: session.query, headers });
            await post.send(`400\r\n${"4".repeat(0x400)}\r\n`);
            await post.reply();
            await session.post("4after");
            await session.get();
        },
    },
    {
        name: "a hanging GET gets the answer",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const hanging = await session.hang();
            await session.post("4hello");
            await hanging.reply();
        },
    },
    {
        name: "what is not asked for waits, and one GET takes all",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            await session.post("4one", "4two");
            await session.post("bAAEC");
            await session.post("4three");
            await session.get();
            await session.post("4four");
            await session.get();
        },
    },
    {
        name: "a second GET while one hangs",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const first = await session.hang();
            await session.get();
            await first.reply();
            await session.get();
        },
    },
    ...["abort", "reset"].map((way) => ({
        name: `a hanging GET that the client breaks off: ${way}`,
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const hanging = await session.hang();
            hanging[way]();
            await player.settle();
            await session.get();
        },
    })),
    {
        name: "a second POST while the first is being sent",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const headers = { ...plain, "Content-Length": 10 };
            const what = { method: "POST", query: session.query, headers, body: "4fir" };
            const first = await player.begin(what);
            await player.settle();
            await session.post("4second");
            await first.reply();
            await session.get();
        },
    },
    {
        name: "a second POST while the first is being sent and a GET hangs",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const hanging = await session.hang();
            const headers = { ...plain, "Content-Length": 10 };
            const first = await player.begin({ method: "POST", query: session.query, headers, body: "4fir" });
            await player.settle();
            await session.post("4second");
            await first.reply();
            await hanging.reply();
            await session.get();
        },
    },
    ...["abort", "reset"].map((way) => ({
        name: `a POST that the client breaks off: ${way}`,
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const headers = { ...plain, "Content-Length": 10 };
            const first = await player.begin({ method: "POST", query: session.query, headers, body: "4fir" });
            await player.settle();
            first[way]();
            await player.settle();
            await session.get();
        },
    })),
    {
        name: "a POST in pieces while a GET is answered",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const headers = { ...plain, "Content-Length": 6 };
            const slow = await player.begin({ method: "POST", query: session.query, headers, body: "4h" });
            const hanging = await session.hang();
            await slow.send("ell");
            await player.settle();
            await slow.send("o");
            await slow.reply();
            await hanging.reply();
        },
    },
    {
        name: "a close packet while a GET hangs",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const hanging = await session.hang();
            await session.post("1");
            await hanging.reply();
            await session.get();
            await session.post("4after");
        },
    },
    {
        name: "garbage while a GET hangs",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const hanging = await session.hang();
            await session.post("xyz");
            await hanging.reply();
            await session.get();
        },
    },
    {
        name: "octets while a GET hangs",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const hanging = await session.hang();
            await player.post(session.query, "4hello", { "Content-Type": "application/octet-stream" });
            await hanging.reply();
            await session.get();
        },
    },
    {
        name: "too large a body while a GET hangs",
        server: "engineStrict",
        async play(player) {
            const session = await player.poll();
            const hanging = await session.hang();
            await session.post(`4${"x".repeat(1000)}`);
            await session.post("4after");
            await hanging.reply();
        },
    },
    {
        name: "another method while a GET hangs",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const hanging = await session.hang();
            await player.request({ method: "PUT", query: session.query, body: "x" });
            await session.post("4after");
            await hanging.reply();
        },
    },
    {
        name: "a session goes on by other connections",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            for (const text of ["one", "two", "three"]) {
                await session.post(`4${text}`);
                await session.get();
            }
        },
    },
];
