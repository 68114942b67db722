// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The first price, while most of the page is still on its way: a person who waits looks at nothing else.
import { askMarket, askQuotes } from "./api.js";
import { element, symbolIn } from "./dom.js";
import { Headline } from "./headline.js";
import { Market } from "./market.js";
import { Preferences } from "./preferences.js";
import { pickLanguage, Words } from "./words.js";

/** What there is and how it stands, as at the page's start: [described, quotes]. */
export const first = Promise.all([askMarket("default"), askQuotes("default")]);

first.then(([described, quotes]) => {
    if (!described?.instruments.length || !Array.isArray(quotes?.quotes) || !element("price"))
        return;
    const market = new Market();
    market.begin(described.featured, described.instruments);
    market.take(quotes);
    const symbol = symbolIn(location.hash) || market.featured;
    const words = new Words(pickLanguage(new Preferences().get("language"), navigator.languages));
    new Headline().show(market.rows.get(symbol), symbol, market.featured, words);
});
