// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program with its window, whose rate is changed as a person at the keyboard would.
import { mainWindow } from "../desktop/desktop.js";
import { startTicker } from "./ticker.js";

/** Like startTicker(), on that desktop, with setInterval() and moveSlider(). */
export async function startWindow(desktop, args = []) {
    const ticker = await startTicker(args, { env: desktop.env, headless: false });
    const window = await mainWindow(desktop);
    // The label "One tick every" has a shortcut, which leads to the field of the milliseconds.
    const focusField = async () => {
        await desktop.tool("windowactivate", "--sync", window);
        await desktop.tool("key", "--clearmodifiers", "alt+v");
    };
    ticker.setInterval = async (milliseconds) => {
        await focusField();
        await desktop.tool("key", "ctrl+a");
        await desktop.tool("type", "--delay", 20, milliseconds);
        await desktop.tool("key", "Return");
    };
    /** One key press on the slider, which comes before the field. */
    ticker.moveSlider = async (key) => {
        await focusField();
        await desktop.tool("key", "shift+Tab");
        await desktop.tool("key", key);
    };
    return ticker;
}
