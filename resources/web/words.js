// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { dictionary, reasons } from "./dictionary.js";

const transports = { polling: "long-polling" };
const minus = "\u2212"; // What Intl writes in some languages, as wide as a plus sign.

const clockOptions = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" };
const exactly = (decimals) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** The language chosen, or the first of the browser's that there are words for. */
export function pickLanguage(choice, wanted) {
    const known = [choice, ...wanted].map((tag) => String(tag).toLowerCase().split("-")[0]);
    return known.find((tag) => Object.hasOwn(dictionary, tag)) ?? "en";
}

/** Everything that the page says and how it writes numbers, in one language. */
export class Words {
    #texts;
    #formats = new Map();

    /** With a page's own texts, if it has some, before those that all pages have. */
    constructor(language, own = {}) {
        this.language = language;
        this.#texts = { ...dictionary[language], ...own[language] };
    }

    t(key, values = {}) {
        return (this.#texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    }

    /** A number with exactly so many decimals. */
    number(value, decimals = 0) {
        return this.#format(`n${decimals}`, exactly(decimals)).format(value).replace("-", minus);
    }

    /** A size, with the decimals that it has. */
    size(value) {
        return this.#format("size", { maximumFractionDigits: 8 }).format(value);
    }

    /** A number with its sign, unless it is 0. */
    signed(value, decimals = 0) {
        return this.#format(`s${decimals}`, { ...exactly(decimals), signDisplay: "exceptZero" }).format(value)
            .replace("-", minus);
    }

    /** A share as a signed percentage; "–" for what is none. */
    percent(share) {
        if (!Number.isFinite(share))
            return "–";
        return this.#format("%", { ...exactly(2), style: "percent", signDisplay: "exceptZero" }).format(share)
            .replace("-", minus);
    }

    clock(timeMs) {
        return this.#format("clock", clockOptions, Intl.DateTimeFormat).format(timeMs);
    }

    /** As many digits as can be known and read: "0.01", "1.0", "19.9", "998". */
    rate(rate) {
        if (rate === 0)
            return "0";
        if (rate < 0.005)
            return this.t("under", { number: this.number(0.01, 2) });
        return this.number(rate, rate < 0.095 ? 2 : rate < 99.95 ? 1 : 0);
    }

    lag(milliseconds) {
        if (milliseconds === null)
            return "–";
        return milliseconds < 9950 ? `${this.number(milliseconds)} ms` : `${this.number(milliseconds / 1000, 1)} s`;
    }

    /** The state of the connection (see ticker_client.js) as the page shows it at that time. */
    state(state, now) {
        const transport = transports[state.transport] ?? state.transport;
        const reason = reasons[this.language][state.reason] ?? state.reason;
        switch (state.kind) {
        case "waiting":
            return this.t("waiting",
                { seconds: Math.max(1, Math.ceil((state.until - now) / 1000)), attempt: state.attempt, reason });
        case "stale":
            return this.t("stale", { transport, seconds: this.number(state.silentMs / 1000, 1) });
        case "held":
            return this.t("heldState", { transport });
        default:
            return this.t(state.kind, { transport, reason, attempt: state.attempt });
        }
    }

    /** What a screen reader is told from time to time. */
    announcement(state, price, change, rate) {
        if (state.kind === "waiting" || state.kind === "reconnecting")
            return price === null ? this.t("sayReconnecting") : this.t("sayLost", { price });
        if (!["connected", "stale", "paused", "ended", "failed"].includes(state.kind))
            return `${this.state(state, 0)}.`;
        if (price === null)
            return this.t("sayNothing");
        return this.t("sayPrice",
            { price, change: change === null ? "" : this.t("sayChange", { change }), rate: this.rate(rate) });
    }

    #format(key, options, Format = Intl.NumberFormat) {
        if (!this.#formats.has(key))
            this.#formats.set(key, new Format(this.language, options));
        return this.#formats.get(key);
    }
}
