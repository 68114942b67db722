// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files of a folder of the user's: large ones, parts of them, and links that change while they are read.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
    closeSync, ftruncateSync, mkdirSync, openSync, realpathSync, rmSync, statSync, symlinkSync, truncateSync,
    utimesSync, writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ask } from "../lib/http.js";
import {
    isMemoryTelling, openDescriptors, openTimes, residentBytes, untilDescriptors,
} from "../lib/process_figures.js";
import { finish, startTicker, temporaryFolder, until } from "../lib/ticker.js";
import { askUnread } from "../lib/unread.js";

const mebibyte = 1024 * 1024;
const limit = { timeout: 60_000 };
const content = randomBytes(3 * mebibyte);
const outer = temporaryFolder();
const root = join(outer, "site");
let ticker;

function makeSparse(path, bytes) {
    const file = openSync(path, "w");
    ftruncateSync(file, bytes);
    closeSync(file);
}

before(async () => {
    mkdirSync(join(root, "sub"), { recursive: true });
    writeFileSync(join(root, "video.bin"), content);
    writeFileSync(join(root, "empty.txt"), "");
    writeFileSync(join(outer, "secret.txt"), "the secret");
    ticker = await startTicker(["--interval", "20", "--web-root", root]);
});
after(() => finish(ticker));

test("a file of any size, and nothing of it to HEAD and to who has it", limit, async () => {
    makeSparse(join(root, "huge.bin"), 8 * 1024 * mebibyte);
    const head = await ask(ticker.url, "/huge.bin", { method: "HEAD" });
    assert.equal(head.status, 200);
    assert.equal(head.headers["content-length"], String(8 * 1024 * mebibyte));
    assert.equal(head.headers["accept-ranges"], "bytes");
    assert.equal(head.body.length, 0);
    const { etag, "last-modified": modified } = head.headers;
    assert.match(etag, /^"[0-9a-f-]+"$/);
    assert.equal(modified, new Date(Math.floor(statSync(join(root, "huge.bin")).mtimeMs / 1000) * 1000).toUTCString());
    for (const headers of [{ "If-None-Match": etag }, { "If-Modified-Since": modified }]) {
        const again = await ask(ticker.url, "/huge.bin", { headers });
        assert.equal(again.status, 304);
        assert.equal(again.headers.etag, etag);
    }
    const other = { "If-None-Match": "\"other\"", "If-Modified-Since": modified, Range: "bytes=0-0" };
    assert.equal((await ask(ticker.url, "/huge.bin", { headers: other })).status, 206);
    const end = await ask(ticker.url, "/huge.bin", { headers: { Range: "bytes=-3" } });
    assert.deepEqual(end.body, Buffer.alloc(3));
    rmSync(join(root, "huge.bin"));
});

test("whole files arrive as they are", limit, async () => {
    const whole = await ask(ticker.url, "/video.bin");
    assert.equal(whole.status, 200);
    assert.ok(whole.body.equals(content));
    assert.equal(whole.headers["content-length"], String(content.length));
    const empty = await ask(ticker.url, "/empty.txt");
    assert.deepEqual([empty.status, empty.headers["content-length"], empty.body.length], [200, "0", 0]);
});

test("one range of a file", limit, async () => {
    const ranges = [["bytes=0-0", 0, 1], ["bytes=1000-1999999", 1000, 2_000_000], ["bytes=3000000-", 3_000_000],
        ["bytes=-70000", content.length - 70_000], ["bytes=5-99999999999", 5]];
    for (const [range, from, end = content.length] of ranges) {
        const { status, headers, body } = await ask(ticker.url, "/video.bin", { headers: { Range: range } });
        assert.equal(status, 206, range);
        assert.equal(headers["content-range"], `bytes ${from}-${end - 1}/${content.length}`);
        assert.equal(headers["content-length"], String(end - from));
        assert.ok(body.equals(content.subarray(from, end)), range);
    }
    for (const range of [`bytes=${content.length}-`, "bytes=-0"]) {
        const beyond = await ask(ticker.url, "/video.bin", { headers: { Range: range } });
        assert.equal(beyond.status, 416, range);
        assert.equal(beyond.headers["content-range"], `bytes */${content.length}`);
    }
    for (const range of ["bytes=0-1,5-6", "lines=1-2", "bytes=9-1", "bytes"]) {
        const whole = await ask(ticker.url, "/video.bin", { headers: { Range: range } });
        assert.equal(whole.status, 200, range);
        assert.equal(whole.body.length, content.length);
    }
    const head = await ask(ticker.url, "/video.bin", { method: "HEAD", headers: { Range: "bytes=0-9" } });
    assert.deepEqual([head.status, head.headers["content-length"]], [200, String(content.length)]);
});

test("a range only of the file that the client knows", limit, async () => {
    const path = join(root, "changing.bin");
    writeFileSync(path, "0123456789");
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    const first = await ask(ticker.url, "/changing.bin");
    const tags = [first.headers.etag, first.headers["last-modified"]];
    const part = async (known) => {
        const headers = { "Range": "bytes=2-3", "If-Range": known };
        return (await ask(ticker.url, "/changing.bin", { headers })).body.toString();
    };
    for (const known of tags)
        assert.equal(await part(known), "23");
    for (const known of [`W/${tags[0]}`, "\"other\"", "Thu, 01 Jan 1970 00:00:00 GMT", "nonsense"])
        assert.equal(await part(known), "0123456789");
    writeFileSync(path, "abcdefghij");
    utimesSync(path, 1_700_000_001, 1_700_000_001);
    for (const known of tags)
        assert.equal(await part(known), "abcdefghij");
});

