// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A page that brings its client of Socket.IO along, of version 2 or 4, and what its tabs get.
import { copyFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder, until } from "./ticker.js";

const packages = { 2: "sioc2", 4: "sioc4" };

const page = `<!doctype html>
<html>
<head>
    <title>A page with its own client</title>
    <link rel="icon" href="data:,">
    <script src="/client.js"></script>
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

/** Options of the client for each way that a browser can go; scripts only with version 2. */
export const browserWays = {
    websocket: { transports: ["websocket"] },
    polling: { transports: ["polling"] },
    upgrade: { transports: ["polling", "websocket"] },
    jsonp: { transports: ["polling"], forceJSONP: true },
};

/** Each version with each way it has: { version, way }. */
export const libraryWays = Object.keys(packages).flatMap((version) => Object.keys(browserWays)
    .filter((way) => way !== "jsonp" || version === "2")
    .map((way) => ({ version, way })));

/** A folder for --web-root with that page and the library. */
export function libraryPageFolder(version) {
    const folder = temporaryFolder();
    const library = dirname(fileURLToPath(import.meta.resolve(`${packages[version]}/package.json`)));
    writeFileSync(join(folder, "index.html"), page);
    copyFileSync(join(library, "dist", "socket.io.js"), join(folder, "client.js"));
    return folder;
}

/** Connects the tab's page, to its own origin unless the URL names another one, and waits until it has settled. */
export async function startClient(tab, way, { url = "", options = {} } = {}) {
    await tab.evaluate(([where, all]) => window.start(where || location.origin, all),
        [url, { ...browserWays[way], ...options }]);
    const wanted = `true ${browserWays[way].transports.at(-1)}`;
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
