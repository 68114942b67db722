// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A proxy in place of a name server: it knows who answers for a name, and that may change, as when somebody rebinds a
// name. Browsers do not trust these names as they trust localhost. What they send reaches the server as they wrote it.
import { once } from "node:events";
import { createServer, request } from "node:http";
import { connect } from "node:net";

/** { port, names, seen, close() }: names tells the port of each "host:port"; seen has each request with its status. */
export async function startNameProxy(names = new Map()) {
    const seen = [];
    const sockets = new Set();
    const server = createServer((incoming, outgoing) => {
        const url = new URL(incoming.url);
        const port = names.get(url.host);
        if (port === undefined)
            return outgoing.writeHead(502).end();
        const headers = { ...incoming.headers };
        delete headers["proxy-connection"];
        const asked = request({
            host: "127.0.0.1", port, method: incoming.method, path: url.pathname + url.search, headers, agent: false,
        }, (reply) => {
            seen.push({ url: url.href, method: incoming.method, status: reply.statusCode, headers });
            outgoing.writeHead(reply.statusCode, reply.rawHeaders);
            outgoing.flushHeaders();
            reply.pipe(outgoing);
        });
        asked.on("error", () => outgoing.destroy());
        outgoing.on("close", () => asked.destroy());
        incoming.pipe(asked);
        return undefined;
    });
    server.on("connection", (socket) => {
        sockets.add(socket);
        socket.on("close", () => sockets.delete(socket));
    });
    server.on("connect", (incoming, socket, head) => {
        const port = names.get(incoming.url);
        socket.on("error", () => {});
        if (port === undefined)
            return socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
        const tunnel = connect(port, "127.0.0.1", () => {
            socket.write("HTTP/1.1 200 OK\r\n\r\n");
            tunnel.write(head);
            tunnel.pipe(socket);
            socket.pipe(tunnel);
        });
        tunnel.on("error", () => socket.destroy());
        socket.on("close", () => tunnel.destroy());
        return undefined;
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const close = () => {
        server.close();
        sockets.forEach((socket) => socket.destroy());
    };
    return { port: server.address().port, names, seen, close };
}
