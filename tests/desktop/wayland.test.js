// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program on Wayland: weston without a screen, which tells what it shows.
// Takes half a minute: for so long a hidden start waits for a tray.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { connect, connected, disconnectAll } from "../lib/clients.js";
import { cleanEnvironment, launch, launchTicker, startTicker, temporaryFolder, until } from "../lib/ticker.js";

const run = promisify(execFile);
const screenshots = process.env.TICKERTRAY_OUTPUT;
const socket = "tickertray-test";
let weston;
let env;

before(async () => {
    const folder = temporaryFolder();
    env = {
        ...cleanEnvironment(),
        HOME: folder,
        XDG_CONFIG_HOME: join(folder, "config"),
        XDG_RUNTIME_DIR: folder,
        QT_QPA_PLATFORM: "wayland",
        // Qt asks for a graphics driver to draw its own frame, and Mesa's substitute for one is not under test here.
        QT_WAYLAND_DISABLE_WINDOWDECORATION: "1",
        WAYLAND_DISPLAY: socket,
    };
    weston = launch("weston", ["--backend=headless-backend.so", "--use-pixman", `--socket=${socket}`, "--no-config",
        "--debug", "--width=1100", "--height=760"], { env });
    await until(() => existsSync(join(folder, socket)), () => `weston; ${weston.stderr}`);
});

after(async () => {
    disconnectAll();
    weston.child.kill();
    await weston.exited;
});

/** The titles of our windows on screen. */
async function windows() {
    const { stdout } = await run("weston-debug", ["scene-graph"], { env });
    return [...stdout.matchAll(/top-level window '(.*)' of org\.tickertray\.TickerTray/g)].map(([, title]) => title);
}

async function screenshot(name) {
    if (!screenshots)
        return;
    mkdirSync(screenshots, { recursive: true });
    const folder = temporaryFolder();
    await run("weston-screenshooter", { env, cwd: folder });
    copyFileSync(join(folder, readdirSync(folder)[0]), join(screenshots, `${name}.png`));
}

test("the window shows, a second start finds the first, and the end is clean", { timeout: 60_000 }, async () => {
    const ticker = await startTicker([], { env, headless: false });
    const client = await connected(connect(ticker.url));
    await until(async () => (await windows()).length === 1, "the window");
    const { host } = new URL(ticker.url);
    await until(async () => (await windows())[0] === `${host} – TickerTray`, "its title");
    await screenshot("wayland");

    const second = launchTicker([], { ...env, XDG_ACTIVATION_TOKEN: "a-token" });
    assert.deepEqual(await second.exited, { code: 0, signal: null });
    assert.match(second.stdout, /already running/);
    assert.equal((await windows()).length, 1);
    assert.deepEqual(client.reasons, []);

    await ticker.stop();
    await until(async () => (await windows()).length === 0, "the window to be gone");
    assert.doesNotMatch(ticker.stderr, /error|warning/i);
});

test("without a tray a hidden start ends in a window", { timeout: 60_000 }, async () => {
    const ticker = await startTicker(["--hidden"], { env, headless: false });
    assert.deepEqual(await windows(), []);
    await until(async () => (await windows()).length === 1, "the window", 45_000);
    await ticker.stop();
});
