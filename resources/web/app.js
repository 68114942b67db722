// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page: every tick is taken in as it comes, the screen follows at most once per frame and only where it differs.
import { askCandles, askMarket, askQuotes } from "./api.js";
import { Announcer } from "./announcer.js";
import { ChartView } from "./chart_view.js";
import { element, symbolIn, write } from "./dom.js";
import { Figures } from "./figures.js";
import { first } from "./first.js";
import { FlashGate } from "./flash_gate.js";
import { Headline } from "./headline.js";
import { Market, trendBars } from "./market.js";
import { Preferences } from "./preferences.js";
import { applyLook, bindSettings, translatePage } from "./settings.js";
import { io } from "./socket.io/socket.io.esm.min.js";
import { mostStreams, Streams } from "./streams.js";
import { Table } from "./table.js";
import { TickerClient } from "./ticker_client.js";
import { pickLanguage, Words } from "./words.js";

const statsEveryMs = 250; // Faster than this, numbers that change can't be read.
const askServerEveryMs = 2000;
const waitsAfterMs = 2000; // without a connection
const restAfterMs = 2000; // hidden for less than that is no reason to hang up
const fillsEveryMs = 2000; // where messages are lost again and again
const maxTrendsAsked = 60;
const longestPaintMs = 100;

const preferences = new Preferences();
const market = new Market();
const figures = new Figures();
const headline = new Headline();
const table = new Table(preferences, new FlashGate());
const chart = new ChartView(preferences);
const announcer = new Announcer(element("summary"));
const streams = new Streams();
const view = {
    state: { kind: "connecting" }, aloneSince: performance.now(), isCrowded: false,
    symbol: "", held: false, heldSince: 0, gapFrom: null, filledAt: -Infinity, isNew: false, isBuilt: false,
};
let words = new Words("en");
let frame = 0;
let statsDrawn = -Infinity;
let restTimer = 0;
let early = first; // What was asked for already, to be used once.

// --- what comes in ---------------------------------------------------------------------------------------------------

const client = new TickerClient({ way: preferences.get("way"), io }, {
    async onMarket(status) {
        const [described, quotes] = await (early ?? Promise.all([askMarket(), askQuotes()]));
        early = null;
        if (!described)
            throw new Error("the server is gone again");
        market.begin(described.featured ?? status.headline, described.instruments);
        if (Array.isArray(quotes?.quotes))
            market.take(quotes); // so that there is a price before there is a connection
        view.isBuilt = false;
        showHeadline();
        await painted();
        chart.forget();
        table.build(market, words);
        view.isBuilt = true;
        view.gapFrom = null;
        view.isNew = true; // with its snapshot drawn even where the display is held
        route();
        drawNow();
        loadTrends();
    },
    onGap() {
        view.gapFrom ??= market.timeMs;
    },
    onSnapshot(message) {
        market.take(message);
        figures.setState(message.state);
        fillGap(message.time, -Infinity);
        if (view.isNew)
            drawNow();
        view.isNew = false;
        drawSoon();
    },
    onTick(message) {
        const now = performance.now();
        market.take(message);
        fillGap(message.time, now - fillsEveryMs);
        chart.take(message);
        figures.count(message, now);
        drawSoon();
    },
    onStatus({ state, symbols, halted }) {
        if (Array.isArray(symbols))
            market.setHalted(symbols, state === "halted");
        else
            figures.setState(state);
        if (Array.isArray(halted))
            market.setAllHalted(halted);
        drawSoon();
    },
    onOdd() {
        figures.odd += 1;
    },
    onState(state) {
        const now = performance.now();
        if (state.kind === "connected" || view.state.kind === "connected")
            view.aloneSince = now;
        view.state = state;
        streams.hold(state.kind === "connected" && state.transport === "server-sent events");
        drawState(now);
        drawStats(now);
    },
});

/** What did not arrive up to that time is marked and asked for, unless that was done since `earliest`. */
function fillGap(time, earliest) {
    if (view.gapFrom === null || view.filledAt > earliest)
        return;
    chart.fillGap(view.gapFrom, time);
    loadTrends();
    view.filledAt = performance.now();
    view.gapFrom = null;
}

/** The last minute of each instrument, as far as the server has it. */
async function loadTrends() {
    for (const row of [...market.rows.values()].slice(0, maxTrendsAsked)) {
        const candles = await askCandles(row.symbol, "1s", trendBars);
        if (market.rows.get(row.symbol) !== row)
            return; // another market by now
        row.trend.clear();
        candles.forEach((candle) => row.trend.merge(candle));
    }
}

// --- what is drawn ---------------------------------------------------------------------------------------------------

function drawSoon() {
    if (frame === 0)
        frame = requestAnimationFrame(draw);
}

