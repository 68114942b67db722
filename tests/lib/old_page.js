// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A page as it was written for the client of Socket.IO 2, which it brings along, and what its tabs get.
import { copyFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder, until } from "./ticker.js";

const page = `<!doctype html>
<html>
<head>
    <title>A page of 2022</title>
    <link rel="icon" href="data:,">
    <script src="/socket.io-2.5.0.js"></script>
</head>
<body>
    <script>
        var prices = [];
        var reasons = [];
        function start(url, options) {
            window.socket = io(url, options);
            socket.on('stock price update', function (price) { prices.push(price); });
            socket.on('disconnect', function (reason) { reasons.push(reason); });
        }
    </script>
</body>
</html>
`;

/** Options of the client for each way that a browser of its time could go. */
export const oldWays = {
    websocket: { transports: ["websocket"] },
    polling: { transports: ["polling"] },
    upgrade: { transports: ["polling", "websocket"] },
    jsonp: { transports: ["polling"], forceJSONP: true },
};

/** A folder for --web-root with that page and the library. */
export function oldPageFolder() {
    const folder = temporaryFolder();
    const library = dirname(fileURLToPath(import.meta.resolve("sioc2/package.json")));
    writeFileSync(join(folder, "index.html"), page);
    copyFileSync(join(library, "dist", "socket.io.js"), join(folder, "socket.io-2.5.0.js"));
    return folder;
}

/** Connects the tab's page, to its own origin unless the URL names another one, and waits until it has settled. */
export async function startClient(tab, way, { url = "", options = {} } = {}) {
    await tab.evaluate(([where, all]) => window.start(where || location.origin, all),
        [url, { ...oldWays[way], ...options }]);
    const wanted = `true ${oldWays[way].transports.at(-1)}`;
    let state;
    const hasSettled = async () => {
        state = await tab.evaluate(() => `${window.socket.connected} ${window.socket.io.engine.transport?.name}`);
        return state === wanted;
    };
    await until(hasSettled, () => `"${wanted}" of a page over ${way}, it was "${state}"`, 90_000, 100);
}

/**
 * { prices, reasons } of the tab's page as soon as there are so many prices. It is not asked again and again: a page
 * that fetches one script element after the other is slow to answer.
 */
export const takePrices = (tab, count) => tab.evaluate((wanted) => new Promise((resolve) => {
    const { prices, reasons, socket } = window;
    const look = () => {
        if (prices.length >= wanted)
            resolve({ prices, reasons });
    };
    socket.on("stock price update", look);
    look();
}), count);

export const reasonsOf = (tab) => tab.evaluate(() => window.reasons);
