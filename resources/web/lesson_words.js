// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Five lessons, each for five to ten minutes, in each language.
export const lessonTexts = {
    en: {
        reload: {
            name: "Reload",
            goal: "A plain page shows the price as it was when you asked. The web was like this for years.",
            doThis: [
                "Open the plain page with the link below. It has no script.",
                "Wait ten seconds, then reload it. Do that a few times.",
                "Write down how often the price had changed, and how often you were too early or too late.",
            ],
            lookFor: [
                "Nothing on that page tells you that its price is old.",
                "Each reload fetches the whole page again for one number.",
                "You can't know when to reload: only the server knows when the price changes.",
            ],
            teacher: [
                "Ask before: how would you find out that a price has changed, without help from the server?",
                "The price changes once a second here. Let the class reload all at once and compare what they see.",
                "Leads to the next lesson: let a program do the reloading.",
            ],
        },
        poll: {
            name: "Poll",
            goal: "Polling: a script asks for the price again and again, once a second, and so the page seems to be "
                + "live.",
            doThis: [
                "Watch the first two rows for half a minute.",
                "Compare the columns “Requests” and “For nothing”, then the bytes of both rows.",
            ],
            lookFor: [
                "The price changes once a second and is asked for once a second, but the two are not in step: the "
                    + "price is older than it needs to be, and now and then a question comes for nothing or a tick "
                    + "is missed.",
                "Each answer weighs some hundred bytes more than the price in it: the heads of request and reply.",
                "Conditional polling asks “anything new since …?”. When there is nothing, the answer (304) has no "
                    + "body. It saves bytes, not requests.",
            ],
            teacher: [
                "Age, median: the price is on the screen for a second anyway, so half a second old is the best that "
                    + "any way can do at one tick a second. What polling adds is beyond that.",
                "Let them look at single requests in the browser's tools (Network) and read the heads.",
                "Question to discuss: a thousand people with this page open. How many requests a second are that, "
                    + "and how many if the price stands still?",
            ],
        },
        faster: {
            name: "Poll faster",
            goal: "The obvious cure for old prices is to ask more often. It works, and it costs.",
            doThis: [
                "Polling now asks ten times a second; the price still changes once. Watch for half a minute.",
                "Compare with the row of WebSocket, then move the polling slider to both ends.",
            ],
            lookFor: [
                "Nine of ten questions are for nothing.",
                "The price gets fresher, but never as fresh as where it is pushed; the bytes grow with every step "
                    + "of the slider.",
                "Conditional polling helps with bytes, hardly with the work: every question is read and answered.",
            ],
            teacher: [
                "Halving the age of the price doubles the requests. Let them find the point from which it is not "
                    + "worth it.",
                "This is fair to polling: connections are kept open, nothing is compressed on any side, and "
                    + "everybody is on the same computer. Over a real network each question takes a round trip "
                    + "besides.",
            ],
        },
        push: {
            name: "Push, every 1000 ms",
            goal: "Push: the page asks once, and the server tells it each time the price changes.",
            doThis: [
                "One tick a second, five ways. Watch for half a minute.",
                "Sort them in your mind: by requests, by bytes, by age.",
                "Switch ways off and on with the boxes. Each time the measurement begins anew.",
            ],
            lookFor: [
                "Event streams and WebSockets: one request, and then nothing is asked for nothing.",
                "Long polling is in between: the server keeps the question until there is an answer, so the price "
                    + "is fresh; but each price takes a new question with all its heads.",
                "At this rate the eye can hardly tell push from polling. The difference is in the columns.",
            ],
            teacher: [
                "Server-sent events are plain HTTP, one way, and browsers come back by themselves. WebSocket goes "
                    + "both ways and costs two to four bytes a message. Socket.IO adds names of events, "
                    + "acknowledgements and a way around old proxies.",
                "Stop the server and start it again: which rows come back, and how soon?",
            ],
        },
        flood: {
            name: "Push, every 50 ms",
            goal: "Twenty ticks a second: the case for push, and the case against it.",
            doThis: [
                "The price now changes 20 times a second, polling asks once. Watch for half a minute.",
                "Look at “Ticks missed” and at the longest gap. Then compare the bytes.",
                "Then set the price to change every 60 s, and read the sentence in plain words once more.",
            ],
            lookFor: [
                "Polling misses 19 of 20 ticks. If every tick matters (a chart, an order book, an alarm), it is "
                    + "useless.",
                "But it takes fewer bytes than push here. If one price a second is enough for you, polling is the "
                    + "cheaper way, or push with a limit: max_rate.",
                "At one tick a minute polling now and then does no harm: no connection has to stay open, and a "
                    + "cache can answer for many.",
            ],
            teacher: [
                "What they should be able to say now. Push is better when news must be fresh or complete, or comes "
                    + "at times that nobody knows. Polling is good enough when news is rare or may be old, when few "
                    + "ask, or when caches and simple servers count for more.",
                "Long polling takes several ticks with one answer when they come faster than the questions: compare "
                    + "its “Requests” with the ticks.",
                "To go on: 1,000 ticks a second, and the rows' longest gaps; the window of the program shows the "
                    + "same clients from the other side.",
            ],
        },
    },
    de: {
        reload: {
            name: "Neu laden",
            goal: "Eine einfache Seite zeigt den Kurs so, wie er war, als gefragt wurde. So war das Web jahrelang.",
            doThis: [
                "Die einfache Seite mit dem Link unten öffnen. Sie hat kein Skript.",
                "Zehn Sekunden warten, dann neu laden. Das einige Male.",
                "Notieren, wie oft sich der Kurs geändert hatte und wie oft es zu früh oder zu spät war.",
            ],
            lookFor: [
                "Nichts auf der Seite sagt, dass ihr Kurs alt ist.",
                "Jedes Laden holt die ganze Seite noch einmal, für eine Zahl.",
                "Wann neu zu laden ist, kann niemand wissen: Nur der Server weiß, wann sich der Kurs ändert.",
            ],
            teacher: [
                "Vorher fragen: Wie ließe sich ohne Hilfe des Servers herausfinden, dass sich ein Kurs geändert hat?",
                "Der Kurs ändert sich hier einmal je Sekunde. Alle gleichzeitig neu laden und vergleichen lassen.",
                "Führt zur nächsten Lektion: Ein Programm übernimmt das Neuladen.",
            ],
        },
        poll: {
            name: "Fragen",
            goal: "Polling: Ein Skript fragt einmal je Sekunde nach dem Kurs, und so scheint die Seite live zu sein.",
            doThis: [
                "Die ersten zwei Zeilen eine halbe Minute beobachten.",
                "Die Spalten „Anfragen“ und „Umsonst“ vergleichen, dann die Bytes beider Zeilen.",
            ],
            lookFor: [
                "Der Kurs ändert sich einmal je Sekunde, und einmal je Sekunde wird gefragt, aber nicht im Takt: "
                    + "Der Kurs ist älter als nötig, und dann und wann ist eine Frage umsonst oder ein Tick "
                    + "verpasst.",
                "Jede Antwort wiegt einige hundert Bytes mehr als der Kurs darin: die Köpfe von Anfrage und Antwort.",
                "Bedingtes Polling fragt: „Etwas Neues seit …?“ Wenn nicht, hat die Antwort (304) keinen Rumpf. Das "
                    + "spart Bytes, keine Anfragen.",
            ],
            teacher: [
                "Alter, Median: Der Kurs steht ohnehin eine Sekunde lang da; eine halbe Sekunde ist bei einem Tick "
                    + "je Sekunde das Beste, was irgendein Weg erreicht. Was Polling hinzufügt, kommt darüber "
                    + "hinaus.",
                "Einzelne Anfragen in den Werkzeugen des Browsers (Netzwerk) ansehen und die Köpfe lesen lassen.",
                "Zur Diskussion: Tausend Leute haben diese Seite offen. Wie viele Anfragen je Sekunde sind das, und "
                    + "wie viele, wenn der Kurs stillsteht?",
            ],
        },
        faster: {
            name: "Öfter fragen",
            goal: "Gegen alte Kurse hilft es, öfter zu fragen. Das wirkt, und es kostet.",
            doThis: [
                "Polling fragt nun zehnmal je Sekunde; der Kurs ändert sich weiter einmal. Eine halbe Minute "
                    + "beobachten.",
                "Mit der Zeile von WebSocket vergleichen, dann den Regler des Pollings an beide Enden schieben.",
            ],
            lookFor: [
                "Neun von zehn Fragen sind umsonst.",
                "Der Kurs wird frischer, aber nie so frisch wie dort, wo er gesagt wird; die Bytes wachsen mit "
                    + "jedem Schritt des Reglers.",
                "Bedingtes Polling hilft bei den Bytes, kaum bei der Arbeit: Jede Frage wird gelesen und "
                    + "beantwortet.",
            ],
            teacher: [
                "Das Alter des Kurses zu halbieren verdoppelt die Anfragen. Den Punkt finden lassen, ab dem es sich "
                    + "nicht lohnt.",
                "Das ist fair gegenüber Polling: Verbindungen bleiben offen, auf keiner Seite wird komprimiert, und "
                    + "alle sind auf demselben Rechner. In einem wirklichen Netz kostet jede Frage noch einen Weg "
                    + "hin und her.",
            ],
        },
        push: {
            name: "Push, alle 1000 ms",
            goal: "Push: Die Seite fragt einmal, und der Server sagt es ihr jedes Mal, wenn sich der Kurs ändert.",
            doThis: [
                "Ein Tick je Sekunde, fünf Wege. Eine halbe Minute beobachten.",
                "Im Kopf ordnen: nach Anfragen, nach Bytes, nach Alter.",
                "Wege mit den Kästchen aus- und einschalten. Jedes Mal beginnt die Messung neu.",
            ],
            lookFor: [
                "Ereignisströme und WebSockets: eine Anfrage, und danach wird nichts umsonst gefragt.",
                "Langes Polling liegt dazwischen: Der Server behält die Frage, bis es eine Antwort gibt, also ist "
                    + "der Kurs frisch; aber jeder Kurs braucht eine neue Frage mit allen Köpfen.",
                "Bei dieser Rate kann das Auge Push und Polling kaum unterscheiden. Der Unterschied steht in den "
                    + "Spalten.",
            ],
            teacher: [
                "Server-Sent Events sind einfaches HTTP in eine Richtung, und Browser kommen von selbst wieder. "
                    + "WebSocket geht in beide Richtungen und kostet zwei bis vier Bytes je Nachricht. Socket.IO "
                    + "fügt Namen von Ereignissen, Bestätigungen und einen Weg um alte Proxys hinzu.",
                "Den Server beenden und neu starten: Welche Zeilen kommen wieder, und wie bald?",
            ],
        },
        flood: {
            name: "Push, alle 50 ms",
            goal: "Zwanzig Ticks je Sekunde: was für Push spricht und was dagegen.",
            doThis: [
                "Der Kurs ändert sich nun 20-mal je Sekunde, Polling fragt einmal. Eine halbe Minute beobachten.",
                "Auf „Ticks verpasst“ und die längste Lücke achten. Dann die Bytes vergleichen.",
                "Dann den Kurs sich alle 60 s ändern lassen und den Satz in einfachen Worten noch einmal lesen.",
            ],
            lookFor: [
                "Polling verpasst 19 von 20 Ticks. Wo jeder zählt (Verlauf, Orderbuch, Alarm), ist es unbrauchbar.",
                "Aber es braucht hier weniger Bytes als Push. Wem ein Kurs je Sekunde genügt, für den ist Polling "
                    + "der billigere Weg, oder Push mit einer Grenze: max_rate.",
                "Bei einem Tick je Minute schadet gelegentliches Fragen nicht: Keine Verbindung muss offen bleiben, "
                    + "und ein Cache kann für viele antworten.",
            ],
            teacher: [
                "Was sie nun sagen können sollten: Push ist besser, wenn Neues frisch oder vollständig sein muss "
                    + "oder zu Zeiten kommt, die niemand kennt. Polling ist gut genug, wenn Neues selten ist oder "
                    + "alt sein darf, wenn wenige fragen oder wenn Caches und einfache Server mehr zählen.",
                "Langes Polling nimmt mehrere Ticks mit einer Antwort mit, wenn sie schneller kommen als die "
                    + "Fragen: seine „Anfragen“ mit den Ticks vergleichen.",
                "Zum Weitermachen: 1.000 Ticks je Sekunde und die längsten Lücken der Zeilen; das Fenster des "
                    + "Programms zeigt dieselben Clients von der anderen Seite.",
            ],
        },
    },
};
