// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// rooms.js [ROOT]: whether the includes of app/ and ui/ keep to the architecture. A folder directly below app/, ui/ and
// ui/prices/ are libraries, a folder in one of them is a room; which rooms a room may use stands in rooms.txt.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findCircles } from "./circles.js";
import { readFiles, readGeneratedHeaders, readTable, tablePath } from "./room_tree.js";

const listed = (names) => (names.length === 0 ? "nothing" : names.join(", "));

function groupBy(items, keyOf) {
    const groups = new Map();
    for (const item of items)
        groups.set(keyOf(item), [...groups.get(keyOf(item)) ?? [], item]);
    return groups;
}

/** Includes name a header without its library, so that no two rooms and no two headers may have one name. */
function checkNames(files) {
    const rooms = [...groupBy(files, ({ room }) => room)]
        .map(([room, inRoom]) => [`the room ${room}`, [...new Set(inRoom.map(({ folder }) => folder))]]);
    const headers = [...groupBy(files.filter(({ name }) => name.endsWith(".h")), ({ name }) => name)]
        .map(([name, same]) => [`the header ${name}`, same.map(({ path }) => path)]);
    const deep = [...new Set(files.filter(({ room }) => room.includes("/")).map(({ folder }) => folder))]
        .map((folder) => `${folder}: a room has no folders; make it a room of its library`);
    return [...deep, ...[...rooms, ...headers].filter(([, places]) => places.length > 1)
        .map(([what, places]) => `${what} is there more than once, but its name must be unique: ${places.join(", ")}`)];
}

/** Each include of a file of ours as { from, to, line, name }, and what is wrong with how they are written. */
function resolveIncludes(files, generated) {
    const headers = new Map(files.map((file) => [file.asIncluded, file]));
    const byName = new Map(files.map((file) => [file.name, file]));
    const links = [];
    const complaints = [];
    for (const from of files) {
        for (const { line, name } of from.includes) {
            const [to, other] = [headers.get(name), byName.get(name.split("/").at(-1))];
            if (to !== undefined)
                links.push({ from, to, line, name });
            else if (other !== undefined)
                complaints.push(`${from.path}:${line}: "${name}" must be written "${other.asIncluded}"`);
            else if (!generated.has(name) && name !== `moc_${from.name}`)
                complaints.push(`${from.path}:${line}: there is no "${name}"; only files of ours stand in quotes`);
        }
    }
    return { links, complaints };
}

/** The rooms of the table and those of the tree are the same. */
function checkRooms(files, table) {
    const real = new Map(files.map(({ room, library }) => [room, library]));
    const known = new Set(table.map(({ room }) => room));
    const complaints = [...real].filter(([room]) => !known.has(room))
        .map(([room, library]) => `${tablePath}: the room ${room} is missing; name it below ${library}`);
    for (const [room, entries] of groupBy(table, (entry) => entry.room)) {
        const [{ library, line }, again] = entries;
        if (again !== undefined)
            complaints.push(`${tablePath}:${again.line}: ${room} stands in line ${line} already`);
        if (!real.has(room))
            complaints.push(`${tablePath}:${line}: there is no room ${room} in ${library}`);
        else if (real.get(room) !== library)
            complaints.push(`${tablePath}:${line}: the room ${room} is in ${real.get(room)}, not in ${library}`);
    }
    return complaints;
}

/** A room stands below all that it uses, so that the table is read from the ground up. */
function checkOrder(table) {
    const lines = new Map(table.map(({ room, line }) => [room, line]));
    return table.flatMap(({ room, uses, line }) => uses.filter((use) => lines.get(use) > line)
        .map((use) => `${tablePath}:${line}: ${room} uses ${use} and must stand below it`));
}

/** Every include goes where the table allows, and the table allows nothing else. */
function checkUses(links, table) {
    const allowed = new Map(table.map(({ room, uses }) => [room, uses]));
    const used = new Set(links.map(({ from, to }) => `${from.room} ${to.room}`));
    const wrong = links.filter(({ from, to }) =>
        from.room !== to.room && !(allowed.get(from.room) ?? [to.room]).includes(to.room));
    const idle = table.flatMap(({ room, uses, line }) => uses.filter((use) => !used.has(`${room} ${use}`))
        .map((use) => `${tablePath}:${line}: ${room} uses nothing of ${use}; take ${use} from its line`));
    return [
        ...wrong.map(({ from, to, line, name }) => `${from.path}:${line}: "${name}": ${from.room} may not use ` +
            `${to.room}; ${tablePath} allows it ${listed(allowed.get(from.room))}`),
        ...idle,
    ];
}

/** No circle of files, rooms or libraries, whichever `nodeOf` gives; `what` names them. */
function checkCircles(links, what, nodeOf) {
    const edges = new Map();
    const example = new Map();
    for (const { from, to, line, name } of links) {
        const [user, used] = [nodeOf(from), nodeOf(to)];
        if (user === used)
            continue;
        edges.set(user, (edges.get(user) ?? new Set()).add(used));
        if (!example.has(`${user} ${used}`))
            example.set(`${user} ${used}`, `    ${from.path}:${line}: "${name}"`);
    }
    return findCircles(edges).map((circle) => [
        `a circle of ${what}: ${circle.join(" -> ")}; one of these must go:`,
        ...circle.slice(1).map((node, index) => example.get(`${circle[index]} ${node}`)),
    ].join("\n"));
}

/** The README.md of a library names each of its rooms, as code, bold or a link. */
function checkReadmes(root, files, required) {
    const inRooms = groupBy(files.filter(({ isFlat }) => !isFlat), ({ library }) => library);
    return [...inRooms].flatMap(([library, inLibrary]) => {
        const path = join(library, "README.md");
        if (!existsSync(join(root, path)))
            return required ? [`${path} is missing; it has to say what each room of ${library} is for`] : [];
        const text = readFileSync(join(root, path), "utf8");
        return [...new Set(inLibrary.map(({ room }) => room))]
            .filter((room) => !new RegExp(`[\`*[]${room}/?[\`*\\]]`).test(text))
            .map((room) => `${path} does not name the room \`${room}\``);
    });
}

/** Everything that is wrong, as lines of text. */
export function findComplaints(root, { readmes = true } = {}) {
    const files = readFiles(root);
    const table = readTable(root);
    const { links, complaints } = resolveIncludes(files, readGeneratedHeaders(root));
    return [
        ...checkNames(files),
        ...complaints,
        ...table.complaints,
        ...checkRooms(files, table.rooms),
        ...checkOrder(table.rooms),
        ...checkUses(links, table.rooms),
        ...checkCircles(links, "files", ({ unit }) => unit),
        ...checkCircles(links, "rooms", ({ room }) => room),
        ...checkCircles(links, "libraries", ({ library }) => library),
        ...checkReadmes(root, files, readmes),
    ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "../..");
    const complaints = findComplaints(resolve(root));
    complaints.forEach((complaint) => console.log(complaint));
    process.exitCode = complaints.length === 0 ? 0 : 1;
}
