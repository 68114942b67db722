// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of the page that need no browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Bars } from "../../resources/web/bars.js";
import { dictionary, reasons } from "../../resources/web/dictionary.js";
import { FlashGate } from "../../resources/web/flash_gate.js";
import { changeOf, decimalsOf, Market } from "../../resources/web/market.js";
import { Preferences } from "../../resources/web/preferences.js";
import { RateMeter } from "../../resources/web/rate_meter.js";
import { ServerClock } from "../../resources/web/server_clock.js";
import { pickLanguage, Words } from "../../resources/web/words.js";

const english = new Words("en");
const german = new Words("de");

test("each state in words", () => {
    const table = [
        [{ kind: "connecting" }, "Connecting"],
        [{ kind: "connected", transport: "websocket" }, "Connected via websocket"],
        [{ kind: "connected", transport: "polling" }, "Connected via long-polling"],
        [{ kind: "paused", transport: "WebSocket" }, "Connected via WebSocket; paused on the server"],
        [{ kind: "stale", transport: "WebSocket", silentMs: 2100 }, "Connected via WebSocket; stale for 2.1 s"],
        [{ kind: "waiting", until: 3500, attempt: 2, reason: "unreachable" },
            "Reconnecting in 3 s (attempt 2): the server can't be reached"],
        [{ kind: "waiting", until: 400, attempt: 1, reason: "odd" }, "Reconnecting in 1 s (attempt 1): odd"],
        [{ kind: "reconnecting", attempt: 4 }, "Reconnecting (attempt 4)"],
        [{ kind: "refused", reason: "There is no instrument." }, "Refused: There is no instrument."],
        [{ kind: "resting" }, "Paused while this tab is hidden"],
    ];
    for (const [state, words] of table)
        assert.equal(english.state(state, 500), words);
    assert.equal(german.state({ kind: "waiting", until: 3500, attempt: 2, reason: "unreachable" }, 500),
        "Neuer Versuch in 3 s (Nr. 2): der Server ist nicht erreichbar");
});

test("both languages say the same things, with the same places in them", () => {
    const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const texts of [dictionary, reasons]) {
        assert.deepEqual(Object.keys(texts.de), Object.keys(texts.en));
        for (const [key, text] of Object.entries(texts.en))
            assert.deepEqual(places(texts.de[key]), places(text), key);
    }
    assert.equal(english.t("nothing of that name"), "nothing of that name");
    assert.equal(english.t("unknown", { symbol: "{symbol}$&" }), "There is no instrument “{symbol}$&” in this market.");
});

test("the language chosen, then the browser's, then English", () => {
    assert.equal(pickLanguage("de", ["en-GB"]), "de");
    assert.equal(pickLanguage("", ["fr", "de-AT", "en"]), "de");
    assert.equal(pickLanguage("", ["fr"]), "en");
    assert.equal(pickLanguage("constructor", []), "en");
});

test("rates in as many digits as can be read", () => {
    const table = [[0, "0"], [0.001, "under 0.01"], [0.01, "0.01"], [0.5, "0.5"], [1, "1.0"], [19.96, "20.0"],
        [99.97, "100"], [998.2, "998"], [9999.6, "10,000"]];
    for (const [rate, words] of table)
        assert.equal(english.rate(rate), words);
    assert.equal(german.rate(19.96), "20,0");
});

test("changes with a sign, and numbers as the language writes them", () => {
    assert.deepEqual([3.5, -3.5, 0, -0.001].map((value) => english.signed(value, 2)),
        ["+3.50", "−3.50", "0.00", "0.00"]);
    assert.deepEqual([0.188, -0.5, 0, null, NaN].map((share) => english.percent(share)),
        ["+18.80%", "−50.00%", "0.00%", "–", "–"]);
    assert.equal(german.percent(-0.0123), "−1,23\u00a0%");
    assert.equal(german.number(1234.5, 2), "1.234,50");
    assert.equal(english.number(-37.63, 2), "−37.63");
    assert.deepEqual([1500, 0.012, 0.00000001].map((size) => english.size(size)), ["1,500", "0.012", "0.00000001"]);
    assert.deepEqual([null, 0, 12.4, 9949, 12_340].map((ms) => english.lag(ms)),
        ["–", "0 ms", "12 ms", "9,949 ms", "12.3 s"]);
});

test("what a screen reader is told", () => {
    const on = { kind: "connected", transport: "websocket" };
    assert.equal(english.announcement(on, null, null, 0), "Connected, no data yet.");
    assert.equal(english.announcement(on, "512", "+12", 20),
        "Price 512. +12 since the opening, 20.0 ticks per second.");
    assert.equal(english.announcement(on, "512", null, 20), "Price 512. 20.0 ticks per second.");
    assert.equal(english.announcement({ kind: "reconnecting", attempt: 1 }, "7", "+1", 0),
        "Connection lost, reconnecting. The last price was 7.");
    assert.equal(english.announcement({ kind: "connecting" }, null, null, 0), "Connecting.");
});

