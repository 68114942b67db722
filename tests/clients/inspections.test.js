// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What --inspect says of a file, seen from a shell.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { cleanEnvironment, finish, launch, launchTicker, temporaryFolder } from "../lib/ticker.js";

after(() => finish());

const limit = { timeout: 60_000 };
const samples = fileURLToPath(new URL("../market/tick_file/files", import.meta.url));
const folder = temporaryFolder();

function write(name, bytes) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
}

/** The exit code and the lines that were printed. */
async function inspect(path, ...options) {
    const ticker = launchTicker(["--inspect", path, ...options]);
    const { code } = await ticker.exited;
    assert.equal(ticker.stderr, "");
    return { code, lines: ticker.stdout.trimEnd().split("\n") };
}

/** The text behind a label. */
const textOf = (lines, label) => lines.find((line) => line.startsWith(`${label}:`))?.slice(12);

test("a packed file of bars, whole", limit, async () => {
    const bars = "made by a tool\nDate;Open;High;Low;Close;Note\n2024-01-02 09:30;1,5;2,5;1,0;2,0;x\n"
        + "2024-01-02 09:31;1,5;2,5;;2,0;y\n2024-01-02 09:32;1,5;2,5;1,0;2,0;z\n";
    const path = write("aapl.csv.gz", gzipSync(bars));
    assert.deepEqual(await inspect(path, "--time-zone", "America/New_York"), {
        code: 0,
        lines: [
            "aapl.csv.gz",
            "Plays:      yes",
            "Format:     CSV in gzip, UTF-8, separated by \";\", decimal comma, header on line 2",
            "Content:    bars",
            "Columns:    Date -> time, Open -> open, High -> high, Low -> low, Close -> close; not used: Note",
            "Times:      2024-01-02 14:30:00 to 2024-01-02 14:33:30 UTC, in America/New_York (by --time-zone)",
            "Rows:       3 (ticks: 8), in the order of time",
            "Symbols:    1: AAPL; decimals: 1; by the name of the file",
            "Left out:   1 of 3 rows",
            "            1 x low: missing, first on line 4: 2024-01-02 09:31;1,5;2,5;;2,0;y",
            `To play it: tickertray --replay ${path} --time-zone America/New_York`,
        ],
    });
});

