// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program on a desktop as its user has it: real window manager, real tray, real clicks and keys.
// Takes half a minute: windows and menus of a real desktop come when they come, and rates are counted over seconds.
import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { connect, connected, disconnectAll, received } from "../lib/clients.js";
import { clickOn, findMainWindow, geometry, mainWindow, pressUntil, startDesktop, trayIcon } from "./desktop.js";
import { launchTicker, startTicker, temporaryFolder, until } from "../lib/ticker.js";

const started = [];
let desktop;
before(async () => { desktop = await startDesktop(); });
after(() => desktop?.stop());
afterEach(async () => {
    disconnectAll();
    // What a test that failed left behind would stand in the way of the next.
    for (const ticker of started.splice(0)) {
        ticker.child.kill("SIGKILL");
        await ticker.exited;
    }
});

/** The program on the desktop, with settings of its own. */
function environment(on = desktop) {
    const folder = temporaryFolder();
    return { ...on.env, HOME: folder, XDG_CONFIG_HOME: join(folder, "config") };
}

async function startOnDesktop(args = [], env = environment()) {
    const ticker = await startTicker(args, { env, headless: false });
    ticker.env = env;
    started.push(ticker);
    return ticker;
}

const shown = async (on = desktop) => await findMainWindow(on) !== null;
const untilHidden = (on = desktop) => until(async () => !await shown(on), "the window to be gone");

/** How many ticks a client gets in this time. */
async function ticksIn(client, ms) {
    const begin = client.prices.length;
    const end = performance.now() + ms;
    await until(() => performance.now() >= end, "the time to pass", ms + 5000);
    return client.prices.length - begin;
}

test("the icon is in the tray and a click hides and shows the window", { timeout: 60_000 }, async () => {
    const ticker = await startOnDesktop();
    await mainWindow(desktop);
    const icon = await trayIcon(desktop);
    await desktop.screenshot("window-empty");
    await clickOn(desktop, icon);
    await untilHidden();
    await clickOn(desktop, icon);
    await mainWindow(desktop);
    await ticker.stop();
});

test("closing hides to the tray, the server goes on, a second start brings the window back", { timeout: 60_000 },
    async () => {
        const ticker = await startOnDesktop(["--interval", "50"]);
        const client = await connected(connect(ticker.url));
        const window = await mainWindow(desktop);
        await trayIcon(desktop);
        await pressUntil(desktop, window, "alt+F4", async () => !await shown(), "the window to be gone");
        await desktop.screenshot("close-hint");
        await received(client, client.prices.length + 5);

        const second = launchTicker([], ticker.env);
        assert.deepEqual(await second.exited, { code: 0, signal: null });
        assert.match(second.stdout, /already running/);
        await mainWindow(desktop);
        assert.deepEqual(client.reasons, []);

        const third = launchTicker(["--rate", "2", "--web-root", "."], ticker.env);
        assert.deepEqual(await third.exited, { code: 1, signal: null });
        assert.match(third.stderr, /--web-root/);
        await until(async () => await ticksIn(client, 1000) < 5, "the rate that the third one asked for");
        await ticker.stop();
    });

test("the tray menu pauses, resumes, sets the rate, disconnects and quits", { timeout: 90_000 }, async () => {
    const ticker = await startOnDesktop(["--interval", "50"]);
    const client = await connected(connect(ticker.url));
    await mainWindow(desktop);
    const icon = await trayIcon(desktop);
    const openMenu = async () => {
        await clickOn(desktop, icon, 3);
        await until(async () => (await desktop.windows("tickertray")).length > 1, "the menu");
    };
    const menuClosed = () => until(async () => (await desktop.windows("tickertray")).length <= 1, "the menu to close");
    const menuEntry = async (...keys) => {
        await openMenu();
        for (const key of keys)
            await desktop.tool("key", key);
        await menuClosed();
    };
    await received(client, 5);
    await openMenu();
    await desktop.screenshot("tray-menu");
    await desktop.tool("key", "Escape");
    await menuClosed();

    await menuEntry("p"); // &Pause
    await until(async () => await ticksIn(client, 500) === 0, "the ticks to stop");
    assert.equal(client.socket.connected, true);
    await menuEntry("e"); // R&esume
    await received(client, client.prices.length + 5);
    await menuEntry("r", "Up", "Return"); // &Rate, the last of its presets: 10 ms
    await until(async () => await ticksIn(client, 1000) > 40, "a hundred ticks a second or so");
    await menuEntry("d"); // &Disconnect all clients; of one alone, without a question
    await until(() => client.reasons.length === 1, "the client to be disconnected");
    client.socket.connect(); // unless it does so by itself
    await received(client, client.prices.length + 5);
    await menuEntry("q"); // &Quit
    assert.deepEqual(await ticker.exited, { code: 0, signal: null });
    assert.equal(client.reasons.length, 2);
    assert.notEqual(client.reasons[1], "io server disconnect");
});

