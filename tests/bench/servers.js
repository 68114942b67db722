// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The servers that are compared, and how each is started.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/**
 * By key: { title, colour, mode, base, command(rate, { heartbeats, textBytes, market }) }. `mode` is what its clients
 * speak; `base` is the floor that its costs are told by; textBytes is the length of a tick on the plain WebSocket feed,
 * and market the file of a market that is not the built-in one. The colours are told apart by colour-blind readers too.
 */
export function makeServers({ tickertray, programs }) {
    const floor = join(programs, "bench_floor");
    const ours = (rate, { heartbeats = false, market } = {}) => [
        tickertray, "--headless", "--port", 0, "--rate", rate,
        ...(heartbeats ? ["--ping-interval", 1000] : []),
        ...(market ? ["--market", market] : []),
    ];
    return {
        floor: {
            title: "floor",
            colour: "#555555",
            mode: "socketio",
            base: "floor",
            command: (rate, { heartbeats = false } = {}) => [floor, "--rate", rate, "--heartbeats", Number(heartbeats)],
        },
        floorWebSocket: {
            title: "floor, WebSocket",
            colour: "#aaaaaa",
            mode: "websocket",
            base: "floorWebSocket",
            command: (rate, { textBytes = 0 } = {}) =>
                [floor, "--rate", rate, "--mode", "websocket", "--text-bytes", textBytes],
        },
        ours: { title: "TickerTray, Socket.IO", colour: "#0072b2", mode: "socketio", base: "floor", command: ours },
        oursWebSocket: {
            title: "TickerTray, WebSocket",
            colour: "#56b4e9",
            mode: "websocket",
            base: "floorWebSocket",
            command: ours,
        },
        socketio: {
            title: "npm socket.io",
            colour: "#d55e00",
            mode: "socketio",
            base: "floor",
            command: (rate) => [process.execPath, join(here, "socketio_server.js"), rate],
        },
        ws: {
            title: "npm ws",
            colour: "#e69f00",
            mode: "websocket",
            base: "floorWebSocket",
            command: (rate, { textBytes = 0 } = {}) => [process.execPath, join(here, "ws_server.js"), rate, textBytes],
        },
    };
}
