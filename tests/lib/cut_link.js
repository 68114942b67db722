// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A way to the program that can be cut and mended while the program goes on.
import { once } from "node:events";
import { createConnection, createServer } from "node:net";

/**
 * { url, heads, cut(), mend(), freeze(pattern), stop() }. While it is cut, who comes is turned away. Connections are
 * frozen whose last request begins so: they stay open, and nothing passes any more. heads: of all requests.
 */
export async function startCutLink(port) {
    const sockets = new Set();
    const heads = [];
    const asked = new Map(); // by connection: its last request, and where that went
    let whole = true;
    const server = createServer((near) => {
        if (!whole) {
            near.destroy();
            return;
        }
        const far = createConnection({ host: "127.0.0.1", port, noDelay: true });
        for (const [from, to] of [[near, far], [far, near]]) {
            sockets.add(from);
            from.on("close", () => {
                sockets.delete(from);
                to.destroy();
            });
            from.on("error", () => {}); // "close" follows
        }
        const own = server.address().port;
        near.on("data", (bytes) => {
            // The program refuses requests for other ports than its own.
            const text = bytes.toString("latin1");
            const isHead = /^[A-Z]+ \//.test(text);
            if (isHead) {
                heads.push(text.split("\r\n\r\n", 1)[0]);
                asked.set(near, [heads.at(-1), far]);
            }
            far.write(isHead ? Buffer.from(text.replace(`:${own}\r\n`, `:${port}\r\n`), "latin1") : bytes);
        });
        far.pipe(near);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const cut = () => {
        whole = false;
        for (const socket of sockets)
            socket.destroy();
    };
    return {
        url: `http://127.0.0.1:${server.address().port}`,
        heads,
        cut,
        freeze(pattern = /^/) {
            for (const [near, [head, far]] of asked) {
                if (pattern.test(head)) {
                    near.pause();
                    far.unpipe().pause();
                }
            }
        },
        mend() { whole = true; },
        async stop() {
            cut();
            server.close();
            await once(server, "close");
        },
    };
}
