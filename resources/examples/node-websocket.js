// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints every tick of a few symbols, received over a WebSocket. No tick is lost when the connection is:
//     npm install && node node-websocket.js [http://localhost:8000]
import WebSocket from "ws";

const server = process.argv[2] ?? "http://localhost:8000";
const symbols = ["ACME", "SLOTH", "TEAPOT"];
let tape = ""; // identifies the market
let lastSeq = 0; // we have received every tick up to this one

/** Fetches the ticks that we missed: those after lastSeq, up to this one. */
async function catchUp(newestSeq) {
    const missed = [];
    for (const symbol of symbols) {
        const reply = await fetch(`${server}/api/history?symbol=${symbol}&from=${lastSeq + 1}&limit=10000`);
        for (const { seq, price } of (await reply.json()).ticks) {
            if (seq <= newestSeq)
                missed.push({ seq, symbol, price });
        }
    }
    missed.sort((a, b) => a.seq - b.seq);
    for (const { seq, symbol, price } of missed)
        console.log(seq, symbol, price, "(missed)");
}

async function handle(socket, { type, seq, after, quotes, message, ...rest }) {
    if (type === "hello") {
        if (rest.tape !== tape)
            lastSeq = 0; // another market, or the first one
        tape = rest.tape;
        socket.send(JSON.stringify({ action: "subscribe", symbols }));
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
    } else if (type === "error") {
        console.log("error:", message);
    }
}

function connect() {
    const socket = new WebSocket(`${server.replace(/^http/, "ws").replace(/\/$/, "")}/ws`);
    let before = Promise.resolve(); // handles one message after the other, even if one has to wait
    socket.on("message", (data) => {
        before = before.then(() => handle(socket, JSON.parse(data))).catch((error) => console.log(error.message));
    });
    socket.on("error", (error) => console.log(error.message));
    socket.on("close", () => {
        console.log("not connected; trying again in 2 s");
        setTimeout(connect, 2000);
    });
}
connect();
