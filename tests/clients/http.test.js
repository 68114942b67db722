// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page, the quote, the client library and folders of the user's, as plain HTTP.
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { Server } from "socket.io";
import { ask } from "../lib/http.js";
import { finish, startTicker, temporaryFolder, until } from "../lib/ticker.js";

const web = fileURLToPath(new URL("../../resources/web/", import.meta.url));
let ticker;
before(async () => { ticker = await startTicker(["--interval", "20"]); });
after(() => finish(ticker));

const script = /^(text|application)\/javascript/;
const pageTypes = { html: /^text\/html; *charset=utf-8$/i, js: script, css: /^text\/css/, svg: /^image\/svg\+xml/ };
const pageFiles = readdirSync(web).filter((name) => Object.hasOwn(pageTypes, name.split(".").at(-1)));
const libraryFiles = ["uplot/uPlot.esm.js", "uplot/uPlot.min.css"];
const sourceOf = (name) => join(web, name.replace(/^uplot/, "node_modules/uplot/dist") || "index.html");

test("the page and all its parts, with the headers that keep it safe", { timeout: 30_000 }, async () => {
    assert.ok(pageFiles.length > 20, `${pageFiles}`);
    for (const name of [...pageFiles, ...libraryFiles, ""]) {
        const { status, headers, body } = await ask(ticker.url, `/${name}`);
        assert.equal(status, 200, name);
        assert.match(headers["content-type"], pageTypes[(name || "html").split(".").at(-1)], name);
        assert.equal(Number(headers["content-length"]), body.length, name);
        assert.deepEqual(body, readFileSync(sourceOf(name)), name);
        assert.match(headers["content-security-policy"], /default-src 'self'/, name);
        assert.doesNotMatch(headers["content-security-policy"], /unsafe|\*|ws:/, name);
        assert.equal(headers["x-content-type-options"], "nosniff", name);
        assert.equal(headers["x-frame-options"], "DENY", name);
        assert.equal(headers["referrer-policy"], "no-referrer", name);
        assert.equal(headers["cross-origin-resource-policy"], "same-origin", name);
        assert.equal(headers["set-cookie"], undefined, name);
    }
});

test("what a browser has already is not sent again", { timeout: 30_000 }, async () => {
    const first = await ask(ticker.url, "/app.js");
    const again = await ask(ticker.url, "/app.js", { headers: { "If-None-Match": first.headers.etag } });
    assert.equal(again.status, 304);
    assert.equal(again.body.length, 0);
    const head = await ask(ticker.url, "/app.js", { method: "HEAD" });
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    assert.equal(head.headers["content-length"], String(first.body.length));
});

/** What a browser says that it takes; the first of these must be enough for us. */
const takesGzip = { "Accept-Encoding": "gzip, deflate, br, zstd" };

test("the page goes compressed to whom takes it, and is small", { timeout: 30_000 }, async () => {
    let bytes = 0;
    for (const name of [...pageFiles, ...libraryFiles, "socket.io/socket.io.esm.min.js"]) {
        const plain = await ask(ticker.url, `/${name}`);
        const packed = await ask(ticker.url, `/${name}`, { headers: takesGzip });
        const isPacked = packed.headers["content-encoding"] === "gzip";
        assert.ok(isPacked || plain.body.length < 1000, `${name}, ${plain.body.length} bytes`);
        assert.deepEqual(isPacked ? gunzipSync(packed.body) : packed.body, plain.body, name);
        assert.equal(Number(packed.headers["content-length"]), packed.body.length, name);
        bytes += packed.body.length;
        for (const { headers } of [plain, packed])
            assert.equal(headers.vary, "Origin, Accept-Encoding", name);
        assert.equal(plain.headers["content-encoding"], undefined, name);
        // Two forms, two tags; a weak one may stand for both.
        assert.ok(!isPacked || plain.headers.etag !== packed.headers.etag, name);
        const again = { ...takesGzip, "If-None-Match": packed.headers.etag };
        const same = await ask(ticker.url, `/${name}`, { headers: again });
        assert.equal(same.status, 304, name);
        assert.equal(same.headers["content-encoding"], undefined, name);
        assert.equal(same.headers.etag, packed.headers.etag, name);
        const head = await ask(ticker.url, `/${name}`, { method: "HEAD", headers: takesGzip });
        assert.equal(head.headers["content-length"], packed.headers["content-length"], name);
        const refused = await ask(ticker.url, `/${name}`, { headers: { "Accept-Encoding": "gzip;q=0" } });
        assert.equal(refused.headers["content-encoding"], undefined, name);
    }
    console.log(`the whole page takes ${bytes} bytes`);
    assert.ok(bytes < 250_000, `${bytes} bytes`);
});

