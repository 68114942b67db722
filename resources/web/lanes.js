// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page that compares ways of reading the same prices. Moving a slider begins a new measurement, which has names of
// its own with the server, so that nothing from before is in it.
import { askInstruments, askLanes, askStatus, askTime, setServerRate } from "./api.js";
import { element, write } from "./dom.js";
import { Lane, laneKinds } from "./lane.js";
import { saveCsv, savePng } from "./lane_export.js";
import { LaneRows } from "./lane_rows.js";
import { LaneWords } from "./lane_text.js";
import { LessonView } from "./lesson_view.js";
import { decimalsOf } from "./market.js";
import { Preferences } from "./preferences.js";
import { ServerClock } from "./server_clock.js";
import { applyLook, bindSettings, translatePage } from "./settings.js";
import { io } from "./socket.io/socket.io.esm.min.js";
import { pickLanguage } from "./words.js";

const tickSteps = [60_000, 10_000, 2000, 1000, 500, 200, 50, 10, 1]; // ms from tick to tick
const pollSteps = [10_000, 5000, 2000, 1000, 500, 200, 100, 50]; // ms from an answer to the next question
const showEveryMs = 1000;
const settleMs = 100; // until what was stopped is gone, and nothing else is changed
const clockSamples = 3; // at first, then one with each status

const preferences = new Preferences();
const lanes = laneKinds.map((kind) => new Lane(kind));
const wanted = new Set(laneKinds.map(({ id }) => id)); // switched on
const rows = new LaneRows(laneKinds, switchLane);
const lessons = new LessonView(setUp);
const now = () => performance.now();
const page = {
    run: "", began: 0, timer: 0, held: null, sliding: false, problem: "",
    symbol: "", pollMs: 1000, status: null, clock: new ServerClock(),
    figures: new Map(), // of each lane, when the server was asked for its counts last
    heldAt: 0,
};
let words = new LaneWords("en");

// --- measuring -------------------------------------------------------------------------------------------------------

const nameOf = (lane) => `${page.run}.${lane.kind.id}`;

function startLane(lane) {
    rows.clear(lane.kind.id);
    lane.start({
        server: location.origin, io, symbols: [page.symbol], pollMs: page.pollMs, parameters: { lane: nameOf(lane) },
    });
}

/** A new measurement, of what is switched on; one, however many things are changed at once. */
function restart() {
    stop();
    page.held = null;
    element("hold").setAttribute("aria-pressed", "false");
    page.timer = setTimeout(begin, settleMs);
    show();
}

function begin() {
    page.run = Array.from(window.crypto.getRandomValues(new Uint8Array(6)), (byte) => (byte % 36).toString(36))
        .join("");
    page.began = now();
    page.figures = new Map();
    for (const lane of lanes) {
        if (wanted.has(lane.kind.id) && page.symbol !== "")
            startLane(lane);
    }
    show();
}

/** What was measured stays on the screen until it goes on. */
async function holdStill() {
    await measure();
    page.held = measured();
    page.heldAt = now();
    element("hold").setAttribute("aria-pressed", "true");
    stop();
    show();
}

function stop() {
    clearTimeout(page.timer);
    lanes.forEach((lane) => lane.stop());
}

function switchLane(id, isOn) {
    const lane = lanes.find(({ kind }) => kind.id === id);
    if (isOn) {
        wanted.add(id);
        restart(); // all from the same moment
    } else {
        wanted.delete(id);
        lane.stop();
        page.held = page.held?.filter(({ kind }) => kind.id !== id) ?? null;
        show();
    }
}

/** The instrument that every tick is about, so that a number left out is a tick missed: the headline if it can be. */
async function chooseInstrument(status) {
    const instruments = await askInstruments() ?? [];
    const headline = instruments.find(({ symbol }) => symbol === status.headline);
    const activity = (instrument) => instrument?.activity ?? 1;
    const busiest = instruments.reduce((best, each) => activity(each) > activity(best) ? each : best, headline);
    page.symbol = busiest?.symbol ?? status.headline;
    words.decimals = decimalsOf(busiest?.tickSize);
    lessons.setSymbol(page.symbol, words);
}

async function askServer(samples = 1) {
    for (let i = 0; i < samples; ++i) {
        const time = await askTime();
        if (time)
            page.clock.add(time);
    }
    const status = await askStatus();
    const before = page.status;
    page.status = status;
    if (!status)
        return;
    const isNew = status.tape !== before?.tape;
    if (isNew)
        await chooseInstrument(status);
    if (!page.sliding)
        showRate();
    if (isNew || status.rate !== before.rate)
        restart();
}

async function measure() {
    if (document.visibilityState !== "visible" || page.held)
        return;
    await askServer();
    const { run } = page;
    const counted = await askLanes(lanes.map(nameOf));
    if (counted && run === page.run)
        page.figures = new Map(lanes.map((lane) => [lane, lane.figures(counted.get(nameOf(lane)) ?? null, now())]));
    show();
}

