// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who comes and what happens when, all from one seed: the same seed gives the same plan.
import { seededRandom } from "../../lib/random.js";

const seedRange = 2 ** 31;
/** Of a client, before it leaves. Many stay short, few long. */
const lifeMs = { least: 2000, most: 60_000 };
const mostGapMs = 3000;
/** Between two disturbances. */
const calmMs = { least: 500, most: 6000 };

/** One of the list, as often as its weight says. */
export function pick(list, random) {
    let left = random(list.reduce((sum, { weight }) => sum + weight, 0));
    return list.find(({ weight }) => (left -= weight) < 0);
}

/** From least to most, each order of magnitude as often as the next one. */
export const spread = ({ least, most }, random) => least * (most / least) ** random(1);

/** The steps, in the order of their times: { atMs, what, name, seed, lifeMs }; what is "client" or "disturbance". */
export function makePlan({ seed, seconds, atOnce, kinds, disturbances }) {
    const random = seededRandom(seed);
    const whole = (limit) => Math.floor(random(limit));
    const endMs = seconds * 1000;
    const steps = [];
    for (let place = 0; place < atOnce; ++place) {
        // The first ones are as many as the kinds, and one of each.
        let kind = kinds[place] ?? pick(kinds, random);
        for (let atMs = whole(mostGapMs / 3); atMs < endMs; kind = pick(kinds, random)) {
            const life = Math.min(Math.round(spread(lifeMs, random)), endMs - atMs);
            steps.push({ atMs, what: "client", name: kind.name, seed: whole(seedRange), lifeMs: life });
            atMs += life + whole(mostGapMs);
        }
    }
    for (let atMs = whole(calmMs.most / 3); atMs < endMs; atMs += Math.round(spread(calmMs, random)))
        steps.push({ atMs, what: "disturbance", name: pick(disturbances, random).name, seed: whole(seedRange) });
    return steps.sort((one, other) => one.atMs - other.atMs);
}
