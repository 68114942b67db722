// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// npm's servers with the command line and the behaviour of conformance_server, for the other side of the comparison.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { Server as SocketIoServer } from "socket.io";

// engine.io is a dependency of socket.io; this is the very copy that it uses.
const { Server: EngineIoServer } = createRequire(import.meta.resolve("socket.io"))("engine.io");

const { values } = parseArgs({
    options: {
        port: { type: "string", default: "3000" },
        mode: { type: "string", default: "socketio" },
        path: { type: "string" },
        "ping-interval": { type: "string", default: "300" },
        "ping-timeout": { type: "string", default: "200" },
        "connect-timeout": { type: "string", default: "1000" },
        "upgrade-timeout": { type: "string", default: "10000" },
        "max-payload": { type: "string", default: "1000000" },
        jsonp: { type: "boolean" }, // always on here
        "no-eio3": { type: "boolean" },
    },
});

const options = {
    path: values.path ?? (values.mode === "engineio" ? "/engine.io/" : "/socket.io/"),
    pingInterval: Number(values["ping-interval"]),
    pingTimeout: Number(values["ping-timeout"]),
    connectTimeout: Number(values["connect-timeout"]),
    upgradeTimeout: Number(values["upgrade-timeout"]),
    maxHttpBufferSize: Number(values["max-payload"]),
    allowEIO3: !values["no-eio3"],
    cors: { origin: "*" },
    serveClient: false,
};

function answer(socket) {
    const isAck = (value) => typeof value === "function";
    socket.emit("auth", socket.handshake.auth);
    // A client that wants an acknowledgement of "message" gets none.
    socket.on("message", (...args) => socket.emit("message-back", ...args.filter((value) => !isAck(value))));
    socket.on("message-with-ack", (...args) => {
        const acknowledge = args.pop();
        if (isAck(acknowledge))
            acknowledge(...args);
    });
    socket.on("ask", (...args) => {
        const question = args.filter((value) => !isAck(value));
        socket.emit("question", ...question, (...reply) => socket.emit("answer", ...reply));
    });
    socket.on("kick", () => socket.disconnect(true));
}

const http = createServer((request, response) => { response.writeHead(404).end(); });
if (values.mode === "engineio") {
    const server = new EngineIoServer(options);
    server.attach(http, { path: options.path });
    server.on("connection", (socket) => socket.on("message", (data) => socket.send(data)));
} else {
    const server = new SocketIoServer(http, options);
    for (const name of ["/", "/custom"])
        server.of(name).on("connection", answer);
}
http.listen(Number(values.port), "127.0.0.1", () => {
    console.log(`Listening on http://127.0.0.1:${http.address().port}/`);
});
process.on("SIGTERM", () => process.exit(0));
