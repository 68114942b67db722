// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints every tick of a few symbols, from server-sent events read with fetch(). After a lost connection it continues
// with the ticks that it missed:
//     node node-events.js [http://localhost:8000]
import { setTimeout as wait } from "node:timers/promises";

const server = process.argv[2] ?? "http://localhost:8000";
const symbols = ["ACME", "SLOTH", "TEAPOT"];
let lastId = ""; // we have received every tick up to this one

function handle({ type, seq, quotes, from, to }) {
    if (type === "gap")
        console.log(`the ticks from ${from + 1} to ${to} are lost`);
    else if (type === "snapshot")
        quotes.forEach(({ symbol, price }) => console.log("now", symbol, price));
    else if (type === "tick")
        quotes.forEach(({ symbol, price }) => console.log(seq, symbol, price));
}

/** An event has several lines. We need two of them. */
function read(event) {
    const lines = event.split("\n");
    const field = (name) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    const data = field("data");
    if (data !== undefined)
        handle(JSON.parse(data));
    lastId = field("id") ?? lastId;
}

async function listen() {
    const headers = lastId === "" ? {} : { "Last-Event-ID": lastId };
    const reply = await fetch(new URL(`/events?symbols=${symbols}`, server), { headers });
    if (!reply.ok)
        throw new Error(await reply.text());
    let rest = "";
    for await (const part of reply.body.pipeThrough(new TextDecoderStream())) {
        const events = (rest + part).split("\n\n"); // a blank line ends an event
        rest = events.pop();
        events.forEach(read);
    }
}

for (;;) {
    await listen().catch((error) => console.log(error.message));
    console.log("not connected; trying again in 2 s");
    await wait(2000);
}
