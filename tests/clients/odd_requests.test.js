// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever is asked for, in whichever way: the answer never says that the server has failed.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createConnection } from "node:net";
import { after, before, test } from "node:test";
import { ask } from "../lib/http.js";
import { finish, startTicker } from "../lib/ticker.js";

const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];

let ticker;
before(async () => { ticker = await startTicker(["--interval", "20"]); });
after(() => finish(ticker));

/** The status of the answer to a request of exactly these bytes, after which the server closes. */
async function statusOf(method, target) {
    const socket = createConnection(ticker.port, "127.0.0.1");
    let head = "";
    socket.setEncoding("latin1").on("data", (text) => {
        head += text;
        if (head.includes("\r\n\r\n"))
            socket.destroy(); // streams do not end
    });
    socket.write(`${method} ${target} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx`,
        "latin1");
    await once(socket, "close");
    return Number(/^HTTP\/1\.1 (\d+) /.exec(head)?.[1]);
}

const polling = "/socket.io/?EIO=4&transport=polling";
const named = [
    "/", "/index.html", "/api/quote", "/api/nothing", "/api/control", "/ws", "/events", "/socket.io/", polling,
    `${polling}&sid=x`, "/socket.io/socket.io.js", "/socket.io/%2f", "/socket.io/a/b", "/socket.io", "/company/ACME",
    "/company/", "/company/%00", "/company/<arg>", "/lanes.html", "/%", "/%zz", "/%00", "/%ff", "/a%2fb", "/..",
    "/../..", "/./", "/:80", "/a:b", "/@", "/[::1]", "/http://x", "//x", "///", "/a//b", "/;", "/*", "/?", "/??",
    "/api", "/api/", "/api/%71uote", "/events?symbol=%zz", "/ws?x", "*", `/${"a".repeat(8000)}`,
    `/${"a/".repeat(4000)}`,
];
/** Every octet that may stand in a target, lenient as readers are. */
const octets = Array.from({ length: 256 }, (_, i) => i).filter((i) => i > 0x20 && i !== 0x7f);
const targets = [...named, ...octets.map((octet) => `/a${String.fromCharCode(octet)}a`)];

for (const method of methods) {
    test(`${method} of ${targets.length} targets`, { timeout: 60_000 }, async () => {
        const statuses = new Set();
        for (const target of targets) {
            const status = await statusOf(method, target);
            assert.ok(status >= 200 && status < 500, `${method} ${target.slice(0, 60)}: ${status}`);
            statuses.add(status);
        }
        assert.ok(statuses.size > 1, `only ${[...statuses]}`);
    });
}

test("methods that a session does not have", { timeout: 30_000 }, async () => {
    const opened = await (await fetch(new URL(polling, ticker.url))).text();
    const path = `${polling}&sid=${JSON.parse(opened.slice(1)).sid}`;
    for (const method of methods.filter((name) => !["GET", "POST"].includes(name))) {
        const { status, headers } = await ask(ticker.url, path, { method });
        assert.deepEqual([status, headers.allow], [405, "GET, POST"], method);
    }
    assert.equal(await (await fetch(new URL(path, ticker.url), { method: "POST", body: "40" })).text(), "ok");
});
