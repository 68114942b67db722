// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The interface for programs that ask: each answer beside what the OpenAPI document promises.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { get as httpGet } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Validator } from "@seriousme/openapi-schema-validator";
import {
    assertExamples, assertReply, assertRequest, documentedResponses, messagesText, openApi, openApiText,
} from "../lib/contract.js";
import { finish, startTicker, until } from "../lib/ticker.js";

let ticker;
before(async () => { ticker = await startTicker(["--interval", "5", "--seed", "42"]); });
after(() => finish(ticker));

const methods = ["get", "post"];
/** Each documented operation: [path, method, operation]. */
const operations = Object.entries(openApi.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => [path, method, item[method]]));

/** What was seen of each path, as "get /api/quote 200". */
const seen = new Set();

/** An answer, which is as documented: { status, headers, body, value }. */
async function api(path, { query = "", of = path, base = ticker.url, ...options } = {}) {
    const method = (options.method ?? "GET").toLowerCase();
    const reply = await fetch(new URL(path + query, base), options);
    const result = { status: reply.status, headers: reply.headers, body: await reply.text() };
    const shown = methods.includes(method) && openApi.paths[of][method] ? method : Object.keys(openApi.paths[of]).find(
        (name) => methods.includes(name));
    result.value = assertReply(of, shown, result);
    seen.add(`${shown} ${of} ${result.status}`);
    return result;
}

const control = (body, base = ticker.url) => {
    assertRequest("/api/control", body);
    return api("/api/control", {
        base, method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" },
    });
};
const seqOf = async (base = ticker.url) => (await api("/api/status", { base })).value.seq;

/** An answer that does not end: its head, and the first of its body. */
async function beginning(path, end = /./) {
    const abort = new AbortController();
    const reply = await fetch(new URL(path, ticker.url), { signal: abort.signal });
    const reader = reply.body.getReader();
    let body = "";
    while (!end.test(body))
        body += Buffer.from((await reader.read()).value).toString();
    abort.abort();
    return { status: reply.status, headers: reply.headers, body };
}

/** The answer to a handshake that is as good as any. */
function handshake(path) {
    const headers = {
        Connection: "Upgrade", Upgrade: "websocket",
        "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    };
    return new Promise((resolve, reject) => {
        httpGet(new URL(path, ticker.url), { headers })
            .on("upgrade", (reply, socket) => {
                socket.destroy();
                resolve({ status: reply.statusCode, headers: { get: () => null }, body: "" });
            })
            .on("response", (reply) => reject(new Error(`${path}: ${reply.statusCode}`)))
            .on("error", reject);
    });
}

test("the document is OpenAPI 3.1, and its examples are what it describes", async () => {
    const result = await new Validator().validate(openApi);
    assert.ok(result.valid, JSON.stringify(result.errors));
    for (const [path, method] of operations)
        documentedResponses(path, method).forEach(assertExamples);
    const { examples } = openApi.paths["/api/control"].post.requestBody.content["application/json"];
    for (const { value } of Object.values(examples))
        assertRequest("/api/control", value);
});

test("the server gives out both documents as they are, and of its own version", async () => {
    assert.equal((await api("/api/openapi.json")).body, openApiText);
    assert.equal((await api("/api/messages.schema.json")).body, messagesText);
    assert.equal((await api("/api/status")).value.version, openApi.info.version);
});

test("every route of the server is described", () => {
    const sources = ["ticker/ticker_server.cpp", "api/api_routes.cpp"].map((name) =>
        readFileSync(new URL(`../../app/server/${name}`, import.meta.url), "utf8")).join("");
    const routes = new Set([...sources.matchAll(/"(\/(?:api|company|events|socket\.io|ws)\b[^"]*)"/g)].map(([, path]) =>
        path.replace("<arg>", "")));
    assert.ok(routes.size >= operations.length - 2, `only ${[...routes]}`);
    const described = new Set(Object.keys(openApi.paths).map((path) => path.replace(/\{.*\}/, "")));
    assert.deepEqual([...routes].sort(), [...described].sort());
});

