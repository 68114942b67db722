<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ticker::AboutBox</name>
    <message>
        <source>About TickerTray</source>
        <translation>Über TickerTray</translation>
    </message>
    <message>
        <source>TickerTray %1</source>
        <translation>TickerTray %1</translation>
    </message>
    <message>
        <source>A local ticker server: made-up prices, pushed to every browser and client that connects, as fast as you say.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ein Ticker-Server für diesen Rechner: erfundene Kurse, an jeden verbundenen Browser und Client gesendet, so schnell Sie wollen.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>ticker::AccessSection</name>
    <message>
        <source>Who may read</source>
        <translation>Wer lesen darf</translation>
    </message>
    <message>
        <source>Allowed &amp;origins: pages from elsewhere that may read the feed</source>
        <translation>Erlaubte &amp;Herkünfte: Seiten von anderswo, die lesen dürfen</translation>
    </message>
    <message>
        <source>An origin is a scheme and a host, such as https://example.org, without a path and without wildcards.</source>
        <translation>Eine Herkunft ist ein Schema und ein Host, etwa https://example.org, ohne Pfad und ohne Platzhalter.</translation>
    </message>
    <message>
        <source>Allowed &amp;hosts: further names by which this computer is called</source>
        <translation>Erlaubte H&amp;osts: weitere Namen, unter denen dieser Rechner gerufen wird</translation>
    </message>
    <message>
        <source>A host is a name or an address, such as mybox.lan or mybox.lan:8000, without a scheme and wildcards.</source>
        <translation>Ein Host ist ein Name oder eine Adresse, etwa mybox.lan oder mybox.lan:8000, ohne Schema und Platzhalter.</translation>
    </message>
    <message>
        <source>Let in pages that were opened from a &amp;file</source>
        <translation>Seiten einlassen, die aus einer &amp;Datei geöffnet wurden</translation>
    </message>
    <message>
        <source>Pages of this computer may read the feed, whatever their port. Others have to be named.</source>
        <translation>Seiten von diesem Rechner dürfen lesen, gleich von welchem Port. Andere müssen genannt werden.</translation>
    </message>
</context>
<context>
    <name>ticker::ActivityModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>ticker::ActivityView</name>
    <message>
        <source>&amp;Hold</source>
        <translation>Fest&amp;halten</translation>
    </message>
    <message>
        <source>Adds no lines for now; they come when you let go</source>
        <translation>Fügt vorerst keine Zeilen an; sie kommen, wenn Sie loslassen</translation>
    </message>
    <message>
        <source>&amp;Allow origin</source>
        <translation>Herkunft e&amp;rlauben</translation>
    </message>
    <message>
        <source>Lets pages of the selected line&apos;s origin in, now and at the next start</source>
        <translation>Lässt Seiten der Herkunft der gewählten Zeile ein, jetzt und beim nächsten Start</translation>
    </message>
    <message>
        <source>&amp;Only this client</source>
        <translation>Nur &amp;dieser Client</translation>
    </message>
    <message>
        <source>Shows only what the selected line&apos;s client does</source>
        <translation>Zeigt nur, was der Client der gewählten Zeile tut</translation>
    </message>
    <message>
        <source>All &amp;clients</source>
        <translation>Alle &amp;Clients</translation>
    </message>
    <message>
        <source>Shows what all clients do again</source>
        <translation>Zeigt wieder, was alle Clients tun</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copies the selected lines</source>
        <translation>Kopiert die gewählten Zeilen</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Writes the lines that are shown to a file, as JSON Lines</source>
        <translation>Schreibt die gezeigten Zeilen in eine Datei, als JSON Lines</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Forgets all lines</source>
        <translation>Vergisst alle Zeilen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter of the activity log</source>
        <translation>Filter des Aktivitätsprotokolls</translation>
    </message>
    <message>
        <source>Kind of lines</source>
        <translation>Art der Zeilen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Keeps the newest line in view</source>
        <translation>Hält die neueste Zeile im Blick</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>%1, %2 held back</source>
        <translation>%1, %2 zurückgehalten</translation>
    </message>
    <message>
        <source>Only %1 – show &amp;all</source>
        <comment>address</comment>
        <translation>Nur %1 – &amp;alle zeigen</translation>
    </message>
    <message>
        <source>Save activity</source>
        <translation>Aktivität speichern</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The activity log cannot be written to %1: %2</source>
        <translation>Das Aktivitätsprotokoll lässt sich nicht in %1 schreiben: %2</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
</context>
<context>
    <name>ticker::ActivityText</name>
    <message>
        <source>To nothing any more</source>
        <translation>Zu nichts mehr</translation>
    </message>
    <message>
        <source>To all instruments</source>
        <translation>Zu allen Instrumenten</translation>
    </message>
    <message>
        <source>To %1 instruments</source>
        <translation>Zu %1 Instrumenten</translation>
    </message>
    <message>
        <source>1 tick</source>
        <translation>1 Tick</translation>
    </message>
    <message>
        <source>%1 ticks</source>
        <translation>%1 Ticks</translation>
    </message>
    <message>
        <source>%1; connected for %2, %3, %4</source>
        <extracomment>why, how long it was connected, ticks, bytes</extracomment>
        <translation>%1; verbunden für %2, %3, %4</translation>
    </message>
    <message>
        <source>all instruments</source>
        <translation>alle Instrumente</translation>
    </message>
    <message>
        <source>Spike of %1 %, %2</source>
        <translation>Sprung um %1 %, %2</translation>
    </message>
    <message>
        <source>Crash of %1 %, %2</source>
        <translation>Absturz um %1 %, %2</translation>
    </message>
    <message>
        <source>Halt, %1</source>
        <translation>Ausgesetzt, %1</translation>
    </message>
    <message>
        <source>Resume, %1</source>
        <translation>Fortgesetzt, %1</translation>
    </message>
    <message>
        <source>Flat, %1</source>
        <translation>Flach, %1</translation>
    </message>
    <message>
        <source>Flat no more, %1</source>
        <translation>Nicht mehr flach, %1</translation>
    </message>
    <message>
        <source>Burst of %1 ticks, %2</source>
        <translation>Schub von %1 Ticks, %2</translation>
    </message>
    <message>
        <source>Drift of %1 % a tick, %2</source>
        <translation>Drift von %1 % je Tick, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>transport, user agent</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>From polling to a WebSocket</source>
        <translation>Von Polling zu WebSocket</translation>
    </message>
    <message>
        <source>It is too slow for every tick and gets the newest ones</source>
        <translation>Er ist zu langsam für jeden Tick und bekommt die neuesten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>code of the error, what it is about</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The built-in one</source>
        <translation>Der eingebaute</translation>
    </message>
    <message>
        <source>%1 more not shown</source>
        <translation>%1 weitere nicht gezeigt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Steuerung</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Auf Empfang</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>Abonniert</translation>
    </message>
    <message>
        <source>Upgraded</source>
        <translation>Umgestiegen</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Ticks merged</source>
        <translation>Ticks zusammengefasst</translation>
    </message>
    <message>
        <source>Message refused</source>
        <translation>Nachricht abgewiesen</translation>
    </message>
    <message>
        <source>Host refused</source>
        <translation>Host abgewiesen</translation>
    </message>
    <message>
        <source>Origin refused</source>
        <translation>Herkunft abgewiesen</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>Anfrage abgewiesen</translation>
    </message>
    <message>
        <source>Origin allowed</source>
        <translation>Herkunft erlaubt</translation>
    </message>
    <message>
        <source>Rate changed</source>
        <translation>Rate geändert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Seed set</source>
        <translation>Startwert gesetzt</translation>
    </message>
    <message>
        <source>Single tick</source>
        <translation>Einzeltick</translation>
    </message>
    <message>
        <source>Market changed</source>
        <translation>Markt geändert</translation>
    </message>
    <message>
        <source>Playback changed</source>
        <translation>Wiedergabe geändert</translation>
    </message>
    <message>
        <source>Market opened</source>
        <translation>Markt geöffnet</translation>
    </message>
    <message>
        <source>File played</source>
        <translation>Datei abgespielt</translation>
    </message>
    <message>
        <source>Back to the market</source>
        <translation>Zurück zum Markt</translation>
    </message>
    <message>
        <source>Recording started</source>
        <translation>Aufnahme begonnen</translation>
    </message>
    <message>
        <source>Recording stopped</source>
        <translation>Aufnahme beendet</translation>
    </message>
    <message>
        <source>File refused</source>
        <translation>Datei abgewiesen</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Too much at once</source>
        <translation>Zu viel auf einmal</translation>
    </message>
    <message>
        <source>By a program</source>
        <extracomment>Not in the window: asked for by a program. What, perhaps.</extracomment>
        <translation>Durch ein Programm</translation>
    </message>
    <message>
        <source>%1 (by a program)</source>
        <translation>%1 (durch ein Programm)</translation>
    </message>
    <message>
        <source>The client closed</source>
        <translation>Der Client hat geschlossen</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>The client hung up while its poll waited</source>
        <translation>Der Client hat aufgelegt, während seine Abfrage wartete</translation>
    </message>
    <message>
        <source>Two polls at once</source>
        <translation>Zwei Abfragen zugleich</translation>
    </message>
    <message>
        <source>Two posts at once</source>
        <translation>Zwei Sendungen zugleich</translation>
    </message>
    <message>
        <source>The client hung up in the middle of a post</source>
        <translation>Der Client hat mitten in einer Sendung aufgelegt</translation>
    </message>
    <message>
        <source>Binary data posted</source>
        <translation>Binärdaten gesendet</translation>
    </message>
    <message>
        <source>Broken or too long WebSocket message</source>
        <translation>Kaputte oder zu lange WebSocket-Nachricht</translation>
    </message>
    <message>
        <source>Broken packet</source>
        <translation>Kaputtes Paket</translation>
    </message>
    <message>
        <source>Heartbeat of the wrong side</source>
        <translation>Herzschlag der falschen Seite</translation>
    </message>
    <message>
        <source>No answer to a ping in time</source>
        <translation>Keine rechtzeitige Antwort auf einen Ping</translation>
    </message>
    <message>
        <source>No namespace joined in time</source>
        <translation>Keinem Namensraum rechtzeitig beigetreten</translation>
    </message>
    <message>
        <source>Broken Socket.IO packet</source>
        <translation>Kaputtes Socket.IO-Paket</translation>
    </message>
    <message>
        <source>Socket.IO packet that may not come then</source>
        <translation>Socket.IO-Paket zur falschen Zeit</translation>
    </message>
    <message>
        <source>Too slow: too much waited for it</source>
        <translation>Zu langsam: zu viel wartete auf ihn</translation>
    </message>
    <message>
        <source>Stalled: it took no more data</source>
        <translation>Festgefahren: er nahm keine Daten mehr an</translation>
    </message>
    <message>
        <source>Disconnected here</source>
        <translation>Hier getrennt</translation>
    </message>
    <message>
        <source>The server stops</source>
        <translation>Der Server endet</translation>
    </message>
    <message>
        <source>The server listens elsewhere now</source>
        <translation>Der Server ist jetzt anderswo auf Empfang</translation>
    </message>
