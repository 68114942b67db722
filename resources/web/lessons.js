// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/** How each lesson sets the page: times in milliseconds, and the lanes that are on. Their texts: lesson_words.js. */
export const lessons = [
    { id: "reload", tickMs: 1000, pollMs: 1000, lanes: [], plain: true },
    { id: "poll", tickMs: 1000, pollMs: 1000, lanes: ["poll", "conditional"] },
    { id: "faster", tickMs: 1000, pollMs: 100, lanes: ["poll", "conditional", "websocket"] },
    { id: "push", tickMs: 1000, pollMs: 1000, lanes: ["poll", "long", "events", "websocket", "socketio"] },
    {
        id: "flood", tickMs: 50, pollMs: 1000,
        lanes: ["poll", "conditional", "long", "events", "websocket", "socketio"],
    },
];
