// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// No module, and in the page's head, so that the chosen appearance is there before anything is drawn.
try {
    const { theme } = JSON.parse(localStorage.getItem("tickertray.page")) ?? {};
    if (theme === "light" || theme === "dark")
        document.documentElement.dataset.theme = theme;
} catch {
    // The system's, then.
}
