// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { findComplaints } from "./rooms.js";

const roots = [];
after(() => roots.forEach((root) => rmSync(root, { recursive: true })));

/** Two libraries, three rooms and what lies in none: all as it should be. */
const sound = {
    "app/base/CMakeLists.txt": "",
    "app/base/expected.h": "#include <vector>",
    "app/net/CMakeLists.txt": "",
    "app/net/README.md": "* `gate`: the gate\n* **streams**: the streams\n",
    "app/net/streams/byte_stream.h": '#include "expected.h"',
    "app/net/streams/byte_stream.cpp": '#include "streams/byte_stream.h"\n#include "made_by_cmake.h"',
    "app/net/gate/connection.h": '#pragma once\n// #include "nothing.h"\n#include "streams/byte_stream.h"',
    "app/net/gate/connection.cpp": '#include "gate/connection.h"\n# include "expected.h"',
    "resources/web/made_by_cmake.h.in": "",
    "tests/lint/rooms.txt":
        "# A table.\napp/base\nbase:\n\napp/net\nstreams: base\ngate: base\n    streams # the rest\n",
};

/** A tree of these files, besides those of `sound`; null takes one away. */
function makeTree(changes) {
    const root = mkdtempSync(join(tmpdir(), "tickertray-rooms-"));
    roots.push(root);
    for (const [path, text] of Object.entries({ ...sound, ...changes })) {
        if (text === null)
            continue;
        mkdirSync(join(root, dirname(path)), { recursive: true });
        writeFileSync(join(root, path), text);
    }
    return root;
}

const complaints = (changes, options) => findComplaints(makeTree(changes), options);
const table = (text) => ({ "tests/lint/rooms.txt": text });

test("a sound tree is fine", () => {
    assert.deepEqual(complaints({}), []);
});

test("a room that may not be used is named, with those that may", () => {
    const found = complaints(table("app/base\nbase:\napp/net\nstreams: base\ngate: base\n"));
    assert.deepEqual(found, ['app/net/gate/connection.h:3: "streams/byte_stream.h": gate may not use streams; ' +
        "tests/lint/rooms.txt allows it base"]);
    const nothing = complaints(table("app/base\nbase:\napp/net\nstreams:\ngate: base streams\n"));
    assert.match(nothing[0], /streams may not use base; .* allows it nothing$/);
});

test("an arrow that nobody needs is named", () => {
    assert.deepEqual(complaints({ "app/net/gate/connection.h": "" }),
        ["tests/lint/rooms.txt:7: gate uses nothing of streams; take streams from its line"]);
});

