// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A desktop of its own for a test: an X server without a screen, a window manager, a message bus, and a tray if wanted.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { cleanEnvironment, launch, temporaryFolder, until } from "../lib/ticker.js";

const run = promisify(execFile);
const screenshots = process.env.TICKERTRAY_OUTPUT;
const largestIcon = 64;
const doubleClickMs = 700;
export const panelHeight = 32;
const panelSettings = `panels=panel1

[panel1]
plugins=statusnotifier
position=Bottom
width=100
width-percent=true
panelSize=${panelHeight}
iconSize=22

[statusnotifier]
type=statusnotifier
`;
const watcher = "org.kde.StatusNotifierWatcher";

async function busCall(env, destination, path, method, ...args) {
    const { stdout } = await run("dbus-send", ["--session", "--print-reply", `--dest=${destination}`, path, method,
        ...args], { env });
    return stdout;
}

const getProperty = "org.freedesktop.DBus.Properties.Get";

/** A property of the watcher of StatusNotifier items, as dbus-send prints it; an empty text without a watcher. */
async function watcherProperty(env, name) {
    try {
        return await busCall(env, watcher, "/StatusNotifierWatcher", getProperty, `string:${watcher}`,
            `string:${name}`);
    } catch {
        return "";
    }
}

async function notifierHostIsThere(env) {
    return /boolean true/.test(await watcherProperty(env, "IsStatusNotifierHostRegistered"));
}

/** The items in the StatusNotifier host, as { service, path, property(name) }. */
export async function notifierItems(desktop) {
    const text = await watcherProperty(desktop.env, "RegisteredStatusNotifierItems");
    return [...text.matchAll(/string "([^"/]+)(\/[^"]*)"/g)].map(([, service, path]) => ({
        service,
        path,
        property: (name) => busCall(desktop.env, service, path, getProperty, "string:org.kde.StatusNotifierItem",
            `string:${name}`),
    }));
}

async function startDisplay(env) {
    // The server picks a number that is free and tells it. When its last client leaves, which may be before another one
    // that is just coming, it would begin anew and drop that one, too.
    const server = launch("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
        { env });
    const [number] = await until(() => /^\d+$/m.exec(server.stdout), () => `a display; ${server.stderr}`);
    return { server, display: `:${number}` };
}

async function startBus(env) {
    const bus = launch("dbus-daemon", ["--session", "--nofork", "--print-address=1"], { env });
    const [address] = await until(() => /^\S+$/m.exec(bus.stdout), () => `a message bus; ${bus.stderr}`);
    return { bus, address };
}

/** { env, tool(), windows(), screenshot(), startTray(), stop() } */
export async function startDesktop({ tray = true } = {}) {
    const env = cleanEnvironment();
    const { server, display } = await startDisplay(env);
    const { bus, address } = await startBus(env);
    env.DISPLAY = display;
    env.DBUS_SESSION_BUS_ADDRESS = address;
    const programs = [server, bus];

    const desktop = { env };
    /** Runs xdotool and returns what it prints; an empty text when it finds nothing. */
    desktop.tool = async (...args) => {
        try {
            return (await run("xdotool", args.map(String), { env })).stdout.trim();
        } catch (error) {
            if (error.code === 1)
                return "";
            throw error;
        }
    };
    desktop.property = async (window, name) => (await run("xprop", ["-id", window, name], { env })).stdout;
    /** The windows on screen whose class is this one, but for icons in the tray. */
    desktop.windows = async (name) => {
        const found = await desktop.tool("search", "--onlyvisible", "--class", name);
        const windows = [];
        for (const window of found ? found.split("\n") : []) {
            const { width, height } = await geometry(desktop, window);
            if (width > largestIcon || height > largestIcon)
                windows.push(window);
        }
        return windows;
    };
    desktop.screenshot = async (name) => {
        if (!screenshots)
            return;
        mkdirSync(screenshots, { recursive: true });
        await run("import", ["-window", "root", join(screenshots, `${name}.png`)], { env });
    };
    desktop.startTray = async () => {
        const host = launch("trayer", ["--edge", "bottom", "--align", "right", "--widthtype", "request",
            "--height", "32"], { env });
        programs.push(host);
        await until(async () => (await desktop.tool("search", "--class", "trayer")) !== "", "the tray");
        host.stop = () => stopProgram(host);
        return host;
    };
    /** A panel with a StatusNotifier host, and no other kind of tray, along the lower edge. */
    desktop.startPanel = async () => {
        const folder = join(temporaryFolder(), "lxqt");
        mkdirSync(folder);
        writeFileSync(join(folder, "panel.conf"), panelSettings);
        const host = launch("lxqt-panel", [], { env: { ...env, XDG_CONFIG_HOME: dirname(folder) } });
        programs.push(host);
        await until(() => notifierHostIsThere(env), () => `the panel; ${host.stderr}`);
        host.stop = () => stopProgram(host);
        return host;
    };
    desktop.stop = async () => {
        for (const program of programs.reverse())
            await stopProgram(program);
    };

    try {
        programs.push(await startManager(env));
        if (tray)
            desktop.tray = await desktop.startTray();
    } catch (error) {
        await desktop.stop(); // or they keep the test running
        throw error;
    }
    return desktop;
}

