// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints every tick of a few symbols, received over a WebSocket. It notices lost messages and dead connections, and
// fetches what it has missed:
//     npm install && node node-websocket.js [http://localhost:8000]
import WebSocket from "ws";

const server = process.argv[2] ?? "http://localhost:8000";
const symbols = ["ACME", "SLOTH", "TEAPOT"];
const heartbeatSeconds = 5;
let tape = ""; // identifies the market
let lastSeq = 0; // we have received every tick up to this one

/** Fetches the ticks that we missed: those after lastSeq, up to this one. */
async function catchUp(newestSeq) {
    const missed = [];
    for (const symbol of symbols) {
        const query = new URLSearchParams({ symbol, from: lastSeq + 1, limit: 10000 });
        const reply = await fetch(`${server}/api/history?${query}`);
        for (const { seq, price } of (await reply.json()).ticks) {
            if (seq <= newestSeq)
                missed.push({ seq, symbol, price });
        }
    }
    missed.sort((a, b) => a.seq - b.seq);
    for (const { seq, symbol, price } of missed)
        console.log(seq, symbol, price, "(missed)");
}

async function handle(socket, { type, seq, after, last, quotes, message, ...rest }) {
    if (type === "hello") {
        if (rest.tape !== tape)
            lastSeq = 0; // another market, or the first one
        tape = rest.tape;
        socket.send(JSON.stringify({ action: "subscribe", symbols }));
        socket.send(JSON.stringify({ action: "heartbeat", every: heartbeatSeconds }));
    } else if (type === "snapshot") {
        if (lastSeq > 0 && seq > lastSeq)
            await catchUp(seq);
        for (const { symbol, price } of quotes)
            console.log("now", symbol, price);
        lastSeq = seq;
    } else if (type === "tick") {
        if (after > lastSeq)
            await catchUp(after); // a message was lost
        for (const { symbol, price } of quotes)
            console.log(seq, symbol, price);
        lastSeq = seq;
    } else if (type === "heartbeat") {
        if (lastSeq > 0 && last > lastSeq) {
            await catchUp(last); // the last message was lost
            lastSeq = last;
        }
    } else if (type === "status") {
        console.log("status:", rest.state, ...(rest.symbols ?? []));
    } else if (type === "error") {
        console.log("error:", message);
    }
}

function connect() {
    const socket = new WebSocket(`${server.replace(/^http/, "ws").replace(/\/$/, "")}/ws`);
    let before = Promise.resolve(); // handles one message after the other, even if one has to wait
    // Nothing for more than two heartbeats: the connection is dead, although nobody has closed it.
    const watch = setTimeout(() => socket.terminate(), (2 * heartbeatSeconds + 2) * 1000);
    socket.on("message", (data) => {
        watch.refresh();
        before = before.then(() => handle(socket, JSON.parse(data))).catch((error) => console.log(error.message));
    });
    socket.on("error", (error) => console.log(error.message));
    socket.on("close", () => {
        clearTimeout(watch);
        console.log("not connected; trying again in 2 s");
        setTimeout(connect, 2000);
    });
}
connect();
