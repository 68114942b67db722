// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

const marginPx = 3;

/**
 * The course of a minute in the canvas of a table's row, with a point at its end; `end` is the newest second. The scale
 * begins with the lowest value, or lower if told so.
 */
export function drawSparkline(canvas, { times, closes }, end, spanMs, colour, lowest = Infinity) {
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
    if (canvas.width !== width || canvas.height !== height)
        [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext("2d");
    context.clearRect(0, 0, width, height);
    const first = times.findIndex((time) => time >= end - spanMs);
    if (first < 0 || width === 0)
        return;
    const shown = closes.slice(first);
    const [low, high] = [Math.min(lowest, ...shown), Math.max(...shown)];
    const margin = marginPx * ratio;
    const x = (time) => margin + (width - 2 * margin) * (1 - (end - time) / spanMs);
    const y = (price) => high === low ? height / 2
        : margin + (height - 2 * margin) * (high - price) / (high - low);
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = 1.25 * ratio;
    context.lineJoin = "round";
    context.beginPath();
    shown.forEach((price, i) => context.lineTo(x(times[first + i]), y(price)));
    context.stroke();
    context.beginPath();
    context.arc(x(times.at(-1)), y(shown.at(-1)), 2 * ratio, 0, 2 * Math.PI);
    context.fill();
}
