// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page that compares says beside dictionary.js, in each language.
export const laneTexts = {
    en: {
        title: "Push and polling – TickerTray",
        skip: "Skip to the comparison",
        compare: "Push and polling, side by side",
        compareText: "Six ways to get the same prices from the same server at the same moment, and what each one "
            + "costs.",
        lessons: "Lessons", free: "Free play",
        tickRate: "The price changes", pollEvery: "Polling asks",
        every: "every {time}", perSecond: "{rate} times a second",
        holdLanes: "Hold", heldLanes: "Held: nothing is asked or received.",
        restart: "Begin anew", csv: "Save as CSV", png: "Save as picture",
        localOnly: "Only the computer that the server runs on may change its rate: {reason}",
        serverGone: "The server can't be reached. This goes on by itself when it is back.",
        pausedNow: "The server is paused: nothing new will come.",
        since: "Measured for {seconds} s, with {symbol}",
        lane: "Way", price: "Price", requests: "Requests", news: "With news", nothing: "For nothing",
        up: "Bytes up", down: "Bytes down", age50: "Age, median", age95: "Age, 95\u00a0%", missed: "Ticks missed",
        gap: "Longest gap", agePlot: "Age, last minute", bytesPlot: "Bytes per s",
        poll: "Short polling", conditional: "Conditional polling", long: "Long polling",
        events: "Server-sent events", websocket: "WebSocket", socketio: "Socket.IO",
        pollNote: "asks again and again", conditionalNote: "the same, and 304 if nothing is new",
        longNote: "asks, and is answered when there is news", eventsNote: "one answer that never ends",
        websocketNote: "one connection, both ways", socketioNote: "over WebSocket",
        off: "off", connecting: "connecting", on: "connected",
        lost: "lost, tries again: {reason}", refused: "refused: {reason}",
        inWords: "In plain words",
        sayPoll: "{lane}: {requests} requests a minute, {nothing} of them for nothing; {bytes} a minute; the price "
            + "on average {age} old.",
        sayPush: "{lane}: {requests} in all, then told {news} times a minute; {bytes} a minute; the price on "
            + "average {age} old.",
        request: "1 request", requestMany: "{count} requests",
        verdictNone: "Switch on a way that asks and one that is told, to compare them.",
        verdictWait: "Measuring…",
        verdictPush: "Push shows the price {older} earlier than asking, for {share} % of the bytes.",
        verdictFaster: "Asking this often makes the price nearly as fresh as push does ({older} older), at {times} "
            + "times the bytes.",
        verdictMissed: "Asking misses {missed} of {ticks} ticks; push brings each one.",
        verdictWins: "Here polling wins on bytes: {share} % of what push takes. If you need no more than one price "
            + "now and then, asking is good enough, and any cache can answer.",
        verdictSeldom: "The price changes so seldom that asking does hardly any harm: nothing has to stay open, and "
            + "any cache can answer.",
        how: "How it is measured",
        how1: "All ways run at once, on kept-alive connections, without compression, subscribed to one instrument.",
        how2: "Requests and bytes are counted by the server (/api/lanes), with the heads of requests, replies and "
            + "frames. Left out: {leftOut}.",
        how3: "Age: the server's time now less that of the price on the screen, at each frame of the last minute. "
            + "The clocks' difference is measured.",
        how4: "Moving a slider begins a new measurement. Long polling is Socket.IO's, whose heartbeats and posts "
            + "count too.",
        leftOut: "TCP and IP (headers, acknowledgements, repetitions)",
        goal: "What it shows", doThis: "Do this", lookFor: "Look for", teacher: "Notes for the teacher",
        set: "Set it up", next: "Next lesson", plain: "Open the plain page of {symbol}", lesson: "Lesson {number}: "
            + "{name}",
    },
    de: {
        title: "Push und Polling – TickerTray",
        skip: "Zum Vergleich springen",
        compare: "Push und Polling nebeneinander",
        compareText: "Sechs Wege zu denselben Kursen vom selben Server im selben Moment, und was jeder kostet.",
        lessons: "Lektionen", free: "Freies Spiel",
        tickRate: "Der Kurs ändert sich", pollEvery: "Polling fragt",
        every: "alle {time}", perSecond: "{rate}-mal je Sekunde",
        holdLanes: "Anhalten", heldLanes: "Angehalten: Es wird nichts gefragt und nichts empfangen.",
        restart: "Neu beginnen", csv: "Als CSV sichern", png: "Als Bild sichern",
        localOnly: "Nur der Rechner, auf dem der Server läuft, darf dessen Rate ändern: {reason}",
        serverGone: "Der Server ist nicht erreichbar. Es geht von selbst weiter, wenn er wieder da ist.",
        pausedNow: "Der Server ist angehalten: Es kommt nichts Neues.",
        since: "Gemessen seit {seconds} s, mit {symbol}",
        lane: "Weg", price: "Kurs", requests: "Anfragen", news: "Mit Neuem", nothing: "Umsonst",
        up: "Bytes hin", down: "Bytes her", age50: "Alter, Median", age95: "Alter, 95\u00a0%", missed: "Ticks verpasst",
        gap: "Längste Lücke", agePlot: "Alter, letzte Minute", bytesPlot: "Bytes je s",
        poll: "Kurzes Polling", conditional: "Bedingtes Polling", long: "Langes Polling",
        events: "Server-Sent Events", websocket: "WebSocket", socketio: "Socket.IO",
        pollNote: "fragt immer wieder", conditionalNote: "ebenso, mit 304, wenn nichts neu ist",
        longNote: "fragt und bekommt Antwort, wenn es Neues gibt", eventsNote: "eine Antwort, die nie endet",
        websocketNote: "eine Verbindung in beide Richtungen", socketioNote: "über WebSocket",
        off: "aus", connecting: "verbindet", on: "verbunden",
        lost: "verloren, versucht es wieder: {reason}", refused: "abgelehnt: {reason}",
        inWords: "In einfachen Worten",
        sayPoll: "{lane}: {requests} Anfragen je Minute, davon {nothing} umsonst; {bytes} je Minute; der Kurs im "
            + "Mittel {age} alt.",
        sayPush: "{lane}: {requests} insgesamt, dann {news} Meldungen je Minute; {bytes} je Minute; der Kurs im "
            + "Mittel {age} alt.",
        request: "1 Anfrage", requestMany: "{count} Anfragen",
        verdictNone: "Zum Vergleich je einen Weg einschalten, der fragt, und einen, der gesagt bekommt.",
        verdictWait: "Es wird gemessen …",
        verdictPush: "Push zeigt den Kurs {older} früher als Fragen, mit {share} % der Bytes.",
        verdictFaster: "So häufiges Fragen macht den Kurs fast so frisch wie Push ({older} älter), mit dem "
            + "{times}-Fachen der Bytes.",
        verdictMissed: "Fragen verpasst {missed} von {ticks} Ticks; Push bringt jeden.",
        verdictWins: "Hier gewinnt Polling bei den Bytes: {share} % dessen, was Push braucht. Wer nur dann und wann "
            + "einen Kurs braucht, kann fragen, und jeder Cache kann antworten.",
        verdictSeldom: "Der Kurs ändert sich so selten, dass Fragen kaum schadet: Nichts muss offen bleiben, und "
            + "jeder Cache kann antworten.",
        how: "Wie gemessen wird",
        how1: "Alle Wege laufen zugleich, über offen gehaltene Verbindungen, ohne Kompression, für einen Wert.",
        how2: "Anfragen und Bytes zählt der Server (/api/lanes), mit den Köpfen von Anfragen, Antworten und Frames. "
            + "Ausgelassen: {leftOut}.",
        how3: "Alter: die Zeit des Servers jetzt weniger die des Kurses auf dem Schirm, bei jedem Bild der letzten "
            + "Minute. Der Unterschied der Uhren wird gemessen.",
        how4: "Ein bewegter Regler beginnt eine neue Messung. Langes Polling ist das von Socket.IO; auch dessen "
            + "Herzschläge und POSTs zählen.",
        leftOut: "TCP und IP (Köpfe, Bestätigungen, Wiederholungen)",
        goal: "Was es zeigt", doThis: "So geht es", lookFor: "Darauf achten", teacher: "Hinweise für Lehrende",
        set: "Einstellen", next: "Nächste Lektion", plain: "Die einfache Seite von {symbol} öffnen",
        lesson: "Lektion {number}: {name}",
    },
};
