// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page: prices come in as they come, the screen follows at most once per frame.
import { Feed } from "./feed.js";
import { RateMeter } from "./rate_meter.js";
import { announcement, rateWords, stateWords } from "./words.js";

const statsEveryMs = 250; // Faster than this, numbers that change can't be read.
const announceEveryMs = 10_000; // A screen reader must get to speak of something else.

const element = (id) => document.getElementById(id);
const meter = new RateMeter();
const view = { state: { kind: "connecting" }, price: null, ticks: 0, lastTickAt: 0, held: false, heldSince: 0 };
let frame = 0;
let statsDrawn = -Infinity;
let announced = { at: -Infinity, text: "" };

// Only text that has changed is written: the rest of the page is left alone, by layout and by screen readers.
function write(target, text) {
    if (target.textContent !== text)
        target.textContent = text;
}

function draw(now) {
    frame = 0;
    if (!view.held && view.price !== null) {
        element("price").removeAttribute("data-empty");
        write(element("price"), String(view.price));
    }
    if (now - statsDrawn >= statsEveryMs)
        drawStats(now);
}

function drawStats(now) {
    statsDrawn = now;
    write(element("ticks"), view.ticks.toLocaleString("en"));
    write(element("rate"), rateWords(meter.rate(now)));
    write(element("detail"), detail(now));
}

function detail(now) {
    if (view.state.kind !== "connected" && view.price !== null)
        return `The last price, ${Math.floor((now - view.lastTickAt) / 1000)} s old`;
    return view.held ? `Held; newer prices since then: ${(view.ticks - view.heldSince).toLocaleString("en")}` : "";
}

function drawState(now) {
    const words = stateWords(view.state, now);
    write(element("state-words"), words);
    element("state").dataset.kind = view.state.kind;
    element("price").toggleAttribute("data-stale", view.state.kind !== "connected" && view.price !== null);
    const canConnect = view.state.kind === "waiting" || view.state.kind === "disconnected";
    element("reconnect").hidden = !canConnect;
    element("hold").hidden = canConnect;
}

function announce(now) {
    const text = announcement(view.state, view.price, meter.rate(now));
    if (now - announced.at < announceEveryMs || text === announced.text)
        return;
    announced = { at: now, text };
    write(element("summary"), text);
}

function drawSoon() {
    if (frame === 0)
        frame = requestAnimationFrame(draw);
}

const feed = new Feed({
    onTick(price) {
        view.price = price;
        view.ticks += 1;
        view.lastTickAt = performance.now();
        meter.count(view.lastTickAt);
        drawSoon();
    },
    onState(state) {
        view.state = state;
        drawState(performance.now());
    },
});

element("hold").addEventListener("click", () => {
    view.held = !view.held;
    view.heldSince = view.ticks;
    element("hold").setAttribute("aria-pressed", String(view.held));
    statsDrawn = -Infinity;
    drawSoon();
});
element("reconnect").addEventListener("click", () => feed.connectNow());
document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && view.state.kind === "waiting")
        feed.connectNow();
});

write(element("server"), location.host);
for (const place of document.querySelectorAll(".origin"))
    write(place, location.origin);

// Countdowns, and rates that fall because nothing comes any more.
setInterval(() => {
    const now = performance.now();
    drawState(now);
    drawStats(now);
    announce(now);
}, statsEveryMs);
feed.connectNow();
