// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The compilation database of a build that compiles rooms as one source, with each source by itself again.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { quotedIncludes } from "./includes.js";

const isUnity = (file) => /\/Unity\/unity_\w+\.cxx$/.test(file);

/** Headers that GCC has read before: clang cannot, and is to see what a source includes by itself. */
const precompiled = / -Winvalid-pch|-fpch-preprocess | -include \S+\/cmake_pch\.hxx/g;

/**
 * Entries of a database, one for each source and without precompiled headers: those that a unity source includes have
 * its flags.
 */
export function expandUnity(entries) {
    return entries.flatMap(({ directory, command, file }) => {
        const sources = isUnity(file) ? quotedIncludes(readFileSync(file, "utf8")).map(({ name }) => name) : [file];
        const flags = command.replace(/ -o \S+ -c \S+$/, "").replace(precompiled, "");
        return sources.map((source) => ({ directory, command: `${flags} -c ${source}`, file: source }));
    });
}

export const readEntries = (build) =>
    expandUnity(JSON.parse(readFileSync(join(build, "compile_commands.json"), "utf8")));

const includeFolders = ({ directory, command }) =>
    [...command.matchAll(/ -(?:iquote |I ?)(\S+)/g)].map(([, folder]) => resolve(directory, folder));

const includesOf = new Map();
function includesIn(path) {
    if (!includesOf.has(path))
        includesOf.set(path, quotedIncludes(readFileSync(path, "utf8")).map(({ name }) => name));
    return includesOf.get(path);
}

/**
 * The source of an entry and all that it includes in quotes, and what that includes. Without what moc makes: it is made
 * from these. Headers of the system stand in angle brackets.
 */
export function filesOf(entry) {
    const folders = includeFolders(entry);
    const find = (name, from) => [dirname(from), ...folders].map((folder) => join(folder, name)).find(existsSync);
    const found = new Set([entry.file]);
    for (const path of found) {
        for (const name of includesIn(path)) {
            const included = /\.moc$|(^|\/)moc_\w+\.cpp$/.test(name) ? undefined : find(name, path);
            if (included !== undefined)
                found.add(included);
        }
    }
    return [...found];
}
