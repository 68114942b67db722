// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A figure over the time of a soak, as SVG.
import { fixed, picture } from "../../bench/plot.js";

const [width, height] = [860, 240];
const area = { left: 74, right: 24, top: 44, bottom: 44 };
const [bottom, right] = [height - area.bottom, width - area.right];
const marks = 4;

const label = (value) => value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0 });

/** @param points [[seconds, value], …] */
export function timePlot(points, title) {
    const end = Math.max(1, ...points.map(([seconds]) => seconds));
    const most = Math.max(1, ...points.map(([, value]) => value));
    const x = (seconds) => area.left + seconds / end * (right - area.left);
    const y = (value) => bottom - value / most * (bottom - area.top);
    const steps = Array.from({ length: marks + 1 }, (_, i) => i / marks);
    return picture({ width, height, left: area.left, title }, [
        ...steps.map((step) => step * most).map((value) =>
            `<path d="M${area.left} ${fixed(y(value))}H${right}" stroke="#e2e2e2"/>` +
            `<text x="${area.left - 10}" y="${fixed(y(value) + 5)}" text-anchor="end">${label(value)}</text>`),
        ...steps.map((step) => `<text x="${fixed(x(step * end))}" y="${bottom + 24}" text-anchor="middle">` +
            `${label(step * end)} s</text>`),
        `<polyline points="${points.map(([seconds, value]) => `${fixed(x(seconds))},${fixed(y(value))}`).join(" ")}" ` +
            'fill="none" stroke="#1f6fb4" stroke-width="2" stroke-linejoin="round"/>',
    ]);
}
