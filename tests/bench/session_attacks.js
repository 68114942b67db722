// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Attacks with more sessions, connections and unread data than anybody needs, each as attackBy() makes it.
import { fileURLToPath } from "node:url";
import { attackBy } from "../lib/attack.js";

const program = fileURLToPath(new URL("session_attacker.js", import.meta.url));

/** `prefix` is put before the command, to run it somewhere else. */
export const attack = (name, how, prefix) => attackBy(program, name, how, prefix);

export const attacks = [
    attack("sessions without end over one connection", { what: "openSessions", agentBytes: 0, tellAfter: 12_000 }),
    attack("the same with user agents of 15 kB", { what: "openSessions", agentBytes: 15_000, tellAfter: 12_000 }),
    attack("a thousand sessions that subscribe and do not read",
        { what: "subscribeUnread", sessions: 1000, subscriptions: 20 }),
    attack("the halves of 10,010 heads", { what: "halfHeads", connections: 10_010 }),
];
