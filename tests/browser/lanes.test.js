// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page that compares push and polling: its figures, its lessons, its exports, and whether everybody can use it.
// Takes a minute: short polling asks once a second, and is measured over several requests, again and again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";
import { lessons } from "../../resources/web/lessons.js";
import { complaintsOfAxe, tabTo } from "../lib/access.js";
import { assertOnlyAsked, screenshot, startBrowser, textOf } from "../lib/browser.js";
import { finish, freePort, startTicker, until } from "../lib/ticker.js";
import { control, setVisibility, withChoices } from "../lib/ticker_page.js";

const ids = ["poll", "conditional", "long", "events", "websocket", "socketio"];
const asked = ["poll", "conditional", "long"];
const wide = { viewport: { width: 1440, height: 1000 } };

let browser;
let ticker;
before(async () => {
    browser = await startBrowser();
    ticker = await startTicker(["--rate", "20", "--seed", "42"]);
});
afterEach(async () => {
    await browser.closeTabs();
    browser.complaints.length = 0;
});
after(async () => {
    await browser.close();
    await finish(ticker);
});

async function open(path = "", options = {}) {
    const [tab] = await browser.newTabs(`${ticker.url}lanes.html${path}`, 1, { ...wide, ...options });
    return tab;
}

/**
 * A long-polling client that hangs up sends the end and, over another connection, its next GET; where that comes
 * second, the session is gone.
 */
function assertNoComplaints() {
    assert.deepEqual(browser.complaints.filter((text) => !/a status of 400/.test(text)), []);
}

const status = async (server = ticker) => (await fetch(new URL("/api/status", server.url))).json();

/** The table: by lane, what each column (by its English name) says, its state and its note. */
const board = (tab) => tab.evaluate(() => Object.fromEntries([...document.querySelectorAll("#rows tr")].map((row) => [
    row.dataset.lane,
    {
        state: row.dataset.state, note: row.querySelector("th span span").textContent,
        isOn: row.querySelector("input").checked,
        ...Object.fromEntries([...row.querySelectorAll("td")].map((cell) => [cell.dataset.name, cell.textContent])),
    },
])));