test("decimals by tick size", () => {
    const table = [[1, 0], [0.05, 2], [0.1, 1], [2.5, 1], [1e-7, 7], [5, 0], [0, 0], [-1, 0],
        [undefined, 0], [1e-12, 12], [1e-30, 12]];
    for (const [tickSize, decimals] of table)
        assert.equal(decimalsOf(tickSize), decimals, `${tickSize}`);
});

test("a change since the opening, where there is one", () => {
    assert.deepEqual(changeOf({ price: 15, open: 10 }), { change: 5, share: 0.5 });
    assert.deepEqual(changeOf({ price: 15, open: 0 }), { change: 15, share: null });
    assert.deepEqual(changeOf({ price: -5, open: -10 }), { change: 5, share: 0.5 });
    assert.deepEqual(changeOf({ price: -15, open: 10 }), { change: -25, share: -2.5 });
    assert.deepEqual(changeOf({ price: 15 }), { change: null, share: null });
    assert.deepEqual(changeOf(null), { change: null, share: null });
});

test("the market keeps the newest, and what changed", () => {
    const market = new Market();
    market.begin("A", [{ symbol: "A", name: "Alpha", tickSize: 0.5 }, { symbol: "__proto__", tickSize: 1 }]);
    market.changed.clear();
    market.take({ seq: 7, time: 1000, quotes: [{ symbol: "A", price: 2 }, { symbol: "constructor", price: 1 }] });
    market.take({ seq: 8, time: 1500, quotes: [{ symbol: "__proto__", price: 3 }, { symbol: "A", price: 4 }] });
    assert.deepEqual([...market.changed].map(({ symbol, quote }) => [symbol, quote.price]),
        [["A", 4], ["__proto__", 3]]);
    assert.equal(market.seq, 8);
    assert.equal(market.decimals, 1);
    const { trend } = market.rows.get("A");
    assert.deepEqual([trend.times, trend.opens, trend.closes], [[1000], [2], [4]]);
});

test("the market knows what is halted, and past quotes keep the day's open, high and low", () => {
    const market = new Market();
    market.begin("A", [{ symbol: "A", tickSize: 1 }, { symbol: "B", tickSize: 1 }, { symbol: "C", tickSize: 1 }]);
    const quote = (symbol, price) => ({ symbol, price, previous: 4, size: 1, open: 5, high: 6, low: 4 });
    market.take({ seq: 1, time: 1000, quotes: [quote("A", 5), quote("B", 5)] });
    const halted = () => [...market.rows.values()].filter((row) => row.quote?.state === "halted")
        .map(({ symbol }) => symbol);
    market.changed = new Set();
    market.setHalted(["A", "C", "X"], true);
    assert.deepEqual([halted(), [...market.changed].map(({ symbol }) => symbol)], [["A"], ["A"]]);
    market.setAllHalted(["B"]);
    assert.deepEqual(halted(), ["B"]);
    market.setAllHalted([]);
    assert.deepEqual(halted(), []);
    market.take({ seq: 2, time: 1001, quotes: [{ symbol: "A", price: 9, previous: 5, size: 2 }] });
    const { open, high, low, price } = market.rows.get("A").quote;
    assert.deepEqual([open, high, low, price], [5, 9, 4, 9]);
});

test("bars of an interval, bounded", () => {
    const bars = new Bars(1000, 40);
    for (const [time, price] of [[1200, 5], [1300, 9], [1900, 4], [1999, 6], [1100, 7], [3000, 1]])
        bars.add(time, price);
    assert.deepEqual([bars.times, bars.opens, bars.highs, bars.lows, bars.closes],
        [[1000, 3000], [5, 1], [9, 1], [4, 1], [7, 1]]);
    for (let time = 4000; time < 1_000_000; time += 1000)
        bars.add(time, time);
    assert.ok(bars.length >= 40 && bars.length <= 50, `${bars.length}`);
    assert.equal(bars.closes.length, bars.length);
    assert.equal(bars.times.at(-1), 999_000);
});

test("bars go on when the clock was set back, without those of a time that is yet to come", () => {
    const bars = new Bars(60_000, 40);
    for (const [time, price] of [[0, 1], [60_000, 2], [120_000, 3], [7_200_000, 4], [119_999, 5], [119_990, 6]])
        bars.add(time, price);
    assert.deepEqual([bars.times, bars.opens, bars.closes], [[0, 60_000], [1, 2], [1, 6]]);
    bars.add(-86_400_000, 7);
    assert.deepEqual([bars.times, bars.opens, bars.highs, bars.lows, bars.closes], [[-86_400_000], [7], [7], [7], [7]]);
});

