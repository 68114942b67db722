// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a soak measures: the program's figures again and again, and how long a bystander waits for an answer.
import { openDescriptors, residentBytes } from "../../lib/process_figures.js";
import { ask } from "../../lib/http.js";

const betweenAnswersMs = 250;

export async function statusOf(ticker) {
    const { status, body } = await ask(ticker.url, "/api/status");
    if (status !== 200)
        throw new Error(`/api/status: ${status}`);
    return JSON.parse(body);
}

/** The program's figures now. */
export async function figuresOf(ticker) {
    const { clients, seq, rate } = await statusOf(ticker);
    return { bytes: residentBytes(ticker), descriptors: openDescriptors(ticker), clients, seq, rate };
}

/** Asks for a quote again and again, each time over a connection of its own: { answersMs, problems, stop() }. */
export function startBystander(ticker) {
    const answersMs = [];
    const problems = [];
    let isOver = false;
    let wake = () => {};
    const asking = (async () => {
        while (!isOver) {
            const began = performance.now();
            try {
                const { status } = await ask(ticker.url, "/api/quote");
                if (status !== 200)
                    problems.push(`status ${status}`);
                answersMs.push(performance.now() - began);
            } catch (error) {
                problems.push(error.message);
            }
            await new Promise((resolve) => {
                wake = resolve;
                setTimeout(resolve, betweenAnswersMs);
            });
        }
    })();
    return {
        answersMs,
        problems,
        async stop() {
            isOver = true;
            wake();
            await asking;
        },
    };
}

/** Collects samples: { samples, stop() }; take() resolves to one. */
export function startSampling(take, everyMs) {
    const samples = [];
    const began = performance.now();
    let last = Promise.resolve();
    const problems = [];
    const timer = setInterval(() => {
        last = last.then(take)
            .then((sample) => samples.push({ seconds: (performance.now() - began) / 1000, ...sample }))
            .catch((error) => problems.push(String(error)));
    }, everyMs);
    return {
        samples,
        problems,
        async stop() {
            clearInterval(timer);
            await last;
        },
    };
}

/** The share of the values, from 0 to 1, that is no greater. */
export function percentile(values, share) {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
