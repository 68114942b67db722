// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Numbers of files as clients get them: sizes with decimals, large volumes, prices below zero and those of small coins;
// and the same once more from a recording.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { assertReply } from "../lib/contract.js";
import { finish, startTicker, temporaryFolder, until } from "../lib/ticker.js";

const folder = temporaryFolder();
const lines = [
    "time,symbol,price,size", "1,OIL,10.50,123456789012345", "1,BTC,43210.10,0.012", "1,PEPE,0.0000012345,1500",
    "2,OIL,-0.5,5", "2,BTC,43210.20,1.50000000", "3,OIL,-37.63,", "3,BTC,43210.30,0.0123456789",
];
const trades = {
    OIL: ["10.50,\"previous\":10.50,\"size\":123456789012345", "-0.50,\"previous\":10.50,\"size\":5",
        "-37.63,\"previous\":-0.50,\"size\":1"],
    BTC: ["43210.10,\"previous\":43210.10,\"size\":0.012", "43210.20,\"previous\":43210.10,\"size\":1.5",
        "43210.30,\"previous\":43210.20,\"size\":0.01234568"],
    PEPE: ["0.0000012345,\"previous\":0.0000012345,\"size\":1500"],
};
const volumes = { OIL: "123456789012351", BTC: "1.52434568", PEPE: "1500" };

after(() => finish());

/** Plays a file to its end; gives the texts of what its clients are told, as they are documented. */
async function told(file, args = []) {
    const ticker = await startTicker(["--replay", file, "--speed", "1000", ...args]);
    const ask = async (path, query = "") => {
        const reply = await fetch(new URL(path + query, ticker.url));
        const body = await reply.text();
        return { body, value: assertReply(path, "get", { status: reply.status, headers: reply.headers, body }) };
    };
    await until(async () => (await ask("/api/status")).value.replay.ended, "the end of the file");
    const { value: { instruments } } = await ask("/api/instruments");
    const result = { sizeDecimals: {}, histories: {}, volumes: {}, quotes: (await ask("/api/quotes")).body };
    for (const { symbol, sizeDecimals } of instruments) {
        result.sizeDecimals[symbol] = sizeDecimals;
        const { body } = await ask("/api/history", `?symbol=${symbol}&from=1`);
        result.histories[symbol] = [...body.matchAll(/"price":([^}]*)\}/g)].map(([, text]) => text);
        const candles = (await ask("/api/candles", `?symbol=${symbol}&interval=1d`)).body;
        result.volumes[symbol] = /"volume":([^,]*),/.exec(candles)[1];
    }
    await ticker.stop();
    return result;
}

test("the numbers of a file, and of its recording", { timeout: 60_000 }, async () => {
    const file = join(folder, "numbers.csv");
    const recording = join(folder, "recording.csv");
    writeFileSync(file, `${lines.join("\n")}\n`);
    const first = await told(file, ["--record", recording]);
    assert.deepEqual(first.histories, trades);
    assert.deepEqual(first.sizeDecimals, { OIL: 0, BTC: 8, PEPE: 0 });
    if (new Date().getUTCHours() > 0) // else a day may have begun meanwhile
        assert.deepEqual(first.volumes, volumes);
    assert.ok(first.quotes.includes(`"symbol":"OIL","price":${trades.OIL[2]},"open":10.50,"high":10.50,"low":-37.63`));
    const again = await told(recording);
    assert.deepEqual(again.histories, first.histories);
    assert.deepEqual(again.sizeDecimals, first.sizeDecimals);
});
