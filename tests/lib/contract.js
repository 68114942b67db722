// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server promises to programs: the OpenAPI document, and the schemas of messages. Both are read from the
// sources, so that what the program serves can be compared with them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";

const read = (name) => readFileSync(new URL(`../../resources/api/${name}`, import.meta.url), "utf8");
export const openApiText = read("openapi.json");
export const messagesText = read("messages.schema.json");
export const openApi = JSON.parse(openApiText);
export const messages = JSON.parse(messagesText);

// Strict: a keyword that is misspelt or means nothing where it stands is an error.
const ajv = new Ajv({ strict: true, allErrors: true });
ajv.addVocabulary(Object.keys(openApi)); // the document has schemas in it, but is none
ajv.addSchema(openApi, "openapi");
ajv.addSchema(messages, "messages");

/** Where something is in a document, as a reference to it. */
const pointer = (...names) => names.map((name) =>
    `/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");

function check(reference, value, what) {
    const validate = ajv.getSchema(reference);
    assert.ok(validate, `there is no ${reference}`);
    assert.ok(validate(value), `${what}: ${ajv.errorsText(validate.errors)}; it was ` +
        JSON.stringify(value)?.slice(0, 500));
}

/** Whether a definition of the message schema holds for a value. */
export function assertMessage(name, value) {
    check(`messages#${pointer("$defs", name)}`, value, name);
}
export const compileMessage = (name) => ajv.getSchema(`messages#${pointer("$defs", name)}`);

/** What a reference within the OpenAPI document leads to, with the path to it. */
function follow(path, value) {
    if (!value.$ref)
        return { path, value };
    const names = value.$ref.slice("#/".length).split("/");
    return { path: names, value: names.reduce((object, name) => object[name], openApi) };
}

/** The documented answers of an operation: { status, path, value }, references followed. */
export function documentedResponses(path, method) {
    return Object.entries(openApi.paths[path][method].responses).map(([status, response]) =>
        ({ status: Number(status), ...follow(["paths", path, method, "responses", status], response) }));
}

const checkContent = (path, type, value, what) =>
    check(`openapi#${pointer(...path, "content", type, "schema")}`, value, what);

/** Whether the examples of a documented answer are what it promises. */
export function assertExamples({ path, value }) {
    for (const [type, { example }] of Object.entries(value.content ?? {})) {
        if (example !== undefined)
            checkContent(path, type, example, `the example in ${path.join(" ")}`);
    }
}

const isJson = (type) => /[/+]json$/.test(type);

/** Whether an answer { status, headers, body } is as documented; gives the value of its body. */
export function assertReply(path, method, { status, headers, body }) {
    const what = `${method.toUpperCase()} ${path}: ${status}`;
    const documented = documentedResponses(path, method).find((response) => response.status === status);
    assert.ok(documented, `${what} is not documented; it says ${body.slice(0, 300)}`);
    for (const [name, { required, schema }] of Object.entries(documented.value.headers ?? {})) {
        const field = headers.get(name);
        assert.ok(!required || field !== null, `${what} comes without ${name}`);
        if (field !== null)
            assert.match(field, new RegExp(schema.pattern), `${what}: ${name}`);
    }
    if (!documented.value.content) {
        assert.equal(body, "", `${what} has a body that is not documented`);
        return null;
    }
    const type = headers.get("content-type").split(";")[0];
    assert.ok(documented.value.content[type], `${what}: the type ${type} is not documented`);
    const value = isJson(type) ? JSON.parse(body) : body;
    checkContent(documented.path, type, value, what);
    if (type === "application/problem+json")
        assert.equal(value.status, status);
    return value;
}

/** Whether a request's body is as documented. */
export function assertRequest(path, body) {
    checkContent(["paths", path, "post", "requestBody"], "application/json", body, `POST ${path}`);
}

/** Whether the document allows a request's body. */
export function isRequest(path, body) {
    const schema = pointer("paths", path, "post", "requestBody", "content", "application/json", "schema");
    return ajv.getSchema(`openapi#${schema}`)(body);
}
