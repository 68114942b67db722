// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The preset release hardens what it builds. To build all of it would take long: a program of a few lines, with those
// flags, shows what compiler and linker make of them. install.test.js looks at whole packages.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { temporaryFolder } from "../lib/ticker.js";
import { hardeningFaults } from "./hardening.js";
import { run, source } from "./packaging.js";

const folder = temporaryFolder();
const program = `
#include <cstdio>
#include <cstring>
int main(int count, char **arguments)
{
    char text[64];
    std::strcpy(text, arguments[0]);
    std::printf("%s %d\\n", text, count);
}
`;
let compiler;
let compileFlags;
let linkFlags;

before(async () => {
    await run(process.env.CMAKE, ["--preset", "release", "-S", source, "-B", folder, "-G", "Ninja"], { cwd: source });
    const commands = JSON.parse(readFileSync(join(folder, "compile_commands.json"), "utf8"));
    const { command } = commands.find((each) => each.command.includes("tickertray.dir"));
    const words = command.split(/\s+/).filter((word) => !word.endsWith("ccache"));
    compiler = words[0];
    compileFlags = words.filter((word) => /^-(f|O|U_|D_)/.test(word));
    const ninja = readFileSync(join(folder, "build.ninja"), "utf8");
    const [, block] = /^build tickertray: (.*?)\n\n/ms.exec(ninja);
    // Later versions of CMake have the linker tell in the build's folder what the program is made of.
    linkFlags = /^ +LINK_FLAGS = (.*)$/m.exec(block)[1].trim().split(/\s+/)
        .filter((flag) => !flag.startsWith("-Wl,--dependency-file="));
    writeFileSync(join(folder, "small.cpp"), program);
});

async function build(name, flags) {
    const path = join(folder, name);
    await run(compiler, [...flags, join(folder, "small.cpp"), "-o", path]);
    return path;
}

test("a program with the flags of the preset release is hardened", { timeout: 60_000 }, async () => {
    assert.deepEqual(await hardeningFaults(await build("hardened", [...compileFlags, ...linkFlags])), []);
});

test("all that is compiled has the flags", { timeout: 60_000 }, () => {
    const commands = JSON.parse(readFileSync(join(folder, "compile_commands.json"), "utf8"));
    const ours = commands.filter(({ file }) => /\/(app|ui)\//.test(file.slice(source.length)) || /unity_/.test(file));
    assert.ok(ours.length > 10);
    for (const { command, file } of ours) {
        for (const flag of ["-D_FORTIFY_SOURCE=2", "-fstack-protector-strong", "-fstack-clash-protection"])
            assert.ok(command.includes(flag), `${flag}: ${file}`);
    }
});

test("one without them is not, and each is missed", { timeout: 60_000 }, async () => {
    const bare = await build("bare", ["-O2", "-U_FORTIFY_SOURCE", "-fno-stack-protector", "-fcf-protection=none",
        "-no-pie", "-Wl,-z,norelro", "-Wl,-z,lazy", "-Wl,-z,execstack"]);
    const faults = await hardeningFaults(bare);
    assert.deepEqual(faults.filter((fault) => !fault.startsWith("a segment")), ["no PIE", "no RELRO",
        "symbols are bound late", "the stack can be executed", "the stack is not protected",
        "functions of the C library are not checked", ...process.arch === "x64" ? ["jumps are not protected"] : []]);
});