const understood = {
    "alpaca_ws.jsonl": ["JSON Lines, UTF-8", "ticks",
        "i -> id, S -> symbol, p -> price, s -> size, t -> time; not used: T, x, c, z"],
    "binance_spot_trades.csv": ["CSV, UTF-8, separated by \",\", no header", "ticks",
        "1 -> id, 2 -> price, 3 -> size, 5 -> time, 6 -> side; not used: 4, 7"],
    "coinbase_ws.jsonl": ["JSON Lines, UTF-8", "ticks",
        "trade_id -> id, time -> time, product_id -> symbol, size -> size, price -> price, side -> side, "
        + "best_bid -> bid, best_bid_size -> bid-size, best_ask -> ask, best_ask_size -> ask-size, last_size -> size; "
        + "not used: type, sequence, maker_order_id, taker_order_id, open_24h, volume_24h, low_24h, high_24h, "
        + "volume_30d"],
    "databento_trades.csv": ["CSV, UTF-8, separated by \",\", header on line 1", "ticks",
        "ts_event -> time, side -> side, price -> price, size -> size, symbol -> symbol; not used: ts_recv, rtype, "
        + "publisher_id, instrument_id, action, depth, flags, ts_in_delta, sequence"],
    "dukascopy_node.csv": ["CSV, UTF-8, separated by \",\", header on line 1",
        "bid and ask; their mean is played (--columns price=bidPrice plays the bid)",
        "timestamp -> time, askPrice -> ask, bidPrice -> bid, askVolume -> ask-size, bidVolume -> bid-size"],
    "ariva.csv": ["CSV, UTF-8, separated by \";\", decimal comma, header on line 1", "bars",
        "Datum -> time, Erster -> open, Hoch -> high, Tief -> low, Schlusskurs -> close, Stuecke -> size; "
        + "not used: Volumen"],
    "freqtrade_ohlcv.json": ["JSON, UTF-8", "bars", "1 -> time, 2 -> open, 3 -> high, 4 -> low, 5 -> close, 6 -> size"],
    "histdata_tick_noheader.csv": ["CSV, UTF-8, separated by \",\", no header",
        "bid and ask; their mean is played (--columns price=2 plays the bid)",
        "1 -> time, 2 -> bid, 3 -> ask, 4 -> size"],
    "mt5_ticks.csv": ["CSV, UTF-8, separated by tabs, header on line 1",
        "bid and ask; their mean is played (--columns 'price=<BID>' plays the bid)",
        "<DATE> -> time, <TIME> -> time-of-day, <BID> -> bid, <ASK> -> ask, <VOLUME> -> size; "
        + "not used: <LAST>, <FLAGS>"],
    "mt5_trades.csv": ["CSV, UTF-8, separated by tabs, header on line 1", "ticks",
        "<DATE> -> time, <TIME> -> time-of-day, <BID> -> bid, <ASK> -> ask, <LAST> -> price, <VOLUME> -> size, "
        + "<FLAGS> -> side"],
    "sepline.csv": ["CSV, UTF-8, separated by \";\", header on line 2", "ticks",
        "time -> time, symbol -> symbol, price -> price"],
    "yfinance_one.csv": ["CSV, UTF-8, separated by \",\", header on line 1", "bars",
        "Date -> time, Close ACME -> close, High ACME -> high, Low ACME -> low, Open ACME -> open, "
        + "Volume ACME -> size"],
};
for (const [name, texts] of Object.entries(understood)) {
    test(`what is understood of ${name}`, limit, async () => {
        const { code, lines } = await inspect(join(samples, name));
        assert.equal(code, 0);
        assert.deepEqual(["Format", "Content", "Columns"].map((label) => textOf(lines, label)), texts);
    });
}

/** These do not say how they are to be read, or hold no ticks. */
const unplayable = [
    "databento_mbp1.csv", "databento_raw.csv", "empty.csv", "excel_dates.csv", "excel_epoch.csv", "header_only.csv",
    "time_only.csv",
];
for (const name of readdirSync(samples)) {
    test(`the sample ${name} plays or says why not`, limit, async () => {
        const { code, lines } = await inspect(join(samples, name));
        assert.equal(lines[0], name);
        const plays = textOf(lines, "Plays");
        if (unplayable.includes(name)) {
            assert.equal(code, 1, plays);
            assert.match(plays, /^no: ./);
        } else {
            assert.equal(code, 0, plays);
            assert.equal(plays, "yes");
            assert.match(textOf(lines, "Rows"), /^[1-9]\d* \(ticks: [1-9]\d*\), /);
        }
        for (const line of lines.slice(1))
            assert.match(line, /^(?:[A-Z][A-Za-z ]*: *| {12})(?<=^.{12})\S/);
    });
}

test("the command that it prints plays the file", limit, async () => {
    const path = write("it's.csv", "when,quote,size\n01/02/2024,5,1\n02/02/2024,6,1\n");
    const options = ["--columns", "time=when,price=quote", "--date-order", "day-first", "--replay-symbol", "X"];
    const { code, lines } = await inspect(path, ...options);
    assert.equal(code, 0, lines[1]);
    const command = textOf(lines, "To play it");
    assert.equal(command, `tickertray --replay '${path.replace("'", "'\\''")}' ${options.join(" ")}`);
    const ticker = launchTicker(["--headless", "--port", "0", "--replay", path, ...options, "--skip-gaps",
        "--speed", "1000", "--exit-at-end"]);
    assert.deepEqual(await ticker.exited, { code: 0, signal: null });
});

