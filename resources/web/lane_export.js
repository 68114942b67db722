// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { columns } from "./lane_rows.js";

const units = { up: "B", down: "B", age50: "ms", age95: "ms", gap: "ms" };
const [margin, lineHeight, gap] = [24, 30, 22];
const font = "15px system-ui, sans-serif";

function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000); // when the browser has begun to read it
}

const quoted = (text) => `"${String(text).replaceAll('"', '""')}"`;
const fileName = (ending) => `push-and-polling-${new Date().toISOString().slice(0, 19).replaceAll(":", "")}.${ending}`;

/** The table as comma-separated values (RFC 4180): plain numbers, with their units in the first line. */
export function csvOf(lanes, words) {
    const head = columns.map(({ key }) => quoted(units[key] ? `${words.t(key)} (${units[key]})` : words.t(key)));
    const value = (number) => number === null ? "" : String(Math.round(number * 1000) / 1000);
    const lines = lanes.map(({ kind, figures }) =>
        [quoted(words.t(kind.id)), ...columns.map(({ key }) => value(figures[key]))]);
    return [[quoted(words.t("lane")), ...head], ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

export function saveCsv(lanes, words) {
    save(new Blob([csvOf(lanes, words)], { type: "text/csv" }), fileName("csv"));
}

/** The table as a picture for a slide, black on white, with sentences below. */
export function savePng(lanes, sentences, title, words) {
    const lines = [[words.t("lane"), ...columns.map(({ key }) => words.t(key))],
        ...lanes.map(({ kind, figures }) => [words.t(kind.id), ...columns.map(({ text }) => text(words, figures))])];
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    context.font = font;
    const widths = lines[0].map((_, column) =>
        Math.max(...lines.map((line) => context.measureText(line[column]).width)));
    const textWidth = Math.max(...[title, ...sentences].map((text) => context.measureText(text).width));
    const tableWidth = widths.reduce((sum, width) => sum + width + gap, -gap);
    const ratio = 2;
    canvas.width = ratio * (2 * margin + Math.max(tableWidth, textWidth));
    canvas.height = ratio * (2 * margin + lineHeight * (lines.length + sentences.length + 2));
    context.scale(ratio, ratio);
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = "#16202e";
    context.font = `600 ${font}`;
    let y = margin + lineHeight / 2;
    context.fillText(title, margin, y);
    for (const line of lines) {
        y += lineHeight;
        let x = margin;
        line.forEach((text, column) => {
            context.textAlign = column === 0 ? "left" : "right";
            context.fillText(text, column === 0 ? x : x + widths[column], y);
            x += widths[column] + gap;
        });
        context.font = font;
    }
    context.textAlign = "left";
    y += lineHeight / 2;
    for (const sentence of sentences)
        context.fillText(sentence, margin, y += lineHeight);
    canvas.toBlob((blob) => save(blob, fileName("png")), "image/png");
}
