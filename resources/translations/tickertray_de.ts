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
        <source>A local ticker server. It streams simulated prices to every connected browser and client, at the rate you choose.

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Ein lokaler Ticker-Server. Er streamt simulierte Kurse an alle verbundenen Browser und Clients, so schnell Sie wollen.

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
</context>
<context>
    <name>ticker::AccessSection</name>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Allowed &amp;origins (websites that may read the feed)</source>
        <translation>Erlaubte &amp;Origins (Websites, die den Feed lesen dürfen)</translation>
    </message>
    <message>
        <source>An origin is a scheme and a host, such as https://example.org. No path, no wildcards.</source>
        <translation>Ein Origin besteht aus Schema und Host, etwa https://example.org. Kein Pfad, keine Platzhalter.</translation>
    </message>
    <message>
        <source>Allowed &amp;hosts (other names of this computer)</source>
        <translation>Erlaubte &amp;Hosts (weitere Namen dieses Rechners)</translation>
    </message>
    <message>
        <source>A host is a name or an address, such as mybox.lan or mybox.lan:8000. No scheme, no wildcards.</source>
        <translation>Ein Host ist ein Name oder eine Adresse, etwa mybox.lan oder mybox.lan:8000. Kein Schema, keine Platzhalter.</translation>
    </message>
    <message>
        <source>Pages served from this computer may read the feed, on any port. List all others here.</source>
        <translation>Seiten von diesem Rechner dürfen den Feed lesen, gleich auf welchem Port. Tragen Sie alle anderen hier ein.</translation>
    </message>
    <message>
        <source>Allow pages without an origin, such as those opened from a &amp;file</source>
        <translation>Seiten ohne Origin erlauben, etwa solche, die aus einer &amp;Datei geöffnet wurden</translation>
    </message>
    <message>
        <source>This lets every website read the feed, because any page can open a frame without an origin. None of them can control the server.</source>
        <translation>Damit kann jede Website den Feed lesen, denn jede Seite kann einen Frame ohne Origin öffnen. Steuern kann keine von ihnen den Server.</translation>
    </message>
</context>
<context>
    <name>ticker::ActivityModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>ticker::ActivityText</name>
    <message>
        <source>No instruments</source>
        <translation>Keine Instrumente</translation>
    </message>
    <message>
        <source>All instruments</source>
        <translation>Alle Instrumente</translation>
    </message>
    <message>
        <source>%1 instruments</source>
        <translation>%1 Instrumente</translation>
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
        <source>Flat off, %1</source>
        <translation>Flach aus, %1</translation>
    </message>
    <message>
        <source>Burst of %1 ticks, %2</source>
        <translation>Schub von %1 Ticks, %2</translation>
    </message>
    <message>
        <source>Drift of %1 % per tick, %2</source>
        <translation>Drift von %1 % pro Tick, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>transport, user agent or name</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>From polling to WebSocket</source>
        <translation>Von Polling zu WebSocket</translation>
    </message>
    <message>
        <source>Too slow for every tick; receives only the newest</source>
        <translation>Zu langsam für jeden Tick; erhält nur den neuesten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>code of the error, what it is about</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Built-in market</source>
        <translation>Eingebauter Markt</translation>
    </message>
    <message>
        <source>%1 more not shown</source>
        <translation>%1 weitere nicht angezeigt</translation>
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
        <translation>Lauscht</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
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
        <translation>Upgrade</translation>
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
        <translation>Origin abgewiesen</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>Anfrage abgewiesen</translation>
    </message>
    <message>
        <source>Origin allowed</source>
        <translation>Origin erlaubt</translation>
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
        <source>Entries omitted</source>
        <translation>Einträge ausgelassen</translation>
    </message>
    <message>
        <source>Via the API</source>
        <extracomment>Not in the window: asked for by a program. What, perhaps.</extracomment>
        <translation>Über die API</translation>
    </message>
    <message>
        <source>%1 (via the API)</source>
        <translation>%1 (über die API)</translation>
    </message>
    <message>
        <source>Closed by the client</source>
        <translation>Vom Client geschlossen</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>Poll aborted by the client</source>
        <translation>Poll vom Client abgebrochen</translation>
    </message>
    <message>
        <source>Two polls at once</source>
        <translation>Zwei Polls gleichzeitig</translation>
    </message>
    <message>
        <source>Two POSTs at once</source>
        <translation>Zwei POSTs gleichzeitig</translation>
    </message>
    <message>
        <source>POST aborted by the client</source>
        <translation>POST vom Client abgebrochen</translation>
    </message>
    <message>
        <source>Binary data in a POST</source>
        <translation>Binärdaten in einem POST</translation>
    </message>
    <message>
        <source>Invalid or oversized WebSocket message</source>
        <translation>Ungültige oder zu große WebSocket-Nachricht</translation>
    </message>
    <message>
        <source>Invalid packet</source>
        <translation>Ungültiges Paket</translation>
    </message>
    <message>
        <source>Heartbeat in the wrong direction</source>
        <translation>Heartbeat in der falschen Richtung</translation>
    </message>
    <message>
        <source>Ping timeout</source>
        <translation>Ping-Timeout</translation>
    </message>
    <message>
        <source>No namespace joined in time</source>
        <translation>Keinem Namespace rechtzeitig beigetreten</translation>
    </message>
    <message>
        <source>Invalid Socket.IO packet</source>
        <translation>Ungültiges Socket.IO-Paket</translation>
    </message>
    <message>
        <source>Unexpected Socket.IO packet</source>
        <translation>Unerwartetes Socket.IO-Paket</translation>
    </message>
    <message>
        <source>Too slow: send queue full</source>
        <translation>Zu langsam: Sendewarteschlange voll</translation>
    </message>
    <message>
        <source>Stalled: accepted no more data</source>
        <translation>Blockiert: nahm keine Daten mehr an</translation>
    </message>
    <message>
        <source>Disconnected by the user</source>
        <translation>Vom Benutzer getrennt</translation>
    </message>
    <message>
        <source>Server shutting down</source>
        <translation>Server wird beendet</translation>
    </message>
    <message>
        <source>Server moved to another address</source>
        <translation>Server hat jetzt eine andere Adresse</translation>
    </message>
</context>
<context>
    <name>ticker::ActivityView</name>
    <message>
        <source>&amp;Hold list</source>
        <translation>Liste an&amp;halten</translation>
    </message>
    <message>
        <source>Holds new entries back until you switch it off</source>
        <translation>Hält neue Einträge zurück, bis Sie es ausschalten</translation>
    </message>
    <message>
        <source>&amp;Allow origin</source>
        <translation>O&amp;rigin erlauben</translation>
    </message>
    <message>
        <source>Allows pages from the selected line&apos;s origin, now and after a restart</source>
        <translation>Erlaubt Seiten vom Origin der gewählten Zeile, sofort und nach einem Neustart</translation>
    </message>
    <message>
        <source>&amp;Only this client</source>
        <translation>Nur &amp;dieser Client</translation>
    </message>
    <message>
        <source>Shows only the activity of the selected line&apos;s client</source>
        <translation>Zeigt nur die Aktivität des Clients der gewählten Zeile</translation>
    </message>
    <message>
        <source>All &amp;clients</source>
        <translation>Alle &amp;Clients</translation>
    </message>
    <message>
        <source>Shows the activity of all clients again</source>
        <translation>Zeigt wieder die Aktivität aller Clients</translation>
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
        <source>Saves the shown lines as JSON Lines</source>
        <translation>Speichert die angezeigten Zeilen als JSON Lines</translation>
    </message>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Deletes all lines</source>
        <translation>Löscht alle Zeilen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter the activity log</source>
        <translation>Aktivitätsprotokoll filtern</translation>
    </message>
    <message>
        <source>Kind of activity</source>
        <translation>Art der Aktivität</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Scrolls to the newest line</source>
        <translation>Scrollt zur neuesten Zeile</translation>
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
        <translation>%1 von %2 angezeigt</translation>
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
        <source>Cannot write the activity log to %1: %2</source>
        <translation>Das Aktivitätsprotokoll lässt sich nicht in %1 schreiben: %2</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Mitscrollen</translation>
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
        <translation>Status: %1</translation>
    </message>
