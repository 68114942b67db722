// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Order books: every client that follows WIRE.md has the book of /api/book at the same update, whichever way it came.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import WebSocket from "ws";
import { closeAfterEach, connect, connected } from "../lib/clients.js";
import { assertMessage } from "../lib/contract.js";
import { finish, startTicker, until } from "../lib/ticker.js";

const symbols = ["ACME", "TEAPOT", "SLOTH"];
const depth = 10;
const limit = { timeout: 60_000 };

let ticker;
const closeLater = closeAfterEach();
before(async () => { ticker = await startTicker(["--rate", "100", "--seed", "42"]); });
after(() => finish(ticker));

/** What a client has: the books of now, and all that it had, by symbol and update. */
class Books {
    #books = new Map();
    seen = new Map();
    differences = 0;
    resets = 0;
    problems = [];

    /** A message, without its type. */
    take({ tape, books }) {
        if (tape) {
            this.#books.clear();
            this.resets += 1;
        }
        for (const entry of books)
            this.#takeBook(entry);
    }

    #takeBook({ symbol, update, first, last, bids, asks }) {
        const book = first === undefined ? { bids: new Map(), asks: new Map(), update } : this.#books.get(symbol);
        if (first !== undefined) {
            this.differences += 1;
            if (!book || first > book.update + 1)
                this.problems.push(`lost before ${first} of ${symbol}`);
            book.update = last;
        }
        for (const [side, changes] of [[book.bids, bids], [book.asks, asks]]) {
            for (const [price, size] of changes) {
                if (size === 0)
                    side.delete(price);
                else
                    side.set(price, size);
            }
        }
        this.#books.set(symbol, book);
        this.seen.set(`${symbol} ${book.update}`, {
            bids: [...book.bids].sort(([a], [b]) => b - a), asks: [...book.asks].sort(([a], [b]) => a - b),
        });
    }
}

async function overWebSocket(options) {
    const books = new Books();
    const socket = new WebSocket(new URL("/ws", ticker.url.replace("http", "ws")));
    closeLater(() => socket.terminate());
    socket.on("message", (data) => {
        const message = JSON.parse(data);
        try {
            assertMessage("WebSocketServerMessage", message);
        } catch (error) {
            books.problems.push(error.message);
        }
        if (message.type === "book")
            books.take(message);
    });
    await new Promise((resolve) => { socket.once("open", resolve); });
    socket.send(JSON.stringify({ action: "subscribe", channel: "book", symbols, depth, ...options }));
    return books;
}

async function overSocketIo(transport, options) {
    const books = new Books();
    const client = connect(ticker.url, { way: transport });
    const { socket } = client;
    closeLater(() => socket.close());
    socket.on("book", (message) => {
        try {
            assertMessage("SocketIoBook", [message]);
        } catch (error) {
            books.problems.push(error.message);
        }
        books.take(message);
    });
    await connected(client);
    // Not by a promise, which would be kept after the events that came with the answer.
    socket.emit("subscribe book", symbols, { depth, ...options }, (answer) => {
        assertMessage("SocketIoSubscribeBookAck", [answer]);
        books.take(answer);
    });
    return books;
}

