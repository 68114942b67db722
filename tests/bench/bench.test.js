// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// That the benchmark counts rightly: its programs for a second, and what is made of their figures.
// Takes 20 s: each program of the benchmark runs for a second or two.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { WebSocketServer } from "ws";
import { attacks } from "../lib/attacks.js";
import { isMemoryTelling } from "../lib/process_figures.js";
import { attackRows, measureAttacks } from "./attack_figures.js";
import { runLoad, startServer } from "./children.js";
import { fileKinds, fileRows, measureFiles, worstOfFiles } from "./file_figures.js";
import { figuresOf, makeFigures, median, quantile } from "./figures.js";
import { bounds, judge } from "./judge.js";
import { measureHistory, measurePast, measureRequests, readWrk, writeMarket } from "./market_figures.js";
import { makePlan } from "./plan.js";
import { plot } from "./plot.js";
import { makeServers } from "./servers.js";
import { judgedRows, makeTable, markdown } from "./table.js";

const programs = process.env.BENCH_PROGRAMS;
const load = join(programs, "bench_load");
const servers = makeServers({ tickertray: process.env.TICKERTRAY, programs });
const short = { clients: 10, rate: 50, seconds: 1, "warm-up": 0.1 };

async function measure(name, options, given = {}) {
    const server = await startServer(servers[name].command(options.rate, given));
    try {
        return await runLoad(load, server, { ...options, mode: servers[name].mode });
    } finally {
        await server.stop();
    }
}

function assertComplete(result, { clients, rate }, textBytes) {
    const { ticks } = result;
    assert.equal(result.error, undefined);
    assert.equal(ticks.least, ticks.most);
    assert.equal(ticks.total, clients * ticks.least);
    assert.equal(ticks.textBytes, ticks.total * textBytes);
    const most = rate * result.elapsedMs / 1000 + 2;
    assert.ok(ticks.least <= most && ticks.least > most / 2, JSON.stringify(result)); // a busy machine is late
    assert.equal(result.lost, 0);
    assert.equal(result.mismatches, 0);
    assert.equal(result.spreadsUs.length, ticks.least);
    assert.ok(result.spreadsUs.every((spread) => spread > 0));
    assert.ok(result.machineCpuMs >= 0);
    assert.ok(result.serverCpuMs > 0 && result.serverCpuMs < result.elapsedMs);
    assert.ok(result.intervalMs.p1 <= result.intervalMs.p50 && result.intervalMs.p50 <= result.intervalMs.p99);
}

test("every tick of the floor is counted, over Socket.IO", async () => {
    const result = await measure("floor", short);
    assertComplete(result, short, '42["stock price update",100]'.length);
    assert.equal(result.pings, 0);
});

test("every tick of the floor is counted, over WebSocket and in long frames", async () => {
    const textBytes = 300;
    assertComplete(await measure("floorWebSocket", short, { textBytes }), short, textBytes);
});

test("pings come each second and are answered", async () => {
    const options = { ...short, seconds: 2 };
    const result = await measure("floor", options, { heartbeats: true });
    assert.ok(result.pings >= 1 * options.clients && result.pings <= 3 * options.clients, JSON.stringify(result));
    assert.equal(result.lost, 0);
});

test("npm's servers and the program are understood", async () => {
    for (const name of ["ours", "socketio", "ws"]) {
        const result = await measure(name, short);
        assert.equal(result.error, undefined, name);
        assert.equal(result.lost, 0, name);
        assert.ok(result.ticks.least > 0, name);
    }
});

