// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The cost of a tick against the number of clients, as SVG: both axes logarithmic, one line for each server.

const width = 860;
const height = 520;
const area = { left: 74, right: 24, top: 92, bottom: 64 };
const inner = { width: width - area.left - area.right, height: height - area.top - area.bottom };

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const number = (value) => value.toLocaleString("en");
export const fixed = (value) => value.toFixed(1);

/** Marks at 1, 2 and 5 of each power of ten, the outermost of which enclose the values. */
function marksAround(values) {
    const least = Math.min(...values);
    const most = Math.max(...values);
    const marks = [];
    for (let power = Math.floor(Math.log10(least)) - 1; power <= Math.ceil(Math.log10(most)); ++power)
        marks.push(...[1, 2, 5].map((digit) => digit * 10 ** power));
    const first = marks.findLastIndex((mark) => mark <= least);
    const last = marks.findIndex((mark) => mark >= most);
    return marks.slice(first, Math.max(last, first + 1) + 1);
}

function scale(marks, from, to) {
    const [low, high] = [Math.log(marks[0]), Math.log(marks.at(-1))];
    return (value) => from + (Math.log(value) - low) / (high - low) * (to - from);
}

function axes(x, y, xMarks, yMarks) {
    const bottom = area.top + inner.height;
    const right = area.left + inner.width;
    return [
        ...yMarks.map((mark) => `<path d="M${area.left} ${fixed(y(mark))}H${right}" stroke="#e2e2e2"/>` +
            `<text x="${area.left - 10}" y="${fixed(y(mark) + 5)}" text-anchor="end">${number(mark)}</text>`),
        ...xMarks.map((mark) => `<path d="M${fixed(x(mark))} ${bottom}v6" stroke="#333333"/>` +
            `<text x="${fixed(x(mark))}" y="${bottom + 24}" text-anchor="middle">${number(mark)}</text>`),
        `<path d="M${area.left} ${area.top}V${bottom}H${right}" fill="none" stroke="#333333"/>`,
        `<text x="${area.left + inner.width / 2}" y="${height - 14}" text-anchor="middle">clients</text>`,
        `<text transform="translate(20 ${area.top + inner.height / 2}) rotate(-90)" text-anchor="middle">` +
            "server CPU per delivered tick, µs</text>",
    ];
}

function legend(series) {
    const perRow = 3;
    const step = inner.width / perRow;
    return series.map(({ title, colour }, index) => {
        const left = area.left + index % perRow * step;
        const middle = 50 + Math.floor(index / perRow) * 22;
        return `<path d="M${fixed(left)} ${middle}h26" stroke="${colour}" stroke-width="3"/>` +
            `<text x="${fixed(left + 34)}" y="${middle + 5}">${escape(title)}</text>`;
    });
}

/** An SVG file of that size with a title, which begins where the plot does, and these elements. */
export function picture({ width: w, height: h, left, title }, elements) {
    return [
        "<!-- SPDX-FileCopyrightText: TickerTray contributors -->",
        "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->",
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" ` +
            'font-family="sans-serif" font-size="14" fill="#222222">',
        `<rect width="${w}" height="${h}" fill="#ffffff"/>`,
        `<text x="${left}" y="26" font-size="16">${escape(title)}</text>`,
        ...elements,
        "</svg>",
        "",
    ].join("\n");
}

/** @param series [{ title, colour, points: [[clients, microseconds], ...] }], each with at least one point */
export function plot(series, title) {
    const points = series.flatMap((one) => one.points);
    const xMarks = [...new Set(points.map(([clients]) => clients))].sort((a, b) => a - b);
    const yMarks = marksAround(points.map(([, cost]) => cost));
    const inset = 14;
    const ends = xMarks.length > 1 ? xMarks : [xMarks[0] / 2, xMarks[0] * 2];
    const x = scale(ends, area.left + inset, width - area.right - inset);
    const y = scale(yMarks, area.top + inner.height, area.top);
    const lines = series.map(({ colour, points: own }) => {
        const places = own.map(([clients, cost]) => [fixed(x(clients)), fixed(y(cost))]);
        return `<polyline points="${places.map((place) => place.join(",")).join(" ")}" fill="none" ` +
            `stroke="${colour}" stroke-width="2.5" stroke-linejoin="round"/>` +
            places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="4" fill="${colour}"/>`).join("");
    });
    return picture({ width, height, left: area.left, title },
        [...legend(series), ...axes(x, y, xMarks, yMarks), ...lines]);
}
