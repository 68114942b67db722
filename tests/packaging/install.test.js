// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A package in a Debian that has nothing else: installed, tried by an ordinary user, purged. ./dev test-packages runs
// this as root: TICKER_PACKAGE is the package, TICKER_BARE_DEBIAN a tar file of the Debian.
import assert from "node:assert/strict";
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { geometry, mainWindow, startDesktop, trayIcon } from "../desktop/desktop.js";
import { finish, launch, until } from "../lib/ticker.js";
import { hardeningFaults } from "./hardening.js";
import { id, matches, run, source } from "./packaging.js";

const user = "1000";
const home = "/home/tester";
const minutes = 60_000;
// Not in the folder for temporary files, which may be in memory.
const debian = mkdtempSync("/var/tmp/tickertray-install-");
const inside = (path) => join(debian, path);

/** Starts a command in that Debian, as root. */
const enter = (...command) => launch(join(source, "tests/packaging/enter.sh"), [debian, ...command]);

/** Runs a command in that Debian, as root, and returns what it prints. */
async function done(...command) {
    const running = enter(...command);
    assert.deepEqual(await running.exited, { code: 0, signal: null },
        `${command.join(" ")}: ${running.stdout}${running.stderr}`);
    return running.stdout;
}

/** Paths that a find in that Debian sees. */
async function paths() {
    const text = await done("find", "/", "-xdev", "-path", "/proc", "-prune", "-o", "-print");
    return new Set(text.split("\n"));
}

/** The program as an ordinary user starts it. */
function asUser(args, env = []) {
    return enter("setpriv", `--reuid=${user}`, `--regid=${user}`, "--clear-groups",
        "env", `HOME=${home}`, `XDG_CONFIG_HOME=${home}/config`, `XDG_RUNTIME_DIR=${home}`, ...env,
        "tickertray", ...args);
}

async function address(program) {
    const [, url] = await until(() => /^Listening on (http:\S+)$/m.exec(program.stdout),
        () => `the address; it printed ${JSON.stringify([program.stdout, program.stderr])}`);
    return url;
}

async function stopped(program) {
    program.child.kill();
    assert.deepEqual(await program.exited, { code: 0, signal: null }, program.stderr);
}

let bare;
let installed;

before(async () => {
    await run("tar", ["--extract", `--file=${process.env.TICKER_BARE_DEBIAN}`, `--directory=${debian}`]);
    // Nothing that is installed there starts a service.
    writeFileSync(inside("usr/sbin/policy-rc.d"), "#!/bin/sh\nexit 101\n");
    chmodSync(inside("usr/sbin/policy-rc.d"), 0o755);
    mkdirSync(inside(home), { mode: 0o700 });
    await run("chown", [`${user}:${user}`, inside(home)]);
    copyFileSync(process.env.TICKER_PACKAGE, inside("srv/package.deb"));
    await done("apt-get", "update");
    bare = await paths();
}, { timeout: 10 * minutes });
after(() => {
    finish();
    rmSync(debian, { recursive: true, force: true });
});

test("apt installs it with what it depends on, and nothing that is only recommended", { timeout: 15 * minutes },
    async (t) => {
        await done("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "--no-install-recommends",
            "/srv/package.deb");
        assert.equal(await done("dpkg-query", "--show", "--showformat=${db:Status-Status}", "tickertray"), "installed");
        assert.equal(await done("dpkg", "--verify", "tickertray"), "");
        installed = (await done("dpkg", "--listfiles", "tickertray")).trim().split("\n");
        t.diagnostic((await done("dpkg-query", "--show", "tickertray")).trim());
    });

