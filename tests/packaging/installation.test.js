// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What `cmake --install` leaves where, and the icons that the build drew.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { finish, temporaryFolder } from "../lib/ticker.js";
import { build, id, run } from "./packaging.js";

after(() => finish());

const drawn = join(build, "packaging/icons");
const sides = [16, 22, 24, 32, 48, 64, 128, 256, 512];
const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

/** The side of a square picture; fails for what is none. */
function pngSide(bytes) {
    assert.ok(bytes.subarray(0, signature.length).equals(signature), "a PNG");
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    assert.equal(width, height);
    return width;
}

test("everything is installed where it belongs", { timeout: 60_000 }, async () => {
    const prefix = temporaryFolder();
    await run(process.env.CMAKE, ["--install", build, "--prefix", prefix]);
    const expected = [
        "bin/tickertray",
        "lib/systemd/user/tickertray.service",
        `share/applications/${id}.desktop`,
        "share/bash-completion/completions/tickertray",
        "share/doc/tickertray/FILES.md",
        "share/doc/tickertray/FILE_FORMATS.md",
        "share/doc/tickertray/WIRE.md",
        "share/doc/tickertray/examples/market.json",
        "share/fish/vendor_completions.d/tickertray.fish",
        ...sides.map((side) => `share/icons/hicolor/${side}x${side}/apps/${id}.png`),
        `share/icons/hicolor/scalable/apps/${id}.svg`,
        `share/icons/hicolor/symbolic/apps/${id}-symbolic.svg`,
        "share/man/man1/tickertray.1",
        `share/metainfo/${id}.metainfo.xml`,
        "share/zsh/site-functions/_tickertray",
    ];
    const found = readdirSync(prefix, { recursive: true }).filter((path) => statSync(join(prefix, path)).isFile());
    const rest = found.filter((path) => !path.startsWith("share/doc/tickertray/examples/")
        || path.endsWith("market.json"));
    assert.deepEqual(rest.sort(), expected.sort());
    for (const side of sides)
        assert.equal(pngSide(readFileSync(join(prefix, `share/icons/hicolor/${side}x${side}/apps/${id}.png`))), side);
});

test("the icon for Windows has what its directory says", { timeout: 30_000 }, () => {
    const bytes = readFileSync(join(drawn, `${id}.ico`));
    assert.deepEqual([bytes.readUInt16LE(0), bytes.readUInt16LE(2)], [0, 1]);
    const count = bytes.readUInt16LE(4);
    const found = [];
    for (let i = 0; i < count; ++i) {
        const entry = bytes.subarray(6 + 16 * i);
        const picture = bytes.subarray(entry.readUInt32LE(12), entry.readUInt32LE(12) + entry.readUInt32LE(8));
        assert.equal(picture.length, entry.readUInt32LE(8));
        assert.equal(pngSide(picture), entry.readUInt8(0) || 256);
        found.push(pngSide(picture));
    }
    assert.deepEqual(found, [16, 24, 32, 48, 64, 128, 256]);
});

test("the icon for macOS is a row of whole pictures", { timeout: 30_000 }, () => {
    const bytes = readFileSync(join(drawn, `${id}.icns`));
    assert.equal(bytes.toString("latin1", 0, 4), "icns");
    assert.equal(bytes.readUInt32BE(4), bytes.length);
    const found = {};
    for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at + 4))
        found[bytes.toString("latin1", at, at + 4)] = pngSide(bytes.subarray(at + 8, at + bytes.readUInt32BE(at + 4)));
    assert.deepEqual(found, { icp4: 16, icp5: 32, ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512,
        ic14: 512 });
});