function frame() {
    const serverNow = page.clock.at(performance.timeOrigin + now());
    for (const lane of lanes) {
        if (lane.isOn) {
            lane.frame(page.status ? serverNow : NaN);
            rows.showPrice(lane, words);
        }
    }
    requestAnimationFrame(frame);
}

const results = () => lanes.map((lane) =>
    ({ lane, kind: lane.kind, figures: page.figures.get(lane) ?? lane.figures(null, now()) }));
const measured = () => page.held ?? results().filter(({ lane, figures }) => lane.isOn && figures.up !== null);

// --- what is shown ---------------------------------------------------------------------------------------------------

function showList(id, texts) {
    const list = element(id);
    while (list.children.length > texts.length)
        list.lastChild.remove();
    while (list.children.length < texts.length)
        list.append(document.createElement("li"));
    texts.forEach((text, i) => write(list.children[i], text));
}

const verdict = () => words.verdict(measured(), page.status?.rate ? 1000 / page.status.rate : 0);
const sentences = () => measured().map((result) => words.sentence(result));

function show() {
    // While it is held, what was switched off goes, and the rest stays as it was.
    for (const { kind, lane, figures } of results()) {
        if (!page.held || !wanted.has(kind.id))
            rows.show(lane, figures, now(), words);
    }
    rows.draw(page.held ? page.heldAt : now(), words);
    if (!page.held) {
        write(element("since"), page.symbol === "" ? "" : words.t("since",
            { seconds: words.number(Math.floor((now() - page.began) / 1000)), symbol: page.symbol }));
    }
    showList("verdict", verdict());
    showList("sentences", sentences());
    write(element("notice"), notice());
}

function notice() {
    if (page.held)
        return words.t("heldLanes");
    if (!page.status)
        return page.symbol === "" ? "" : words.t("serverGone");
    if (page.problem !== "")
        return words.t("localOnly", { reason: words.reason(page.problem) });
    return page.status.paused ? words.t("pausedNow") : "";
}

const nearest = (steps, value) => steps.reduce((best, step, i) =>
    Math.abs(Math.log(step / value)) < Math.abs(Math.log(steps[best] / value)) ? i : best, 0);

function showSlider(name, steps, value) {
    const slider = element(`${name}-slider`);
    slider.max = String(steps.length - 1);
    slider.value = String(nearest(steps, value));
    writePace(name, value);
}

function writePace(name, value) {
    write(element(`${name}-words`), words.pace(value));
    element(`${name}-slider`).setAttribute("aria-valuetext", words.pace(value));
}

function showRate() {
    if (page.status?.rate)
        showSlider("tick", tickSteps, 1000 / page.status.rate);
}

// --- what the person does --------------------------------------------------------------------------------------------

async function setTickMs(tickMs) {
    page.problem = await setServerRate(1000 / tickMs) ?? "";
    if (page.held)
        restart();
    await measure();
}

function setPollMs(pollMs) {
    page.pollMs = pollMs;
    showSlider("poll", pollSteps, pollMs);
    restart();
}

/** As a lesson wants it: { tickMs, pollMs, lanes }. */
async function setUp({ tickMs, pollMs, lanes: ids }) {
    wanted.clear();
    for (const { id } of laneKinds) {
        if (ids.includes(id))
            wanted.add(id);
        rows.setOn(id, wanted.has(id));
    }
    setPollMs(pollMs);
    await setTickMs(tickMs);
}

function bindSlider(name, steps, change) {
    const slider = element(`${name}-slider`);
    slider.addEventListener("input", () => {
        page.sliding = true;
        writePace(name, steps[slider.value]);
    });
    slider.addEventListener("change", () => {
        page.sliding = false;
        change(steps[slider.value]);
    });
}

function speak() {
    const { decimals } = words;
    words = new LaneWords(pickLanguage(preferences.get("language"), navigator.languages));
    words.decimals = decimals;
    translatePage(words);
    document.title = words.t("title");
    write(element("how2"), words.t("how2", { leftOut: words.t("leftOut") }));
    rows.translate(words);
    lessons.translate(words);
    showRate();
    showSlider("poll", pollSteps, page.pollMs);
    show();
}

bindSettings(preferences, (name) => {
    if (name === "language")
        speak();
    else
        applyLook(preferences);
});
bindSlider("tick", tickSteps, setTickMs);
bindSlider("poll", pollSteps, setPollMs);
element("restart").addEventListener("click", restart);
element("hold").addEventListener("click", () => page.held ? restart() : holdStill());
element("csv").addEventListener("click", () => saveCsv(measured(), words));
element("png").addEventListener("click", () =>
    savePng(measured(), [...verdict(), ...sentences()], words.t("compare"), words));
// A hidden page gets no frames and few timers: what it measured would not be true.
document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible")
        stop();
    else if (!page.held)
        restart();
});

applyLook(preferences);
laneKinds.forEach(({ id }) => rows.setOn(id, wanted.has(id)));
speak();
await askServer(clockSamples);
show();
requestAnimationFrame(frame);
setInterval(measure, showEveryMs);
