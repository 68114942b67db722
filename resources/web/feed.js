// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { io } from "./socket.io/socket.io.esm.min.js";

const firstDelayMs = 1000;
const longestDelayMs = 5000;

/**
 * The connection to the server. It waits and tries again by itself, because Socket.IO's own way of doing so does not
 * tell how long it will wait, and the page wants to say it. A state is one of
 *   { kind: "connecting" }               the first try
 *   { kind: "connected", transport }     "websocket" or "polling"
 *   { kind: "waiting", until, attempt, reason }
 *   { kind: "reconnecting", attempt }
 *   { kind: "disconnected", reason }     the server wants us to stay away; only the user tries again
 */
export class Feed {
    #onState;
    #attempt = 0;
    #timer = 0;
    #socket = io({ autoConnect: false, reconnection: false, timeout: 5000 });
    #state = { kind: "idle" };

    constructor({ onTick, onState }) {
        this.#onState = onState;
        this.#socket.on("stock price update", onTick);
        this.#socket.on("connect", () => this.#connected());
        this.#socket.on("disconnect", (reason) => this.#lost(reason));
        this.#socket.on("connect_error", (error) => {
            // An error that carries data, or leaves the connection open, is the server's "no".
            if (this.#socket.io.engine?.readyState === "open")
                this.#set({ kind: "disconnected", reason: error.message });
            else
                this.#wait("unreachable");
        });
    }

    /** Tries at once, unless a try is under way or has succeeded. */
    connectNow() {
        if (!["idle", "waiting", "disconnected"].includes(this.#state.kind))
            return;
        clearTimeout(this.#timer);
        this.#set(this.#attempt === 0 ? { kind: "connecting" } : { kind: "reconnecting", attempt: this.#attempt });
        this.#socket.connect();
    }

    #connected() {
        this.#attempt = 0;
        const { engine } = this.#socket.io;
        const tell = () => this.#set({ kind: "connected", transport: engine.transport.name });
        tell();
        if (engine.transport.name === "polling")
            engine.once("upgrade", tell);
    }

    #lost(reason) {
        if (reason === "io server disconnect")
            this.#set({ kind: "disconnected", reason });
        else
            this.#wait(reason);
    }

    #wait(reason) {
        this.#attempt += 1;
        // Spread, so that many pages don't all come back at the same moment.
        const delay = Math.min(firstDelayMs * 1.5 ** (this.#attempt - 1), longestDelayMs) * (0.75 + Math.random() / 2);
        this.#set({ kind: "waiting", until: performance.now() + delay, attempt: this.#attempt, reason });
        this.#timer = setTimeout(() => this.connectNow(), delay);
    }

    #set(state) {
        this.#state = state;
        this.#onState(state);
    }
}
