// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints prices received over Socket.IO. Its client reconnects by itself:
//     npm install && node node-socketio.js [http://localhost:8000]
import { io } from "socket.io-client";

const server = process.argv[2] ?? "http://localhost:8000";
const symbols = ["ACME", "SLOTH", "TEAPOT"];
const socket = io(server); // notices a dead connection within 45 s, by the server's pings
let lastSeq = 0; // we have received every tick up to this one

function showSnapshot({ quotes, last }) {
    lastSeq = last;
    for (const { symbol, price } of quotes)
        console.log("now", symbol, price);
}

// Subscribe after each connect: a new connection has no subscriptions.
socket.on("connect", () => {
    socket.emit("subscribe", symbols, { max_rate: 20 }, (answer) => {
        if (answer.error)
            console.log("error:", answer.error.message);
        else
            showSnapshot(answer);
    });
});

// The latest prices. Because of max_rate, ticks may be merged; "merged" says how many older ticks are included.
socket.on("quotes", ({ seq, after, last = seq, quotes, merged = 0 }) => {
    if (after > lastSeq)
        console.log("messages were lost; /api/history has the ticks");
    lastSeq = last;
    for (const { symbol, price } of quotes)
        console.log(seq, symbol, price, merged > 0 ? `(and ${merged} before)` : "");
});

// The market has changed.
socket.on("snapshot", showSnapshot);
socket.on("status", ({ state, symbols: which = [] }) => console.log("status:", state, ...which));

// Sent without a subscription: the price of the primary instrument.
socket.on("stock price update", (price) => console.log("headline", price));

socket.on("disconnect", () => console.log("not connected; it will try again by itself"));
