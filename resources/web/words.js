// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

const transports = { websocket: "websocket", polling: "long-polling" };
const reasons = {
    "transport close": "the connection was closed",
    "transport error": "the connection broke",
    "ping timeout": "the server fell silent",
    "parse error": "the server sent something that makes no sense",
    "io server disconnect": "the server ended the connection",
    unreachable: "the server can't be reached",
};

const inWords = (reason) => reasons[reason] ?? reason;

/** The state of the connection (see feed.js) as the page shows it at that time. */
export function stateWords(state, now) {
    switch (state.kind) {
    case "connected":
        return `Connected via ${transports[state.transport] ?? state.transport}`;
    case "waiting": {
        const seconds = Math.max(1, Math.ceil((state.until - now) / 1000));
        return `Reconnecting in ${seconds} s (try ${state.attempt}): ${inWords(state.reason)}`;
    }
    case "reconnecting":
        return `Reconnecting (try ${state.attempt})`;
    case "disconnected":
        return `Disconnected: ${inWords(state.reason)}`;
    default:
        return "Connecting";
    }
}

/** As many digits as can be known and read: "0.01", "1.0", "19.9", "998". */
export function rateWords(rate) {
    if (rate === 0)
        return "0";
    if (rate < 0.095)
        return rate < 0.005 ? "under 0.01" : rate.toFixed(2);
    return rate < 99.95 ? rate.toFixed(1) : Math.round(rate).toLocaleString("en");
}

/** What a screen reader is told from time to time. */
export function announcement(state, price, rate) {
    if (state.kind === "waiting" || state.kind === "reconnecting")
        return price === null ? "Reconnecting." : `Connection lost, reconnecting. The last price was ${price}.`;
    if (state.kind !== "connected")
        return state.kind === "disconnected" ? `${stateWords(state, 0)}.` : "Connecting.";
    return price === null ? "Connected, no data yet." : `Price ${price}. ${rateWords(rate)} ticks a second.`;
}