async function control(body) {
    const reply = await fetch(new URL("/api/control", ticker.url), {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
    assert.equal(reply.status, 200, await reply.text());
}

/** So many books of /api/book, each compared with what every client had at that update. */
async function compare(clients, wanted) {
    let compared = 0;
    for (let i = 0; compared < wanted; ++i) {
        const symbol = symbols[i % symbols.length];
        const reply = await fetch(new URL(`/api/book?symbol=${symbol}&depth=${depth}`, ticker.url));
        const { update, bids, asks } = await reply.json();
        for (const { seen } of clients) {
            const had = seen.get(`${symbol} ${update}`);
            if (!had)
                continue;
            assert.deepEqual(had, { bids, asks }, `${symbol} at ${update}`);
            compared += 1;
        }
    }
}

test("clients and /api/book agree", limit, async () => {
    const clients = [await overWebSocket({ updates: "differences" }), await overWebSocket({ updates: "snapshots" }),
        await overWebSocket({ updates: "differences", max_rate: 20 }),
        await overSocketIo("websocket", { updates: "differences" }),
        await overSocketIo("polling", { updates: "differences" }), await overSocketIo("polling", { max_rate: 10 })];
    await until(() => clients.every(({ seen }) => seen.size > 20), "books");
    await compare(clients, 2000);
    for (const seed of ["7", "42"]) {
        await control({ action: "seed", value: seed });
        await compare(clients, 500);
    }
    for (const { problems, resets } of clients) {
        assert.deepEqual(problems, []);
        assert.equal(resets, 3);
    }
    assert.ok(clients[0].differences > 100 && clients[3].differences > 100 && clients[4].differences > 100);
    // They agree with each other as well.
    let shared = 0;
    for (const [key, book] of clients[0].seen) {
        for (const other of clients.slice(1).filter(({ seen }) => seen.has(key))) {
            assert.deepEqual(other.seen.get(key), book, key);
            shared += 1;
        }
    }
    assert.ok(shared > 500, `${shared}`);
});

test("a client leaves books", limit, async () => {
    const client = connect(ticker.url);
    const { socket } = client;
    closeLater(() => socket.close());
    await connected(client);
    let count = 0;
    socket.on("book", () => { ++count; });
    await socket.emitWithAck("subscribe book", "ACME, TEAPOT");
    const left = await socket.emitWithAck("unsubscribe book", ["ACME"]);
    assertMessage("SocketIoUnsubscribeBookAck", [left]);
    assert.deepEqual(left, { channel: "book", symbols: ["TEAPOT"] });
    await until(() => count > 5, "books");
    assert.deepEqual(await socket.emitWithAck("unsubscribe book", "*"), { channel: "book", symbols: [] });
    const countNow = count;
    await socket.emitWithAck("subscribe", ["ACME"]);
    assert.equal(count, countNow);
    const { error } = await socket.emitWithAck("subscribe book", "*", { depth: 0 });
    assert.equal(error.code, "bad_depth");
});

test("quotes have the best prices of the book, a side and a number", limit, async () => {
    const fields = ["bid", "ask", "bidSize", "askSize", "side", "id"];
    const books = await overWebSocket({ updates: "snapshots" });
    const client = connect(ticker.url);
    closeLater(() => client.socket.close());
    await connected(client);
    let count = 0;
    const ids = new Map();
    const check = ({ seq, quotes }) => {
        for (const { symbol, price, bid, ask, bidSize, askSize, side, id } of quotes) {
            assert.ok(side === "buy" ? price === ask : price === bid || price === 0,
                `${symbol} ${seq} ${side} ${price}`);
            assert.ok(id > (ids.get(symbol) ?? 0), `${symbol}: ${id} after ${ids.get(symbol)}`);
            ids.set(symbol, id);
            for (const [of, level, best, size] of [["bids", 0, bid, bidSize], ["asks", 0, ask, askSize]]) {
                const book = bookAt(symbol, seq);
                if (!book)
                    continue;
                assert.deepEqual(book[of][level] ?? [null, null], [best, size], `${symbol} ${seq}`);
                count += 1;
            }
        }
    };
    const offset = await fetch(new URL("/api/book", ticker.url)).then((reply) => reply.json())
        .then(({ seq, update }) => update - seq);
    const bookAt = (symbol, seq) => books.seen.get(`${symbol} ${seq + offset}`);
    const seen = [];
    client.socket.on("quotes", (message) => seen.push(message));
    await client.socket.emitWithAck("subscribe", symbols, { fields });
    await until(() => seen.length > 100, "quotes");
    await client.socket.emitWithAck("unsubscribe", "*");
    await until(() => books.seen.size > seen.length, "books");
    seen.forEach(check);
    assert.ok(count > 300, `${count}`);
    await client.socket.emitWithAck("subscribe", ["ACME"], { fields: [] });
    const from = seen.length;
    await until(() => seen.length > from, "quotes without fields");
    assert.deepEqual(Object.keys(seen[from].quotes[0]), ["symbol", "price", "previous", "size", "open", "high", "low"]);
});

test("what /api/book refuses", limit, async () => {
    const read = async (query) => {
        const reply = await fetch(new URL(`/api/book?${query}`, ticker.url));
        return [reply.status, (await reply.json()).detail];
    };
    assert.deepEqual(await read("depth=0"),
        [400, '"depth" must be a whole number from 1 to 500, not "0". The nearest is 1.']);
    assert.deepEqual(await read("depth=10000"),
        [400, '"depth" must be a whole number from 1 to 500, not "10000". The nearest is 500.']);
    assert.deepEqual(await read("depth=x"), [400, '"depth" must be a whole number from 1 to 500, not "x".']);
    assert.equal((await read("symbol=NOPE"))[0], 404);
});
