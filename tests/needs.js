// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// needs.js BUILD_FOLDER <JSON: what the tests need that `ctest --show-only=json-v1` lists, a line each: "target PATH",
// a file that the build makes, and "label NAME".
import { readFileSync } from "node:fs";
import { relative } from "node:path";

const [build] = process.argv.slice(2);
const lines = new Set();
for (const { properties = [] } of JSON.parse(readFileSync(0, "utf8")).tests) {
    const values = (wanted) => properties.filter(({ name }) => name === wanted).flatMap(({ value }) => value);
    for (const path of values("REQUIRED_FILES"))
        lines.add(`target ${relative(build, path)}`);
    for (const label of values("LABELS"))
        lines.add(`label ${label}`);
}
console.log([...lines].join("\n"));
