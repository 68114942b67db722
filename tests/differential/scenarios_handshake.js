// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first request of a session, and all that is refused before there is one.

const polling = "EIO=4&transport=polling";

/** Scenarios of a single GET without a session: a name, the query and maybe more. */
const single = (server, rows) => rows.map(([name, query, more = {}]) => ({
    name,
    server,
    play: (player) => player.request({ query, ...more }),
}));

const prototypeNames = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

export default [
    ...single("socket", [
        ["a handshake by polling", polling],
        ["a handshake with a time stamp", `${polling}&t=abc123`],
        ["a handshake with an empty sid", `${polling}&sid=`],
        ["parameters in another order", "transport=polling&b=1&EIO=4"],
        ["percent signs in the query", "%45IO=%34&transport=poll%69ng"],
        ["the last of two values counts", "EIO=3&EIO=4&transport=abc&transport=polling"],
        ["the last of two values counts against the request", "EIO=4&EIO=4&transport=polling&transport=abc"],
        ["no transport", "EIO=4"],
        ["an empty transport", "EIO=4&transport="],
        ["an unknown transport", "EIO=4&transport=abc"],
        ["a transport in capitals", "EIO=4&transport=Polling"],
        ["a transport that is off", "EIO=4&transport=webtransport"],
        ["transport=websocket without an upgrade", "EIO=4&transport=websocket"],
        ["no query", ""],
        ["an unknown sid", `${polling}&sid=AAAAAAAAAAAAAAAAAAAA`],
        ["an unknown short sid", `${polling}&sid=x`],
        ["an unknown sid by POST", `${polling}&sid=x`, { method: "POST", body: "4hello" }],
        ["an unknown sid by PUT", `${polling}&sid=x`, { method: "PUT", body: "4hello" }],
        ["POST without a sid", polling, { method: "POST", body: "4hello" }],
        ["POST without a sid and an unknown transport", "EIO=4&transport=abc", { method: "POST", body: "4hello" }],
        ["POST with transport=websocket", "EIO=4&transport=websocket", { method: "POST", body: "" }],
        ["PUT without a sid", polling, { method: "PUT", body: "" }],
        ["DELETE without a sid", polling, { method: "DELETE" }],
        ["PATCH without a sid", polling, { method: "PATCH", body: "x" }],
        ["HEAD without a sid", polling, { method: "HEAD" }],
        ["HEAD without anything", "", { method: "HEAD" }],
        ["EIO 3", "EIO=3&transport=polling"],
        ["EIO 3 with b64", "EIO=3&transport=polling&b64=1"],
        ["a folder below the path", polling, { path: "/socket.io/below" }],
        ["the path without its slash", polling, { path: "/socket.io" }],
        ["another path", polling, { path: "/other/" }],
        ["a longer name", polling, { path: "/socket.iox/" }],
        ["the path of the other mode", polling, { path: "/engine.io/" }],
        ["the root", "", { path: "/nothing" }],
        ["another Host", polling, { headers: { Host: "evil.example" } }],
    ]),
    ...prototypeNames.flatMap((name) => single("socket", [
        [`transport=${name}`, `EIO=4&transport=${name}`],
        [`sid=${name}`, `${polling}&sid=${name}`],
        [`EIO=${name}`, `EIO=${name}&transport=polling`],
        [`a parameter called ${name}`, `${polling}&${name}=1`],
    ])),
    // These take anything else for revision 3.
    ...single("socket", [
        ["no EIO", "transport=polling"],
        ["an empty EIO", "EIO=&transport=polling"],
        ["EIO 2", "EIO=2&transport=polling"],
        ["EIO 5", "EIO=5&transport=polling"],
        ["EIO abc", "EIO=abc&transport=polling"],
        ["EIO 04", "EIO=04&transport=polling"],
        ["EIO 4 and a half", "EIO=4.5&transport=polling"],
    ]),
    ...single("engineStrict", [
        ["EIO 4 where 3 is refused, with another payload limit", polling],
        ["EIO 3 where it is refused", "EIO=3&transport=polling"],
        ["no EIO where 3 is refused", "transport=polling"],
        ["EIO 5 where 3 is refused", "EIO=5&transport=polling"],
        ["EIO 3 where it is refused, with an unknown transport", "EIO=3&transport=abc"],
        ["EIO 3 where it is refused, with an unknown sid", "EIO=3&transport=polling&sid=x"],
        ["EIO 3 where it is refused, by POST", "EIO=3&transport=polling", { method: "POST", body: "" }],
        ["EIO 3 where it is refused, transport=websocket", "EIO=3&transport=websocket"],
    ]),
    ...single("engine", [["an Engine.IO handshake", polling]]),
    {
        name: "two handshakes get two ids",
        server: "engine",
        async play(player) {
            await player.poll();
            await player.poll();
        },
    },
    {
        name: "several requests on one connection",
        server: "engine",
        async play(player) {
            const connection = await player.connection();
            const session = await player.poll();
            const requests = [{ query: polling }, { query: "EIO=4&transport=abc" },
                { query: session.query, method: "POST", body: "4one" }, { query: session.query },
                { query: polling, method: "HEAD" }, { query: session.query, method: "PUT", body: "x" },
                { query: polling, method: "OPTIONS" }, { query: polling, path: "/other" }, { query: polling }];
            for (const request of requests) {
                const exchange = await player.begin({ connection, ...request });
                await exchange.reply();
            }
        },
    },
    {
        name: "requests that do not wait for the answers",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            const connection = await player.connection();
            const post = (body) => player.begin({ connection, query: session.query, method: "POST", body });
            const exchanges = [await post("4one"), await post("4two")];
            exchanges.push(await player.begin({ connection, query: session.query }));
            for (const exchange of exchanges)
                await exchange.reply();
        },
    },
    {
        name: "a session of another transport or revision",
        server: "engine",
        async play(player) {
            const session = await player.poll();
            await player.get(`EIO=4&transport=websocket&sid=${session.sid}`);
            await player.get(`EIO=3&transport=polling&sid=${session.sid}`);
            await player.get(`transport=polling&sid=${session.sid}`);
            await player.post(`EIO=3&transport=polling&sid=${session.sid}`, "6:4hello");
            await player.get(`EIO=4&transport=abc&sid=${session.sid}`);
            await session.post("4still here");
            await session.get();
        },
    },
    {
        name: "a session of revision 3 that is asked for as one of 4",
        server: "engine",
        async play(player) {
            const session = await player.poll({ eio: 3 });
            await player.get(`EIO=4&transport=polling&sid=${session.sid}`);
            await session.post("4still here");
            await session.get();
        },
    },
];