test("answers to good and to bad parameters are as described", { timeout: 60_000 }, async () => {
    await until(async () => await seqOf() > 200, "200 ticks");
    const good = {
        "/api/status": [""],
        "/api/time": ["", "?a"],
        "/api/lanes": ["", "?names=mine", "?names=mine,another-one,A_b.9"],
        "/api/openapi.json": [""],
        "/api/messages.schema.json": ["?a=b"],
        "/api/instruments": [""],
        "/api/quote": ["", "?symbol=SLOTH", "?symbol=%41CME&unknown=1", "?symbol=%20ACME%20",
            "?fields=bid,ask,bidSize,askSize,side,id", "?fields=", "?fields=BID&fields=side"],
        "/api/book": ["", "?symbol=SLOTH&depth=1", "?depth=500"],
        "/api/quotes": ["", "?symbols=*", "?symbols=ACME,SLOTH", "?symbols=", "?symbols=,ACME,,%20SLOTH+,",
            "?symbols=ACME,*", "?symbols=ACME&symbols=SLOTH"],
        "/api/history": ["", "?symbol=TEAPOT&from=1&limit=10&times=1", "?limit=10000", "?times=true&from=190",
            "?from=18446744073709551615", "?times=0", "?from=0", "?from=-1&times=1", "?from=-9007199254740991"],
        "/api/candles": ["", ...["1s", "5s", "15s", "30s", "1m", "5m", "15m", "30m", "1h", "4h", "1d"].map(
            (interval) => `?symbol=DUCKY&interval=${interval}&limit=1000`)],
    };
    const bad = {
        "/api/lanes": { 400: ["?names=", "?names=mine,", "?names=a%20b", `?names=${"x".repeat(65)}`] },
        "/api/quote": {
            400: ["?symbol=ACME&symbol=SLOTH", "?fields=bids", "?fields=bid,,offer"],
            404: ["?symbol=NOPE", "?symbol=", "?symbol=acme", `?symbol=${"x".repeat(5000)}`, "?symbol=%00"],
        },
        "/api/book": {
            400: ["?depth=0", "?depth=501", "?depth=10000", "?depth=", "?depth=1.5", "?depth=-1", "?depth=all"],
            404: ["?symbol=NOPE"],
        },
        "/api/quotes": { 400: ["?a=1&a=2", "?fields=price"], 404: ["?symbols=ACME,NOPE", "?symbols=%E0%A4%A"] },
        "/api/history": {
            400: ["?from=-", "?from=--1", "?from=-1.5", "?from=-9007199254740992", "?from=1.5", "?from=", "?limit=0",
                "?limit=10001", "?limit=many", "?times=2", "?from=18446744073709551616"],
            404: ["?symbol=NOPE"],
        },
        "/api/candles": {
            400: ["?interval=2m", "?interval=", "?interval=1M", "?limit=0", "?limit=1001"],
            404: ["?symbol=NOPE&interval=2m"],
        },
    };
    assert.equal((await api("/api/time", { query: "?lane=mine" })).status, 200); // so there is one
    for (const [path, queries] of Object.entries(good)) {
        for (const query of queries) {
            assert.equal((await api(path, { query })).status, 200, path + query);
            assert.equal((await api(`${path}/`, { query, of: path })).status, 200, `${path}/${query}`);
            const head = await fetch(new URL(path + query, ticker.url), { method: "HEAD" });
            assert.deepEqual([head.status, await head.text()], [200, ""], `HEAD ${path}${query}`);
        }
        for (const method of ["POST", "PUT", "DELETE"])
            assert.equal((await api(path, { method })).status, 405, `${method} ${path}`);
    }
    for (const [path, byStatus] of Object.entries(bad)) {
        for (const [status, queries] of Object.entries(byStatus)) {
            for (const query of queries)
                assert.equal((await api(path, { query })).status, Number(status), path + query.slice(0, 100));
        }
    }
});

