// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A proxy that holds back the bytes of each connection for random times, so that clients do things at odd moments.
import { once } from "node:events";
import { createConnection, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** Passes on what comes, in its order, up to maxDelayMs late; what comes meanwhile travels along. */
async function pass(from, to, delay) {
    for await (const bytes of from) {
        await wait(delay());
        if (!to.writable)
            return;
        to.write(bytes);
    }
    to.end();
}

/** { port, to(port), stop() }. It listens at once; what it leads to may be named later, before the first client. */
export async function startSlowLink(maxDelayMs, random) {
    const sockets = new Set();
    let target = 0;
    const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
        const far = createConnection({ host: "127.0.0.1", port: target, allowHalfOpen: true, noDelay: true });
        for (const [from, to] of [[near, far], [far, near]]) {
            sockets.add(from);
            from.on("close", () => {
                sockets.delete(from);
                to.destroySoon();
            });
            pass(from, to, () => random(maxDelayMs)).catch(() => to.destroy());
        }
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return {
        port: server.address().port,
        to(port) { target = port; },
        async stop() {
            server.close();
            for (const socket of sockets)
                socket.destroy();
            await once(server, "close");
        },
    };
}