</context>
<context>
    <name>ticker::AutostartFile</name>
    <message>
        <source>TickerTray still starts at login: cannot remove %1.</source>
        <translation>TickerTray startet weiterhin beim Anmelden: %1 lässt sich nicht entfernen.</translation>
    </message>
    <message>
        <source>TickerTray will not start at login: cannot write %1: %2</source>
        <translation>TickerTray startet nicht beim Anmelden: %1 lässt sich nicht schreiben: %2</translation>
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
        <translation>TickerTray beim Anmelden &amp;starten</translation>
    </message>
    <message>
        <source>Start hi&amp;dden in the tray</source>
        <translation>&amp;Verborgen im Infobereich starten</translation>
    </message>
    <message>
        <source>If no tray appears within 30 seconds, the window opens.</source>
        <translation>Erscheint innerhalb von 30 Sekunden kein Infobereich, öffnet sich das Fenster.</translation>
    </message>
    <message>
        <source>Not available here: inside a Flatpak and on some systems, TickerTray cannot be set to start at login.</source>
        <translation>Hier nicht verfügbar: In einem Flatpak und auf manchen Systemen lässt sich TickerTray nicht beim Anmelden starten.</translation>
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
        <source>The entire history</source>
        <translation>Der gesamte Verlauf</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Follows the newest tick again (End)</source>
        <translation>Folgt wieder dem neuesten Tick (Ende)</translation>
    </message>
    <message>
        <source>In %</source>
        <translation>In %</translation>
    </message>
    <message>
        <source>Shows each instrument&apos;s change in per cent since the left edge of the chart</source>
        <translation>Zeigt für jedes Instrument die Änderung in Prozent seit dem linken Rand des Diagramms</translation>
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
        <source>Saves the chart as PNG or SVG</source>
        <translation>Speichert das Diagramm als PNG oder SVG</translation>
    </message>
    <message>
        <source>Export chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>SVG image (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Cannot write the chart to %1: %2</source>
        <translation>Das Diagramm lässt sich nicht in %1 schreiben: %2</translation>
    </message>
    <message>
        <source>the chart has no size</source>
        <translation>das Diagramm hat keine Größe</translation>
    </message>
    <message>
        <source>Exporting the chart…</source>
        <translation>Das Diagramm wird exportiert…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
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
    <message>
        <source>%1 %</source>
        <comment>a percentage</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %2 in %3; lowest %4, highest %5</source>
        <extracomment>A symbol, by how much it changed in per cent, &quot;five minutes&quot;, and its lowest and highest price likewise.</extracomment>
        <translation>%1 %2 in %3; Tief %4, Hoch %5</translation>
    </message>
</context>
<context>
    <name>ticker::ClientActions</name>
    <message>
        <source>De&amp;tails…</source>
        <translation>D&amp;etails…</translation>
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
        <source>Many of them will reconnect automatically.</source>
        <translation>Viele davon verbinden sich automatisch neu.</translation>
    </message>
</context>
<context>
    <name>ticker::ClientCells</name>
    <message>
        <source>%1 ticks sent</source>
        <translation>%1 Ticks gesendet</translation>
    </message>
    <message>
        <source>, %1 replaced by newer ones before they were sent</source>
        <translation>, %1 vor dem Senden durch neuere ersetzt</translation>
    </message>
    <message>
        <source>No unhandled events</source>
        <translation>Keine unbehandelten Ereignisse</translation>
    </message>
    <message>
        <source>%1, the last one: &quot;%2&quot;</source>
        <translation>%1, das letzte: „%2“</translation>
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
        <translation>User-Agent</translation>
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
        <source>Payload and framing, without HTTP and TCP headers</source>
        <translation>Nutzdaten und Framing, ohne HTTP- und TCP-Header</translation>
    </message>
    <message>
        <source>Bytes queued because the client reads too slowly</source>
        <translation>Bytes in der Warteschlange, weil der Client zu langsam liest</translation>
    </message>
    <message>
        <source>Unhandled events from this client</source>
        <translation>Unbehandelte Ereignisse dieses Clients</translation>
    </message>
    <message>
        <source>The client sent no User-Agent header</source>
        <translation>Der Client hat keinen User-Agent-Header gesendet</translation>
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
        <source>Unknown: no ping answered yet</source>
        <translation>Unbekannt: noch kein Ping beantwortet</translation>
    </message>
    <message>
        <source>%1 between the last ping and its pong</source>
        <translation>%1 zwischen dem letzten Ping und seinem Pong</translation>
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
        <source>Ticks sent per second, averaged over two seconds</source>
        <translation>Gesendete Ticks pro Sekunde, im Mittel über zwei Sekunden</translation>
    </message>
    <message>
        <source>Ticks replaced by a newer one before they were sent</source>
        <translation>Ticks, die vor dem Senden durch neuere ersetzt wurden</translation>
    </message>
    <message>
        <source>Time between the last ping and its pong</source>
        <translation>Zeit zwischen dem letzten Ping und seinem Pong</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The name that the client gives itself, by client=NAME in the query</source>
        <translation>Der Name, den sich der Client mit client=NAME in der Query gibt</translation>
    </message>
</context>
<context>
    <name>ticker::ClientCodeTabs</name>
    <message>
        <source>Client code</source>
        <translation>Client-Code</translation>
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
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>No messages since this window was opened</source>
        <translation>Keine Nachrichten, seit dieses Fenster offen ist</translation>
    </message>
    <message>
        <source>Client %1</source>
        <translation>Client %1</translation>
    </message>
    <message>
        <source>This client has disconnected. Its last known state is shown below.</source>
        <translation>Dieser Client ist nicht mehr verbunden. Unten steht sein letzter Stand.</translation>
    </message>
    <message>
        <source>Connections so far: %1, open: %2</source>
        <translation>Verbindungen bisher: %1, offen: %2</translation>
    </message>
    <message>
        <source>Last break at %1 in tick %2: %3</source>
        <comment>time, number, reason</comment>
        <translation>Zuletzt getrennt um %1 in Tick %2: %3</translation>
    </message>
    <message>
        <source>Under this name</source>
        <translation>Unter diesem Namen</translation>
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
        <source>Filter clients</source>
        <translation>Clients filtern</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 angezeigt</translation>
    </message>
    <message>
        <source>Searches address, name, transport, user agent and subscriptions</source>
        <translation>Durchsucht Adresse, Name, Transport, User-Agent und Abonnements</translation>
    </message>
</context>
<context>
    <name>ticker::CloseQuestion</name>
    <message>
        <source>Close TickerTray</source>
        <translation>TickerTray schließen</translation>
    </message>
    <message>
        <source>Quit TickerTray, or keep it running in the background?</source>
        <translation>TickerTray beenden oder im Hintergrund weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>This desktop has no system tray. In the background, the window stays in the task bar; start TickerTray again to bring it back. Ctrl+Q in the window always quits.</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich. Im Hintergrund bleibt das Fenster in der Taskleiste; ein erneuter Start von TickerTray holt es zurück. Strg+Q im Fenster beendet das Programm immer.</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Keep running in the background</source>
        <translation>&amp;Im Hintergrund weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Do not ask again</source>
        <translation>&amp;Nicht erneut fragen</translation>
    </message>
</context>
<context>
    <name>ticker::DisconnectDialog</name>
    <message>
        <source>1000, normal closure</source>
        <translation>1000, reguläres Ende</translation>
    </message>
    <message>
        <source>1001, going away</source>
        <translation>1001, Gegenstelle beendet</translation>
    </message>
    <message>
        <source>1008, policy violation</source>
        <translation>1008, Richtlinie verletzt</translation>
    </message>
    <message>
        <source>1011, internal error</source>
        <translation>1011, interner Fehler</translation>
    </message>
    <message>
        <source>1012, service restart</source>
        <translation>1012, Server startet neu</translation>
    </message>
    <message>
        <source>1013, try again later</source>
        <translation>1013, später erneut versuchen</translation>
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
        <translation>Close-Code</translation>
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
        <source>The client receives the code and the reason in its close event. It reconnects only if its program does so.</source>
        <translation>Der Client erhält Code und Grund in seinem Close-Ereignis. Er verbindet sich nur neu, wenn sein Programm das vorsieht.</translation>
    </message>
    <message>
        <source>The code and the reason are sent in the WebSocket&apos;s close frame. The Socket.IO client reports &quot;transport close&quot; (newer versions include the code) and reconnects automatically.</source>
        <translation>Code und Grund werden im Close-Frame des WebSockets gesendet. Der Socket.IO-Client meldet „transport close“ (neuere Versionen auch den Code) und verbindet sich automatisch neu.</translation>
    </message>
    <message>
        <source>Polling has no close codes: the client receives neither the code nor the reason. It learns of the end with its next poll and reconnects automatically.</source>
        <translation>Polling kennt keine Close-Codes: Der Client erhält weder Code noch Grund. Er erfährt das Ende mit seinem nächsten Poll und verbindet sich automatisch neu.</translation>
    </message>
    <message>
        <source>An event stream simply ends: the client receives neither the code nor the reason. Browsers reconnect automatically after two seconds.</source>
        <translation>Ein Event-Stream endet einfach: Der Client erhält weder Code noch Grund. Browser verbinden sich nach zwei Sekunden automatisch neu.</translation>
    </message>
</context>
<context>
    <name>ticker::EmptyClients</name>
    <message>
        <source>No clients connected yet.</source>
        <translation>Noch keine Clients verbunden.</translation>
    </message>
    <message>
        <source>The server is not running.</source>
        <translation>Der Server läuft nicht.</translation>
    </message>
    <message>
        <source>Open the page or point your client at %1</source>
        <translation>Öffnen Sie die Seite, oder verbinden Sie Ihren Client mit %1</translation>
    </message>
    <message>
        <source>Clients appear here once it is running.</source>
        <translation>Clients erscheinen hier, sobald er läuft.</translation>
    </message>
</context>
<context>
    <name>ticker::ExportController</name>
    <message>
        <source>Export &amp;file</source>
        <translation>&amp;Datei exportieren</translation>
    </message>
    <message>
        <source>&amp;Ticks, or the bars of the file…</source>
        <translation>&amp;Ticks oder die Kerzen der Datei…</translation>
    </message>
    <message>
        <source>Bars of %1…</source>
        <extracomment>An interval such as 5m</extracomment>
        <translation>Kerzen von %1…</translation>
    </message>
    <message>
        <source>Export file</source>
        <translation>Datei exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv *.csv.gz)</source>
        <translation>CSV (*.csv *.csv.gz)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl *.jsonl.gz)</source>
        <translation>JSON Lines (*.jsonl *.jsonl.gz)</translation>
    </message>
    <message>
        <source>Cannot export to %1: the name must end in .csv, .jsonl, .csv.gz or .jsonl.gz.</source>
        <translation>Export nach %1 nicht möglich: Der Name muss auf .csv, .jsonl, .csv.gz oder .jsonl.gz enden.</translation>
    </message>
    <message>
        <source>Exporting to %1…</source>
        <translation>Export nach %1…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
</context>
<context>
    <name>ticker::FieldTitles</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Brief</translation>
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
        <source>Close</source>
        <translation>Schluss</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Number of the tick</source>
        <translation>Nummer des Ticks</translation>
    </message>
    <message>
        <source>Size of the bid</source>
        <translation>Menge zum Geldkurs</translation>
    </message>
    <message>
        <source>Size of the ask</source>
        <translation>Menge zum Briefkurs</translation>
    </message>
    <message>
        <source>Side of the taker</source>
        <translation>Seite des Nehmers</translation>
    </message>
    <message>
        <source>Number of the trade</source>
        <translation>Nummer des Abschlusses</translation>
    </message>
</context>
<context>
    <name>ticker::FileActions</name>
    <message>
        <source>Open &amp;market…</source>
        <translation>Markt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Generates prices for the instruments in a file</source>
        <translation>Erzeugt Kurse für die Instrumente aus einer Datei</translation>
    </message>
    <message>
        <source>Built-&amp;in market</source>
        <translation>&amp;Eingebauter Markt</translation>
    </message>
    <message>
        <source>Returns to the twelve fictitious companies</source>
        <translation>Kehrt zu den zwölf fiktiven Firmen zurück</translation>
    </message>
    <message>
        <source>&amp;Play file…</source>
        <translation>Datei abs&amp;pielen…</translation>
    </message>
    <message>
        <source>Plays the ticks of a file instead of the market&apos;s</source>
        <translation>Spielt die Ticks einer Datei anstelle der Ticks des Markts</translation>
    </message>
    <message>
        <source>Bac&amp;k to the market</source>
        <translation>&amp;Zurück zum Markt</translation>
    </message>
    <message>
        <source>Stops playback and restarts the market</source>
        <translation>Beendet die Wiedergabe und startet den Markt neu</translation>
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
        <source>Stops recording and completes the file (%1)</source>
        <translation>Beendet die Aufnahme und schließt die Datei ab (%1)</translation>
    </message>
    <message>
        <source>Records every tick to a file (%1)</source>
        <translation>Schreibt jeden Tick in eine Datei (%1)</translation>
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
        <source>Open market</source>
        <translation>Markt öffnen</translation>
    </message>
    <message>
        <source>Markets (*.json *.csv)</source>
        <translation>Märkte (*.json *.csv)</translation>
    </message>
    <message>
        <source>Shows how a file is read before it is played</source>
        <translation>Zeigt vor dem Abspielen, wie eine Datei gelesen wird</translation>
    </message>
    <message>
        <source>&amp;How it is read…</source>
        <translation>&amp;Wie sie gelesen wird…</translation>
    </message>
    <message>
        <source>Shows how the file that is played is read</source>
        <translation>Zeigt, wie die abgespielte Datei gelesen wird</translation>
    </message>
    <message>
        <source>Ticks or bars (%1)</source>
        <translation>Ticks oder Kerzen (%1)</translation>
    </message>
    <message>
        <source>Import fil&amp;e…</source>
        <translation>Datei i&amp;mportieren…</translation>
    </message>
    <message>
        <source>Import file</source>
        <translation>Datei importieren</translation>
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
        <translation>Der Markt in %1 lässt sich nicht verwenden: %2</translation>
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
        <source>Recording to %1 failed; the data written so far is in the .part file</source>
        <translation>Die Aufnahme in %1 ist fehlgeschlagen; die bisherigen Daten stehen in der .part-Datei</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Waiting for the first lines</source>
        <translation>Wartet auf die ersten Zeilen</translation>
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
        <translation>Datei wird gelesen: %1</translation>
    </message>
    <message>
        <source>Playback stopped: %1</source>
        <translation>Wiedergabe abgebrochen: %1</translation>
    </message>
    <message>
        <source>Not available while a file is playing. Go back to the market first.</source>
        <translation>Während der Wiedergabe nicht verfügbar. Gehen Sie zuerst zurück zum Markt.</translation>
    </message>
    <message>
        <source>All of the file is read first: %1</source>
        <translation>Die Datei wird erst ganz gelesen: %1</translation>
    </message>
    <message>
        <source>Cannot play this file: %1</source>
        <translation>Diese Datei kann nicht abgespielt werden: %1</translation>
    </message>
    <message>
        <source>%1 of %2 lines left out</source>
        <translation>%1 von %2 Zeilen ausgelassen</translation>
    </message>
</context>
<context>
    <name>ticker::ImportCommand</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>C&amp;ommand that does the same</source>
        <translation>Befehl &amp;dafür</translation>
    </message>
</context>
<context>
    <name>ticker::ImportController</name>
    <message>
        <source>Read as the last file with these columns: %1</source>
        <translation>Gelesen wie die letzte Datei mit diesen Spalten: %1</translation>
    </message>
</context>
<context>
    <name>ticker::ImportDialog</name>
    <message>
        <source>Import file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>A&amp;bspielen</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>The file is read as it says itself, and so are others with these columns</source>
        <translation>Die Datei wird so gelesen, wie sie selbst sagt, und andere mit diesen Spalten auch</translation>
    </message>
    <message>
        <source>As remembered for files with these columns.</source>
        <translation>Wie für Dateien mit diesen Spalten gemerkt.</translation>
    </message>
    <message>
        <source>How it is read</source>
        <translation>Wie sie gelesen wird</translation>
    </message>
    <message>
        <source>&amp;Play again from the start</source>
        <translation>Von vorn a&amp;bspielen</translation>
    </message>
    <message>
        <source>&amp;Remember this for files with the same columns, but for the symbol</source>
        <translation>Für Dateien mit denselben Spalten me&amp;rken, außer dem Symbol</translation>
    </message>
    <message>
        <source>&amp;Remember this (not possible: the columns have no names)</source>
        <translation>Me&amp;rken (nicht möglich: die Spalten haben keine Namen)</translation>
    </message>