test("the quote before the first tick, and its changes after", { timeout: 30_000 }, async () => {
    const quiet = await startTicker(["--interval", "100000"]);
    const empty = await ask(quiet.url, "/api/quote");
    assert.equal(empty.status, 200);
    assert.match(empty.headers["content-type"], /^application\/json/);
    assert.equal(empty.headers["cache-control"], "no-store");
    const nothing = JSON.parse(empty.body);
    assert.ok(typeof nothing.symbol === "string" && nothing.symbol !== "");
    const { tape } = JSON.parse((await ask(quiet.url, "/api/status")).body);
    assert.deepEqual(nothing, { symbol: nothing.symbol, price: null, tape, seq: 0, time: null, simulated: true });
    await quiet.stop();

    const quote = async () => JSON.parse((await ask(ticker.url, "/api/quote")).body);
    const first = await until(async () => { const q = await quote(); return q.price !== null && q; }, "a price");
    assert.ok(Number.isInteger(first.price) && first.price >= 0 && first.price <= 999);
    assert.ok(Math.abs(first.time - Date.now()) < 60_000, "the time is in milliseconds since 1970");
    assert.equal(first.simulated, true);
    const second = await until(async () => {
        const q = await quote();
        return q.seq > first.seq + 3 && q;
    }, "more ticks");
    assert.ok(second.time > first.time);
    assert.equal((await ask(ticker.url, "/api/quote", { method: "POST" })).status, 405);
});

const bundles = ["socket.io", "socket.io.min", "socket.io.esm.min", "socket.io.msgpack.min"]
    .flatMap((name) => [`${name}.js`, `${name}.js.map`]);

test("the client library is served as the reference server serves it", { timeout: 30_000 }, async () => {
    const http = createServer();
    const reference = new Server(http);
    http.listen(0, "127.0.0.1");
    await once(http, "listening");
    const base = `http://127.0.0.1:${http.address().port}/`;
    // A 304 of the reference lacks the fields that RFC 9110 asks for; ours has them.
    const shown = ({ status, headers, body }) => status === 304 ? { status, body: body.toString() } : {
        status,
        type: headers["content-type"],
        etag: headers.etag,
        cache: headers["cache-control"],
        body: body.toString("latin1"),
    };
    try {
        for (const name of bundles) {
            for (const tag of [undefined, "\"4.8.4\"", "W/\"4.8.4\"", "\"1.0.0\""]) {
                const headers = tag === undefined ? {} : { "If-None-Match": tag };
                const expected = shown(await ask(base, `/socket.io/${name}`, { headers }));
                const actual = shown(await ask(ticker.url, `/socket.io/${name}`, { headers }));
                assert.ok(actual.body === expected.body, `${name}, ${tag}: another body`);
                assert.deepEqual(actual, expected, `${name}, ${tag}`);
                assert.equal(expected.status, tag?.includes("4.8.4") ? 304 : 200);
            }
        }
    } finally {
        await reference.close();
    }
});

test("what is not there is not found", { timeout: 30_000 }, async () => {
    const paths = ["/nothing", "/index.html/x", "/api", "/api/", "/api/nothing", "/web/index.html",
        "/socket.io.js", "/node_modules/", "/qt-project.org/", "/%00", "/package.json", "/CMakeLists.txt"];
    for (const path of paths) {
        const { status, headers } = await ask(ticker.url, path);
        assert.equal(status, 404, path);
        assert.equal(headers["x-content-type-options"], "nosniff", path);
    }
});

const types = {
    "index.html": "text/html", "page.htm": "text/html", "a.js": "text/javascript", "b.mjs": "text/javascript",
    "c.css": "text/css", "d.json": "application/json", "e.svg": "image/svg+xml", "f.png": "image/png",
    "g.txt": "text/plain", "h.woff2": "font/woff2", "i.wasm": "application/wasm", "sub/index.html": "text/html",
    "with blank.txt": "text/plain", "ünï.txt": "text/plain",
};

