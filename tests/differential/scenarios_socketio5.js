// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Socket.IO 5 over Engine.IO 4: namespaces, events, acknowledgements, and what ends a connection.
import { conversations, openWs } from "./players.js";

/** The same on a connection that has joined the main namespace. */
const connected = (rows) => rows.map(([name, ...steps]) => ({
    name,
    server: "socket",
    async play(player) {
        const socket = await connect(player);
        for (const step of steps) {
            await socket.send(...[step].flat());
            await player.settle();
        }
        await socket.close();
    },
}));

async function connect(player, namespace = "") {
    const socket = await openWs(player);
    await socket.send(`40${namespace}`);
    await socket.until(`42${namespace}["auth",{}]`);
    return socket;
}

/** Arguments that come back by an event. */
const echoed = (rows) => connected(rows.map(([name, list]) => [`${name} come back`, `42["message",${list}]`]));

const reserved = ["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"];
const prototypeNames = ["__proto__", "constructor", "toString", "hasOwnProperty"];

export default [
    ...conversations(openWs, [
        ["CONNECT without data", "40"],
        ["CONNECT with data", "40{\"token\":\"123\",\"n\":[1,2,{}]}"],
        ["CONNECT with an empty object", "40{}"],
        ["CONNECT with data outside of ASCII", "40{\"ü\":\"€😀\"}"],
        ["CONNECT with a prototype's name", "40{\"__proto__\":1,\"constructor\":2}"],
        ["CONNECT with an array", "40[]"],
        ["CONNECT with a string", "40\"abc\""],
        ["CONNECT with null", "40null"],
        ["CONNECT with broken JSON", "40{\"a\""],
        ["CONNECT with a rest", "40{}x"],
        ["CONNECT with a blank before the data", "40 {}"],
        ["CONNECT with an id", "407{\"a\":1}"],
        ["CONNECT to a namespace", "40/custom,"],
        ["CONNECT to a namespace with data", "40/custom,{\"a\":1}"],
        ["CONNECT to a namespace without a comma", "40/custom"],
        ["CONNECT to the main namespace by its name", "40/,"],
        ["CONNECT to the main namespace without a comma", "40/"],
        ["CONNECT to an unknown namespace", "40/unknown,"],
        ["CONNECT to an unknown namespace with data", "40/unknown,{\"a\":1}"],
        ["CONNECT to an unknown namespace without a comma", "40/unknown"],
        ["CONNECT to a namespace with a query", "40/custom?a=1,"],
        ["CONNECT to a namespace in capitals", "40/Custom,"],
        ["CONNECT to a namespace below", "40/custom/below,"],
        ["CONNECT to a namespace outside of ASCII", "40/ü€,"],
        ["CONNECT to a namespace with quotes", "40/a\"b\\,"],
        ["CONNECT to a namespace without a slash", "40custom,"],
        ["CONNECT to a prototype's name", ...prototypeNames.map((name) => `40/${name},`)],
        ["CONNECT to an unknown namespace, then to a known one", "40/unknown,", "40"],
        ["two namespaces at once", ["40", "40/custom,"]],
        ["an event before CONNECT", "42[\"message\"]"],
        ["an acknowledgement before CONNECT", "430[]"],
        ["DISCONNECT before CONNECT", "41"],
        ["CONNECT_ERROR before CONNECT", "44{\"message\":\"x\"}"],
        ["an event to another namespace than the one that is joined", "40", "42/custom,[\"message\"]"],
        ["an event to an unknown namespace", "40", "42/unknown,[\"message\"]"],
        ["an empty message", "4"],
        ["an unknown type", "47"],
        ["a letter for a type", "4x"],
        ["binary data before CONNECT", Buffer.from([1, 2, 3])],
    ]),
    ...connected([
        ["an event", "42[\"message\",1,\"2\",{\"3\":[true]}]"],
        ["an event without arguments", "42[\"message\"]"],
        ["an event that no one listens to", "42[\"other\",1]"],
        ["an event named by a number", "42[1,\"a\"]"],
        ["an event with an empty name", "42[\"\",\"a\"]"],
        ["an event that asks for an acknowledgement", "427[\"message-with-ack\",1,\"2\",{\"3\":[false]}]"],
        ["an acknowledgement without arguments", "420[\"message-with-ack\"]"],
        ["an event to be acknowledged that asks for none", "42[\"message-with-ack\",1]"],
        ["an event that no one listens to and that asks for an acknowledgement", "427[\"other\",1]"],
        ["the same id twice", ["421[\"message-with-ack\",1]", "421[\"message-with-ack\",2]"]],
        ["an id with noughts before it", "42007[\"message-with-ack\"]"],
        ["an id of 2 to the 53rd less one", "429007199254740991[\"message-with-ack\"]"],
        ["an id of 2 to the 53rd and one", "429007199254740993[\"message-with-ack\"]"],
        ["an id of 20 digits", "4299999999999999999999[\"message-with-ack\"]"],
        ["an id of 25 digits", `42${"9".repeat(25)}["message-with-ack"]`],
        ["an id of 400 digits", `42${"9".repeat(400)}["message-with-ack"]`],
        ["a negative id", "42-1[\"message-with-ack\"]"],
        ["an id with a fraction", "421.5[\"message-with-ack\"]"],
        ["blanks before the arguments", "42 [\"message\",1]"],
        ["blanks within the arguments", "42[ \"message\" , 1 , { \"a\" : 2 } ]"],
        ["blanks after the arguments", "42[\"message\",1] \n"],
        ["an event without data", "42"],
        ["an event with an empty array", "42[]"],
        ["an event with an object", "42{\"0\":\"message\"}"],
        ["an event with a string", "42\"message\""],
        ["an event with null", "42null"],
        ["an event with a number and no array", "421"],
        ["an event named by null", "42[null,1]"],
        ["an event named by true", "42[true,1]"],
        ["an event named by an object", "42[{\"toString\":1},1]"],
        ["an event named by an array", "42[[\"message\"],1]"],
        ["an event with broken JSON", "42[\"message\",1"],
        ["an event with a rest", "42[\"message\"]x"],
        ["an event with a comma too many", "42[\"message\",]"],
        ["an event with NaN", "42[\"message\",NaN]"],
        ["an event with single quotes", "42['message']"],
        ["the event error", "42[\"error\",1]"],
        ...prototypeNames.map((name) => [`the event ${name}`, `42["${name}",1]`]),
        ...reserved.map((name) => [`the reserved event ${name}`, `42["${name}",1]`]),
        ["an acknowledgement that no one waits for", "43123[1]"],
        ["an acknowledgement with a huge id", `43${"9".repeat(30)}[1]`],
        ["an acknowledgement without an id", "43[1]"],
        ["an acknowledgement without data", "43"],
        ["an acknowledgement with an object", "431{}"],
        ["an acknowledgement with broken JSON", "431["],
        ["CONNECT_ERROR from the client", "44{\"message\":\"x\"}"],
        ["CONNECT_ERROR with a string from the client", "44\"x\""],
        ["CONNECT twice", "40"],
        ["CONNECT twice with data", "40{\"a\":1}"],
        ["an unknown type", "47"],
        ["type 9", "49[]"],
        ["a letter for a type", "4x[]"],
        ["an empty message", "4"],
        ["an event to the main namespace by its name", "42/,[\"message\",1]"],
        ["an event with a query", "42/?a=1,[\"message\",1]"],
        ["DISCONNECT", "41"],
        ["DISCONNECT with data", "41{}"],
        ["DISCONNECT with null", "41null"],
        ["DISCONNECT with an id", "417"],
        ["DISCONNECT twice", "41", "41"],
        ["DISCONNECT of another namespace", "41/custom,"],
        ["an event after DISCONNECT", "41", "42[\"message\"]"],
        ["CONNECT again after DISCONNECT", "41", "40{\"again\":true}"],
        ["CONNECT to another namespace after DISCONNECT", "41", "40/custom,"],
        ["a second namespace", "40/custom,{\"a\":1}"],
        ["a pong from the client", "3"],
        ["a ping from the client", "2"],
        ["a close packet", ["1", "42[\"message\"]"]],
        ["a noop", ["6", "42[\"message\"]"]],
        ["an unknown packet of Engine.IO", "9"],
    ]).map(({ name, ...rest }) => ({ name: `connected: ${name}`, ...rest })),
    ...echoed([
        ["numbers", "0,-1,1.5,1e3,1e-3,1.0,-0,9007199254740993,0.1"],
        ["numbers of many digits", "123456789012345678901,0.1234567890123456789,1e300"],
        ["numbers that are too large", "1e400"],
        ["strings", "\"\",\"a\\n\\t\\u0000\\\"\\\\\\/\",\"\\u20ac\\ud83d\\ude00\",\"€😀\",\"\x7f\\u2028\""],
        ["a lone surrogate", "\"\\ud800\""],
        ["separators", "\"a\\u001eb\",\"<>&'\""],
        ["keys in order", "{\"b\":1,\"a\":2,\"c\":{\"z\":1,\"y\":2}}"],
        ["keys that are numbers", "{\"b\":1,\"2\":2,\"1\":1}"],
        ["keys twice", "{\"a\":1,\"b\":2,\"a\":3}"],
        ["empty things", "null,[],{},[[]],[{}],false"],
        ["prototypes' names as keys", "{\"__proto__\":1,\"constructor\":2,\"toJSON\":3}"],
        ["placeholders in text", "{\"_placeholder\":true,\"num\":0}"],
        ["deep things", `${"[".repeat(50)}${"]".repeat(50)}`],
        ["deeper things", `${"[".repeat(600)}${"]".repeat(600)}`],
        ["long strings", `"${"x".repeat(100_000)}"`],
    ]),
    {
        name: "events of two namespaces",
        server: "socket",
        async play(player) {
            const socket = await connect(player);
            await socket.send("40/custom,");
            await socket.until("42/custom,[\"auth\",{}]");
            await socket.send("42/custom,[\"message\",1]", "42[\"message\",2]", "42/custom,7[\"message-with-ack\",3]",
                "427[\"message-with-ack\",4]");
            await socket.until("437[4]");
            await socket.send("41/custom,");
            await socket.send("42[\"message\",5]");
            await socket.until("42[\"message-back\",5]");
            await socket.send("42/custom,[\"message\",6]");
            await socket.closed();
        },
    },
    {
        name: "leaving the main namespace leaves the other one",
        server: "socket",
        async play(player) {
            const socket = await connect(player);
            await socket.send("40/custom,");
            await socket.until("42/custom,[\"auth\",{}]");
            await socket.send("41", "42/custom,[\"message\",1]");
            await socket.until("42/custom,[\"message-back\",1]");
            await socket.send("40");
            await socket.until("42[\"auth\",{}]");
        },
    },
    {
        name: "leaving and joining five times",
        server: "socket",
        async play(player) {
            const socket = await openWs(player);
            for (let i = 0; i < 5; ++i) {
                await socket.send(`40{"i":${i}}`);
                await socket.until(`42["auth",{"i":${i}}]`);
                await socket.send("41");
                await player.settle();
            }
            await socket.send("42[\"message\"]");
            await socket.closed();
        },
    },
    ...["", "/custom,"].map((namespace) => ({
        name: `the server asks, the client answers${namespace && " in another namespace"}`,
        server: "socket",
        async play(player) {
            const socket = await connect(player, namespace);
            const ask = async (list) => {
                await socket.send(`42${namespace}["ask"${list}]`);
                return /^42(?:\/custom,)?(\d+)/.exec(await socket.next("the question"))[1];
            };
            const first = await ask(",1,\"two\"");
            const second = await ask("");
            await socket.send(`43${namespace}${second}["second",2]`, `43${namespace}${first}[]`);
            await socket.until(`42${namespace}["answer"]`);
            // Each may be answered once.
            await socket.send(`43${namespace}${first}["again"]`);
            const third = await ask("");
            await socket.send(`43${namespace}${third}`);
            await socket.until(`42${namespace}["answer"]`);
        },
    })),
    {
        name: "an answer to a question of another connection",
        server: "socket",
        async play(player) {
            const asked = await connect(player);
            await asked.send("42[\"ask\"]");
            const [, id] = /^42(\d+)/.exec(await asked.next("the question"));
            const other = await connect(player);
            await other.send(`43${id}["not mine"]`, "42[\"message\"]");
            await other.until("42[\"message-back\"]");
            await asked.send(`43${id}["mine"]`);
            await asked.until("42[\"answer\",\"mine\"]");
        },
    },
    {
        name: "the server ends the connection",
        server: "socket",
        async play(player) {
            const socket = await connect(player);
            await socket.send("42[\"kick\"]");
            await socket.closed();
        },
    },
    {
        name: "the server ends the connection of two namespaces",
        server: "socket",
        async play(player) {
            const socket = await connect(player);
            await socket.send("40/custom,");
            await socket.until("42/custom,[\"auth\",{}]");
            await socket.send("42[\"message\",1]", "42/custom,[\"kick\"]");
            await socket.closed();
        },
    },
];