test("the command that it prints is one for bash, whatever the name", limit, async () => {
    for (const name of ["new\nline.csv", "odd\u001b[31m.csv", "rtl\u202e.csv", "tab\tand 'quote' and \\ .csv",
        "\u009b\u{e0041}.csv",
        "-dash.csv", "$(touch x) `id` !x.csv", "\u{1f600} é.csv"]) {
        const path = write(name, "time,price\n1700000000,5\n");
        const { code, lines } = await inspect(path);
        assert.equal(code, 0, name);
        const words = textOf(lines, "To play it").replace(/^tickertray --replay /, "printf %s ");
        assert.equal(execFileSync("bash", ["-c", words], { encoding: "utf8" }), path);
    }
});

test("a name that is not UTF-8", limit, async () => {
    const name = `${folder}/bad\\377.csv`;
    for (const option of ["--inspect", "--replay", "--export out.csv --replay", "--market", "--record"]) {
        const line = `printf 'time,price\\n1,5\\n' > "$(printf '${name}')"; ` +
            `"$0" --headless ${option} "$(printf '${name}')"`;
        const program = launch("bash", ["-c", line, process.env.TICKERTRAY], { env: cleanEnvironment(), cwd: folder });
        assert.equal((await program.exited).code, 1);
        assert.match(program.stdout + program.stderr, /The name of this file is not UTF-8\. Rename it\./, option);
    }
});

test("the option that answers is in the message", limit, async () => {
    const path = write("dates.csv", "date,price\n01/02/2024,5\n");
    const asked = await inspect(path);
    assert.equal(asked.code, 1);
    assert.match(textOf(asked.lines, "Plays"), /^no: .*--date-order/);
    assert.equal(textOf(asked.lines, "To play it"), undefined);
    const unknown = await inspect(write("unknown.csv", "time,what\n1700000000,5\n"));
    assert.equal(textOf(unknown.lines, "Columns"), "none is known; not used: time, what");
    const answered = await inspect(path, "--date-order", "month-first");
    assert.equal(answered.code, 0);
    assert.match(textOf(answered.lines, "Times"), /^2024-01-02 /);
});

test("a file that plays in part", limit, async () => {
    const path = write("part.csv", "time,price\n1700000000,5\n1700000001,oops\n1700000002,6\n");
    const { code, lines } = await inspect(path, "--bad-rows", "stop");
    assert.equal(code, 1);
    assert.equal(textOf(lines, "Plays"), "in part: line 3: price: oops is not a number");
    assert.equal((await inspect(path)).code, 0);
});

test("what a terminal would obey is escaped", limit, async () => {
    const path = write("odd\u001b[31m.csv", "time,price,\u001b]0;x\u0007\n1700000000,5,a\n1700000001,,\u001b[2J\n");
    const { code, lines } = await inspect(path);
    assert.equal(code, 0);
    assert.equal(lines[0], "odd\\u001b[31m.csv");
    assert.ok(textOf(lines, "Columns").endsWith("not used: \\u001b]0;x\\u0007"), lines.join("\n"));
    assert.ok(lines.some((line) => line.endsWith("1700000001,,\\u001b[2J")), lines.join("\n"));
    assert.ok(!lines.join("").includes("\u001b"));
});

test("a file that is not there, and options that do not go with it", limit, async () => {
    const missing = await inspect(join(folder, "nothing.csv"));
    assert.deepEqual([missing.code, missing.lines], [1, ["nothing.csv", "Plays:      no: This file does not exist."]]);
    assert.equal((await inspect(folder)).lines[0], basename(folder));
    for (const options of [["--port", "0"], ["--replay", "t.csv"], ["--date-order", "year"]]) {
        const ticker = launchTicker(["--inspect", "t.csv", ...options]);
        assert.equal((await ticker.exited).code, 2);
        assert.equal(ticker.stdout, "");
        assert.equal(ticker.stderr.trimEnd().split("\n").length, 1);
    }
});