function draw(now) {
    frame = 0;
    if (!view.held && view.isBuilt)
        drawMarket(now);
    else if (chart.isBlank) // while the display is held, what was asked for is drawn once
        chart.draw(now, figures.serverNow(now));
    if (now - statsDrawn >= statsEveryMs)
        drawStats(now);
}

function drawMarket(now) {
    const { changed } = market;
    market.changed = new Set();
    if (changed.size > 0) {
        headline.draw();
        figures.countDrawn(now);
    }
    table.draw(changed, now);
    chart.draw(now, figures.serverNow(now));
}

/** Although the display may be held: the person asked for something else to be on it. */
function drawNow() {
    requestAnimationFrame(drawMarket);
}

/** When what was written can be seen, or soon where no frames are drawn. The large price need not wait for the rest. */
const painted = () => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longestPaintMs);
});

function drawStats(now) {
    statsDrawn = now;
    figures.draw(now, market.seq, words);
    write(element("detail"), detail(now));
}

function detail(now) {
    if (view.isCrowded)
        return words.t("crowded", { count: words.number(mostStreams) });
    if (view.state.kind !== "connected" && Number.isFinite(figures.lastTickAt))
        return words.t("lastPrice", { seconds: Math.floor((now - figures.lastTickAt) / 1000) });
    return view.held ? words.t("held", { count: words.number(figures.ticks - view.heldSince) }) : "";
}

function drawState(now) {
    const judged = figures.judge(view.state, now);
    // Prices that do not move are not to look live.
    const state = view.held && ["connected", "stale"].includes(judged.kind) ? { ...judged, kind: "held" } : judged;
    write(element("state-words"), words.state(state, now));
    element("state").dataset.kind = state.kind;
    element("price").toggleAttribute("data-stale", view.state.kind !== "connected" && figures.ticks > 0);
    element("reconnect").hidden = !["waiting", "refused"].includes(view.state.kind);
}

// --- what the person does --------------------------------------------------------------------------------------------

function showHeadline() {
    const wanted = symbolIn(location.hash);
    view.symbol = wanted === null ? view.symbol || market.featured : wanted || market.featured;
    headline.show(market.rows.get(view.symbol), view.symbol, market.featured, words);
}

function route() {
    showHeadline();
    const row = market.rows.get(view.symbol);
    table.select(view.symbol);
    chart.show(row, words);
    drawSoon();
}

function speak() {
    words = new Words(pickLanguage(preferences.get("language"), navigator.languages));
    translatePage(words);
    announcer.clear();
    drawState(performance.now());
    statsDrawn = -Infinity;
    if (market.featured === "")
        return;
    market.changed = new Set(market.rows.values());
    table.build(market, words);
    route();
    drawNow();
}

bindSettings(preferences, (name) => {
    if (name === "way")
        client.use(preferences.get("way"));
    else if (name === "language")
        speak();
    else if (name === "announce")
        announcer.clear();
    else if (name === "shape" || name === "window")
        chart.reload();
    else if (name === "theme" || name === "palette") {
        applyLook(preferences);
        chart.repaint();
    }
});
element("hold").addEventListener("click", () => {
    view.held = !view.held;
    view.heldSince = figures.ticks;
    element("hold").setAttribute("aria-pressed", String(view.held));
    statsDrawn = -Infinity;
    drawState(performance.now());
    drawSoon();
});
element("reconnect").addEventListener("click", () => client.start());
window.addEventListener("hashchange", route);
window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => chart.repaint());
// Browsers let hidden pages starve: what piles up for them would come all at once.
document.addEventListener("visibilitychange", () => {
    clearTimeout(restTimer);
    if (document.visibilityState === "visible")
        client.start();
    else
        restTimer = setTimeout(() => client.rest(), restAfterMs);
});

write(element("server"), location.host);
for (const place of document.querySelectorAll(".origin"))
    write(place, location.origin);
applyLook(preferences);
speak();
client.start();

// Countdowns, and rates that fall because nothing comes any more.
setInterval(() => {
    const now = performance.now();
    drawState(now);
    drawStats(now);
    drawSoon(); // the chart moves on, ticks or not
    if (preferences.get("announce"))
        announcer.speak(now, () => {
            const { price, change } = headline.spoken();
            return words.announcement(figures.judge(view.state, now), price, change, figures.rate(now));
        });
}, statsEveryMs);
const askServer = () => {
    if (view.state.kind === "connected" && document.visibilityState === "visible")
        figures.refresh();
};
setInterval(askServer, askServerEveryMs);
// Other tabs may have all the connections that the browser allows: then nothing fails, and nothing comes.
setInterval(async () => {
    const isWaiting = () => ["connecting", "reconnecting", "waiting"].includes(view.state.kind);
    const isLong = isWaiting() && performance.now() - view.aloneSince >= waitsAfterMs;
    const isFull = isLong && await streams.isFull();
    view.isCrowded = isFull && isWaiting();
}, statsEveryMs);
figures.refresh();
