// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import uPlot from "./uplot/uPlot.esm.js";
import { drawCandles, drawGaps, drawGenerated } from "./chart_paint.js";
import { decimalsOf } from "./market.js";

const redrawMs = 100; // A chart that moves faster looks no different.
const calmRedrawMs = 1000; // For people who want less motion.
const font = "12px system-ui, sans-serif";
const digitPx = 7.5;

/** Colours as the canvas needs them: those of elements that the style sheet has coloured. */
function coloursOf(element) {
    const probe = document.createElement("span");
    element.append(probe);
    const resolved = (name) => {
        probe.className = `probe-${name}`;
        return window.getComputedStyle(probe).color;
    };
    const colours = Object.fromEntries(["accent", "soft", "line", "up", "down", "card", "range", "shade"].map((name) =>
        [name, resolved(name)]));
    probe.remove();
    return colours;
}

/**
 * The chart of one instrument, a line or candles, drawn by uPlot. `place` is its element; `onPoint(index)` tells which
 * bar the crosshair is on, or null.
 */
export class Chart {
    #place;
    #onPoint;
    #plot = null;
    #options = {};
    #drawnAt = -Infinity;
    #axisPx = 0;
    #calm = window.matchMedia("(prefers-reduced-motion: reduce)");

    constructor(place, onPoint) {
        this.#place = place;
        this.#onPoint = onPoint;
        new ResizeObserver(() => this.#resize()).observe(place);
    }

    /** Draws from scratch: { data, shape, decimals, words }, or with other colours. */
    rebuild(options = this.#options) {
        this.#options = options;
        this.#plot?.destroy();
        this.#axisPx = 0;
        this.#drawnAt = -Infinity;
        this.#plot = new uPlot(this.#plotOptions(), [[], [], [], [], []], this.#place);
    }

    /** The newest bars up to that time, at most as often as is worth it. */
    draw(now, serverNow) {
        if (!this.#plot || now - this.#drawnAt < (this.#calm.matches ? calmRedrawMs : redrawMs))
            return;
        this.#drawnAt = now;
        const { bars, spanMs, intervalMs } = this.#options.data;
        // The newest candle is shown whole, with the time that it has before it.
        const newest = (bars.times.at(-1) ?? 0) + (this.#options.shape === "candles" ? intervalMs : 0);
        const end = Math.max(serverNow, newest);
        const { left, top } = this.#plot.cursor;
        this.#plot.batch(() => {
            this.#plot.setData([bars.times.map((time) => time / 1000), bars.closes, bars.highs, bars.lows, bars.opens],
                false);
            this.#plot.setScale("x", { min: (end - spanMs) / 1000, max: end / 1000 });
        });
        if (left >= 0)
            this.#plot.setCursor({ left, top });
    }

    /** Puts the crosshair so many bars further, for the keyboard; from the newest one if it is nowhere. */
    moveCrosshair(steps) {
        const { bars } = this.#options.data;
        if (!this.#plot || bars.length === 0)
            return;
        const [first, last] = this.#plot.series[0].idxs ?? [0, bars.length - 1];
        const from = this.#plot.cursor.idx ?? last + 1;
        const index = Math.min(Math.max(from + steps, first), last);
        this.#plot.setCursor({
            left: this.#plot.valToPos(bars.times[index] / 1000, "x"),
            top: this.#plot.valToPos(bars.closes[index], "y"),
        });
    }

    hideCrosshair() {
        this.#plot?.setCursor({ left: -10, top: -10 });
    }

    #resize() {
        const { width, height } = this.#size();
        if (this.#plot && width > 0 && (width !== this.#plot.width || height !== this.#plot.height))
            this.#plot.setSize({ width, height });
    }

    #size() {
        return { width: this.#place.clientWidth, height: this.#place.clientHeight };
    }

    #plotOptions() {
        const { data, shape, decimals, words } = this.#options;
        const colours = coloursOf(this.#place);
        const axis = { font, stroke: colours.soft, grid: { stroke: colours.line, width: 1 }, ticks: { show: false } };
        const isLine = shape === "line";
        const unseen = { width: 0, stroke: "transparent", points: { show: false } };
        const unpainted = { ...unseen, paths: () => null };
        return {
            ...this.#size(),
            padding: [10, 4, 0, 12],
            legend: { show: false },
            cursor: {
                drag: { x: false, y: false },
                points: { size: 8, fill: colours.accent, show: isLine && undefined },
                dataIdx: (plot, series, hovered) => hovered,
            },
            scales: { x: { time: true }, y: { range: (plot, min, max) => this.#range(min, max) } },
            axes: [
                {
                    ...axis,
                    space: 80,
                    size: 28,
                    values: (plot, splits) => splits.map((time) => words.clock(time * 1000)),
                },
                {
                    ...axis,
                    side: 1,
                    size: (plot, texts) => this.#axisSize(texts),
                    values: (plot, splits, index, space, step) => splits.map((price) =>
                        words.number(price, Math.max(decimals, decimalsOf(step)))),
                },
            ],
            series: [
                {},
                isLine ? { stroke: colours.accent, width: 1.75, points: { show: false } } : unpainted,
                isLine ? unseen : unpainted,
                isLine ? unseen : unpainted,
                unpainted,
            ],
            // How far the price went within each point.
            bands: isLine ? [{ series: [2, 3], fill: colours.range }] : [],
            hooks: {
                drawClear: [(plot) => {
                    drawGenerated(plot, data.generatedTo, this.#mark(words), colours);
                    drawGaps(plot, data.gaps, colours);
                }],
                draw: [(plot) => { if (!isLine) drawCandles(plot, data.bars, data.intervalMs, colours); }],
                setCursor: [(plot) => this.#onPoint(plot.cursor.left < 0 ? null : plot.cursor.idx ?? null)],
            },
        };
    }

    /** The word for generated prices, in a font for the canvas, which counts in its own pixels. */
    #mark(words) {
        return { word: words.t("generated"), font: font.replace("12px", `${12 * window.devicePixelRatio}px`) };
    }

    /** A margin above and below, also where the price does not move at all. */
    #range(min, max) {
        if (min === null || max === null)
            return [0, 1];
        const step = 10 ** -this.#options.decimals;
        const margin = Math.max((max - min) * 0.08, step);
        return [min - margin, max + margin];
    }

    /** It grows with the texts but does not shrink again, lest the chart twitches. */
    #axisSize(texts) {
        const longest = Math.max(0, ...(texts ?? []).map((text) => text.length));
        this.#axisPx = Math.max(this.#axisPx, Math.ceil(longest * digitPx) + 16);
        return this.#axisPx;
    }
}