</context>
<context>
    <name>ticker::AddressBar</name>
    <message>
        <source>No address</source>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>Zustand: %1</translation>
    </message>
</context>
<context>
    <name>ticker::ChartBar</name>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>The last minute</source>
        <translation>Die letzte Minute</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>The last five minutes</source>
        <translation>Die letzten fünf Minuten</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>The last 15 minutes</source>
        <translation>Die letzten 15 Minuten</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>Die letzte Stunde</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All that the server keeps</source>
        <translation>Alles, was der Server aufhebt</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Goes with the newest tick again (End)</source>
        <translation>Geht wieder mit dem neuesten Tick (Ende)</translation>
    </message>
    <message>
        <source>In %</source>
        <translation>In %</translation>
    </message>
    <message>
        <source>Shows by how many per cent each instrument differs from the left edge of the chart</source>
        <translation>Zeigt, um wie viel Prozent jedes Instrument vom linken Rand des Diagramms abweicht</translation>
    </message>
    <message>
        <source>In per cent</source>
        <translation>In Prozent</translation>
    </message>
</context>
<context>
    <name>ticker::ChartExport</name>
    <message>
        <source>E&amp;xport chart…</source>
        <translation>Diagramm e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>What a button does, and its shortcut.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Writes the chart to a PNG or SVG file</source>
        <translation>Schreibt das Diagramm in eine PNG- oder SVG-Datei</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Cannot write the chart to %1: %2</source>
        <translation>Das Diagramm lässt sich nicht in %1 schreiben: %2</translation>
    </message>
    <message>
        <source>it has no size</source>
        <translation>es hat keine Größe</translation>
    </message>
    <message>
        <source>Painting the chart…</source>
        <translation>Das Diagramm wird gezeichnet…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
</context>
<context>
    <name>ticker::ChartSummary</name>
    <message>
        <source>one minute</source>
        <translation>einer Minute</translation>
    </message>
    <message>
        <source>five minutes</source>
        <translation>fünf Minuten</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15 Minuten</translation>
    </message>
    <message>
        <source>one hour</source>
        <translation>einer Stunde</translation>
    </message>
    <message>
        <source>%1 %2, %3 in %4; lowest %5, highest %6</source>
        <extracomment>A symbol, its price, what it did (&quot;up 3&quot;), &quot;five minutes&quot;, its lowest and its highest price.</extracomment>
        <translation>%1 %2, %3 in %4; niedrigster %5, höchster %6</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>plus %1</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>minus %1</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
</context>
<context>
    <name>ticker::ClientActions</name>
    <message>
        <source>De&amp;tails…</source>
        <translation>&amp;Einzelheiten…</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Disconnect with a &amp;code…</source>
        <translation>Mit &amp;Code trennen…</translation>
    </message>
    <message>
        <source>&amp;Only this client&apos;s activity</source>
        <translation>Nur die &amp;Aktivität dieses Clients</translation>
    </message>
    <message>
        <source>Disconnect &amp;all</source>
        <translation>A&amp;lle trennen</translation>
    </message>
    <message>
        <source>Disconnect all</source>
        <translation>Alle trennen</translation>
    </message>
    <message>
        <source>Disconnect all %1 clients?</source>
        <translation>Alle %1 Clients trennen?</translation>
    </message>
    <message>
        <source>Many of them come back by themselves.</source>
        <translation>Viele davon kommen von selbst wieder.</translation>
    </message>
</context>
<context>
    <name>ticker::ClientCells</name>
    <message>
        <source>%1 ticks sent</source>
        <translation>%1 Ticks gesendet</translation>
    </message>
    <message>
        <source>, %1 replaced by a newer one before they could leave</source>
        <translation>, %1 durch neuere ersetzt, ehe sie hinaus konnten</translation>
    </message>
    <message>
        <source>The client has sent no event that means nothing here</source>
        <translation>Der Client hat kein Ereignis gesendet, das hier unbekannt ist</translation>
    </message>
    <message>
        <source>%1, the last one named &quot;%2&quot;</source>
        <translation>%1, das letzte heißt „%2“</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Connected for</source>
        <translation>Verbunden seit</translation>
    </message>
    <message>
        <source>Ticks sent</source>
        <translation>Ticks gesendet</translation>
    </message>
    <message>
        <source>Bytes sent</source>
        <translation>Bytes gesendet</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>Ungesendet</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Payload with framing, without HTTP and TCP headers</source>
        <translation>Nutzdaten mit Rahmen, ohne die Köpfe von HTTP und TCP</translation>
    </message>
    <message>
        <source>Bytes that wait because the client does not read fast enough</source>
        <translation>Bytes, die warten, weil der Client nicht schnell genug liest</translation>
    </message>
    <message>
        <source>Events from the client that mean nothing to this server</source>
        <translation>Ereignisse vom Client, die dieser Server nicht kennt</translation>
    </message>
    <message>
        <source>The client did not name itself</source>
        <translation>Der Client hat sich nicht genannt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 instruments</source>
        <translation>%1 Instrumente</translation>
    </message>
    <message>
        <source>headline</source>
        <extracomment>All prices of the first instrument; and what else it has subscribed to.</extracomment>
        <translation>Leitkurs</translation>
    </message>
    <message>
        <source>headline, %1</source>
        <translation>Leitkurs, %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Not known: no ping of the server was answered yet</source>
        <translation>Unbekannt: noch wurde kein Ping des Servers beantwortet</translation>
    </message>
    <message>
        <source>%1 from the last ping to its answer</source>
        <translation>%1 vom letzten Ping zu seiner Antwort</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Ticks/s</source>
        <translation>Ticks/s</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Zusammengefasst</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>Ticks sent per second, over the last two seconds</source>
        <translation>Gesendete Ticks je Sekunde, über die letzten zwei Sekunden</translation>
    </message>
    <message>
        <source>Ticks that a newer one replaced before they could leave</source>
        <translation>Ticks, die ein neuerer ersetzte, ehe sie hinaus konnten</translation>
    </message>
    <message>
        <source>From the last ping to its answer</source>
        <translation>Vom letzten Ping zu seiner Antwort</translation>
    </message>
</context>
<context>
    <name>ticker::ClientCodeTabs</name>
    <message>
        <source>Code of clients</source>
        <translation>Code für Clients</translation>
    </message>
    <message>
        <source>Client for %1</source>
        <translation>Client für %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the client for %1</source>
        <translation>Den Client für %1 kopieren</translation>
    </message>
</context>
<context>
    <name>ticker::ClientsController</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
</context>
<context>
    <name>ticker::ClientDetailsDialog</name>
    <message>
        <source>%1  %2 of binary data</source>
        <comment>time, size</comment>
        <translation>%1  %2 Binärdaten</translation>
    </message>
    <message>
        <source>%1… (%2)</source>
        <comment>how a text begins, size</comment>
        <translation>%1… (%2)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Letzte Nachrichten</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Nothing since these details are open</source>
        <translation>Nichts, seit diese Einzelheiten offen sind</translation>
    </message>
    <message>
        <source>Client %1</source>
        <translation>Client %1</translation>
    </message>
    <message>
        <source>This client has gone. What is below was the last of it.</source>
        <translation>Dieser Client ist fort. Was unten steht, war das Letzte von ihm.</translation>
    </message>
</context>
<context>
    <name>ticker::ClientsView</name>
    <message>
        <source>Connected clients</source>
        <translation>Verbundene Clients</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter of the clients</source>
        <translation>Filter der Clients</translation>
    </message>
    <message>
        <source>In address, transport, user agent and subscriptions</source>
        <translation>In Adresse, Transport, Programm und Abonnements</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
</context>
<context>
    <name>ticker::CloseQuestion</name>
    <message>
        <source>Close TickerTray</source>
        <translation>TickerTray schließen</translation>
    </message>
    <message>
        <source>Quit TickerTray, or keep serving in the background?</source>
        <translation>TickerTray beenden oder im Hintergrund weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>This desktop shows no tray icon. In the background the window stays in the task bar, and starting TickerTray again brings it back. Ctrl+Q in the window always quits.</source>
        <translation>Diese Arbeitsumgebung zeigt kein Symbol in der Leiste. Im Hintergrund bleibt das Fenster in der Taskleiste, und ein erneuter Start von TickerTray holt es zurück. Strg+Q im Fenster beendet immer.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Keep serving in the background</source>
        <translation>&amp;Im Hintergrund weiterlaufen</translation>
    </message>
    <message>
        <source>&amp;Do not ask again</source>
        <translation>&amp;Nicht mehr fragen</translation>
    </message>
