// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Binary attachments of Socket.IO: how many, in which order, and what the placeholders may say.
import { openWs } from "./players.js";

async function connect(player) {
    const socket = await openWs(player);
    await socket.send("40");
    await socket.until("42[\"auth\",{}]");
    return socket;
}

/** Sends packets in one piece and looks at what the server says and whether it stays. */
const conversations = (rows) => rows.map(([name, ...packets]) => ({
    name,
    server: "socket",
    async play(player) {
        const socket = await connect(player);
        await socket.send(...packets);
        await player.settle();
        await socket.close();
    },
}));

const bytes = (...list) => Buffer.from(list);
const place = (num) => `{"_placeholder":true,"num":${num}}`;
const event = (count, ...list) => `45${count}-["message"${list.map((item) => `,${item}`).join("")}]`;
const many = (count) => Array.from({ length: count }, (unused, i) => i);

/** One attachment and a placeholder of this number. */
const placeholders = (rows) => conversations(rows.map(([name, number]) => [`a placeholder ${name}`,
    event(1, place(number)), bytes(1)]));

export default [
    ...conversations([
        ["one attachment", event(1, place(0)), bytes(1, 2, 3)],
        ["an empty attachment", event(1, place(0)), bytes()],
        ["two attachments", event(2, place(0), place(1)), bytes(1), bytes(2)],
        ["two attachments in the other order", event(2, place(1), place(0)), bytes(1), bytes(2)],
        ["ten attachments", event(10, ...many(10).map(place)), ...many(10).map((i) => bytes(i))],
        ["eleven attachments", event(11, ...many(11).map(place)), ...many(11).map((i) => bytes(i))],
        ["a great many attachments", event("99999999999999999999", place(0)), bytes(1)],
        ["no attachments", event(0), "42[\"message\"]"],
        ["no attachments but a placeholder", event(0, place(0)), bytes(1)],
        ["a negative number of attachments", event("-1", place(0)), bytes(1)],
        ["one and a half attachments", event("1.5", place(0)), bytes(1)],
        ["no number of attachments", event("", place(0)), bytes(1)],
        ["a letter for the number", event("x", place(0)), bytes(1)],
        ["noughts before the number", event("01", place(0)), bytes(1)],
        ["the number in another notation", event("1e0", place(0)), bytes(1)],
        ["the number with a fraction of nought", event("1.0", place(0)), bytes(1)],
        ["the hexadecimal number", event("0x1", place(0)), bytes(1)],
        ["a number with a blank", event(" 1", place(0)), bytes(1)],
        ["no dash", "451[\"message\"]", bytes(1)],
        ["only the type", "45"],
        ["only the type and the number", "451-"],
        ["the number without data", "451-", bytes(1)],
        ["an event to the namespace by its name", `451-/,["message",${place(0)}]`, bytes(1)],
        ["an event to be acknowledged", `451-7["message-with-ack",${place(0)}]`, bytes(1)],
        ["an acknowledgement with two attachments", `452-7["message-with-ack",{"a":${place(1)},"b":[${place(0)}]}]`,
            bytes(1), bytes(2)],
        ["deep placeholders", event(2, `[{"a":[${place(1)}]}]`, `{"b":{"c":${place(0)}}}`), bytes(1), bytes(2)],
        ["an attachment that no placeholder names", event(2, place(1)), bytes(1), bytes(2)],
        ["attachments that no placeholder names", event(1, "1"), bytes(1)],
        ["an attachment named twice", event(1, place(0), place(0)), bytes(1)],
        ["more placeholders than attachments", event(1, place(0), place(1)), bytes(1)],
        ["a placeholder for the name", `451-[${place(0)}]`, bytes(1)],
        ["a reserved event", `451-["disconnect",${place(0)}]`, bytes(1)],
        ["a broken event", "451-[\"message\",", bytes(1)],
        ["an object for an event", "451-{}", bytes(1)],
        ["an acknowledgement that no one waits for", `461-99[${place(0)}]`, bytes(1), "42[\"message\"]"],
        ["an acknowledgement without an id", `461-[${place(0)}]`, bytes(1), "42[\"message\"]"],
        ["an acknowledgement with an object", "461-99{}", bytes(1)],
        ["more data than is due", event(1, place(0)), bytes(1), bytes(2)],
        ["data that is not due", bytes(1)],
        ["data as text that is not due", "bAQID"],
        ["data as text", event(1, place(0)), "bAQID"],
        ["text while data is due", event(2, place(0), place(1)), bytes(1), "42[\"message\"]", bytes(2)],
        ["another event while data is due", event(1, place(0)), event(1, place(0)), bytes(1), bytes(2)],
        ["CONNECT while data is due", event(1, place(0)), "40/custom,", bytes(1)],
        ["DISCONNECT while data is due", event(1, place(0)), "41", bytes(1)],
        ["a pong while data is due", event(1, place(0)), "3", bytes(1)],
        ["a noop while data is due", event(1, place(0)), "6", bytes(1)],
        ["the end while data is due", event(1, place(0))],
        ["an event to a namespace that is not joined", `451-/custom,["message",${place(0)}]`, bytes(1)],
        ["an event to an unknown namespace", `451-/unknown,["message",${place(0)}]`, bytes(1)],
        ["text that looks like a packet as binary data", Buffer.from("42[\"message\"]")],
        ["two events one after another", event(1, place(0)), bytes(1), event(1, place(0)), bytes(2)],
        ["a larger attachment", event(1, place(0)), Buffer.alloc(200_000, 7)],
    ]),
    ...placeholders([
        ["out of range", 1],
        ["far out of range", 4294967296],
        ["before the first", -1],
        ["of minus nought", "-0"],
        ["with a fraction", 0.5],
        ["with a fraction of nought", "0.0"],
        ["in another notation", "0e5"],
        ["that is a string", "\"0\""],
        ["with a method's name", "\"splice\""],
        ["that is null", "null"],
        ["that is true", "true"],
        ["that is an array", "[0]"],
        ["that is an object", "{\"num\":0}"],
        ["that is infinite", "1e400"],
    ]),
    ...conversations([
        ["a placeholder without a number", event(1, "{\"_placeholder\":true}"), bytes(1)],
        ["a placeholder that claims to be none", event(1, "{\"_placeholder\":false,\"num\":0}"), bytes(1)],
        ["a placeholder that claims to be one by a string", event(1, "{\"_placeholder\":\"true\",\"num\":0}"),
            bytes(1)],
        ["a placeholder that claims to be one by 1", event(1, "{\"_placeholder\":1,\"num\":0}"), bytes(1)],
        ["a placeholder with more in it", event(1, "{\"a\":1,\"num\":0,\"_placeholder\":true}"), bytes(1)],
        ["a placeholder within a placeholder", event(1, `{"_placeholder":true,"num":0,"a":${place(0)}}`),
            bytes(1)],
    ]),
    {
        name: "binary data before CONNECT",
        server: "socket",
        async play(player) {
            const socket = await openWs(player);
            await socket.send(event(1, place(0)), bytes(1));
            await socket.closed();
        },
    },
    {
        name: "binary data in an answer",
        server: "socket",
        async play(player) {
            const socket = await connect(player);
            await socket.send(`451-["ask",${place(0)}]`, bytes(1, 2));
            const [, id] = /^451-(\d+)/.exec(await socket.next("the question"));
            await socket.send(`461-${id}[${place(0)},"text"]`, bytes(3, 4));
            await socket.until(`451-["answer",${place(0)},"text"]`);
        },
    },
    {
        name: "binary data in another namespace",
        server: "socket",
        async play(player) {
            const socket = await connect(player);
            await socket.send("40/custom,");
            await socket.until("42/custom,[\"auth\",{}]");
            await socket.send(`451-/custom,["message",${place(0)}]`, bytes(1),
                `451-/custom,7["message-with-ack",${place(0)}]`, bytes(2), "427[\"message-with-ack\"]");
            await socket.until("437[]");
        },
    },
];
