// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints every tick of a few symbols, from server-sent events read with fetch(). It notices lost messages and dead
// connections, and continues with the ticks that it missed:
//     node node-events.js [http://localhost:8000]
import { setTimeout as wait } from "node:timers/promises";

const server = process.argv[2] ?? "http://localhost:8000";
const symbols = ["ACME", "SLOTH", "TEAPOT"];
const heartbeatSeconds = 5;
let tape = ""; // identifies the market
let lastId = ""; // we have received every tick up to this one

function handle({ type, seq, after, last, quotes, from, to, state, ...rest }) {
    if (type === "resumed" && rest.tape !== tape) {
        lastId = "";
        throw new Error("another market");
    }
    tape = rest.tape ?? tape;
    if (lastId !== "" && (type === "tick" && after > lastId || type === "heartbeat" && last > lastId))
        throw new Error("a message was lost"); // the server sends it again when we come back
    if (type === "gap")
        console.log(`the ticks from ${from + 1} to ${to} are lost`);
    else if (type === "snapshot")
        quotes.forEach(({ symbol, price }) => console.log("now", symbol, price));
    else if (type === "tick")
        quotes.forEach(({ symbol, price }) => console.log(seq, symbol, price));
    else if (type === "status")
        console.log("status:", state);
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
    const address = new URL(`/events?symbols=${encodeURIComponent(symbols)}&heartbeat=${heartbeatSeconds}`, server);
    // Nothing for more than two heartbeats: the connection is dead, although nobody has closed it.
    const silence = new AbortController();
    let reader;
    const watch = setTimeout(() => {
        silence.abort();
        reader?.cancel().catch(() => {});
    }, (2 * heartbeatSeconds + 2) * 1000);
    try {
        const reply = await fetch(address, { headers, signal: silence.signal });
        if (!reply.ok)
            throw new Error(await reply.text());
        reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = "";
        for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
            watch.refresh();
            const events = (rest + value).split("\n\n"); // a blank line ends an event
            rest = events.pop();
            events.forEach(read);
        }
    } finally {
        clearTimeout(watch);
        silence.abort();
    }
}

for (;;) {
    await listen().catch((error) => console.log(error.message));
    console.log("not connected; trying again in 2 s");
    await wait(2000);
}
