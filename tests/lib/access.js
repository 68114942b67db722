// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether everybody can use a page: what axe-core says of it, and where the focus is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core has to say, shortened to what helps. */
export async function complaintsOfAxe(tab) {
    await tab.evaluate(axeSource);
    const { violations, passes } = await tab.evaluate((values) =>
        window.axe.run(document, { runOnly: { type: "tag", values } }), rules);
    assert.ok(passes.length > 20, `${passes.length} rules were looked at`);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) =>
        `${html} ${failureSummary}`).slice(0, 3).join("; ")}`);
}

/** What has the focus, in a few words, and whether that can be seen. */
export const focused = (tab) => tab.evaluate(() => {
    const { activeElement } = document;
    const shown = activeElement.closest(".choices label") ?? activeElement;
    const { outlineStyle, outlineWidth } = window.getComputedStyle(shown);
    return {
        what: activeElement.id || activeElement.getAttribute("aria-label") || activeElement.value ||
            activeElement.textContent.trim(),
        isSeen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && shown.getBoundingClientRect().width > 0,
    };
});

/** Presses Tab until that has the focus, which can be seen all the way. */
export async function tabTo(tab, what, limit = 60) {
    for (let i = 0; i < limit; ++i) {
        await tab.keyboard.press("Tab");
        const now = await focused(tab);
        assert.ok(now.isSeen, `the focus on ${now.what} can be seen`);
        if (now.what === what)
            return;
    }
    assert.fail(`${what} was not reached by Tab`);
}