</context>
<context>
    <name>ticker::DisconnectDialog</name>
    <message>
        <source>1000, normal end</source>
        <translation>1000, normales Ende</translation>
    </message>
    <message>
        <source>1001, going away</source>
        <translation>1001, geht fort</translation>
    </message>
    <message>
        <source>1008, against the rules</source>
        <translation>1008, gegen die Regeln</translation>
    </message>
    <message>
        <source>1011, error in the server</source>
        <translation>1011, Fehler im Server</translation>
    </message>
    <message>
        <source>1012, the server restarts</source>
        <translation>1012, der Server startet neu</translation>
    </message>
    <message>
        <source>1013, try again later</source>
        <translation>1013, später wieder versuchen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Disconnect with a code</source>
        <translation>Mit einem Code trennen</translation>
    </message>
    <message>
        <source>Close code</source>
        <translation>Schließcode</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>Client %1, %2</source>
        <comment>address, transport</comment>
        <translation>Client %1, %2</translation>
    </message>
    <message>
        <source>The client reads the code and the reason in its close event. It comes back only if its program does that.</source>
        <translation>Der Client liest den Code und den Grund in seinem Close-Ereignis. Er kommt nur wieder, wenn sein Programm das tut.</translation>
    </message>
    <message>
        <source>The code and the reason leave with the WebSocket&apos;s close frame. Socket.IO tells its program &quot;transport close&quot;, newer versions the code as a detail, and connects again by itself.</source>
        <translation>Der Code und der Grund gehen mit dem Close-Rahmen des WebSockets hinaus. Socket.IO meldet seinem Programm „transport close“, neuere Fassungen den Code als Einzelheit, und verbindet sich von selbst wieder.</translation>
    </message>
    <message>
        <source>Polling knows no codes: neither the code nor the reason reaches the client. It hears of the end with its next poll, and connects again by itself.</source>
        <translation>Polling kennt keine Codes: weder der Code noch der Grund erreicht den Client. Er erfährt vom Ende mit seiner nächsten Abfrage und verbindet sich von selbst wieder.</translation>
    </message>
    <message>
        <source>A stream of events just ends: neither the code nor the reason reaches the client. Browsers connect again by themselves after two seconds.</source>
        <translation>Ein Ereignisstrom endet einfach: weder der Code noch der Grund erreicht den Client. Browser verbinden sich nach zwei Sekunden von selbst wieder.</translation>
    </message>
</context>
<context>
    <name>ticker::EmptyClients</name>
    <message>
        <source>No one is connected yet.</source>
        <translation>Noch ist niemand verbunden.</translation>
    </message>
    <message>
        <source>The server is not running.</source>
        <translation>Der Server läuft nicht.</translation>
    </message>
    <message>
        <source>Open the page or point your client at %1</source>
        <translation>Öffnen Sie die Seite, oder richten Sie Ihren Client auf %1</translation>
    </message>
    <message>
        <source>Clients appear here once it serves.</source>
        <translation>Clients erscheinen hier, sobald er läuft.</translation>
    </message>
