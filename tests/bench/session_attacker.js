// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// session_attacker.js PORT HOW: one of the attacks of session_attacks.js, which says how, as a process of its own. It
// prints a line when it has done what it does at first, and goes on until it is killed.
import { connect } from "node:net";

const [port, how] = [Number(process.argv[2]), JSON.parse(process.argv[3])];
const host = how.host ?? "127.0.0.1";
const polling = "/socket.io/?EIO=4&transport=polling";
/** Requests on their way over the one connection. */
const inFlight = 64;

function open(onData, onClose) {
    const socket = connect({ port, host, noDelay: true });
    socket.on("error", () => {});
    socket.on("data", onData);
    socket.on("close", onClose);
    return socket;
}

/** A kept-alive connection that answers requests in their order: ask(method, path, body) resolves to the body. */
function connection(fields) {
    let received = "";
    const waiting = [];
    const takeReply = () => {
        const end = received.indexOf("\r\n\r\n");
        const length = end < 0 ? null : /\r\ncontent-length: (\d+)/i.exec(received.slice(0, end));
        if (!length || received.length < end + 4 + Number(length[1]))
            return false;
        waiting.shift()?.(received.slice(end + 4, end + 4 + Number(length[1])));
        received = received.slice(end + 4 + Number(length[1]));
        return true;
    };
    const socket = open((bytes) => {
        received += bytes.toString("latin1");
        while (takeReply()) { /* the next one */ }
    }, () => process.exit(1));
    return {
        socket,
        ask: (method, path, body = "") => new Promise((resolve) => {
            waiting.push(resolve);
            const head = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${fields()}`;
            socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body}`);
        }),
    };
}

const sidOf = (body) => /"sid":"([^"]+)"/.exec(body)?.[1];
const tell = () => { process.stdout.write("begun\n"); };

/** Sessions without end, each with a user agent of its own that long. */
async function openSessions({ agentBytes, tellAfter }) {
    let count = 0;
    const agent = () => `${count} ${"x".repeat(agentBytes)}`;
    const { ask } = connection(() => (agentBytes ? `User-Agent: ${agent()}\r\n` : ""));
    await Promise.all(Array.from({ length: inFlight }, async () => {
        for (;;) {
            await ask("GET", polling);
            if (++count === tellAfter)
                tell();
        }
    }));
}

/** So many sessions that subscribe to everything, again and again, and never ask what there is for them. */
async function subscribeUnread({ sessions, subscriptions }) {
    const { ask } = connection(() => "");
    const subscribe = Array.from({ length: subscriptions }, (_, id) => `42${id}["subscribe","*"]`).join("\x1e");
    const sids = [];
    for (let i = 0; i < sessions; ++i) {
        const sid = sidOf(await ask("GET", polling));
        if (!sid)
            break;
        await ask("POST", `${polling}&sid=${sid}`, "40");
        await ask("POST", `${polling}&sid=${sid}`, subscribe);
        sids.push(sid);
    }
    tell();
    for (;;) {
        for (const sid of sids)
            await ask("POST", `${polling}&sid=${sid}`, subscribe);
    }
}

/** So many connections, each with the half of a head; one that is closed is opened anew. */
function halfHeads({ connections }) {
    let opened = 0;
    const openOne = () => {
        const socket = open(() => {}, () => setTimeout(openOne, 100));
        socket.once("connect", () => {
            socket.write("GET / HTTP/1.1\r\nHost: local");
            if (++opened === connections)
                tell();
        });
    };
    for (let i = 0; i < connections; ++i)
        openOne();
}

await { openSessions, subscribeUnread, halfHeads }[how.what](how);