/** Lanes that have something drawn in any of their plots. Copies are read: else Chromium complains. */
const plotted = (tab) => tab.evaluate(() => {
    const isDrawn = (canvas) => {
        const { width, height } = canvas;
        if (width === 0 || height === 0)
            return false;
        const copy = Object.assign(document.createElement("canvas"), { width, height })
            .getContext("2d", { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        return copy.getImageData(0, 0, width, height).data.some((part) => part > 0);
    };
    return [...document.querySelectorAll("#rows tr")]
        .filter((row) => [...row.querySelectorAll("canvas")].some((canvas) => isDrawn(canvas)))
        .map((row) => row.dataset.lane);
});

const factors = { B: 1, kB: 1e3, MB: 1e6, ms: 1, s: 1e3 };
/** "12.3 kB" or "1,234" as a number: bytes, milliseconds or a count. */
function valueOf(text) {
    const [, number, unit = ""] = /^([\d.,]+)(?: (\w+))?$/.exec(text) ?? assert.fail(`"${text}" is no figure`);
    return Number(number.replaceAll(",", "")) * (factors[unit] ?? 1);
}

const untilRow = (tab, id, column, least, limitMs = 30_000) => until(async () => {
    const text = (await board(tab))[id][column];
    return text !== "–" && valueOf(text) >= least;
}, `${id}: ${column} of ${least}`, limitMs, 100);

test("every way is measured, and what is shown is what the server counted", { timeout: 120_000 }, async () => {
    const tab = await open();
    const names = new Set();
    tab.on("request", (request) => {
        const lane = new URL(request.url()).searchParams.get("lane");
        if (lane)
            names.add(lane);
    });
    await untilRow(tab, "poll", "Requests", 8);
    await tab.click("#hold");
    await until(async () => await textOf(tab, "#notice") === "Paused: nothing is requested or received.", "the notice");
    const rows = await board(tab);
    const run = [...names].at(-1).split(".")[0];
    const reply = await fetch(new URL(`/api/lanes?names=${ids.map((id) => `${run}.${id}`)}`, ticker.url));
    const { lanes } = await reply.json();
    assert.equal(lanes.length, ids.length);
    for (const { name, requests, bytesUp, bytesDown } of lanes) {
        const id = name.split(".")[1];
        const row = rows[id];
        // Between the last look and the end a moment passed: one more poll, a tick or two.
        const later = requests - valueOf(row.Requests);
        assert.ok(later <= (asked.includes(id) ? 4 : 0), `${name}: ${requests}, ${row.Requests}`);
        for (const [counted, shown] of [[bytesUp, row["Bytes up"]], [bytesDown, row["Bytes down"]]]) {
            const share = valueOf(shown) / counted;
            assert.ok(share > 0.75 && share < 1.02, `${name}: ${counted} counted, ${shown} shown`);
        }
        const isPoll = id === "poll" || id === "conditional";
        assert.equal(valueOf(row["Ticks missed"]) > 50, isPoll, `${id}: ${row["Ticks missed"]} missed`);
        const age = valueOf(row["Age, median"]);
        assert.ok(isPoll ? age > 300 && age < 1100 : age < 120, `${id}: ${age} ms`);
        assert.ok(valueOf(row["Age, 95\u00a0%"]) >= age);
        assert.ok(isPoll ? valueOf(row["Longest gap"]) >= 950 : valueOf(row["Longest gap"]) < 700, row["Longest gap"]);
        assert.equal(valueOf(row.Empty), asked.includes(id)
            ? valueOf(row.Requests) - valueOf(row.Updates) : 0);
    }
    assert.match(await textOf(tab, "#verdict"),
        /^Here polling needs fewer bytes: .*Polling misses [\d,]+ of [\d,]+ ticks/);
    assert.equal(await tab.locator("#sentences li").count(), ids.length);
    await screenshot(tab, "lanes", { fullPage: true });
    assertOnlyAsked(browser, ticker);
    assertNoComplaints();
});

test("a newcomer clicks through the lessons", { timeout: 120_000 }, async () => {
    const tab = await open();
    await tab.click("#lessons a:nth-child(2)");
    for (const [i, lesson] of lessons.entries()) {
        await until(async () => (await textOf(tab, "#lesson-title")).startsWith(`Lesson ${i + 1}: `), lesson.id);
        await until(async () => (await status()).rate === 1000 / lesson.tickMs, `the rate of ${lesson.id}`);
        const rows = await board(tab);
        assert.deepEqual(ids.filter((id) => rows[id].isOn), lesson.lanes);
        await until(async () => await tab.isVisible("#lesson-plain") === (lesson.plain === true), "the plain page");
        assert.equal(await tab.isVisible("#teacher-notes"), false);
        await tab.click("#teacher summary");
        assert.ok(await tab.locator("#teacher-notes li").count() >= 2);
        await tab.click("#teacher summary");
        for (const id of lesson.lanes)
            await untilRow(tab, id, "Updates", 1);
        await screenshot(tab, `lesson-${i + 1}`, { fullPage: true });
        await tab.click("#lesson-next");
    }
    await until(() => tab.isHidden("#lesson"), "the lessons to be over");
    assertNoComplaints();
});

test("what is switched off has no plots", { timeout: 120_000 }, async () => {
    const tab = await open();
    await until(async () => (await plotted(tab)).length === ids.length, "plots of all");
    for (const [i, { id, lanes }] of lessons.entries()) {
        await tab.goto(`${ticker.url}lanes.html#/lesson/${i + 1}`);
        await until(async () => lanes.length === 0 || (await plotted(tab)).length > 0, `${id}: a plot`);
        await until(async () => (await plotted(tab)).every((lane) => lanes.includes(lane)), `${id}: no others`, 3000);
    }
    await tab.goto(`${ticker.url}lanes.html#/`);
    await until(async () => (await plotted(tab)).length === ids.length, "plots of all again");
    await tab.click("#hold");
    await until(async () => await tab.getAttribute("#hold", "aria-pressed") === "true", "it to be held");
    await tab.click("[data-lane='events'] input");
    await until(async () => !(await plotted(tab)).includes("events"), "no plot while the others are held");
    assert.equal((await plotted(tab)).length, ids.length - 1);
    assert.equal((await board(tab)).events.Requests, "–");
    assert.equal(await tab.locator("#sentences li").count(), ids.length - 1);
    assertNoComplaints();
});

test("the plain page of the first lesson", { timeout: 60_000 }, async () => {
    const tab = await open("#/lesson/1");
    await until(async () => await textOf(tab, "#lesson-plain") === "Open the plain page of ACME", "the link");
    const [plain] = await Promise.all([tab.context().waitForEvent("page"), tab.click("#lesson-plain")]);
    await plain.waitForLoadState();
    assert.equal(new URL(plain.url()).pathname, "/company/ACME");
    assert.equal(await plain.locator("script").count(), 0);
});

test("sliders and boxes by keyboard", { timeout: 90_000 }, async () => {
    await control(ticker, { action: "rate", value: 1 });
    const tab = await open();
    await until(async () => await textOf(tab, "#tick-words") === "every 1 s", "the rate");
    await tabTo(tab, "tick-slider");
    await tab.keyboard.press("ArrowRight");
    await until(async () => (await status()).rate === 2, "two ticks a second");
    assert.equal(await tab.getAttribute("#tick-slider", "aria-valuetext"), "2 times a second");
    await tabTo(tab, "poll-slider");
    for (let i = 0; i < 4; ++i)
        await tab.keyboard.press("ArrowRight");
    assert.equal(await textOf(tab, "#poll-words"), "20 times a second");
    await untilRow(tab, "conditional", "Empty", 20);
    await tabTo(tab, "hold");
    for (let i = 0; i < 4; ++i)
        await tab.keyboard.press("Tab"); // what can be saved, and the first lane
    await tab.keyboard.press("Space");
    await until(async () => (await board(tab)).poll.state === "off", "the lane to be off");
    assert.equal((await board(tab)).poll.Requests, "–");
    await control(ticker, { action: "rate", value: 50 });
    await until(async () => await textOf(tab, "#tick-words") === "50 times a second", "what others have changed");
    await control(ticker, { action: "rate", value: 20 });
});

test("the table can be saved", { timeout: 90_000 }, async () => {
    const tab = await open();
    await untilRow(tab, "poll", "Requests", 5);
    const [csv] = await Promise.all([tab.waitForEvent("download"), tab.click("#csv")]);
    assert.match(csv.suggestedFilename(), /^push-and-polling-.*\.csv$/);
    const lines = readFileSync(await csv.path(), "utf8").trim().split("\r\n");
    assert.equal(lines.length, 1 + ids.length);
    assert.match(lines[1], /^"Short polling",\d+,\d+,\d+,\d+,\d+,[\d.]+,[\d.]+,\d+,[\d.]+$/);
    const [png] = await Promise.all([tab.waitForEvent("download"), tab.click("#png")]);
    const bytes = readFileSync(await png.path());
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    assert.ok(bytes.readUInt32BE(16) > 1500 && bytes.readUInt32BE(20) > 400, "its size");
    if (process.env.TICKERTRAY_OUTPUT)
        await png.saveAs(`${process.env.TICKERTRAY_OUTPUT}/lanes-saved.png`);
    assertNoComplaints();
});

test("a hidden tab measures nothing, and begins anew when it is seen", { timeout: 90_000 }, async () => {
    const other = await startTicker(["--rate", "20"]);
    const [tab] = await browser.newTabs(`${other.url}lanes.html`, 1, wide);
    await untilRow(tab, "poll", "Requests", 4);
    await setVisibility(tab, "hidden");
    await until(async () => (await status(other)).clients === 0, "no client");
    await setVisibility(tab, "visible");
    await untilRow(tab, "websocket", "Updates", 10);
    assert.ok(valueOf((await board(tab)).poll.Requests) < 4);
    await other.stop();
});

test("who may not change the rate is told why", { timeout: 60_000 }, async () => {
    const tab = await open();
    await tab.route("**/api/control", (route) => route.fulfill({
        status: 403, contentType: "application/problem+json",
        body: JSON.stringify({ detail: "Only programs on the same computer may control the server." }),
    }));
    await until(async () => await textOf(tab, "#tick-words") === "20 times a second", "the rate");
    await tab.focus("#tick-slider");
    await tab.keyboard.press("ArrowRight");
    await until(async () => /^The rate cannot be changed: .* control the server\.$/.test(
        await textOf(tab, "#notice")), "why not");
    await until(async () => await textOf(tab, "#tick-words") === "20 times a second", "the rate as it still is");
});

test("the server goes and comes back", { timeout: 120_000 }, async () => {
    const port = String(await freePort());
    let other = await startTicker(["--port", port, "--rate", "20"]);
    const [tab] = await browser.newTabs(`${other.url}lanes.html`, 1, wide);
    await untilRow(tab, "socketio", "Updates", 5);
    await other.stop();
    await until(async () => await textOf(tab, "#notice")
        === "The server can't be reached. The comparison resumes when it is back.", "the notice");
    await until(async () => Object.values(await board(tab)).every(({ state }) => state === "lost"), "all to be lost");
    assert.match((await board(tab)).websocket.note, /^lost, retrying: the (connection was lost|server was shut down)$/);
    other = await startTicker(["--port", port, "--rate", "20"]);
    for (const id of ids)
        await untilRow(tab, id, "Updates", 3);
    assert.equal(await textOf(tab, "#notice"), "");
    await control(other, { action: "pause" });
    await until(async () => await textOf(tab, "#notice") === "The server is paused: there are no new prices.",
        "the pause");
    await other.stop();
});

const looks = {
    light: { options: { colorScheme: "light" } },
    dark: { options: { colorScheme: "dark" }, path: "#/lesson/5" },
    "high contrast": { options: { contrast: "more" }, path: "#/lesson/3" },
    "phone in German": { options: { viewport: { width: 360, height: 760 }, locale: "de-DE" }, path: "#/lesson/2" },
    "dark by choice on a phone": { options: { viewport: { width: 360, height: 760 } }, choices: { theme: "dark" } },
};
for (const [name, { options, choices = {}, path = "" }] of Object.entries(looks)) {
    test(`axe-core finds nothing, and nothing is cut off: ${name}`, { timeout: 60_000 }, async () => {
        const tab = await open(path, { ...options, ...withChoices(ticker, choices) });
        await until(async () => (await board(tab)).poll.state === "on", "polling", 20_000);
        await tab.click(".how summary");
        assert.deepEqual(await complaintsOfAxe(tab), []);
        const [width, shown] = await tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        assert.ok(width <= shown, `${width} px wide in ${shown}`);
        await screenshot(tab, `lanes-${name.replaceAll(" ", "-")}`, { fullPage: true });
        assertNoComplaints();
    });
}
