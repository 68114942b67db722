// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { Chart } from "./chart.js";
import { ChartData } from "./chart_data.js";
import { element, setAttribute, write } from "./dom.js";

const keySteps = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10, Home: -1e9, End: 1e9 };

/** The chart with what stands around it: what the crosshair is on, and the keys that move it. */
export class ChartView {
    isBlank = true; // nothing was drawn since it was made or made anew
    #preferences;
    #data = new ChartData();
    #place = element("chart");
    #chart = new Chart(this.#place, (index) => this.#readOut(index));
    #row = null;
    #words = null;
    #index = null; // of the bar that the crosshair is on

    constructor(preferences) {
        this.#preferences = preferences;
        this.#place.addEventListener("keydown", (event) => {
            if (event.key === "Escape")
                this.#chart.hideCrosshair();
            if (!Object.hasOwn(keySteps, event.key))
                return;
            event.preventDefault();
            this.#chart.moveCrosshair(keySteps[event.key]);
            // Here alone: whoever listens has moved it, and no tick interrupts.
            setAttribute(this.#place, "aria-valuemax", String(Math.max(0, this.#data.bars.length - 1)));
            setAttribute(this.#place, "aria-valuenow", String(this.#index ?? 0));
            setAttribute(this.#place, "aria-valuetext", element("readout").textContent || "–");
        });
        this.#place.addEventListener("blur", () => this.#chart.hideCrosshair());
    }

    /** Shows a row of the market; none: nothing. */
    show(row, words) {
        const isSame = row !== undefined && row === this.#row && words === this.#words;
        this.#row = row;
        this.#words = words;
        if (row && !isSame)
            this.reload();
    }

    /** Fetches what was before, and draws from scratch. */
    reload() {
        if (!this.#row)
            return;
        const shape = this.#preferences.get("shape");
        const { symbol, decimals } = this.#row;
        setAttribute(this.#place, "aria-label", this.#words.t("crosshair", { symbol }));
        const rebuild = () => {
            this.#chart.rebuild({ data: this.#data, shape, decimals, words: this.#words });
            this.isBlank = true;
        };
        this.#data.show(symbol, this.#preferences.get("window"), shape, rebuild);
        rebuild();
    }

    /** The same with other colours. */
    repaint() {
        if (this.#row)
            this.#chart.rebuild();
        this.isBlank = true;
    }

    take({ time, quotes }) {
        this.#data.take(time, quotes);
    }

    /** From there to there nothing was received: marked, and filled as far as the server still has it. */
    fillGap(from, to) {
        if (Number.isFinite(from) && Number.isFinite(to))
            this.#data.addGap(from, to);
        this.reload();
    }

    /** Another market. */
    forget() {
        this.#row = null;
        this.#data.clear();
    }

    draw(now, serverNow) {
        if (!this.#row)
            return;
        this.isBlank = false;
        this.#chart.draw(now, serverNow);
        element("no-chart").hidden = this.#data.bars.length > 0;
        const start = serverNow - this.#data.spanMs;
        element("generated-mark").hidden = !(this.#data.generatedTo > start);
        element("gap-mark").hidden = !this.#data.gaps.some(({ to }) => to > start);
    }

    #readOut(index) {
        this.#index = index;
        const { bars } = this.#data;
        if (index === null || index >= bars.length)
            return write(element("readout"), "");
        const words = this.#words;
        const { decimals } = this.#row;
        const clock = words.clock(bars.times[index]);
        const named = (key, value) => `${words.t(key)} ${words.number(value, decimals)}`;
        const texts = this.#preferences.get("shape") === "line"
            ? [clock, words.number(bars.closes[index], decimals)]
            : [clock, named("open", bars.opens[index]), named("high", bars.highs[index]),
                named("low", bars.lows[index]), named("close", bars.closes[index])];
        if (bars.times[index] < this.#data.generatedTo)
            texts.push(words.t("generated"));
        return write(element("readout"), texts.join("  "));
    }
}
