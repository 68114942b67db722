// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { Bars } from "./bars.js";
import { element, make, setAttribute, write } from "./dom.js";
import { drawSparkline } from "./sparkline.js";

const plotMs = 60_000;
const plotStepMs = 1000;
const shortestMs = 500; // what is measured sooner after the last says little

/** What is in each column: a key of the words and how its figure is written. Age and gap are in milliseconds. */
export const columns = [
    { key: "requests", text: (words, { requests }) => count(words, requests) },
    { key: "news", text: (words, { news }) => count(words, news) },
    { key: "nothing", text: (words, { nothing }) => count(words, nothing) },
    { key: "up", text: (words, { up }) => words.bytes(up) },
    { key: "down", text: (words, { down }) => words.bytes(down) },
    { key: "age50", text: (words, { age50 }) => words.duration(age50) },
    { key: "age95", text: (words, { age95 }) => words.duration(age95) },
    { key: "missed", text: (words, { missed }) => count(words, missed) },
    { key: "gap", text: (words, { gap }) => words.duration(gap) },
];

const count = (words, value) => value === null ? "–" : words.number(value);

/** A minute of one number. */
const newCourse = () => new Bars(plotStepMs, plotMs / plotStepMs);

/** The table: a row for each lane, with a switch, its figures, and two small plots. */
export class LaneRows {
    #rows = new Map();

    /** `onSwitch(id, isOn)` when the person switches a lane. */
    constructor(kinds, onSwitch) {
        for (const { id } of kinds) {
            const box = make("input", { type: "checkbox" });
            box.addEventListener("change", () => onSwitch(id, box.checked));
            const [name, note, price] = [make("b"), make("span"), make("td", { class: "number" })];
            const plots = { age: make("canvas", { role: "img" }), bytes: make("canvas", { role: "img" }) };
            const cells = columns.map(() => make("td", { class: "number" }));
            const plotCells = [make("td", {}, plots.age), make("td", {}, plots.bytes)];
            const row = make("tr", { "data-lane": id },
                make("th", { scope: "row" }, make("label", { class: "lane-name" }, box, make("span", {}, name, note))),
                price, ...cells, ...plotCells);
            element("rows").append(row);
            this.#rows.set(id, {
                row, box, name, note, price, cells, plots, plotCells,
                age: newCourse(), bytes: newCourse(), last: null,
            });
        }
    }

    translate(words) {
        const heads = ["lane", "price", ...columns.map(({ key }) => key), "agePlot", "bytesPlot"];
        element("columns").replaceChildren(...heads.map((key, i) =>
            make("th", { scope: "col", ...(i > 0 && i <= columns.length + 1 && { class: "number" }) }, words.t(key))));
        for (const [id, { name, price, cells, plotCells }] of this.#rows) {
            write(name, words.t(id));
            [price, ...cells, ...plotCells].forEach((cell, i) =>
                setAttribute(cell, "data-name", words.t(heads[i + 1])));
        }
    }

    setOn(id, isOn) {
        this.#rows.get(id).box.checked = isOn;
    }

    clear(id) {
        const row = this.#rows.get(id);
        row.age.clear();
        row.bytes.clear();
        row.last = null;
    }

    showPrice(lane, words) {
        write(this.#rows.get(lane.kind.id).price,
            lane.isOn && lane.shown !== null ? words.price(lane.shown.price) : "–");
    }

    /** The figures of a lane, those that it had a second ago having been the last; at this time of the page. */
    show(lane, figures, now, words) {
        const row = this.#rows.get(lane.kind.id);
        setAttribute(row.row, "data-state", lane.state);
        const state = words.t(lane.state, { reason: words.reason(lane.reason) });
        write(row.note, lane.state === "on" || lane.state === "off" ? words.t(`${lane.kind.id}Note`) : state);
        columns.forEach(({ text }, i) => write(row.cells[i], lane.isOn ? text(words, figures) : "–"));
        if (!lane.isOn) {
            this.clear(lane.kind.id); // or its plots would stay as they were
            return this.showPrice(lane, words);
        }
        if (figures.up === null || (row.last !== null && now - row.last.now < shortestMs))
            return undefined;
        const age = lane.takeRecentAge();
        if (age !== null)
            row.age.add(now, age);
        const total = figures.up + figures.down;
        if (row.last !== null)
            row.bytes.add(now, 1000 * (total - row.last.total) / (now - row.last.now));
        row.last = { now, total };
        return undefined;
    }

    draw(now, words) {
        const { color } = window.getComputedStyle(element("rows").querySelector("canvas"));
        for (const [id, { plots, age, bytes }] of this.#rows) {
            for (const [canvas, course, key, text] of [
                [plots.age, age, "agePlot", (value) => words.duration(value)],
                [plots.bytes, bytes, "bytesPlot", (value) => words.bytes(value)]]) {
                drawSparkline(canvas, course, now, plotMs, color, 0);
                const newest = course.closes.length === 0 ? "–" : text(course.closes.at(-1));
                setAttribute(canvas, "aria-label", `${words.t(id)}, ${words.t(key)}: ${newest}`);
            }
        }
    }
}