test("the slider changes what a connected client receives", { timeout: 90_000 }, async () => {
    const ticker = await startOnDesktop(["--interval", "1000"]);
    const clients = [
        await connected(connect(ticker.url)),
        await connected(connect(ticker.url, { way: "polling" })),
        await connected(connect(ticker.url, { generation: 3 })),
    ];
    const window = await mainWindow(desktop);
    await received(clients[0], 3);
    await desktop.screenshot("window-three-clients");
    const began = performance.now();
    const slow = await ticksIn(clients[0], 1500);
    assert.ok(slow <= Math.ceil((performance.now() - began) / 1000), `${slow} ticks at one a second`);

    // Dragged by its handle to the right, to some milliseconds.
    const { width } = await geometry(desktop, window);
    const y = 167;
    const place = (share) => Math.round(52 + (width - 113) * share);
    const move = (share) => desktop.tool("mousemove", "--window", window, place(share), y);
    await move(1 / 3); // 1000 ms is two of the six decades from 100 s
    await desktop.tool("mousedown", 1);
    await move(0.4);
    await move(0.6);
    await desktop.tool("mouseup", 1);
    for (const client of clients)
        await until(async () => await ticksIn(client, 1000) > 15, "many ticks a second");
    await desktop.screenshot("window-fast");
    for (const client of clients)
        assert.deepEqual(client.reasons, []);

    await ticker.stop();
    const settings = JSON.parse(readFileSync(join(ticker.env.XDG_CONFIG_HOME, "tickertray", "settings.json"), "utf8"));
    assert.ok(settings.intervalMs < 100, `the interval is kept: ${settings.intervalMs}`);
});

test("a taken port: a bar with ways out, and the next free port serves", { timeout: 60_000 }, async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    await once(blocker, "listening");
    const port = blocker.address().port;
    const env = environment();
    const ticker = launchTicker(["--port", String(port)], env);
    started.push(ticker);
    await until(() => ticker.stderr.includes(`127.0.0.1:${port}`), "the error on standard error");
    const window = await mainWindow(desktop);
    await trayIcon(desktop);
    await desktop.screenshot("port-taken");
    // Use the &next free port
    const line = await pressUntil(desktop, window, "alt+n",
        () => /^Listening on (http:\/\/\S+:(\d+)\/)$/m.exec(ticker.stdout), "the next port");
    assert.ok(Number(line[2]) > port);
    await received(await connected(connect(line[1])), 1);
    ticker.child.kill();
    assert.deepEqual(await ticker.exited, { code: 0, signal: null });
    blocker.close();
});

test("a taken port: retry serves once it is free", { timeout: 60_000 }, async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    await once(blocker, "listening");
    const port = blocker.address().port;
    const ticker = launchTicker(["--port", String(port)], environment());
    started.push(ticker);
    const window = await mainWindow(desktop);
    await until(() => ticker.stderr.includes("uses this port"), "the error");
    blocker.close();
    await once(blocker, "close");
    // &Retry
    await pressUntil(desktop, window, "alt+r", () => ticker.stdout.includes(`:${port}/`), "the port");
    ticker.child.kill();
    assert.deepEqual(await ticker.exited, { code: 0, signal: null });
});

test("hidden start stays in the tray; size is kept", { timeout: 60_000 }, async () => {
    const env = environment();
    const first = await startOnDesktop([], env);
    const window = await mainWindow(desktop);
    await desktop.tool("windowsize", window, 1000, 640);
    await until(async () => (await geometry(desktop, window)).width === 1000, "the new size");
    await first.stop();

    const ticker = await startOnDesktop(["--hidden"], env);
    const icon = await trayIcon(desktop);
    assert.equal(await shown(), false);
    await clickOn(desktop, icon);
    const again = await mainWindow(desktop);
    const { width, height } = await geometry(desktop, again);
    assert.deepEqual([width, height], [1000, 640]);
    await ticker.stop();
});

test("a broken settings file is kept aside and said once", { timeout: 60_000 }, async () => {
    const env = environment();
    const folder = join(env.XDG_CONFIG_HOME, "tickertray");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "settings.json"), "{ broken");
    const ticker = await startOnDesktop([], env);
    await mainWindow(desktop);
    await until(() => ticker.stderr.includes("are invalid"), "the warning");
    await desktop.screenshot("settings-broken");
    assert.equal(readFileSync(join(folder, "settings.json.broken"), "utf8"), "{ broken");
    await ticker.stop();
    const next = await startOnDesktop([], env);
    await mainWindow(desktop);
    await next.stop();
    assert.equal(next.stderr.includes("invalid"), false);
});

test("without a tray the window shows, and closing asks once", { timeout: 90_000 }, async () => {
    const bare = await startDesktop({ tray: false });
    const env = environment(bare);
    const ticker = await startOnDesktop([], env);
    const window = await mainWindow(bare);
    await pressUntil(bare, window, "alt+F4", async () => (await bare.windows("tickertray")).length > 1, "the question");
    await bare.screenshot("close-question");
    await pressUntil(bare, window, "Escape", async () => (await bare.windows("tickertray")).length === 1,
        "the question to go");
    assert.equal(await shown(bare), true);
    await ticker.stop();

    // A tray that goes away must not leave a hidden window behind.
    const tray = await bare.startTray();
    const second = await startOnDesktop([], environment(bare));
    await mainWindow(bare);
    await clickOn(bare, await trayIcon(bare));
    await untilHidden(bare);
    await tray.stop();
    await mainWindow(bare);
    await second.stop();
    await bare.stop();
});

test("Ctrl+Q quits and tells clients", { timeout: 60_000 }, async () => {
    const ticker = await startOnDesktop();
    const client = await connected(connect(ticker.url));
    await pressUntil(desktop, await mainWindow(desktop), "ctrl+q", () => ticker.child.exitCode !== null, "the end");
    assert.deepEqual(await ticker.exited, { code: 0, signal: null });
    await until(() => client.reasons.length === 1, "the client to hear of it");
});
