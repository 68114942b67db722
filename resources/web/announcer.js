// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { write } from "./dom.js";

const announceEveryMs = 10_000; // A screen reader must get to speak of something else.

/** Tells screen readers how things stand, politely and rarely. `place` is a status region that nobody sees. */
export class Announcer {
    #place;
    #at = -Infinity;

    constructor(place) {
        this.#place = place;
    }

    /** Says what `text()` gives, unless something was said lately. */
    speak(now, text) {
        if (now - this.#at < announceEveryMs)
            return;
        this.#at = now;
        write(this.#place, text());
    }

    clear() {
        write(this.#place, "");
    }
}
