// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of a program's hardening can be seen in its file, by the binutils, which a compiler needs anyway.
import { run } from "./packaging.js";

const few = 100;
const many = { maxBuffer: 512 * 1024 * 1024 };

/** What is not as it should be, each as a few words; an empty list of a hardened program. */
export async function hardeningFaults(program) {
    const read = async (...args) => (await run("readelf", ["--wide", ...args, program], many)).stdout;
    const [header, segments, dynamic, symbols] = await Promise.all([
        read("--file-header"), read("--segments"), read("--dynamic"), read("--dyn-syms"),
    ]);
    const { stdout: code } = await run("objdump", ["--disassemble", "--no-show-raw-insn", "--section=.text", program],
        many);
    // In a package nothing has a name; what every program has at its start has a few of them.
    const isGuarded = code.includes("<main>:") ? /<main>:\n[^\n]*\bendbr(64|32)\b/.test(code)
        : code.split("endbr").length > few;
    const isX86 = /Machine:.*(X86-64|80386)/.test(header);
    const checks = {
        "no PIE": /Type:\s+DYN/.test(header) && /\bINTERP\b/.test(segments),
        "no RELRO": /\bGNU_RELRO\b/.test(segments),
        "symbols are bound late": /\bBIND_NOW\b|FLAGS_1.*\bNOW\b/.test(dynamic),
        "the stack can be executed": /GNU_STACK\s+(0x\w+\s+){5}RW\s/.test(segments),
        "a segment can be written and executed": !/LOAD\s+(0x\w+\s+){5}RWE/.test(segments),
        "the stack is not protected": /__stack_chk_(fail|guard)/.test(symbols),
        "functions of the C library are not checked": /\b__(?!stack)\w+_chk\b/.test(symbols),
        "jumps are not protected": !isX86 || isGuarded,
    };
    return Object.entries(checks).filter(([, isFine]) => !isFine).map(([fault]) => fault);
}
