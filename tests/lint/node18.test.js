// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// That ./dev lint refuses what Node 18 lacks, and nothing that it has; and no package of npm wants a newer Node.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { satisfies } from "semver";

const eslint = new ESLint({
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    overrideConfigFile: fileURLToPath(new URL("../eslint.config.js", import.meta.url)),
});

/** The messages about one line of code, as if it stood in that file. */
async function complaints(code, filePath) {
    const [{ messages }] = await eslint.lintText(`${code}\n`, { filePath });
    return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

const lacking = [
    "console.log(process.argv.toSorted());",
    "console.log(process.argv.toReversed(), process.argv.toSpliced(0, 1));",
    "console.log([1, 2].with(0, 3));",
    "console.log(await Array.fromAsync([]));",
    "console.log(Object.groupBy([], String), Promise.withResolvers());",
    "console.log(new Map().keys().map(String));",
    "console.log(import.meta.dirname);",
    "process.loadEnvFile();",
    "import { glob } from \"node:fs\";\nglob(\"*\", console.log);",
    "import { suite } from \"node:test\";\nsuite(\"a\", console.log);",
    "import { test } from \"node:test\";\ntest(\"a\", (t) => t.assert.ok(true));",
    "import { test } from \"node:test\";\ntest(\"a\", (t) => t.plan(1));",
    "import { test } from \"node:test\";\ntest(\"a\", (t) => t.waitFor(console.log));",
    "console.log([\"--test-isolation=none\", \"a.test.js\"]);",
    "console.log(new WebSocket(\"ws://localhost\"));",
];
for (const code of lacking) {
    test(`refused: ${code.split("\n").at(-1)}`, async () => {
        for (const file of ["tests/clients/some.test.js", "resources/examples/node-some.js"])
            assert.match((await complaints(code, file)).join("\n"), /^(n\/no|no-restrict|no-undef: 'WebSocket)/m, file);
    });
}

const present = [
    "import { after, before, describe, mock, test } from \"node:test\";"
        + "\nconsole.log(after, before, describe, mock, test);",
    "import { availableParallelism } from \"node:os\";\nconsole.log(availableParallelism());",
    "console.log([\"--test\", \"--test-name-pattern=a\", \"--test-reporter=spec\"], import.meta.url);",
    "console.log(await fetch(\"http://localhost\"), import.meta.resolve(\"ws\"));",
    "console.log([...process.argv].sort(), Object.keys(process.env).map(String), [1].findLast(String));",
];
for (const code of present) {
    test(`accepted: ${code.split("\n").at(-1)}`, async () => {
        assert.deepEqual(await complaints(code, "tests/clients/some.test.js"), []);
    });
}

test("the page's modules, which tests load, keep to the language of Node 18; a browser's test may use a WebSocket",
    async () => {
        assert.notDeepEqual(await complaints("[].toSorted();", "resources/web/some.js"), []);
        const code = "console.log(new WebSocket(\"ws://localhost\"));";
        assert.deepEqual(await complaints(code, "resources/web/some.js"), []);
        assert.deepEqual(await complaints(code, "tests/browser/some.test.js"), []);
    });

for (const folder of ["tests", "resources/web"]) {
    test(`the packages of ${folder} run on Node 18`, () => {
        const read = (name) => JSON.parse(readFileSync(new URL(`../../${folder}/${name}`, import.meta.url), "utf8"));
        const [, oldest] = /^>=(\d+\.\d+)$/.exec(read("package.json").engines.node);
        const { packages } = read("package-lock.json");
        assert.ok(Object.keys(packages).length > 2);
        for (const [path, { engines }] of Object.entries(packages)) {
            const wanted = engines?.node ?? "*";
            assert.ok(satisfies(`${oldest}.0`, wanted), `${path} wants Node ${wanted}`);
        }
    });
}
