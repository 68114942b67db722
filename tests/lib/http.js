// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { request } from "node:http";

/** One request whose path goes out exactly as written, which fetch() would tidy up: { status, headers, body }. */
export function ask(base, path, { method = "GET", headers = {} } = {}) {
    const { hostname, port } = new URL(base);
    return new Promise((resolve, reject) => {
        const host = hostname.replace(/[[\]]/g, "");
        const options = { hostname: host, port, path, method, headers, agent: false, timeout: 10_000 };
        const outgoing = request(options, (reply) => {
            const parts = [];
            reply.on("data", (part) => parts.push(part));
            reply.on("end", () => resolve({
                status: reply.statusCode,
                headers: reply.headers,
                body: Buffer.concat(parts),
            }));
            reply.on("error", reject);
        });
        outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer to ${method} ${path}`)));
        outgoing.on("error", reject);
        outgoing.end();
    });
}
