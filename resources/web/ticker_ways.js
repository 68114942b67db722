// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The four ways in which ticker_client.js is served: each opens a line, tells it what comes, and gives back a function
 * that hangs up. Of the options each takes what it needs: server, symbols, io, pollMs; parameters (of every address,
 * say { lane: "mine" }, by which the server counts it apart), transports (of Socket.IO, if not all), unconditional
 * (polls are answered in full although nothing has changed). A line has:
 *   transport(name)   there is a connection, of this kind     parse(text)       JSON, or null
 *   snapshot(message) how things stand                        tick(message)     what changed
 *   changed()         another market is on                    refused(reason)   the server does not want us
 *   lost(reason)      the connection is gone
 */

export const answerWithinMs = 8000;

function addressOf({ server, parameters }, path, symbols) {
    const query = new URLSearchParams({ ...(symbols && { symbols: String(symbols) }), ...parameters }).toString();
    return `${server}${path}${query && "?"}${query}`;
}

/** Whether a server or what is in front of it is in trouble: worth another try, where a refusal is not. */
export const isTrouble = ({ status }) => status >= 500;

/** Why an HTTP answer is none: its problem's detail, or its text, in one line. */
export async function refusal(reply) {
    const text = await reply.text();
    try {
        return JSON.parse(text).detail ?? text;
    } catch {
        return text.trim().split("\n", 1)[0].slice(0, 200) || `HTTP ${reply.status}`;
    }
}

export const ways = {
    socketio({ server, io, symbols, parameters, transports }, line) {
        const socket = io(server, {
            forceNew: true, reconnection: false, timeout: answerWithinMs, query: parameters,
            ...(transports && { transports }),
        });
        const { engine } = socket.io;
        socket.on("connect", () => {
            line.transport(engine.transport.name);
            engine.once("upgrade", ({ name }) => line.transport(name));
            socket.emit("subscribe", symbols, (answer) =>
                answer?.error ? line.refused(answer.error.message) : line.snapshot(answer));
        });
        socket.on("quotes", line.tick);
        socket.on("snapshot", line.changed); // unasked: another market
        socket.on("disconnect", line.lost);
        // One that leaves the connection open is the server's "no".
        socket.on("connect_error", ({ message }) =>
            engine.readyState === "open" ? line.refused(message) : line.lost("unreachable"));
        return () => socket.disconnect();
    },
    websocket(options, line) {
        const socket = new WebSocket(addressOf(options, "/ws").replace(/^http/, "ws"));
        let greeted = false;
        socket.onmessage = ({ data }) => {
            const message = line.parse(data);
            if (message?.type === "tick")
                line.tick(message);
            else if (message?.type === "snapshot")
                line.snapshot(message);
            else if (message?.type === "error")
                line.refused(String(message.message));
            else if (message?.type === "hello" && greeted)
                line.changed();
            else if (message?.type === "hello")
                socket.send(JSON.stringify({ action: "subscribe", symbols: options.symbols }));
            greeted ||= message?.type === "hello";
        };
        socket.onopen = () => line.transport("WebSocket");
        socket.onclose = ({ code }) => line.lost(`close ${code}`);
        return () => socket.close();
    },
    events(options, line) {
        const source = new EventSource(addressOf(options, "/events", options.symbols));
        source.onopen = () => line.transport("server-sent events");
        source.onmessage = ({ data }) => {
            const message = line.parse(data);
            if (message?.type === "tick")
                line.tick(message);
            else if (message?.type === "snapshot")
                line.snapshot(message);
            else if (message?.type === "hello")
                line.changed();
        };
        // It would connect again by itself, but does not say when; so all ways wait alike.
        source.onerror = () => line.lost("transport close");
        return () => source.close();
    },
    polling(options, line) {
        const address = addressOf(options, "/api/quotes", options.symbols);
        const stop = new AbortController();
        let [tag, isFirst, timer] = ["", true, 0];
        const ask = async () => {
            try {
                const headers = options.unconditional ? {} : { "If-None-Match": tag };
                const reply = await fetch(address, { headers, cache: "no-store", signal: stop.signal });
                if (isTrouble(reply))
                    return line.lost(`HTTP ${reply.status}`);
                if (reply.status !== 304 && !reply.ok)
                    return line.refused(await refusal(reply));
                tag = reply.headers.get("ETag") ?? "";
                if (reply.status !== 304)
                    (isFirst ? line.snapshot : line.tick)(line.parse(await reply.text()));
                if (isFirst)
                    line.transport("polling /api/quotes");
                isFirst = false;
                timer = setTimeout(ask, options.pollMs);
            } catch {
                line.lost("unreachable");
            }
        };
        ask();
        return () => {
            stop.abort();
            clearTimeout(timer);
        };
    },
};
