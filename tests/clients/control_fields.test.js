// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// POST /api/control, field by field: values at and beyond each limit that the OpenAPI document names, and what the
// server says of them. Whether a value is good is the document's word; the server must agree.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRequest, openApi } from "../lib/contract.js";
import { finish, startTicker } from "../lib/ticker.js";

let ticker;
before(async () => { ticker = await startTicker(["--interval", "100000"]); });
after(() => finish(ticker));

async function post(body) {
    const reply = await fetch(new URL("/api/control", ticker.url),
        { method: "POST", headers: { "Content-Type": "application/json" }, body });
    return { status: reply.status, ...await reply.json() };
}

const { schemas } = openApi.components;
const follow = (schema) => schema.$ref ? schemas[schema.$ref.split("/").at(-1)] : schema;
const branches = (schema) => (schema.oneOf ?? [schema]).map(follow);
const actions = schemas.ControlRequest.oneOf;
const nameOf = ({ properties }) => properties.action.const;

const texts = ["", "ACME", "*", "acme", " ACME", "ACME ", "ACME\0", "ACME\n", "A\u001b[2J", "NOPE", ".A", "A.-_9", "9A",
    "**", "A".repeat(16), "A".repeat(17), "Ä", "A,B", "0", "7", "007", "+7", "-7", " 7", "7 ", "7\0", "7\n", "1e3",
    "0x10", "7.0", "\u0661", "9".repeat(19), "9".repeat(21), "18446744073709551615"];
const others = [null, true, false, [], [1], {}, { a: 1 }, 1e300, -1e300, 0, 1, 0.5, -0.5, 1.5];

/** Values around the limits of a schema: on each side of an end, and a fraction where whole numbers are wanted. */
function valuesOf(schema) {
    const ends = branches(schema).flatMap(({ minimum, maximum }) => [minimum, maximum])
        .filter((end) => end !== undefined);
    const near = ends.flatMap((end) => {
        const step = Math.abs(end) < 1 ? 1e-9 : Math.abs(end) * 1e-9;
        return [end, end - step, end + step, end - 1, end + 1, end / 2];
    });
    return [...near, ...texts, ...others];
}

/** A value that is good, for fields that are needed beside the one that is tried. */
const good = { rate: 1, seed: "1" };

test("each field is taken and refused as the document says", { timeout: 240_000 }, async () => {
    const tried = { taken: 0, refused: 0 };
    for (const action of actions) {
        const name = nameOf(action);
        for (const [field, schema] of Object.entries(action.properties).filter(([key]) => key !== "action")) {
            for (const value of valuesOf(follow(schema))) {
                const body = { action: name, ...(name in good && { value: good[name] }), [field]: value };
                const { status, detail } = await post(JSON.stringify(body));
                const what = `${JSON.stringify(body).slice(0, 200)}: ${status} ${detail}`;
                if (isRequest("/api/control", body)) {
                    // No such instrument, or no file that is played: for reasons that are no field's.
                    assert.ok(status === 200 || (status === 409 && (field === "symbol" || name === "replay")), what);
                    tried.taken += 1;
                } else {
                    assert.equal(status, 400, what);
                    assert.ok(detail.includes(`"${field}"`) && detail.includes(`"${name}"`), what);
                    assert.ok(detail.length < 400, what);
                    // eslint-disable-next-line no-control-regex
                    assert.doesNotMatch(detail, /[\0-\x1f\x7f]/, what);
                    tried.refused += 1;
                }
            }
        }
    }
    assert.ok(tried.taken > 100 && tried.refused > 500, JSON.stringify(tried));
});

test("no seed beyond 64 bits, which no pattern says", { timeout: 30_000 }, async () => {
    for (const [value, status] of [["18446744073709551615", 200], ["18446744073709551616", 400]])
        assert.equal((await post(JSON.stringify({ action: "seed", value }))).status, status, value);
});

test("no other fields, none twice, and all that are needed", { timeout: 60_000 }, async () => {
    for (const action of actions) {
        const name = nameOf(action);
        const body = { action: name, ...(name in good && { value: good[name] }) };
        const text = JSON.stringify(body);
        const isTaken = (status) => status === 200 || (name === "replay" && status === 409);
        assert.ok(isTaken((await post(text)).status), text);
        for (const [key, value] of Object.entries(body)) {
            const twice = await post(`${text.slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(value)}}`);
            assert.equal(twice.status, 400);
            assert.ok(twice.detail.includes(`"${key}" must not be given more than once`), twice.detail);
        }
        for (const key of ["Action", "vallue", "\u001b[2J", "", "seq", ...Object.keys(actions.at(-1).properties)]) {
            if (Object.hasOwn(action.properties, key))
                continue;
            const { status, detail } = await post(JSON.stringify({ ...body, [key]: 1 }));
            assert.equal(status, 400, `${name} ${key}`);
            assert.ok(detail.includes(`no field ${JSON.stringify(key)}`), detail);
        }
        for (const key of action.required.filter((each) => each !== "action")) {
            const { status, detail } = await post(JSON.stringify({ action: name }));
            assert.equal(status, 400, name);
            assert.ok(detail.includes(`needs the field "${key}"`), detail);
        }
    }
});