test("however fast prices change, three flashes a second at most", () => {
    for (const everyMs of [1, 16, 50, 130, 250, 399, 400, 1000]) {
        const gate = new FlashGate();
        const beats = new Set();
        const last = [0, 0, 0];
        for (let now = 0; now < 20_000; now += everyMs) {
            const row = Math.floor(now / everyMs) % last.length;
            if (gate.allows(last[row], now))
                beats.add(now);
            last[row] = now;
        }
        for (const beat of beats) {
            const within = [...beats].filter((each) => each >= beat && each < beat + 1000);
            assert.ok(within.length <= 3, `${within} at ${everyMs} ms`);
        }
        assert.equal(beats.size > 0, everyMs * last.length >= 400, `${everyMs} ms: ${beats.size}`);
    }
    const gate = new FlashGate();
    assert.deepEqual([gate.allows(0, 500), gate.allows(0, 500), gate.allows(0, 600)], [true, true, false]);
});

test("the server's clock by the quickest answer", () => {
    const clock = new ServerClock();
    assert.equal(clock.age(5, 10), null);
    clock.add({ time: 2000, sent: 1000, received: 1400 });
    assert.equal(clock.at(1200), 2000);
    clock.add({ time: 1750, sent: 1500, received: 1502 });
    assert.equal(clock.at(1501), 1750);
    assert.equal(clock.age(1740, 1501), 10);
    assert.equal(clock.age(1800, 1501), 0);
    for (let i = 0; i < 20; ++i)
        clock.add({ time: 5000, sent: 1000, received: 1100 });
    assert.equal(clock.at(1050), 5000);
});

test("choices are kept, unless that is refused or they make no sense", () => {
    const kept = new Map();
    const storage = () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) });
    const first = new Preferences(storage, "en");
    first.set("theme", "dark");
    first.set("chosen", ["A"]);
    first.set("theme", "pink");
    first.set("nothing", 1);
    const second = new Preferences(storage, "en");
    assert.deepEqual([second.get("theme"), second.get("chosen"), second.get("announce")], ["dark", ["A"], true]);

    for (const text of ["", "null", "[", "7", "{\"theme\":7,\"chosen\":[1],\"way\":\"pigeon\",\"__proto__\":1}"]) {
        kept.set("tickertray.page", text);
        const odd = new Preferences(storage, "en");
        assert.deepEqual([odd.get("theme"), odd.get("chosen"), odd.get("way")], ["system", [], "socketio"], text);
    }
    const refuse = () => { throw new Error("refused"); };
    const alone = new Preferences(refuse, "ja-JP");
    assert.equal(alone.get("palette"), "red-green");
    alone.set("palette", "blue-orange");
    assert.equal(alone.get("palette"), "blue-orange");
});

/** The rate that is shown after so many ticks at that distance, asked for a little later. */
function steady(intervalMs, ticks, later = 0, from = 123) {
    const meter = new RateMeter();
    let now = from;
    for (let i = 0; i < ticks; ++i, now += intervalMs)
        meter.count(now);
    return meter.rate(now - intervalMs + later);
}

test("a steady rate is measured as it is, fast or slow", () => {
    for (const hertz of [0.01, 0.2, 1, 3, 20, 100, 1000, 10_000])
        for (const from of [0, 123, 999.5, 1e6])
            assert.ok(Math.abs(steady(1000 / hertz, 50_000, 0, from) / hertz - 1) < 0.001, `${hertz} from ${from}`);
    assert.ok(Math.abs(steady(50, 10) - 20) < 0.01, "after few ticks too");
});

test("nothing yet, then silence", () => {
    const meter = new RateMeter();
    assert.equal(meter.rate(10), 0);
    meter.count(20);
    assert.equal(meter.rate(30), 0);
    assert.equal(steady(50, 100, 1000), 1, "a second of silence is at most one tick a second");
    assert.ok(steady(50, 100, 100_000) <= 0.01);
});

test("a change of the rate shows within the window", () => {
    const meter = new RateMeter();
    for (let now = 0; now < 20_000; now += 1000)
        meter.count(now);
    for (let now = 20_000; now < 25_000; now += 50)
        meter.count(now);
    assert.ok(Math.abs(meter.rate(25_000) - 20) < 0.5, `${meter.rate(25_000)}`);
});

/** A module and all that it imports, by their paths within the page. */
function importsOf(name, known = new Set([name])) {
    const file = name.replace(/^uplot/, "node_modules/uplot/dist").replace(/^socket\.io/,
        "node_modules/socket.io-client/dist");
    const text = readFileSync(new URL(`../../resources/web/${file}`, import.meta.url), "utf8");
    for (const [, path] of name.includes("/") ? [] : text.matchAll(/from "\.\/([^"]+)";/g)) {
        if (!known.has(path)) {
            known.add(path);
            importsOf(path, known);
        }
    }
    return known;
}

test("the document names all that the first price needs, which else would be found one after the other", () => {
    const text = readFileSync(new URL("../../resources/web/index.html", import.meta.url), "utf8");
    const named = [...text.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, path]) => path);
    const needed = importsOf("first.js");
    needed.delete("first.js");
    assert.deepEqual(named.sort(), [...needed].sort());
    assert.ok(!named.some((name) => name.includes("/")), "no library");
});
