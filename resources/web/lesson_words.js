// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Five lessons, each for five to ten minutes, in each language.
export const lessonTexts = {
    en: {
        reload: {
            name: "Reload",
            goal: "A plain page shows the price at the time of the request. For years, the whole web worked like this.",
            doThis: [
                "Open the plain page with the link below. It has no script.",
                "Wait ten seconds, then reload it. Repeat this a few times.",
                "Note how often the price had changed, and how often you were too early or too late.",
            ],
            lookFor: [
                "Nothing on that page shows that its price is old.",
                "Each reload fetches the whole page again for one number.",
                "You can't know when to reload: only the server knows when the price changes.",
            ],
            teacher: [
                "Ask first: how would you find out that a price has changed, without help from the server?",
                "The price changes once a second here. Let everyone reload at the same time and compare the results.",
                "This leads to the next lesson: a script does the reloading.",
            ],
        },
        poll: {
            name: "Poll",
            goal: "Polling: a script requests the price once a second, so the page seems to be live.",
            doThis: [
                "Watch the first two rows for half a minute.",
                "Compare the columns “Requests” and “Empty”, then the bytes of both rows.",
            ],
            lookFor: [
                "The price changes once a second and is requested once a second, but not in step: it is older than it "
                    + "needs to be, and now and then a response is empty or a tick is missed.",
                "Each response is some hundred bytes larger than the price in it: the headers of request and response.",
                "Conditional polling asks “anything new since …?”. If not, the response (304) has no body. That saves "
                    + "bytes, not requests.",
            ],
            teacher: [
                "Age, median: the price stays on screen for a second anyway, so at one tick a second half a second is "
                    + "the best that any method can do. What polling adds comes on top.",
                "Let the class look at single requests in the browser's developer tools (Network), and read the "
                    + "headers.",
                "Discuss: a thousand people have this page open. How many requests a second is that? How many if the "
                    + "price does not change?",
            ],
        },
        faster: {
            name: "Poll faster",
            goal: "The obvious remedy for old prices is to poll more often. It works, but it costs.",
            doThis: [
                "Clients now poll ten times a second; the price still changes once. Watch for half a minute.",
                "Compare with the WebSocket row, then move the polling slider to both ends.",
            ],
            lookFor: [
                "Nine of ten responses are empty.",
                "The price gets fresher, but never as fresh as with push; the bytes grow with every step of the "
                    + "slider.",
                "Conditional polling saves bytes, but hardly any work: the server reads and answers every request.",
            ],
            teacher: [
                "Halving the age of the price doubles the requests. Let the class find the point where it is no longer "
                    + "worth it.",
                "This is fair to polling: connections are kept alive, nothing is compressed, and everything runs on "
                    + "one computer. Over a real network, each request also takes a round trip.",
            ],
        },
        push: {
            name: "Push, every 1000 ms",
            goal: "Push: the page asks once, and the server sends the price each time it changes.",
            doThis: [
                "One tick a second, five methods. Watch for half a minute.",
                "Rank them: by requests, by bytes, by age.",
                "Switch methods off and on with the checkboxes. Each time the measurement restarts.",
            ],
            lookFor: [
                "Event streams and WebSockets: one request, and no empty responses after it.",
                "Long polling is in between: the server holds the request until there is an update, so the price is "
                    + "fresh; but each price needs a new request with all its headers.",
                "At this rate you can hardly see the difference between push and polling. It is in the columns.",
            ],
            teacher: [
                "Server-sent events are plain HTTP in one direction, and browsers reconnect automatically. WebSocket "
                    + "goes both ways and costs two to four bytes a message. Socket.IO adds event names, "
                    + "acknowledgements and a fallback for old proxies.",
                "Stop the server and start it again: which rows come back, and how soon?",
            ],
        },
        flood: {
            name: "Push, every 50 ms",
            goal: "Twenty ticks a second: the case for push, and the case against it.",
            doThis: [
                "The price now changes 20 times a second; clients poll once. Watch for half a minute.",
                "Look at “Ticks missed” and the longest gap. Then compare the bytes.",
                "Then let the price change every 60 s, and read the summary in plain words again.",
            ],
            lookFor: [
                "Polling misses 19 of 20 ticks. Where every tick counts (a chart, an order book, an alarm), it is "
                    + "useless.",
                "But it needs fewer bytes than push here. If one price a second is enough, polling is cheaper, or push "
                    + "with a limit: max_rate.",
                "At one tick a minute, occasional polling does no harm: no connection has to stay open, and one cache "
                    + "can answer for many.",
            ],
            teacher: [
                "What the class should be able to explain now: push is better when updates must be fresh or "
                    + "complete, or come at unpredictable times. Polling is good enough when updates are rare or may "
                    + "be old, when there are few clients, or when caches and simple servers matter more.",
                "When ticks come faster than requests, long polling delivers several in one response: compare its "
                    + "“Requests” with the ticks.",
                "To continue: 1,000 ticks a second, and the longest gaps; the program's window shows the same clients "
                    + "from the server's side.",
            ],
        },
    },
    de: {
        reload: {
            name: "Neu laden",
            goal: "Eine einfache Seite zeigt den Kurs vom Zeitpunkt der Anfrage. So war das Web jahrelang.",
            doThis: [
                "Öffnen Sie die einfache Seite mit dem Link unten. Sie hat kein Skript.",
                "Warten Sie zehn Sekunden, dann laden Sie neu. Wiederholen Sie das einige Male.",
                "Notieren Sie, wie oft sich der Kurs geändert hatte und wie oft Sie zu früh oder zu spät waren.",
            ],
            lookFor: [
                "Nichts auf der Seite zeigt, dass ihr Kurs alt ist.",
                "Jedes Laden holt für eine einzige Zahl die ganze Seite noch einmal.",
                "Wann neu zu laden ist, können Sie nicht wissen: Nur der Server weiß, wann sich der Kurs ändert.",
            ],
            teacher: [
                "Vorher fragen: Wie ließe sich ohne Hilfe des Servers herausfinden, dass sich ein Kurs geändert hat?",
                "Der Kurs ändert sich hier einmal pro Sekunde. Alle gleichzeitig neu laden und vergleichen lassen.",
                "Führt zur nächsten Lektion: Ein Skript übernimmt das Neuladen.",
            ],
        },
        poll: {
            name: "Polling",
            goal: "Polling: Ein Skript fragt den Kurs einmal pro Sekunde ab, und so wirkt die Seite live.",
            doThis: [
                "Beobachten Sie die ersten zwei Zeilen eine halbe Minute lang.",
                "Vergleichen Sie die Spalten „Anfragen“ und „Leer“, dann die Bytes beider Zeilen.",
            ],
            lookFor: [
                "Der Kurs ändert sich einmal pro Sekunde und wird einmal pro Sekunde abgefragt, aber nicht im Takt: Er "
                    + "ist älter als nötig, und ab und zu ist eine Antwort leer oder ein Tick verpasst.",
                "Jede Antwort ist einige hundert Bytes größer als der Kurs darin: die Header von Anfrage und Antwort.",
                "Bedingtes Polling fragt: „Etwas Neues seit …?“ Wenn nicht, hat die Antwort (304) keinen Body. Das "
                    + "spart Bytes, keine Anfragen.",
            ],
            teacher: [
                "Alter, Median: Der Kurs steht ohnehin eine Sekunde lang da; bei einem Tick pro Sekunde ist eine halbe "
                    + "Sekunde das Beste, was ein Verfahren erreicht. Was Polling hinzufügt, kommt obendrauf.",
                "Einzelne Anfragen in den Entwicklerwerkzeugen des Browsers (Netzwerk) ansehen und die Header lesen "
                    + "lassen.",
                "Zur Diskussion: Tausend Leute haben diese Seite offen. Wie viele Anfragen pro Sekunde sind das? Wie "
                    + "viele, wenn sich der Kurs nicht ändert?",
            ],
        },
        faster: {
            name: "Schnelleres Polling",
            goal: "Gegen alte Kurse hilft es, öfter anzufragen. Das wirkt, aber es kostet.",
            doThis: [
                "Clients fragen nun zehnmal pro Sekunde an; der Kurs ändert sich weiter einmal. Beobachten Sie das "
                    + "eine halbe Minute lang.",
                "Vergleichen Sie mit der Zeile „WebSocket“, dann schieben Sie den Polling-Regler an beide Enden.",
            ],
            lookFor: [
                "Neun von zehn Antworten sind leer.",
                "Der Kurs wird frischer, aber nie so frisch wie mit Push; die Bytes wachsen mit jedem Schritt des "
                    + "Reglers.",
                "Bedingtes Polling spart Bytes, aber kaum Arbeit: Der Server liest und beantwortet jede Anfrage.",
            ],
            teacher: [
                "Das Alter des Kurses zu halbieren verdoppelt die Anfragen. Den Punkt finden lassen, ab dem es sich "
                    + "nicht mehr lohnt.",
                "Das ist fair gegenüber Polling: Verbindungen bleiben offen, nichts wird komprimiert, und alles läuft "
                    + "auf einem Rechner. In einem echten Netzwerk kostet jede Anfrage noch einen Round Trip.",
            ],
        },
        push: {
            name: "Push, alle 1000 ms",
            goal: "Push: Die Seite fragt einmal an, und der Server sendet den Kurs jedes Mal, wenn er sich ändert.",
            doThis: [
                "Ein Tick pro Sekunde, fünf Verfahren. Beobachten Sie das eine halbe Minute lang.",
                "Ordnen Sie die Verfahren: nach Anfragen, nach Bytes, nach Alter.",
                "Schalten Sie Verfahren mit den Kästchen aus und ein. Jedes Mal startet die Messung neu.",
            ],
            lookFor: [
                "Event-Streams und WebSockets: eine Anfrage, und danach keine leere Antwort.",
                "Long Polling liegt dazwischen: Der Server hält die Anfrage, bis es ein Update gibt, also ist der Kurs "
                    + "frisch; aber jeder Kurs braucht eine neue Anfrage mit allen Headern.",
                "Bei dieser Rate ist der Unterschied zwischen Push und Polling kaum zu sehen. Er steht in den Spalten.",
            ],
            teacher: [
                "Server-Sent Events sind einfaches HTTP in eine Richtung, und Browser verbinden sich automatisch neu. "
                    + "WebSocket geht in beide Richtungen und kostet zwei bis vier Bytes pro Nachricht. Socket.IO "
                    + "ergänzt Ereignisnamen, Bestätigungen und einen Ausweg für alte Proxys.",
                "Den Server beenden und neu starten: Welche Zeilen kommen wieder, und wie bald?",
            ],
        },
        flood: {
            name: "Push, alle 50 ms",
            goal: "Zwanzig Ticks pro Sekunde: was für Push spricht und was dagegen.",
            doThis: [
                "Der Kurs ändert sich nun 20-mal pro Sekunde, Clients fragen einmal an. Beobachten Sie das eine halbe "
                    + "Minute lang.",
                "Achten Sie auf „Ticks verpasst“ und die längste Lücke. Dann vergleichen Sie die Bytes.",
                "Lassen Sie den Kurs sich danach alle 60 s ändern, und lesen Sie die Zusammenfassung in einfachen "
                    + "Worten noch einmal.",
            ],
            lookFor: [
                "Polling verpasst 19 von 20 Ticks. Wo jeder Tick zählt (Chart, Orderbuch, Alarm), ist es unbrauchbar.",
                "Aber es braucht hier weniger Bytes als Push. Genügt ein Kurs pro Sekunde, ist Polling günstiger, oder "
                    + "Push mit einem Limit: max_rate.",
                "Bei einem Tick pro Minute schadet gelegentliches Polling nicht: Keine Verbindung muss offen bleiben, "
                    + "und ein Cache kann für viele antworten.",
            ],
            teacher: [
                "Was die Klasse nun erklären können sollte: Push ist besser, wenn Updates frisch oder vollständig sein "
                    + "müssen oder zu unvorhersehbaren Zeiten kommen. Polling ist gut genug, wenn Updates selten sind "
                    + "oder alt sein dürfen, wenn es wenige Clients gibt oder wenn Caches und einfache Server mehr "
                    + "zählen.",
                "Kommen Ticks schneller als Anfragen, liefert Long Polling mehrere in einer Antwort: seine „Anfragen“ "
                    + "mit den Ticks vergleichen.",
                "Zum Weitermachen: 1.000 Ticks pro Sekunde und die längsten Lücken; das Fenster des Programms zeigt "
                    + "dieselben Clients von der Seite des Servers.",
            ],
        },
    },
};