</context>
<context>
    <name>ticker::ImportHead</name>
    <message>
        <source>Reading the file</source>
        <translation>Datei wird gelesen</translation>
    </message>
</context>
<context>
    <name>ticker::ImportPreview</name>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Meaning of %1</source>
        <translation>Bedeutung von %1</translation>
    </message>
</context>
<context>
    <name>ticker::InspectionView</name>
    <message>
        <source>What was understood</source>
        <translation>Was verstanden wurde</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
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
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Allow access from the local &amp;network</source>
        <translation>Zugriff aus dem lokalen &amp;Netzwerk erlauben</translation>
    </message>
    <message>
        <source>Anyone on your network can then read the feed: there is no password and no encryption. Only this computer can control the server.</source>
        <translation>Jeder in Ihrem Netzwerk kann den Feed dann lesen: Es gibt weder Passwort noch Verschlüsselung. Steuern lässt sich der Server nur von diesem Rechner.</translation>
    </message>
    <message>
        <source>Access ends at %1, or when you quit TickerTray.</source>
        <translation>Der Zugriff endet um %1 oder sobald Sie TickerTray beenden.</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>wird geprüft…</translation>
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
        <source>Scan with a phone on the same network:</source>
        <translation>Mit einem Telefon im selben Netzwerk scannen:</translation>
    </message>
    <message>
        <source>This computer is not connected to a network.</source>
        <translation>Dieser Rechner ist mit keinem Netzwerk verbunden.</translation>
    </message>
    <message>
        <source>No other computer has connected yet. If one cannot connect, a firewall may be blocking the port. One of these commands opens it; TickerTray does not run them:</source>
        <translation>Bisher hat sich kein anderer Rechner verbunden. Gelingt es einem nicht, blockiert vielleicht eine Firewall den Port. Einer dieser Befehle öffnet ihn; TickerTray führt sie nicht aus:</translation>
    </message>
    <message>
        <source>Command to open the port</source>
        <translation>Befehl zum Öffnen des Ports</translation>
    </message>
    <message>
        <source>Block it a&amp;gain after one hour</source>
        <translation>Nach einer S&amp;tunde wieder sperren</translation>
    </message>
</context>
<context>
    <name>ticker::LimitsSection</name>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Maximum connections</source>
        <translation>Höchstzahl der Verbindungen</translation>
    </message>
    <message>
        <source>Heartbeat interval in milliseconds</source>
        <translation>Heartbeat-Intervall in Millisekunden</translation>
    </message>
    <message>
        <source> ms</source>
        <comment>milliseconds</comment>
        <translation> ms</translation>
    </message>
    <message>
        <source>Heartbeat timeout in milliseconds</source>
        <translation>Heartbeat-Timeout in Millisekunden</translation>
    </message>
    <message>
        <source>Clients that read too slowly</source>
        <translation>Clients, die zu langsam lesen</translation>
    </message>
    <message>
        <source>get only the newest tick</source>
        <translation>erhalten nur den neuesten Tick</translation>
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
        <source>Allow JSONP polling for very old &amp;browsers</source>
        <translation>JSONP-Polling für sehr alte &amp;Browser erlauben</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>range of a number</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>&amp;Maximum connections</source>
        <translation>Hö&amp;chstzahl der Verbindungen</translation>
    </message>
    <message>
        <source>%1. Further connections are refused; existing ones stay. A browser uses one or two.</source>
        <translation>%1. Weitere Verbindungen werden abgewiesen; bestehende bleiben. Ein Browser nutzt eine oder zwei.</translation>
    </message>
    <message>
        <source>Heartbeat e&amp;very</source>
        <translation>Heartbeat a&amp;lle</translation>
    </message>
    <message>
        <source>Answ&amp;er within</source>
        <translation>Antwort b&amp;innen</translation>
    </message>
    <message>
        <source>%1 ms; applies to new clients. A client that does not answer in time is disconnected; use short times to test this.</source>
        <translation>%1 ms; gilt für neue Clients. Wer nicht rechtzeitig antwortet, wird getrennt; mit kurzen Zeiten lässt sich das testen.</translation>
    </message>
    <message>
        <source>S&amp;low clients</source>
        <translation>Lan&amp;gsame Clients</translation>
    </message>
    <message>
        <source>Applies immediately, to every client with more than 256 KiB queued.</source>
        <translation>Gilt sofort, für jeden Client mit mehr als 256 KiB in der Warteschlange.</translation>
    </message>
    <message>
        <source>Any page open on this computer can then read the feed.</source>
        <translation>Jede auf diesem Rechner offene Seite kann den Feed dann lesen.</translation>
    </message>
    <message>
        <source>Maximum sessions</source>
        <translation>Höchstzahl der Sitzungen</translation>
    </message>
    <message>
        <source>Data queued for all clients, in mebibytes</source>
        <translation>Wartende Daten aller Clients in Mebibyte</translation>
    </message>
    <message>
        <source> MiB</source>
        <comment>mebibytes</comment>
        <translation> MiB</translation>
    </message>
    <message>
        <source>%1. Further Socket.IO sessions are refused; existing ones stay. One other computer gets at most half of all connections and sessions.</source>
        <translation>%1. Weitere Socket.IO-Sitzungen werden abgewiesen; bestehende bleiben. Ein einzelner anderer Rechner erhält höchstens die Hälfte aller Verbindungen und Sitzungen.</translation>
    </message>
    <message>
        <source>&amp;Queued for all clients</source>
        <translation>&amp;Wartende Daten aller Clients</translation>
    </message>
    <message>
        <source>%1 MiB; applies immediately. If more is queued, the clients with the most queued data lose ticks or are disconnected.</source>
        <translation>%1 MiB; gilt sofort. Wartet mehr, verlieren die Clients mit den meisten wartenden Daten Ticks oder werden getrennt.</translation>
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
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Port to listen on</source>
        <translation>Port des Servers</translation>
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
        <source>Not an IP address. Examples: 127.0.0.1, ::1.</source>
        <translation>Keine IP-Adresse. Beispiele: 127.0.0.1, ::1.</translation>
    </message>
    <message>
        <source>Port 0 selects any free port.</source>
        <translation>Port 0 wählt einen freien Port.</translation>
    </message>
    <message>
        <source>Ports below %1 require special privileges.</source>
        <translation>Ports unter %1 erfordern besondere Rechte.</translation>
    </message>
    <message>
        <source>With 127.0.0.1, only this computer can reach the server. If the address changes, clients are notified and must reconnect.</source>
        <translation>Mit 127.0.0.1 ist der Server nur von diesem Rechner erreichbar. Ändert sich die Adresse, werden Clients benachrichtigt und müssen sich neu verbinden.</translation>
    </message>
    <message>
        <source>The server is still running at %1.</source>
        <translation>Der Server läuft weiter unter %1.</translation>
    </message>
    <message>
        <source>The server is not running.</source>
        <translation>Der Server läuft nicht.</translation>
    </message>
    <message>
        <source>Now running at %1</source>
        <translation>Jetzt erreichbar unter %1</translation>
    </message>
</context>
<context>
    <name>ticker::LoadLine</name>
    <message>
        <source>Bytes sent to clients, including framing but not HTTP and TCP headers. CPU load is the server thread&apos;s share of one core.</source>
        <translation>An Clients gesendete Bytes, mit Framing, ohne HTTP- und TCP-Header. Die CPU-Last ist der Anteil des Server-Threads an einem Kern.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>actual rate, asked rate</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · %2/s · %3 % of a core</source>
        <comment>rate, bytes, processor</comment>
        <translation>%1 · %2/s · %3 % eines Kerns</translation>
    </message>
