// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The same with WebSocket alone.
//     node ws_server.js RATE BYTES        BYTES is the length of a tick's text, at least that of the shortest one
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { prices } from "./prices.js";

const interval = 1000 / Number(process.argv[2]);
const bytes = Number(process.argv[3] ?? 0);

const server = createServer();
const wss = new WebSocketServer({ server });
const nextPrice = prices();
setInterval(() => {
    const price = String(nextPrice());
    const shortest = JSON.stringify({ type: "tick", price }).length;
    const text = JSON.stringify({ type: "tick", price: price.padStart(price.length + bytes - shortest, "1") });
    for (const client of wss.clients)
        client.send(text);
}, interval);
server.listen(0, "127.0.0.1", () => {
    console.log(`Listening on http://127.0.0.1:${server.address().port}/`);
});
