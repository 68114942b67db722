// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A module in a process of its own, whose functions are called from here.
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { launch } from "./ticker.js";

/**
 * Starts a module that says answerCalls(): what launch() returns, and call(name, argument). Calls that the process has
 * not answered when it ends are rejected.
 */
export async function startCalledProcess(url) {
    const process_ = launch(process.execPath, [fileURLToPath(url)], { stdio: ["ignore", "pipe", "pipe", "ipc"] });
    const { child } = process_;
    await once(child, "message"); // it is ready
    const waiting = new Map();
    let lastCall = 0;
    child.on("message", ({ id, result, error }) => {
        const { name, resolve, reject } = waiting.get(id);
        waiting.delete(id);
        if (error === undefined)
            resolve(result);
        else
            reject(new Error(`${name}: ${error}`));
    });
    process_.exited.then(({ code, signal }) => {
        for (const { name, reject } of waiting.values())
            reject(new Error(`${name}: the process ended (${code ?? signal}): ${process_.stderr}`));
    });
    process_.call = (name, argument = {}) => new Promise((resolve, reject) => {
        const id = ++lastCall;
        waiting.set(id, { name, resolve, reject });
        child.send({ id, name, argument }, (error) => error && reject(error));
    });
    return process_;
}

/** Where the module of this url runs as such a process: answers calls of these functions, by name. */
export function answerCalls(url, calls) {
    if (!process.send || process.argv[1] !== fileURLToPath(url))
        return;
    process.on("message", async ({ id, name, argument }) => {
        try {
            process.send({ id, result: await calls[name](argument) });
        } catch (error) {
            process.send({ id, error: String(error) });
        }
    });
    process.on("disconnect", () => process.exit());
    process.send("ready");
}
