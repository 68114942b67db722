// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * How many event streams the tabs of this origin hold. Over HTTP/1.1 a browser opens six connections to a server, and
 * the seventh stream waits without a word. Each stream is a shared lock, which the browser ends with its tab, however
 * that ends. Browsers have locks at localhost only, not at an address of the network.
 */

const name = "tickertray.stream";

/** Connections that a browser opens to one server. */
export const mostStreams = 6;

export class Streams {
    #locks;
    #release = null;

    constructor(locks = navigator.locks) {
        this.#locks = locks;
    }

    /** Whether this tab holds one. */
    hold(isHeld) {
        if (!isHeld) {
            this.#release?.();
            this.#release = null;
        } else if (this.#locks && !this.#release) {
            const held = new Promise((resolve) => { this.#release = resolve; });
            this.#locks.request(name, { mode: "shared" }, () => held);
        }
    }

    /** Whether those of all tabs leave no connection to this server. */
    async isFull() {
        const held = (await this.#locks?.query())?.held ?? [];
        return held.filter((lock) => lock.name === name).length >= mostStreams;
    }
}