test("a market of many instruments is counted, with the same subscription and with different ones", async () => {
    const instruments = 50;
    const market = writeMarket(instruments);
    try {
        const all = await measure("oursWebSocket", { ...short, symbol: "*" }, { market: market.file });
        assertComplete(all, short, all.ticks.textBytes / all.ticks.total);
        assert.ok(all.ticks.textBytes / all.ticks.total > 80 * instruments, "all of them trade with each tick");
        const options = { ...short, clients: 60, different: 2, instruments };
        const own = await measure("oursWebSocket", options, { market: market.file });
        assert.equal(own.error, undefined);
        assert.equal(own.lost, 0);
        assert.ok(own.mismatches > 0, "they get different ticks");
        assert.equal(own.ticks.total, options.clients * own.ticks.least);
        assert.ok(own.ticks.textBytes / own.ticks.total < 300, "two instruments each");
    } finally {
        market.remove();
    }
});

test("requests and the history's memory are measured", async () => {
    const requests = await measureRequests(servers, { seconds: 1, connections: 4 });
    assert.ok(requests.perSecond > 100 && requests.p99Ms > 0, JSON.stringify(requests));
    const few = await measureHistory(servers, { ticks: 1000 });
    const many = await measureHistory(servers, { ticks: 50_000 });
    const pasts = await measurePast(servers, { rounds: 2 });
    assert.ok(pasts.length === 2 && pasts.every((ms) => ms > 0), `${pasts}`);
    assert.ok(many.megabytes > few.megabytes + 3, `${few.megabytes} and ${many.megabytes} MB`);
});

test("wrk is understood", () => {
    const text = ["Running 1s test @ http://127.0.0.1:8000/", "  Latency Distribution", "     50%  812.00us",
        "     99%    5.25ms", "  31234 requests in 1.00s, 9.00MB read", "Requests/sec:  31199.41"].join("\n");
    assert.deepEqual(readWrk(text), { perSecond: 31199.41, p99Ms: 5.25, failed: 0 });
    const troubles = "\n  Non-2xx or 3xx responses: 7\n  Socket errors: connect 1, read 2, write 3, timeout 4";
    assert.equal(readWrk(text + troubles).failed, 17);
    assert.equal(readWrk(text.replace("5.25ms", "250.00us")).p99Ms, 0.25);
    assert.throws(() => readWrk("unable to connect"), /unable to connect/);
});

test("what is used without a client is measured too", async () => {
    const result = await measure("floor", { ...short, clients: 0 });
    assert.equal(result.error, undefined);
    assert.equal(result.ticks.total, 0);
    assert.ok(result.elapsedMs >= 1000);
});

/** Sends ticks to clients by `write(socket, index, client)`, where socket is the bare one: { port, pid, stop() }. */
async function startOddServer(write) {
    const server = createServer();
    const wss = new WebSocketServer({ server });
    const sockets = [];
    wss.on("connection", (_, request) => sockets.push(request.socket.setNoDelay(true)));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    let index = 0;
    const timer = setInterval(() => {
        ++index;
        sockets.forEach((socket, client) => write(socket, index, client));
    }, 1000 / short.rate);
    return {
        pid: process.pid,
        port: server.address().port,
        stop() {
            clearInterval(timer);
            for (const socket of sockets)
                socket.destroy();
            server.close();
        },
    };
}

function tickFrame(index) {
    const text = JSON.stringify({ type: "tick", index });
    return Buffer.from([0x81, text.length, ...Buffer.from(text)]);
}

async function measureOdd(write) {
    const server = await startOddServer(write);
    try {
        return await runLoad(load, server, { ...short, mode: "websocket" });
    } finally {
        server.stop();
    }
}

test("frames are understood however they are cut, and others are no ticks", async () => {
    const hello = Buffer.from([0x81, 2, 0x7b, 0x7d]);
    const ping = Buffer.from([0x89, 0]);
    // The last piece of a frame comes together with the first piece of the next one.
    const rest = new Map();
    const result = await measureOdd((socket, index, client) => {
        const bytes = Buffer.concat([rest.get(client) ?? Buffer.alloc(0), hello, tickFrame(index), ping]);
        const cut = bytes.length - index % 5;
        socket.write(bytes.subarray(0, 3));
        setImmediate(() => socket.write(bytes.subarray(3, cut)));
        rest.set(client, bytes.subarray(cut));
    });
    assert.equal(result.error, undefined);
    assert.equal(result.lost, 0);
    assert.ok(result.ticks.least > 0.5 * short.rate && result.ticks.most - result.ticks.least <= 1);
    assert.ok(result.pings >= result.ticks.total - short.clients);
});