</context>
<context>
    <name>ticker::LocalizedText</name>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>A field without quotes contains a quote. Put the field in quotes, and double the quotes in it.</source>
        <translation>Ein Feld ohne Anführungszeichen enthält eines. Setzen Sie das Feld in Anführungszeichen, und verdoppeln Sie die darin.</translation>
    </message>
    <message>
        <source>Unexpected text after a closing quote. Write a separator, or double the quotes in the field.</source>
        <translation>Unerwarteter Text nach einem schließenden Anführungszeichen. Schreiben Sie ein Trennzeichen, oder verdoppeln Sie die Anführungszeichen im Feld.</translation>
    </message>
    <message>
        <source>This quote is not closed. Add a closing quote.</source>
        <translation>Dieses Anführungszeichen wird nicht geschlossen. Ergänzen Sie ein schließendes.</translation>
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
        <source>a string</source>
        <translation>eine Zeichenkette</translation>
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
        <source>This field is missing. Write a string.</source>
        <translation>Dieses Feld fehlt. Geben Sie eine Zeichenkette an.</translation>
    </message>
    <message>
        <source>This is %1. Write a string, in quotes.</source>
        <translation>Das ist %1. Geben Sie eine Zeichenkette in Anführungszeichen an.</translation>
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
        <source>Too many instruments. A market has at most %1.</source>
        <translation>Zu viele Instrumente. Ein Markt hat höchstens %1.</translation>
    </message>
    <message>
        <source>The symbol %1 is already used at %2. Give each instrument its own.</source>
        <translation>Das Symbol %1 ist schon bei %2 vergeben. Geben Sie jedem Instrument ein eigenes.</translation>
    </message>
    <message>
        <source>%1 has more than %2 decimal places. Write fewer.</source>
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
        <source>CSV cannot describe regimes. Leave this out to use the default regimes, or write the market in JSON.</source>
        <translation>Regime lassen sich in CSV nicht angeben. Lassen Sie das weg, um die Standardregime zu verwenden, oder schreiben Sie den Markt in JSON.</translation>
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
        <source>This column is missing. The first line must name the columns, including %1 and %2.</source>
        <translation>Diese Spalte fehlt. Die erste Zeile muss die Spalten nennen, darunter %1 und %2.</translation>
    </message>
    <message>
        <source>Column %1 has no name. Name it or remove it.</source>
        <translation>Spalte %1 hat keinen Namen. Benennen oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>The column %1, here as %2, appears twice. Remove one.</source>
        <translation>Die Spalte %1, hier als %2, kommt zweimal vor. Entfernen Sie eine.</translation>
    </message>
    <message>
        <source>%1 is not a number. Write one such as 0.05.</source>
        <translation>%1 ist keine Zahl. Schreiben Sie eine wie 0.05.</translation>
    </message>
    <message>
        <source>The model %1 has no parameter %2, only %3. Leave this field empty.</source>
        <translation>Das Modell %1 hat keinen Parameter %2, nur %3. Lassen Sie dieses Feld leer.</translation>
    </message>
    <message>
        <source>The number of fields is %1, the number of columns %2. For an empty field, leave nothing between the separators.</source>
        <translation>Die Zeile hat %1 Felder, die Tabelle %2 Spalten. Für ein leeres Feld bleibt zwischen den Trennzeichen nichts stehen.</translation>
    </message>
    <message>
        <source>There are no instruments. Write one per line below the header.</source>
        <translation>Es gibt keine Instrumente. Schreiben Sie unter die Kopfzeile eines pro Zeile.</translation>
    </message>
    <message>
        <source>The file contains only comments. Add a header line and instruments.</source>
        <translation>Die Datei enthält nur Kommentare. Ergänzen Sie eine Kopfzeile und Instrumente.</translation>
    </message>
    <message>
        <source>The file contains a zero byte, like a binary file. Save it as UTF-8 text.</source>
        <translation>Die Datei enthält ein Nullbyte, wie eine Binärdatei. Speichern Sie sie als UTF-8-Text.</translation>
    </message>
    <message>
        <source>This line is not valid UTF-8. Save the file as UTF-8.</source>
        <translation>Diese Zeile ist kein gültiges UTF-8. Speichern Sie die Datei als UTF-8.</translation>
    </message>
    <message>
        <source>The file is empty. Write a JSON object or a CSV table of instruments.</source>
        <translation>Die Datei ist leer. Schreiben Sie ein JSON-Objekt oder eine CSV-Tabelle mit Instrumenten hinein.</translation>
    </message>
    <message>
        <source>Cannot read the file: %1. Choose a readable file.</source>
        <translation>Die Datei lässt sich nicht lesen: %1. Wählen Sie eine lesbare Datei.</translation>
    </message>
    <message>
        <source>The file is larger than 4 MB. A market has at most %1 instruments and takes less.</source>
        <translation>Die Datei ist größer als 4 MB. Ein Markt hat höchstens %1 Instrumente und braucht weniger.</translation>
    </message>
    <message>
        <source>This object is not closed. Write names in quotes, then a comma or a closing brace.</source>
        <translation>Dieses Objekt wird nicht geschlossen. Schreiben Sie Namen in Anführungszeichen, danach ein Komma oder eine schließende geschweifte Klammer.</translation>
    </message>
    <message>
        <source>A colon is missing after a name. Write &quot;name&quot;: value.</source>
        <translation>Nach einem Namen fehlt der Doppelpunkt. Schreiben Sie &quot;name&quot;: Wert.</translation>
    </message>
    <message>
        <source>This list is not closed. Write a comma or a closing bracket.</source>
        <translation>Diese Liste wird nicht geschlossen. Schreiben Sie ein Komma oder eine schließende eckige Klammer.</translation>
    </message>
    <message>
        <source>This is not a value. Write a number such as 0.05, a string in double quotes, a list or an object.</source>
        <translation>Das ist kein Wert. Schreiben Sie eine Zahl wie 0.05, eine Zeichenkette in Anführungszeichen, eine Liste oder ein Objekt.</translation>
    </message>
    <message>
        <source>This is not a JSON escape sequence. Write a single backslash as two.</source>
        <translation>Das ist keine Escape-Sequenz von JSON. Schreiben Sie einen einzelnen Backslash doppelt.</translation>
    </message>
    <message>
        <source>A string is not closed. Add a closing double quote.</source>
        <translation>Eine Zeichenkette wird nicht geschlossen. Ergänzen Sie ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>Nothing follows this comma. Remove it, or add the missing value.</source>
        <translation>Auf dieses Komma folgt nichts. Entfernen Sie es, oder ergänzen Sie den fehlenden Wert.</translation>
    </message>
    <message>
        <source>This is nested too deeply or too large. Write a list of instruments.</source>
        <translation>Das ist zu tief geschachtelt oder zu groß. Schreiben Sie eine Liste von Instrumenten.</translation>
    </message>
    <message>
        <source>Unexpected data after the end. Remove it.</source>
        <translation>Unerwartete Daten nach dem Ende. Entfernen Sie sie.</translation>
    </message>
    <message>
        <source>This is not JSON. Write an object or a list.</source>
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
        <source>This name is too long. Write at most %1 characters.</source>
        <translation>Dieser Name ist zu lang. Schreiben Sie höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The name %1 contains a control character. Write it on one line, without control characters.</source>
        <translation>Der Name %1 enthält ein Steuerzeichen. Schreiben Sie ihn auf eine Zeile, ohne Steuerzeichen.</translation>
    </message>
    <message>
        <source>The symbol %1 contains lower-case letters. Write %2.</source>
        <translation>Das Symbol %1 enthält Kleinbuchstaben. Schreiben Sie %2.</translation>
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
        <source>%1 is too high for %2 decimal places. Write at most %3, or a larger tick size.</source>
        <translation>%1 ist zu hoch für %2 Nachkommastellen. Geben Sie höchstens %3 an oder eine größere tickSize.</translation>
    </message>
    <message>
        <source>%1 is not a multiple of the tick size %2. The nearest multiples are %3 and %4.</source>
        <translation>%1 ist kein Vielfaches der tickSize %2. Die nächsten Vielfachen sind %3 und %4.</translation>
    </message>
    <message>
        <source>This is %1. Write the type of a model, or an object.</source>
        <translation>Das ist %1. Geben Sie den Typ eines Modells oder ein Objekt an.</translation>
    </message>
    <message>
        <source>The model %1</source>
        <translation>Das Modell %1</translation>
    </message>
    <message>
        <source>%1 could not be renamed (%2)</source>
        <translation>%1 ließ sich nicht umbenennen (%2)</translation>
    </message>
    <message>
        <source>Recording to %1 stopped: the disk is too slow, %2 MiB are still unwritten.</source>
        <translation>Die Aufnahme in %1 wurde beendet: Der Datenträger ist zu langsam, %2 MiB sind noch nicht geschrieben.</translation>
    </message>
    <message>
        <source>Recording to %1 stopped: %2.</source>
        <translation>Die Aufnahme in %1 wurde beendet: %2.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 was truncated after it was opened.</source>
        <translation>%1 wurde nach dem Öffnen gekürzt.</translation>
    </message>
    <message>
        <source>%1 was replaced by another file after it was opened.</source>
        <translation>%1 wurde nach dem Öffnen durch eine andere Datei ersetzt.</translation>
    </message>
    <message>
        <source>earlier than a line before it that was played</source>
        <translation>früher als eine Zeile davor, die schon abgespielt wurde</translation>
    </message>
    <message>
        <source>What comes through a pipe is played as it comes. To seek in it, save it to a file first.</source>
        <translation>Was durch eine Pipe kommt, wird so abgespielt, wie es kommt. Um darin zu springen, speichern Sie es zuerst in einer Datei.</translation>
    </message>
    <message>
        <source>%1 is not in the order of time, so it cannot be followed.</source>
        <translation>%1 ist nicht nach der Zeit geordnet und kann daher nicht beim Wachsen abgespielt werden.</translation>
    </message>
    <message>
        <source>It cannot be played again: more came through the pipe than is kept.</source>
        <translation>Eine Wiederholung ist nicht möglich: Durch die Pipe kam mehr, als aufbewahrt wird.</translation>
    </message>
    <message>
        <source>A file that is followed has no end, so it cannot be repeated.</source>
        <translation>Eine Datei, die beim Wachsen abgespielt wird, hat kein Ende und kann daher nicht wiederholt werden.</translation>
    </message>
    <message>
        <source>%1 is played as soon as its first lines have come.</source>
        <translation>%1 wird abgespielt, sobald die ersten Zeilen da sind.</translation>
    </message>
    <message>
        <source>%1 exceeds the limit of %2 symbols in a market</source>
        <translation>%1 überschreitet die Grenze von %2 Symbolen in einem Markt</translation>
    </message>
    <message>
        <source>%1 appears twice</source>
        <translation>%1 kommt zweimal vor</translation>
    </message>
    <message>
        <source>%1 contains no ticks.</source>
        <translation>%1 enthält keine Ticks.</translation>
    </message>
    <message>
        <source>line %1: price: too large for the %2 decimal places of %3 in this file</source>
        <translation>Zeile %1: price: zu groß für die %2 Nachkommastellen von %3 in dieser Datei</translation>
    </message>
    <message>
        <source>This part of the file has not been read yet.</source>
        <translation>Dieser Teil der Datei ist noch nicht gelesen.</translation>
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
        <source>expected a header line with the names of the columns, such as &quot;time,symbol,price,size&quot;</source>
        <translation>erwartet wird eine Kopfzeile mit den Namen der Spalten, etwa „time,symbol,price,size“</translation>
    </message>
    <message>
        <source>too few columns</source>
        <translation>zu wenige Spalten</translation>
    </message>
    <message>
        <source>a quoted field is not closed on its line</source>
        <translation>ein Feld in Anführungszeichen wird nicht in seiner Zeile geschlossen</translation>
    </message>
    <message>
        <source>unexpected text after a closing quote</source>
        <translation>unerwarteter Text nach einem schließenden Anführungszeichen</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>lower than open or close</source>
        <translation>niedriger als open oder close</translation>
    </message>
    <message>
        <source>higher than open or close</source>
        <translation>höher als open oder close</translation>
    </message>
    <message>
        <source>given twice</source>
        <translation>doppelt angegeben</translation>
    </message>
    <message>
        <source>not an array</source>
        <translation>kein Array</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>ticks and bars are mixed</source>
        <translation>Ticks und Kerzen sind gemischt</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>zu tief geschachtelt</translation>
    </message>
    <message>
        <source>the JSON object is not closed on its line</source>
        <translation>das JSON-Objekt wird nicht in seiner Zeile geschlossen</translation>
    </message>
    <message>
        <source>not a JSON object, from &quot;%1&quot; on</source>
        <translation>kein JSON-Objekt, ab „%1“</translation>
    </message>
    <message>
        <source>longer than %1 bytes</source>
        <translation>länger als %1 Bytes</translation>
    </message>
    <message>
        <source>contains a zero byte, so this is not a text file</source>
        <translation>enthält ein Nullbyte, dies ist also keine Textdatei</translation>
    </message>
    <message>
        <source>not valid UTF-8</source>
        <translation>kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>incomplete, the file ends here</source>
        <translation>unvollständig, die Datei endet hier</translation>
    </message>
    <message>
        <source>this is a JSON array; write one object per line</source>
        <translation>das ist ein JSON-Array; schreiben Sie ein Objekt pro Zeile</translation>
    </message>
    <message>
        <source>%1 is not a number</source>
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
        <source>%1 is not a time (a number since 1970, or like 2026-01-05T09:30:00Z)</source>
        <translation>%1 ist keine Zeit (eine Zahl seit 1970 oder etwa 2026-01-05T09:30:00Z)</translation>
    </message>
    <message>
        <source>%1 is not a day in the calendar</source>
        <translation>%1 ist kein Tag im Kalender</translation>
    </message>
    <message>
        <source>%1 is not a whole number from 0 to 2^64 - 1</source>
        <translation>%1 ist keine ganze Zahl von 0 bis 2^64 - 1</translation>
    </message>
    <message>
        <source>The request has no Host header.</source>
        <translation>Die Anfrage hat keinen Host-Header.</translation>
    </message>
    <message>
        <source>The request has more than one Host header.</source>
        <translation>Die Anfrage hat mehr als einen Host-Header.</translation>
    </message>
    <message>
        <source>The host &quot;%1&quot; is not allowed. Add it to &quot;allowedHosts&quot; in the settings to allow it.</source>
        <translation>Der Host „%1“ ist nicht erlaubt. Um ihn zu erlauben, nehmen Sie ihn in den Einstellungen unter „allowedHosts“ auf.</translation>
    </message>
    <message>
        <source>The request has more than one Origin header.</source>
        <translation>Die Anfrage hat mehr als einen Origin-Header.</translation>
    </message>
    <message>
        <source>The origin &quot;%1&quot; is not allowed. Add it to &quot;allowedOrigins&quot; in the settings to allow it.</source>
        <translation>Der Origin „%1“ ist nicht erlaubt. Um ihn zu erlauben, nehmen Sie ihn in den Einstellungen unter „allowedOrigins“ auf.</translation>
    </message>
    <message>
        <source>Refused requests not shown: %1.</source>
        <translation>Nicht angezeigte abgelehnte Anfragen: %1.</translation>
    </message>
    <message>
        <source>Requests from pages of other sites are not allowed.</source>
        <translation>Anfragen von Seiten anderer Websites sind nicht erlaubt.</translation>
    </message>
    <message>
        <source>Cannot use the market in</source>
        <translation>Nicht verwendbar ist der Markt in</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cannot play</source>
        <translation>Fehler beim Abspielen von</translation>
    </message>
    <message>
        <source>Cannot record to</source>
        <translation>Fehler beim Aufnehmen in</translation>
    </message>
    <message>
        <source>Neither a tick file (%1) nor a market file (%2)</source>
        <translation>Weder eine Tick-Datei (%1) noch eine Marktdatei (%2)</translation>
    </message>
    <message>
        <source>Playback of %1 stopped: %2</source>
        <translation>Wiedergabe von %1 abgebrochen: %2</translation>
    </message>
    <message>
        <source>Playback of %1 has finished.</source>
        <translation>Wiedergabe von %1 beendet.</translation>
    </message>
    <message>
        <source>No file is playing.</source>
        <translation>Es wird keine Datei abgespielt.</translation>
    </message>
    <message>
        <source>Cannot listen on</source>
        <translation>Fehler beim Lauschen auf</translation>
    </message>
    <message>
        <source>another program uses this port</source>
        <translation>ein anderes Programm benutzt diesen Port</translation>
    </message>
    <message>
        <source>ports below 1024 require special privileges</source>
        <translation>Ports unter 1024 erfordern besondere Rechte</translation>
    </message>
    <message>
        <source>this computer does not have that address</source>
        <translation>dieser Rechner hat diese Adresse nicht</translation>
    </message>
    <message>
        <source>Cannot serve</source>
        <translation>Fehler beim Ausliefern von</translation>
    </message>
    <message>
        <source>not a readable folder</source>
        <translation>kein lesbarer Ordner</translation>
    </message>
    <message>
        <source>A recording to %1 is in progress. Stop it first.</source>
        <translation>Eine Aufnahme in %1 läuft. Beenden Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The last recording to this file is still being saved.</source>
        <translation>Die letzte Aufnahme in diese Datei wird noch gespeichert.</translation>
    </message>
    <message>
        <source>%1 is left over from an interrupted recording. Move it away first.</source>
        <translation>%1 ist von einer abgebrochenen Aufnahme übrig. Verschieben Sie die Datei zuerst.</translation>
    </message>
    <message>
        <source>Listening on %1: anyone who can reach this address over the network can read the feed.</source>
        <translation>Lauscht auf %1: Wer diese Adresse über das Netzwerk erreicht, kann den Feed lesen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a valid origin and cannot be allowed.</source>
        <translation>„%1“ ist kein gültiger Origin und lässt sich nicht erlauben.</translation>
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
        <source>The settings in %1 are invalid (%2). The defaults are used; the file was kept as %3.</source>
        <translation>Die Einstellungen in %1 sind ungültig (%2). Es gelten die Standardwerte; die alte Datei heißt jetzt %3.</translation>
    </message>
    <message>
        <source>The settings in %1 have invalid values: %2. The defaults are used for these; the file was kept as %3.</source>
        <translation>Die Einstellungen in %1 haben ungültige Werte: %2. Dafür gelten die Standardwerte; die alte Datei heißt jetzt %3.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Cannot write the settings to %1: %2</source>
        <translation>Die Einstellungen lassen sich nicht in %1 schreiben: %2</translation>
    </message>
    <message>
        <source>line %1: no tick in the preceding %2 MiB</source>
        <translation>Zeile %1: kein Tick in den %2 MiB davor</translation>
    </message>
    <message>
        <source>%1 (process %2) uses this port</source>
        <translation>%1 (Prozess %2) benutzt diesen Port</translation>
    </message>
    <message>
        <source>The hour is over: access from the local network is blocked again.</source>
        <translation>Die Stunde ist um: Der Zugriff aus dem lokalen Netzwerk ist wieder gesperrt.</translation>
    </message>
    <message>
        <source>Cannot write the log to %1: %2</source>
        <translation>Das Protokoll lässt sich nicht in %1 schreiben: %2</translation>
    </message>
    <message>
        <source>Logging to %1 stopped: %2</source>
        <translation>Die Protokollierung in %1 wurde beendet: %2</translation>
    </message>
    <message>
        <source>This is not possible while a file is playing.</source>
        <translation>Das ist nicht möglich, solange eine Datei abgespielt wird.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be between %2 and %3.</source>
        <translation>Der Wert von „%1“ muss zwischen %2 und %3 liegen.</translation>
    </message>
    <message>
        <source>There is no instrument &quot;%1&quot; in this market.</source>
        <translation>In diesem Markt gibt es kein Instrument „%1“.</translation>
    </message>
    <message>
        <source>Pages without an origin (&quot;null&quot;), such as those opened from a file, are not allowed. &quot;allowNullOrigin&quot; in the settings allows them, and with them every website, to read the feed.</source>
        <translation>Seiten ohne Origin („null“), etwa solche, die aus einer Datei geöffnet wurden, sind nicht erlaubt. „allowNullOrigin“ in den Einstellungen erlaubt ihnen, und damit jeder Website, den Feed zu lesen.</translation>
    </message>
    <message>
        <source>Images and other elements of a page cannot open a connection to the feed.</source>
        <translation>Bilder und andere Elemente einer Seite können keine Verbindung zum Feed öffnen.</translation>
    </message>
    <message>
        <source>This file does not exist.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Cannot open the file: %1.</source>
        <translation>Die Datei lässt sich nicht öffnen: %1.</translation>
    </message>
    <message>
        <source>This is a folder. Choose a file.</source>
        <translation>Das ist ein Ordner. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>This is a pipe. Use a regular file instead.</source>
        <translation>Das ist eine Pipe. Nehmen Sie stattdessen eine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>This is a socket. Use a regular file instead.</source>
        <translation>Das ist ein Socket. Nehmen Sie stattdessen eine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>This is a device. Use a regular file instead.</source>
        <translation>Das ist ein Gerät. Nehmen Sie stattdessen eine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>Nothing reads from this pipe. Start its reader first.</source>
        <translation>Niemand liest aus dieser Pipe. Starten Sie zuerst das lesende Programm.</translation>
    </message>
    <message>
        <source>Standard input is a terminal. Connect it to a file or a pipe.</source>
        <translation>Die Standardeingabe ist ein Terminal. Verbinden Sie sie mit einer Datei oder einer Pipe.</translation>
    </message>
    <message>
        <source>This file already exists. Choose another name.</source>
        <translation>Diese Datei gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 has no field %2. Valid fields are %3.%4</source>
        <translation>%1 hat kein Feld %2. Gültig sind %3.%4</translation>
    </message>
    <message>
        <source>Unknown column %1. Valid columns are %2.%3</source>
        <translation>Unbekannte Spalte %1. Gültig sind %2.%3</translation>
    </message>
    <message>
        <source> Did you mean %1?</source>
        <translation> Meinten Sie %1?</translation>
    </message>
    <message>
        <source>Unknown model %1. Valid models are %2.%3</source>
        <translation>Unbekanntes Modell %1. Gültig sind %2.%3</translation>
    </message>
    <message>
        <source>This is a link to a file that does not exist. Choose another name.</source>
        <translation>Das ist eine Verknüpfung mit einer Datei, die es nicht gibt. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 already exists. Move it away first.</source>
        <translation>%1 gibt es schon. Verschieben Sie die Datei zuerst.</translation>
    </message>
    <message>
        <source>Cannot read the settings in %1. %2 The defaults are used; it was kept as %3.</source>
        <translation>Die Einstellungen in %1 lassen sich nicht lesen. %2 Es gelten die Standardwerte; das Alte heißt jetzt %3.</translation>
    </message>
    <message>
        <source>The value of &quot;%1&quot; must be a whole number between %2 and %3.</source>
        <translation>Der Wert von „%1“ muss eine ganze Zahl zwischen %2 und %3 sein.</translation>
    </message>
    <message>
        <source>A second start will not find this one: %1 is not a folder that only you can use.</source>
        <translation>Ein zweiter Start wird diesen nicht finden: %1 ist kein Ordner, den nur Sie nutzen können.</translation>
    </message>
    <message>
        <source>A second start will not find this one: cannot listen on %1 (%2).</source>
        <translation>Ein zweiter Start wird diesen nicht finden: %1 lässt sich nicht öffnen (%2).</translation>
    </message>
    <message>
        <source>Too many sessions are open. More of them are refused.</source>
        <translation>Zu viele Sitzungen sind offen. Weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>Too many connections are open. More of them are refused.</source>
        <translation>Zu viele Verbindungen sind offen. Weitere werden abgewiesen.</translation>
    </message>
    <message>
        <source>%1 is not between 1700 and 2262</source>
        <translation>%1 liegt nicht zwischen 1700 und 2262</translation>
    </message>
    <message>
        <source>%1 has a year of two digits; write four</source>
        <translation>%1 hat ein Jahr mit zwei Ziffern; schreiben Sie vier</translation>
    </message>
    <message>
        <source>%1 was rounded, as spreadsheets do; write all of its digits</source>
        <translation>%1 wurde gerundet, wie es Tabellenprogramme tun; schreiben Sie alle Ziffern</translation>
    </message>
    <message>
        <source>%1 has a time of day, and so has another column</source>
        <translation>%1 hat eine Uhrzeit, eine andere Spalte aber auch</translation>
    </message>
    <message>
        <source>%1 is a time without a day</source>
        <translation>%1 ist eine Uhrzeit ohne Tag</translation>
    </message>
    <message>
        <source>whether the day or the month is first in %1 cannot be told; say so by --date-order</source>
        <translation>ob in %1 der Tag oder der Monat vorn steht, ist nicht zu erkennen; sagen Sie es mit --date-order</translation>
    </message>
    <message>
        <source>%1 is in a time zone that is not known or has several meanings; say which one it is by --time-zone</source>
        <translation>%1 steht in einer Zeitzone, die unbekannt oder mehrdeutig ist; sagen Sie mit --time-zone, welche es ist</translation>
    </message>
    <message>
        <source>%1 does not exist in its time zone: the clock was put forward</source>
        <translation>%1 gibt es in dieser Zeitzone nicht: Die Uhr wurde vorgestellt</translation>
    </message>
    <message>
        <source>too many lines cannot be read: %1. To leave them all out: --bad-rows skip-all</source>
        <translation>zu viele Zeilen sind nicht lesbar: %1. Um alle auszulassen: --bad-rows skip-all</translation>
    </message>
    <message>
        <source>the times in %1 have no day</source>
        <translation>die Zeiten in %1 haben keinen Tag</translation>
    </message>
    <message>
        <source>what stands in the column %1 is not a time: %2</source>
        <translation>was in der Spalte %1 steht, ist keine Zeit: %2</translation>
    </message>
    <message>
        <source>in some dates the month is the first number, in others the second</source>
        <translation>in manchen Daten ist der Monat die erste Zahl, in anderen die zweite</translation>
    </message>
    <message>
        <source>whether a comma in a number is the decimal sign cannot be told; say so by --decimal</source>
        <translation>ob ein Komma in einer Zahl das Dezimalzeichen ist, ist nicht zu erkennen; sagen Sie es mit --decimal</translation>
    </message>
    <message>
        <source>the text is UTF-16; save it as UTF-8</source>
        <translation>der Text ist UTF-16; speichern Sie ihn als UTF-8</translation>
    </message>
    <message>
        <source>the file does not say which symbol it is of</source>
        <translation>die Datei sagt nicht, zu welchem Symbol sie gehört</translation>
    </message>
    <message>
        <source>%1 of %2 lines left out, the first one: %3</source>
        <translation>%1 von %2 Zeilen ausgelassen, die erste: %3</translation>
    </message>
    <message>
        <source>the header has two columns for the %1: %2 and %3; say which one by --columns</source>
        <translation>die Kopfzeile hat zwei Spalten für %1: %2 und %3; sagen Sie mit --columns, welche es ist</translation>
    </message>
    <message>
        <source>%1 and %2 are different times; say which one by --columns</source>
        <translation>%1 und %2 sind verschiedene Zeiten; sagen Sie mit --columns, welche gilt</translation>
    </message>
    <message>
        <source>no column is known to be the %1; say which one by --columns</source>
        <translation>welche Spalte %1 ist, ist nicht zu erkennen; sagen Sie es mit --columns</translation>
    </message>
    <message>
        <source>two columns are named %1; say which by its number, such as #%2</source>
        <translation>zwei Spalten heißen %1; nennen Sie die richtige mit ihrer Nummer, etwa #%2</translation>
    </message>
    <message>
        <source>the column %1 is given for two fields</source>
        <translation>die Spalte %1 ist für zwei Felder angegeben</translation>
    </message>
    <message>
        <source>there is no column %1; without a header, columns are given by number, from 1 to %2</source>
        <translation>eine Spalte %1 gibt es nicht; ohne Kopfzeile werden Spalten mit ihrer Nummer angegeben, von 1 bis %2</translation>
    </message>
    <message>
        <source>there is no column %1; there are %2</source>
        <translation>eine Spalte %1 gibt es nicht; es gibt %2</translation>
    </message>
    <message>
        <source>its times begin at %1. If that is wrong, name the column of the times by --columns, or write them as dates</source>
        <translation>die Zeiten beginnen am %1. Falls das falsch ist, nennen Sie mit --columns die Spalte der Zeiten, oder schreiben Sie sie als Datum</translation>
    </message>
    <message>
        <source>more than %1 instruments</source>
        <translation>mehr als %1 Instrumente</translation>
    </message>
    <message>
        <source>the prices are whole numbers of 10^-9; have Databento write decimals (pretty_px)</source>
        <translation>die Preise sind ganze Zahlen in Einheiten von 10^-9; lassen Sie Databento Dezimalzahlen schreiben (pretty_px)</translation>
    </message>
    <message>
        <source>not all lines are trades: the price is often that of an order; play the bid and the ask by --columns bid=bid_px_00,ask=ask_px_00</source>
        <translation>nicht alle Zeilen sind Abschlüsse: oft ist der Preis der eines Auftrags; spielen Sie Geld- und Briefkurs mit --columns bid=bid_px_00,ask=ask_px_00 ab</translation>
    </message>
    <message>
        <source>prices and volume are all 0</source>
        <translation>alle Kurse und das Volumen sind 0</translation>
    </message>
    <message>
        <source>%1 is less than %2</source>
        <translation>%1 ist kleiner als %2</translation>
    </message>
    <message>
        <source>line %1: size: too large for the %2 decimal places of %3 in this file</source>
        <translation>Zeile %1: size: zu groß für die %2 Nachkommastellen von %3 in dieser Datei</translation>
    </message>
    <message>
        <source>1 to %1 of A-Z 0-9 . - _ / : ^ = $ @ # &amp; + ! ( ) [ ], with a letter or digit, the first one of A-Z 0-9 . / ^ $ @ # [</source>
        <translation>1 bis %1 Zeichen aus A-Z 0-9 . - _ / : ^ = $ @ # &amp; + ! ( ) [ ], mit einem Buchstaben oder einer Ziffer, vorn eines aus A-Z 0-9 . / ^ $ @ # [</translation>
    </message>
    <message>
        <source>The symbol %1 is too long. Write at most %2 characters.</source>
        <translation>Das Symbol %1 ist zu lang. Schreiben Sie höchstens %2 Zeichen.</translation>
    </message>
    <message>
        <source>%1 is not a symbol. A symbol is %2.</source>
        <translation>%1 ist kein Symbol. Ein Symbol besteht aus %2.</translation>
    </message>
    <message>
        <source>%1 is not a symbol (%2)</source>
        <translation>%1 ist kein Symbol (%2)</translation>
    </message>
    <message>
        <source>The file cannot be written: %1.</source>
        <translation>Die Datei kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Cannot export %1 to %2: %3</source>
        <translation>%1 kann nicht nach %2 exportiert werden: %3</translation>
    </message>
    <message>
        <source>Exported %1 rows to %2, from %3 to %4 UTC.</source>
        <translation>%1 Zeilen nach %2 exportiert, von %3 bis %4 UTC.</translation>
    </message>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde gestoppt.</translation>
    </message>
    <message>
        <source>%1 is too long for a symbol; write at most %2 characters</source>
        <translation>%1 ist zu lang für ein Symbol; schreiben Sie höchstens %2 Zeichen</translation>
    </message>
    <message>
        <source>This is a picture (PNG). Open the file with the data.</source>
        <translation>Das ist ein Bild (PNG). Öffnen Sie die Datei mit den Daten.</translation>
    </message>
    <message>
        <source>This is a picture (JPEG). Open the file with the data.</source>
        <translation>Das ist ein Bild (JPEG). Öffnen Sie die Datei mit den Daten.</translation>
    </message>
    <message>
        <source>This is a picture (GIF). Open the file with the data.</source>
        <translation>Das ist ein Bild (GIF). Öffnen Sie die Datei mit den Daten.</translation>
    </message>
    <message>
        <source>This is a PDF document. Open the file with the data.</source>
        <translation>Das ist ein PDF-Dokument. Öffnen Sie die Datei mit den Daten.</translation>
    </message>
    <message>
        <source>This is an old Excel workbook. Save the sheet as CSV and open that.</source>
        <translation>Das ist eine alte Excel-Arbeitsmappe. Speichern Sie das Blatt als CSV und öffnen Sie dieses.</translation>
    </message>
    <message>
        <source>This is a Parquet file. Write it as CSV, for example with pandas, and open that.</source>
        <translation>Das ist eine Parquet-Datei. Schreiben Sie sie als CSV, etwa mit pandas, und öffnen Sie dieses.</translation>
    </message>
    <message>
        <source>This is an Arrow file. Write it as CSV, for example with pandas, and open that.</source>
        <translation>Das ist eine Arrow-Datei. Schreiben Sie sie als CSV, etwa mit pandas, und öffnen Sie dieses.</translation>
    </message>
    <message>
        <source>This is an HDF5 file. Write it as CSV, for example with pandas, and open that.</source>
        <translation>Das ist eine HDF5-Datei. Schreiben Sie sie als CSV, etwa mit pandas, und öffnen Sie dieses.</translation>
    </message>
    <message>
        <source>This is an SQLite database. Export the table as CSV and open that.</source>
        <translation>Das ist eine SQLite-Datenbank. Exportieren Sie die Tabelle als CSV und öffnen Sie dieses.</translation>
    </message>
    <message>
        <source>This is a 7-Zip file. Unpack it first.</source>
        <translation>Das ist eine 7-Zip-Datei. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>This is a RAR file. Unpack it first.</source>
        <translation>Das ist eine RAR-Datei. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>This is a bzip2 file. Unpack it first.</source>
        <translation>Das ist eine bzip2-Datei. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>This is an xz file. Unpack it first.</source>
        <translation>Das ist eine xz-Datei. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>This is an LZMA file, as Dukascopy&apos;s .bi5. Convert it to CSV first.</source>
        <translation>Das ist eine LZMA-Datei, wie .bi5 von Dukascopy. Wandeln Sie sie zuerst in CSV um.</translation>
    </message>
    <message>
        <source>This is a tar archive. Unpack it and open one of its files.</source>
        <translation>Das ist ein tar-Archiv. Entpacken Sie es und öffnen Sie eine der Dateien darin.</translation>
    </message>
    <message>
        <source>This is a web page (HTML). Download the file itself, not the page that shows it.</source>
        <translation>Das ist eine Webseite (HTML). Laden Sie die Datei selbst herunter, nicht die Seite, die sie zeigt.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1.</source>
        <translation>Die Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The gzip file is damaged. Download or pack it again.</source>
        <translation>Die gzip-Datei ist beschädigt. Laden Sie sie noch einmal herunter, oder packen Sie sie neu.</translation>
    </message>
    <message>
        <source>The gzip file ends in the middle. Download or pack it again.</source>
        <translation>Die gzip-Datei bricht ab. Laden Sie sie noch einmal herunter, oder packen Sie sie neu.</translation>
    </message>
    <message>
        <source>No temporary file can be made. Set TMPDIR to a folder that can be written to.</source>
        <translation>Es kann keine temporäre Datei angelegt werden. Setzen Sie TMPDIR auf einen Ordner, in den geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Unpacked, the file is larger than %1 GiB.</source>
        <translation>Entpackt ist die Datei größer als %1 GiB.</translation>
    </message>
    <message>
        <source>The temporary file cannot be written: %1.</source>
        <translation>Die temporäre Datei kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>The disk for temporary files is nearly full. Make room, or set TMPDIR to a folder on another one.</source>
        <translation>Der Datenträger für temporäre Dateien ist fast voll. Schaffen Sie Platz, oder setzen Sie TMPDIR auf einen Ordner auf einem anderen.</translation>
    </message>
    <message>
        <source>The zip file is damaged. Download or pack it again.</source>
        <translation>Die zip-Datei ist beschädigt. Laden Sie sie noch einmal herunter, oder packen Sie sie neu.</translation>
    </message>
    <message>
        <source>This is an Excel workbook. Save the sheet as CSV and open that.</source>
        <translation>Das ist eine Excel-Arbeitsmappe. Speichern Sie das Blatt als CSV und öffnen Sie dieses.</translation>
    </message>
    <message>
        <source>This is an OpenDocument file. Save the sheet as CSV and open that.</source>
        <translation>Das ist eine OpenDocument-Datei. Speichern Sie das Blatt als CSV und öffnen Sie dieses.</translation>
    </message>
    <message>
        <source>The zip file is empty.</source>
        <translation>Die zip-Datei ist leer.</translation>
    </message>
    <message>
        <source>The zip file contains %1 files (%2, %3 …). Unpack it and open one of them.</source>
        <translation>Die zip-Datei enthält %1 Dateien (%2, %3 …). Entpacken Sie sie und öffnen Sie eine davon.</translation>
    </message>
    <message>
        <source>The zip file is protected by a password. Unpack it first.</source>
        <translation>Die zip-Datei ist durch ein Passwort geschützt. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The zip file is packed in an uncommon way. Unpack it first.</source>
        <translation>Die zip-Datei ist auf ungewöhnliche Art gepackt. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The zstd file needs more memory to unpack than %1 MiB. Unpack it first.</source>
        <translation>Die zstd-Datei zu entpacken braucht mehr als %1 MiB Speicher. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The zstd file is damaged. Download or pack it again.</source>
        <translation>Die zstd-Datei ist beschädigt. Laden Sie sie noch einmal herunter, oder packen Sie sie neu.</translation>
    </message>
    <message>
        <source>The zstd file ends in the middle. Download or pack it again.</source>
        <translation>Die zstd-Datei bricht ab. Laden Sie sie noch einmal herunter, oder packen Sie sie neu.</translation>
    </message>
    <message>
        <source>The file has several lists of rows, &quot;%1&quot; and &quot;%2&quot; among them. Keep one of them, as one object per line.</source>
        <translation>Die Datei hat mehrere Listen von Zeilen, darunter „%1“ und „%2“. Behalten Sie eine davon, mit einem Objekt pro Zeile.</translation>
    </message>
    <message>
        <source>The JSON text ends in the middle: a bracket is not closed.</source>
        <translation>Der JSON-Text bricht ab: eine Klammer wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>The JSON text is damaged: a key is missing.</source>
        <translation>Der JSON-Text ist beschädigt: ein Schlüssel fehlt.</translation>
    </message>
    <message>
        <source>The JSON text is damaged: a key is longer than %1 bytes.</source>
        <translation>Der JSON-Text ist beschädigt: ein Schlüssel ist länger als %1 Bytes.</translation>
    </message>
    <message>
        <source>The JSON text has lists in lists, more than %1.</source>
        <translation>Im JSON-Text stehen Listen in Listen, mehr als %1.</translation>
    </message>
    <message>
        <source>The JSON text is damaged: a bracket is closed that was not opened.</source>
        <translation>Der JSON-Text ist beschädigt: eine Klammer wird geschlossen, die nicht geöffnet wurde.</translation>
    </message>
    <message>
        <source>earlier than %1 lines before it</source>
        <translation>früher als %1 Zeilen davor</translation>
    </message>
    <message>
        <source>The temporary file cannot be read: %1.</source>
        <translation>Die temporäre Datei kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>This is not a text file. Write its data as CSV and open that.</source>
        <translation>Das ist keine Textdatei. Schreiben Sie die Daten als CSV und öffnen Sie dieses.</translation>
    </message>
    <message>
        <source>The zip file cannot be read here. Unpack it first.</source>
        <translation>Die zip-Datei kann hier nicht gelesen werden. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The file is packed several times. Unpack it first.</source>
        <translation>Die Datei ist mehrfach gepackt. Entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Opening was stopped.</source>
        <translation>Das Öffnen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 is read until a date shows whether the day or the month comes first.</source>
        <translation>%1 wird gelesen, bis ein Datum zeigt, ob der Tag oder der Monat vorn steht.</translation>
    </message>
    <message>
        <source>%1 may be sorted by symbol. It is read as a whole first.</source>
        <translation>%1 ist vielleicht nach Symbolen sortiert. Die Datei wird erst ganz gelesen.</translation>
    </message>
    <message>
        <source>%1 is not in the order of time. It is sorted first.</source>
        <translation>%1 ist nicht zeitlich geordnet. Die Datei wird erst sortiert.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>ticks</source>
        <translation>Ticks</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>bid and ask</source>
        <translation>Geld- und Briefkurs</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>in part: %1</source>
        <translation>zum Teil: %1</translation>
    </message>
    <message>
        <source>no: %1</source>
        <translation>nein: %1</translation>
    </message>
    <message>
        <source>separated by tabs</source>
        <translation>durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>separated by &quot;%1&quot;</source>
        <translation>durch „%1“ getrennt</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>Dezimalkomma</translation>
    </message>
    <message>
        <source>header on line %1</source>
        <translation>Kopfzeile in Zeile %1</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>keine Kopfzeile</translation>
    </message>
    <message>
        <source>bid and ask; their mean is played (%1 plays the bid)</source>
        <translation>Geld- und Briefkurs; ihr Mittel wird abgespielt (%1 spielt den Geldkurs ab)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>none is known</source>
        <translation>keine ist bekannt</translation>
    </message>
    <message>
        <source>%1; not used: %2</source>
        <translation>%1; nicht verwendet: %2</translation>
    </message>
    <message>
        <source>%1 to %2 UTC</source>
        <translation>%1 bis %2 UTC</translation>
    </message>
    <message>
        <source>%1, written as numbers since 1970</source>
        <translation>%1, geschrieben als Zahlen seit 1970</translation>
    </message>
    <message>
        <source>%1, written with their zone</source>
        <translation>%1, geschrieben mit ihrer Zone</translation>
    </message>
    <message>
        <source>%1, taken as UTC</source>
        <translation>%1, als UTC gelesen</translation>
    </message>
    <message>
        <source>%1, in %2 (by --time-zone)</source>
        <translation>%1, in %2 (durch --time-zone)</translation>
    </message>
    <message>
        <source>newest first, sorted for playing</source>
        <translation>die neuesten zuerst, zum Abspielen sortiert</translation>
    </message>
    <message>
        <source>one symbol after the other, sorted for playing</source>
        <translation>ein Symbol nach dem anderen, zum Abspielen sortiert</translation>
    </message>
    <message>
        <source>not in the order of time, sorted for playing</source>
        <translation>nicht in zeitlicher Reihenfolge, zum Abspielen sortiert</translation>
    </message>
    <message>
        <source>in the order of time</source>
        <translation>in zeitlicher Reihenfolge</translation>
    </message>
    <message>
        <source>%1 (ticks: %2)</source>
        <translation>%1 (Ticks: %2)</translation>
    </message>
    <message>
        <source>%1 a little late, put in order</source>
        <translation>%1 etwas verspätet, eingeordnet</translation>
    </message>
    <message>
        <source>decimals: %1</source>
        <translation>Nachkommastellen: %1</translation>
    </message>
    <message>
        <source>%1, of sizes: %2</source>
        <translation>%1, der Stückzahlen: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1; by the name of the file</source>
        <translation>%1; nach dem Dateinamen</translation>
    </message>
    <message>
        <source>%1; by --replay-symbol</source>
        <translation>%1; durch --replay-symbol</translation>
    </message>
    <message>
        <source>%1; the file names none, say which one by --replay-symbol</source>
        <translation>%1; die Datei nennt keines, welches, sagt --replay-symbol</translation>
    </message>
    <message>
        <source>%1 x %2, first on line %3</source>
        <translation>%1 × %2, zuerst in Zeile %3</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>Plays</source>
        <translation>Spielbar</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>To play it</source>
        <translation>Zum Abspielen</translation>
    </message>
    <message>
        <source>alpha and beta are %1 and %2, together not less than 1. With this alpha, write a beta below %3; with this beta, an alpha below %4.</source>
        <translation>alpha und beta sind %1 und %2, zusammen nicht kleiner als 1. Schreiben Sie zu diesem alpha ein beta unter %3 oder zu diesem beta ein alpha unter %4.</translation>
    </message>
    <message>
        <source>This is %1. Write &quot;flat&quot;, &quot;u&quot;, or an object with shape and depth.</source>
        <translation>Das ist %1. Schreiben Sie &quot;flat&quot;, &quot;u&quot; oder ein Objekt mit shape und depth.</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>Unknown shape of a day: %1. Write &quot;flat&quot; or &quot;u&quot;.</source>
        <translation>Unbekannte Form eines Tages: %1. Schreiben Sie &quot;flat&quot; oder &quot;u&quot;.</translation>
    </message>
    <message>
        <source>A flat day has no depth. Leave this out, or write the shape &quot;u&quot;.</source>
        <translation>Ein flacher Tag hat keine Tiefe. Lassen Sie das weg, oder schreiben Sie als Form &quot;u&quot;.</translation>
    </message>
    <message>
        <source>Too many sectors. A market has at most %1.</source>
        <translation>Zu viele Branchen. Ein Markt hat höchstens %1.</translation>
    </message>
    <message>
        <source>A sector</source>
        <translation>Eine Branche</translation>
    </message>
    <message>
        <source>This is %1. Write the name of a sector, or an object with name and correlation.</source>
        <translation>Das ist %1. Schreiben Sie den Namen einer Branche oder ein Objekt mit name und correlation.</translation>
    </message>
    <message>
        <source>This is empty. Write the name of a sector.</source>
        <translation>Das ist leer. Schreiben Sie den Namen einer Branche.</translation>
    </message>
    <message>
        <source>This is %1. Write a list of sectors.</source>
        <translation>Das ist %1. Schreiben Sie eine Liste von Branchen.</translation>
    </message>
    <message>
        <source>The list is empty. Write at least one sector, or leave the field out.</source>
        <translation>Die Liste ist leer. Schreiben Sie mindestens eine Branche, oder lassen Sie das Feld weg.</translation>
    </message>
    <message>
        <source>The sector %1 is already at %2. Give each sector its own name.</source>
        <translation>Die Branche %1 steht schon bei %2. Geben Sie jeder Branche einen eigenen Namen.</translation>
    </message>
    <message>
        <source>This row is not a list of %1 numbers. Write one for each sector.</source>
        <translation>Diese Zeile ist keine Liste von %1 Zahlen. Schreiben Sie eine für jede Branche.</translation>
    </message>
    <message>
        <source>%1 is the correlation of a sector with itself. Write 1; how much its instruments go together is the sector&apos;s own correlation.</source>
        <translation>%1 ist die Korrelation einer Branche mit sich selbst. Schreiben Sie 1; wie sehr ihre Instrumente zusammenhängen, sagt correlation bei der Branche.</translation>
    </message>
    <message>
        <source>This is %1, and %2 is %3. Write the same number at both places.</source>
        <translation>Das ist %1, und %2 ist %3. Schreiben Sie an beide Stellen dieselbe Zahl.</translation>
    </message>
    <message>
        <source>There are no sectors. List them in sectors, in the order of these rows.</source>
        <translation>Es gibt keine Branchen. Nennen Sie sie in sectors, in der Reihenfolge dieser Zeilen.</translation>
    </message>
    <message>
        <source>The market has marketCorrelation, too. Write one of them: one number for all pairs of sectors, or a number for each pair.</source>
        <translation>Der Markt hat auch marketCorrelation. Schreiben Sie eines von beiden: eine Zahl für alle Paare von Branchen oder eine Zahl für jedes Paar.</translation>
    </message>
    <message>
        <source>This is not a list of %1 rows. Write one for each sector.</source>
        <translation>Das ist keine Liste von %1 Zeilen. Schreiben Sie eine für jede Branche.</translation>
    </message>
    <message>
        <source>No prices have these correlations: the matrix is not positive semi-definite. Multiply all numbers but the ones of the diagonal by %1 or less.</source>
        <translation>Solche Korrelationen haben keine Kurse: Die Matrix ist nicht positiv semidefinit. Multiplizieren Sie alle Zahlen außer den Einsen der Diagonale mit höchstens %1.</translation>
    </message>
    <message>
        <source>The sector %1 is also written %2. Write it the same everywhere.</source>
        <translation>Die Branche %1 heißt anderswo %2. Schreiben Sie sie überall gleich.</translation>
    </message>
    <message>
        <source>The market lists no sector %1. Write one that it lists, or add it to sectors.%2</source>
        <translation>Der Markt nennt keine Branche %1. Schreiben Sie eine, die er nennt, oder ergänzen Sie sie in sectors.%2</translation>
    </message>
    <message>
        <source>its times begin at %1, taken as ns since 1970. If they are ticks of .NET, which begin at %2, write them as dates</source>
        <translation>die Zeiten beginnen am %1, als ns seit 1970 gelesen. Falls es Ticks von .NET sind, die am %2 beginnen, schreiben Sie sie als Datum</translation>
    </message>
    <message>
        <source>The name of this file is not UTF-8. Rename it.</source>
        <translation>Der Name dieser Datei ist kein UTF-8. Benennen Sie sie um.</translation>
    </message>
    <message>
        <source>This is empty. Write the symbol of an instrument.</source>
        <translation>Dies ist leer. Geben Sie das Symbol eines Instruments an.</translation>
    </message>
    <message>
        <source>There is no instrument %1 in this market. Write the symbol of one of its instruments.%2</source>
        <translation>In diesem Markt gibt es kein Instrument %1. Geben Sie das Symbol eines seiner Instrumente an.%2</translation>
    </message>
    <message>
        <source>%1 is not a whole number of at most %2 digits</source>
        <translation>%1 ist keine ganze Zahl mit höchstens %2 Ziffern</translation>
    </message>
    <message>
        <source>%1 is not a side; expected buy or sell</source>
        <translation>%1 ist keine Seite; erwartet wird buy oder sell</translation>
    </message>
    <message>
        <source>Not a symbol: %1.</source>
        <translation>Kein Symbol: %1.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>bid and ask; their mean is played</source>
        <translation>Geld- und Briefkurs; ihr Mittel wird abgespielt</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>%1 so far (ticks: %2)</source>
        <translation>bisher %1 (Ticks: %2)</translation>
    </message>
    <message>
        <source>%1; the file names none</source>
        <translation>%1; die Datei nennt kein Symbol</translation>
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
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>As the desktop</source>
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
        <translation>Symbol im Infobereich</translation>
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
        <source>Price colours</source>
        <translation>Kursfarben</translation>
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
        <source>Sho&amp;w notifications, such as errors while the window is closed</source>
        <translation>Benachrichtigungen &amp;zeigen, etwa Fehler bei geschlossenem Fenster</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Tra&amp;y icon</source>
        <translation>S&amp;ymbol im Infobereich</translation>
    </message>
    <message>
        <source>Price colo&amp;urs</source>
        <translation>&amp;Kursfarben</translation>
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
        <source>Res&amp;ume feed</source>
        <translation>Feed fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Cannot start a browser. The page is at %1</source>
        <translation>Es lässt sich kein Browser starten. Die Seite ist unter %1</translation>
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
        <source>Drift in per cent per tick</source>
        <translation>Drift in Prozent pro Tick</translation>
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
        <source>Instrument that these buttons affect</source>
        <translation>Instrument, auf das diese Schaltflächen wirken</translation>
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
        <source>Sends one tick now, even while paused</source>
        <translation>Sendet sofort einen Tick, auch wenn der Feed angehalten ist</translation>
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
        <source>Raises the price by this percentage</source>
        <translation>Erhöht den Kurs um diesen Prozentsatz</translation>
    </message>
    <message>
        <source>Cras&amp;h</source>
        <translation>Abst&amp;urz</translation>
    </message>
    <message>
        <source>Lowers the price by this percentage</source>
        <translation>Senkt den Kurs um diesen Prozentsatz</translation>
    </message>
    <message>
        <source>&amp;Drift</source>
        <translation>D&amp;rift</translation>
    </message>
    <message>
        <source>Moves the price by this percentage more with each tick; 0 ends the drift</source>
        <translation>Bewegt den Kurs mit jedem Tick zusätzlich um diesen Prozentsatz; 0 beendet die Drift</translation>
    </message>
    <message>
        <source>&amp;Burst ×10</source>
        <translation>Schu&amp;b ×10</translation>
    </message>
    <message>
        <source>Ten times the price movement and trade size, for this many ticks</source>
        <translation>Zehnfache Kursbewegung und Umsätze, für so viele Ticks</translation>
    </message>
    <message>
        <source>Halt tradin&amp;g</source>
        <translation>Handel &amp;aussetzen</translation>
    </message>
    <message>
        <source>No trades until trading is resumed</source>
        <translation>Kein Handel, bis er fortgesetzt wird</translation>
    </message>
    <message>
        <source>&amp;Resume trading</source>
        <translation>Handel f&amp;ortsetzen</translation>
    </message>
    <message>
        <source>Resumes trading after a halt</source>
        <translation>Setzt den Handel nach einer Aussetzung fort</translation>
    </message>
    <message>
        <source>&amp;Flat on</source>
        <translation>&amp;Flach ein</translation>
    </message>
    <message>
        <source>Trading continues at the current price</source>
        <translation>Der Handel geht zum aktuellen Kurs weiter</translation>
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
        <translation>&amp;Nächsten freien Port verwenden</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Erneut versuchen</translation>
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
    <name>ticker::OpeningBar</name>
    <message>
        <source>File being opened</source>
        <translation>Datei, die geöffnet wird</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>ticker::PlaybackBar</name>
    <message>
        <source>File being played</source>
        <translation>Abgespielte Datei</translation>
    </message>
    <message>
        <source>Time in the file</source>
        <translation>Zeit in der Datei</translation>
    </message>
    <message>
        <source>You can seek as far as the file has been read</source>
        <translation>Sie können so weit springen, wie die Datei gelesen ist</translation>
    </message>
    <message>
        <source>Position in the file</source>
        <translation>Position in der Datei</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Playback speed relative to the file</source>
        <translation>Wiedergabetempo im Verhältnis zur Datei</translation>
    </message>
    <message>
        <source> ×</source>
        <comment>so many times as fast</comment>
        <translation> ×</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>Wiede&amp;rholen</translation>
    </message>
    <message>
        <source>Starts over at the end</source>
        <translation>Beginnt am Ende von vorn</translation>
    </message>
    <message>
        <source>&amp;Skip gaps</source>
        <translation>&amp;Lücken kürzen</translation>
    </message>
    <message>
        <source>Shortens gaps between ticks to one second</source>
        <translation>Verkürzt Lücken zwischen Ticks auf eine Sekunde</translation>
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
        <source>Previous</source>
        <translation>Zuvor</translation>
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
        <translation>Status</translation>
    </message>
    <message>
        <source>Instruments shown in the chart, %1 at most</source>
        <translation>Im Diagramm gezeigte Instrumente, höchstens %1</translation>
    </message>
    <message>
        <source>Latest price, and whether it rose or fell with the last trade</source>
        <translation>Letzter Kurs, und ob er mit dem letzten Handel stieg oder fiel</translation>
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
        <source>Price before the latest one</source>
        <translation>Kurs vor dem letzten</translation>
    </message>
    <message>
        <source>Size of the last trade</source>
        <translation>Stückzahl des letzten Handels</translation>
    </message>
    <message>
        <source>Number of ticks with a trade</source>
        <translation>Zahl der Ticks mit einem Handel</translation>
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
        <source>%1 %2</source>
        <comment>symbol, price</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No prices yet</source>
        <translation>Noch keine Kurse</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>generated</source>
        <comment>prices before the start</comment>
        <translation>generiert</translation>
    </message>
    <message>
        <source>Prices before %1 are generated.</source>
        <comment>a time</comment>
        <translation>Kurse vor %1 sind generiert.</translation>
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
        <source>The chart is full: it has %1 instruments. Remove one first.</source>
        <translation>Das Diagramm ist voll: Es hat %1 Instrumente. Entfernen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>Prices appear here once the server runs.</source>
        <translation>Kurse erscheinen hier, sobald der Server läuft.</translation>
    </message>
    <message>
        <source>The chart is empty. Select up to %1 instruments in the first column of the table.</source>
        <translation>Das Diagramm ist leer. Wählen Sie in der ersten Spalte der Tabelle bis zu %1 Instrumente aus.</translation>
    </message>
    <message>
        <source>%1 is no longer available; the chart shows %2 instead.</source>
        <translation>%1 ist nicht mehr verfügbar; das Diagramm zeigt stattdessen %2.</translation>
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
        <source>Choose the columns of the table</source>
        <translation>Spalten der Tabelle wählen</translation>
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
        <source>Scan with a phone to open %1</source>
        <translation>Mit einem Telefon scannen, um %1 zu öffnen</translation>
    </message>
