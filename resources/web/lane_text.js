// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { reasons } from "./dictionary.js";
import { laneTexts } from "./lane_words.js";
import { Words } from "./words.js";

const byteUnits = ["B", "kB", "MB", "GB"];
const settledAfterMs = 5000;
const seldomMs = 30_000;
const noticeableMs = 100;
const minuteMs = 60_000;

const least = (lanes, value) => lanes.reduce((best, lane) => value(lane) < value(best) ? lane : best);
const perMinute = (lane) => (lane.figures.up + lane.figures.down) * minuteMs / lane.figures.elapsed;

/** What the page that compares says: figures with their units, a sentence for each lane, and what follows from them. */
export class LaneWords extends Words {
    decimals = 0; // of the instrument's prices

    constructor(language) {
        super(language, laneTexts);
    }

    price(value) {
        return this.number(value, this.decimals);
    }

    bytes(value) {
        if (value === null)
            return "–";
        const power = Math.min(byteUnits.length - 1, value < 1 ? 0 : Math.floor(Math.log10(value) / 3 + 1e-9));
        const scaled = value / 1000 ** power;
        return `${this.number(scaled, power > 0 && scaled < 100 ? 1 : 0)} ${byteUnits[power]}`;
    }

    duration(milliseconds) {
        if (milliseconds === null)
            return "–";
        if (milliseconds < 999.5)
            return `${this.number(milliseconds, milliseconds < 9.95 ? 1 : 0)} ms`;
        return `${this.number(milliseconds / 1000, milliseconds < 9950 ? 2 : 0)} s`;
    }

    reason(text) {
        return reasons[this.language][text] ?? text;
    }

    /** How often something happens, given the time between. */
    pace(milliseconds) {
        return milliseconds >= 1000 ? this.t("every", { time: `${this.number(milliseconds / 1000)} s` })
            : this.t("perSecond", { rate: this.number(1000 / milliseconds) });
    }

    /** About one lane: { kind, figures }. */
    sentence({ kind, figures }) {
        const minutes = figures.elapsed / minuteMs;
        const each = (value) => this.number(value / minutes);
        const values = {
            lane: this.t(kind.id), bytes: this.bytes((figures.up + figures.down) / minutes),
            age: this.duration(figures.age),
        };
        if (kind.asks)
            return this.t("sayPoll", { ...values, requests: each(figures.requests), nothing: each(figures.nothing) });
        const requests = figures.requests === 1 ? this.t("request")
            : this.t("requestMany", { count: this.number(figures.requests) });
        return this.t("sayPush", { ...values, requests, news: each(figures.news) });
    }

    /** What the lanes that are on say together, in one or two sentences. */
    verdict(lanes, tickMs) {
        const asks = lanes.filter(({ kind }) => kind.way === "polling");
        const told = lanes.filter(({ kind }) => !kind.asks);
        if (asks.length === 0 || told.length === 0)
            return [this.t("verdictNone")];
        const isSettled = ({ figures }) => figures.elapsed >= settledAfterMs && figures.age !== null
            && figures.up !== null;
        if (![...asks, ...told].every(isSettled))
            return [this.t("verdictWait")];
        return this.#compare(least(asks, perMinute), least(told, perMinute), tickMs);
    }

    #compare(poll, push, tickMs) {
        const older = Math.max(0, poll.figures.age - push.figures.age);
        const share = perMinute(push) / perMinute(poll);
        const says = [];
        if (tickMs >= seldomMs)
            says.push(this.t("verdictSeldom"));
        else if (share > 1)
            says.push(this.t("verdictWins", { share: this.number(100 / share) }));
        else if (older >= noticeableMs)
            says.push(this.t("verdictPush", { older: this.duration(older), share: this.number(100 * share) }));
        else
            says.push(this.t("verdictFaster", { older: this.duration(older), times: this.number(1 / share, 1) }));
        if (poll.figures.missed > 0) {
            says.push(this.t("verdictMissed",
                { missed: this.number(poll.figures.missed), ticks: this.number(poll.figures.ticks) }));
        }
        return says;
    }
}
