// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What uPlot does not paint by itself. Positions are in pixels of the canvas.

const candleShare = 0.7; // of the room that an interval has
const hatchPx = 7;

function within({ ctx, bbox }, paint) {
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    paint(ctx);
    ctx.restore();
}

/** Rising ones are hollow, falling ones full: the colour only says it again. */
export function drawCandles(plot, bars, intervalMs, colours) {
    const { min, max } = plot.scales.x;
    const x = (timeMs) => plot.valToPos(timeMs / 1000, "x", true);
    const y = (price) => plot.valToPos(price, "y", true);
    const line = Math.max(1, Math.round(window.devicePixelRatio));
    const width = Math.max(line, Math.round((x(intervalMs) - x(0)) * candleShare));
    within(plot, (ctx) => {
        ctx.lineWidth = line;
        for (let i = 0; i < bars.length; ++i) {
            const time = bars.times[i];
            if (time + intervalMs < min * 1000 || time > max * 1000)
                continue;
            const rises = bars.closes[i] >= bars.opens[i];
            const left = Math.round(x(time));
            const middle = left + width / 2;
            const top = Math.round(y(Math.max(bars.opens[i], bars.closes[i])));
            const height = Math.max(line, Math.round(y(Math.min(bars.opens[i], bars.closes[i]))) - top);
            ctx.strokeStyle = rises ? colours.up : colours.down;
            ctx.beginPath();
            ctx.moveTo(middle, y(bars.highs[i]));
            ctx.lineTo(middle, y(bars.lows[i]));
            ctx.stroke();
            ctx.fillStyle = rises ? colours.card : colours.down;
            ctx.fillRect(left, top, width, height);
            ctx.strokeRect(left, top, width, height);
        }
    });
}

/** Shaded, up to a dotted line, with the word in its lower corner: what was made up to fill the chart. */
export function drawGenerated(plot, to, { font, word }, colours) {
    const { left, top, width, height } = plot.bbox;
    const ratio = window.devicePixelRatio;
    const end = Math.min(plot.valToPos(to / 1000, "x", true), left + width);
    if (!(end > left))
        return;
    within(plot, (ctx) => {
        ctx.fillStyle = colours.shade;
        ctx.fillRect(left, top, end - left, height);
        ctx.strokeStyle = colours.soft;
        ctx.lineWidth = Math.max(1, ratio);
        ctx.setLineDash([ratio, 3 * ratio]);
        ctx.beginPath();
        ctx.moveTo(end, top);
        ctx.lineTo(end, top + height);
        ctx.stroke();
        ctx.font = font;
        ctx.fillStyle = colours.soft;
        ctx.textAlign = "right";
        ctx.textBaseline = "bottom";
        ctx.fillText(word, end - 4 * ratio, top + height - 3 * ratio);
    });
}

/** Hatched, between two lines: the time in which nothing was received. */
export function drawGaps(plot, gaps, colours) {
    const { top, height } = plot.bbox;
    const slope = hatchPx * window.devicePixelRatio;
    for (const { from, to } of gaps) {
        const left = plot.valToPos(from / 1000, "x", true);
        const right = plot.valToPos(to / 1000, "x", true);
        within(plot, (ctx) => {
            ctx.beginPath();
            ctx.rect(left, top, Math.max(1, right - left), height);
            ctx.clip();
            ctx.strokeStyle = colours.line;
            ctx.lineWidth = Math.max(1, window.devicePixelRatio);
            ctx.beginPath();
            for (let x = left - height; x < right; x += slope) {
                ctx.moveTo(x, top + height);
                ctx.lineTo(x + height, top);
            }
            ctx.stroke();
        });
    }
}
