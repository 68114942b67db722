// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { element, setAttribute, write, writeDirection } from "./dom.js";
import { changeOf } from "./market.js";

const dayFields = ["previous", "open", "high", "low", "size"];

/** The instrument that is shown large. */
export class Headline {
    #words = null;
    #row = null;

    /** Shows an instrument, or that there is none of that symbol, and a way to the featured one. */
    show(row, symbol, featured, words) {
        this.#words = words;
        const isOther = row?.symbol !== this.#row?.symbol;
        this.#row = row;
        element("known").hidden = !row;
        element("unknown").hidden = Boolean(row);
        write(element("symbol"), symbol);
        setAttribute(element("symbol"), "title", symbol);
        write(element("name"), row?.name ?? "");
        document.title = `${symbol} · ${words.t("title")}`;
        element("plain-page").href = `/company/${encodeURIComponent(symbol)}`;
        if (!row) {
            write(element("unknown-words"), words.t("unknown", { symbol }));
            write(element("back"), words.t("backToFeatured", { symbol: featured }));
        }
        if (row?.quote)
            this.draw();
        else if (isOther || !row)
            this.#empty();
    }

    draw() {
        const { quote, decimals } = this.#row ?? {};
        if (!quote)
            return;
        const words = this.#words;
        const { change, share } = changeOf(quote);
        element("price").removeAttribute("data-empty");
        write(element("price"), words.number(quote.price, decimals));
        write(element("change"), change === null ? "" : words.signed(change, decimals));
        write(element("percent"), change === null ? "" : words.percent(share));
        write(element("trading"), quote.state === "halted" ? words.t("halted") : "");
        writeDirection(element("move"), change ?? 0);
        for (const name of dayFields) {
            const known = Number.isFinite(quote[name]);
            const text = (value) => name === "size" ? words.size(value) : words.number(value, decimals);
            write(element(`day-${name}`), known ? text(quote[name]) : "–");
        }
    }

    /** The price as it is read out: { price, change }, null where there is none. */
    spoken() {
        const { quote, decimals } = this.#row ?? {};
        if (!quote)
            return { price: null, change: null };
        const { change } = changeOf(quote);
        return {
            price: this.#words.number(quote.price, decimals),
            change: change === null ? null : this.#words.signed(change, decimals),
        };
    }

    #empty() {
        element("price").setAttribute("data-empty", "");
        write(element("price"), this.#words.t("noData"));
        for (const id of ["change", "percent", "trading"])
            write(element(id), "");
        writeDirection(element("move"), 0);
        for (const name of dayFields)
            write(element(`day-${name}`), "–");
    }
}
