// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Trays of each kind, and those that come late, go, and never come.
// Takes 40 s: for half a minute the program waits for a tray, and so does one test.
import assert from "node:assert/strict";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import {
    click, clickOn, findMainWindow, mainWindow, notifierItems, panelHeight, startDesktop, trayIcon,
} from "./desktop.js";
import { startTicker, temporaryFolder, until } from "../lib/ticker.js";

const waitingMs = 30_000; // for a tray, before a hidden window shows
const screenHeight = 800;

let desktop;
let ticker = null;
beforeEach(async () => { desktop = await startDesktop({ tray: false }); });
afterEach(async () => {
    ticker?.child.kill("SIGKILL");
    await ticker?.exited;
    ticker = null;
    await desktop.stop();
});

async function start(...args) {
    const folder = temporaryFolder();
    const env = { ...desktop.env, HOME: folder, XDG_CONFIG_HOME: join(folder, "config") };
    ticker = await startTicker(args, { env, headless: false });
}

const untilHidden = () => until(async () => await findMainWindow(desktop) === null, "the window to be gone");
const notifierItem = () => until(async () => (await notifierItems(desktop))[0], "the icon in the panel");
/** Where a panel shows its only icon. */
const clickInPanel = () => click(desktop, panelHeight / 2, screenHeight - panelHeight / 2);

test("a StatusNotifier host has icon, tool tip and menu, and a click hides and shows the window", { timeout: 60_000 },
    async () => {
        await desktop.startPanel();
        await start();
        await mainWindow(desktop);
        const item = await notifierItem();
        await until(async () => /127\.0\.0\.1:\d+, no clients/.test(await item.property("ToolTip")), "the tool tip");
        assert.match(await item.property("Menu"), /object path "\/MenuBar"/);
        await desktop.screenshot("panel");
        await clickInPanel();
        await untilHidden();
        await clickInPanel();
        await mainWindow(desktop);
        await ticker.stop();
    });

const embeddedIcon = () => trayIcon(desktop);
for (const [kind, startHost, untilShown, clickIcon] of [
    ["StatusNotifier host", () => desktop.startPanel(), notifierItem, clickInPanel],
    ["XEmbed tray", () => desktop.startTray(), embeddedIcon, async () => clickOn(desktop, await embeddedIcon())],
]) {
    test(`a ${kind} that starts after us gets the icon; one that ends leaves nobody without a window`,
        { timeout: 90_000 }, async () => {
            await start("--hidden");
            assert.equal(await findMainWindow(desktop), null);
            const host = await startHost();
            await untilShown();
            assert.equal(await findMainWindow(desktop), null);
            await clickIcon();
            await mainWindow(desktop);
            await clickIcon();
            await untilHidden();
            await host.stop();
            await mainWindow(desktop);
            await desktop.screenshot("tray-gone");
            await ticker.stop();
        });
}

test("a hidden start without any tray ends in a window", { timeout: 2 * waitingMs }, async () => {
    await start("--hidden");
    assert.equal(await findMainWindow(desktop), null);
    await until(() => findMainWindow(desktop), "the window", waitingMs + 15_000);
    await ticker.stop();
});