test("what parameters ask for is what comes", { timeout: 60_000 }, async () => {
    await until(async () => await seqOf() > 200, "200 ticks");
    const { instruments } = (await api("/api/instruments")).value;
    const all = instruments.map(({ symbol }) => symbol);
    assert.equal((await api("/api/quote")).value.symbol, all[0]);
    assert.equal((await api("/api/quote", { query: `?symbol=${all[1]}` })).value.symbol, all[1]);
    const symbolsOf = async (query) => (await api("/api/quotes", { query })).value.quotes.map(({ symbol }) => symbol);
    assert.deepEqual(await symbolsOf(""), all);
    assert.deepEqual(await symbolsOf("?symbols=*"), all);
    assert.deepEqual(await symbolsOf(`?symbols=${all[2]},${all[0]}`), [all[0], all[2]]);
    assert.deepEqual(await symbolsOf(`?symbols=${all[2]}&symbols=${all[0]}`), [all[0], all[2]]);
    assert.deepEqual(await symbolsOf(`?symbols=,${all[2]},%20${all[0]}+,,`), [all[0], all[2]]);

    const history = async (query) => (await api("/api/history", { query })).value.ticks;
    const ticks = await history("?from=10&limit=50&times=1");
    assert.deepEqual(ticks.map(({ seq }) => seq), Array.from({ length: 50 }, (_, i) => 10 + i));
    assert.ok(ticks.every(({ time }) => Math.abs(time - Date.now()) < 60_000));
    assert.ok(ticks.every(({ previous }, i) => i === 0 || previous === ticks[i - 1].price));
    assert.ok((await history("?from=10&limit=50")).every((tick) => !("time" in tick)));
    const newest = await history("?limit=7");
    assert.equal(newest.length, 7);
    assert.ok(newest[0].seq > 190 && newest.every(({ seq }, i) => i === 0 || seq === newest[i - 1].seq + 1));
    assert.deepEqual(await history("?from=18446744073709551615"), []);

    const { candles } = (await api("/api/candles", { query: "?interval=1s&limit=2" })).value;
    assert.ok(candles.length >= 1 && candles.length <= 2);
    for (const { time, open, high, low, close, trades, volume } of candles) {
        assert.equal(time % 1000, 0);
        assert.ok(low <= Math.min(open, close) && high >= Math.max(open, close) && volume >= trades);
    }
});

test("candles are what history adds up to", { timeout: 60_000 }, async () => {
    await until(async () => await seqOf() > 300, "300 ticks");
    await control({ action: "pause" });
    const { ticks } = (await api("/api/history", { query: "?symbol=SLOTH&from=-99999&limit=10000&times=1" })).value;
    const { candles } = (await api("/api/candles", { query: "?symbol=SLOTH&interval=1s&limit=1000" })).value;
    await control({ action: "play" });
    const seconds = new Map();
    for (const tick of ticks)
        seconds.set(secondOf(tick), [...seconds.get(secondOf(tick)) ?? [], tick]);
    assert.ok(seconds.size > 1000);
    assert.deepEqual(candles, [...seconds.values()].map(candleOf).slice(-1000));
});
const secondOf = ({ time }) => time - time % 1000;
const candleOf = (ticks) => ({
    time: secondOf(ticks[0]),
    open: ticks[0].price,
    high: Math.max(...ticks.map(({ price }) => price)),
    low: Math.min(...ticks.map(({ price }) => price)),
    close: ticks.at(-1).price,
    volume: ticks.reduce((sum, { size }) => sum + size, 0),
    trades: ticks.length,
    ...ticks.every(({ generated }) => generated) ? { generated: true } : {},
});