test("a client that misses ticks is noticed, and no spread is told then", async () => {
    const result = await measureOdd((socket, index, client) => {
        if (client !== 0 || index % 10 !== 0)
            socket.write(tickFrame(index));
    });
    assert.equal(result.error, undefined);
    assert.ok(result.ticks.least < result.ticks.most);
    assert.ok(result.mismatches > 0);
    assert.equal(result.spreadsUs, null);
});

test("what an attack costs is measured", async () => {
    const list = attacks.filter(({ name }) => name === "a body without its last byte, 100 times");
    const [found, ...others] = await measureAttacks(servers, { seconds: 0.5, list });
    assert.deepEqual(others, []);
    assert.ok(found.aboveBaseMb > 1, `it took ${found.aboveBaseMb} MB to keep bodies`);
    assert.ok(found.p99Ms > 0 && found.p99Ms < 10_000, `${found.p99Ms} ms`);
    assert.ok(!isMemoryTelling || found.keptMb < found.aboveBaseMb, "nothing was given back");
    assert.deepEqual(attackRows([found]).map((row) => row.length), [4, 4]);
});

test("files of ticks are read, and each order is found", async () => {
    const files = await measureFiles(join(programs, "bench_replay"), { sizes: { large: 3, middle: 3, small: 3 } });
    assert.deepEqual(files.map(({ kind }) => kind), fileKinds.map(({ kind }) => kind));
    const [plain, packed, middle, newestFirst, bySymbol, lateDate] = files;
    assert.ok(packed.bytes < plain.bytes / 2 && packed.lines === plain.lines, JSON.stringify(files));
    assert.equal(middle.index.count, middle.lines - 1);
    assert.equal(middle.floor.count, middle.lines);
    for (const { floor, lines, sniff, open } of [newestFirst, bySymbol, lateDate])
        assert.ok(floor.count === lines && sniff.ms > 0 && open.ms > floor.ms, JSON.stringify(files));
    assert.deepEqual([newestFirst, bySymbol, lateDate].map(({ open }) => open.count), [1, 1, 0]);
    assert.ok(Object.values(worstOfFiles(files)).every((value) => value > 0), JSON.stringify(worstOfFiles(files)));
    assert.deepEqual(fileRows(files).map((row) => row.length), Array(11).fill(7));
    assert.deepEqual([...new Set(Object.values(worstOfFiles(undefined)))], [null]);
});

test("a server that refuses is told of", async () => {
    const server = createServer((request, response) => response.writeHead(404).end());
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const result = await runLoad(load, { pid: process.pid, port: server.address().port }, short);
    server.close();
    assert.match(result.error, /^refused: HTTP\/1\.1 404 /);
    server.closeAllConnections();
});

/** A result as the load generator prints it, of 100 ticks to each client in 5 s. */
function resultOf(clients, { cpuUs, spreads = [1000, 2000], kb = 10, connectMs = 100, least = 100 }) {
    const total = 100 * clients;
    return {
        clients, rate: 20, connectMs, residentBeforeKb: 5000, residentConnectedKb: 5000 + kb * clients,
        elapsedMs: 5000, serverCpuMs: total * cpuUs / 1000, loadCpuMs: 1000, machineCpuMs: 2000,
        lost: 0, mismatches: 0, pings: 0,
        ticks: { total, least, most: 100, textBytes: 28 * total },
        intervalMs: { p1: 49, p50: 50, p99: 51 }, spreadsUs: spreads,
    };
}