test("files are where they belong", { timeout: minutes }, async () => {
    const expected = [
        "bin/tickertray",
        "lib/systemd/user/tickertray.service",
        `share/applications/${id}.desktop`,
        "share/bash-completion/completions/tickertray",
        "share/doc/tickertray/changelog.Debian.gz",
        "share/doc/tickertray/copyright",
        "share/fish/vendor_completions.d/tickertray.fish",
        ...[16, 22, 24, 32, 48, 64, 128, 256, 512].map((side) => `share/icons/hicolor/${side}x${side}/apps/${id}.png`),
        `share/icons/hicolor/scalable/apps/${id}.svg`,
        `share/icons/hicolor/symbolic/apps/${id}-symbolic.svg`,
        "share/man/man1/tickertray.1.gz",
        `share/metainfo/${id}.metainfo.xml`,
        "share/zsh/vendor-completions/_tickertray",
    ];
    for (const file of expected)
        assert.ok(installed.includes(`/usr/${file}`), file);
    // Bare Debians leave documents out only where they are told to; this one is not.
    for (const file of installed)
        assert.ok(existsSync(inside(file)), file);
    for (const file of installed)
        assert.match(file, /^\/(\.|usr(\/(bin|lib|share)(\/.*)?)?)$/);
});

test("the program is hardened", { timeout: minutes }, async () => {
    assert.deepEqual(await hardeningFaults(inside("usr/bin/tickertray")), []);
});

test("the version is the package's", { timeout: minutes }, async () => {
    const version = await done("dpkg-query", "--show", "--showformat=${Version}", "tickertray");
    assert.equal((await done("tickertray", "--version")).trim(), `tickertray ${version.replace(/-.*/, "")}`);
    assert.match(await done("tickertray", "--help"), /--headless/);
});

test("it serves headless", { timeout: minutes }, async () => {
    const program = asUser(["--headless", "--port", "0", "--interval", "20"]);
    const url = await address(program);
    const quote = await until(async () => {
        const answer = await fetch(`${url}api/quote`);
        return answer.ok && answer.json();
    }, "a price");
    assert.equal(quote.symbol, "ACME");
    assert.match(await (await fetch(url)).text(), /<title>/);
    assert.equal((await fetch(`${url}socket.io/socket.io.js`)).status, 200);
    await stopped(program);
    assert.equal(program.stderr, "");
});

test("it shows its window, its icon and its tray icon", { timeout: 2 * minutes }, async (t) => {
    const desktop = await startDesktop();
    t.after(() => desktop.stop());
    const program = asUser(["--port", "0"], [`DISPLAY=${desktop.env.DISPLAY}`]);
    const url = await address(program);
    const window = await mainWindow(desktop);
    const sizes = matches(await desktop.property(window, "_NET_WM_ICON"), /Icon \((\d+) x \d+\)/g);
    assert.ok(sizes.includes("16") && sizes.includes("64"), sizes.join());
    const { x, y, width, height } = await geometry(desktop, await trayIcon(desktop));
    // The colour of the plate, as the drawing has it.
    const picture = inside("srv/tray.png");
    const where = `${width}x${height}+${x}+${y}`;
    await until(async () => {
        await run("import", ["-window", "root", "-crop", where, picture], { env: desktop.env });
        return (await run("convert", [picture, "-depth", "8", "-unique-colors", "txt:-"])).stdout.includes("#1D4FC4");
    }, "the tray icon's blue");
    assert.equal((await fetch(`${url}api/status`)).status, 200);
    await desktop.screenshot("window");
    await stopped(program);
    assert.equal(program.stderr, "");
});

test("after a purge nothing of it is left", { timeout: 5 * minutes }, async () => {
    await done("apt-get", "purge", "--yes", "tickertray");
    const left = await paths();
    // Folders that it shared with what it depends on are theirs.
    for (const path of installed.filter((each) => left.has(each) && !bare.has(each)))
        assert.match(await done("dpkg-query", "--search", path), /^(?!tickertray)/);
    const named = [...left].filter((path) => /tickertray/i.test(path) && !path.startsWith(home));
    assert.deepEqual(named, []);
    const query = enter("dpkg-query", "--show", "tickertray");
    assert.notEqual((await query.exited).code, 0, query.stdout);
});
