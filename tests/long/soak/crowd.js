// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The clients of a soak and the witness, in a process of their own: startCrowd(). This file is what runs there.
import { once } from "node:events";
import WebSocket from "ws";
import { answerCalls, startCalledProcess } from "../../lib/called_process.js";
import { feedUrl } from "../../lib/feed.js";
import { seededRandom } from "../../lib/random.js";
import { checkHistory } from "./checks.js";
import { kinds } from "./clients.js";
import { until } from "./feeds.js";
import { get } from "./poller.js";
import { Tape } from "./tape.js";

/** Of /api/history, at once. */
const historyTicks = 10_000;
const mostProblems = 200;

/** As startCalledProcess(); the names are those of `calls` below. */
export const startCrowd = () => startCalledProcess(import.meta.url);

const tape = new Tape();
let ticker = null;
let witness = null;
let isOver = false;
const pongs = [];
/** By name of the kind: { name, came, ticks }. */
const counts = new Map(kinds.map(({ name }) => [name, { name, came: 0, ticks: 0 }]));
const problems = [];
const living = new Set();
const checked = { ticks: 0, history: 0 };
/** The newest tick that was compared with history, and the market it belongs to. */
let compared = { era: -1, tick: null };

function tell(who, texts) {
    for (const text of texts) {
        if (problems.length < mostProblems)
            problems.push({ who, text });
    }
}

/** Resolves when the witness has all that the others got until now. */
function caughtUp() {
    return new Promise((resolve) => {
        pongs.push(resolve);
        witness.send("{\"action\":\"ping\"}");
    });
}

function listen() {
    witness = new WebSocket(feedUrl(ticker.url), { perMessageDeflate: false });
    witness.on("message", (data) => {
        const message = JSON.parse(data);
        if (message.type === "pong")
            pongs.shift()();
        else
            tape.add(message);
    });
    witness.on("open", () => witness.send("{\"action\":\"subscribe\",\"symbols\":\"*\"}"));
    witness.on("error", ({ message }) => tell("the witness", [message]));
    witness.on("close", (code) => {
        if (!isOver)
            tell("the witness", [`closed with ${code}`]);
    });
}

async function live({ name, seed, lifeMs }) {
    const kind = kinds.find((one) => one.name === name);
    const count = counts.get(name);
    const who = `${name}, seed ${seed}`;
    ++count.came;
    try {
        const client = await kind.start(ticker, seededRandom(seed));
        await new Promise((resolve) => { setTimeout(resolve, lifeMs); });
        await client.stop();
        await caughtUp();
        tell(who, client.problems());
        count.ticks += client.ticks;
        checked.ticks += client.ticks;
    } catch (error) {
        tell(who, [String(error)]);
    }
}

const calls = {
    async join({ url, port }) {
        ticker = { url, port, tape };
        listen();
        await until(() => tape.eras.length > 0 && witness.readyState === WebSocket.OPEN, "the witness");
        await caughtUp();
    },
    /** A client, for so long. */
    start(argument) {
        const life = live(argument);
        living.add(life);
        life.then(() => living.delete(life));
    },
    /** Compares what is new in history with the tape. */
    async checkHistory() {
        const era = tape.eras.length - 1;
        if (compared.era !== era)
            compared = { era, tick: null };
        const from = compared.tick === null ? (tape.entries[tape.eras[era].start]?.seq ?? 1) : compared.tick.seq + 1;
        const { value } = await get(ticker.url, `/api/history?times=1&from=${from}&limit=${historyTicks}`);
        await caughtUp();
        const ticks = compared.tick === null ? value.ticks : [compared.tick, ...value.ticks];
        tell("history", checkHistory(tape, ticks));
        checked.history += value.ticks.length;
        compared.tick = value.ticks.at(-1) ?? compared.tick;
    },
    headlineOf: ({ seed }) => tape.headlineOf(seed),
    figures: () => ({
        living: living.size,
        ticks: checked.ticks,
        history: checked.history,
        tape: tape.entries.length,
        eras: tape.eras.length,
        counts: [...counts.values()],
        problems: [...problems, ...tape.problems.map((text) => ({ who: "the witness", text }))],
        bytes: process.memoryUsage().rss,
    }),
    /** Resolves when the last client has gone. */
    async empty() {
        while (living.size > 0)
            await Promise.all(living);
    },
    async leave() {
        isOver = true;
        witness.close();
        await once(witness, "close");
    },
};

answerCalls(import.meta.url, calls);
