// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Displays that cannot be reached, and how ./dev run knows them.
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { cleanEnvironment, finish, launch, launchTicker, temporaryFolder, until } from "../lib/ticker.js";

after(() => finish());

const nowhere = ":9999";
const unreachable = [
    { DISPLAY: nowhere },
    { DISPLAY: nowhere, QT_QPA_PLATFORM: "xcb" },
    { WAYLAND_DISPLAY: "nothing" },
    { WAYLAND_DISPLAY: "nothing", QT_QPA_PLATFORM: "wayland" },
    { DISPLAY: nowhere, WAYLAND_DISPLAY: "nothing", XDG_SESSION_TYPE: "wayland" },
    { QT_QPA_PLATFORM: "nonsense" },
];
for (const display of unreachable) {
    test(`one line, and no signal: ${JSON.stringify(display)}`, { timeout: 30_000 }, async () => {
        const ticker = launchTicker(["--port", "0"], cleanEnvironment(undefined, display));
        assert.deepEqual(await ticker.exited, { code: 1, signal: null }, ticker.stderr);
        assert.match(ticker.stderr, /^tickertray: Cannot show a window: .*--headless.*\n$/);
        const value = Object.values(display)[0];
        assert.ok(ticker.stderr.includes(`"${value}"`), ticker.stderr);
        assert.equal(ticker.stdout, "");
    });
}

test("what a display's name holds does not reach the terminal", { timeout: 30_000 }, async () => {
    const ticker = launchTicker([], cleanEnvironment(undefined, { DISPLAY: "\u001b]0;x\u0007" }));
    assert.deepEqual(await ticker.exited, { code: 1, signal: null });
    assert.match(ticker.stderr, /^[ -~]*\n$/);
});

/** Whether ./dev run would show a window. */
async function canShow(display) {
    const script = fileURLToPath(new URL("../display.js", import.meta.url));
    const { code } = await launch(process.execPath, [script], { env: cleanEnvironment(undefined, display) }).exited;
    return code === 0;
}

test("./dev run sees an X server, and that there is none", { timeout: 30_000 }, async () => {
    const server = launch("Xvfb", ["-displayfd", "1", "-screen", "0", "640x480x24", "-nolisten", "tcp"]);
    const [number] = await until(() => /^\d+$/m.exec(server.stdout), () => `a display; ${server.stderr}`);
    for (const name of [`:${number}`, `:${number}.0`, `unix:${number}`])
        assert.equal(await canShow({ DISPLAY: name }), true, name);
    server.child.kill();
    await server.exited;
    for (const name of [`:${number}`, nowhere, "localhost:9999", "nonsense", ""])
        assert.equal(await canShow({ DISPLAY: name }), false, name);
});

test("./dev run sees a Wayland compositor, and the socket of one that has ended", { timeout: 30_000 }, async () => {
    const folder = temporaryFolder();
    const path = join(folder, "wayland-7");
    const listener = "require('node:net').createServer().listen(process.argv[1], () => console.log('ready'))";
    const compositor = launch(process.execPath, ["-e", listener, path]);
    await until(() => compositor.stdout.includes("ready"), "a listener");
    for (const display of [{ WAYLAND_DISPLAY: "wayland-7", XDG_RUNTIME_DIR: folder }, { WAYLAND_DISPLAY: path }])
        assert.equal(await canShow(display), true, JSON.stringify(display));
    compositor.child.kill("SIGKILL");
    await compositor.exited;
    assert.ok(existsSync(path));
    assert.equal(await canShow({ WAYLAND_DISPLAY: path }), false);
});

test("./dev run sees an X server of another host", { timeout: 30_000 }, async (t) => {
    const port = 6000 + 1000 + Math.floor(process.pid % 1000);
    const server = createServer().listen(port, "127.0.0.1");
    const [failure] = await Promise.race([once(server, "listening"), once(server, "error")]);
    if (failure)
        return t.skip(`port ${port} is taken`);
    assert.equal(await canShow({ DISPLAY: `127.0.0.1:${port - 6000}` }), true);
    server.close();
});