test("figures of several runs are taken together", () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 2, 3]), 2.5);
    assert.equal(quantile([5, 4, 3, 2, 1], 0.5), 3);
    assert.equal(quantile([1, 2], 0.99), 2);
    const failed = { error: "no answer", clients: 10 };
    const figures = figuresOf([resultOf(10, { cpuUs: 5, connectMs: 100 }), failed,
        resultOf(10, { cpuUs: 7, connectMs: 300, spreads: [3000, 9000] })]);
    assert.equal(Math.round(figures.cpuUs * 1000), 6000);
    assert.deepEqual([figures.delivered, figures.leastRate, figures.actualRate], [1, 20, 20]);
    assert.deepEqual(figures.spreadMs, { p50: 2, p99: 9 });
    assert.deepEqual([figures.kbPerClient, figures.connectMs], [10, 200]);
    assert.equal(figuresOf([resultOf(10, { cpuUs: 5 }), resultOf(10, { cpuUs: 5, spreads: null })]).spreadMs, null);
    assert.equal(figuresOf([failed]), null);
});

/** Figures as if all of the plan had been measured; `ours` says how those of the program differ from the floor's. */
function imaginedFigures(ours) {
    const plan = makePlan({ feed: true, heartbeats: true });
    const like = { floor: 1, floorWebSocket: 1, ours: ours.cpu, oursWebSocket: ours.cpu, socketio: 3, ws: 2 };
    return makeFigures(plan.map((run) => {
        const own = run.server.startsWith("ours") ? ours : { connectMs: 100, spreads: [1000, 2000] };
        const result = resultOf(run.clients, { ...own, cpuUs: 8 * like[run.server] });
        result.rate = run.rate;
        result.elapsedMs = 100 / run.rate * 1000;
        return { ...run, result };
    }));
}

test("each line is met up to its bound and not beyond", () => {
    const idle = (share) => ({ ours: { serverCpuMs: 10_000 * share, elapsedMs: 10_000 } });
    const reads = (perSecond, p99Ms, megabytes, pastMs = 30) => ({
        requests: { perSecond, p99Ms }, history: { megabytes }, past: { twelve: pastMs, many: 2 * pastMs },
    });
    const attacked = (aboveBaseMb, p99Ms) => [{ name: "harmless", aboveBaseMb: 1, p99Ms: 1, keptMb: 0 },
        { name: "bad", aboveBaseMb, p99Ms, keptMb: 0 }];
    const read = (firstTickMs, gzipMs, sniffMs, linesPerSecond, bytesPerMs, residentKb) => [
        { kind: "ticks", "first-tick": { ms: firstTickMs, residentKb } },
        { kind: "gzip", "first-tick": { ms: gzipMs, residentKb: 1 } },
        { kind: "ticks", sniff: { ms: sniffMs }, index: { ms: 1000, count: linesPerSecond } },
        { kind: "newest-first", bytes: bytesPerMs, open: { ms: 1 } }];
    const within = { cpu: 1.149, connectMs: 299, spreads: [1000, 2499], kb: 11.9 };
    const beyond = { cpu: 1.151, connectMs: 301, spreads: [1000, 2501], kb: 12.1, least: 99 };
    const good = judge({ figures: imaginedFigures(within), servers, feed: true, idle: idle(0.0029),
        market: reads(20_000, 5, 64), attacked: attacked(64, 50),
        files: read(100, 1000, 20, 1_500_000, 100_000, 64_000) });
    assert.deepEqual(good.filter(({ met }) => met !== true), []);
    const bad = judge({ figures: imaginedFigures(beyond), servers, feed: true, idle: idle(0.0031),
        market: reads(19_999, 5.01, 64.1, 30.1), attacked: attacked(64.1, 50.1),
        files: read(101, 1001, 20.1, 1_499_999, 99_999, 64_001) });
    const expected = bad.filter(({ what }) => /to the floor|least rate|memory per|no client/.test(what)
        && !what.includes("instruments"));
    assert.equal(expected.length, 12);
    assert.deepEqual(expected.filter(({ met }) => met !== false), []);
    assert.deepEqual(bad.filter(({ what }) => /api.quote|history|attack/.test(what)).map(({ met }) => met),
        [false, false, false, false, false]);
    assert.deepEqual(bad.filter(({ what }) => /past|the same of/.test(what)).map(({ met }) => met), [false, false]);
    assert.deepEqual(bad.filter(({ what }) => /ticks|of a file/.test(what) && /first tick|file/.test(what))
        .map(({ met }) => met), Array(6).fill(false));
    const wide = judge({ figures: imaginedFigures({ ...within, cpu: 1.31 }), servers, feed: true });
    assert.deepEqual([good, wide].map((lines) => lines.find(({ what }) => what.includes("500 instruments")).met),
        [true, false]);
    const dear = judge({ figures: imaginedFigures({ ...within, cpu: 1.6 }), servers, feed: true, idle: idle(0) });
    assert.equal(dear.filter(({ what, met }) => what.endsWith("to npm socket.io") && met === false).length, 4);
    const nothing = judge({ figures: makeFigures([]), servers, feed: true, idle: undefined });
    assert.deepEqual([...new Set(nothing.map(({ met }) => met))], [null]);
    assert.match(markdown(judgedRows(bad)), /NOT MET/);
    const refused = { kind: "cost", server: "ours", clients: 10_000, result: { error: "refused", clients: 10_000 } };
    const failed = judge({ figures: makeFigures([refused]), servers, feed: false, idle: undefined });
    assert.deepEqual(failed.filter(({ what }) => /Socket\.IO, 10,000/.test(what)).map(({ met }) => met),
        [false, false, false, false, false]);
    assert.ok(bounds.toFloor < bounds.flatness);
});

