// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The texts of the page that compares push and polling, beside dictionary.js, in each language.
export const laneTexts = {
    en: {
        title: "Push and polling – TickerTray",
        skip: "Skip to the comparison",
        compare: "Push and polling, side by side",
        compareText: "Six ways to get the same prices from the same server at the same time, and what each one costs.",
        lessons: "Lessons", free: "Explore",
        tickRate: "The price changes", pollEvery: "Clients poll",
        every: "every {time}", perSecond: "{rate} times a second",
        holdLanes: "Pause", heldLanes: "Paused: nothing is requested or received.",
        restart: "Restart", csv: "Save as CSV", png: "Save as PNG",
        localOnly: "The rate cannot be changed: {reason}",
        serverGone: "The server can't be reached. The comparison resumes when it is back.",
        pausedNow: "The server is paused: there are no new prices.",
        since: "Measured for {seconds} s, with {symbol}",
        lane: "Method", price: "Price", requests: "Requests", news: "Updates", nothing: "Empty",
        up: "Bytes up", down: "Bytes down", age50: "Age, median", age95: "Age, 95\u00a0%", missed: "Ticks missed",
        gap: "Longest gap", agePlot: "Age, last minute", bytesPlot: "Bytes per s",
        poll: "Short polling", conditional: "Conditional polling", long: "Long polling",
        events: "Server-sent events", websocket: "WebSocket", socketio: "Socket.IO",
        pollNote: "one request after another", conditionalNote: "the same, with 304 if nothing is new",
        longNote: "the server answers when there is an update", eventsNote: "one response that never ends",
        websocketNote: "one connection, both directions", socketioNote: "over WebSocket",
        off: "off", connecting: "connecting", on: "connected",
        lost: "lost, retrying: {reason}", refused: "refused: {reason}",
        inWords: "In plain words",
        sayPoll: "{lane}: {requests} requests a minute, {nothing} of them empty; {bytes} a minute; the price is {age} "
            + "old on average.",
        sayPush: "{lane}: {requests} in total, then {news} updates a minute; {bytes} a minute; the price is {age} old "
            + "on average.",
        request: "1 request", requestMany: "{count} requests",
        verdictNone: "Switch on at least one polling and one push method to compare them.",
        verdictWait: "Measuring…",
        verdictPush: "Push shows the price {older} earlier than polling, with {share} % of the bytes.",
        verdictFaster: "Polling this often makes the price nearly as fresh as push does ({older} older), with {times} "
            + "times the bytes.",
        verdictMissed: "Polling misses {missed} of {ticks} ticks; push delivers every one.",
        verdictWins: "Here polling needs fewer bytes: {share} % of what push needs. If a price now and then is enough, "
            + "polling is good enough, and any cache can answer.",
        verdictSeldom: "The price changes so rarely that polling does hardly any harm: no connection has to stay open, "
            + "and any cache can answer.",
        how: "How it is measured",
        how1: "All methods run at the same time, over keep-alive connections, without compression, for one instrument.",
        how2: "The server counts requests and bytes (/api/lanes), including the headers of requests, responses and "
            + "frames. Not counted: {leftOut}.",
        how3: "Age is the current server time minus the time of the price on screen, sampled at each frame of the last "
            + "minute. The offset between the clocks is measured.",
        how4: "Moving a slider restarts the measurement. Long polling is Socket.IO's; its heartbeats and POSTs count "
            + "too.",
        leftOut: "TCP and IP (headers, acknowledgements, retransmissions)",
        goal: "What it shows", doThis: "Try this", lookFor: "Look for", teacher: "Notes for the teacher",
        set: "Apply settings", next: "Next lesson", plain: "Open the plain page of {symbol}",
        lesson: "Lesson {number}: {name}",
    },
    de: {
        title: "Push und Polling – TickerTray",
        skip: "Zum Vergleich springen",
        compare: "Push und Polling nebeneinander",
        compareText: "Sechs Wege zu denselben Kursen vom selben Server zur selben Zeit, und was jeder kostet.",
        lessons: "Lektionen", free: "Ausprobieren",
        tickRate: "Der Kurs ändert sich", pollEvery: "Clients fragen an",
        every: "alle {time}", perSecond: "{rate}-mal pro Sekunde",
        holdLanes: "Anhalten", heldLanes: "Angehalten: Es wird nichts angefragt und nichts empfangen.",
        restart: "Neu starten", csv: "Als CSV speichern", png: "Als PNG speichern",
        localOnly: "Die Rate lässt sich nicht ändern: {reason}",
        serverGone: "Der Server ist nicht erreichbar. Der Vergleich läuft weiter, sobald er wieder da ist.",
        pausedNow: "Der Server ist angehalten: Es gibt keine neuen Kurse.",
        since: "Gemessen seit {seconds} s, mit {symbol}",
        lane: "Verfahren", price: "Kurs", requests: "Anfragen", news: "Updates", nothing: "Leer",
        up: "Bytes hin", down: "Bytes zurück", age50: "Alter, Median", age95: "Alter, 95\u00a0%",
        missed: "Ticks verpasst",
        gap: "Längste Lücke", agePlot: "Alter, letzte Minute", bytesPlot: "Bytes pro s",
        poll: "Short Polling", conditional: "Bedingtes Polling", long: "Long Polling",
        events: "Server-Sent Events", websocket: "WebSocket", socketio: "Socket.IO",
        pollNote: "eine Anfrage nach der anderen", conditionalNote: "ebenso, mit 304, wenn nichts neu ist",
        longNote: "der Server antwortet, sobald es ein Update gibt", eventsNote: "eine Antwort, die nie endet",
        websocketNote: "eine Verbindung in beide Richtungen", socketioNote: "über WebSocket",
        off: "aus", connecting: "verbindet", on: "verbunden",
        lost: "verloren, neuer Versuch: {reason}", refused: "abgelehnt: {reason}",
        inWords: "In einfachen Worten",
        sayPoll: "{lane}: {requests} Anfragen pro Minute, davon {nothing} leer; {bytes} pro Minute; der Kurs ist im "
            + "Mittel {age} alt.",
        sayPush: "{lane}: insgesamt {requests}, danach {news} Updates pro Minute; {bytes} pro Minute; der Kurs ist im "
            + "Mittel {age} alt.",
        request: "1 Anfrage", requestMany: "{count} Anfragen",
        verdictNone: "Schalten Sie zum Vergleich mindestens ein Polling- und ein Push-Verfahren ein.",
        verdictWait: "Es wird gemessen …",
        verdictPush: "Push zeigt den Kurs {older} früher als Polling, mit {share} % der Bytes.",
        verdictFaster: "So häufiges Polling macht den Kurs fast so frisch wie Push ({older} älter), mit dem "
            + "{times}-Fachen der Bytes.",
        verdictMissed: "Polling verpasst {missed} von {ticks} Ticks; Push liefert jeden.",
        verdictWins: "Hier braucht Polling weniger Bytes: {share} % dessen, was Push braucht. Genügt ab und zu ein "
            + "Kurs, ist Polling gut genug, und jeder Cache kann antworten.",
        verdictSeldom: "Der Kurs ändert sich so selten, dass Polling kaum schadet: Keine Verbindung muss offen "
            + "bleiben, und jeder Cache kann antworten.",
        how: "So wird gemessen",
        how1: "Alle Verfahren laufen gleichzeitig, über Keep-Alive-Verbindungen, ohne Kompression, für ein Instrument.",
        how2: "Der Server zählt Anfragen und Bytes (/api/lanes), samt den Headern von Anfragen, Antworten und Frames. "
            + "Nicht gezählt: {leftOut}.",
        how3: "Das Alter ist die aktuelle Serverzeit minus die Zeit des angezeigten Kurses, erfasst bei jedem Frame "
            + "der letzten Minute. Der Versatz der Uhren wird gemessen.",
        how4: "Ein bewegter Regler startet die Messung neu. Long Polling ist das von Socket.IO; auch dessen Heartbeats "
            + "und POSTs zählen.",
        leftOut: "TCP und IP (Header, Bestätigungen, Neuübertragungen)",
        goal: "Worum es geht", doThis: "Das ausprobieren", lookFor: "Darauf achten", teacher: "Hinweise für Lehrende",
        set: "Einstellungen übernehmen", next: "Nächste Lektion", plain: "Die einfache Seite von {symbol} öffnen",
        lesson: "Lektion {number}: {name}",
    },
};
