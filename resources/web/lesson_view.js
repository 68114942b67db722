// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import { element, make, write } from "./dom.js";
import { lessonTexts } from "./lesson_words.js";
import { lessons } from "./lessons.js";

const addressOf = (number) => `#/lesson/${number}`;

/** The lesson that the address names ("#/lesson/2"), and the way from one to the next. */
export class LessonView {
    #words = null;
    #symbol = "";
    #number = 0; // 0: none
    #setUp;

    /** `setUp(lesson)` puts the page in order for one. */
    constructor(setUp) {
        this.#setUp = setUp;
        element("lesson-set").addEventListener("click", () => setUp(lessons[this.#number - 1]));
        window.addEventListener("hashchange", () => {
            this.#route();
            if (this.#number > 0)
                element("lesson-title").focus();
        });
    }

    setSymbol(symbol, words) {
        this.#symbol = symbol;
        this.#words = words;
        this.#show();
    }

    translate(words) {
        this.#words = words;
        const texts = lessonTexts[words.language];
        const links = [[words.t("free"), "#/"],
            ...lessons.map(({ id }, i) => [`${i + 1}. ${texts[id].name}`, addressOf(i + 1)])];
        element("lessons").replaceChildren(...links.map(([text, href]) => make("a", { href }, text)));
        this.#route();
    }

    #route() {
        const number = Number(/^#\/lesson\/(\d+)$/.exec(location.hash)?.[1] ?? 0);
        const isNew = number !== this.#number;
        this.#number = number >= 1 && number <= lessons.length ? number : 0;
        this.#show();
        if (isNew && this.#number > 0)
            this.#setUp(lessons[this.#number - 1]);
    }

    #show() {
        [...element("lessons").children].forEach((link, i) => {
            if (i === this.#number)
                link.setAttribute("aria-current", "step");
            else
                link.removeAttribute("aria-current");
        });
        element("lesson").hidden = this.#number === 0;
        if (this.#number === 0)
            return;
        const words = this.#words;
        const lesson = lessons[this.#number - 1];
        const texts = lessonTexts[words.language][lesson.id];
        write(element("lesson-title"), words.t("lesson", { number: this.#number, name: texts.name }));
        element("lesson-parts").replaceChildren(
            make("div", {}, make("h3", {}, words.t("goal")), make("p", {}, texts.goal)),
            ...["doThis", "lookFor"].map((part) => make("div", {}, make("h3", {}, words.t(part)),
                make("ul", {}, ...texts[part].map((text) => make("li", {}, text))))));
        element("teacher-notes").replaceChildren(...texts.teacher.map((text) => make("li", {}, text)));
        const plain = element("lesson-plain");
        plain.hidden = !lesson.plain || this.#symbol === "";
        plain.href = `/company/${encodeURIComponent(this.#symbol)}`;
        write(plain, words.t("plain", { symbol: this.#symbol }));
        const isLast = this.#number === lessons.length;
        element("lesson-next").href = isLast ? "#/" : addressOf(this.#number + 1);
        write(element("lesson-next"), words.t(isLast ? "free" : "next"));
    }
}
