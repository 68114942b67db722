// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { addressOf, element, make, setAttribute, write, writeDirection } from "./dom.js";
import { flashMs } from "./flash_gate.js";
import { changeOf } from "./market.js";
import { drawSparkline } from "./sparkline.js";

const trendSpanMs = 60_000;
const trendEveryMs = 500;
const unseenAtOnce = 25; // rows out of sight that are brought up to date then

/**
 * The table of all instruments: rows are made once for a market, and then only cells that have changed are written, at
 * once where they can be seen, and now and then elsewhere: a market may have 500. Which rows are shown is told by
 * `search` and by the person's choice.
 */
export class Table {
    #body = element("rows");
    #cells = new Map(); // symbol -> the row's elements
    #preferences;
    #gate;
    #words = null;
    #market = null;
    #trendsAt = -Infinity;
    #pending = new Set(); // rows of the market that have changed but are out of sight
    #unseen = new WeakSet(); // elements of rows that are known to be more than a screen out of sight
    #watch = new IntersectionObserver((entries) => {
        for (const { target, isIntersecting } of entries)
            this.#unseen[isIntersecting ? "delete" : "add"](target);
    }, { rootMargin: "100% 0px" });

    constructor(preferences, gate) {
        this.#preferences = preferences;
        this.#gate = gate;
        element("search").addEventListener("input", () => this.filter());
        for (const input of document.querySelectorAll("input[name='shown']")) {
            input.checked = input.value === preferences.get("shown");
            input.addEventListener("change", () => {
                preferences.set("shown", input.value);
                this.filter();
            });
        }
    }

    /** Makes the rows of a market, in a language. */
    build(market, words) {
        this.#market = market;
        this.#words = words;
        this.#watch.disconnect();
        this.#pending.clear();
        this.#cells.clear();
        const rows = [...market.rows.values()].map((row) => this.#makeRow(row));
        this.#body.replaceChildren(...rows);
        this.filter();
    }

    /** Writes what has changed. */
    draw(changed, now) {
        for (const row of changed)
            this.#pending.add(row);
        const isBeat = now - this.#trendsAt >= trendEveryMs;
        let others = isBeat ? unseenAtOnce : 0;
        for (const row of this.#pending) {
            const isUnseen = this.#unseen.has(this.#cells.get(row.symbol)?.row);
            if (isUnseen && --others < 0)
                continue;
            this.#pending.delete(row);
            this.#drawRow(row, now);
        }
        if (isBeat)
            this.#drawTrends(now);
    }

    /** Marks the row of the instrument that is shown large. */
    select(symbol) {
        for (const [each, { row, link }] of this.#cells) {
            row.classList.toggle("selected", each === symbol);
            if (each === symbol)
                link.setAttribute("aria-current", "true");
            else
                link.removeAttribute("aria-current");
        }
    }

    filter() {
        const text = element("search").value.trim();
        const wanted = text.toLowerCase();
        const chosen = new Set(this.#preferences.get("chosen"));
        const onlyChosen = this.#preferences.get("shown") === "chosen";
        let shown = 0;
        let known = 0;
        for (const [symbol, { row }] of this.#cells) {
            const { name } = this.#market.rows.get(symbol);
            const fits = `${symbol}\n${name}`.toLowerCase().includes(wanted);
            row.hidden = !fits || (onlyChosen && !chosen.has(symbol));
            shown += row.hidden ? 0 : 1;
            known += chosen.has(symbol) ? 1 : 0;
        }
        write(element("all-words"), this.#words.t("all", { count: this.#words.number(this.#cells.size) }));
        write(element("chosen-words"), this.#words.t("chosen", { count: this.#words.number(known) }));
        const why = onlyChosen && known === 0 ? "nothingChosen" : "nothingFound";
        write(element("nothing"), shown === 0 && this.#cells.size > 0 ? this.#words.t(why, { text }) : "");
    }

    #makeRow({ symbol, name }) {
        const star = make("button", { type: "button", class: "star", "aria-pressed": "false",
            "aria-label": this.#words.t("choose", { symbol }) });
        const link = make("a", { href: addressOf(symbol), class: "symbol", title: symbol }, symbol);
        const canvas = make("canvas", { class: "trend", "aria-hidden": "true" });
        const numbers = Object.fromEntries(["price", "change", "percent", "low", "high", "size"].map((key) =>
            [key, make("td", { class: `number ${key}` })]));
        const row = make("tr", {}, make("td", { class: "choice" }, star),
            make("th", { scope: "row" }, link, make("span", { class: "name" }, name)),
            make("td", { class: "trend" }, canvas), ...Object.values(numbers));
        const press = () => star.setAttribute("aria-pressed",
            String(this.#preferences.get("chosen").includes(symbol)));
        star.addEventListener("click", () => {
            const others = this.#preferences.get("chosen").filter((each) => each !== symbol);
            const isChosen = others.length !== this.#preferences.get("chosen").length;
            this.#preferences.set("chosen", isChosen ? others : [...others, symbol]);
            press();
            this.filter();
        });
        press();
        this.#watch.observe(row);
        this.#cells.set(symbol, { row, link, canvas, ...numbers, shown: null, changedAt: -Infinity });
        return row;
    }

    #drawTrends(now) {
        this.#trendsAt = now;
        const end = this.#market.timeMs ?? 0;
        for (const [symbol, { row, canvas }] of this.#cells) {
            if (!this.#unseen.has(row))
                drawSparkline(canvas, this.#market.rows.get(symbol).trend, end, trendSpanMs,
                    window.getComputedStyle(canvas).color);
        }
    }

    #drawRow(row, now) {
        const cells = this.#cells.get(row.symbol);
        const { quote, decimals } = row;
        if (!cells || !quote)
            return;
        const number = (value) => Number.isFinite(value) ? this.#words.number(value, decimals) : "–";
        // Room for the decimals of the others, so that the points of all stand below each other.
        const pad = this.#pad(decimals);
        const { change, share } = changeOf(quote);
        write(cells.price, number(quote.price));
        write(cells.change, change === null ? "–" : this.#words.signed(change, decimals));
        write(cells.percent, this.#words.percent(share));
        write(cells.low, number(quote.low));
        write(cells.high, number(quote.high));
        write(cells.size, Number.isFinite(quote.size) ? this.#words.size(quote.size) : "–");
        for (const key of ["price", "change", "low", "high"])
            setAttribute(cells[key], "data-pad", pad);
        for (const key of ["change", "percent"])
            writeDirection(cells[key], change ?? 0);
        if (quote.price === cells.shown)
            return;
        if (cells.shown !== null && this.#gate.allows(cells.changedAt, now))
            this.#flash(cells.price, quote.price - cells.shown);
        [cells.shown, cells.changedAt] = [quote.price, now];
    }

    #pad(decimals) {
        const most = this.#market.decimals;
        return most === decimals ? "" : (decimals === 0 ? "." : "") + "0".repeat(most - decimals);
    }

    #flash(cell, direction) {
        setAttribute(cell, "data-flash", direction > 0 ? "up" : "down");
        setTimeout(() => cell.removeAttribute("data-flash"), flashMs);
    }
}