test("steering: every action, and what is no action", { timeout: 60_000 }, async () => {
    const { paused } = (await control({ action: "pause" })).value;
    assert.equal(paused, true);
    const before_ = await seqOf();
    assert.equal((await control({ action: "tick" })).value.seq, before_ + 1);
    assert.equal((await control({ action: "rate", value: 500 })).value.rate, 500);
    for (const action of ["spike", "crash", "burst", "drift", "flat", "halt", "resume"]) {
        for (const symbol of [undefined, "*", "SLOTH"])
            assert.equal((await control({ action, symbol })).status, 200, action);
        assert.equal((await control({ action, symbol: "NOPE" })).status, 409, action);
    }
    assert.equal((await control({ action: "crash", symbol: "ACME", value: 0.5 })).status, 200);
    assert.equal((await control({ action: "seed", value: "18446744073709551615" })).value.seed, "18446744073709551615");
    const again = (await control({ action: "seed", value: 7 })).value;
    assert.deepEqual([again.seed, again.seq, again.paused], ["7", 0, true]);
    const nothing = (await api("/api/quote")).value;
    assert.deepEqual(nothing,
        { symbol: "ACME", price: null, tape: again.tape, seq: 0, time: null, simulated: true });
    assert.deepEqual((await api("/api/quotes")).value.quotes, []);
    assert.equal((await control({ action: "play" })).value.paused, false);

    const post = (body, type) => api("/api/control", { method: "POST", body, headers: { "Content-Type": type } });
    const json = "application/json";
    for (const body of ["", "[]", "{", "null", "{}", "{\"action\":1}", "{\"action\":\"dance\"}",
        "{\"action\":\"rate\"}", "{\"action\":\"rate\",\"value\":\"5\"}", "{\"action\":\"rate\",\"value\":0}",
        "{\"action\":\"seed\",\"value\":-1}", "{\"action\":\"seed\",\"value\":\"1.5\"}", "{\"action\":\"seed\"}",
        "{\"action\":\"spike\",\"value\":11}", "{\"action\":\"spike\",\"symbol\":3}",
        "{\"action\":\"crash\",\"value\":1}", "{\"action\":\"replay\",\"seek\":2}"])
        assert.equal((await post(body, json)).status, 400, body);
    assert.equal((await post("{\"action\":\"play\"}", `${json}; charset=utf-8`)).status, 200);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonx"])
        assert.equal((await post("{\"action\":\"pause\"}", type)).status, 415, type);
    for (const method of ["GET", "PUT", "DELETE"])
        assert.equal((await api("/api/control", { method })).status, 405, method);
    assert.equal((await api("/api/status")).value.paused, false);
});