function folderWithSecret() {
    const outer = temporaryFolder();
    const root = join(outer, "site");
    mkdirSync(join(root, "sub"), { recursive: true });
    for (const name of Object.keys(types))
        writeFileSync(join(root, name), `this is ${name}`);
    writeFileSync(join(outer, "secret.txt"), "the secret");
    mkdirSync(join(outer, "site-beside"));
    writeFileSync(join(outer, "site-beside", "secret.txt"), "the secret");
    symlinkSync(join(outer, "secret.txt"), join(root, "link-out.txt"));
    symlinkSync(outer, join(root, "folder-out"));
    symlinkSync("../secret.txt", join(root, "relative-out.txt"));
    symlinkSync("a.js", join(root, "link-in.js"));
    symlinkSync("link-in-circle", join(root, "link-in-circle"));
    return root;
}

test("a folder of the user's, with the right types", { timeout: 30_000 }, async () => {
    const root = folderWithSecret();
    const own = await startTicker(["--web-root", relative(process.cwd(), root)]);
    for (const [name, type] of Object.entries(types)) {
        const { status, headers, body } = await ask(own.url, `/${encodeURI(name)}`);
        assert.equal(status, 200, name);
        assert.ok(headers["content-type"].startsWith(type), `${name}: ${headers["content-type"]}`);
        assert.equal(body.toString(), `this is ${name}`);
        assert.equal(headers["x-content-type-options"], "nosniff", name);
    }
    for (const path of ["/", "/?query", "/index.html?query"])
        assert.equal((await ask(own.url, path)).body.toString(), "this is index.html", path);
    assert.equal((await ask(own.url, "/sub/")).body.toString(), "this is sub/index.html");
    assert.equal((await ask(own.url, "/sub")).headers.location, "/sub/");
    assert.equal((await ask(own.url, "/link-in.js")).body.toString(), "this is a.js");
    assert.equal((await ask(own.url, "/api/quote")).status, 200);
    assert.equal((await ask(own.url, "/socket.io/socket.io.js")).status, 200);
    assert.equal((await ask(own.url, "/app.js")).status, 404); // of the page that this folder stands in for
    // An edit shows at once.
    const before_ = await ask(own.url, "/a.js");
    writeFileSync(join(root, "a.js"), "this is new");
    const { status, body } = await ask(own.url, "/a.js", { headers: { "If-None-Match": before_.headers.etag ?? "" } });
    assert.equal(status, 200);
    assert.equal(body.toString(), "this is new");
    await own.stop();
});

test("there is no way out of the folder", { timeout: 30_000 }, async () => {
    const root = folderWithSecret();
    const own = await startTicker(["--web-root", root]);
    const paths = ["/../secret.txt", "/sub/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt", "/sub/%2e%2e/%2e%2e/secret.txt", "/..%5csecret.txt", "/..\\secret.txt",
        "/%252e%252e/secret.txt", "/.%00./secret.txt", "/secret.txt%00.html", "//etc/passwd", "/%2fetc/passwd",
        "/./../secret.txt", "/..;/secret.txt", "/../site-beside/secret.txt", "/sub/../../site-beside/secret.txt",
        "/link-out.txt", "/relative-out.txt", "/folder-out/secret.txt", "/folder-out/", "/link-in-circle",
        `/${encodeURIComponent(join(root, "..", "secret.txt"))}`, `/:/web/index.html`, "/%c0%ae%c0%ae/secret.txt"];
    for (const path of paths) {
        const { status, body } = await ask(own.url, path);
        assert.ok(status === 404 || status === 400, `${path}: ${status}`);
        assert.doesNotMatch(body.toString(), /the secret|root:|<html/, path);
    }
    await own.stop();
});

test("the page is served by name and by both loopback addresses", { timeout: 30_000 }, async (t) => {
    assert.equal((await ask(`http://localhost:${ticker.port}/`, "/")).status, 200);
    const other = await ask(`http://[::1]:${ticker.port}/`, "/").catch((error) => error);
    if (other.code === "EADDRNOTAVAIL" || other.code === "EAFNOSUPPORT")
        t.skip("this computer has no IPv6");
    else
        assert.equal(other.status, 200, other.message);
});
