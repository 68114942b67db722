// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The files of app/ and ui/ by library and room, and the table that says which room may use which.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { quotedIncludes } from "./includes.js";

export const tablePath = "tests/lint/rooms.txt";
const folders = ["app", "ui"];

/**
 * The library of a folder: the nearest folder with a CMakeLists.txt, from the folder itself upwards. A room is a folder
 * in it; files that lie in the library's own folder are a room that has the library's name.
 */
function libraryOf(root, folder) {
    for (let library = folder; library !== "."; library = dirname(library)) {
        if (existsSync(join(root, library, "CMakeLists.txt")))
            return library;
    }
    return folder;
}

function readFile(root, path) {
    const folder = dirname(path);
    const library = libraryOf(root, folder);
    const isFlat = library === folder;
    const name = basename(path);
    return {
        path,
        library,
        folder,
        room: isFlat ? basename(library) : relative(library, folder),
        isFlat,
        name,
        /** How others include it. */
        asIncluded: isFlat ? name : `${relative(library, folder)}/${name}`,
        /** A header and its source are one unit. */
        unit: path.replace(/\.(h|cpp)$/, ""),
        includes: quotedIncludes(readFileSync(join(root, path), "utf8")),
    };
}

/** Every header and source of app/ and ui/. */
export function readFiles(root) {
    return folders.filter((folder) => existsSync(join(root, folder)))
        .flatMap((folder) => readdirSync(join(root, folder), { recursive: true })
            .map((path) => join(folder, path)))
        .filter((path) => /\.(h|cpp)$/.test(path)).sort()
        .map((path) => readFile(root, path));
}

/** The names of headers that CMake makes; they belong to resources/, not to a room. */
export function readGeneratedHeaders(root) {
    const resources = join(root, "resources");
    if (!existsSync(resources))
        return new Set();
    const inFolder = (folder) => readdirSync(join(resources, folder))
        .filter((name) => /\.h(\.in)?$/.test(name)).map((name) => name.replace(/\.in$/, ""));
    return new Set(readdirSync(resources, { withFileTypes: true })
        .filter((entry) => entry.isDirectory()).flatMap(({ name }) => inFolder(name)));
}

/**
 * The table as [{ room, library, uses, line }] and what is wrong with its form, { rooms, complaints }. A line is a
 * library's folder, or "room: rooms that it may use"; one that begins with blanks continues the one before.
 */
export function readTable(root) {
    const rooms = [];
    const complaints = [];
    let library = null;
    readFileSync(join(root, tablePath), "utf8").split("\n").forEach((content, index) => {
        const line = index + 1;
        const words = content.replace(/#.*/, "").trim().split(/\s+/).filter((word) => word !== "");
        if (words.length === 0)
            return;
        if (/^\s/.test(content) && rooms.length > 0)
            rooms.at(-1).uses.push(...words);
        else if (words[0].endsWith(":") && library !== null)
            rooms.push({ room: words[0].slice(0, -1), library, uses: words.slice(1), line });
        else if (words.length === 1 && !words[0].includes(":"))
            library = words[0];
        else
            complaints.push(`${tablePath}:${line}: neither a library's folder nor "room: rooms that it may use"`);
    });
    return { rooms, complaints };
}