test("streams, pages and what is no stream are as described", { timeout: 30_000 }, async () => {
    const note = (path, reply) => {
        assertReply(path, "get", reply);
        seen.add(`get ${path} ${reply.status}`);
    };
    for (const path of ["/events?symbols=ACME,SLOTH&max_rate=5", "/events/?symbols=ACME,%20SLOTH,&max_rate=5"]) {
        const stream = await beginning(path);
        assert.match(stream.body, /"symbols":\["ACME","SLOTH"\]/);
        note("/events", stream);
    }
    for (const query of ["?symbols=NOPE", "?max_rate=fast", "?max_rate=-1", "?max_rate=1001"])
        assert.equal((await api("/events", { query })).status, 400, query);
    for (const [query, nearest] of [["?heartbeat=nan", "nan"], ["?max_rate=inf", "inf"]]) {
        const { status, value } = await api("/events", { query });
        assert.equal(status, 400, query);
        assert.match(value.detail, new RegExp(`not: "?${nearest}`));
    }
    // A stream that is resumed waits for what this market lacks.
    const resumed = await beginning("/events?symbols=ACME,GONE&lastEventId=1", /"gone"/);
    assert.match(resumed.body, /"state":"gone","symbols":\["GONE"\]/);
    const anew = await beginning("/events?symbols=ACME,GONE&lastEventId=new", /"gone"/);
    assert.match(anew.body, /^retry: \d+\n\nid: \d+\ndata: \{"type":"snapshot"/);
    for (const query of ["?symbols=gone&lastEventId=1", `?symbols=${"X".repeat(65)}&lastEventId=1`])
        assert.equal((await api("/events", { query })).status, 400, query);
    for (const path of ["/ws", "/ws/"])
        note("/ws", await handshake(path));
    assert.equal((await api("/ws")).status, 426);
    note("/socket.io/", await handshake("/socket.io/?EIO=4&transport=websocket"));
    assert.equal((await api("/socket.io/", { query: "?EIO=4&transport=polling" })).status, 200);
    assert.equal((await api("/socket.io/", { query: "?EIO=9&transport=polling" })).status, 400);

    const library = (name, options = {}) => api(`/socket.io/${name}`, { of: "/socket.io/{file}", ...options });
    for (const name of ["socket.io.js", "socket.io.min.js", "socket.io.esm.min.js", "socket.io.msgpack.min.js"]) {
        const { status, headers } = await library(name);
        assert.equal(status, 200);
        assert.equal((await library(`${name}.map`)).status, 200);
        assert.equal((await library(name, { headers: { "If-None-Match": headers.get("etag") } })).status, 304);
    }
    assert.equal((await library("nothing.js")).status, 404);

    const company = (name) => api(`/company/${name}`, { of: "/company/{name}" });
    for (const name of ["ACME", "acme", "ACME/"]) {
        const { status, body } = await company(name);
        assert.equal(status, 200);
        assert.match(body, /<h1>Acme Rockets/);
    }
    const { status, body } = await company("%3Cscript%3E");
    assert.equal(status, 404);
    assert.match(body, /href="\/company\/ACME"/);
    assert.doesNotMatch(body, /<script/);
});

test("a file that is played", { timeout: 30_000 }, async () => {
    const file = fileURLToPath(new URL("../../resources/examples/ticks.csv", import.meta.url));
    const player = await startTicker(["--replay", file, "--loop", "--speed", "10"]);
    const base = player.url;
    await until(async () => await seqOf(base) > 2, "ticks of the file");
    const { replay, seed } = (await api("/api/status", { base })).value;
    assert.deepEqual([replay.file, replay.speed, replay.loop, seed], ["ticks.csv", 10, true, "0"]);
    for (const path of ["/api/instruments", "/api/quotes", "/api/history", "/api/candles"])
        assert.equal((await api(path, { base })).status, 200);
    const changed = (await control({ action: "replay", speed: 1000, skip_gaps: true, loop: false }, base)).value.replay;
    assert.deepEqual([changed.speed, changed.loop], [1000, false]);
    for (const action of [{ action: "tick" }, { action: "rate", value: 5 }, { action: "seed", value: "1" },
        { action: "crash" }])
        assert.equal((await control(action, base)).status, 409, action.action);
    assert.equal((await control({ action: "pause" }, base)).value.paused, true);
    assert.equal((await control({ action: "replay", seek: 0 }, base)).status, 200);
    assert.equal((await control({ action: "replay", seek: 0.5 })).status, 409);
    await player.stop();
});

/** Documented, and not to be had from this computer alone. */
const unseen = ["post /api/control 403"];

test("entity tags: an answer that is known comes once", { timeout: 30_000 }, async () => {
    await control({ action: "pause" });
    const tagged = operations.filter(([path, method]) =>
        path.startsWith("/api/") && documentedResponses(path, method).some(({ status }) => status === 304));
    assert.deepEqual(tagged.map(([path]) => path), ["/api/instruments", "/api/quote", "/api/book", "/api/quotes",
        "/api/history", "/api/candles", "/api/openapi.json", "/api/messages.schema.json"]);
    const lasting = ["/api/instruments", "/api/openapi.json", "/api/messages.schema.json"];
    for (const [path] of tagged) {
        const ask = (tag) => api(path, { headers: { "If-None-Match": tag } });
        await control({ action: "tick" });
        const tag = (await api(path)).headers.get("etag");
        for (const same of [tag, `W/${tag}`, `"other", ${tag}`, "*"])
            assert.equal((await ask(same)).status, 304, `${path} ${same}`);
        assert.equal((await ask("\"other\"")).status, 200, path);
        await control({ action: "tick" });
        assert.equal((await ask(tag)).status, lasting.includes(path) ? 304 : 200, `${path} after a tick`);
    }
});

test("entity tags: another run of the same seed is another answer", { timeout: 30_000 }, async () => {
    const query = "?from=1&limit=10&times=1";
    const known = new Map();
    for (let run = 0; run < 2; ++run) {
        await control({ action: "pause" });
        await control({ action: "seed", value: "5" });
        if (run === 1)
            await control({ action: "spike", symbol: "ACME", value: 1 });
        await control({ action: "tick" });
        const { headers, body } = await api("/api/history", { query });
        known.set(body, headers.get("etag"));
    }
    assert.equal(known.size, 2);
    assert.equal(new Set(known.values()).size, 2, `both have the tag ${[...known.values()][0]}`);
});

test("all that is documented was seen", () => {
    const documented = operations.flatMap(([path, method]) =>
        documentedResponses(path, method).map(({ status }) => `${method} ${path} ${status}`));
    assert.deepEqual([...seen, ...unseen].sort(), documented.sort());
});
