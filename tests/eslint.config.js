// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import js from "@eslint/js";
import { forDriver, forNode, forPage } from "./lint/node18.js";

const names = (...list) => Object.fromEntries(list.map((name) => [name, "readonly"]));
const inBrowser = names("document", "location", "navigator", "window", "MutationObserver", "performance",
    "requestAnimationFrame", "setTimeout", "clearTimeout", "setInterval", "clearInterval", "fetch", "console", "URL",
    "URLSearchParams", "Blob", "WebSocket", "EventSource", "AbortController", "Event", "IntersectionObserver",
    "ResizeObserver", "localStorage");
const inNode = names("process", "Buffer", "console", "fetch", "URL", "setTimeout", "clearTimeout", "setInterval",
    "clearInterval", "setImmediate", "performance", "AbortSignal", "AbortController", "TextDecoder",
    "TextDecoderStream",
    "URLSearchParams");
const rules = {
    ...js.configs.recommended.rules,
    eqeqeq: "error",
    "no-var": "error",
    "prefer-const": "error",
    "no-shadow": "error",
    "no-unused-vars": "error",
    "no-implicit-globals": "error",
    "max-len": ["error", { code: 120 }],
};

export default [
    { ignores: ["**/node_modules/**", "**/build*/**"] },
    { files: ["resources/web/**/*.js"], languageOptions: { globals: inBrowser }, rules },
    { files: ["resources/web/**/*.js"], ...forPage },
    { files: ["resources/examples/**/*.js"], languageOptions: { globals: inNode }, rules },
    // What the browser tests run inside the page stands in the same files.
    { files: ["tests/**/*.js"], languageOptions: { globals: { ...inBrowser, ...inNode } }, rules },
    { files: ["resources/examples/**/*.js", "tests/**/*.js"], ...forNode },
    { files: ["tests/browser/**/*.js", "tests/bench/page.js", "tests/bench/first_price.js"], ...forDriver },
];
