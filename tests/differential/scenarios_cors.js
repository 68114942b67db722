// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What pages from elsewhere are told.

const polling = "EIO=4&transport=polling";
const origin = { Origin: "http://page.example" };
const preflight = { ...origin, "Access-Control-Request-Method": "POST" };

const single = (rows) => rows.map(([name, what]) => ({
    name,
    server: "engine",
    play: (player) => player.request({ query: polling, ...what }),
}));

export default [
    ...single([
        ["a handshake with an Origin", { headers: origin }],
        ["a handshake with the Origin null", { headers: { Origin: "null" } }],
        ["a handshake with an Origin of a file", { headers: { Origin: "file://" } }],
        ["an error with an Origin", { query: "EIO=4&transport=abc", headers: origin }],
        ["an unknown sid with an Origin", { query: `${polling}&sid=x`, headers: origin }],
        ["a question beforehand", { method: "OPTIONS", headers: preflight }],
        ["a question beforehand about a header", { method: "OPTIONS",
            headers: { ...preflight, "Access-Control-Request-Headers": "content-type" } }],
        ["a question beforehand about several headers", { method: "OPTIONS",
            headers: { ...preflight, "Access-Control-Request-Headers": "x-one, x-two" } }],
        ["a question beforehand about DELETE", { method: "OPTIONS",
            headers: { ...origin, "Access-Control-Request-Method": "DELETE" } }],
        ["OPTIONS without an Origin", { method: "OPTIONS" }],
        ["OPTIONS without a transport", { method: "OPTIONS", query: "", headers: preflight }],
        ["OPTIONS with an unknown sid", { method: "OPTIONS", query: `${polling}&sid=x`, headers: preflight }],
        ["OPTIONS for an unknown transport", { method: "OPTIONS", query: "EIO=4&transport=abc", headers: preflight }],
        ["OPTIONS of another path", { method: "OPTIONS", path: "/other/", headers: preflight }],
        ["HEAD with an Origin", { method: "HEAD", headers: origin }],
    ]),
    {
        name: "a session with an Origin",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            await player.request({ method: "OPTIONS", query: session.query, headers: preflight });
            await player.post(session.query, "4hello", { ...origin, "Content-Type": "text/plain" });
            await player.get(session.query, origin);
            await player.request({ method: "PUT", query: session.query, headers: origin, body: "x" });
            await player.post(session.query, "xyz", { ...origin, "Content-Type": "text/plain" });
            await player.get(session.query, origin);
        },
    },
    {
        name: "errors of requests in a session, with an Origin",
        server: "engineStrict",
        async play(player) {
            const session = await player.poll();
            await player.post(session.query, "x".repeat(1001), origin);
            await player.post(session.query, "4x", { ...origin, "Content-Type": "application/octet-stream" });
        },
    },
    {
        name: "OPTIONS while a GET hangs",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const hanging = await session.hang();
            await player.request({ method: "OPTIONS", query: session.query, headers: preflight });
            await session.post("4hello");
            await hanging.reply();
        },
    },
];
