// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rules for eslint: what the oldest Node that runs our JavaScript lacks, that of Debian 12. node18.test.js proves them.
import node from "eslint-plugin-n";

const version = "^18.19.0"; // as "engines" in package.json

// What the plugin does not know: new functions, and of which class an object is whose method is called.
const functions = ["Array.fromAsync", "Error.isError", "Iterator.from", "Map.groupBy", "Math.sumPrecise",
    "Object.groupBy", "Promise.try", "Promise.withResolvers", "RegExp.escape", "Uint8Array.fromBase64",
    "Uint8Array.fromHex"].map((name) => name.split("."));
const methods = ["toSorted", "toReversed", "toSpliced", "isWellFormed", "toWellFormed", "isSubsetOf", "isSupersetOf",
    "isDisjointFrom", "symmetricDifference", "transferToFixedLength", "toBase64", "toHex", "setFromBase64",
    "setFromHex", "getOrInsert", "getOrInsertComputed"];
const iterators = "/^(keys|values|entries|matchAll)$/";
const iteratorHelpers = "/^(map|filter|take|drop|flatMap|reduce|toArray|forEach|some|every|find)$/";

const language = {
    "n/no-unsupported-features/es-syntax": ["error", { version }],
    "n/no-unsupported-features/es-builtins": ["error", { version }],
    "no-restricted-properties": ["error",
        ...functions.map(([object, property]) => ({ object, property, message: "Node 18 has no such function." })),
        ...methods.map((property) => ({ property, message: "Node 18 has no such method." }))],
    "no-restricted-syntax": ["error",
        {
            selector: "MemberExpression[object.type='MetaProperty'][property.name=/^(dirname|filename|main)$/]",
            message: "Node 18 has only import.meta.url.",
        },
        {
            selector: `CallExpression[callee.property.name=${iteratorHelpers}][callee.object.type='CallExpression']`
                + `[callee.object.callee.property.name=${iterators}]:not([callee.object.callee.object.name='Object'])`,
            message: "Node 18's iterators have no methods of arrays: spread them first.",
        },
        {
            selector: "MemberExpression[object.name='t'][property.name=/^(assert|plan|waitFor|fullName|filePath)$/]",
            message: "The context of Node 18's tests has no such method.",
        },
        {
            selector: "Literal[value=/^--(test-(?!concurrency|name-pattern|only|reporter|shard)|env-file|permission)/]",
            message: "Node 18 has no such option.",
        }],
};

/** The page is no program for Node, but tests load its modules. */
export const forPage = { plugins: { n: node }, rules: language };

// fetch() and node:test are experimental in Node 18, and whatever the plugin says, describe() is there.
const builtins = (...ignores) => ({
    "n/no-unsupported-features/node-builtins":
        ["error", { version, allowExperimental: true, ignores: ["test.describe", ...ignores] }],
});
export const forNode = { plugins: { n: node }, rules: { ...language, ...builtins() } };

/** For what a test has a browser do. */
export const forDriver = { rules: builtins("WebSocket", "EventSource") };