</context>
<context>
    <name>ticker::QuestionText</name>
    <message>
        <source>The file names no symbol. What is it the price of?</source>
        <translation>Die Datei nennt kein Symbol. Wessen Kurse sind es?</translation>
    </message>
    <message>
        <source>Choose what each column means, above its first row.</source>
        <translation>Wählen Sie über der ersten Zeile jeder Spalte, was sie bedeutet.</translation>
    </message>
    <message>
        <source>Write it under %1.</source>
        <translation>Schreiben Sie es unter %1.</translation>
    </message>
    <message>
        <source>Choose it under %1.</source>
        <translation>Wählen Sie es unter %1.</translation>
    </message>
    <message>
        <source>First row: %1 UTC, %2, price %3</source>
        <extracomment>time, symbol, price</extracomment>
        <translation>Erste Zeile: %1 UTC, %2, Kurs %3</translation>
    </message>
    <message>
        <source>First row: %1 UTC, %2, open %3, high %4, low %5, close %6</source>
        <extracomment>time, symbol, and the prices of a bar</extracomment>
        <translation>Erste Zeile: %1 UTC, %2, Eröffnung %3, Hoch %4, Tief %5, Schluss %6</translation>
    </message>
    <message>
        <source>%1, size %2</source>
        <translation>%1, Menge %2</translation>
    </message>
    <message>
        <source>Comparing dates… %p %</source>
        <translation>Datumsvergleich… %p %</translation>
    </message>
    <message>
        <source>Sorting… %p %</source>
        <translation>Sortieren… %p %</translation>
    </message>
    <message>
        <source>Reading… %p %</source>
        <translation>Lesen… %p %</translation>
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
        <translation>Intervall in Millisekunden</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Ticks per second</source>
        <translation>Ticks pro Sekunde</translation>
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
    <name>ticker::ReadingFields</name>
    <message>
        <source>On the command line: %1</source>
        <extracomment>An option of the command line, such as --decimal</extracomment>
        <translation>Auf der Befehlszeile: %1</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>As the file shows</source>
        <translation>Wie die Datei zeigt</translation>
    </message>
    <message>
        <source>Day first (31/12)</source>
        <translation>Tag zuerst (31/12)</translation>
    </message>
    <message>
        <source>Month first (12/31)</source>
        <translation>Monat zuerst (12/31)</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Point (1.5)</source>
        <translation>Punkt (1.5)</translation>
    </message>
    <message>
        <source>Comma (1,5)</source>
        <translation>Komma (1,5)</translation>
    </message>
    <message>
        <source>Unreadable lines</source>
        <translation>Unlesbare Zeilen</translation>
    </message>
    <message>
        <source>Leave out a few</source>
        <translation>Wenige auslassen</translation>
    </message>
    <message>
        <source>Leave out any number</source>
        <translation>Beliebig viele auslassen</translation>
    </message>
    <message>
        <source>Stop at the first one</source>
        <translation>Bei der ersten anhalten</translation>
    </message>
    <message>
        <source>&amp;Symbol</source>
        <translation>&amp;Symbol</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>Da&amp;tum</translation>
    </message>
    <message>
        <source>D&amp;ecimal sign</source>
        <translation>D&amp;ezimalzeichen</translation>
    </message>
    <message>
        <source>&amp;Unreadable lines</source>
        <translation>&amp;Unlesbare Zeilen</translation>
    </message>
    <message>
        <source>As the file&apos;s name says</source>
        <translation>Wie der Dateiname sagt</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>Wie die Datei sagt</translation>
    </message>
    <message>
        <source>Not a time zone. Examples: UTC, Europe/Berlin.</source>
        <translation>Keine Zeitzone. Beispiele: UTC, Europe/Berlin.</translation>
    </message>
    <message>
        <source>Not named; played as %1</source>
        <translation>Nicht genannt; abgespielt als %1</translation>
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
        <source>The same seed gives the same prices. Setting a seed restarts them. (%1)</source>
        <extracomment>The tool tip of a button, with its shortcut.</extracomment>
        <translation>Gleicher Startwert, gleiche Kurse. Ein neuer Startwert beginnt sie von vorn. (%1)</translation>
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
        <source>The same seed gives the same prices. Setting a seed restarts them at the first tick.</source>
        <translation>Gleicher Startwert, gleiche Kurse. Ein neuer Startwert beginnt sie beim ersten Tick von vorn.</translation>
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
        <source>Settings exported to %1.</source>
        <translation>Einstellungen nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Invalid values, reset to their defaults: %1.</source>
        <translation>Ungültige Werte, auf den Standard zurückgesetzt: %1.</translation>
    </message>
    <message>
        <source>Everything else was imported. %1</source>
        <translation>Alles andere wurde übernommen. %1</translation>
    </message>
    <message>
        <source>Settings imported from %1.</source>
        <translation>Einstellungen aus %1 importiert.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Es wurde nichts geändert.</translation>
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
        <translation>Standa&amp;rd wiederherstellen…</translation>
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
        <translation>Standard wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the defaults on this page?</source>
        <translation>Standardwerte auf dieser Seite wiederherstellen?</translation>
    </message>
    <message>
        <source>Allowed hosts and origins are removed. If the address changes, clients must reconnect. Market and rate stay as they are.</source>
        <translation>Erlaubte Hosts und Origins werden entfernt. Ändert sich die Adresse, müssen sich Clients neu verbinden. Markt und Rate bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>&amp;Restore defaults</source>
        <translation>Standa&amp;rd wiederherstellen</translation>
    </message>