test("the table and the tree have the same rooms", () => {
    const more = { "app/net/http/request.h": "", "app/net/README.md": "`gate` `streams` [http](http)" };
    assert.deepEqual(complaints(more), ["tests/lint/rooms.txt: the room http is missing; name it below app/net"]);
    const rest = "app/base\nbase:\napp/net\nstreams: base\ngate: base streams\n";
    assert.deepEqual(complaints(table(`${rest}port:\n`)), ["tests/lint/rooms.txt:6: there is no room port in app/net"]);
    assert.deepEqual(complaints(table(`${rest}gate: base streams\n`)),
        ["tests/lint/rooms.txt:6: gate stands in line 5 already"]);
    assert.deepEqual(complaints(table("app/base\nbase:\nstreams: base\napp/net\ngate: base streams\n")),
        ["tests/lint/rooms.txt:3: the room streams is in app/net, not in app/base"]);
    assert.match(complaints(table(`${rest}two words\n`))[0], /^tests\/lint\/rooms.txt:6: neither a library's folder/);
});

test("a room stands below what it uses", () => {
    assert.deepEqual(complaints(table("app/base\nbase:\napp/net\ngate: base streams\nstreams: base\n")),
        ["tests/lint/rooms.txt:4: gate uses streams and must stand below it"]);
});

test("an include names the room and the file", () => {
    const source = "app/net/gate/connection.cpp";
    const include = (name) => complaints({ [source]: `#include "expected.h"\n#include "${name}"` });
    for (const name of ["connection.h", "net/gate/connection.h", "../gate/connection.h"])
        assert.deepEqual(include(name), [`${source}:2: "${name}" must be written "gate/connection.h"`]);
    assert.match(include("base/expected.h")[0], /must be written "expected.h"$/);
    assert.deepEqual(include("gate/nothing.h"),
        [`${source}:2: there is no "gate/nothing.h"; only files of ours stand in quotes`]);
});

test("names of rooms and headers are unique, and rooms have no folders", () => {
    assert.match(complaints({ "app/base/gate/deadline.h": "" })[0],
        /^the room gate is there more than once.*: app\/base\/gate, app\/net\/gate$/);
    assert.match(complaints({ "app/net/gate/expected.h": "" })[0],
        /^the header expected.h is there more than once.*: app\/base\/expected.h, app\/net\/gate\/expected.h$/);
    assert.equal(complaints({ "app/net/gate/inner/lock.h": "" })[0],
        "app/net/gate/inner: a room has no folders; make it a room of its library");
});

test("a circle of files is told with its includes, a header and its source being one", () => {
    const found = complaints({
        "app/net/gate/connection.cpp": '#include "gate/connection.h"\n\n#include "gate/listener.h"',
        "app/net/gate/listener.h": "",
        "app/net/gate/listener.cpp": '#include "gate/listener.h"\n#include "gate/lock.h"',
        "app/net/gate/lock.h": '#include "gate/connection.h"\n#include "expected.h"',
    });
    assert.deepEqual(found.map((text) => text.split("\n")), [[
        "a circle of files: app/net/gate/connection -> app/net/gate/listener -> app/net/gate/lock -> " +
            "app/net/gate/connection; one of these must go:",
        '    app/net/gate/connection.cpp:3: "gate/listener.h"',
        '    app/net/gate/listener.cpp:2: "gate/lock.h"',
        '    app/net/gate/lock.h:1: "gate/connection.h"',
    ]]);
});

test("a circle of rooms or of libraries is told where no circle of files is", () => {
    const rooms = complaints({
        "app/net/streams/factory.h": '#include "gate/lock.h"',
        "app/net/gate/lock.h": "",
    }).map((text) => text.split("\n")[0]);
    assert.ok(rooms.includes("a circle of rooms: gate -> streams -> gate; one of these must go:"), rooms.join("\n"));
    assert.ok(!rooms.some((text) => /circle of (files|libraries)/.test(text)), rooms.join("\n"));
    const libraries = complaints({
        "app/base/deadline.cpp": '#include "clock/clock.h"',
        "app/net/clock/clock.h": "",
    }).map((text) => text.split("\n")[0]);
    assert.ok(libraries.includes("a circle of libraries: app/base -> app/net -> app/base; one of these must go:"),
        libraries.join("\n"));
    assert.ok(!libraries.some((text) => /circle of (files|rooms)/.test(text)), libraries.join("\n"));
});

test("a README names each room, and must be there when that is required", () => {
    const plain = { "app/net/README.md": "`gate` keeps the gate of the streams" };
    assert.deepEqual(complaints(plain), ["app/net/README.md does not name the room `streams`"]);
    const without = { "app/net/README.md": null };
    assert.deepEqual(complaints(without, { readmes: false }), []);
    assert.deepEqual(complaints(without, { readmes: true }),
        ["app/net/README.md is missing; it has to say what each room of app/net is for"]);
});

test("the program says it all and fails", () => {
    const run = (root) => spawnSync(process.execPath,
        [join(dirname(fileURLToPath(import.meta.url)), "rooms.js"), root], { encoding: "utf8" });
    assert.deepEqual([run(makeTree({})).status, run(makeTree({})).stdout], [0, ""]);
    const bad = run(makeTree({ "app/net/gate/connection.h": "" }));
    assert.equal(bad.status, 1);
    assert.match(bad.stdout, /gate uses nothing of streams/);
});
