// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The few ways in which the page writes to its document. What comes from the server is only ever written as a text.

export const element = (id) => document.getElementById(id);

/** Only a text that has changed is written: the rest is left alone, by layout and by screen readers. */
export function write(target, text) {
    if (target.textContent !== text)
        target.textContent = text;
}

export function setAttribute(target, name, value) {
    if (target.getAttribute(name) !== value)
        target.setAttribute(name, value);
}

/** A new element with attributes and what is in it: elements and texts. */
export function make(tag, attributes = {}, ...content) {
    const result = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
        result.setAttribute(name, value);
    result.append(...content);
    return result;
}

/** A change for the eye: sign, arrow and (by data-direction) colour. */
export function writeDirection(target, value) {
    setAttribute(target, "data-direction", value > 0 ? "up" : value < 0 ? "down" : "none");
}

/** The symbol in the address, "#/ACME": empty if it has none, null where it is a place within the page. */
export function symbolIn(hash) {
    const [whole, text] = /^#\/(.*)$/.exec(hash) ?? [hash, ""];
    if (whole !== "" && !whole.startsWith("#/"))
        return null;
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}

export const addressOf = (symbol) => `#/${encodeURIComponent(symbol)}`;