test("the cost may grow with the clients as the floor's does", () => {
    const runs = [["floor", 100, 5], ["floor", 10_000, 10], ["ours", 100, 5], ["ours", 10_000, 15.9]];
    const flat = (last) => judge({
        figures: makeFigures([...runs.slice(0, 3), ["ours", 10_000, last]].map(([server, clients, cpuUs]) =>
            ({ kind: "heartbeats", server, clients, result: resultOf(clients, { cpuUs }) }))),
        servers, feed: false,
    }).find(({ what }) => what.includes("heartbeats"));
    assert.deepEqual([flat(15.9).met, flat(16.1).met], [true, false]);
});

test("table and plot show each server", () => {
    const figures = imaginedFigures({ cpu: 1.1 });
    const columns = Object.keys(servers);
    const table = makeTable({ figures, servers, columns, startUp: { ours: [50, 40, 60] }, idle: {} });
    assert.ok(table.every((row) => row.length === columns.length + 1));
    const ratio = table.find(([label]) => label === "1,000 clients, 20/s: ratio to the floor");
    assert.deepEqual(ratio.slice(1), ["1.00", "1.00", "1.10", "1.10", "3.00", "2.00"]);
    assert.equal(table.find(([label]) => label.startsWith("start-up"))[columns.indexOf("ours") + 1], "50.0");
    const lines = markdown(table).split("\n");
    assert.equal(lines.length, table.length + 1);
    assert.equal(new Set(lines.map((line) => line.length)).size, 1);

    const picture = plot([
        { title: "a < b", colour: "#000000", points: [[1, 100], [10_000, 8]] },
        { title: "alone", colour: "#0072b2", points: [[100, 5]] },
    ], "Cost");
    assert.equal(picture.match(/<polyline /g).length, 2);
    assert.equal(picture.match(/<circle /g).length, 3);
    for (const text of ["a &lt; b", "alone", "clients", "µs", ">10,000<"])
        assert.ok(picture.includes(text), text);
});
