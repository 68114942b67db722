// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The completions know every option and no other, and shells complete by them.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { cleanEnvironment, finish, launch, temporaryFolder, until } from "../lib/ticker.js";
import { knownOptions, matches, needs, run, source } from "./packaging.js";

after(() => finish());

const folder = join(source, "packaging/completions");
const bashFile = join(folder, "tickertray.bash");
const fishFile = join(folder, "tickertray.fish");
/** What both shells print whenever they begin to read a line: they switch on the terminal's bracketed paste. */
const reading = "\u001b[?2004h";
/** Stands in for the program and tells what it was given. */
const tell = "tickertray() { printf '<%s>\\n' \"$@\"; }";

/** What bash offers for a line of these words, the last of which may be incomplete. */
async function bashOffers(...words) {
    const script = 'source "$1"; COMP_WORDS=(tickertray "${@:2}"); COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))\n'
        + '_tickertray; [ ${#COMPREPLY[@]} = 0 ] || printf "%s\\n" "${COMPREPLY[@]}"';
    const { stdout } = await run("bash", ["--norc", "-c", script, "bash", bashFile, ...words]);
    return stdout.split("\n").filter(Boolean).sort();
}

async function fishOffers(line) {
    const { stdout } = await run("fish", ["--no-config", "-c", "source $argv[1]; complete -C $argv[2]", fishFile, line],
        { env: cleanEnvironment() });
    return stdout.split("\n").filter(Boolean).map((offer) => offer.split("\t")[0]).sort();
}

/** Types the line on a terminal of a shell of its own, presses Tab and Return; returns what the program is given. */
async function typed(shell, setUp, line, cwd) {
    const env = cleanEnvironment(temporaryFolder(), { TERM: "xterm" });
    const terminal = launch("script", ["--quiet", "--return", "--command", shell, "/dev/null"],
        { env, cwd, stdio: ["pipe", "pipe", "pipe"] });
    const said = () => `the shell; it printed ${JSON.stringify(terminal.stdout)}`;
    const type = (text) => terminal.child.stdin.write(text);
    const untilReading = (times) => until(() => terminal.stdout.split(reading).length > times, said);
    await untilReading(1);
    type(`${setUp}\n`);
    await untilReading(2);
    type(`${line}\t\n`);
    await until(() => /^<.*>\r?$/m.test(terminal.stdout), said);
    type("exit\n");
    await terminal.exited;
    return [...terminal.stdout.matchAll(/^<(.*)>\r?$/gm)].map((match) => match[1]);
}

test("bash is offered every option and no other", needs("bash"), async () => {
    assert.deepEqual(await bashOffers("--"), (await knownOptions()).map((name) => `--${name}`));
});

test("bash is offered what an option's value can be", needs("bash"), async () => {
    assert.deepEqual(await bashOffers("--ma"), ["--market"]);
    assert.deepEqual(await bashOffers("--slow-clients", "d"), ["disconnect", "drop-oldest"]);
    // Its own splitting of --slow-clients=d.
    assert.deepEqual(await bashOffers("--slow-clients", "=", "d"), ["disconnect", "drop-oldest"]);
    assert.deepEqual(await bashOffers("--slow-clients", "="), ["conflate", "disconnect", "drop-oldest"]);
    assert.deepEqual(await bashOffers("--port", ""), []);
    const known = await bashOffers("--market", join(source, "resources/examples/market."));
    assert.deepEqual(known.map((file) => file.slice(-4)), [".csv", "json"]);
});

test("the Tab key in bash", needs("script"), async () => {
    const shell = "bash --norc --noprofile -i";
    const setUp = `source ${bashFile}; ${tell}`;
    assert.deepEqual(await typed(shell, setUp, "tickertray --ma"), ["--market"]);
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, "a page"));
    writeFileSync(join(cwd, "a page.txt"), "");
    assert.deepEqual(await typed(shell, setUp, "tickertray --web-root a", cwd), ["--web-root", "a page/"]);
});

test("fish is offered every option and no other, and values", needs("fish"), async () => {
    assert.deepEqual(await fishOffers("tickertray --"), (await knownOptions()).map((name) => `--${name}`));
    assert.deepEqual(await fishOffers("tickertray --ma"), ["--market"]);
    assert.deepEqual(await fishOffers("tickertray --slow-clients d"), ["disconnect", "drop-oldest"]);
    assert.deepEqual(await fishOffers("tickertray "), []);
});

test("zsh's completion names every option and no other", { timeout: 30_000 }, async () => {
    const text = readFileSync(join(folder, "_tickertray"), "utf8");
    assert.deepEqual(matches(text, /^ +'(?:\([^)]*\))?--([a-z-]+)[=[]/gm), await knownOptions());
});

test("the Tab key in zsh", needs("zsh"), async () => {
    // -u: it would ask before it reads folders in which others may write.
    const setUp = `fpath=(${folder} $fpath); autoload -U compinit; compinit -u -D; ${tell}`;
    const zsh = (line) => typed("zsh -f -i", setUp, line);
    assert.match((await zsh("tickertray --ma"))[0], /^--market=?$/);
    assert.deepEqual(await zsh("tickertray --slow-clients con"), ["--slow-clients", "conflate"]);
    assert.deepEqual(await zsh("tickertray --skip"), ["--skip-gaps"]);
});