async function startManager(env) {
    const manager = launch("openbox", ["--sm-disable"], { env });
    await until(async () => /_NET_SUPPORTING_WM_CHECK.*0x/.test(
        (await run("xprop", ["-root", "_NET_SUPPORTING_WM_CHECK"], { env })).stdout),
        () => `the window manager; ${manager.child.exitCode} ${manager.stderr}`);
    return manager;
}

async function stopProgram(program) {
    if (program.child.exitCode === null && program.child.signalCode === null)
        program.child.kill();
    await program.exited;
}

/** The main window if it is on screen. Menus and balloons are windows too, with other titles. */
export async function findMainWindow(desktop) {
    for (const window of await desktop.windows("tickertray")) {
        if (/TickerTray$/.test(await desktop.tool("getwindowname", window)))
            return window;
    }
    return null;
}

export async function mainWindow(desktop) {
    return until(() => findMainWindow(desktop), "the main window");
}

/** Where a window lies: { x, y, width, height }; all 0 when it is gone. */
export async function geometry(desktop, window) {
    const text = await desktop.tool("getwindowgeometry", "--shell", window);
    const value = (name) => Number(new RegExp(`^${name}=(-?\\d+)$`, "m").exec(text)?.[1] ?? 0);
    return { x: value("X"), y: value("Y"), width: value("WIDTH"), height: value("HEIGHT") };
}

/** The window of our icon inside the tray, once it is there. */
export async function trayIcon(desktop) {
    return until(async () => {
        const found = await desktop.tool("search", "--class", "tickertray");
        for (const window of found ? found.split("\n") : []) {
            const { width, height } = await geometry(desktop, window);
            // Before it is embedded it has the size of nothing.
            if (width > 8 && width <= largestIcon && height > 8 && height <= largestIcon
                && /_XEMBED_INFO\(_XEMBED_INFO\)/.test(await desktop.property(window, "_XEMBED_INFO")))
                return window;
        }
        return null;
    }, "the icon in the tray");
}

/** A single click: never so soon after another that the two are a double click. */
export async function click(desktop, x, y, button = 1) {
    await until(() => performance.now() - (desktop.lastClick ?? -Infinity) > doubleClickMs, "the double click's time");
    await desktop.tool("mousemove", x, y, "click", button);
    desktop.lastClick = performance.now();
}

export async function clickOn(desktop, window, button = 1) {
    const { x, y, width, height } = await geometry(desktop, window);
    assert.ok(width > 0);
    await click(desktop, Math.round(x + width / 2), Math.round(y + height / 2), button);
}

/**
 * Presses a key in a window until it has its effect. A balloon may hold the focus for a while, and the window manager
 * may say that a window is active before the program has been told; a key pressed then is lost.
 */
export async function pressUntil(desktop, window, key, condition, what) {
    for (let attempt = 0; ; ++attempt) {
        await desktop.tool("windowactivate", window);
        await desktop.tool("key", "--clearmodifiers", key);
        try {
            return await until(condition, what, 2000);
        } catch (error) {
            if (attempt === 10)
                throw error;
        }
    }
}
