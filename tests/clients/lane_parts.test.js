// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The parts of the page that compares which need no browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { laneKinds, percentile } from "../../resources/web/lane.js";
import { csvOf } from "../../resources/web/lane_export.js";
import { LaneWords } from "../../resources/web/lane_text.js";
import { laneTexts } from "../../resources/web/lane_words.js";
import { lessonTexts } from "../../resources/web/lesson_words.js";
import { lessons } from "../../resources/web/lessons.js";

const words = new LaneWords("en");
const german = new LaneWords("de");

/** What a lane has measured in a minute, unless told otherwise. */
const lane = (id, figures = {}) => ({
    kind: laneKinds.find((kind) => kind.id === id),
    figures: {
        requests: 60, news: 19, nothing: 41, up: 6000, down: 6000, age50: 500, age95: 950, age: 500, ticks: 60,
        missed: 0, gap: 1000, elapsed: 60_000, ...figures,
    },
});

test("percentiles", () => {
    assert.equal(percentile([], 0.5), null);
    assert.equal(percentile([7], 0.95), 7);
    assert.equal(percentile(Array.from({ length: 100 }, (_, i) => 99 - i), 0.95), 95);
    assert.equal(percentile([3, 1, 2], 0.5), 2);
});

test("figures with their units", () => {
    for (const [value, text] of [[null, "–"], [0, "0 B"], [999, "999 B"], [1000, "1.0 kB"], [12_345, "12.3 kB"],
        [123_456, "123 kB"], [1e6, "1.0 MB"], [5e12, "5,000 GB"]])
        assert.equal(words.bytes(value), text);
    for (const [value, text] of [[null, "–"], [0, "0.0 ms"], [9.9, "9.9 ms"], [10, "10 ms"], [999, "999 ms"],
        [999.7, "1.00 s"], [1234, "1.23 s"], [60_000, "60 s"]])
        assert.equal(words.duration(value), text);
    assert.equal(german.duration(1234), "1,23 s");
    assert.equal(words.pace(60_000), "every 60 s");
    assert.equal(words.pace(50), "20 times a second");
});

test("a lane in plain words", () => {
    assert.equal(words.sentence(lane("poll", { elapsed: 30_000, requests: 30, nothing: 20, age: 512 })),
        "Short polling: 60 requests a minute, 40 of them empty; 24.0 kB a minute; the price is 512 ms old on average.");
    assert.equal(words.sentence(lane("events", { requests: 1, news: 60, up: 500, down: 1500 })),
        "Server-sent events: 1 request in total, then 60 updates a minute; 2.0 kB a minute; the price is 500 ms old "
        + "on average.");
    assert.match(words.sentence(lane("websocket", { requests: 1200 })), /^WebSocket: 1,200 requests in total/);
});

test("what lanes say together, with the cases in which polling wins", () => {
    const push = lane("websocket", { requests: 1, up: 500, down: 1500 });
    const say = (lanes, tickMs = 1000) => words.verdict(lanes, tickMs).join(" ");
    for (const one of [[], [lane("poll")], [push], [lane("long"), push]])
        assert.match(say(one), /^Switch on/);
    assert.match(say([lane("poll", { elapsed: 4000 }), push]), /^Measuring/);
    assert.match(say([lane("poll", { age: null }), push]), /^Measuring/);
    assert.match(say([lane("poll"), lane("events", { up: null })]), /^Measuring/);
    assert.equal(say([lane("poll", { age: 1000 }), push]),
        "Push shows the price 500 ms earlier than polling, with 17 % of the bytes.");
    assert.equal(say([lane("poll", { age: 550 }), push]),
        "Polling this often makes the price nearly as fresh as push does (50 ms older), with 6.0 times the bytes.");
    assert.match(say([lane("poll", { age: 550, missed: 1140, ticks: 1200 }), lane("websocket", { down: 60_000 })], 50),
        /^Here polling needs fewer bytes: 18 % of what push needs\. .* Polling misses 1,140 of 1,200 ticks/);
    assert.match(say([lane("poll"), push], 60_000), /^The price changes so rarely/);
    // The thriftiest of each kind is compared.
    assert.equal(say([lane("poll", { up: 60_000 }), lane("conditional", { age: 1000 }), push, lane("events")]),
        "Push shows the price 500 ms earlier than polling, with 17 % of the bytes.");
});

test("the table for a spreadsheet", () => {
    const text = csvOf([lane("poll", { age50: 0.12345, nothing: null }), lane("socketio")], words);
    const [head, first, second, ...rest] = text.split("\r\n");
    assert.deepEqual(rest, [""]);
    assert.equal(head, '"Method","Requests","Updates","Empty","Bytes up (B)","Bytes down (B)","Age, median (ms)",'
        + '"Age, 95\u00a0% (ms)","Ticks missed","Longest gap (ms)"');
    assert.equal(first, '"Short polling",60,19,,6000,6000,0.123,950,0,1000');
    assert.ok(second.startsWith('"Socket.IO",60,19,41,'));
    assert.ok(csvOf([lane("poll", { age50: 0.5 })], german).includes(",0.5,"), "plain numbers in every language");
});

test("both languages say the same, with the same places in them", () => {
    const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
    assert.deepEqual(Object.keys(laneTexts.de), Object.keys(laneTexts.en));
    for (const [key, text] of Object.entries(laneTexts.en))
        assert.deepEqual(places(laneTexts.de[key]), places(text), key);
    const shape = (texts) => Object.fromEntries(Object.entries(texts).map(([id, lesson]) =>
        [id, Object.entries(lesson).map(([key, value]) => [key, Array.isArray(value) ? value.length : typeof value])]));
    assert.deepEqual(shape(lessonTexts.de), shape(lessonTexts.en));
    assert.deepEqual(Object.keys(lessonTexts.en), lessons.map(({ id }) => id));
    const ids = laneKinds.map(({ id }) => id);
    for (const { lanes } of lessons)
        assert.deepEqual(lanes.filter((id) => !ids.includes(id)), []);
});
