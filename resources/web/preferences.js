// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

const key = "tickertray.page"; // theme.js knows it too

const choices = {
    theme: ["system", "light", "dark"],
    palette: ["blue-orange", "green-red", "red-green"],
    language: ["", "en", "de"],
    way: ["socketio", "websocket", "events", "polling"],
    shape: ["line", "candles"],
    window: ["1m", "5m", "15m", "1h"],
    shown: ["all", "chosen"],
};
const maxChosen = 500; // as many as a market may have

/** In China, Japan and Korea red is up; elsewhere a pair that everybody can tell apart is the better guess. */
const usualPalette = (language) => /^(zh|ja|ko)\b/i.test(language) ? "red-green" : "blue-orange";

function valid(name, value) {
    if (name === "announce")
        return typeof value === "boolean";
    if (name === "chosen")
        return Array.isArray(value) && value.length <= maxChosen && value.every((each) => typeof each === "string");
    return Object.hasOwn(choices, name) && choices[name].includes(value);
}

/**
 * What a person has chosen on this page. It is kept by the browser if that lets us (a private window, or a setting, may
 * refuse: then it lasts as long as the page), and what is kept there and makes no sense counts as not chosen.
 */
export class Preferences {
    #storage;
    #values;

    /** `storage` gives localStorage, whose very mention may throw. */
    constructor(storage = () => window.localStorage, language = navigator.language) {
        this.#storage = storage;
        this.#values = {
            theme: "system", palette: usualPalette(language), language: "", way: "socketio", shape: "line",
            window: "1m", shown: "all", announce: true, chosen: [],
        };
        try {
            for (const [name, value] of Object.entries(JSON.parse(storage().getItem(key)) ?? {})) {
                if (valid(name, value))
                    this.#values[name] = value;
            }
        } catch {
            // Nothing is kept, then.
        }
    }

    get(name) {
        return this.#values[name];
    }

    set(name, value) {
        if (!valid(name, value))
            return;
        this.#values[name] = value;
        try {
            this.#storage().setItem(key, JSON.stringify(this.#values));
        } catch {
            // Refused or full: it holds for this page alone.
        }
    }
}