</context>
<context>
    <name>ticker::SettingsTransfer</name>
    <message>
        <source>Cannot write the settings to %1: %2</source>
        <translation>Die Einstellungen lassen sich nicht in %1 schreiben: %2</translation>
    </message>
    <message>
        <source>%1 is not a settings file: %2 at byte %3.</source>
        <translation>%1 ist keine Einstellungsdatei: %2 bei Byte %3.</translation>
    </message>
    <message>
        <source>%1 is not a TickerTray settings file: it lacks &quot;version&quot;: 1.</source>
        <translation>%1 ist keine TickerTray-Einstellungsdatei: &quot;version&quot;: 1 fehlt.</translation>
    </message>
    <message>
        <source>%1 was saved by a newer version of TickerTray.</source>
        <translation>%1 stammt von einer neueren Version von TickerTray.</translation>
    </message>
    <message>
        <source>Cannot read %1. %2</source>
        <translation>%1 lässt sich nicht lesen. %2</translation>
    </message>
</context>
<context>
    <name>ticker::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstige</translation>
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
        <source>Not running</source>
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
        <translation>Lauschen auf %1 nicht möglich: %2.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: this computer does not have that address.</source>
        <translation>Lauschen auf %1 nicht möglich: dieser Rechner hat diese Adresse nicht.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: the system does not allow it.</source>
        <translation>Lauschen auf %1 nicht möglich: das System erlaubt es nicht.</translation>
    </message>
    <message>
        <source>Cannot serve the folder %1: it cannot be read.</source>
        <translation>Der Ordner %1 lässt sich nicht ausliefern: Er ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Cannot use the market file %1.</source>
        <translation>Die Marktdatei %1 lässt sich nicht verwenden.</translation>
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
        <source>R&amp;esume feed</source>
        <translation>Feed f&amp;ortsetzen</translation>
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
        <source>TickerTray is still running</source>
        <translation>TickerTray läuft weiter</translation>
    </message>
    <message>
        <source>Click the tray icon to reopen the window. To quit, choose Quit in the icon&apos;s menu or press Ctrl+Q in the window.</source>
        <translation>Ein Klick auf das Symbol im Infobereich öffnet das Fenster wieder. Zum Beenden wählen Sie „Beenden“ im Menü des Symbols oder drücken Strg+Q im Fenster.</translation>
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
