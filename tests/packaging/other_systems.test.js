// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is here for systems on which nobody has built the program yet can at least be read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { id, matches, needs, run, source } from "./packaging.js";

const packaging = join(source, "packaging");
const read = (...path) => readFileSync(join(...path), "utf8");

test("the manifest for Flatpak", { timeout: 30_000 }, async () => {
    const manifest = parse(read(packaging, `flatpak/${id}.yml`));
    assert.equal(manifest.id, id);
    assert.equal(manifest.command, "tickertray");
    assert.ok(manifest["finish-args"].includes("--share=network"));
    for (const module of manifest.modules) {
        for (const from of module.sources) {
            if (from.type === "archive")
                assert.match(from.sha256, /^[0-9a-f]{64}$/);
            else
                assert.equal(join(packaging, "flatpak", from.path), join(source));
        }
    }
});

test("the list of properties for macOS", needs("python3"), async () => {
    const names = matches(read(packaging, "macos/Info.plist.in"), /\$\{(MACOSX_BUNDLE_[A-Z_]+)\}/g);
    const filled = read(packaging, "macos/bundle.cmake");
    for (const name of names.filter((each) => each !== "MACOSX_BUNDLE_EXECUTABLE_NAME"))
        assert.ok(filled.includes(name), name);
    const script = "import json, plistlib, sys; print(json.dumps(plistlib.load(open(sys.argv[1], 'rb'))))";
    const { stdout } = await run("python3", ["-c", script, join(packaging, "macos/Info.plist.in")]);
    assert.equal(JSON.parse(stdout).CFBundlePackageType, "APPL");
});
