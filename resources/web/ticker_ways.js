// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The four ways in which ticker_client.js is served: each opens a line, tells it what comes, and gives back a function
 * that hangs up. Of the options each takes what it needs: server, symbols, io, pollMs; parameters (of every address,
 * say { lane: "mine" }, by which the server counts it apart), transports (of Socket.IO, if not all), unconditional
 * (polls are answered in full although nothing has changed), heartbeat (seconds from one to the next; none if left
 * out), lastId (of the last event that came before a break). A line has:
 *   transport(name)   there is a connection, of this kind     parse(text)       JSON, or null
 *   snapshot(message) how things stand                        tick(message)     what changed
 *   changed()         another market is on                    refused(reason)   the server does not want us
 *   lost(reason)      the connection is gone
 * and, if it wants to know of them:
 *   heartbeat(message) the server is still there              status(message)   prices stop, or come again
 *   returning()       the browser connects again by itself    resumed(message)  and gets what it has missed
 */

export const answerWithinMs = 8000;

function addressOf({ server, parameters }, path, symbols, more = {}) {
    const own = Object.entries({ symbols, ...more }).filter(([, value]) => value !== undefined && value !== null);
    const query = new URLSearchParams({ ...Object.fromEntries(own), ...parameters }).toString();
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
    socketio({ server, io, symbols, parameters, transports, heartbeat }, line) {
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
            if (heartbeat)
                socket.emit("heartbeat", heartbeat);
        });
        socket.on("quotes", line.tick);
        socket.on("heartbeat", (message) => line.heartbeat?.(message));
        socket.on("status", (message) => line.status?.(message));
        socket.on("snapshot", line.changed); // unasked: another market
        socket.on("disconnect", line.lost);
        // One that leaves the connection open is the server's "no".
        socket.on("connect_error", ({ message }) =>
            engine.readyState === "open" ? line.refused(message) : line.lost("unreachable"));
        return () => socket.disconnect();
    },
    websocket(options, line) {
        const socket = new WebSocket(addressOf(options, "/ws").replace(/^http/, "ws"));
        const say = (message) => socket.send(JSON.stringify(message));
        let greeted = false;
        socket.onmessage = ({ data }) => {
            const message = line.parse(data);
            if (message?.type === "tick")
                line.tick(message);
            else if (message?.type === "snapshot")
                line.snapshot(message);
            else if (message?.type === "heartbeat")
                line.heartbeat?.(message);
            else if (message?.type === "status")
                line.status?.(message);
            else if (message?.type === "error")
                line.refused(String(message.message));
            else if (message?.type === "hello" && greeted)
                line.changed();
            else if (message?.type === "hello")
                say({ action: "subscribe", symbols: options.symbols });
            if (message?.type === "hello" && !greeted && options.heartbeat)
                say({ action: "heartbeat", every: options.heartbeat });
            greeted ||= message?.type === "hello";
        };
        socket.onopen = () => line.transport("WebSocket");
        socket.onclose = ({ code }) => line.lost(`close ${code}`);
        return () => socket.close();
    },
    events(options, line) {
        const { symbols, heartbeat, lastId } = options;
        const source = new EventSource(addressOf(options, "/events", symbols, { heartbeat, lastEventId: lastId }));
        source.onopen = () => line.transport("server-sent events");
        source.onmessage = ({ data }) => {
            const message = line.parse(data);
            if (message?.type === "tick")
                line.tick(message);
            else if (message?.type === "snapshot")
                line.snapshot(message);
            else if (message?.type === "status")
                line.status?.(message);
            else if (message?.type === "resumed")
                line.resumed?.(message);
            else if (message?.type === "hello")
                line.changed();
        };
        source.addEventListener("heartbeat", ({ data }) => line.heartbeat?.(line.parse(data)));
        // It connects again by itself and gets what it has missed, unless the server answered with an error.
        source.onerror = () => {
            if (source.readyState === EventSource.CONNECTING && line.returning)
                line.returning();
            else
                line.lost("transport close");
        };
        return () => source.close();
    },
    polling(options, line) {
        const address = addressOf(options, "/api/quotes", options.symbols);
        const stop = new AbortController();
        let [tag, isFirst, timer, patience] = ["", true, 0, 0];
        const ask = async () => {
            patience = setTimeout(() => line.lost("ping timeout"), answerWithinMs);
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
            } finally {
                clearTimeout(patience);
            }
        };
        ask();
        return () => {
            stop.abort();
            clearTimeout(timer);
            clearTimeout(patience);
        };
    },
};
