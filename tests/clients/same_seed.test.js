// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The same seed gives the same history, byte for byte but for the name of the tape, however fast and by what way its
// ticks are made.
import assert from "node:assert/strict";
import { Agent, request } from "node:http";
import { after, test } from "node:test";
import { finish, startTicker, until } from "../lib/ticker.js";

const seed = "20261123";
const wantedTicks = 10_000;

after(() => finish());

/** One request over a connection that is kept: the text of the answer. */
function ask(ticker, agent, path, body) {
    const options = body === undefined ? { agent } : {
        agent, method: "POST", headers: { "Content-Type": "application/json" },
    };
    return new Promise((resolve, reject) => {
        request(new URL(path, ticker.url), options, (reply) => {
            let text = "";
            reply.setEncoding("utf8").on("data", (part) => { text += part; });
            reply.on("end", () => reply.statusCode === 200 ? resolve(text) : reject(new Error(text)));
        }).on("error", reject).end(body && JSON.stringify(body));
    });
}

/**
 * What history says of every instrument, as it came: { "SLOTH": text }. Of one that seldom trades as many trades are
 * asked for as there surely were in the ticks that all runs have.
 */
async function histories(ticker, agent) {
    const { instruments } = JSON.parse(await ask(ticker, agent, "/api/instruments"));
    const texts = {};
    for (const { symbol, activity } of instruments) {
        const limit = activity === 1 ? wantedTicks : Math.floor(0.9 * activity * wantedTicks);
        const text = await ask(ticker, agent, `/api/history?symbol=${symbol}&from=1&limit=${limit}`);
        texts[symbol] = text.replace(/"tape":"\w+",/, "");
        const { ticks } = JSON.parse(texts[symbol]);
        assert.equal(ticks.length, limit, symbol);
        assert.ok(ticks.at(-1).seq <= wantedTicks, symbol);
    }
    return texts;
}

/** Runs a server until it has made enough ticks, by whatever is done to it, and gives its histories. */
async function played(args, play, ownSeed = seed) {
    const ticker = await startTicker(["--seed", ownSeed, ...args]);
    const agent = new Agent({ keepAlive: true });
    const control = async (body) => JSON.parse(await ask(ticker, agent, "/api/control", body));
    const seq = async () => JSON.parse(await ask(ticker, agent, "/api/status")).seq;
    await play(control, seq);
    await until(async () => await seq() >= wantedTicks, `${wantedTicks} ticks`, 60_000, 50);
    const texts = await histories(ticker, agent);
    agent.destroy();
    await ticker.stop();
    return texts;
}

const atRate = (rate, ownSeed) => played(["--rate", String(rate)], () => {}, ownSeed);
let fast;

test("at 1,000 ticks a second as at 10,000", { timeout: 120_000 }, async () => {
    fast = await atRate(10_000);
    assert.deepEqual(await atRate(1000), fast);
});

test("with single ticks, pauses and changes of the rate", { timeout: 120_000 }, async () => {
    const texts = await played(["--interval", "100000"], async (control, seq) => {
        await control({ action: "pause" });
        for (let i = 0; i < 1000; ++i)
            await control({ action: "tick" });
        assert.ok(await seq() >= 1000);
        for (const rate of [300, 5000, 10_000]) {
            await control({ action: "rate", value: rate });
            const { seq: before } = await control({ action: "play" });
            await until(async () => await seq() > before + 200, "200 ticks");
            await control({ action: "tick" });
            await control({ action: "pause" });
            await control({ action: "tick" });
        }
        await control({ action: "play" });
    });
    assert.deepEqual(texts, fast);
});

test("begun again in a running server", { timeout: 120_000 }, async () => {
    const texts = await played(["--rate", "10000"], async (control, seq) => {
        await until(async () => await seq() > 500, "500 ticks");
        await control({ action: "crash", value: 0.5 });
        assert.ok((await control({ action: "seed", value: seed })).seq < 500);
    }, "1");
    assert.deepEqual(texts, fast);
});

test("another seed gives another history", { timeout: 120_000 }, async () => {
    const other = await atRate(10_000, "20261124");
    for (const [symbol, text] of Object.entries(other))
        assert.notDeepEqual(JSON.parse(text).ticks, JSON.parse(fast[symbol]).ticks, symbol);
});
