// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks for quotes and history over REST now and then, and compares what it is told with the tape.
import { Agent, request } from "node:http";
import { checkHistory, isSame } from "./checks.js";

const patienceMs = 10_000;
const betweenMs = { least: 50, most: 1000 };
const paths = ["/api/quote", "/api/quotes", "/api/history?times=1&limit=200"];

/** A GET over a connection that is kept: { status, value }. */
export function get(url, path, agent) {
    return new Promise((resolve, reject) => {
        const outgoing = request(new URL(path, url), { agent, timeout: patienceMs }, (reply) => {
            let text = "";
            reply.setEncoding("utf8").on("data", (part) => { text += part; });
            reply.on("end", () => resolve({ status: reply.statusCode, value: JSON.parse(text) }));
            reply.on("error", reject);
        });
        outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer to ${path} in ${patienceMs} ms`)));
        outgoing.on("error", reject);
        outgoing.end();
    });
}

function checkQuotes(tape, { seq, time, quotes }) {
    const place = seq === 0 ? -1 : tape.find({ seq, time });
    // Of a tick in which nobody traded the tape knows nothing.
    if (place === -1)
        return [];
    return quotes.flatMap((quote) => {
        const wanted = tape.quoteUpTo(place, quote.symbol);
        return wanted === undefined || isSame(quote, wanted) ? []
            : [`/api/quotes: ${JSON.stringify(quote)}, not ${JSON.stringify(wanted)}`];
    });
}

/** The newest quote of the headline; seq and time are those of the newest tick. */
function checkQuote(tape, { tape: id, seq, time, simulated, ...rest }) {
    if (rest.price === null)
        return [];
    const place = tape.lastUpTo({ seq, time });
    const wanted = tape.quoteUpTo(place, rest.symbol);
    const isRight = wanted === undefined || isSame(rest, wanted);
    return isRight && simulated === true && /^\w{12}$/.test(id) ? []
        : [`/api/quote: ${JSON.stringify(rest)} in ${seq}, not ${JSON.stringify(wanted)}`];
}

const checks = [checkQuote, checkQuotes, (tape, { ticks }) => checkHistory(tape, ticks)];

export async function startPoller({ url, tape }, random) {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const answers = [];
    const problems = [];
    let isOver = false;
    let timer = null;
    let asking = null;
    const next = () => {
        if (!isOver)
            timer = setTimeout(poll, betweenMs.least + random(betweenMs.most - betweenMs.least));
    };
    const poll = () => {
        const which = Math.floor(random(paths.length));
        asking = get(url, paths[which], agent).then(({ status, value }) => {
            if (status === 200)
                answers.push([which, value]);
            else
                problems.push(`${paths[which]}: status ${status}`);
        }, ({ message }) => problems.push(`${paths[which]}: ${message}`)).then(next);
    };
    poll();
    return {
        get ticks() { return answers.length; },
        async stop() {
            isOver = true;
            clearTimeout(timer);
            await asking;
            agent.destroy();
        },
        problems: () => [...problems, ...answers.flatMap(([which, value]) => checks[which](tape, value))],
    };
}
