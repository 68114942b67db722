// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cleanEnvironment, temporaryFolder } from "./ticker.js";

/** An environment for startTicker() in which the program finds these settings, as a user would have written them. */
export function environmentWith(settings) {
    const folder = temporaryFolder();
    const place = join(folder, "config", "tickertray");
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, "settings.json"), JSON.stringify({ version: 1, ...settings }));
    return cleanEnvironment(folder);
}
