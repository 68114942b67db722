// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** What a C++ source includes in quotes, as [{ line, name }]. */
export function quotedIncludes(text) {
    return text.split("\n").flatMap((content, index) => {
        const found = /^\s*#\s*include\s*"([^"]+)"/.exec(content);
        return found ? [{ line: index + 1, name: found[1] }] : [];
    });
}