</context>
<context>
    <name>ticker::FileActions</name>
    <message>
        <source>Open &amp;market…</source>
        <translation>Markt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Makes prices for the instruments of a file</source>
        <translation>Macht Kurse für die Instrumente einer Datei</translation>
    </message>
    <message>
        <source>Built-&amp;in market</source>
        <translation>&amp;Eingebauter Markt</translation>
    </message>
    <message>
        <source>Makes prices for the twelve invented companies again</source>
        <translation>Macht wieder Kurse für die zwölf erfundenen Firmen</translation>
    </message>
    <message>
        <source>&amp;Play file…</source>
        <translation>Datei abs&amp;pielen…</translation>
    </message>
    <message>
        <source>Sends the ticks of a file in place of the market&apos;s</source>
        <translation>Sendet die Ticks einer Datei statt derer des Markts</translation>
    </message>
    <message>
        <source>Bac&amp;k to the market</source>
        <translation>&amp;Zurück zum Markt</translation>
    </message>
    <message>
        <source>Ends the file and starts the market&apos;s tape again</source>
        <translation>Beendet die Datei und beginnt das Band des Markts von vorn</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>What a button does, and its shortcut.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>S&amp;top recording</source>
        <translation>Aufnahme s&amp;toppen</translation>
    </message>
    <message>
        <source>&amp;Record to…</source>
        <translation>A&amp;ufnehmen in…</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme stoppen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Finishes the file that is recorded to (%1)</source>
        <translation>Schließt die Datei ab, in die aufgenommen wird (%1)</translation>
    </message>
    <message>
        <source>Writes every tick that goes out to a file (%1)</source>
        <translation>Schreibt jeden Tick, der hinausgeht, in eine Datei (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Record to</source>
        <translation>Aufnehmen in</translation>
    </message>
    <message>
        <source>Ticks (*.csv)</source>
        <translation>Ticks (*.csv)</translation>
    </message>
    <message>
        <source>Play file</source>
        <translation>Datei abspielen</translation>
    </message>
    <message>
        <source>Ticks or bars (*.csv *.tsv *.txt *.jsonl *.ndjson)</source>
        <translation>Ticks oder Kerzen (*.csv *.tsv *.txt *.jsonl *.ndjson)</translation>
    </message>
    <message>
        <source>Open market</source>
        <translation>Markt öffnen</translation>
    </message>
    <message>
        <source>Markets (*.json *.csv)</source>
        <translation>Märkte (*.json *.csv)</translation>
    </message>
</context>
<context>
    <name>ticker::FileText</name>
    <message>
        <source>Cannot open %1. %2</source>
        <translation>%1 lässt sich nicht öffnen. %2</translation>
    </message>
    <message>
        <source>Cannot play %1: %2</source>
        <translation>%1 lässt sich nicht abspielen: %2</translation>
    </message>
    <message>
        <source>Cannot use the market in %1: %2</source>
        <translation>Der Markt in %1 ist nicht zu gebrauchen: %2</translation>
    </message>
    <message>
        <source>Cannot record to %1: %2</source>
        <translation>In %1 lässt sich nicht aufnehmen: %2</translation>
    </message>
    <message>
        <source>1 tick</source>
        <translation>1 Tick</translation>
    </message>
    <message>
        <source>%1 ticks</source>
        <translation>%1 Ticks</translation>
    </message>
    <message>
        <source>Recording to %1, %2, %3</source>
        <extracomment>file, ticks, bytes</extracomment>
        <translation>Aufnahme in %1, %2, %3</translation>
    </message>
    <message>
        <source>Finishing %1, %2…</source>
        <translation>%1 wird abgeschlossen, %2…</translation>
    </message>
    <message>
        <source>Recorded to %1, %2, %3</source>
        <translation>Aufgenommen in %1, %2, %3</translation>
    </message>
    <message>
        <source>Recording to %1 failed; what was written is in the file with .part behind its name</source>
        <translation>Die Aufnahme in %1 ist gescheitert; was geschrieben wurde, ist in der Datei mit .part hinter dem Namen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Zu Ende</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Reading the file: %1</source>
        <translation>Die Datei wird gelesen: %1</translation>
    </message>
    <message>
        <source>It cannot be played any further: %1</source>
        <translation>Weiter lässt sie sich nicht abspielen: %1</translation>
    </message>
    <message>
        <source>Not while a file is played: it has its own prices and times. Go back to the market first.</source>
        <translation>Nicht, während eine Datei läuft: sie hat ihre eigenen Kurse und Zeiten. Gehen Sie zuerst zurück zum Markt.</translation>
    </message>
</context>
<context>
    <name>ticker::LanAccess</name>
    <message>
        <source>another program answers</source>
        <translation>ein anderes Programm antwortet</translation>
    </message>
</context>
<context>
    <name>ticker::LanSection</name>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Let other computers of the &amp;network read the feed</source>
        <translation>Andere Rechner im &amp;Netz lesen lassen</translation>
    </message>
    <message>
        <source>Whoever is on your network can read the feed then: there is no password and no encryption. Nobody but this computer can steer the server.</source>
        <translation>Wer in Ihrem Netz ist, kann dann mitlesen: es gibt weder Passwort noch Verschlüsselung. Steuern kann den Server nur dieser Rechner.</translation>
    </message>
    <message>
        <source>The network is shut out at %1, or when TickerTray ends.</source>
        <translation>Um %1 wird das Netz wieder ausgesperrt, spätestens wenn TickerTray endet.</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>trying…</source>
        <translation>wird versucht…</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>does not answer: %1</source>
        <translation>antwortet nicht: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name of a network interface, whether it answers</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A telephone on the same network opens this address by its camera:</source>
        <translation>Ein Telefon im selben Netz öffnet diese Adresse mit der Kamera:</translation>
    </message>
    <message>
        <source>This computer has no address in a network now.</source>
        <translation>Dieser Rechner hat zurzeit keine Adresse in einem Netz.</translation>
    </message>
    <message>
        <source>No other computer has come so far. If one tried, a firewall may be in its way. One of these commands opens the port; TickerTray does not run them:</source>
        <translation>Bisher kam kein anderer Rechner. Hat es einer versucht, steht ihm vielleicht eine Firewall im Weg. Einer dieser Befehle öffnet den Port; TickerTray führt sie nicht aus:</translation>
    </message>
    <message>
        <source>Command that opens the port</source>
        <translation>Befehl, der den Port öffnet</translation>
    </message>
    <message>
        <source>Shut it out a&amp;gain after an hour</source>
        <translation>Nach einer S&amp;tunde wieder aussperren</translation>
    </message>
</context>
<context>
    <name>ticker::LimitsSection</name>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Most connections</source>
        <translation>Höchstzahl der Verbindungen</translation>
    </message>
    <message>
        <source>Time between two heartbeats in milliseconds</source>
        <translation>Zeit zwischen zwei Herzschlägen in Millisekunden</translation>
    </message>
    <message>
        <source> ms</source>
        <comment>milliseconds</comment>
        <translation> ms</translation>
    </message>
    <message>
        <source>Time to answer a heartbeat in milliseconds</source>
        <translation>Zeit für die Antwort auf einen Herzschlag in Millisekunden</translation>
    </message>
    <message>
        <source>Clients that read too slowly</source>
        <translation>Clients, die zu langsam lesen</translation>
    </message>
    <message>
        <source>get the newest tick</source>
        <translation>bekommen den neuesten Tick</translation>
    </message>
    <message>
        <source>lose the oldest ticks</source>
        <translation>verlieren die ältesten Ticks</translation>
    </message>
    <message>
        <source>are disconnected</source>
        <translation>werden getrennt</translation>
    </message>
    <message>
        <source>Let very old &amp;browsers poll by script elements (JSONP)</source>
        <translation>Sehr alte &amp;Browser über Skript-Elemente abfragen lassen (JSONP)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>range of a number</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>&amp;Most connections</source>
        <translation>Hö&amp;chstzahl der Verbindungen</translation>
    </message>
    <message>
        <source>%1. One more is refused; those that there are stay. Each browser has one or two.</source>
        <translation>%1. Eine weitere wird abgewiesen; die bestehenden bleiben. Jeder Browser hat eine oder zwei.</translation>
    </message>
    <message>
        <source>Heartbeat e&amp;very</source>
        <translation>Herzschla&amp;g alle</translation>
    </message>
    <message>
        <source>Answ&amp;er within</source>
        <translation>Antwort b&amp;innen</translation>
    </message>
    <message>
        <source>%1 ms, for clients that connect from now on. Who does not answer in time is dropped; short times are for trying that out.</source>
        <translation>%1 ms, für Clients, die sich von jetzt an verbinden. Wer nicht rechtzeitig antwortet, wird getrennt; kurze Zeiten sind dazu da, das auszuprobieren.</translation>
    </message>
    <message>
        <source>S&amp;low clients</source>
        <translation>&amp;Langsame Clients</translation>
    </message>
    <message>
        <source>Once more than 256 KiB wait for a client, at once for all.</source>
        <translation>Sobald mehr als 256 KiB auf einen Client warten, sofort für alle.</translation>
    </message>
    <message>
        <source>Any page that is open on this computer may read the feed by it.</source>
        <translation>Jede Seite, die auf diesem Rechner offen ist, kann so mitlesen.</translation>
    </message>
</context>
<context>
    <name>ticker::ListenSection</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address to listen on</source>
        <translation>Adresse für den Empfang</translation>
    </message>
    <message>
        <source>Port to listen on</source>
        <translation>Port für den Empfang</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>This is no IP address, such as 127.0.0.1 or ::1.</source>
        <translation>Das ist keine IP-Adresse wie 127.0.0.1 oder ::1.</translation>
    </message>
    <message>
        <source>Port 0 takes any port that is free.</source>
        <translation>Port 0 nimmt irgendeinen freien Port.</translation>
    </message>
    <message>
        <source>Ports below %1 need special rights.</source>
        <translation>Ports unter %1 brauchen besondere Rechte.</translation>
    </message>
    <message>
        <source>With 127.0.0.1 only this computer reaches the server. Clients who came by an address that is left are told, and have to connect to the new one.</source>
        <translation>Mit 127.0.0.1 erreicht nur dieser Rechner den Server. Clients auf einer Adresse, die aufgegeben wird, erfahren das und müssen sich mit der neuen verbinden.</translation>
    </message>
    <message>
        <source>The server goes on at %1.</source>
        <translation>Der Server läuft auf %1 weiter.</translation>
    </message>
    <message>
        <source>The server does not listen now.</source>
        <translation>Der Server ist jetzt nicht auf Empfang.</translation>
    </message>
    <message>
        <source>Now serving at %1</source>
        <translation>Jetzt erreichbar unter %1</translation>
    </message>
</context>
<context>
    <name>ticker::LoadLine</name>
    <message>
        <source>Bytes are those that clients were sent, with framing and without HTTP and TCP headers. The processor&apos;s share is that of the server&apos;s thread, of one core.</source>
        <translation>Die Bytes sind die an Clients gesendeten, mit Rahmen und ohne die Köpfe von HTTP und TCP. Der Anteil des Prozessors ist der des Server-Threads, an einem Kern.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>actual rate, asked rate</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · %2 a second · %3 % of a core</source>
        <comment>rate, bytes, processor</comment>
        <translation>%1 · %2 je Sekunde · %3 % eines Kerns</translation>
    </message>
</context>
<context>
    <name>ticker::AutostartSection</name>
    <message>
        <source>At login</source>
        <translation>Beim Anmelden</translation>
    </message>
    <message>
        <source>&amp;Start TickerTray when I log in</source>
        <translation>TickerTray &amp;starten, wenn ich mich anmelde</translation>
    </message>
    <message>
        <source>Start it hi&amp;dden in the tray</source>
        <translation>&amp;Verborgen in der Leiste starten</translation>
    </message>
    <message>
        <source>Where there is no tray, the window is shown after half a minute of waiting for one.</source>
        <translation>Wo es keine Leiste gibt, erscheint das Fenster, nachdem eine halbe Minute darauf gewartet wurde.</translation>
    </message>
    <message>
        <source>This is not available here: inside a Flatpak, and on this kind of system, TickerTray cannot add itself to what starts at login.</source>
        <translation>Das geht hier nicht: in einem Flatpak und auf Systemen dieser Art kann TickerTray sich nicht selbst zum Start beim Anmelden eintragen.</translation>
    </message>
</context>
<context>
    <name>ticker::AutostartFile</name>
    <message>
        <source>%1 cannot be removed, so TickerTray still starts at login.</source>
        <translation>%1 lässt sich nicht entfernen, also startet TickerTray weiter beim Anmelden.</translation>
    </message>
    <message>
        <source>TickerTray will not start at login: %1 cannot be written: %2</source>
        <translation>TickerTray wird nicht beim Anmelden starten: %1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>ticker::LookSection</name>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the desktop has it</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Tray icon</source>
        <translation>Symbol in der Leiste</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Light, for dark panels</source>
        <translation>Hell, für dunkle Leisten</translation>
    </message>
    <message>
        <source>Dark, for light panels</source>
        <translation>Dunkel, für helle Leisten</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>Farbig</translation>
    </message>
    <message>
        <source>Colours of prices</source>
        <translation>Farben der Kurse</translation>
    </message>
    <message>
        <source>Rising green, falling red</source>
        <translation>Steigend grün, fallend rot</translation>
    </message>
    <message>
        <source>Rising red, falling green</source>
        <translation>Steigend rot, fallend grün</translation>
    </message>
    <message>
        <source>Sho&amp;w notifications, such as an error while the window is closed</source>
        <translation>Benachrichtigungen &amp;zeigen, etwa einen Fehler bei geschlossenem Fenster</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Tra&amp;y icon</source>
        <translation>S&amp;ymbol in der Leiste</translation>
    </message>
    <message>
        <source>Colo&amp;urs of prices</source>
        <translation>Farben der &amp;Kurse</translation>
    </message>
</context>
<context>
    <name>ticker::MainWindow</name>
    <message>
        <source>&amp;Open page</source>
        <translation>Seite &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>C&amp;lose window</source>
        <translation>Fenster s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;About TickerTray</source>
        <translation>&amp;Über TickerTray</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>F&amp;eed</source>
        <translation>&amp;Feed</translation>
    </message>
    <message>
        <source>&amp;Market</source>
        <translation>&amp;Markt</translation>
    </message>
    <message>
        <source>Vie&amp;w</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>TickerTray</source>
        <translation>TickerTray</translation>
    </message>
    <message>
        <source>%1 – TickerTray</source>
        <comment>address</comment>
        <translation>%1 – TickerTray</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>No browser could be started. The page is at %1</source>
        <translation>Es ließ sich kein Browser starten. Die Seite ist unter %1</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adresse kopiert</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Clients</translation>
    </message>
</context>
<context>
    <name>ticker::MarketControl</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Spike in per cent</source>
        <translation>Sprung in Prozent</translation>
    </message>
    <message>
        <source>Crash in per cent</source>
        <translation>Absturz in Prozent</translation>
    </message>
    <message>
        <source>Drift in per cent a tick</source>
        <translation>Drift in Prozent je Tick</translation>
    </message>
    <message>
        <source>Burst in ticks</source>
        <translation>Schub in Ticks</translation>
    </message>
    <message>
        <source> tick</source>
        <translation> Tick</translation>
    </message>
    <message>
        <source> ticks</source>
        <translation> Ticks</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>What the buttons of this group act on</source>
        <translation>Worauf die Knöpfe dieser Gruppe wirken</translation>
    </message>
    <message>
        <source>All instruments</source>
        <translation>Alle Instrumente</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>What a button does, and its shortcut.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Single &amp;tick</source>
        <translation>Ein&amp;zeltick</translation>
    </message>
    <message>
        <source>One tick now, also while paused</source>
        <translation>Ein Tick sofort, auch während angehalten ist</translation>
    </message>
    <message>
        <source>Choose &amp;instrument</source>
        <translation>&amp;Instrument wählen</translation>
    </message>
    <message>
        <source>Choose instrument</source>
        <translation>Instrument wählen</translation>
    </message>
    <message>
        <source>&amp;Spike</source>
        <translation>&amp;Sprung</translation>
    </message>
    <message>
        <source>The price jumps up by this share of it</source>
        <translation>Der Kurs springt um diesen Anteil nach oben</translation>
    </message>
    <message>
        <source>Cras&amp;h</source>
        <translation>Abst&amp;urz</translation>
    </message>
    <message>
        <source>The price falls by this share of it</source>
        <translation>Der Kurs fällt um diesen Anteil</translation>
    </message>
    <message>
        <source>&amp;Drift</source>
        <translation>D&amp;rift</translation>
    </message>
    <message>
        <source>From now on the price moves by this much more with each tick; 0 ends it</source>
        <translation>Ab jetzt bewegt sich der Kurs mit jedem Tick um so viel mehr; 0 beendet das</translation>
    </message>
    <message>
        <source>&amp;Burst ×10</source>
        <translation>Schu&amp;b ×10</translation>
    </message>
    <message>
        <source>Ten times the movement and the sizes, for so many ticks</source>
        <translation>Zehnfache Bewegung und Umsätze, für so viele Ticks</translation>
    </message>
    <message>
        <source>Halt tradin&amp;g</source>
        <translation>Handel &amp;aussetzen</translation>
    </message>
    <message>
        <source>No trades until they are resumed</source>
        <translation>Kein Handel, bis er wieder aufgenommen wird</translation>
    </message>
    <message>
        <source>&amp;Resume trading</source>
        <translation>Handel f&amp;ortsetzen</translation>
    </message>
    <message>
        <source>Trades go on after a halt</source>
        <translation>Der Handel geht nach einer Aussetzung weiter</translation>
    </message>
    <message>
        <source>&amp;Flat on</source>
        <translation>&amp;Flach ein</translation>
    </message>
    <message>
        <source>Trades go on at the price of now</source>
        <translation>Der Handel geht zum jetzigen Kurs weiter</translation>
    </message>
    <message>
        <source>Flat &amp;off</source>
        <translation>F&amp;lach aus</translation>
    </message>
    <message>
        <source>The price moves again</source>
        <translation>Der Kurs bewegt sich wieder</translation>
    </message>
    <message>
        <source>Halt</source>
        <translation>Aussetzen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Instrument</source>
        <translation>&amp;Instrument</translation>
    </message>
</context>
<context>
    <name>ticker::MessageBar</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Use the &amp;next free port</source>
        <translation>&amp;Nächsten freien Port nehmen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>Noch &amp;einmal versuchen</translation>
    </message>
</context>
<context>
    <name>ticker::NoticeBar</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>Aus&amp;blenden</translation>
    </message>
</context>
<context>
    <name>ticker::PlaybackBar</name>
    <message>
        <source>File that is played</source>
        <translation>Datei, die abgespielt wird</translation>
    </message>
    <message>
        <source>The time of the file</source>
        <translation>Die Zeit der Datei</translation>
    </message>
    <message>
        <source>One can go as far as it has been read</source>
        <translation>Man kann so weit gehen, wie sie gelesen ist</translation>
    </message>
    <message>
        <source>Position in the file</source>
        <translation>Stelle in der Datei</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How many times as fast as in the file</source>
        <translation>Wievielmal so schnell wie in der Datei</translation>
    </message>
    <message>
        <source> ×</source>
        <comment>so many times as fast</comment>
        <translation> ×</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>Von vo&amp;rn</translation>
    </message>
    <message>
        <source>Begins again at the end</source>
        <translation>Beginnt am Ende von vorn</translation>
    </message>
    <message>
        <source>&amp;Skip gaps</source>
        <translation>&amp;Lücken kürzen</translation>
    </message>
    <message>
        <source>A time of more than a second without a tick counts as a second</source>
        <translation>Mehr als eine Sekunde ohne Tick zählt als eine Sekunde</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <translation>Tempo %1</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>Tem&amp;po</translation>
    </message>
</context>
<context>
    <name>ticker::PriceCells</name>
    <message>
        <source>Halted</source>
        <translation>Ausgesetzt</translation>
    </message>
    <message>
        <source>No trade yet</source>
        <translation>Noch kein Handel</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Handel</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Change in %</source>
        <translation>Änderung in %</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Eröffnung</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Last size</source>
        <translation>Umsatz</translation>
    </message>
    <message>
        <source>Ticks</source>
        <translation>Ticks</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Which instruments are in the chart, %1 at most</source>
        <translation>Welche Instrumente im Diagramm sind, höchstens %1</translation>
    </message>
    <message>
        <source>The newest price, and whether it rose or fell with the last trade</source>
        <translation>Der neueste Kurs, und ob er mit dem letzten Handel stieg oder fiel</translation>
    </message>
    <message>
        <source>Since the first price of the day</source>
        <translation>Seit dem ersten Kurs des Tages</translation>
    </message>
    <message>
        <source>Of the day</source>
        <translation>Des Tages</translation>
    </message>
    <message>
        <source>The price before this one</source>
        <translation>Der Kurs vor diesem</translation>
    </message>
    <message>
        <source>How many were traded last</source>
        <translation>Wie viele zuletzt gehandelt wurden</translation>
    </message>
    <message>
        <source>In how many ticks it has traded</source>
        <translation>In wie vielen Ticks es gehandelt wurde</translation>
    </message>
    <message>
        <source>%1 in the chart</source>
        <translation>%1 im Diagramm</translation>
    </message>
    <message>
        <source>%1, rising</source>
        <translation>%1, steigend</translation>
    </message>
    <message>
        <source>%1, falling</source>
        <translation>%1, fallend</translation>
    </message>
</context>
<context>
    <name>ticker::PriceChart</name>
    <message>
        <source>Price chart</source>
        <translation>Kursdiagramm</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>symbol, price</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No prices yet</source>
        <translation>Noch keine Kurse</translation>
    </message>
</context>
<context>
    <name>ticker::PricesController</name>
    <message>
        <source>Prices</source>
        <translation>Kurse</translation>
    </message>
</context>
<context>
    <name>ticker::PricesPage</name>
    <message>
        <source>The chart has %1 instruments, and room for no more. Take one out first.</source>
        <translation>Das Diagramm hat %1 Instrumente und für mehr keinen Platz. Nehmen Sie zuerst eines heraus.</translation>
    </message>
    <message>
        <source>Prices appear here once the server runs.</source>
        <translation>Kurse erscheinen hier, sobald der Server läuft.</translation>
    </message>
    <message>
        <source>Nothing is in the chart. Tick instruments in the first column of the table, %1 at most.</source>
        <translation>Im Diagramm ist nichts. Kreuzen Sie in der ersten Spalte der Tabelle Instrumente an, höchstens %1.</translation>
    </message>
    <message>
        <source>What is played now has no %1; the chart shows %2 instead.</source>
        <translation>Was jetzt gespielt wird, hat kein %1; das Diagramm zeigt stattdessen %2.</translation>
    </message>
</context>
<context>
    <name>ticker::PricesTable</name>
    <message>
        <source>Find instruments</source>
        <translation>Instrumente suchen</translation>
    </message>
    <message>
        <source>Find by symbol or name</source>
        <translation>Nach Symbol oder Name suchen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Which columns the table has</source>
        <translation>Welche Spalten die Tabelle hat</translation>
    </message>
    <message>
        <source>Instruments and their prices</source>
        <translation>Instrumente und ihre Kurse</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>ticker::QrCode</name>
    <message>
        <source>QR code of %1</source>
        <translation>QR-Code von %1</translation>
    </message>
    <message>
        <source>A telephone&apos;s camera opens %1 by it.</source>
        <translation>Die Kamera eines Telefons öffnet damit %1.</translation>
    </message>
</context>
<context>
    <name>ticker::RateControl</name>
    <message>
        <source>Tick rate</source>
        <translation>Tickrate</translation>
    </message>
    <message>
        <source>Interval in milliseconds</source>
        <translation>Abstand in Millisekunden</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Ticks a second</source>
        <translation>Ticks je Sekunde</translation>
    </message>
    <message>
        <source>One tick e&amp;very</source>
        <translation>&amp;Ein Tick alle</translation>
    </message>
    <message>
        <source>=</source>
        <comment>an interval equals a rate</comment>
        <translation>=</translation>
    </message>
    <message>
        <source>100 s</source>
        <translation>100 s</translation>
    </message>
    <message>
        <source> tick/s</source>
        <translation> Tick/s</translation>
    </message>
    <message>
        <source> ticks/s</source>
        <translation> Ticks/s</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>interval, rate</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ticker::RecordingLine</name>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
</context>
<context>
    <name>ticker::SeedActions</name>
    <message>
        <source>Set s&amp;eed…</source>
        <translation>Star&amp;twert setzen…</translation>
    </message>
    <message>
        <source>&amp;New seed</source>
        <translation>&amp;Neuer Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same prices. Setting it starts the tape again. (%1)</source>
        <extracomment>The tool tip of a button, with its shortcut.</extracomment>
        <translation>Gleicher Startwert, gleiche Kurse. Ihn zu setzen beginnt das Band von vorn. (%1)</translation>
    </message>
</context>
<context>
    <name>ticker::SeedDialog</name>
    <message>
        <source>Set seed</source>
        <translation>Startwert setzen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same prices. Setting it starts the tape again at its first tick.</source>
        <translation>Gleicher Startwert, gleiche Kurse. Ihn zu setzen beginnt das Band beim ersten Tick von vorn.</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>S&amp;et seed</source>
        <translation>Startwert s&amp;etzen</translation>
    </message>
    <message>
        <source>A seed is a whole number from 0 to %1.</source>
        <translation>Ein Startwert ist eine ganze Zahl von 0 bis %1.</translation>
    </message>
</context>
<context>
    <name>ticker::LocalizedText</name>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>A quote is in a field without quotes around it. Put the field in quotes, and double those that are in it.</source>
        <translation>In einem Feld ohne Anführungszeichen steht eines. Setzen Sie das Feld in Anführungszeichen, und verdoppeln Sie die darin.</translation>
    </message>
    <message>
        <source>Something follows a closing quote. Write a separator, or double the quotes that are in the field.</source>
        <translation>Auf ein schließendes Anführungszeichen folgt etwas. Schreiben Sie ein Trennzeichen, oder verdoppeln Sie die Anführungszeichen im Feld.</translation>
    </message>
    <message>
        <source>The quote that begins here is not closed. Close it with another one.</source>
        <translation>Das Anführungszeichen, das hier beginnt, wird nicht geschlossen. Schließen Sie es mit einem zweiten.</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>more than %1 and at most %2</source>
        <translation>größer als %1 und höchstens %2</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>%1 has no field %2. It has %3; the nearest is %4.</source>
        <translation>%1 hat kein Feld %2. Es gibt %3; am nächsten kommt %4.</translation>
    </message>
    <message>
        <source>This field is missing. Write a text.</source>
        <translation>Dieses Feld fehlt. Geben Sie einen Text an.</translation>
    </message>
    <message>
        <source>This is %1. Write a text, in quotes.</source>
        <translation>Das ist %1. Geben Sie einen Text in Anführungszeichen an.</translation>
    </message>
    <message>
        <source>This field is missing. Write a number %1.</source>
        <translation>Dieses Feld fehlt. Geben Sie eine Zahl %1 an.</translation>
    </message>
    <message>
        <source>This is %1. Write a number %2, without quotes.</source>
        <translation>Das ist %1. Geben Sie eine Zahl %2 an, ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>%1 is out of range. Write a number %2.</source>
        <translation>%1 ist außerhalb des Bereichs. Geben Sie eine Zahl %2 an.</translation>
    </message>
    <message>
        <source>This is one instrument too many. A market has at most %1.</source>
        <translation>Das ist ein Instrument zu viel. Ein Markt hat höchstens %1.</translation>
    </message>
    <message>
        <source>The symbol %1 is there already, at %2. Give each instrument its own.</source>
        <translation>Das Symbol %1 gibt es schon, bei %2. Geben Sie jedem Instrument ein eigenes.</translation>
    </message>
    <message>
        <source>%1 has more than %2 decimals. Write fewer.</source>
        <translation>%1 hat mehr als %2 Nachkommastellen. Geben Sie weniger an.</translation>
    </message>
    <message>
        <source>This is %1. Write an object with at least symbol and start.</source>
        <translation>Das ist %1. Geben Sie ein Objekt mit mindestens symbol und start an.</translation>
    </message>
    <message>
        <source>An instrument</source>
        <translation>Ein Instrument</translation>
    </message>
    <message>
        <source>Regimes cannot be written in CSV. Leave this out, which gives the usual regimes, or write the market in JSON.</source>
        <translation>Regime lassen sich in CSV nicht angeben. Lassen Sie das weg, dann gelten die üblichen, oder schreiben Sie den Markt in JSON.</translation>
    </message>
    <message>
        <source>line %1, field &quot;%2&quot;</source>
        <translation>Zeile %1, Feld „%2“</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>This column is missing. The first line names the columns; %1 and %2 must be among them.</source>
        <translation>Diese Spalte fehlt. Die erste Zeile nennt die Spalten; %1 und %2 müssen darunter sein.</translation>
    </message>
    <message>
        <source>Column %1 has no name. Name it, or leave it out.</source>
        <translation>Spalte %1 hat keinen Namen. Benennen Sie sie, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>There is no column %1. There are %2; the nearest is %3.</source>
        <translation>Es gibt keine Spalte %1. Es gibt %2; am nächsten kommt %3.</translation>
    </message>
    <message>
        <source>The column %1, here as %2, is there twice. Leave one out.</source>
        <translation>Die Spalte %1, hier als %2, gibt es zweimal. Lassen Sie eine weg.</translation>
    </message>
    <message>
        <source>%1 is no number. Write one such as 0.05.</source>
        <translation>%1 ist keine Zahl. Schreiben Sie eine wie 0.05.</translation>
    </message>
    <message>
        <source>The model %1 has no %2. It has %3; leave this field empty.</source>
        <translation>Das Modell %1 hat kein %2. Es hat %3; lassen Sie dieses Feld leer.</translation>
    </message>
    <message>
        <source>The number of fields is %1, but that of columns is %2. Write as many, with nothing between separators for an empty one.</source>
        <translation>Es sind %1 Felder, aber %2 Spalten. Schreiben Sie gleich viele, und für ein leeres nichts zwischen den Trennzeichen.</translation>
    </message>
    <message>
        <source>No instrument follows. Write each on a line below the header.</source>
        <translation>Es folgt kein Instrument. Schreiben Sie jedes in eine Zeile unter der Kopfzeile.</translation>
    </message>
    <message>
        <source>There are only comments. Write a header line and instruments.</source>
        <translation>Es gibt nur Kommentare. Schreiben Sie eine Kopfzeile und Instrumente.</translation>
    </message>
    <message>
        <source>There is a zero byte, as in a binary file. Save it as text in UTF-8.</source>
        <translation>Es gibt ein Nullbyte, wie in einer Binärdatei. Speichern Sie sie als Text in UTF-8.</translation>
    </message>
    <message>
        <source>This line is not in UTF-8. Save the file in that encoding.</source>
        <translation>Diese Zeile ist nicht in UTF-8. Speichern Sie die Datei in dieser Kodierung.</translation>
    </message>
    <message>
        <source>The file is empty. Give it a JSON object or a CSV table of instruments.</source>
        <translation>Die Datei ist leer. Schreiben Sie ein JSON-Objekt oder eine CSV-Tabelle mit Instrumenten hinein.</translation>
    </message>
    <message>
        <source>This is a folder. Name a JSON or CSV file.</source>
        <translation>Das ist ein Ordner. Nennen Sie eine JSON- oder CSV-Datei.</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1. Name one that can be read.</source>
        <translation>Die Datei lässt sich nicht öffnen: %1. Nennen Sie eine, die lesbar ist.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Name one that can be.</source>
        <translation>Die Datei lässt sich nicht lesen: %1. Nennen Sie eine, die lesbar ist.</translation>
    </message>
    <message>
        <source>The file is larger than 4 MB. A market has at most %1 instruments, which take less.</source>
        <translation>Die Datei ist größer als 4 MB. Ein Markt hat höchstens %1 Instrumente, die weniger brauchen.</translation>
    </message>
    <message>
        <source>The object is not closed here. Write names in quotes, then a comma or a closing brace.</source>
        <translation>Das Objekt ist hier nicht geschlossen. Schreiben Sie Namen in Anführungszeichen, danach ein Komma oder eine schließende geschweifte Klammer.</translation>
    </message>
    <message>
        <source>The colon is missing after a name. Write &quot;name&quot;: value.</source>
        <translation>Nach einem Namen fehlt der Doppelpunkt. Schreiben Sie &quot;name&quot;: Wert.</translation>
    </message>
    <message>
        <source>The list is not closed here. Write a comma or a closing bracket.</source>
        <translation>Die Liste ist hier nicht geschlossen. Schreiben Sie ein Komma oder eine schließende eckige Klammer.</translation>
    </message>
    <message>
        <source>This is no value. Write a number such as 0.05, a text in double quotes, a list or an object.</source>
        <translation>Das ist kein Wert. Schreiben Sie eine Zahl wie 0.05, einen Text in Anführungszeichen, eine Liste oder ein Objekt.</translation>
    </message>
    <message>
        <source>This is no escape sequence of JSON. Write two backslashes for one.</source>
        <translation>Diese Zeichenfolge mit Backslash kennt JSON nicht. Schreiben Sie zwei Backslashs für einen.</translation>
    </message>
    <message>
        <source>A text does not end. Close it with a double quote.</source>
        <translation>Ein Text endet nicht. Schließen Sie ihn mit einem Anführungszeichen.</translation>
    </message>
    <message>
        <source>Nothing follows the comma. Leave it out, or write what is missing.</source>
        <translation>Auf das Komma folgt nichts. Lassen Sie es weg, oder schreiben Sie, was fehlt.</translation>
    </message>
    <message>
        <source>This is too deep or too large. Write a list of instruments.</source>
        <translation>Das ist zu tief geschachtelt oder zu groß. Schreiben Sie eine Liste von Instrumenten.</translation>
    </message>
    <message>
        <source>Something follows the end. Leave it out.</source>
        <translation>Auf das Ende folgt etwas. Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>This is no JSON. Write an object or a list.</source>
        <translation>Das ist kein JSON. Schreiben Sie ein Objekt oder eine Liste.</translation>
    </message>
    <message>
        <source>%1, column %2</source>
        <translation>%1, Spalte %2</translation>
    </message>
    <message>
        <source>The list is empty. Write at least one instrument.</source>
        <translation>Die Liste ist leer. Schreiben Sie mindestens ein Instrument.</translation>
    </message>
    <message>
        <source>A market</source>
        <translation>Ein Markt</translation>
    </message>
    <message>
        <source>%1 is not a whole number. Write one %2.</source>
        <translation>%1 ist keine ganze Zahl. Geben Sie eine %2 an.</translation>
    </message>
    <message>
        <source>This field is missing. Write a list of instruments.</source>
        <translation>Dieses Feld fehlt. Geben Sie eine Liste von Instrumenten an.</translation>
    </message>
    <message>
        <source>This is %1. Write a list of instruments.</source>
        <translation>Das ist %1. Geben Sie eine Liste von Instrumenten an.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>This name is too long. A name has at most %1 characters.</source>
        <translation>Dieser Name ist zu lang. Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The name %1 has a control character in it. Write it on one line, of plain characters.</source>
        <translation>Im Namen %1 ist ein Steuerzeichen. Schreiben Sie ihn auf eine Zeile, aus gewöhnlichen Zeichen.</translation>
    </message>
    <message>
        <source>The symbol %1 has small letters. Write %2.</source>
        <translation>Das Symbol %1 hat Kleinbuchstaben. Schreiben Sie %2.</translation>
    </message>
    <message>
        <source>%1 is no symbol. A symbol is 1 to %2 characters of A-Z, 0-9, &quot;.&quot;, &quot;-&quot; and &quot;_&quot;, and begins with a letter or digit.</source>
        <translation>%1 ist kein Symbol. Ein Symbol hat 1 bis %2 Zeichen aus A-Z, 0-9, „.“, „-“ und „_“ und beginnt mit einem Buchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>%1 is not above the lowest price, %2. Write a higher one.</source>
        <translation>%1 liegt nicht über dem niedrigsten Kurs, %2. Geben Sie einen höheren an.</translation>
    </message>
    <message>
        <source>This is %1. Write an object with drift, volatility and leave.</source>
        <translation>Das ist %1. Geben Sie ein Objekt mit drift, volatility und leave an.</translation>
    </message>
    <message>
        <source>A regime</source>
        <translation>Ein Regime</translation>
    </message>
    <message>
        <source>This is %1. Write a list of 2 to %2 regimes.</source>
        <translation>Das ist %1. Geben Sie eine Liste von 2 bis %2 Regimen an.</translation>
    </message>
    <message>
        <source>There are %1 regimes. Write 2 to %2 of them.</source>
        <translation>Es gibt %1 Regime. Geben Sie 2 bis %2 davon an.</translation>
    </message>
    <message>
        <source>There is no model %1. There are %2; the nearest is %3.</source>
        <translation>Es gibt kein Modell %1. Es gibt %2; am nächsten kommt %3.</translation>
    </message>
    <message>
        <source>%1 is too high for %2 decimals. Write at most %3, or a larger tick size.</source>
        <translation>%1 ist zu hoch für %2 Nachkommastellen. Geben Sie höchstens %3 an oder eine größere tickSize.</translation>
    </message>
    <message>
        <source>%1 is not a multiple of the tick size %2. Its neighbours are %3 and %4.</source>
        <translation>%1 ist kein Vielfaches der tickSize %2. Die Nachbarn sind %3 und %4.</translation>
    </message>
    <message>
        <source>This is %1. Write the type of a model, or an object.</source>
        <translation>Das ist %1. Geben Sie die Art eines Modells an oder ein Objekt.</translation>
    </message>
    <message>
        <source>The model %1</source>
        <translation>Das Modell %1</translation>
    </message>
    <message>
        <source>%1 cannot be recorded to: %2.</source>
        <translation>In %1 lässt sich nicht aufnehmen: %2.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 gibt es schon</translation>
    </message>
    <message>
        <source>%1 could not be renamed to it (%2)</source>
        <translation>%1 ließ sich nicht so umbenennen (%2)</translation>
    </message>
    <message>
        <source>Recording to %1 has ended: the disk is too slow, %2 MiB wait to be written.</source>
        <translation>Die Aufnahme in %1 ist beendet: Der Datenträger ist zu langsam, %2 MiB warten darauf, geschrieben zu werden.</translation>
    </message>
    <message>
        <source>Recording to %1 has ended: %2.</source>
        <translation>Die Aufnahme in %1 ist beendet: %2.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 has become shorter since it was opened.</source>
        <translation>%1 ist kürzer geworden, seit es geöffnet wurde.</translation>
    </message>
    <message>
        <source>%1 is one more than the %2 symbols that a market can have</source>
        <translation>%1 ist eines mehr als die %2 Symbole, die ein Markt haben kann</translation>
    </message>
    <message>
        <source>%1 comes twice</source>
        <translation>%1 kommt zweimal vor</translation>
    </message>
    <message>
        <source>%1 is no symbol.</source>
        <translation>%1 ist kein Symbol.</translation>
    </message>
    <message>
        <source>There is no tick in %1.</source>
        <translation>In %1 ist kein Tick.</translation>
    </message>
    <message>
        <source>line %1: price: it is too large for the %2 decimals that %3 has in this file</source>
        <translation>Zeile %1: price: zu groß für die %2 Nachkommastellen, die %3 in dieser Datei hat</translation>
    </message>
    <message>
        <source>This part of the file has not been looked through yet.</source>
        <translation>Dieser Teil der Datei ist noch nicht durchgesehen.</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>line %1: %2: %3</source>
        <translation>Zeile %1: %2: %3</translation>
    </message>
    <message>
        <source>the header has no column for the %1 (%2)</source>
        <translation>die Kopfzeile hat keine Spalte für „%1“ (%2)</translation>
    </message>
    <message>
        <source>the header has two columns for the %1 (%2)</source>
        <translation>die Kopfzeile hat zwei Spalten für „%1“ (%2)</translation>
    </message>
    <message>
        <source>this should be the header line with the names of the columns, such as &quot;time,symbol,price,size&quot;</source>
        <translation>hier sollte die Kopfzeile mit den Namen der Spalten stehen, etwa „time,symbol,price,size“</translation>
    </message>
    <message>
        <source>there are too few columns</source>
        <translation>es sind zu wenige Spalten</translation>
    </message>
    <message>
        <source>a quoted field does not end on its line</source>
        <translation>ein Feld in Anführungszeichen endet nicht in seiner Zeile</translation>
    </message>
    <message>
        <source>something follows the quotes that end a field</source>
        <translation>auf die Anführungszeichen am Ende eines Felds folgt etwas</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>es fehlt</translation>
    </message>
    <message>
        <source>%1 is no symbol (1 to 16 of A-Z 0-9 . - _, a letter or digit first)</source>
        <translation>%1 ist kein Symbol (1 bis 16 aus A-Z 0-9 . - _, vorn ein Buchstabe oder eine Ziffer)</translation>
    </message>
    <message>
        <source>a bar&apos;s price must be more than 0</source>
        <translation>der Kurs eines Balkens muss größer als 0 sein</translation>
    </message>
    <message>
        <source>it is lower than open or close</source>
        <translation>es liegt unter open oder close</translation>
    </message>
    <message>
        <source>it is higher than open or close</source>
        <translation>es liegt über open oder close</translation>
    </message>
    <message>
        <source>it is given twice</source>
        <translation>es steht zweimal da</translation>
    </message>
    <message>
        <source>it is no array</source>
        <translation>es ist kein Array</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>es ist leer</translation>
    </message>
    <message>
        <source>there are more than %1</source>
        <translation>es sind mehr als %1</translation>
    </message>
    <message>
        <source>ticks and bars are mixed</source>
        <translation>Ticks und Balken sind gemischt</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>es ist zu tief geschachtelt</translation>
    </message>
    <message>
        <source>the JSON object does not end on its line</source>
        <translation>das JSON-Objekt endet nicht in seiner Zeile</translation>
    </message>
    <message>
        <source>this is no JSON object, from &quot;%1&quot; on</source>
        <translation>das ist kein JSON-Objekt, von „%1“ an</translation>
    </message>
    <message>
        <source>it is longer than %1 bytes</source>
        <translation>sie ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>it has a zero byte, so this is no text file</source>
        <translation>sie hat ein Nullbyte, dies ist also keine Textdatei</translation>
    </message>
    <message>
        <source>it is not valid UTF-8</source>
        <translation>sie ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>the file ends in the middle of it</source>
        <translation>die Datei endet mitten darin</translation>
    </message>
    <message>
        <source>it is before that of the line before</source>
        <translation>sie liegt vor der in der Zeile davor</translation>
    </message>
    <message>
        <source>this is a JSON array; each line should be an object of its own</source>
        <translation>das ist ein JSON-Array; jede Zeile sollte ein eigenes Objekt sein</translation>
    </message>
    <message>
        <source>%1 is no number</source>
        <translation>%1 ist keine Zahl</translation>
    </message>
    <message>
        <source>%1 is negative</source>
        <translation>%1 ist negativ</translation>
    </message>
    <message>
        <source>%1 is more than %2</source>
        <translation>%1 ist größer als %2</translation>
    </message>
    <message>
        <source>%1 is no time (a number since 1970, or like 2026-01-05T09:30:00Z)</source>
        <translation>%1 ist keine Zeit (eine Zahl seit 1970 oder etwa 2026-01-05T09:30:00Z)</translation>
    </message>
    <message>
        <source>%1 is not between 1970 and 2262</source>
        <translation>%1 liegt nicht zwischen 1970 und 2262</translation>
    </message>
    <message>
        <source>%1 is a day that does not exist</source>
        <translation>%1 ist ein Tag, den es nicht gibt</translation>
    </message>
    <message>
        <source>%1 is no whole number from 0 to 2^64 - 1</source>
        <translation>%1 ist keine ganze Zahl von 0 bis 2^64 - 1</translation>
    </message>
    <message>
        <source>The request has no Host field.</source>
        <translation>Die Anfrage hat kein Feld Host.</translation>
    </message>
    <message>
        <source>The request has more than one Host field.</source>
        <translation>Die Anfrage hat mehr als ein Feld Host.</translation>
    </message>
    <message>
        <source>The host &quot;%1&quot; is not served here. Add it to &quot;allowedHosts&quot; in the settings to allow it.</source>
        <translation>Der Host „%1“ wird hier nicht bedient. Nehmen Sie ihn in den Einstellungen unter „allowedHosts“ auf, um ihn zu erlauben.</translation>
    </message>
    <message>
        <source>The request has more than one Origin field.</source>
        <translation>Die Anfrage hat mehr als ein Feld Origin.</translation>
    </message>
    <message>
        <source>Pages opened from a file (origin &quot;null&quot;) are refused. Set &quot;allowNullOrigin&quot; in the settings to allow them.</source>
        <translation>Seiten, die aus einer Datei geöffnet sind (Herkunft „null“), werden abgelehnt. Setzen Sie „allowNullOrigin“ in den Einstellungen, um sie zu erlauben.</translation>
    </message>
    <message>
        <source>The origin &quot;%1&quot; is refused. Add it to &quot;allowedOrigins&quot; in the settings to allow it.</source>
        <translation>Die Herkunft „%1“ wird abgelehnt. Nehmen Sie sie in den Einstellungen unter „allowedOrigins“ auf, um sie zu erlauben.</translation>
    </message>
    <message>
        <source>A page of another site asked for this. It is refused.</source>
        <translation>Eine Seite einer anderen Website hat dies angefragt. Es wird abgelehnt.</translation>
    </message>
    <message>
        <source>Cannot use the market in</source>
        <translation>Nicht zu gebrauchen ist der Markt in</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cannot play</source>
        <translation>Nicht abzuspielen ist</translation>
    </message>
    <message>
        <source>Cannot record to</source>
        <translation>Nicht aufzunehmen ist in</translation>
    </message>
    <message>
        <source>It is no file of ticks (%1) and no market (%2)</source>
        <translation>Das ist keine Datei mit Ticks (%1) und kein Markt (%2)</translation>
    </message>
    <message>
        <source>Cannot play %1 any further: %2</source>
        <translation>%1 lässt sich nicht weiter abspielen: %2</translation>
    </message>
    <message>
        <source>%1 was played to its end.</source>
        <translation>%1 wurde bis zum Ende abgespielt.</translation>
    </message>
    <message>
        <source>No file is played.</source>
        <translation>Es wird keine Datei abgespielt.</translation>
    </message>
    <message>
        <source>Cannot listen on</source>
        <translation>Kein Empfang ist möglich auf</translation>
    </message>
    <message>
        <source>another program uses this port</source>
        <translation>ein anderes Programm benutzt diesen Port</translation>
    </message>
    <message>
        <source>ports below 1024 need special rights</source>
        <translation>Ports unter 1024 brauchen besondere Rechte</translation>
    </message>
    <message>
        <source>this machine does not have that address</source>
        <translation>dieser Rechner hat diese Adresse nicht</translation>
    </message>
    <message>
        <source>Cannot serve</source>
        <translation>Nicht auszuliefern ist</translation>
    </message>
    <message>
        <source>this is not a folder that can be read</source>
        <translation>das ist kein lesbarer Ordner</translation>
    </message>
    <message>
        <source>%1 is being recorded to. Stop that first.</source>
        <translation>In %1 wird gerade aufgenommen. Beenden Sie das zuerst.</translation>
    </message>
    <message>
        <source>The last recording to it is still being brought to the disk.</source>
        <translation>Die letzte Aufnahme darin wird noch auf den Datenträger gebracht.</translation>
    </message>
    <message>
        <source>There is %1, left by a recording that was cut off. Move it away first.</source>
        <translation>Es gibt %1, das von einer abgebrochenen Aufnahme übrig ist. Verschieben Sie es zuerst.</translation>
    </message>
    <message>
        <source>Listening on %1: everyone who reaches this address over the network can read the feed.</source>
        <translation>Der Empfang läuft auf %1: Wer diese Adresse über das Netz erreicht, kann den Feed lesen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the origin of a page, and cannot be allowed.</source>
        <translation>„%1“ ist nicht die Herkunft einer Seite und lässt sich nicht erlauben.</translation>
    </message>
    <message>
        <source>The settings in %1 cannot be read (%2). The defaults are used; the file was kept as %3.</source>
        <translation>Die Einstellungen in %1 lassen sich nicht lesen (%2). Es gelten die Vorgaben; die Datei wurde als %3 aufgehoben.</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <translation>%1 bei Byte %2</translation>
    </message>
    <message>
        <source>not a JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>The settings in %1 are broken (%2). The defaults are used; the file was kept as %3.</source>
        <translation>Die Einstellungen in %1 sind beschädigt (%2). Es gelten die Vorgaben; die Datei wurde als %3 aufgehoben.</translation>
    </message>
    <message>
        <source>The settings in %1 are not understood in: %2. The defaults are used there; the file was kept as %3.</source>
        <translation>Die Einstellungen in %1 sind nicht verständlich bei: %2. Dort gelten die Vorgaben; die Datei wurde als %3 aufgehoben.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The settings cannot be written to %1: %2</source>
        <translation>Die Einstellungen lassen sich nicht in %1 schreiben: %2</translation>
    </message>
    <message>
        <source>line %1: there is no tick in the %2 MiB before it</source>
        <translation>Zeile %1: in den %2 MiB davor ist kein Tick</translation>
    </message>
    <message>
        <source>%1 (process %2) uses this port</source>
        <translation>%1 (Prozess %2) benutzt diesen Port</translation>
    </message>
    <message>
        <source>The hour is over: other computers of the network cannot read the feed any more.</source>
        <translation>Die Stunde ist um: Andere Rechner im Netz können den Feed nicht mehr lesen.</translation>
    </message>
    <message>
        <source>Cannot write what happens to %1: %2</source>
        <translation>Was geschieht, kann nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Cannot write what happens to %1 any more: %2</source>
        <translation>Was geschieht, kann nicht mehr nach %1 geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>ticker::SettingsActions</name>
    <message>
        <source>&amp;Settings…</source>
        <translation>Einste&amp;llungen…</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>&amp;Tastenkürzel…</translation>
    </message>
</context>
<context>
    <name>ticker::SettingsController</name>
    <message>
        <source>The settings were written to %1.</source>
        <translation>Die Einstellungen wurden in %1 geschrieben.</translation>
    </message>
    <message>
        <source>Not understood, and left at their defaults: %1.</source>
        <translation>Nicht verstanden und auf den Vorgaben gelassen: %1.</translation>
    </message>
    <message>
        <source>All else was imported. %1</source>
        <translation>Alles andere wurde übernommen. %1</translation>
    </message>
    <message>
        <source>The settings of %1 are in use.</source>
        <translation>Die Einstellungen aus %1 gelten jetzt.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>ticker::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>I&amp;mportieren…</translation>
    </message>
    <message>
        <source>&amp;Restore defaults…</source>
        <translation>Vo&amp;rgaben wiederherstellen…</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Einstellungen (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Set everything on this page to what it was at first?</source>
        <translation>Alles auf dieser Seite auf die ersten Werte zurücksetzen?</translation>
    </message>
    <message>
        <source>Addresses and pages that were allowed are forgotten, and clients who came by an address that is left have to connect anew. Market and rate stay as they are.</source>
        <translation>Erlaubte Adressen und Seiten werden vergessen, und Clients auf einer Adresse, die aufgegeben wird, müssen sich neu verbinden. Markt und Rate bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>Vo&amp;rgaben wiederherstellen</translation>
    </message>
</context>
<context>
    <name>ticker::SettingsTransfer</name>
    <message>
        <source>The settings cannot be written to %1: %2</source>
        <translation>Die Einstellungen lassen sich nicht in %1 schreiben: %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 holds no settings: %2 at byte %3.</source>
        <translation>%1 enthält keine Einstellungen: %2 bei Byte %3.</translation>
    </message>
    <message>
        <source>%1 holds no settings of TickerTray, which have &quot;version&quot;: 1.</source>
        <translation>%1 enthält keine Einstellungen von TickerTray, denn die haben &quot;version&quot;: 1.</translation>
    </message>
    <message>
        <source>%1 holds settings of a newer TickerTray.</source>
        <translation>%1 enthält Einstellungen eines neueren TickerTray.</translation>
    </message>
</context>
<context>
    <name>ticker::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Elsewhere in the window</source>
        <translation>Sonst im Fenster</translation>
    </message>
</context>
<context>
    <name>ticker::StatusPresenter</name>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>TickerTray, stopped</source>
        <translation>TickerTray, gestoppt</translation>
    </message>
    <message>
        <source>Not serving</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>address, clients, rate or file, state</comment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Playing %1</source>
        <translation>Spielt %1</translation>
    </message>
    <message>
        <source>playing</source>
        <translation>spielt ab</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <comment>address, why</comment>
        <translation>Auf %1 ist kein Empfang möglich: %2.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: this computer does not have that address.</source>
        <translation>Auf %1 ist kein Empfang möglich: dieser Rechner hat diese Adresse nicht.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: the system does not allow it.</source>
        <translation>Auf %1 ist kein Empfang möglich: das System erlaubt es nicht.</translation>
    </message>
    <message>
        <source>Cannot serve the folder %1: it cannot be read.</source>
        <translation>Der Ordner %1 lässt sich nicht anbieten: er ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Cannot use the market file %1.</source>
        <translation>Die Marktdatei %1 ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>Cannot play the file %1.</source>
        <translation>Die Datei %1 lässt sich nicht abspielen.</translation>
    </message>
    <message>
        <source>Cannot record to the file %1.</source>
        <translation>In die Datei %1 lässt sich nicht aufnehmen.</translation>
    </message>
    <message>
        <source>The server cannot start.</source>
        <translation>Der Server kann nicht starten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what failed, where</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no clients</source>
        <translation>keine Clients</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 Client</translation>
    </message>
    <message>
        <source>%1 clients</source>
        <translation>%1 Clients</translation>
    </message>
</context>
<context>
    <name>ticker::SummaryBar</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Actual rate</source>
        <translation>Tatsächliche Rate</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>caption, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Price of %1</source>
        <translation>Kurs von %1</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>no data yet</source>
        <translation>noch keine Daten</translation>
    </message>
</context>
<context>
    <name>ticker::TextListEditor</name>
    <message>
        <source>New entry: %1</source>
        <translation>Neuer Eintrag: %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add to: %1</source>
        <translation>Hinzufügen zu: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove from: %1</source>
        <translation>Entfernen aus: %1</translation>
    </message>
</context>
<context>
    <name>ticker::TrayIcon</name>
    <message>
        <source>&amp;Open page</source>
        <translation>&amp;Seite öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Address as QR code…</source>
        <translation>Adresse als &amp;QR-Code…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Rate</source>
        <translation>&amp;Rate</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>interval, rate</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Hide window</source>
        <translation>Fenster &amp;verbergen</translation>
    </message>
    <message>
        <source>&amp;Show window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation>F&amp;ortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Disconnect all clients</source>
        <translation>Alle Clients &amp;trennen</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
</context>
<context>
    <name>ticker::WindowCloser</name>
    <message>
        <source>TickerTray keeps serving</source>
        <translation>TickerTray läuft weiter</translation>
    </message>
    <message>
        <source>Its window is closed. A click on the tray icon brings it back; Quit in the icon&apos;s menu, or Ctrl+Q in the window, ends it.</source>
        <translation>Das Fenster ist zu. Ein Klick auf das Symbol in der Leiste holt es zurück; „Beenden“ in dessen Menü oder Strg+Q im Fenster beendet das Programm.</translation>
    </message>
</context>
<context>
    <name>ticker::formats</name>
    <message>
        <source>1 byte</source>
        <translation>1 Byte</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 tick/s</source>
        <translation>%1 Tick/s</translation>
    </message>
    <message>
        <source>%1 ticks/s</source>
        <translation>%1 Ticks/s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
</TS>
