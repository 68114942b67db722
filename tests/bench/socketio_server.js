// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The server that a tutorial of Socket.IO ends with: a page, and a price to everybody at each tick.
//     node socketio_server.js RATE
import { createServer } from "node:http";
import { Server } from "socket.io";
import { prices } from "./prices.js";

const interval = 1000 / Number(process.argv[2]);
const page = "<!doctype html><title>Ticker</title><p id=price></p><script src=/socket.io/socket.io.js></script>";

const server = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(page);
});
const io = new Server(server);
const nextPrice = prices();
setInterval(() => io.emit("stock price update", nextPrice()), interval);
server.listen(0, "127.0.0.1", () => {
    console.log(`Listening on http://127.0.0.1:${server.address().port}/`);
});
