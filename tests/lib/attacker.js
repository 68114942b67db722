// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The clients of an attack, see flood() in attacks.js:
//
//     node attacker.js PORT HOW
import { createConnection } from "node:net";

const atOnce = 64 * 1024;
const port = Number(process.argv[2]);
const { connections, opening, repeated, bytes, reads } = JSON.parse(process.argv[3]);
const supply = Buffer.from(repeated.repeat(Math.ceil(atOnce / repeated.length)), "latin1");
let begun = 0;

function attack() {
    const socket = createConnection(port, "127.0.0.1");
    let left = bytes ?? Infinity;
    const pour = () => {
        if (left === 0 || socket.destroyed)
            return;
        const part = supply.subarray(0, Math.min(left, supply.length));
        left -= part.length;
        socket.write(part, pour);
    };
    socket.once("connect", () => {
        socket.write(Buffer.from(opening, "latin1"), pour);
        if (++begun === connections)
            process.stdout.write("begun\n");
    });
    socket.on("error", () => {});
    socket.on("close", attack);
    if (reads)
        socket.resume();
}

for (let i = 0; i < connections; ++i)
    attack();
