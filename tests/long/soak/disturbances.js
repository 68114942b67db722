// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens to the market meanwhile, each as { name, weight, needsWindow, run(market, random) }; a new command is
// one more entry. market: see openMarket() in market.js. Who sets the seed tells it by began(), who changes prices by
// disturbed().
import { spread } from "./plan.js";

const rates = { least: 1, most: 200 };
const mostPauseMs = 2000;
const mostSingleTicks = 20;
const mostSeed = 2 ** 31;
const fileMs = 5000;

const changeRate = ({ control }, random) =>
    control({ action: "rate", value: Math.round(spread(rates, random) * 100) / 100 });

async function changeSeed(market, random) {
    const value = String(1 + Math.floor(random(mostSeed)));
    // With a pause all that came before is compared with history, without it the change comes between any two ticks.
    const isPaused = random(2) < 1;
    if (isPaused)
        await market.control({ action: "pause" });
    await market.beforeChange();
    await market.control({ action: "seed", value });
    market.began(value);
    if (isPaused)
        await market.control({ action: "play" });
}

async function pause({ control, wait }, random) {
    await control({ action: "pause" });
    await wait(random(mostPauseMs));
    for (let i = Math.floor(random(mostSingleTicks)); i > 0; --i)
        await control({ action: "tick" });
    await control({ action: "play" });
}

/** An event, for the headline or for all. */
const event = (action, value) => async ({ control, disturbed }, random) => {
    const fields = { symbol: random(2) < 1 ? "*" : undefined, value: value?.(random) };
    disturbed(await control({ action, ...fields }));
};

async function halt({ control, wait, disturbed }, random) {
    disturbed(await control({ action: "halt", symbol: random(2) < 1 ? "*" : undefined }));
    await wait(random(mostPauseMs));
    await control({ action: "resume", symbol: "*" });
}

async function flat({ control, wait, disturbed }, random) {
    disturbed(await control({ action: "flat", value: 1 }));
    await wait(random(mostPauseMs));
    await control({ action: "flat", value: 0 });
}

/** A file for a while, then prices made up again. Only a program with a window takes files from a second start. */
async function playFile(market, random) {
    await market.beforeChange();
    await market.secondStart("--replay", market.files.replay, "--loop", "--speed", "50", "--skip-gaps");
    await market.wait(random(fileMs));
    await market.control({ action: "replay", seek: random(1) });
    await market.wait(random(fileMs));
    await market.beforeChange();
    const seed = String(1 + Math.floor(random(mostSeed)));
    await market.secondStart("--market", market.files.market, "--seed", seed, "--rate", "20");
    market.began(seed);
}

export const disturbances = [
    { name: "rate", weight: 6, run: changeRate },
    { name: "seed", weight: 2, run: changeSeed },
    { name: "pause", weight: 2, run: pause },
    { name: "file", weight: 1, needsWindow: true, run: playFile },
    { name: "halt", weight: 1, run: halt },
    { name: "flat", weight: 1, run: flat },
    { name: "spike", weight: 1, run: event("spike", (random) => random(0.5)) },
    { name: "crash", weight: 1, run: event("crash", (random) => random(0.5)) },
    { name: "burst", weight: 1, run: event("burst", (random) => 1 + Math.floor(random(100))) },
    { name: "drift", weight: 1, run: event("drift", (random) => random(0.002) - 0.001) },
];