test("a file that shrinks while it is sent breaks off", limit, async () => {
    const path = join(root, "shrinking.bin");
    makeSparse(path, 512 * mebibyte);
    const socket = await askUnread(ticker.port, "/shrinking.bin");
    await until(() => socket.bytesRead > 0, "the first bytes");
    truncateSync(path, 0);
    let bytes = 0;
    socket.on("data", (data) => { bytes += data.length; });
    socket.resume();
    await until(() => socket.destroyed, "the end");
    assert.ok(bytes < 512 * mebibyte, `${bytes} bytes`);
    assert.equal((await ask(ticker.url, "/video.bin", { method: "HEAD" })).status, 200);
});

test("pipes, devices and hidden files are not there, whatever leads to them", limit, async () => {
    execFileSync("mkfifo", [join(root, "pipe")]);
    writeFileSync(join(root, ".env"), "the secret");
    mkdirSync(join(root, ".git"));
    writeFileSync(join(root, ".git", "config"), "the secret");
    const links = { "pipe-link": "pipe", "null": "/dev/null", "zero": "/dev/zero", "env": ".env", "git": ".git",
        "config.txt": ".git/config", "twice": "env", "environment": "/proc/self/environ",
        "absolute": join(root, ".env") };
    for (const [name, target] of Object.entries(links))
        symlinkSync(target, join(root, name));
    for (const path of ["pipe", ".env", ".git/config", "git/config", "%2egit/config", "git/", ...Object.keys(links)]) {
        const { status, body } = await ask(ticker.url, `/${path}`);
        assert.equal(status, 404, path);
        assert.doesNotMatch(body.toString(), /the secret|HOME=/, path);
    }
});

/** One process exchanges links as fast as it can; the answers must be of the folder, or that there is none. */
test("links that change while they are read lead nowhere else", { timeout: 120_000 }, async (t) => {
    const script = `
        const { mkdirSync, renameSync, symlinkSync, writeFileSync } = require("node:fs");
        process.chdir(${JSON.stringify(root)});
        const swap = (target, name) => { symlinkSync(target, name + ".new"); renameSync(name + ".new", name); };
        mkdirSync("real"); writeFileSync("real/secret.txt", "inside"); writeFileSync("inside.txt", "inside");
        for (;;) {
            for (const [file, folder] of [["inside.txt", "real"], ["../secret.txt", ".."], ["inside.txt", "real"],
                [${JSON.stringify(join(outer, "secret.txt"))}, ${JSON.stringify(outer)}], ["inside.txt", "real"],
                [".env2", ".hid"]]) {
                swap(file, "swapped.txt");
                swap(folder, "swapped");
            }
        }`;
    writeFileSync(join(root, ".env2"), "the secret");
    mkdirSync(join(root, ".hid"));
    writeFileSync(join(root, ".hid", "secret.txt"), "the secret");
    const swapping = spawn(process.execPath, ["-e", script], { stdio: "inherit" });
    const counts = { inside: 0, none: 0 };
    try {
        const paths = ["/swapped.txt", "/swapped/secret.txt"];
        const reader = async (path) => {
            for (let i = 0; i < 1500; ++i) {
                const { status, body } = await ask(ticker.url, path);
                assert.ok(status === 200 || status === 404, `${status}`);
                assert.doesNotMatch(body.toString(), /the secret/, path);
                ++counts[status === 200 ? "inside" : "none"];
                assert.ok(status !== 200 || body.toString() === "inside", body.toString());
            }
        };
        await Promise.all([...paths, ...paths].map(reader));
    } finally {
        swapping.kill("SIGKILL");
    }
    t.diagnostic(`${counts.inside} answers from inside, ${counts.none} of nothing`);
    assert.ok(counts.inside > 100 && counts.none > 100, JSON.stringify(counts));
});

test("who does not read a large file costs next to nothing", { timeout: 120_000 }, async (t) => {
    const path = join(root, "large.bin");
    makeSparse(path, 1024 * mebibyte);
    await ask(ticker.url, "/api/quote");
    const descriptors = openDescriptors(ticker);
    const usual = residentBytes(ticker);
    const sockets = await Promise.all(Array.from({ length: 20 }, () => askUnread(ticker.port, "/large.bin")));
    for (let i = 0; i < 100; ++i) {
        assert.equal((await ask(ticker.url, "/api/quote")).status, 200);
        assert.equal((await ask(ticker.url, "/large.bin", { method: "HEAD" })).status, 200);
    }
    // Each has its file open, so all were begun.
    await until(() => openTimes(ticker, realpathSync(path)) === sockets.length, "20 open files");
    const growth = residentBytes(ticker) - usual;
    t.diagnostic(`grew by ${Math.round(growth / 1024)} KiB`);
    if (isMemoryTelling)
        assert.ok(growth < 8 * mebibyte, `${growth} bytes`);
    for (const socket of sockets)
        socket.destroy();
    await untilDescriptors(ticker, descriptors);
    rmSync(path);
});
