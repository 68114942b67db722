// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is written about the program for people, desktops and packagers agrees with it and with the rules of its form.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { finish, temporaryFolder } from "../lib/ticker.js";
import { build, id, knownOptions, matches, needs, programVersion, run, source } from "./packaging.js";

after(() => finish());

const packaging = join(source, "packaging");
const manual = join(build, "packaging/tickertray.1");
const metainfo = join(build, `packaging/${id}.metainfo.xml`);
const read = (...path) => readFileSync(join(...path), "utf8");

test("the manual page describes every option and no other", { timeout: 30_000 }, async () => {
    const options = read(manual).split(".SH OPTIONS")[1].split(".SH")[0].replaceAll("\\-", "-");
    assert.deepEqual(matches(options, /^\.TP\n\.BI? --([a-z-]+)/gm), await knownOptions());
});

test("the README lists every option and no other", { timeout: 30_000 }, async () => {
    const section = read(source, "README.md").split("## Command line")[1].split("```")[1];
    assert.deepEqual(matches(section, /(?:^|, )--([a-z-]+)/gm), await knownOptions());
});

test("the manual page is formatted without a warning", needs("man"), async () => {
    const { stdout, stderr } = await run("man", ["--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", manual],
        { env: { ...process.env, LC_ALL: "C.UTF-8", MANROFFSEQ: "", MANWIDTH: "80" } });
    assert.equal(stderr, "");
    assert.ok(stdout.length > 1000);
});

test("the version is the same everywhere", { timeout: 30_000 }, async () => {
    const version = await programVersion();
    const [, newest, date] = /^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$/m.exec(read(source, "CHANGELOG.md"));
    assert.equal(newest, version);
    assert.match(read(manual), new RegExp(`^\\.TH TICKERTRAY 1 ${date} "TickerTray ${version}"`, "m"));
    const [, release] = /<releases>\s*(<release [^>]*>)/.exec(read(metainfo));
    assert.match(release, new RegExp(`version="${version}" date="${date}"`));
    assert.equal(matches(read(metainfo), /<release version="([^"]+)"/g).length,
        matches(read(source, "CHANGELOG.md"), /^## \[(\d[\d.]*)\]/gm).length);
});

test("the changelog as Debian wants it", needs("dpkg-parsechangelog"), async () => {
    const { stdout } = await run(join(packaging, "debian/changelog.sh"),
        ["1~deb12", "Some One <one@example.invalid>", join(source, "CHANGELOG.md")]);
    assert.equal(stdout.split("\n").find((line) => line.length > 80), undefined);
    const parsed = await run("sh", ["-c", "printf %s \"$1\" | dpkg-parsechangelog -l - --all", "sh", stdout]);
    assert.equal(parsed.stderr, "");
    assert.match(parsed.stdout, new RegExp(`^Version: ${await programVersion()}-1~deb12$`, "m"));
    assert.match(parsed.stdout, /^Maintainer: Some One <one@example\.invalid>$/m);
});

test("the desktop file is valid", needs("desktop-file-validate"), async () => {
    const { stdout } = await run("desktop-file-validate", [join(packaging, `${id}.desktop`)]);
    assert.equal(stdout, "");
});

/** What is worse than a hint, as appstreamcli says it. */
async function complaints(file) {
    const { stdout, stderr } = await run("appstreamcli", ["validate", "--no-net", "--no-color", file])
        .catch((error) => error);
    assert.match(stdout, /Validation/, stderr);
    return matches(stdout, /^([EW]: .*)/gm);
}

test("the metainfo is valid", needs("appstreamcli"), async () => {
    const found = await complaints(metainfo);
    // Newer versions want a page on the web, and the project has none.
    assert.deepEqual(found.filter((line) => !line.endsWith(" url-homepage-missing")), []);
});

test("the metainfo is valid with a page and pictures on the web, too", needs("appstreamcli"), async () => {
    const output = join(temporaryFolder(), `${id}.metainfo.xml`);
    await run(process.env.CMAKE, [`-DCHANGELOG=${join(source, "CHANGELOG.md")}`, `-DOUTPUT=${output}`,
        `-DMETAINFO=${join(packaging, `${id}.metainfo.xml.in`)}`, "-DTICKER_HOMEPAGE=https://example.org/",
        "-DTICKER_SCREENSHOTS=https://example.org/pictures", "-P", join(packaging, "releases.cmake")]);
    const pictures = matches(read(output), /example\.org\/pictures\/([^<]*)</g);
    assert.equal(pictures.length, 2);
    for (const name of pictures)
        assert.ok(existsSync(join(source, "resources/screenshots", name)), name);
    assert.deepEqual(await complaints(output), []);
});

test("what starts the program gives it options that it knows", { timeout: 30_000 }, async () => {
    const known = await knownOptions();
    for (const file of [`${id}.desktop`, "tickertray.service"]) {
        const commands = matches(read(packaging, file), /^#? *(?:Exec|ExecStart)=(tickertray.*)$/gm);
        assert.ok(commands.length > 1, file);
        for (const option of matches(commands.join("\n"), /--([a-z-]+)/g))
            assert.ok(known.includes(option), `${file}: --${option}`);
    }
});

test("the unit is one that systemd takes", needs("systemd-analyze"), async () => {
    const { stderr } = await run("systemd-analyze", ["--user", "--man=no", "verify",
        join(packaging, "tickertray.service")], { env: { ...process.env, XDG_RUNTIME_DIR: temporaryFolder() } })
        .catch((error) => error);
    // The program need not be installed where the tests run.
    const found = stderr.split("\n").filter((line) => line.includes("tickertray.service")
        && !/Command .*tickertray is not executable|executable path|No such file/i.test(line));
    assert.deepEqual(found, []);
});
