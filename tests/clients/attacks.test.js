// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What hostile clients send takes little memory, which comes back, and the others get every tick and every answer.
// Takes a minute: each attack goes on for a hundred ticks, against a server of its own.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { mostBytesWhile } from "../lib/attack.js";
import { attacks } from "../lib/attacks.js";
import { joined, listen, moreTicks, terminateAll, watchEveryTick } from "../lib/listener.js";
import { isMemoryTelling, residentBytes } from "../lib/process_figures.js";
import { finish, startTicker, until } from "../lib/ticker.js";

const mebibyte = 1024 * 1024;
const mostGrowth = 64 * mebibyte;
/** Of which the allocator may keep some. */
const mostKept = 24 * mebibyte;

after(() => finish());
afterEach(terminateAll);

for (const attack of attacks) {
    test(attack.name, { timeout: 120_000 }, async (t) => {
        const ticker = await startTicker(["--interval", "20"]);
        const witness = await joined(listen(ticker.url, "the witness"));
        const gotEveryTick = await watchEveryTick(ticker.url, witness);
        await moreTicks(witness, 20);
        const base = await mostBytesWhile(ticker, witness, 20);
        const stop = await attack.start(ticker);
        const most = await mostBytesWhile(ticker, witness, 100).finally(stop);
        t.diagnostic(`the server grew by ${((most - base) / mebibyte).toFixed(1)} MiB`);
        if (isMemoryTelling) {
            assert.ok(most - base <= mostGrowth, `the server grew by ${most - base} bytes`);
            await until(() => residentBytes(ticker) - base <= mostKept,
                () => `the memory to come back; it still has ${residentBytes(ticker) - base} bytes more`);
        }
        await gotEveryTick();
        await ticker.stop();
    });
}
