// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints prices by Socket.IO, whose client connects again by itself:
//     npm install && node node-socketio.js [http://localhost:8000]
import { io } from "socket.io-client";

const server = process.argv[2] ?? "http://localhost:8000";
const symbols = ["ACME", "SLOTH", "TEAPOT"];
const socket = io(server);

function showSnapshot({ quotes }) {
    for (const { symbol, price } of quotes)
        console.log("now", symbol, price);
}

// Each time: a new connection is subscribed to nothing.
socket.on("connect", () => {
    socket.emit("subscribe", symbols, { max_rate: 20 }, (answer) => {
        if (answer.error)
            console.log("error:", answer.error.message);
        else
            showSnapshot(answer);
    });
});

// The newest prices; when others were left out, because 20 a second are enough for us, "merged" says how many.
socket.on("quotes", ({ seq, quotes, merged = 0 }) => {
    for (const { symbol, price } of quotes)
        console.log(seq, symbol, price, merged > 0 ? `(and ${merged} before)` : "");
});

// The market is another one.
socket.on("snapshot", showSnapshot);

// This one comes unasked: the price of the first instrument.
socket.on("stock price update", (price) => console.log("headline", price));

socket.on("disconnect", () => console.log("not connected; it will try again by itself"));
