// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { element } from "./dom.js";

/** What has data-t, data-t-placeholder or data-t-label gets its text in that language. */
export function translatePage(words) {
    document.documentElement.lang = words.language;
    for (const place of document.querySelectorAll("[data-t]"))
        place.textContent = words.t(place.dataset.t);
    for (const place of document.querySelectorAll("[data-t-placeholder]"))
        place.placeholder = words.t(place.dataset.tPlaceholder);
    for (const place of document.querySelectorAll("[data-t-label]"))
        place.setAttribute("aria-label", words.t(place.dataset.tLabel));
}

/** Theme and colours are the style sheet's business, which goes by these attributes. */
export function applyLook(preferences) {
    const { dataset } = document.documentElement;
    const theme = preferences.get("theme");
    if (theme === "system")
        delete dataset.theme;
    else
        dataset.theme = theme;
    dataset.palette = preferences.get("palette");
}

/** Ties every control that names a preference to it; `onChange(name)` is called after each change. */
export function bindSettings(preferences, onChange) {
    for (const control of document.querySelectorAll("[data-preference]")) {
        const name = control.dataset.preference;
        const isSwitch = control.type === "checkbox";
        const isOneOfMany = control.type === "radio";
        if (isSwitch)
            control.checked = preferences.get(name);
        else if (isOneOfMany)
            control.checked = preferences.get(name) === control.value;
        else
            control.value = preferences.get(name);
        control.addEventListener("change", () => {
            preferences.set(name, isSwitch ? control.checked : control.value);
            onChange(name);
        });
    }
    closeByItself(element("settings"));
}

/** A menu ends with Escape, which leads back to what opened it, and with a press elsewhere. */
function closeByItself(menu) {
    menu.addEventListener("keydown", ({ key }) => {
        if (key === "Escape" && menu.open) {
            menu.open = false;
            menu.querySelector("summary").focus();
        }
    });
    document.addEventListener("pointerdown", ({ target }) => {
        if (!menu.contains(target))
            menu.open = false;
    });
}
